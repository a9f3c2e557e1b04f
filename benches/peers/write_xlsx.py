"""A workbook with one table of numbers, so many times: `LIBRARY ROWS COLUMNS OUT TIMES`."""

import sys

FONT = {"font_name": "Times New Roman", "font_size": 12}
TITLE = "BẢNG SỐ LIỆU"


def value(row, column):
    return (row * 31 + column * 7) % 100_000


def with_xlsxwriter(rows, columns, path):
    from xlsxwriter import Workbook

    # Rows go to the file as they are written.
    with Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Số liệu")
        title, head = (book.add_format(FONT | {"bold": True, "border": it}) for it in (0, 1))
        text = book.add_format(FONT | {"border": 1})
        number = book.add_format(FONT | {"border": 1, "num_format": "#,##0"})
        sheet.write_string(0, 0, TITLE, title)
        for column in range(columns):
            sheet.write_string(1, column, f"Cột {column + 1}", head)
        for row in range(rows):
            sheet.write_string(row + 2, 0, f"Công đoàn cơ sở số {row}", text)
            for column in range(1, columns):
                sheet.write_number(row + 2, column, value(row, column), number)


def with_openpyxl(rows, columns, path):
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Border, Font, Side

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Số liệu")
    line = Side(style="thin")
    border = Border(left=line, right=line, top=line, bottom=line)
    plain, bold = Font(name="Times New Roman", size=12), Font(name="Times New Roman", size=12, bold=True)

    def cell(content, font=plain, form="General"):
        made = WriteOnlyCell(sheet, content)
        made.font, made.border, made.number_format = font, border, form
        return made

    sheet.append([TITLE])
    sheet.append([cell(f"Cột {column + 1}", bold) for column in range(columns)])
    for row in range(rows):
        numbers = [cell(value(row, column), form="#,##0") for column in range(1, columns)]
        sheet.append([cell(f"Công đoàn cơ sở số {row}"), *numbers])
    book.save(path)


library, rows, columns, out, times = sys.argv[1:]
write = {"XlsxWriter": with_xlsxwriter, "openpyxl": with_openpyxl}[library]
for _ in range(int(times)):
    write(int(rows), int(columns), out)
print(int(rows) * int(columns), "cells")
