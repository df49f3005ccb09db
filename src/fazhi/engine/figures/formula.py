"""How each kind of indicator is computed from measures: formulas built first, values asked for afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from fazhi.engine.figures.coverage import Eligible
from fazhi.engine.figures.declared import Table
from fazhi.engine.figures.kinds import (
    Change,
    Count,
    Counted,
    Coverage,
    Declared,
    Distinct,
    Indicator,
    Median,
    Rate,
    Ratio,
    Share,
    Stock,
    Sum,
)
from fazhi.engine.figures.measure import Measure, measure_of, narrowed
from fazhi.engine.figures.rollup import Reach
from fazhi.engine.figures.span import Span
from fazhi.engine.figures.sql import Additive, Column
from fazhi.engine.figures.value import Scope, factor
from fazhi.engine.registry import Registry
from fazhi.organs.models import Kind, Level


class Reading(NamedTuple):
    """The value of one indicator for one organ and scope, before it is a figure."""

    value: Fraction | None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    records: int = 0
    declared: bool = False


Formula = Callable[[int, Scope], Reading]
NOTHING = Reading(None)


@lru_cache(maxsize=65_536)
def counted(number: int) -> Reading:
    """A count read off; counts repeat, so each is made once."""
    return Reading(Fraction(number), records=number)


@dataclass
class Sheet:
    """One compilation: the measures asked for, their values, and the formulas over them.

    Formulas are built first and note what they need; then the database is asked once for each register and
    window (:func:`fazhi.engine.figures.compile.fill`). The tree is that of one day for all of it, so that a
    change compares the same organs.
    """

    registry: Registry
    reaches: dict[Scope, Reach]
    additive: dict[Additive, dict[Scope, Column]] = field(default_factory=dict)
    own: dict[Additive, Column] = field(default_factory=dict)
    spreads: dict[Measure, dict[Scope, dict[int, Counter[Any]]]] = field(default_factory=dict)
    eligible: dict[tuple[tuple[Kind, ...], tuple[Level, ...]], Eligible] = field(default_factory=dict)
    declared: Table = field(default_factory=Table)

    def formula(self, workstream: str, indicator: Indicator, span: Span) -> Formula:
        """How the indicator is read: as declared where that was entered, else as its records give it.

        A declared count gives way to records; a declared rate stands, because records may never give it.
        """
        key = f"{workstream}.{indicator.key}"
        self.declared.want(key, span)
        from_rows = self._counted(workstream, indicator, span)
        gives_way = isinstance(indicator, (Count, Stock, Sum, Distinct))

        def read(organ: int, scope: Scope) -> Reading:
            entered = self.declared.get(key, organ, scope, span)
            if entered is None:
                return from_rows(organ, scope)
            if gives_way and (mine := from_rows(organ, scope)).records:
                return mine
            return Reading(entered, declared=True)

        return read

    def _counted(self, workstream: str, indicator: Indicator, span: Span) -> Formula:
        match indicator:
            case Declared():
                return lambda _organ, _scope: NOTHING
            case Share() | Ratio() | Change() | Coverage():
                return self._rate(workstream, indicator, span)
            case _:
                return self._measured(indicator, measure_of(workstream, indicator, span, self.registry))

    def _rate(self, workstream: str, indicator: Rate, span: Span) -> Formula:
        match indicator:
            case Share():
                over = self._counted(workstream, narrowed(indicator), span)
                return self._quotient(indicator, over, self.formula(workstream, indicator.whole, span))
            case Ratio():
                over = self.formula(workstream, indicator.over, span)
                return self._quotient(indicator, over, self.formula(workstream, indicator.under, span))
            case Change():
                now = self.formula(workstream, indicator.base, span)
                return self._change(indicator, now, self.formula(workstream, indicator.base, span.before()))
            case _:
                have = measure_of(workstream, indicator.have, span, self.registry)
                return self._coverage(indicator, have)

    def _measured(self, indicator: Counted, measure: Measure) -> Formula:
        match indicator:
            case Distinct():
                return self._different(measure)
            case Median():
                return self._median(measure)
            case Sum():
                return self._sum(indicator, measure)
            case _:
                return self._count(measure)

    def _count(self, measure: Measure) -> Formula:
        columns = self.additive.setdefault(Additive(measure), {})

        def read(organ: int, scope: Scope) -> Reading:
            return counted(columns[scope].get(organ, 0))

        return read

    def _sum(self, indicator: Sum, measure: Measure) -> Formula:
        amounts = self.additive.setdefault(Additive(measure, indicator.column), {})
        rows = self.additive.setdefault(Additive(measure), {})

        def read(organ: int, scope: Scope) -> Reading:
            amount = Fraction(amounts[scope].get(organ, 0), indicator.scale)
            return Reading(amount, records=rows[scope].get(organ, 0))

        return read

    def _different(self, measure: Measure) -> Formula:
        spreads = self.spreads.setdefault(measure, {})

        def read(organ: int, scope: Scope) -> Reading:
            values = spreads[scope].get(organ, Counter())
            return Reading(Fraction(len(values)), records=values.total())

        return read

    def _median(self, measure: Measure) -> Formula:
        spreads = self.spreads.setdefault(measure, {})

        def read(organ: int, scope: Scope) -> Reading:
            days: Counter[int] = Counter()
            for (start, end), times in spreads[scope].get(organ, Counter()).items():
                days[(end - start).days] += times
            return Reading(median(days), records=days.total())

        return read

    @staticmethod
    def _quotient(indicator: Indicator, over: Formula, under: Formula) -> Formula:
        times = factor(indicator.kind, indicator.unit)

        def read(organ: int, scope: Scope) -> Reading:
            above, below = over(organ, scope), under(organ, scope)
            return divided(
                above.value, below.value, times, above.records, declared=above.declared or below.declared
            )

        return read

    @staticmethod
    def _change(indicator: Change, now: Formula, then: Formula) -> Formula:
        times = factor(indicator.kind, indicator.unit)

        def read(organ: int, scope: Scope) -> Reading:
            here, base = now(organ, scope), then(organ, scope)
            if here.value is None or base.value is None:
                return Reading(None, records=here.records)
            grown = here.value - base.value
            return divided(grown, base.value, times, here.records, declared=here.declared or base.declared)

        return read

    def _coverage(self, indicator: Coverage, have: Measure) -> Formula:
        own = self.own.setdefault(Additive(have), {})
        times = factor(indicator.kind, indicator.unit)
        key = indicator.kinds, indicator.levels
        self.eligible.setdefault(key, Eligible(*key))

        def read(organ: int, scope: Scope) -> Reading:
            should = self.eligible[key]
            lows = self.reaches[scope].lows[organ]
            rows = should.rows(lows, own)
            return divided(Fraction(len(rows)), Fraction(should.number(lows)), times, sum(rows.values()))

        return read


def divided(
    over: Fraction | None, under: Fraction | None, times: int, records: int, *, declared: bool = False
) -> Reading:
    """A quotient with its parts; no value where a part is missing or the denominator is empty."""
    value = None
    if over is not None and under:
        value = Fraction(over.numerator * under.denominator * times, over.denominator * under.numerator)
    return Reading(value, over, under, records, declared)


def median(days: Counter[int]) -> Fraction | None:
    """The middle value, or half the sum of the two in the middle; None of nothing."""
    total = days.total()
    if not total:
        return None
    middle = {(total - 1) // 2, total // 2}
    found, passed = Fraction(0), 0
    for number in sorted(days):
        inside = sum(1 for at in middle if passed <= at < passed + days[number])
        found += number * inside
        passed += days[number]
    return found / len(middle)
