"""The workbook of results, with XlsxWriter: totals and ratios as formulas with their results."""

from decimal import Decimal

import tables
import words
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

LABELS = 3


def write(campaign, path):
    with Workbook(path) as book:
        looks = looks_of(book)
        codes = tables.PLEDGED
        of_units(book, looks, "01 Số liệu", campaign, list(campaign.indicators), "actual")
        of_cluster(book, looks, "02 Kết quả chỉ tiêu", campaign, tables.RESULTS, ("previous", "target", "actual"))
        of_units(book, looks, "03 Kế hoạch đơn vị", campaign, codes, "target")
        of_units(book, looks, "03 Thực hiện đơn vị", campaign, codes, "actual")
        of_cluster(book, looks, "04 So với năm trước", campaign, list(campaign.indicators), ("previous", "actual"))
        chart(book, campaign)


def looks_of(book):
    base = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "valign": "vcenter"}
    looks = {
        "title": book.add_format({"font_name": "Times New Roman", "font_size": 13, "bold": True}),
        "head": book.add_format(base | {"bold": True, "align": "center", "text_wrap": True}),
        "text": book.add_format(base | {"text_wrap": True}),
    }
    for places in (0, 1, 2):
        looks[places] = book.add_format(base | {"num_format": "#,##0" + "." * bool(places) + "0" * places})
    return looks


def sheet_of(book, looks, name, head):
    sheet = book.add_worksheet(name)
    sheet.write(0, 0, name[3:].upper(), looks["title"])
    sheet.write_row(2, 0, ["Mã", "Nội dung", "Đơn vị tính"] + head, looks["head"])
    sheet.set_column(0, 0, 9)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 2 + len(head), 14)
    sheet.freeze_panes(3, LABELS)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    return sheet


def of_units(book, looks, name, campaign, codes, measure):
    """A column for each unit, and the cluster's."""
    sheet = sheet_of(book, looks, name, tables.unit_heads(campaign))
    rows = {code: row for row, code in enumerate(codes, 3)}
    last = LABELS + len(campaign.units)
    for code, row in rows.items():
        indicator, column = campaign.indicators[code], campaign.column(code, measure)
        look = looks[words.decimals(indicator)]
        sheet.write_row(row, 0, tables.named(indicator), looks["text"])
        for at, value in enumerate(column.units, LABELS):
            put(sheet, row, at, value, look)
        formula = total(indicator, rows, row, last)
        if formula and column.cluster is not None:
            sheet.write_formula(row, last, formula, look, float(column.cluster))
        else:
            put(sheet, row, last, column.cluster, look)


def total(indicator, rows, row, last):
    """How the cluster's figure comes from the sheet; none where its parts are not on it."""
    if "weight" in indicator:
        return None
    if "ratio" not in indicator:
        return f"=SUM({xl_range(row, LABELS, row, last - 1)})"
    parts = [rows.get(indicator["ratio"][it]) for it in ("numerator", "denominator")]
    if None in parts:
        return None
    of, by = (xl_rowcol_to_cell(it, last) for it in parts)
    return f"={of}/{by}" + "*100" * (indicator["kind"] == "percent")


def of_cluster(book, looks, name, campaign, codes, measures):
    """The cluster's measures side by side, and how the last compares with the others, in percent."""
    heads = {"previous": "Năm trước", "target": "Kế hoạch", "actual": "Thực hiện"}
    compared = ["So với " + heads[it].lower() + " (%)" for it in measures[:-1]]
    sheet = sheet_of(book, looks, name, [heads[it] for it in measures] + compared)
    for row, code in enumerate(codes, 3):
        indicator = campaign.indicators[code]
        sheet.write_row(row, 0, tables.named(indicator), looks["text"])
        values = [campaign.column(code, it).cluster for it in measures]
        for at, value in enumerate(values, LABELS):
            put(sheet, row, at, value, looks[words.decimals(indicator)])
        now = LABELS + len(measures) - 1
        for at, value in enumerate(values[:-1]):
            result = values[-1] * 100 / value if value and values[-1] is not None else None
            place = (row, LABELS + len(measures) + at)
            if result is None:
                sheet.write_blank(*place, None, looks[2])
            else:
                formula = f"={xl_rowcol_to_cell(row, now)}/{xl_rowcol_to_cell(row, LABELS + at)}*100"
                sheet.write_formula(*place, formula, looks[2], float(result))


def put(sheet, row, column, value, look):
    if value is None:
        sheet.write_blank(row, column, None, look)
    else:
        sheet.write_number(row, column, float(value) if isinstance(value, Decimal) else value, look)


def chart(book, campaign):
    """New members of each unit, from the first sheet."""
    row = 3 + list(campaign.indicators).index("TC12")
    first, last = LABELS, LABELS + len(campaign.units) - 1
    column = book.add_chart({"type": "column"})
    name = "01 Số liệu"
    column.add_series({"categories": [name, 2, first, 2, last], "values": [name, row, first, row, last]})
    column.set_title({"name": "Đoàn viên kết nạp mới"})
    book.add_worksheet("Biểu đồ").insert_chart(1, 1, column)
