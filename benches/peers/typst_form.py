"""Templates of the papers as Typst sources with Jinja2 placeholders, and the filters that they use."""

import json
import re

import prose

SPECIAL = re.compile(r"([\\#*_$@<>`~\[\]/\"'=+-])")


def escape(text):
    return SPECIAL.sub(r"\\\1", text)


def content(text):
    return f"[{prose.escaped(text, escape)}]"


def template(name):
    return '#import "/papers.typ": *\n#show: paper\n\n' + "\n".join(map(form, prose.lines(name))) + "\n"


def write(name, folder):
    (folder / f"{name}.typ").write_text(template(name), encoding="utf-8")


def form(line):
    writer = WRITERS.get(line.kind)
    if writer:
        return writer(line)
    # Everything else is a function of papers.typ with the same name.
    return f"#{line.kind}({', '.join(map(content, line.texts))})\n"


def letterhead(line):
    upper, issuer, number, place = prose.letterhead(line)
    lists = f"{{{{ {upper}|strings }}}}, {{{{ {issuer}|strings }}}}"
    return f"#letterhead({lists}, {content(number)}, {content(place)})\n"


def table(line):
    name, *landscape = line.text.split()
    return f"#data-table({{{{ {name}|table }}}}, small: {'true' if landscape else 'false'})\n"


def chart(line):
    name, caption = line.texts
    return f"#chart({content(caption)}, {{{{ {name}|bars }}}})\n"


def annex(line):
    # From the first annex on every page lies on its side.
    return f"#set page(flipped: true)\n#annex({', '.join(map(content, line.texts))})\n"


def parties(line):
    return (
        f"#parties({content(line.text)}, "
        "({% for it in parties %}{{ it.lines|strings }}, {% endfor %}))\n"
    )


WRITERS = {
    "control": lambda line: line.text,
    "paragraph": lambda line: prose.escaped(line.text, escape) + "\n",
    "item": lambda line: "\\- " + prose.escaped(line.text, escape) + "\n",
    "letterhead": letterhead,
    "table": table,
    "annex": annex,
    "chart": chart,
    "parties": parties,
    "sign": lambda line: "#sign()\n",
    "sign-unit": lambda line: "#sign-unit()\n",
}


class Source(str):
    """Typst source that is not to be escaped again."""


def strings(texts):
    """A Typst array of strings."""
    return Source("(" + "".join(f"{quoted(it)}," for it in texts) + ")")


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def table_source(table):
    """The arguments of `data-table`."""
    rows = "".join(strings(row.cells) + ",\n" for row in table.rows)
    widths = ", ".join(f"{it}fr" for it in table.widths)
    return Source(f"({widths}), {strings(table.head)}, {strings(table.letters)}, ({rows})")


def bars(all_bars):
    """A Typst array of label, value and share."""
    each = (f"({quoted(it.label)}, {quoted(it.value)}, {it.share:.4f})," for it in all_bars)
    return Source("(" + "".join(each) + ")")


def finished(value):
    """What a placeholder prints."""
    return value if isinstance(value, Source) else escape(str(value))


FILTERS = {"strings": strings, "table": table_source, "bars": bars}
