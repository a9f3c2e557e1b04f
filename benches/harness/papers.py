"""One slip for each unit, for more and more units."""

import os
import shutil
import subprocess
import sys

from race import LARGE, Contestant, race, rounds_for
from table import TARGETS, at_least, at_most, markdown, megabytes, seconds, times
from tools import ROOT

ONE, TWO = "0", "0,1"
THIDUA, THIDUA_2 = "thidua, one core", "thidua, two cores"
WORD, WORD_2 = "thidua, with Word copies, one core", "thidua, with Word copies, two cores"
BARE, BARE_2 = "Typst alone, one core", "Typst alone, two cores"
SLIP = "phieu-xac-nhan-so-lieu"
# WeasyPrint: what the difference of these two costs is its papers alone, without its start.
SAMPLE = (4, 24)


def measure(tools, options):
    by_size = {size: of_size(tools, size, options.rounds) for size in options.sizes}
    return text(by_size, weasyprint(tools, options.rounds))


def campaign(tools, units):
    """A made-up campaign of so many units."""
    folder = tools.work / f"units-{units}"
    if not folder.exists():
        subprocess.run([tools.make_campaign, folder, str(units)], check=True, stdout=sys.stderr)
    return folder


def without_word(tools, units):
    """The same campaign, whose slips have no copy for Word: the typesetter alone makes none."""
    whole, folder = campaign(tools, units), tools.work / f"units-{units}-pdf"
    if not folder.exists():
        shutil.copytree(whole, folder, copy_function=os.link)
        slip = folder / "templates" / "documents" / SLIP
        shutil.copytree(ROOT / "templates" / "documents" / SLIP, slip)
        spec = slip / "document.toml"
        spec.write_text(spec.read_text(encoding="utf-8").replace("format =", "word = false\nformat =", 1), encoding="utf-8")
    return folder


def of_size(tools, units, rounds):
    folder, drawn = campaign(tools, units), tools.work / f"bare-{units}"
    subprocess.run([tools.bare, "papers", folder, drawn], check=True, stdout=sys.stderr)

    def build(folder):
        return lambda out: [tools.thidua, "build", folder, "--fonts", "embedded", "--out", out]

    def typst(threads):
        return lambda out: [tools.bare, "typst", drawn, "--threads", threads, "--out", out]

    contestants = [
        Contestant(THIDUA, build(without_word(tools, units)), ONE),
        Contestant(WORD, build(folder), ONE),
        Contestant(BARE, typst(1), ONE),
        Contestant(THIDUA_2, build(without_word(tools, units)), TWO),
        Contestant(WORD_2, build(folder), TWO),
        Contestant(BARE_2, typst(2), TWO),
    ]
    return race(contestants, rounds_for(units, rounds), tools.work, warm=units < LARGE)


def weasyprint(tools, rounds):
    """CPU seconds of one paper."""
    peer = tools.peer("openpyxl_weasyprint")
    contestants = [
        Contestant(str(units), lambda out, units=units: [*peer, campaign(tools, units), out, SLIP])
        for units in SAMPLE
    ]
    costs = race(contestants, min(rounds, 3), tools.work)
    few, many = (costs[str(it)].cpu for it in SAMPLE)
    return (many - few) / (SAMPLE[1] - SAMPLE[0])


def text(by_size, weasyprint):
    rows = []
    for size, costs in by_size.items():
        for name, cost in costs.items():
            speed = f"{size / cost.wall:.1f}"
            ratio = times(costs[BARE_2 if name.endswith("two cores") else BARE].wall / cost.wall)
            rows.append([f"{size:,} units: {name}", speed, seconds(cost.cpu / size), ratio, megabytes(cost.peak)])
    size = max(by_size)
    costs = by_size[size]
    each = costs[THIDUA].cpu / size
    targets = [
        at_least("speed on one core, to Typst alone", 0.9, costs[BARE].wall / costs[THIDUA].wall),
        at_least("CPU of a paper by WeasyPrint, to thidua", 100, weasyprint / each),
        at_least("two cores, to one", 1.9, costs[THIDUA].wall / costs[THIDUA_2].wall),
        at_most("peak on one core", 40, costs[THIDUA].peak, megabytes),
        *flat(by_size),
    ]
    return "\n".join([
        "A slip of one page, 8 indicators, for each unit; thidua reads the workbooks too, and where it is said writes a copy of each "
        "slip for Word, which the typesetter alone does not.\n",
        markdown(["", "papers/s", "CPU a paper", "speed ÷ Typst alone", "peak"], rows),
        f"WeasyPrint takes {weasyprint:.2f} s of CPU for each, thidua {each * 1000:.1f} ms.\n",
        f"Targets, at {size:,} units:\n",
        markdown(TARGETS, targets),
    ])


def flat(by_size):
    """Growth of memory over the last tenfold step, where there is one."""
    large = max(by_size)
    small = large // 10
    if small in by_size:
        ratio = by_size[large][THIDUA].peak / by_size[small][THIDUA].peak
        yield at_most(f"peak at {large:,}, to {small:,}", 1.1, ratio)
