"""The figures of a campaign: what each unit sent, and what they make together. Exact decimals throughout."""

import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import readers

SHEETS = ("Số liệu", "Thông tin chung", "Đánh giá")
MEASURES = {"target": "Kế hoạch", "actual": "Thực hiện", "previous": "Năm trước", "pledged": "Đăng ký năm sau"}
BUILT_IN = Path(__file__).resolve().parents[2] / "templates" / "catalogues"


@dataclass
class Column:
    """One indicator under one measure."""

    units: list
    cluster: Decimal | None = None


@dataclass
class Submission:
    """One workbook: its numbers by measure and code, and its words by label."""

    path: Path
    numbers: dict
    general: dict
    opinions: dict


@dataclass
class Campaign:
    """What campaign.toml and its catalogue say, and the figures."""

    declared: dict
    groups: list
    indicators: dict
    submissions: list
    columns: dict = field(default_factory=dict)

    @property
    def units(self):
        return self.declared["units"]

    def column(self, code, measure):
        return self.columns[measure, code]


def load(folder, engine):
    """Reads a campaign's folder with one of the engines of `readers`."""
    declared = tomllib.loads((folder / "campaign.toml").read_text(encoding="utf-8"))
    name = declared["catalogue"] + ".toml"
    own = folder / "templates" / "catalogues" / name
    catalogue = tomllib.loads((own if own.exists() else BUILT_IN / name).read_text(encoding="utf-8"))
    indicators = {it["code"]: it for group in catalogue["groups"] for it in group["indicators"]}
    files = (folder / "submissions" / f"{unit['code']}.xlsx" for unit in declared["units"])
    campaign = Campaign(declared, catalogue["groups"], indicators, [submission(it, engine) for it in files])
    for measure in MEASURES:
        for code in indicators:
            sent = [it.numbers.get((measure, code)) for it in campaign.submissions]
            campaign.columns[measure, code] = Column(sent)
        add_up(campaign, measure)
    return campaign


def submission(path, engine):
    figures, general, opinions = readers.ENGINES[engine](path, SHEETS)
    return Submission(
        path,
        numbers(figures),
        {row[0]: row[1] for row in general if row and row[0]},
        {row[1]: row[2] for row in opinions if row and row[0] and row[2]},
    )


def numbers(rows):
    """By measure and code; the row of heads says where each measure stands."""
    rows = iter(rows)
    head = next(row for row in rows if row and row[0] == "Mã")
    places = [(measure, head.index(title)) for measure, title in MEASURES.items()]
    return {
        (measure, row[0]): number(row[place])
        for row in rows
        if row and row[0]
        for measure, place in places
        if row[place] not in (None, "")
    }


def number(cell):
    """Yes and no count as 1 and 0, so that their sum says how many units say yes."""
    if isinstance(cell, str):
        return {"Có": Decimal(1), "Không": Decimal(0)}.get(cell)
    return Decimal(str(cell))


def add_up(campaign, measure):
    """Sums first: ratios and means rest on them."""
    later = []
    for code, indicator in campaign.indicators.items():
        column = campaign.column(code, measure)
        if "ratio" in indicator or "weight" in indicator:
            later.append(indicator)
        elif indicator["kind"] in ("count", "money", "yes-no"):
            known = [it for it in column.units if it is not None]
            column.cluster = sum(known) if known else None
    for indicator in later:
        (ratio if "ratio" in indicator else mean)(campaign, measure, indicator)


def ratio(campaign, measure, indicator):
    """A ratio is made anew from its parts, of each unit and of all of them."""
    of, by = (campaign.column(indicator["ratio"][it], measure) for it in ("numerator", "denominator"))
    column = campaign.column(indicator["code"], measure)
    scale = 100 if indicator["kind"] == "percent" else 1

    def quotient(above, below):
        return above * scale / below if above is not None and below else None

    made = [quotient(*parts) for parts in zip(of.units, by.units)]
    column.units = [typed if new is None else new for typed, new in zip(column.units, made)]
    # A sum over some units is no denominator for a sum over others.
    if all((above is None) == (below is None) for above, below in zip(of.units, by.units)):
        column.cluster = quotient(of.cluster, by.cluster)


def mean(campaign, measure, indicator):
    """A mean weighs each unit by what it reported for the weight."""
    column = campaign.column(indicator["code"], measure)
    weights = campaign.column(indicator["weight"], measure)
    pairs = [it for it in zip(column.units, weights.units) if None not in it]
    whole = sum(weight for _, weight in pairs)
    column.cluster = sum(value * weight for value, weight in pairs) / whole if whole else None
