"""The whole campaign: ten workbooks in, all papers out, each a cold process."""

import subprocess
import sys

from process import Failed
from race import Contestant, race
from table import COMPARED, TARGETS, at_least, at_most, compared, markdown
from tools import ROOT

CAMPAIGN = ROOT / "inputs" / "mien-trung-tay-nguyen-2024"
PDFS = ("giao-uoc", "bao-cao-tong-ket", "tin-hoi-nghi", "phieu-xac-nhan-so-lieu")
ONLY = ",".join((*PDFS, "bang-tong-hop-so-lieu"))

THIDUA, BARE = "thidua", "Typst alone, the PDFs of thidua"
OPENPYXL, CALAMINE = "openpyxl + Jinja2 + typst", "python-calamine + Jinja2 + typst"
WORD, WEASYPRINT = "openpyxl + docxtpl + LibreOffice", "openpyxl + Jinja2 + WeasyPrint"
PEERS = {
    OPENPYXL: "openpyxl_typst",
    CALAMINE: "calamine_typst",
    WORD: "openpyxl_docxtpl",
    WEASYPRINT: "openpyxl_weasyprint",
}


def measure(tools, options):
    work = tools.work
    few, full = work / "bare-few", work / "bare-full"
    subprocess.run([tools.bare, "papers", CAMPAIGN, few, *PDFS], check=True, stdout=sys.stderr)
    subprocess.run([tools.bare, "papers", CAMPAIGN, full], check=True, stdout=sys.stderr)
    truth = work / "truth"
    build = [tools.thidua, "build", CAMPAIGN, "--fonts", "embedded", "--out"]
    subprocess.run([*build, truth, "--only", ONLY], check=True, capture_output=True)
    disagreeing = set()

    def check(contestant, out):
        if contestant.name in PEERS and not agrees(tools, truth, out, contestant.name):
            disagreeing.add(contestant.name)

    same = [Contestant(THIDUA, lambda out: [*build, out, "--only", ONLY]), bare(tools, few)]
    same += [peer(tools, *it) for it in PEERS.items()]
    costs = race(same, options.rounds, work, check)
    costs = {name: cost for name, cost in costs.items() if name not in disagreeing}
    everything = [Contestant(THIDUA, lambda out: [*build, out]), bare(tools, full)]
    all_papers = race(everything, options.rounds, work)
    return text(costs, all_papers, disagreeing)


def bare(tools, folder):
    return Contestant(BARE, lambda out: [tools.bare, "typst", folder, "--threads", 2, "--out", out])


def peer(tools, name, script):
    return Contestant(name, lambda out: [*tools.peer(script), CAMPAIGN, out])


def agrees(tools, truth, out, name):
    """Whether it printed the same figures; if not, says which."""
    command = [tools.python, ROOT / "benches" / "harness" / "agreement.py", truth / "so-lieu.json", out]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1) or done.stderr:
        raise Failed(done.stderr)
    if done.stdout:
        print(f"    {name}: other figures than thidua's\n{done.stdout}", file=sys.stderr)
    return not done.stdout


def text(costs, all_papers, disagreeing):
    targets = [at_most("all papers, wall, to Typst alone", 1.3, all_papers[THIDUA].wall / all_papers[BARE].wall)]
    for name, wanted in ((OPENPYXL, 4), (WORD, 15)):
        if name in costs:
            targets.append(at_least(f"CPU of {name}, to thidua", wanted, costs[name].cpu / costs[THIDUA].cpu))
    parts = [
        "Pledge, report, news item, workbook of results and ten slips of 130 indicators.\n",
        markdown(COMPARED, compared(costs, THIDUA)),
        *(f"{it}: left out, its figures are not those of thidua.\n" for it in sorted(disagreeing)),
        "Every paper that the campaign has:\n",
        markdown(COMPARED, compared(all_papers, THIDUA)),
        markdown(TARGETS, targets),
    ]
    return "\n".join(parts)
