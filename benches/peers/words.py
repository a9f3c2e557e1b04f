"""Vietnamese words for numbers, dates and lists."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

# Decimals that a form prints, where the catalogue does not say.
DECIMALS = {"count": 0, "yes-no": 0, "money": 1, "percent": 2, "average": 0}


def decimals(indicator):
    return indicator.get("decimals", DECIMALS[indicator["kind"]])


def rounded(value, places):
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def number(value, places=0):
    """1234567.50 as 1.234.567,5: no needless decimals."""
    whole, _, fraction = f"{rounded(value, places):,f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def percent(value, places=2):
    return number(value, places) + "%"


def at_least_two_digits(count):
    return f"{count:02}"


def about(value, step):
    """A rounded figure with the word that makes it true."""
    below = (value / step).to_integral_value(ROUND_DOWN) * step
    if below == value or not below:
        return number(value)
    nearer_above = value - below > step / 2
    return ("gần " + number(below + step, 1)) if nearer_above else ("trên " + number(below, 1))


def date(text):
    year, month, day = text.split("-")
    # Months from March on are written without a nought.
    return f"ngày {day} tháng {month if int(month) < 3 else int(month)} năm {year}"


def listed(names, quoted=False):
    names = [f"“{it}”" for it in names] if quoted else list(names)
    return " và ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def change(now, before):
    """How much more or less than the year before, in percent."""
    difference = (now - before) * 100 / before
    if not difference:
        return "bằng năm trước"
    return f"{'tăng' if difference > 0 else 'giảm'} {number(abs(difference), 1)}% so với năm trước"
