"""openpyxl, Jinja2, WeasyPrint, XlsxWriter: `CAMPAIGN OUT [PAPER…]`."""

from pathlib import Path

import html_form
import papers
import prepared
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

LOOKS = Path(__file__).parent / "looks"


def draw(all_papers):
    templates = prepared.folder("html", html_form.write)
    jinja = Environment(
        loader=FileSystemLoader([templates, LOOKS]), undefined=StrictUndefined, autoescape=True, trim_blocks=True
    )
    # Fonts and style sheet are read once for all papers.
    fonts = FontConfiguration()
    style = CSS(LOOKS / "papers.css", font_config=fonts)
    for paper in all_papers:
        page = jinja.get_template(f"{paper.template}.html").render(paper.values)
        HTML(string=page).write_pdf(paper.file.with_suffix(".pdf"), stylesheets=[style], font_config=fonts)


papers.run("openpyxl", draw)
