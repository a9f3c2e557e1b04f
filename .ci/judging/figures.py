"""so-lieu.json: the tree from printed words down to the cells of the submissions."""

import re
from collections import Counter
from fractions import Fraction

import openpyxl

from judging.case import FACTORS, Case

NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")

# A quotient is printed with 28 digits.
CLOSE = Fraction(1, 10**20)

IN_WORDS = "không một hai ba bốn năm sáu bảy tám chín mười".split()

# A hedge further from the truth than this misleads.
FURTHEST_HEDGE = Fraction(1, 10)


def tree(case: Case) -> list[str]:
    figures = case.so_lieu["figures"]
    counts = Counter(it["id"] for it in figures)
    faults = [f"{it} stands {n} times" for it, n in counts.items() if n > 1]
    for printed in case.so_lieu["printed"]:
        if printed["figure"] not in case.figures and printed["figure"] not in case.points:
            place = f"{printed['document']} n={printed['n']}"
            faults.append(f"{place} prints {printed['figure']}, which is no figure")
    if faults:
        return faults
    sums = 0
    for figure in figures:
        missing = [it for it in figure.get("from", []) if it not in case.figures]
        if missing:
            faults.append(f"{figure['id']} comes from {missing}, which are no figures")
        elif figure.get("from"):
            sums += 1
            faults += comes_from(case, figure)
    sizes = Counter(it["group"] for it in case.units if "group" in it)
    for figure in figures:
        units = sizes[figure["group"]] if "group" in figure else len(case.units)
        if figure.get("unit", "") is None and figure["expected"] != units:
            faults.append(f"{figure['id']} expects {figure['expected']} of {units} units")
    case.tell(f"{len(figures)} figures, {sums} computed")
    return faults


def comes_from(case: Case, figure: dict) -> list[str]:
    values = [case.value(it) for it in figure["from"]]
    if None in values:
        return [] if figure["value"] is None else [f"{figure['id']} rests on nothing"]
    expected = computed(case, figure, values)
    found = case.value(figure["id"])
    if expected is None or found is None:
        return []
    if abs(found - expected) > CLOSE * max(1, abs(expected)):
        return [f"{figure['id']} is {figure['value']}, its parts give {float(expected)}"]
    return []


def computed(case: Case, figure: dict, values: list[Fraction]) -> Fraction | None:
    """The value that the parts give; None where they give none."""
    if "derived" in figure:
        return derived(figure["derived"], *values)
    indicator = case.catalogue[figure["indicator"]]
    own = f"{figure['indicator']}.{figure['measure']}"
    if all(it.startswith(f"{own}.") for it in figure["from"]):
        return sum(values)
    if len(values) == 2 and not figure["from"][0].startswith(own):
        numerator, denominator = values
        scale = 100 if indicator["kind"] == "percent" else 1
        return None if denominator == 0 else numerator * scale / denominator
    return weighted_mean(dict(zip(figure["from"], values)), own)


def derived(rule: str, of: Fraction, by: Fraction) -> Fraction | None:
    if rule == "chenh_lech":
        return of - by
    if by == 0:
        return None
    return {
        "ty_le_dat": of * 100 / by,
        "tang_giam_phan_tram": (of - by) * 100 / by,
        "binh_quan": of / by,
    }[rule]


def weighted_mean(parts: dict, own: str) -> Fraction | None:
    units = {it.split(".")[2]: value for it, value in parts.items() if it.startswith(f"{own}.")}
    weights = {it.split(".")[2]: v for it, v in parts.items() if not it.startswith(f"{own}.")}
    both = [it for it in units if it in weights]
    total = sum(weights[it] for it in both)
    return sum(units[it] * weights[it] for it in both) / total if total else None


