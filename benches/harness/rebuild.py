"""After one corrected workbook, and after nothing at all."""

import json
import shutil
import subprocess
from pathlib import Path

import process
from campaign import CAMPAIGN
from race import middle
from table import markdown, seconds, times

NOTHING, CHANGED, SAME = "from nothing", "one number of one workbook changed", "nothing changed"
# A number that no rule holds against another.
INDICATOR = "CL17"


def measure(tools, options):
    folder, out = tools.work / "changing", tools.work / "changing-out"
    shutil.copytree(CAMPAIGN, folder)
    book = folder / "submissions" / "binh-dinh.xlsx"
    # What openpyxl saves is not what Excel saved: once before measuring, so that only the number differs.
    change(tools, book)
    build = [tools.thidua, "build", folder, "--out", out, "--format", "json"]
    costs, made = {NOTHING: [], CHANGED: [], SAME: []}, {}
    for at in range(options.rounds + 1):
        shutil.rmtree(out, ignore_errors=True)
        for name in costs:
            if name == CHANGED:
                change(tools, book)
            cost, said = process.run_and_hear(build)
            made[name] = files_made(json.loads(said))
            if at:
                costs[name].append(cost)
    return text({name: middle(it) for name, it in costs.items()}, made)


def files_made(answer):
    """How many of how many files were not taken as they lay."""
    files = len(answer["outputs"])
    return f"{files - answer['reused']} of {files}"


def change(tools, book):
    script = Path(__file__).with_name("change_cell.py")
    subprocess.run([tools.python, script, book, INDICATOR], check=True)


def text(costs, made):
    base = costs[NOTHING]
    rows = [
        [name, made[name], seconds(it.wall), seconds(it.cpu), times(it.wall / base.wall), times(it.cpu / base.cpu)]
        for name, it in costs.items()
    ]
    head = ["all papers of the campaign", "files made", "wall", "CPU", "wall ÷ from nothing", "CPU ÷ from nothing"]
    return markdown(head, rows)
