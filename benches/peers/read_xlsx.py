"""Every cell of some workbooks, so many times: `LIBRARY TIMES FILE…`."""

import sys


def with_openpyxl(path):
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    cells = sum(cell is not None for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    book.close()
    return cells


def with_calamine(path):
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    sheets = (book.get_sheet_by_name(it).to_python() for it in book.sheet_names)
    return sum(cell != "" for sheet in sheets for row in sheet for cell in row)


library, times, *files = sys.argv[1:]
read = {"openpyxl": with_openpyxl, "python-calamine": with_calamine}[library]
print(sum(read(file) for _ in range(int(times)) for file in files), "cells")
