"""The papers that each unit gets its own of: every figure or point of that unit, and no other unit's name."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

from judging.case import Case, text
from judging.papers import standing

# Papers that the host does not send to itself.
FOR_GUESTS = {"giay-moi"}

DECIMALS = {"percent": 2, "average": 2, "money": 3}


def judge(case: Case) -> list[str]:
    faults, held = [], 0
    for kind, paper in case.of_units.items():
        slips = {it.stem: it for it in case.pdfs(kind)}
        codes = [it["code"] for it in case.units]
        host = case.campaign["report"].get("head") if kind in FOR_GUESTS else None
        faults += [f"{it} has no {kind}" for it in codes if it not in slips and it != host]
        faults += [f"{kind}/{it} belongs to nobody" for it in slips if it not in codes]
        for code in set(codes) & slips.keys():
            tokens = [worded(case, it, code) for it in paper["figures"]]
            tokens = [it for it in tokens if it is not None]
            held += len(tokens)
            wrong = absent(slips[code], tokens) + others(case, code, slips[code])
            faults += [f"{kind}/{code}.pdf: {it}" for it in wrong]
        case.tell(f"{len(slips)} {kind}")
    case.tell(f"{held} figures and points")
    return faults


def absent(pdf: Path, tokens: list[str]) -> list[str]:
    own = text(pdf)
    return [
        f"“{token}” stands less than {tokens.count(token)} times"
        for token in sorted(set(tokens))
        if len(standing(token).findall(own)) < tokens.count(token)
    ]


def others(case: Case, code: str, pdf: Path) -> list[str]:
    """Names of other units. The head is named, since the slip goes there; a name may stand in one's own."""
    own = text(pdf)
    [me] = [it for it in case.units if it["code"] == code]
    head = case.campaign["report"].get("head")
    mine = " ".join([me["name"], me["full_name"], *me.get("merged_from", [])])
    issuer = " ".join([case.campaign["cluster"]["name"], case.campaign.get("office", {}).get("name", "")])
    strange = [
        it
        for it in case.units
        if it["code"] not in (code, head) and it["name"] not in mine and it["name"] not in issuer
    ]
    return [f"names {it['name']}" for it in strange if standing(it["name"]).search(own)]


def worded(case: Case, figure: str, code: str) -> str | None:
    """The figure or the point of a unit as tables print it."""
    id = f"{figure}.{code}"
    if id in case.points:
        value, digits = Fraction(case.points[id]["value"]), case.digits_of_points
        return f"{float(value):.{digits}f}".replace(".", ",")
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