def cells(case: Case) -> list[str]:
    """Every figure of a unit that rests on one cell is the number in that cell."""
    books: dict = {}
    faults = []
    held = 0
    for figure in case.so_lieu["figures"]:
        if figure.get("unit") is None or figure.get("from") or len(figure["cells"]) != 1:
            continue
        [place] = figure["cells"]
        if place["file"] not in books:
            path = case.campaign_folder / place["file"]
            books[place["file"]] = openpyxl.load_workbook(path, data_only=True)
        sheet = books[place["file"]][place["sheet"]]
        cell = sheet[place["cell"]]
        found = number_in(cell, unit_of(sheet, cell.row))
        held += 1
        if found is None or abs(found - case.value(figure["id"])) > Fraction(1, 10**6):
            at = f"{place['file']} › {place['sheet']} › {place['cell']}"
            faults.append(f"{figure['id']} is {figure['value']}, {at} holds {cell.value!r}")
    case.tell(f"{held} cells of {len(books)} workbooks")
    return faults if held else ["no figure rests on a cell"]


def unit_of(sheet, row: int) -> str:
    for cells_of_row in sheet.iter_rows(min_row=1, max_row=20):
        for cell in cells_of_row:
            if isinstance(cell.value, str) and cell.value.strip().lower() == "đơn vị tính":
                return str(sheet.cell(row, cell.column).value or "").strip().lower()
    return ""


def number_in(cell, unit: str) -> Fraction | None:
    if isinstance(cell.value, str):
        return {"có": Fraction(1), "không": Fraction(0)}.get(cell.value.strip().lower())
    if cell.value is None:
        return None
    percent = 100 if "%" in cell.number_format else 1
    return Fraction(str(cell.value)) * FACTORS.get(unit, 1) * percent


def words(case: Case) -> list[str]:
    faults = []
    for printed in case.so_lieu["printed"]:
        of_points = printed["figure"] in case.points
        speaks = points_misspeak if of_points else misspeaks
        wrong = speaks(case, printed["figure"], printed["text"])
        if wrong:
            place = f"{printed['document']} n={printed['n']}"
            faults.append(f"{place}: “{printed['text']}” for {printed['figure']}: {wrong}")
    case.tell(f"{len(case.so_lieu['printed'])} printed")
    return faults


def misspeaks(case: Case, id: str, printed: str) -> str:
    """What is wrong with the words for a figure; empty when they tell its value."""
    value = case.value(id)
    found = NUMBER.search(printed)
    if value is None:
        return "the figure has no value"
    if found is None:
        return "no number" if "không thay đổi" not in printed else ""
    places = len(found[0].partition(",")[2])
    shown = Fraction(found[0].replace(".", "").replace(",", "."))
    units = sorted(FACTORS, key=len, reverse=True)
    scale = next((FACTORS[unit] for unit in units if printed.endswith(f" {unit}")), None)
    figure = case.figures[id]
    if scale is None:
        in_table = "indicator" in figure
        scale = case.factor(figure["indicator"]) if in_table else 1
    if "giảm " in printed:
        shown = -shown
    shown *= scale
    if printed.startswith(("gần ", "trên ", "hơn ")):
        return hedge(printed, shown, value)
    kept = case.catalogue[figure["indicator"]].get("decimals", 0) if "indicator" in figure else 1
    exact = Fraction(scale, 2 * 10 ** max(places, kept))
    return "" if abs(shown - value) <= exact else f"the value is {float(value)}"


def points_misspeak(case: Case, id: str, printed: str) -> str:
    """Points, ranks and votes are printed exactly; small ones in running text as words."""
    value = Fraction(case.points[id]["value"])
    if printed in IN_WORDS:
        return "" if value == IN_WORDS.index(printed) else f"the value is {float(value)}"
    found = NUMBER.search(printed)
    if found is None:
        return "no number"
    shown = Fraction(found[0].replace(".", "").replace(",", "."))
    return "" if shown == value else f"the value is {float(value)}"


def hedge(printed: str, shown: Fraction, value: Fraction) -> str:
    below = printed.startswith("gần ")
    if (value >= shown) if below else (value <= shown):
        return f"untrue: the value is {float(value)}"
    if abs(shown - value) > FURTHEST_HEDGE * abs(value):
        return f"too far: the value is {float(value)}"
    return ""
