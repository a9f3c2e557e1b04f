"""The workbooks of result tables, read by openpyxl and recalculated by LibreOffice."""

import hashlib
import math
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from judging.case import Case, run

# Excel keeps numbers as binary fractions of 53 bits.
CLOSE = 1e-9

# Documents whose cells are figures.
FIGURES = ["bang-tong-hop-so-lieu", "bang-giao-chi-tieu"]

# The sheet of Excel's own charts, with what they draw beside them.
CHARTS = "Biểu đồ"

# A share of a target, as the charts show it.
REACHED = re.compile(r"ty_le_dat\((.+),(.+)\)")

# What the sheet of sources says of the cell that a figure was read from.
ORIGIN = ["Tệp nguồn", "Trang tính", "Ô", "Nội dung ô", "SHA-256 của tệp nguồn"]

MEASURES = {"kế hoạch": "target", "thực hiện": "actual", "đăng ký": "pledged"}

# LibreOffice recalculates every formula on loading, whatever the file says of itself.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=CLOSE, abs_tol=CLOSE)


def stored(case: Case) -> list[str]:
    """The stored number of every cell that names a figure is that figure, totals included."""
    faults, books = [], [path for kind in FIGURES if (path := case.only(kind))]
    for path in books:
        for sheet in openpyxl.load_workbook(path, data_only=True):
            if sheet.title in ("Nguồn số liệu", CHARTS):
                continue
            found = list(places(case, sheet))
            for at, id in found:
                faults += cell(case, sheet, at, id)
            if not found:
                faults.append(f"“{sheet.title}”: no table of figures was recognised")
            case.tell(f"{sheet.title}: {len(found)}")
    return faults if books else ["no workbook of figures"]


def charts(case: Case) -> list[str]:
    """Every cell that a chart draws holds its figure, and every chart draws cells of its own sheet."""
    faults, drawn = [], 0
    for path in [path for kind in FIGURES if (path := case.only(kind))]:
        book = openpyxl.load_workbook(path)
        if CHARTS not in book:
            continue
        sheet = book[CHARTS]
        ranges = [str(it.val.numRef.f).replace("$", "") for chart in sheet._charts for it in chart.series]
        cells = {f"{at.coordinate}" for it in ranges for [at] in sheet[it.rpartition("!")[2]]}
        if any(not it.startswith(f"'{CHARTS}'!") for it in ranges) or not ranges:
            faults.append(f"{path.name}: the charts draw {ranges}")
        mine = [it for it in case.so_lieu["printed"] if it["document"] == path.name and it.get("sheet") == CHARTS]
        empty = {it for it in cells if not isinstance(sheet[it].value, (int, float))}
        if {it["cell"] for it in mine} != cells - empty:
            faults.append(f"{path.name}: what the charts draw is not what so-lieu.json says of it")
        for it in mine:
            drawn += 1
            shared = REACHED.fullmatch(it["figure"])
            if not shared:
                faults += cell(case, sheet, sheet[it["cell"]], it["figure"])
                continue
            done, wanted = [case.value(figure) for figure in shared.groups()]
            if abs(sheet[it["cell"]].value - float(100 * done / wanted)) > 0.05 + CLOSE:
                faults.append(f"{path.name}: {it['cell']} is not {it['figure']}")
    case.tell(f"{drawn} numbers are drawn")
    return faults


def places(case: Case, sheet) -> Iterator[tuple]:
    """Every cell that stands for a figure, and which."""
    rows = list(sheet.iter_rows(min_row=1))
    if any(row[0].value == "Mã" for row in rows[:20]):
        columns = figure_columns(case, sheet)
        for row in rows:
            if row[0].value in case.catalogue:
                for column, (measure, unit) in columns.items():
                    yield row[column], figure_id(row[0].value, measure, unit)
        return
    head = next(index for index, row in enumerate(rows) if row[0].value == "TT")
    measure = measure_of(case, [it.value for row in rows[:head] for it in row if it.value])
    names = {f"Cộng {it['name']}": it["code"] for it in case.so_lieu.get("groups", [])}
    names |= {it["name"]: it["code"] for it in case.units} | {case.whole: None}
    for row in rows[head + 1 :]:
        for top, found in zip(rows[head], row):
            if row[1].value in names and top.value in case.catalogue:
                yield found, figure_id(top.value, measure, names[row[1].value])


