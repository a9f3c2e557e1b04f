"""More and more units: time, memory, and how fast both grow."""

import math

import long_report
from papers import campaign
from race import LARGE, Contestant, race, rounds_for
from table import markdown, megabytes, seconds

CHECK, BUILD = "check", "build"
# Units of a report whose annexes have a row for each.
ROWS = (200, 2000)


def measure(tools, options):
    by_size = {size: of_size(tools, size, options.rounds) for size in options.sizes}
    reports = {size: report(tools, size) for size in ROWS}
    return "\n".join([
        "`check` reads and checks; `build` makes a slip for each unit too. Growth: the exponent between one size "
        "and the next, 1 is linear.\n",
        rows_of("check", {size: it[CHECK] for size, it in by_size.items()}),
        rows_of("build, two cores", {size: it[BUILD] for size, it in by_size.items()}),
        rows_of("a report with annexes of so many rows", reports),
    ])


def of_size(tools, units, rounds):
    folder = campaign(tools, units)
    contestants = [
        Contestant(CHECK, lambda out: [tools.thidua, "check", folder, "--no-write"]),
        Contestant(BUILD, lambda out: [tools.thidua, "build", folder, "--out", out]),
    ]
    return race(contestants, rounds_for(units, rounds), tools.work, warm=units < LARGE)


def report(tools, units):
    folder = long_report.make(tools, units)
    build = Contestant(BUILD, lambda out: [tools.thidua, "build", folder, "--out", out])
    return race([build], 1, tools.work, warm=units < LARGE)[BUILD]


def rows_of(title, costs):
    rows, before = [], None
    for size in sorted(costs):
        cost = costs[size]
        growth = [exponent(before, size, costs, it) for it in ("cpu", "peak")] if before else ["", ""]
        rows.append([f"{size:,}", seconds(cost.wall), seconds(cost.cpu), megabytes(cost.peak), *growth])
        before = size
    return markdown([title, "wall", "CPU", "peak", "growth of CPU", "growth of peak"], rows)


def exponent(before, size, costs, kind):
    ratio = getattr(costs[size], kind) / getattr(costs[before], kind)
    return f"{math.log(ratio) / math.log(size / before):.2f}"
