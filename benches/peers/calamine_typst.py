"""python-calamine, Jinja2, typst, XlsxWriter: `CAMPAIGN OUT [PAPER…]`."""

import papers
import typst_papers

papers.run("calamine", typst_papers.draw)
