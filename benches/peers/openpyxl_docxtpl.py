"""openpyxl, docxtpl, LibreOffice, XlsxWriter: `CAMPAIGN OUT [PAPER…]`."""

import os
import subprocess
from functools import partial

import docx_form
import papers
import prepared
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined


def draw(all_papers):
    units = len(all_papers[0].values["units"])
    templates = prepared.folder(f"docx{units}", partial(docx_form.write, units=units))
    jinja = Environment(undefined=StrictUndefined, autoescape=True)
    for paper in all_papers:
        template = DocxTemplate(templates / f"{paper.template}.docx")
        template.render(paper.values, jinja)
        template.save(paper.file.with_suffix(".docx"))
    print_all(all_papers, templates.parent / "libreoffice")


def print_all(all_papers, profile):
    """All files in one call: LibreOffice takes longer to start than to print one."""
    # It writes into one folder only.
    out = min((it.file.parent for it in all_papers), key=lambda it: len(it.parts))
    command = ["soffice", "--headless", "--nologo", "--norestore", f"-env:UserInstallation=file://{profile}"]
    command += ["--convert-to", "pdf", "--outdir", str(out)]
    command += [str(it.file.with_suffix(".docx")) for it in all_papers]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for paper in all_papers:
        os.replace(out / (paper.file.name + ".pdf"), paper.file.with_suffix(".pdf"))


papers.run("openpyxl", draw)
