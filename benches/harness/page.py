"""RESULTS.md: the sections measured last, each with its day."""

import json
from datetime import date

import machine
from tools import CACHE, ROOT

RESULTS = ROOT / "benches" / "RESULTS.md"
KEPT = CACHE / "sections"

INTRODUCTION = """\
# What it costs, and what the same costs otherwise

Written by `benches/compare`, which `benches/compare --help` explains.

How to read it: whole processes, started cold, side by side in turns; medians, the first round thrown away. Wall is \
the clock; CPU is user and system time of a process and its children; peak is the memory of the largest process. \
Times hold for this machine on that day only: compare ratios. A ratio `÷ thidua` above 1 says how many times more \
the other takes. Nothing here passes or fails; targets say how far there is to go.

The contestants (`benches/peers`) read the same submissions, add them up, and print the same set of papers with \
about as many pages, tables and figures; a contestant whose totals or printed figures differ from those in \
`so-lieu.json` is left out. What thidua does besides, they do not: checking, PDF/A and PDF/UA, a copy of each paper \
for Word, where each figure came from, the reading through of what was printed. Typst alone, and the parts measured \
by themselves (`benches/bare`), take memory from the system; thidua brings an allocator of its own.
"""


def keep(name, title, text, tools):
    """Remembers a section, so that long ones need not be measured again with the short ones."""
    KEPT.mkdir(parents=True, exist_ok=True)
    section = {
        "title": title,
        "text": text,
        "day": date.today().isoformat(),
        "machine": machine.described(tools),
    }
    (KEPT / f"{name}.json").write_text(json.dumps(section, ensure_ascii=False, indent=1), encoding="utf-8")


def write(names):
    """The page of all sections that were ever measured, in their order."""
    files = [KEPT / f"{it}.json" for it in names]
    sections = [json.loads(it.read_text(encoding="utf-8")) for it in files if it.exists()]
    parts, before = [INTRODUCTION], None
    for section in sections:
        parts.append(f"## {section['title']}\n\nMeasured on {section['day']}.\n")
        if section["machine"] != before:
            parts.append("\n".join(section["machine"]) + "\n")
            before = section["machine"]
        parts.append(section["text"])
    RESULTS.write_text("\n".join(parts), encoding="utf-8")
