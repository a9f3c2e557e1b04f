"""Contestants side by side: in turns, round by round, so that a busy minute of the machine falls on all of them."""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import process
from process import Cost

# From here on a run is long enough to need no warming up and no second round.
LARGE = 1001


@dataclass
class Contestant:
    """`command(out)` is what a person would type; `out` does not exist yet."""

    name: str
    command: Callable
    cores: str | None = None


def rounds_for(size, rounds):
    """Fewer where a round is long."""
    if size >= LARGE:
        return 1
    return rounds if size <= 100 else min(rounds, 3)


def race(contestants, rounds, work, check=None, warm=True):
    """The median cost of each, by name; the first round is thrown away, what it wrote is checked."""
    costs = {it.name: [] for it in contestants}
    for at in range(rounds + warm):
        # Nobody always runs after the same neighbour.
        turn = at % len(contestants)
        for contestant in contestants[turn:] + contestants[:turn]:
            cost = once(contestant, work, check if at == 0 else None)
            if at >= warm:
                costs[contestant.name].append(cost)
    return {name: middle(all_costs) for name, all_costs in costs.items()}


def once(contestant, work, check):
    with tempfile.TemporaryDirectory(dir=work) as place:
        out = Path(place) / "out"
        cost = process.run(contestant.command(out), contestant.cores)
        print(f"    {contestant.name}: {cost.wall:.2f} s", file=sys.stderr)
        if check:
            check(contestant, out)
    return cost


def middle(costs):
    return Cost(*(median(getattr(it, kind) for it in costs) for kind in ("wall", "cpu", "peak")))
