"""Adding up the tree: from the figures of each organ by itself to those of everything below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.engine.figures.sql import FEW, Column
from fazhi.engine.figures.value import Scope
from fazhi.organs.dated import in_force
from fazhi.organs.models import Axis, Below

AXES: dict[Scope, Axis] = {"within": Axis.TERRITORY, "line": Axis.LINE}


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
    if scope == "own":
        return Reach({organ: (organ,) for organ in ids})
    below: dict[int, dict[int, None]] = {organ: {} for organ in ids}
    standing = Below.objects.filter(in_force(day), axis=AXES[scope])
    if len(ids) <= FEW:
        standing = standing.filter(high_id__in=ids)
    for high, low in standing.values_list("high_id", "low_id").iterator(chunk_size=10_000):
        if high in below:
            below[high][low] = None
    return Reach({high: tuple(lows) for high, lows in below.items()})
