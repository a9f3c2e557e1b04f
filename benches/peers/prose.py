"""The text of the papers, with placeholders, before it takes the form of Typst, Word or HTML.

A line is a paragraph, `- ` an item, `#` to `###` a heading, `{% … %}` a loop, `@name …` one of the fixed
parts (letterhead, title, table, signature, annex). Each form writes its templates from these lines once.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "prose"
NAMES = ("giao-uoc", "bao-cao-tong-ket", "tin-hoi-nghi", "phieu-xac-nhan-so-lieu")

HEADS = {"#": "part", "##": "section", "###": "clause", "-": "item"}
PLACEHOLDER = re.compile(r"({{.*?}})")


@dataclass
class Line:
    kind: str
    # The text, cut at `|` where a part has several.
    texts: list

    @property
    def text(self):
        return self.texts[0]


def lines(name):
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line(it) for it in text.splitlines()]


def line(text):
    # Gaps to be filled in by hand must not collapse.
    text = re.sub(" {2,}", lambda it: "\u00a0" * len(it[0]), text)
    if text.startswith("{%"):
        return Line("control", [text])
    word, _, rest = text.partition(" ")
    if word in HEADS:
        return Line(HEADS[word], cut(rest))
    if word.startswith("@"):
        return Line(word[1:], cut(rest))
    return Line("paragraph", [text])


def cut(text):
    return [it.strip(" ") for it in text.split(" | ")]


def letterhead(line):
    """Its four parts: two names of lists of lines, two texts."""
    parts = re.fullmatch(r"upper=(\S*) issuer=(\S+) number=(.*) place=(.*)", line.text)
    upper, issuer, number, place = parts.groups()
    return upper or "[]", issuer, number, place


def escaped(text, escape):
    """The fixed text in the escapes of a form, placeholders as they are."""
    return "".join(it if at % 2 else escape(it) for at, it in enumerate(PLACEHOLDER.split(text)))
