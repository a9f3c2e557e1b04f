"""A blank form on its way to a province and back, with other people's programs on the way.

usage: round_trip.py PROGRAM CAMPAIGN WORK

`thidua forms` writes the forms. openpyxl types the committed figures into the cells that are open,
LibreOffice calculates and saves, and `thidua build` must find nothing to mend and hold the same
figures and points as from the committed workbooks.
"""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import openpyxl

# A campaign names its sheet of figures as it likes: it is the one of these columns.
COLUMNS = {"Kế hoạch", "Thực hiện", "Năm trước", "Đăng ký năm sau"}
ABOUT, POINTS = "Thông tin chung", "Tự chấm điểm"


def run(program: str, *arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)


def rows(sheet) -> tuple[dict[str, int], dict[str, int]]:
    """Rows by code and columns by header of a sheet of figures."""
    top = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "Mã")
    columns = {cell.value: cell.column for cell in sheet[top] if cell.value}
    codes = {sheet.cell(row, 1).value: row for row in range(top + 1, sheet.max_row + 1)}
    return {code: row for code, row in codes.items() if code}, columns


def fill_points(sheet, given) -> int:
    """Types what a unit gave itself; sums are formulas and stay."""
    (into, headers), (of, theirs) = rows(sheet), rows(given)
    typed = 0
    for code, row in into.items():
        for header in ("Tự chấm", "Minh chứng, giải trình"):
            cell, value = sheet.cell(row, headers[header]), given.cell(of[code], theirs[header]).value
            if value is not None and not cell.protection.locked:
                cell.value, typed = value, typed + 1
    return typed


def fill(form: Path, sent: Path, to: Path) -> int:
    """Types what a unit sent into the open cells of its form; tells how many figures it typed."""
    book, source = openpyxl.load_workbook(form), openpyxl.load_workbook(sent, data_only=True)
    given = next(it for it in source if COLUMNS & {cell.value for row in it["A1:Z20"] for cell in row})
    sheet = book[given.title]
    (into, headers), (of, theirs) = rows(sheet), rows(given)
    typed = 0
    for code, row in into.items():
        if code not in of:
            continue
        for header in headers.keys() & theirs.keys() & COLUMNS:
            cell, value = sheet.cell(row, headers[header]), given.cell(of[code], theirs[header]).value
            if value is not None and not cell.protection.locked:
                cell.value, typed = value, typed + 1
    if POINTS in book.sheetnames:
        typed += fill_points(book[POINTS], source[POINTS])
    answers = {row[0].value: row[1].value for row in source[ABOUT].iter_rows() if row[0].value}
    for row in book[ABOUT].iter_rows():
        if row[0].value in answers and not row[1].protection.locked:
            row[1].value = answers[row[0].value]
    book.save(to)
    return typed


def figures(outputs: Path) -> dict[str, str | None]:
    read = json.loads((outputs / "so-lieu.json").read_text("utf-8"))
    return {it["id"]: it["value"] for it in [*read["figures"], *read.get("points", [])]}


def main() -> int:
    program, campaign, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    forms, copy, filled = work / "forms", work / campaign.name, work / "filled"
    shutil.copytree(campaign, copy)
    earlier = tomllib.loads((campaign / "campaign.toml").read_text("utf-8")).get("predecessor")
    if earlier:
        shutil.copytree(campaign / earlier, copy / earlier, dirs_exist_ok=True)
    filled.mkdir(parents=True)
    if run(program, "forms", campaign, "--out", forms).returncode:
        return 1
    typed = 0
    for form in sorted((forms / "bieu-mau").glob("*.xlsx")):
        typed += fill(form, campaign / "submissions" / form.name, filled / form.name)
    calculated = copy / "submissions"
    office = ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*office, calculated, *sorted(filled.iterdir())], capture_output=True, check=True)
    told = run(program, "build", copy, "--fonts", "embedded", "--out", work / "back")
    run(program, "build", campaign, "--fonts", "embedded", "--out", work / "straight")
    if told.returncode:
        print(told.stdout[-3000:], told.stderr[-3000:])
        return 1
    back, straight = figures(work / "back"), figures(work / "straight")
    differ = sorted(key for key in straight.keys() | back.keys() if straight.get(key) != back.get(key))
    print(f"  {typed} figures typed, {len(straight)} compared, {len(differ)} differ; exit {told.returncode}")
    if differ or not typed:
        print(told.stdout[-3000:], differ[:20])
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
