"""Tables of Markdown, and the words of ratios and targets."""


def markdown(head, rows):
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(map(str, it)) + " |" for it in lines) + "\n"


def seconds(value):
    return f"{value:.2f} s" if value >= 0.1 else f"{value * 1000:.1f} ms"


def megabytes(value):
    return f"{value:.0f} MB"


def times(value):
    """A ratio: with fewer digits the larger it is."""
    return f"{value:.0f} ×" if value >= 20 else f"{value:.1f} ×" if value >= 10 else f"{value:.2f} ×"


def compared(costs, first):
    """Rows of what each contestant cost, and in ratio to the first."""
    base = costs[first]
    for name, cost in costs.items():
        ratios = (cost.wall / base.wall, cost.cpu / base.cpu, cost.peak / base.peak)
        yield [name, seconds(cost.wall), seconds(cost.cpu), megabytes(cost.peak), *map(times, ratios)]


COMPARED = ["", "wall", "CPU", "peak", "wall ÷ thidua", "CPU ÷ thidua", "peak ÷ thidua"]
TARGETS = ["target", "wanted", "measured", ""]


def at_most(what, wanted, measured, unit=times):
    how = f"met, {times(wanted / measured)} better" if measured <= wanted else f"missed by {times(measured / wanted)}"
    return [what, f"≤ {unit(wanted)}", unit(measured), how]


def at_least(what, wanted, measured, unit=times):
    how = f"met, {times(measured / wanted)} better" if measured >= wanted else f"missed by {times(wanted / measured)}"
    return [what, f"≥ {unit(wanted)}", unit(measured), how]
