"""Whether a contestant's papers hold the figures of thidua: `SO_LIEU.json OUT`; prints where they do not.

Its workbook is read with openpyxl for the totals, its PDFs with pdftotext for some of the figures that they print.
"""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

# so-lieu.json has money in đồng, workbooks have it in the unit that the form prints.
IN_DONG = {"triệu đồng": 10**6, "tỷ đồng": 10**9}

# The sheets of a contestant's workbook, where the totals stand, and of how many indicators at least.
TOTALS = (
    ("01 Số liệu", "actual", -1, 130),
    ("02 Kết quả chỉ tiêu", "target", 4, 11),
    ("04 So với năm trước", "previous", 3, 130),
)
# What each PDF must print; `{}` is a unit's code.
PRINTED = {
    "bao-cao-tong-ket-*.pdf": ("TC01.actual", "TC10.actual", "TC12.actual", "CL08.actual", "NC02b.actual"),
    "giao-uoc-*.pdf": ("TC05.pledged", "TC12.pledged", "CL08.pledged", "KT02.pledged"),
    "tin-hoi-nghi-*.pdf": ("TC01.actual", "TC10.actual", "XD01.actual"),
    "phieu-xac-nhan-so-lieu/*.pdf": ("TC10.actual.{}", "TC12.pledged.{}", "NC02b.previous.{}", "KN02.actual.{}"),
}


def main():
    figures, out = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])
    units = {it["code"]: it["unit"] for it in figures["indicators"]}
    values = {
        it["id"]: Decimal(it["value"]) / IN_DONG.get(units[it["indicator"]], 1)
        for it in figures["figures"]
        if it.get("indicator") and it.get("value") is not None
    }
    wrong = [*wrong_totals(values, next(out.glob("*.xlsx"))), *not_printed(values, out)]
    print("\n".join(wrong), end="")
    sys.exit(bool(wrong))


def wrong_totals(values, path):
    book = load_workbook(path, read_only=True, data_only=True)
    for sheet, measure, column, count in TOTALS:
        rows = list(book[sheet].iter_rows(min_row=4, values_only=True))
        if len(rows) < count:
            yield f"{sheet}: {len(rows)} indicators, not {count}"
        for row in rows:
            expected = values.get(f"{row[0]}.{measure}")
            if not same(row[column], expected):
                yield f"{sheet}, {row[0]}: {row[column]}, not {expected}"


def same(cell, expected):
    """Equal but for what a binary fraction cannot say."""
    if cell is None or expected is None:
        return cell is expected
    return abs(Decimal(cell) - expected) <= abs(expected) * Decimal("1e-9")


def not_printed(values, out):
    for pattern, names in PRINTED.items():
        files = sorted(out.glob(pattern))
        if not files:
            yield f"{pattern}: no such file"
        for file in files:
            text = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout.decode()
            for name in names:
                figure = f"{values[name.format(file.stem)]:,f}".replace(",", ".")
                if figure not in text:
                    yield f"{file.name}: {name.format(file.stem)} ({figure}) is not printed"


main()
