"""The tables of the Word templates: letterhead, figures, signatures."""

import prose
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
SIGNER = "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH"
RECIPIENTS = "Nơi nhận:\n- Như trên;\n- Liên đoàn Lao động các tỉnh trong Cụm;\n- Lưu: VT, VP."

# For hand and seal.
ROOM = "\n" * 5

# Widths of the tables whose columns do not depend on the units, in mm.
LABELS = [17, 52, 20]
COLUMNS = {
    "figures": LABELS + [19] * 4,
    "results": [16, 41, 18] + [18] * 5,
}
LANDSCAPE = 252


def fill(cell, text, bold=False, align=ALIGN.CENTER, size=12):
    paragraph = cell.paragraphs[0]
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)


def joined(names):
    """The lines of a list, each on its own line: `{{ … }}` of docxtpl takes a line break from `\\n`."""
    return f"{{{{ {names}|join('\\n') }}}}"


def letterhead(document, line, units):
    upper, issuer, number, place = prose.letterhead(line)
    table = document.add_table(2, 2)
    fill(table.cell(0, 0), joined(upper) + "\n" if upper != "[]" else "")
    run = table.cell(0, 0).paragraphs[0].add_run(joined(issuer))
    run.bold, run.font.size = True, Pt(12)
    fill(table.cell(0, 1), NATION, bold=True)
    fill(table.cell(1, 0), number, size=13)
    fill(table.cell(1, 1), place, size=13)


def of_figures(document, line, units):
    """Heads, then what docxtpl repeats for each row: a group's title, or an indicator's cells."""
    name, *landscape = line.text.split()
    widths = COLUMNS.get(name) or of_units(name, units)
    size = 10 if landscape else 12
    table = document.add_table(9, len(widths), "Table Grid")
    table.autofit = False
    for at, width in enumerate(widths):
        table.columns[at].width = Mm(width)
        fill(table.cell(0, at), f"{{{{ {name}.head[{at}] }}}}", bold=True, size=size)
        fill(table.cell(1, at), f"{{{{ {name}.letters[{at}] }}}}", size=size)
        align = {0: ALIGN.CENTER, 1: ALIGN.LEFT, 2: ALIGN.CENTER}.get(at, ALIGN.RIGHT)
        fill(table.cell(6, at), f"{{{{ row.cells[{at}] }}}}", align=align, size=size)
    fill(table.cell(4, 0), "{{ row.cells[0] }}", bold=True, size=size)
    title = table.cell(4, 1).merge(table.cell(4, len(widths) - 1))
    fill(title, "{{ row.cells[1] }}", bold=True, align=ALIGN.LEFT, size=size)
    for row in table.rows[:2]:
        on_every_page(row)
    controls = {2: f"for row in {name}.rows", 3: "if row.group", 5: "else", 7: "endif", 8: "endfor"}
    for at, words in controls.items():
        table.cell(at, 0).text = f"{{%tr {words} %}}"


def of_units(name, units):
    """Widths of a table with a column for each unit and one for all of them."""
    labels = [14, 62, 20] + [18] * (name == "targets_of_units")
    rest = (LANDSCAPE - sum(labels)) / (units + 1)
    return labels + [rest] * (units + 1)


def chart(document, line, units):
    """A Word template has no bars but those of letters."""
    name, caption = line.texts
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN.CENTER
    paragraph.add_run(caption).bold = True
    table = document.add_table(3, 2)
    table.cell(0, 0).text = f"{{%tr for bar in {name} %}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    table.autofit = False
    for at, width in enumerate((35, 130)):
        table.columns[at].width = Mm(width)
    fill(table.cell(1, 0), "{{ bar.label }}", align=ALIGN.LEFT)
    fill(table.cell(1, 1), "{{ '█' * (bar.share * 30)|round|int }} {{ bar.value }}", align=ALIGN.LEFT)


def on_every_page(row):
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def sign(document, line, units):
    table = document.add_table(1, 2)
    fill(table.cell(0, 0), RECIPIENTS, align=ALIGN.LEFT, size=11)
    fill(table.cell(0, 1), SIGNER + ROOM, bold=True)


def sign_unit(document, line, units):
    table = document.add_table(1, 2)
    fill(table.cell(0, 0), "NGƯỜI LẬP BIỂU" + ROOM, bold=True)
    fill(table.cell(0, 1), SIGNER + ROOM, bold=True)


def parties(document, line, units):
    """Three in a row."""
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN.CENTER
    paragraph.add_run(line.text).bold = True
    table = document.add_table(3, 3)
    table.cell(0, 0).text = "{%tr for row in parties|batch(3) %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    for at in range(3):
        lines = joined(f"row[{at}].lines")
        fill(table.cell(1, at), f"{{% if row[{at}] is defined %}}{lines}{{% endif %}}{ROOM}", bold=True)
