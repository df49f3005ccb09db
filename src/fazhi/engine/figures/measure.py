"""What an indicator rests on: rows of one register within a window of days, counted, summed or spread out.

Counted kinds have one measure, rates the measures of their parts. The compiled figure and the list of records
behind it are both made from here, so there is no second definition of an indicator.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import CharField, Q, TextField

from fazhi.engine.condition import standing
from fazhi.engine.figures.kinds import (
    Change,
    Count,
    Counted,
    Coverage,
    Declared,
    Distinct,
    Indicator,
    Median,
    Ratio,
    Share,
    Stock,
)
from fazhi.engine.figures.span import Span
from fazhi.engine.register import Register
from fazhi.engine.registry import Registry


@dataclass(frozen=True, slots=True)
class Flow:
    """The date field lies within the span."""

    on: str
    span: Span

    def holds(self) -> Q:
        return Q(**{f"{self.on}__range": (self.span.first, self.span.last)})


@dataclass(frozen=True, slots=True)
class Standing:
    """Begun by ``day`` and not ended by it."""

    since: str
    until: str
    day: date

    def holds(self) -> Q:
        return standing(self.since, self.until, self.day)


Window = Flow | Standing


@dataclass(frozen=True, slots=True)
class Measure:
    """Rows of a register in a window for which ``where`` holds; ``columns`` are what is taken of them.

    No column: the rows are counted. One: summed or told apart, by the indicator's kind. Two: the days
    between them.
    """

    register: str
    window: Window
    where: Q
    columns: tuple[str, ...] = ()

    def condition(self) -> Q:
        """The rows as one condition; withdrawn records are in no figure."""
        return Q(withdrawn_on__isnull=True) & self.window.holds() & self.narrowing()

    def narrowing(self) -> Q:
        """What the window leaves open; rows with an empty column are in no list of values."""
        return plain(self.where) & Q(**{f"{column}__isnull": False for column in self.columns})


def plain(where: Q) -> Q:
    """The condition, empty where it holds for every saved row: each row is then spared a look."""
    return Q() if where.children == [("pk__isnull", False)] and not where.negated else where


def home_of(workstream: str, indicator: Indicator, registry: Registry) -> Register:
    """The register an indicator counts: the one named by ``of``, else the workstream's first."""
    if isinstance(indicator, Share):
        indicator = indicator.whole
    if indicator.of:
        return registry.registers[f"{workstream}.{indicator.of}"]
    return registry.workstreams[workstream].registers[0]


def measure_of(workstream: str, indicator: Counted, span: Span, registry: Registry) -> Measure:
    """The one measure of a counted kind over ``span``."""
    register = home_of(workstream, indicator, registry).key
    if isinstance(indicator, Stock):
        day = span.eve if indicator.opening else span.last
        return Measure(register, Standing(indicator.since, indicator.until, day), indicator.where)
    window, where = Flow(indicator.on, span), indicator.where
    match indicator:
        case Distinct():
            where = told_apart(workstream, indicator, registry)
            return Measure(register, window, where, (indicator.column,))
        case Median():
            return Measure(register, window, where, (indicator.start, indicator.end))
        case _:
            # An empty cell adds nothing to a sum, so it does not keep its row out of the list.
            return Measure(register, window, where)


def told_apart(workstream: str, indicator: Distinct, registry: Registry) -> Q:
    """The condition of rows whose value can be told apart: an empty text is no name."""
    field = home_of(workstream, indicator, registry).model._meta.get_field(indicator.column)
    text = isinstance(field, (CharField, TextField))
    return plain(indicator.where) & (Q(**{f"{indicator.column}__gt": ""}) if text else Q())


Side = Literal["numerator", "denominator"]

Part = tuple[Counted, Span]
"""A counted kind and the span over which it is asked."""


def numerator(indicator: Indicator, span: Span) -> Part | None:
    """The counted kind whose rows a figure counts, for a rate those of its numerator; None if declared."""
    match indicator:
        case Declared():
            return None
        case Share():
            return narrowed(indicator), span
        case Ratio():
            return numerator(indicator.over, span)
        case Coverage():
            return indicator.have, span
        case Change():
            return numerator(indicator.base, span)
        case _:
            return indicator, span


def denominator(indicator: Indicator, span: Span) -> Iterator[Part]:
    """All other counted kinds that a rate rests on; nothing where organs are the denominator, or 1."""
    match indicator:
        case Share():
            yield indicator.whole, span
        case Ratio():
            yield from denominator(indicator.over, span)
            yield from behind(indicator.under, span)
        case Change():
            yield from denominator(indicator.base, span)
            yield from behind(indicator.base, span.before())
        case _:
            return


def behind(indicator: Indicator, span: Span) -> Iterator[Part]:
    """Every counted kind that a figure rests on, its numerator first."""
    if (part := numerator(indicator, span)) is not None:
        yield part
    yield from denominator(indicator, span)


def narrowed(share: Share) -> Count:
    """The part of a share as a count of its own."""
    whole = share.whole
    both = plain(whole.where) & share.where
    return Count(share.key, share.label, whole.on, both, of=whole.of, unit=whole.unit)
