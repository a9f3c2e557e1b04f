"""The rows of some sheets of a workbook, by library; none for a sheet that is not there."""


def with_openpyxl(path, sheets):
    from openpyxl import load_workbook

    # Streaming, and the stored results of formulas.
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        there = book.sheetnames
        return [list(book[it].iter_rows(values_only=True)) if it in there else [] for it in sheets]
    finally:
        book.close()


def with_calamine(path, sheets):
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    there = book.sheet_names
    return [book.get_sheet_by_name(it).to_python() if it in there else [] for it in sheets]


ENGINES = {"openpyxl": with_openpyxl, "calamine": with_calamine}
