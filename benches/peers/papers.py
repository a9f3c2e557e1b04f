"""The papers to write, and the command line that all contestants share."""

import sys
from dataclasses import dataclass
from pathlib import Path

import context
import figures
import workbook

WORKBOOK = "bang-tong-hop-so-lieu"
SLIP = "phieu-xac-nhan-so-lieu"


@dataclass
class Paper:
    template: str
    # Without its ending.
    file: Path
    values: dict


def run(engine, draw):
    """Reads a campaign, has its papers drawn, writes its workbook: `CAMPAIGN OUT [PAPER…]`."""
    folder, out, *only = sys.argv[1:]
    campaign = figures.load(Path(folder), engine)
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    draw(list(papers(campaign, out, only)))
    if not only or WORKBOOK in only:
        workbook.write(campaign, out / f"{WORKBOOK}-{campaign.declared['period']['year']}.xlsx")


def papers(campaign, out, only):
    year = campaign.declared["period"]["year"]
    years = {"giao-uoc": year + 1, "bao-cao-tong-ket": year, "tin-hoi-nghi": year}
    wanted = [it for it in years if not only or it in only]
    values = context.of_cluster(campaign) if wanted else {}
    for name in wanted:
        yield Paper(name, out / f"{name}-{years[name]}", values)
    if not only or SLIP in only:
        (out / SLIP).mkdir(exist_ok=True)
        for at, unit in enumerate(campaign.units):
            yield Paper(SLIP, out / SLIP / unit["code"], context.of_unit(campaign, at))
