"""Writing workbooks: the program's writer and others, the same table."""

from race import Contestant, race
from table import TARGETS, at_least, markdown, megabytes, seconds, times

THIDUA, XLSXWRITER, OPENPYXL = "thidua", "XlsxWriter, constant memory", "openpyxl, write-only"
# Rows, columns, and how often: fast writers, slow writers.
TABLES = ((60, 10, 300, 100), (6500, 40, 5, 1))


def measure(tools, options):
    parts, targets = [], []
    for rows, columns, often, seldom in TABLES:
        costs = race_of(tools, options.rounds, (rows, columns), often, seldom)
        own = costs[THIDUA][0]
        title = f"{rows:,} × {columns}"
        lines = [[name, seconds(cpu), megabytes(peak), times(cpu / own)] for name, (cpu, peak) in costs.items()]
        parts.append(markdown([title, "CPU", "peak", "CPU ÷ thidua"], lines))
        targets.append(at_least(f"CPU of XlsxWriter, to thidua, {title}", 5, costs[XLSXWRITER][0] / own))
    return "\n".join([*parts, markdown(TARGETS, targets)])


def race_of(tools, rounds, size, often, seldom):
    """CPU seconds and peak of each, of one workbook."""
    def peer(library):
        return lambda out: [*tools.peer("write_xlsx"), library, *size, out, seldom]

    commands = {
        THIDUA: (often, lambda out: [tools.bare, "write", *size, out, "--times", often]),
        XLSXWRITER: (seldom, peer("XlsxWriter")),
        OPENPYXL: (seldom, peer("openpyxl")),
    }
    costs = race([Contestant(name, it) for name, (_, it) in commands.items()], rounds, tools.work)
    return {name: (costs[name].cpu / made, costs[name].peak) for name, (made, _) in commands.items()}
