"""Papers as PDF: Jinja2 fills a Typst source, the typst wheel compiles it."""

from pathlib import Path

import prepared
import typst
import typst_form
from jinja2 import Environment, FileSystemLoader, StrictUndefined

LOOKS = Path(__file__).parent / "looks"


def draw(papers):
    templates = prepared.folder("typst", typst_form.write)
    jinja = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        finalize=typst_form.finished,
        trim_blocks=True,
        # Typst has `{#` of its own.
        comment_start_string="{##",
        comment_end_string="##}",
    )
    jinja.filters |= typst_form.FILTERS
    # One for all papers: fonts and look are searched and read once.
    compiler = typst.Compiler(root=LOOKS)
    for paper in papers:
        source = jinja.get_template(f"{paper.template}.typ").render(paper.values)
        compiler.compile(source.encode(), output=paper.file.with_suffix(".pdf"))