def measure_of(case: Case, titles: list[str]) -> str:
    """The measure that the title of a sheet names, in brackets or after what it says otherwise."""
    in_brackets = [it.strip(" )") for words in titles for it in words.split("(")[1:]]
    named = [measure(case, words) for words in in_brackets]
    given = "target" if any("CHỈ TIÊU GIAO" in words for words in titles) else "actual"
    return next(filter(None, named), given)


def figure_id(code: str, measure: str, unit: str | None) -> str:
    return f"{code}.{measure}" if unit is None else f"{code}.{measure}.{unit}"


def cell(case: Case, sheet, found, id: str) -> list[str]:
    place = f"“{sheet.title}” › {found.coordinate}"
    value = case.value(id) if id in case.figures else None
    if value is None or found.value in (None, ""):
        told = found.value not in (None, "")
        return [f"{place} holds {found.value!r}, {id} has no value"] if told else (
            [f"{place} is empty, {id} is {float(value)}"] if value is not None else []
        )
    expected = float(value / case.factor(id.split(".")[0]))
    if not isinstance(found.value, (int, float)) or not close(found.value, expected):
        return [f"{place} holds {found.value!r}, {id} is {expected}"]
    return []


def figure_columns(case: Case, sheet) -> dict[int, tuple[str, str | None]]:
    """Column (from 0) to measure and unit: from the header, the band above it, else the title."""
    rows = list(sheet.iter_rows(min_row=1, max_row=20, values_only=True))
    head = next(index for index, row in enumerate(rows) if row[0] == "Mã")
    two = rows[head + 1][0] is None
    of_sheet = measure_of(case, [words for row in rows[:head] for words in row if words])
    names = {unit["name"]: unit["code"] for unit in case.units} | {case.whole: None}
    columns: dict[int, tuple[str, str | None]] = {}
    band = None
    for index, top in enumerate(rows[head]):
        band = top if top is not None else band
        label = rows[head + 1][index] if two else top
        label = top if label is None else label
        if label in names:
            columns[index] = (measure(case, band) or of_sheet, names[label])
        elif measure(case, label):
            columns[index] = (measure(case, label), None)
    return columns


def measure(case: Case, header: object) -> str | None:
    """The measure that a header names; None for marks, labels, percentages and changes."""
    words = str(header or "").lower()
    year = case.campaign["period"]["year"]
    if "(%)" in words:
        return None
    if words == f"năm {year - 1}":
        return "previous"
    return next((it for name, it in MEASURES.items() if words.startswith(name)), None)


def sources(case: Case) -> list[str]:
    """The sheet of sources tells each printed cell's figure, its value, and the cell of the unit it came from."""
    path = case.only("bang-tong-hop-so-lieu")
    if path is None:
        return []
    book = openpyxl.load_workbook(path, data_only=True)
    rows = list(book["Nguồn số liệu"].iter_rows(values_only=True))
    head = next(index for index, row in enumerate(rows) if row[0] == "STT")
    at = {name: index for index, name in enumerate(rows[head])}
    faults, cells = [], set()
    for row in rows[head + 1 :]:
        id = row[at["Tên số liệu"]]
        if id not in case.figures:
            faults.append(f"row {row[0]} tells of {id}, which is no figure")
            continue
        wanted, told = case.value(id), row[at["Giá trị (tiền tính bằng đồng)"]]
        if (told is None) != (wanted is None) or (told is not None and not close(told, float(wanted))):
            faults.append(f"row {row[0]}: {id} is {wanted}, told is {told!r}")
        place = row[1]
        if place is not None and told is not None:
            cells.add(place)
            sheet, _, address = place.rpartition("!")
            factor = case.factor(row[at["Mã"]]) if row[at["Mã"]] else 1
            found = book[sheet][address].value
            if not isinstance(found, (int, float)) or not close(found * factor, float(wanted)):
                faults.append(f"{place} holds {found!r}, {id} is {float(wanted)}")
        faults += [f"row {row[0]}: {it}" for it in origin(case, id, [row[at[it]] for it in ORIGIN])]
    printed = [it for it in case.so_lieu["printed"] if it["document"] == path.name]
    valued = [it for it in printed if case.value(it["figure"]) is not None]
    if len(valued) != len(cells):
        faults.append(f"{len(valued)} figures are printed, the sheet tells of {len(cells)} cells")
    case.tell(f"{len(cells)} cells of {len(rows) - head - 1} rows")
    return faults


