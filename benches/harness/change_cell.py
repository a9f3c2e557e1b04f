"""Adds one to a number of a submission, as a clerk would who was told of a slip: `WORKBOOK CODE`."""

import sys

from openpyxl import load_workbook

path, code = sys.argv[1:]
# With the results of formulas in their place: openpyxl would drop them.
book = load_workbook(path, data_only=True)
sheet = book["Số liệu"]
row = next(row for row in sheet.iter_rows(min_row=5) if row[0].value == code)
# The column of what was done.
row[5].value += 1
book.save(path)
