"""A sentence about an indicator of the whole cluster: result, target, year before, units."""

from decimal import Decimal

import words

MILLION = {"đồng": Decimal("0.000001"), "triệu đồng": Decimal(1), "tỷ đồng": Decimal(1000)}
# So many units that missed their target are named; more are only counted.
MOST_NAMED = 4


def amount(campaign, code, measure="actual"):
    """A figure as a sentence says it."""
    indicator = campaign.indicators[code]
    value = campaign.column(code, measure).cluster
    if value is None:
        raise SystemExit(f"no figure for {code}, {measure}")
    return words.number(value, words.decimals(indicator)) + ("%" if indicator["kind"] == "percent" else "")


def money(campaign, code):
    """In billions from a billion on, else in millions."""
    indicator = campaign.indicators[code]
    millions = campaign.column(code, "actual").cluster * MILLION[indicator["unit"]]
    if millions >= 1000:
        return f"{words.number(millions / 1000, 1)} tỷ đồng"
    return f"{words.number(millions, 1)} triệu đồng"


def sentence(campaign, code):
    indicator = campaign.indicators[code]
    phrase = indicator.get("phrase", indicator["name"] + ": {so}")
    text = phrase.replace("{so}", amount(campaign, code))
    text = text[0].upper() + text[1:]
    parts = [text, against_target(campaign, indicator), against_before(campaign, indicator)]
    return ", ".join(it for it in parts if it) + by_unit(campaign, indicator) + "."


def sentences(campaign, *codes):
    return " ".join(sentence(campaign, code) for code in codes)


def against_target(campaign, indicator):
    target, now = (campaign.column(indicator["code"], it).cluster for it in ("target", "actual"))
    return f"đạt {words.percent(now * 100 / target, 1)} chỉ tiêu" if target else ""


def against_before(campaign, indicator):
    before, now = (campaign.column(indicator["code"], it).cluster for it in ("previous", "actual"))
    if not before or now is None:
        return ""
    if indicator["kind"] != "percent":
        return words.change(now, before)
    points = now - before
    return f"{'tăng' if points > 0 else 'giảm'} {words.number(abs(points), 2)} điểm phần trăm so với năm trước"


def by_unit(campaign, indicator):
    """Who did best and who missed the target, where units have targets."""
    targets = campaign.column(indicator["code"], "target").units
    results = campaign.column(indicator["code"], "actual").units
    if not all(targets):
        return ""
    # A share is held against its target as it is, everything else in percent of it.
    is_share = indicator["kind"] == "percent"
    reached = [(now if is_share else now * 100 / target) for now, target in zip(results, targets)]
    named = [f"{unit['name']} ({words.percent(it, 1)})" for unit, it in zip(campaign.units, reached)]
    best = named[reached.index(max(reached))]
    missed = [name for name, now, target in zip(named, results, targets) if now < target]
    if not missed:
        return f"; các đơn vị đều đạt hoặc vượt chỉ tiêu, cao nhất là {best}"
    short = "còn nhiều đơn vị chưa đạt chỉ tiêu"
    if len(missed) <= MOST_NAMED:
        short = f"chưa đạt chỉ tiêu có {words.listed(missed)}"
    return f"; cao nhất là {best}; {short}"
