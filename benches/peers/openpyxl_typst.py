"""openpyxl, Jinja2, typst, XlsxWriter: `CAMPAIGN OUT [PAPER…]`."""

import papers
import typst_papers

papers.run("openpyxl", typst_papers.draw)
