"""Points, ranks and votes: from the cells up to the totals, the ranks and the table of the meeting."""

from collections import defaultdict
from fractions import Fraction

import openpyxl

from judging.case import Case

# What a later stage does not touch stands as the stage before it left it.
BEFORE = {"explained": "verified"}


def judge(case: Case) -> list[str]:
    """The tree of points: cells, sums of criteria, the later word, totals and ranks."""
    if "scoring" not in case.campaign:
        case.tell("nothing is scored")
        return ["points without [scoring]"] if case.points else []
    case.tell(f"{len(case.points)} points")
    return cells(case) + settled(case) + sums(case) + totals(case) + ranks(case)


def value(case: Case, id: str) -> Fraction | None:
    return Fraction(case.points[id]["value"]) if id in case.points else None


def cells(case: Case) -> list[str]:
    books: dict = {}
    faults = []
    for id, point in case.points.items():
        for place in point.get("cells", []):
            if place["file"] not in books:
                path = case.campaign_folder / place["file"]
                books[place["file"]] = openpyxl.load_workbook(path, data_only=True)
            found = books[place["file"]][place["sheet"]][place["cell"]].value
            if not isinstance(found, (int, float)) or Fraction(str(found)) != value(case, id):
                faults.append(f"{id} is {point['value']}, {place['file']} › {place['cell']} holds {found!r}")
    return faults


def settled(case: Case) -> list[str]:
    """What is settled is the later word of the panel, never the higher number."""
    faults = []
    for id, point in case.points.items():
        if point["of"] != "criterion" or point["stage"] != "settled":
            continue
        name = f"diem.{point['code']}"
        said = (value(case, f"{name}.{it}.{point['unit']}") for it in ("explained", "verified"))
        last = next((it for it in said if it is not None), None)
        if last != value(case, id):
            faults.append(f"{id} is {point['value']}, the panel's last word is {last}")
    return faults


def sums(case: Case) -> list[str]:
    """A group is the sum of its criteria, and what is below it."""
    criteria = defaultdict(dict)
    groups: dict[str, set[str]] = defaultdict(set)
    for point in case.points.values():
        if point["of"] == "criterion":
            group = point["code"].rpartition(".")[0]
            criteria[point["unit"], point["stage"]][point["code"]] = Fraction(point["value"])
            groups[group].add(point["code"])
    faults = []
    for id, point in case.points.items():
        if point["of"] != "group":
            continue
        unit, stage = point["unit"], point["stage"]
        standing = criteria[unit, BEFORE.get(stage, stage)] | criteria[unit, stage]
        total = sum(standing.get(code, 0) for code in groups[point["code"]])
        if total != Fraction(point["value"]):
            faults.append(f"{id} is {point['value']}, its criteria give {float(total)}")
    return faults


def totals(case: Case) -> list[str]:
    faults = []
    for id, point in case.points.items():
        if point["of"] != "total":
            continue
        tail = f"{point['stage']}.{point['unit']}"
        merit, bonus, penalty = (value(case, f"diem.{it}.{tail}") or 0 for it in ("chuan", "thuong", "tru"))
        if merit + bonus - penalty != Fraction(point["value"]):
            faults.append(f"{id} is {point['value']}, not {float(merit)} + {float(bonus)} - {float(penalty)}")
        of_groups = sum(
            Fraction(it["value"])
            for it in case.points.values()
            if it["of"] == "group" and it["stage"] == point["stage"] and it["unit"] == point["unit"]
            and it["code"] not in ("T", "TR")
        )
        if of_groups != merit:
            faults.append(f"diem.chuan.{tail} is {float(merit)}, its groups give {float(of_groups)}")
    return faults


def ranks(case: Case) -> list[str]:
    """A higher total never stands below a lower one, and no rank is left out."""
    standing = {
        it["unit"]: (Fraction(it["value"]), value(case, f"diem.tong.settled.{it['unit']}"))
        for it in case.points.values()
        if it["of"] == "rank"
    }
    faults = [
        f"{unit} ranks {rank} with {float(total)}, above {other} with {float(more)}"
        for unit, (rank, total) in standing.items()
        for other, (below, more) in standing.items()
        if rank < below and total < more
    ]
    if len(standing) != len(case.units) or min((it[0] for it in standing.values()), default=0) != 1:
        faults.append(f"{len(standing)} ranks for {len(case.units)} units")
    return faults


def meeting(case: Case) -> list[str]:
    """The workbook of the meeting holds the settled point of every criterion and unit, and the totals."""
    path = case.only("bang-cham-diem-thi-dua")
    if path is None:
        return []
    overview, detail = openpyxl.load_workbook(path, data_only=True).worksheets[:2]
    held, faults = 0, []
    names = {it["name"]: it["code"] for it in case.units}
    heads = next(row for row in detail.iter_rows(values_only=True) if row[0] == "Mã")
    codes = {it["code"] for it in case.points.values() if it["of"] in ("criterion", "group")}
    for row in detail.iter_rows(values_only=True):
        for head, found in zip(heads, row):
            if row[0] in codes and head in names:
                held += 1
                faults += same(case, f"diem.{row[0]}.settled.{names[head]}", found)
    heads = next(row for row in overview.iter_rows(values_only=True) if row[0] == "TT")
    columns = {"Tổng điểm": "diem.tong.settled", "Xếp thứ": "xep_thu"}
    for row in overview.iter_rows(values_only=True):
        for head, found in zip(heads, row):
            if row[1] in names and head in columns:
                held += 1
                faults += same(case, f"{columns[head]}.{names[row[1]]}", found)
    case.tell(f"{held} cells")
    return faults if held else ["no table of points was recognised"]


def same(case: Case, id: str, found: object) -> list[str]:
    expected = value(case, id)
    told = isinstance(found, (int, float)) and expected is not None
    if told and abs(Fraction(str(found)) - expected) < Fraction(1, 10**6):
        return []
    return [] if expected is None and found in (None, "") else [f"{id} is {expected}, the workbook holds {found!r}"]
