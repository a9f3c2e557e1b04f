"""The workbook of result tables, read by openpyxl and recalculated by LibreOffice."""

import math
import tempfile
from pathlib import Path

import openpyxl

from judging.case import Case, run

# Excel keeps numbers as binary fractions of 53 bits.
CLOSE = 1e-9

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
    book = openpyxl.load_workbook(case.only("bang-tong-hop-so-lieu-*.xlsx"), data_only=True)
    faults = []
    for sheet in [it for it in book if it.title != "Nguồn số liệu"]:
        columns = figure_columns(case, sheet)
        held = 0
        for row in sheet.iter_rows(min_row=1):
            code = row[0].value
            if code not in case.catalogue:
                continue
            for column, (measure, unit) in columns.items():
                held += 1
                faults += cell(case, sheet, row[column], figure_id(code, measure, unit))
        if not held:
            faults.append(f"“{sheet.title}”: no table of figures was recognised")
        case.tell(f"{sheet.title}: {held}")
    return faults


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
    titles = [words for row in rows[:head] for words in row if words]
    in_brackets = [words.rpartition("(")[2] for words in titles if words.endswith(")")]
    of_sheet = next(filter(None, (measure(case, words) for words in in_brackets)), "actual")
    names = {unit["name"]: unit["code"] for unit in case.units} | {"Toàn cụm": None}
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


def recalculated(case: Case) -> list[str]:
    """Loaded as it is, and with every stored result removed, all numbers come out the same."""
    original = case.only("bang-tong-hop-so-lieu-*.xlsx")
    numbers = read(original, values=True)
    formulas = {at: it for at, it in read(original, values=False).items() if is_formula(it)}
    if not formulas:
        return [f"{original.name} has no formula"]
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
            again = read(convert(source, Path(folder)), values=True)
            faults += [f"{what}: {it}" for it in differences(numbers, again)]
    count = sum(isinstance(it, (int, float)) for it in numbers.values())
    case.tell(f"{count} numbers, {len(formulas)} formulas")
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
