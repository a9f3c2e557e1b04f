"""The tables of the papers, as rows of words."""

from dataclasses import dataclass

import words

RESULTS = ("TC05", "TC12", "XD01", "XD02", "DT01", "DT02", "CL01a", "CL05", "CL08", "TD01", "KT02")
PLEDGED = (
    "TC05 TC12 TC17 XD01 XD02 DT01 DT02 TT02 QH05 QH07b CL01a CL05 CL08 TD01 KT02 TCH03"
).split()
MISSING = "…"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


@dataclass
class Row:
    """A line of a table; the title of a group of indicators has two cells."""

    cells: list
    group: bool = False


@dataclass
class Table:
    head: list
    rows: list
    # Shares of the width.
    widths: list

    @property
    def letters(self):
        """What forms print below the heads."""
        return ["A", "B", "C"] + [str(at) for at in range(1, len(self.head) - 2)]


@dataclass
class Bar:
    label: str
    value: str
    # Of the longest.
    share: float


def shown(value, indicator, missing=""):
    return missing if value is None else words.number(value, words.decimals(indicator))


def by_group(campaign, cells):
    """A row for each indicator of the catalogue, under the titles of its groups."""
    rows = []
    for label, group in zip(ROMAN, campaign.groups):
        rows.append(Row([label, group["title"]], group=True))
        rows += [Row(named(it) + cells(it)) for it in group["indicators"]]
    return rows


def named(indicator):
    return [indicator["code"], indicator["name"], indicator["unit"]]


def of_units(campaign, indicator, measure):
    column = campaign.column(indicator["code"], measure)
    return [shown(it, indicator) for it in (*column.units, column.cluster)]


def unit_heads(campaign):
    return [it["name"] for it in campaign.units] + ["Toàn cụm"]


def all_figures(campaign):
    """Every indicator of every unit."""
    head = ["Mã", "Nội dung", "Đơn vị tính"] + unit_heads(campaign)
    rows = by_group(campaign, lambda it: of_units(campaign, it, "actual"))
    return Table(head, rows, [7, 34, 9] + [8] * (len(head) - 3))


def pledges(campaign):
    head = ["Mã", "Nội dung", "Đơn vị tính"] + unit_heads(campaign)
    chosen = [campaign.indicators[code] for code in PLEDGED]
    rows = [Row(named(it) + of_units(campaign, it, "pledged")) for it in chosen]
    return Table(head, rows, [7, 34, 9] + [8] * (len(head) - 3))


def targets_of_units(campaign):
    """Target and result of each unit, one below the other."""
    head = ["Mã", "Nội dung", "Đơn vị tính", "Số"] + unit_heads(campaign)
    rows = []
    for indicator in (campaign.indicators[code] for code in PLEDGED):
        rows.append(Row([*named(indicator), "Kế hoạch", *of_units(campaign, indicator, "target")]))
        rows.append(Row(["", "", "", "Thực hiện", *of_units(campaign, indicator, "actual")]))
    return Table(head, rows, [7, 28, 9, 8] + [8] * (len(head) - 4))


def results(campaign):
    """The cluster against its target and the year before."""
    year = campaign.declared["period"]["year"]
    head = ["Mã", "Nội dung", "Đơn vị tính", f"Năm {year - 1}", f"Kế hoạch {year}", f"Thực hiện {year}"]
    head += ["Thực hiện so với kế hoạch (%)", "Tăng, giảm so với năm trước (%)"]
    rows = []
    for indicator in (campaign.indicators[code] for code in RESULTS):
        before, target, now = (
            campaign.column(indicator["code"], it).cluster for it in ("previous", "target", "actual")
        )
        reached = words.number(now * 100 / target, 2)
        more = words.number((now - before) * 100 / before, 2)
        figures = [shown(it, indicator) for it in (before, target, now)]
        rows.append(Row([*named(indicator), *figures, reached, more]))
    return Table(head, rows, [8, 30, 10, 10, 10, 10, 12, 12])


def bars(labels, values, ending=""):
    longest = max(values)
    return [
        Bar(label, words.number(value, 1) + ending, float(value / longest))
        for label, value in zip(labels, values)
    ]


def charts(campaign, code):
    """New members: of each unit, against each unit's target, over the years."""
    year = campaign.declared["period"]["year"]
    names = [it["name"] for it in campaign.units]
    now, target, before, next_year = (
        campaign.column(code, it) for it in ("actual", "target", "previous", "pledged")
    )
    reached = [result * 100 / goal for result, goal in zip(now.units, target.units)]
    years = [f"Năm {year - 1}", f"Năm {year}", f"Đăng ký {year + 1}"]
    return {
        "members_by_unit": bars(names, now.units),
        "target_reached": bars(names, reached, "%"),
        "members_by_year": bars(years, [before.cluster, now.cluster, next_year.cluster]),
    }


def confirmation(campaign, at):
    """All figures of one unit, for its leader to sign."""
    year = campaign.declared["period"]["year"]
    head = ["Mã", "Nội dung", "Đơn vị tính", f"Kế hoạch {year}", f"Thực hiện {year}"]
    head += [f"Năm {year - 1}", f"Đăng ký {year + 1}"]
    measures = ("target", "actual", "previous", "pledged")

    def cells(indicator):
        columns = (campaign.column(indicator["code"], it) for it in measures)
        return [shown(it.units[at], indicator, MISSING) for it in columns]

    return Table(head, by_group(campaign, cells), [10, 43, 14, 12, 12, 12, 12])
