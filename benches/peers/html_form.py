"""Templates of the papers as HTML with Jinja2 placeholders."""

from html import escape

import prose

TAGS = {"section": "h2", "clause": "h3", "paragraph": "p", "item": "p"}


def template(name):
    body = "\n".join(map(form, prose.lines(name)))
    head = '{% import "parts.html" as parts %}\n<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">'
    return f"{head}<title>{name}</title></head><body>\n{body}\n</body></html>\n"


def write(name, folder):
    (folder / f"{name}.html").write_text(template(name), encoding="utf-8")


def form(line):
    texts = [prose.escaped(it, escape) for it in line.texts]
    if line.kind == "control":
        return line.text
    if line.kind in TAGS:
        tag = TAGS[line.kind]
        return f"<{tag}>{'- ' * (line.kind == 'item')}{texts[0]}</{tag}>"
    if line.kind == "letterhead":
        upper, issuer, number, place = prose.letterhead(line)
        number, place = (prose.escaped(it, escape) for it in (number, place))
        below = f'<div class="row"><div>{number}</div><div><i>{place}</i></div></div>'
        return f"{{{{ parts.letterhead({upper}, {issuer}) }}}}{below}"
    if line.kind == "table":
        name, *landscape = line.text.split()
        return f"{{{{ parts.table({name}, '{' '.join(landscape)}') }}}}"
    if line.kind == "chart":
        return f"<h4>{texts[1]}</h4>{{{{ parts.chart({line.text}) }}}}"
    if line.kind in ("sign", "sign-unit"):
        return f"{{{{ parts.{line.kind.replace('-', '_')}() }}}}"
    if line.kind == "parties":
        return f"<h4>{texts[0]}</h4>{{{{ parts.parties(parties) }}}}"
    tag = "h1" if line.kind in ("title", "part", "annex") else "div"
    return f'<{tag} class="{line.kind}">{"<br>".join(texts)}</{tag}>'
