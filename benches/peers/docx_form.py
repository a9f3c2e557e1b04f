"""Templates of the papers as Word files with docxtpl's placeholders, made with python-docx."""

import docx
import docx_tables
import prose
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FONT = "Times New Roman"
HEADINGS = {"title": 1, "part": 2, "section": 3, "clause": 4, "caption": 4}


def write(name, folder, units):
    """`units`: how many columns the tables of units have, fixed in a Word template."""
    document = blank()
    for line in prose.lines(name):
        add(document, line, units)
    document.save(folder / f"{name}.docx")


def blank():
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.paragraph_format.space_after = Pt(6)
    for level in (1, 2, 3, 4):
        like_text(document.styles[f"Heading {level}"])
    lay_out(document.sections[0], 210, 297)
    return document


def like_text(style):
    """Headings as official papers have them: bold, black, of the text's size."""
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(14), RGBColor(0, 0, 0)
    style.font.italic = False
    fonts = style.element.rPr.rFonts
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(6)


def lay_out(section, width, height):
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)


def add(document, line, units):
    """A line of the prose in its place."""
    if line.kind in HEADINGS:
        heading(document, line)
    elif line.kind == "control":
        # `p`: the paragraph that holds it goes.
        document.add_paragraph(line.text.replace("{%", "{%p", 1))
    elif line.kind in ("paragraph", "item", "legal", "note", "centre"):
        text = "- " * (line.kind == "item") + line.text
        words(document, text, line.kind == "centre", line.kind in ("legal", "note"))
    elif line.kind == "annex":
        annex(document, line)
    else:
        PARTS[line.kind](document, line, units)


def words(document, text, centred=False, italic=False):
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN.CENTER if centred else ALIGN.JUSTIFY
    paragraph.paragraph_format.first_line_indent = None if centred else Mm(12.7)
    paragraph.add_run(text).italic = italic


def heading(document, line):
    level = HEADINGS[line.kind]
    paragraph = document.add_paragraph(style=f"Heading {level}")
    centred = line.kind not in ("section", "clause")
    paragraph.alignment = ALIGN.CENTER if centred else ALIGN.LEFT
    paragraph.paragraph_format.first_line_indent = None if centred else Mm(12.7)
    paragraph.add_run("\n".join(line.texts)).font.all_caps = line.kind == "section"


def annex(document, line):
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    lay_out(section, 297, 210)
    *title, attached = line.texts
    heading(document, prose.Line("title", title))
    words(document, attached, centred=True, italic=True)


PARTS = {
    "letterhead": docx_tables.letterhead,
    "table": docx_tables.of_figures,
    "sign": docx_tables.sign,
    "sign-unit": docx_tables.sign_unit,
    "parties": docx_tables.parties,
    "chart": docx_tables.chart,
}
