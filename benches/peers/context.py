"""What the templates of the papers may name."""

import hashlib
from functools import partial

import sentences
import tables
import words

OPINIONS = {
    "models": "Mô hình mới, cách làm hay",
    "limits": "Hạn chế",
    "causes": "Nguyên nhân",
    "to_superior": "Kiến nghị với Tổng Liên đoàn",
    "to_authorities": "Kiến nghị với cấp ủy, chính quyền địa phương",
}


def functions(campaign):
    """Words for the figures of the cluster."""
    return {
        "so": partial(sentences.amount, campaign),
        "tien": partial(sentences.money, campaign),
        "cau": partial(sentences.sentences, campaign),
        "gan": lambda code, step: words.about(campaign.column(code, "actual").cluster, step),
        "ngay": words.date,
        "liet_ke": words.listed,
        "so_2": words.at_least_two_digits,
    }


def common(campaign):
    """For every paper."""
    declared = campaign.declared
    year = declared["period"]["year"]
    return functions(campaign) | {
        "cluster": declared["cluster"],
        "units": campaign.units,
        "names": [it["name"] for it in campaign.units],
        "year": year,
        "next_year": year + 1,
        "conference": declared.get("conference", {}),
        "period": f"Số liệu từ 01/12/{year - 1} đến 30/11/{year}",
    }


def of_cluster(campaign):
    """For the pledge, the report and the news item."""
    declared = campaign.declared
    units = {it["code"]: it for it in campaign.units}
    report, pledge = declared["report"], declared["pledge"]
    first, second = units[pledge["head"]], units[pledge["deputy"]]
    others = [it for it in campaign.units if it not in (first, second)]
    parties = [("CỤM TRƯỞNG", first), ("CỤM PHÓ", second)] + [("", it) for it in others]
    return common(campaign) | {
        "report": report,
        "pledge": pledge,
        "head": units[report["head"]],
        "next_head": first,
        "next_deputy": second,
        "parties": [party(*it) for it in parties],
        "opinions": {name: opinions(campaign, title) for name, title in OPINIONS.items()},
        "results": tables.results(campaign),
        "all_figures": tables.all_figures(campaign),
        "targets_of_units": tables.targets_of_units(campaign),
        "pledges": tables.pledges(campaign),
    } | tables.charts(campaign, "TC12")


def opinions(campaign, title):
    """What each unit has to say, with its name."""
    sent = zip(campaign.units, campaign.submissions)
    return [(unit["name"], it.opinions[title]) for unit, it in sent if title in it.opinions]


def party(role, unit):
    """Who signs the pledge, line by line."""
    return {"name": unit["full_name"], "lines": [role, "TM. BAN THƯỜNG VỤ", *unit["heading"], "CHỦ TỊCH"]}


def of_unit(campaign, at):
    """For the slip of one unit."""
    unit, sent = campaign.units[at], campaign.submissions[at]
    return common(campaign) | {
        "unit": unit,
        "place": unit.get("place", unit["name"]),
        "sent": sent.general,
        "file": sent.path.name,
        "digest": hashlib.sha256(sent.path.read_bytes()).hexdigest()[:16],
        "figures": tables.confirmation(campaign, at),
    }
