"""Reading workbooks: the program's reader, the least that it takes, other readers."""

import subprocess
import sys

from campaign import CAMPAIGN
from race import Contestant, race
from table import TARGETS, at_most, markdown, megabytes, seconds, times

INFLATE = "inflate and tokenise"
LOOKS, READ = "thidua, its look before reading", "thidua, everything"
ROWS, COLUMNS = 6500, 40


def measure(tools, options):
    ten = sorted((CAMPAIGN / "submissions").glob("*.xlsx"))
    large = tools.work / "large.xlsx"
    subprocess.run([tools.bare, "write", str(ROWS), str(COLUMNS), large], check=True, stdout=sys.stderr)
    small = race_of(tools, options.rounds, ten, 50, 2)
    big = race_of(tools, min(options.rounds, 3), [large], 5, 1)
    return "\n".join([
        rows_of("The ten submissions, each file", small, len(ten)),
        rows_of(f"A workbook of {ROWS:,} × {COLUMNS}", big, 1),
        markdown(TARGETS, [
            at_most("CPU of a submission, to inflate and tokenise", 3, ratio(small)),
            at_most("CPU of the large workbook, to inflate and tokenise", 3, ratio(big)),
        ]),
    ])


def race_of(tools, rounds, files, often, seldom):
    """CPU seconds and peak of each, of one pass over the files; slow readers pass over them less often."""
    def bare(times, command, *more):
        return lambda out: [tools.bare, command, *files, "--times", times, *more]

    def peer(library, times):
        return lambda out: [*tools.peer("read_xlsx"), library, times, *files]

    commands = {
        INFLATE: (often, bare(often, "inflate")),
        LOOKS: (often, bare(often, "read", "--passes", "prescan")),
        READ: (often, bare(often, "read", "--passes", "all")),
        "python-calamine": (often, peer("python-calamine", often)),
        "openpyxl, read-only": (seldom, peer("openpyxl", seldom)),
    }
    costs = race([Contestant(name, it) for name, (_, it) in commands.items()], rounds, tools.work)
    return {name: (costs[name].cpu / passes, costs[name].peak) for name, (passes, _) in commands.items()}


def ratio(costs):
    return costs[READ][0] / costs[INFLATE][0]


def rows_of(title, costs, files):
    least, own = costs[INFLATE][0], costs[READ][0]
    rows = [
        [name, seconds(cpu / files), megabytes(peak), times(cpu / least), times(cpu / own)]
        for name, (cpu, peak) in costs.items()
    ]
    return markdown([title, "CPU", "peak", "÷ inflate and tokenise", "÷ thidua"], rows)
