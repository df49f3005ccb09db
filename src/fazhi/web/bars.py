"""Bars, columns and lines as geometry: from zero, numbers outside, length is the message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Fill = Literal["b1", "b2", "b3", "b4", "b5", "hatch"]
"""This year, last year, overdue, done, due soon, declared."""

HIGH, LOW = 88, 56
SPARK_HEIGHT = 22.0


@dataclass(frozen=True, slots=True)
class Column:
    """One upright bar: ``text`` above it, ``label`` below; ``height`` and ``y`` in units of the drawing."""

    label: str
    text: str
    height: float
    y: float
    fill: Fill
    url: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """A row of upright bars in drawings ``view`` units high; ``low`` ones are flatter."""

    columns: tuple[Column, ...]
    view: int

    @property
    def low(self) -> bool:
        return self.view == LOW


@dataclass(frozen=True, slots=True)
class Amount:
    """A labelled number to draw; ``value`` is None where it is not known."""

    label: str
    value: float | None
    text: str
    fill: Fill = "b1"
    url: str = ""


def columns(amounts: Iterable[Amount], *, low: bool = False) -> Columns | None:
    """Upright bars, the greatest at full height; None where there is nothing to draw."""
    given = tuple(amounts)
    view = LOW if low else HIGH
    most = max((amount.value or 0 for amount in given), default=0)
    if not given:
        return None
    drawn = []
    for amount in given:
        height = round((amount.value or 0) * view / most, 1) if most else 0.0
        drawn.append(
            Column(amount.label, amount.text, height, round(view - height, 1), amount.fill, amount.url)
        )
    return Columns(tuple(drawn), view)


def widths(values: Sequence[float | None]) -> tuple[float, ...]:
    """Percent of the longest bar for each value; not known is no bar."""
    most = max((value or 0 for value in values), default=0)
    return tuple(round((value or 0) * 100 / most, 1) if most else 0.0 for value in values)


def spark(values: Sequence[float]) -> str:
    """The points of a line 100 wide and 22 high, with air above and below; empty below two values."""
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    tall = SPARK_HEIGHT - 2
    step = 100 / (len(values) - 1)
    return " ".join(
        f"{at * step:.1f},{SPARK_HEIGHT - 1 - (value - low) * tall / ((high - low) or 1):.1f}"
        for at, value in enumerate(values)
    )
