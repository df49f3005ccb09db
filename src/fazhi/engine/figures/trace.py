"""Both ways: from a figure to its records, by which a count is defined, and from a record to its figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from fazhi.engine.figures.compile import check_scope, known
from fazhi.engine.figures.coverage import Eligible, eligible
from fazhi.engine.figures.feed import Feed, figures_fed
from fazhi.engine.figures.kinds import Coverage, Declared, Indicator
from fazhi.engine.figures.measure import Measure, Side, behind, denominator, home_of, measure_of, numerator
from fazhi.engine.figures.span import Span
from fazhi.engine.figures.value import Scope
from fazhi.engine.models import RecordModel
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import Registry, installed
from fazhi.organs.models import Organ
from fazhi.organs.scope import organ_ids

__all__ = ["Feed", "Rows", "Side", "all_members", "figures_fed", "members"]

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
    if isinstance(indicator, Declared):
        raise Refusal(
            f"“{indicator.label}”是申报数，由其他机关的系统提供，没有记录可查。请看其来源与截至日。"
        )
    first = numerator(indicator, span)
    chosen = ([first] if first else []) if part == "numerator" else list(denominator(indicator, span))
    if not chosen:
        return home_of(workstream, indicator, registry).model._default_manager.none()
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
