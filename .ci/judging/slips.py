"""The confirmation slips: one for each unit, with every figure of that unit and no other unit's name."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

from judging.case import Case, pages, text
from judging.papers import fonts, letters, standing, syntax

DECIMALS = {"percent": 2, "average": 2, "money": 3}


def judge(case: Case) -> list[str]:
    slips = case.slips()
    codes = [it["code"] for it in case.units]
    faults = [f"{it} has no slip" for it in codes if it not in slips]
    faults += [f"{it} is a slip of nobody" for it in slips if it not in codes]
    kinds = {it["kind"]: it["figures"] for it in case.so_lieu["unit_papers"]}
    held = 0
    for code, pdf in slips.items():
        wrong = syntax(pdf) + fonts(pdf) + letters(pdf) + others(case, code, pdf)
        if not 2 <= len(pages(pdf)) <= 12:
            wrong.append(f"{len(pages(pdf))} pages")
        tokens = [worded(case, it, code) for it in kinds["phieu-xac-nhan-so-lieu"]]
        tokens = [it for it in tokens if it is not None]
        held += len(tokens)
        own = text(pdf)
        for token in sorted(set(tokens)):
            if len(standing(token).findall(own)) < tokens.count(token):
                wrong.append(f"“{token}” stands less than {tokens.count(token)} times")
        faults += [f"{pdf.name}: {it}" for it in wrong]
    case.tell(f"{len(slips)} slips, {held} figures")
    return faults


def others(case: Case, code: str, pdf: Path) -> list[str]:
    """Names of other units; the head is named, since the slip goes there."""
    own = text(pdf)
    head = case.campaign["report"]["head"]
    strange = [it for it in case.units if it["code"] not in (code, head)]
    return [f"names {it['name']}" for it in strange if standing(it["name"]).search(own)]


def worded(case: Case, figure: str, code: str) -> str | None:
    """The figure of a unit as tables print it."""
    id = f"{figure}.{code}"
    value = case.value(id) if id in case.figures else None
    if value is None:
        return None
    indicator = case.catalogue[figure.partition(".")[0]]
    value /= case.factor(indicator["code"])
    digits = indicator.get("decimals", DECIMALS.get(indicator["kind"], 0))
    return vietnamese(value, digits)


def vietnamese(value: Fraction, digits: int) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    whole, _, rest = f"{rounded:,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")
