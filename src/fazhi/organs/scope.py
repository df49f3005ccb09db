"""The reach of a figure: the organ itself, everything below it (块), or its line (条), on one day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from django.db.models import Q, QuerySet

from fazhi.organs.dated import in_force, living
from fazhi.organs.models import Axis, Below, Kind, Level, Organ
from fazhi.organs.tree import below_ids

Scope = Literal["own", "within", "line"]
SCOPE_AXES: dict[Scope, Axis] = {"within": Axis.TERRITORY, "line": Axis.LINE}


def organ_ids(organ: Organ, scope: Scope, on: date) -> QuerySet[Below, int]:
    """Ids of the organs whose records count, as a subquery for ``organ_id__in``.

    ``on`` is the span's last day. Abolished organs that stand there are among them
    (see :func:`fazhi.organs.tree.below_ids`).
    """
    if scope == "own":
        return Below.objects.filter(high=organ, depth=0, axis=Axis.TERRITORY).values_list("low_id", flat=True)
    return below_ids(organ, SCOPE_AXES[scope], on)


def closure_pairs(organs: Iterable[int] | QuerySet[Organ], scope: Scope, on: date) -> list[tuple[int, int]]:
    """``(high id, low id)`` of all that counts for each of ``organs``: one query, to add up many organs.

    :param organs: organs as a queryset, or their ids.
    """
    if scope == "own":
        ids = organs.values_list("pk", flat=True) if isinstance(organs, QuerySet) else organs
        return [(pk, pk) for pk in ids]
    highs = Q(high__in=organs) if isinstance(organs, QuerySet) else Q(high_id__in=list(organs))
    rows = Below.objects.filter(in_force(on), highs, axis=SCOPE_AXES[scope])
    return list(rows.values_list("high_id", "low_id"))


def organs_that_should(
    kinds: Iterable[Kind], levels: Iterable[Level], within: Organ, on: date, *, scope: Scope = "within"
) -> QuerySet[Organ]:
    """The denominator of a coverage: organs of these kinds and levels that exist on the day in the scope.

    :param levels: empty for every level.
    """
    rows = Organ.objects.filter(living(on), pk__in=organ_ids(within, scope, on), kind__in=list(kinds))
    wanted = list(levels)
    return rows.filter(level__in=wanted) if wanted else rows


def partners_of(place: Organ) -> QuerySet[Organ]:
    """Courts, procuratorates and others outside the government under the place's code (``620902/court``)."""
    return Organ.objects.filter(kind=Kind.PARTNER, code__startswith=f"{place.code}/").order_by("code")