def origin(case: Case, id: str, told: list) -> list[str]:
    """File, sheet, cell, words and hash of a figure that rests on one cell."""
    file, sheet, address, words, sha256 = told
    cells = case.figures[id].get("cells", [])
    if file is None:
        return [] if case.figures[id].get("from") or not cells else [f"{id} has no source"]
    wanted = (file, sheet, address, words)
    if wanted not in [tuple(it[key] for key in ("file", "sheet", "cell", "text")) for it in cells]:
        return [f"{id} is said to stand in {wanted}"]
    data = (case.campaign_folder / file).read_bytes()
    return [] if hashlib.sha256(data).hexdigest() == sha256 else [f"{file} has another hash"]


def recalculated(case: Case) -> list[str]:
    """Loaded as it is, and with every stored result removed, all numbers come out the same."""
    books = [case.outputs / it for files in case.papers.values() for it in files if it.endswith(".xlsx")]
    faults = []
    for path in books:
        faults += [f"{path.name}: {it}" for it in again(case, path)]
    return faults if books else ["no workbook"]


def again(case: Case, original: Path) -> list[str]:
    numbers = read(original, values=True)
    formulas = {at: it for at, it in read(original, values=False).items() if is_formula(it)}
    if not formulas:
        return ["no formula"]
    faults = [
        f"{at} shows {it!r}"
        for at, it in numbers.items()
        if isinstance(it, str) and it.startswith("#")
    ]
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder) / "stripped.xlsx"
        openpyxl.load_workbook(original).save(stripped)
        left = [at for at, it in read(stripped, values=True).items() if at in formulas]
        if left:
            return [f"the stored results were to be removed, {len(left)} are left"]
        for source, what in [(original, "as written"), (stripped, "without stored results")]:
            calculated = read(convert(source, Path(folder)), values=True)
            faults += [f"{what}: {it}" for it in differences(numbers, calculated)]
    count = sum(isinstance(it, (int, float)) for it in numbers.values())
    case.tell(f"{original.name}: {count} numbers, {len(formulas)} formulas")
    return faults


def is_formula(value: object) -> bool:
    return isinstance(value, str) and value.startswith("=")


def read(path: Path, *, values: bool) -> dict[str, object]:
    """Cells that hold something, by sheet and address."""
    book = openpyxl.load_workbook(path, data_only=values)
    return {
        f"“{sheet.title}” › {cell.coordinate}": cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def convert(source: Path, folder: Path) -> Path:
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS, "utf-8")
    target = folder / f"again-{source.stem}"
    done = run(
        "soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
        "--convert-to", "xlsx", "--outdir", target, source,
    )
    result = target / source.name
    if not result.exists():
        raise RuntimeError(f"LibreOffice wrote nothing: {done.stdout} {done.stderr}")
    return result


def differences(before: dict[str, object], after: dict[str, object]) -> list[str]:
    faults = []
    for at in sorted(before.keys() | after.keys()):
        a, b = before.get(at), after.get(at)
        numbers = isinstance(a, (int, float)) and isinstance(b, (int, float))
        if not (close(a, b) if numbers else same_words(a, b)):
            faults.append(f"{at} was {a!r}, is {b!r}")
    return faults


def same_words(a: object, b: object) -> bool:
    if isinstance(a, (int, float)) or isinstance(b, (int, float)):
        return False
    return str(a or "").split() == str(b or "").split()
