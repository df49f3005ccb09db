"""From a record to every figure that it feeds: the other way of :mod:`fazhi.engine.figures.trace`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import BooleanField, Case, F, Q, Value, When

from fazhi.engine.figures.coverage import Carrier, Eligible
from fazhi.engine.figures.kinds import Counted, Coverage, Indicator, Stock
from fazhi.engine.figures.measure import Flow, Part, Side, Window, denominator, measure_of, numerator
from fazhi.engine.figures.span import Span, year
from fazhi.engine.registry import Registry, installed
from fazhi.organs.models import Organ

ASKED = year(2000)
"""A year that stands for all: only conditions are asked, the years follow from the dates."""

ORGAN = {f"organ__{name}": name for name in ("kind", "level", "born_on", "ended_on", "successor_id")}
"""What a coverage asks of the record's organ."""


@dataclass(frozen=True, slots=True)
class Feed:
    """An indicator that a record feeds, on which side, in which years."""

    key: str
    part: Side
    spans: tuple[Span, ...]


def figures_fed(register: str, pk: int, *, through: date, registry: Registry | None = None) -> list[Feed]:
    """Every indicator that the record feeds and the years in which it does; one SELECT over its saved row,
    and one over organs where its own was ended.

    A record feeds the figures of its own organ and, rolled up, of all above. A withdrawn record feeds none.

    :param through: the day up to which an open stock is followed.
    """
    registry = registry or installed()
    leaves = _leaves(registry, register)
    flags = {
        f"holds_{leaf.flag}": Case(
            When(leaf.condition, then=Value(True)), default=Value(False), output_field=BooleanField()
        )
        for leaf in {leaf.flag: leaf for leaf in leaves if leaf.condition}.values()
    }
    dates = {f"day_{name}": F(name) for leaf in leaves for name in leaf.days}
    model = registry.registers[register].model
    found = model._default_manager.filter(pk=pk, withdrawn_on__isnull=True).annotate(**flags, **dates)
    row = found.values("organ_id", *ORGAN, *flags, *dates).first()
    if row is None:
        return []
    carrier = Carrier(Organ(pk=row["organ_id"], **{name: row[key] for key, name in ORGAN.items()}))
    feeds = (
        Feed(leaf.key, leaf.part, tuple(leaf.years(row, through, carrier)))
        for leaf in leaves
        if not leaf.condition or row[f"holds_{leaf.flag}"]
    )
    return [feed for feed in dict.fromkeys(feeds) if feed.spans]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One part of an indicator as a record may feed it.

    ``flag`` numbers the condition, which many parts share; ``later`` is how many years after its own the
    record counts (the base of a change).
    """

    key: str
    part: Side
    window: Window
    condition: Q
    flag: int
    later: int
    counted: Counted
    whole: Indicator

    @property
    def days(self) -> tuple[str, ...]:
        window = self.window
        return (window.on,) if isinstance(window, Flow) else (window.since, window.until)

    def years(self, row: dict[str, Any], through: date, carrier: Carrier) -> Iterator[Span]:
        """The years whose figure the row is in."""
        for number in self._own_years(row, through):
            span, whole = year(number + self.later), self.whole
            if not isinstance(whole, Coverage) or carrier.counts(
                Eligible(whole.kinds, whole.levels), span.last
            ):
                yield span

    def _own_years(self, row: dict[str, Any], through: date) -> Iterable[int]:
        first, *ends = (row[f"day_{name}"] for name in self.days)
        if first is None:
            return ()
        if not isinstance(self.counted, Stock):
            return (first.year,)
        # An opening stock of a year is the closing stock of the year before.
        shift = 1 if self.counted.opening else 0
        end = through.year + 1 - shift if ends[0] is None else ends[0].year
        return range(first.year + shift, end + shift)


@lru_cache(maxsize=64)
def _leaves(registry: Registry, register: str) -> tuple[_Leaf, ...]:
    """Every part of every indicator that rests on the register."""
    numbers: dict[Q, int] = {}
    found = []
    for key, indicator in registry.indicators.items():
        for side, (counted, span) in _sides(indicator):
            measure = measure_of(key.partition(".")[0], counted, span, registry)
            if measure.register != register:
                continue
            condition = measure.narrowing()
            flag = numbers.setdefault(condition, len(numbers))
            later = ASKED.first.year - span.first.year
            found.append(_Leaf(key, side, measure.window, condition, flag, later, counted, indicator))
    return tuple(found)


def _sides(indicator: Indicator) -> Iterator[tuple[Side, Part]]:
    if (first := numerator(indicator, ASKED)) is not None:
        yield "numerator", first
    for part in denominator(indicator, ASKED):
        yield "denominator", part
