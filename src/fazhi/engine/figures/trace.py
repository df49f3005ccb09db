"""Both ways: from a figure to its records, and from a record to every figure that it feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import BooleanField, Case, F, Q, QuerySet, Value, When

from fazhi.engine.condition import ALWAYS
from fazhi.engine.figures.compile import check_scope, known
from fazhi.engine.figures.coverage import Eligible, eligible, heirs
from fazhi.engine.figures.kinds import Coverage, Indicator, Stock
from fazhi.engine.figures.measure import Flow, Measure, Part, behind, denominator, measure_of, numerator
from fazhi.engine.figures.span import Span, year
from fazhi.engine.figures.value import Scope
from fazhi.engine.models import RecordModel
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import Registry, installed
from fazhi.organs.models import Organ
from fazhi.organs.scope import organ_ids

Side = Literal["numerator", "denominator"]
Rows = QuerySet[RecordModel, RecordModel]


def members(
    key: str,
    organ: Organ,
    scope: Scope,
    span: Span,
    *,
    part: Side = "numerator",
    registry: Registry | None = None,
) -> Rows:
    """The rows of the register behind a figure: those counted, or for a rate those of one of its parts.

    A count is defined as the number of these rows. ``part="denominator"`` of a coverage is empty: organs are
    its denominator, not records; so it is of what has none.

    :raises Refusal: an unknown indicator or scope; an indicator of another authority's system.
    """
    registry = registry or installed()
    indicator = known(key, registry)
    check_scope(scope)
    workstream = key.partition(".")[0]
    first = numerator(indicator, span)
    if first is None:
        raise Refusal(
            f"“{indicator.label}”是申报数，由其他机关的系统提供，没有记录可查。请看其来源与截至日。"
        )
    chosen = [first] if part == "numerator" else list(denominator(indicator, span))
    if not chosen:
        return registry.registers[
            measure_of(workstream, *first, registry).register
        ].model._default_manager.none()
    measures = [measure_of(workstream, *one, registry) for one in chosen]
    return rows_of(measures, reached(indicator, organ, scope, span.last), registry)


def rows_of(measures: list[Measure], where: Q, registry: Registry) -> Rows:
    """The rows of any of the measures of the first one's register, among the organs of ``where``."""
    register = measures[0].register
    any_of = Q()
    for measure in measures:
        if measure.register == register:
            any_of |= measure.condition()
    return registry.registers[register].model._default_manager.filter(where, any_of)


def reached(indicator: Indicator, organ: Organ, scope: Scope, day: date) -> Q:
    """The organs whose records count for ``organ`` in ``scope``, on the tree of ``day``."""
    if isinstance(indicator, Coverage):
        return Q(organ_id__in=carriers(indicator, organ, scope, day))
    if scope == "own":
        return Q(organ_id=organ.pk)
    return Q(organ_id__in=organ_ids(organ, scope, day))


def carriers(indicator: Coverage, organ: Organ, scope: Scope, day: date) -> list[int]:
    """The organs in scope that should have it, and those they succeeded."""
    lows = list(organ_ids(organ, scope, day))
    return eligible(Eligible(indicator.kinds, indicator.levels), lows, day).carriers(lows)


def all_members(
    key: str, organ: Organ, scope: Scope, span: Span, *, registry: Registry | None = None
) -> Iterator[Rows]:
    """The rows of every part of a figure, one queryset a register; nothing where it is declared."""
    registry = registry or installed()
    indicator = known(key, registry)
    workstream = key.partition(".")[0]
    where = reached(indicator, organ, scope, span.last)
    registers: dict[str, list[Measure]] = {}
    for one in behind(indicator, span):
        measure = measure_of(workstream, *one, registry)
        registers.setdefault(measure.register, []).append(measure)
    for measures in registers.values():
        yield rows_of(measures, where, registry)


@dataclass(frozen=True, slots=True)
class Feed:
    """An indicator that a record feeds, on which side, in which years."""

    key: str
    part: Side
    spans: tuple[Span, ...]


def figures_fed(register: str, pk: int, *, through: date, registry: Registry | None = None) -> list[Feed]:
    """Every indicator that the record feeds and the years in which it does; one SELECT over its saved row.

    A record feeds the figures of its own organ and, rolled up, of all above. A withdrawn record feeds none.

    :param through: the day up to which an open stock is followed.
    """
    registry = registry or installed()
    model = registry.registers[register].model
    leaves = [leaf for leaf in _leaves(registry) if leaf.measure.register == register]
    flags = {
        f"feeds_{at}": Case(
            When(leaf.measure.narrowing() or ALWAYS, then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
        for at, leaf in enumerate(leaves)
    }
    dates = {f"day_{name}": F(name) for leaf in leaves for name in leaf.days}
    found = model._default_manager.filter(pk=pk, withdrawn_on__isnull=True).annotate(**flags, **dates)
    row = found.values("organ_id", *flags, *dates).first()
    if row is None:
        return []
    feeds = [
        Feed(leaf.key, leaf.part, tuple(leaf.years(row, through)))
        for at, leaf in enumerate(leaves)
        if row[f"feeds_{at}"]
    ]
    return [feed for feed in dict.fromkeys(feeds) if feed.spans]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One part of an indicator as the record may feed it; ``later`` years after its own."""

    key: str
    part: Side
    measure: Measure
    later: int
    counted: Any
    whole: Indicator

    @property
    def days(self) -> tuple[str, ...]:
        window = self.measure.window
        return (window.on,) if isinstance(window, Flow) else (window.since, window.until)

    def years(self, row: dict[str, Any], through: date) -> Iterator[Span]:
        """The years whose figure the row is in."""
        for number in self._own_years(row, through):
            span = year(number + self.later)
            if not isinstance(self.whole, Coverage) or _carries(self.whole, row["organ_id"], span.last):
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


def _carries(indicator: Coverage, organ_id: int, day: date) -> bool:
    """Whether the organ, or the one that succeeded it, is among those that should have it on ``day``."""
    heir = heirs(day).get(organ_id, organ_id)
    return bool(eligible(Eligible(indicator.kinds, indicator.levels), (heir,), day).organs)


def _leaves(registry: Registry) -> Iterator[_Leaf]:
    """Every part of every indicator, asked over a year that stands for all; the part tells how many later."""
    asked = year(2000)
    for key, indicator in registry.indicators.items():
        workstream = key.partition(".")[0]
        sides: list[tuple[Side, Part]] = []
        if (first := numerator(indicator, asked)) is not None:
            sides.append(("numerator", first))
        sides += (("denominator", part) for part in denominator(indicator, asked))
        for side, (counted, span) in sides:
            later = asked.first.year - span.first.year
            measure = measure_of(workstream, counted, span, registry)
            yield _Leaf(key, side, measure, later, counted, indicator)
