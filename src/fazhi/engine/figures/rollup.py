"""Adding up the tree: from the figures of each organ by itself to those of everything below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.engine.figures.sql import FEW, Column
from fazhi.organs.models import Organ
from fazhi.organs.scope import Scope, closure_pairs


@dataclass(frozen=True)
class Reach:
    """Which organs' records count for which organ in one scope, on the tree of one day."""

    lows: Mapping[int, tuple[int, ...]]

    @property
    def everyone(self) -> set[int]:
        return {low for lows in self.lows.values() for low in lows}

    def added(self, column: Column) -> Column:
        """The column rolled up: for each organ the sum over those it reaches."""
        return {high: sum(column[low] for low in lows if low in column) for high, lows in self.lows.items()}

    def merged(self, spread: Mapping[int, Counter[Any]]) -> dict[int, Counter[Any]]:
        """How often each value occurs among the rows of everything reached."""
        found: dict[int, Counter[Any]] = {}
        for high, lows in self.lows.items():
            found[high] = Counter()
            for low in lows:
                if low in spread:
                    found[high].update(spread[low])
        return found


def reach(organs: Iterable[int], scope: Scope, day: date) -> Reach:
    """What ``organs`` reach on ``day``: themselves, or everything below them in the tree of the scope.

    Abolished organs stay in the tree (below their successor), so the whole keeps what they did in a year.
    """
    ids = list(dict.fromkeys(organs))
    below: dict[int, dict[int, None]] = {organ: {} for organ in ids}
    whom = ids if scope == "own" or len(ids) <= FEW else Organ.objects.all()
    for high, low in closure_pairs(whom, scope, day):
        if high in below:
            below[high][low] = None
    return Reach({high: tuple(lows) for high, lows in below.items()})
