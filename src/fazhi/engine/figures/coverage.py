"""Which organs should have something: the denominator of a coverage, from the tree and never from a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from django.db.models import Q, QuerySet

from fazhi.organs.dated import lives, living
from fazhi.organs.models import Kind, Level, Organ


@dataclass(frozen=True)
class Eligible:
    """Organs of the kinds and levels (none named: all levels) that stand on the day, and whom the ended ones
    are succeeded by: what an organ had before it was merged counts for its successor.
    """

    kinds: tuple[Kind, ...]
    levels: tuple[Level, ...]
    organs: frozenset[int] = frozenset()
    heirs: Mapping[int, int] = field(default_factory=dict)

    def rows(self, lows: Sequence[int], own: Mapping[int, int]) -> dict[int, int]:
        """The organs among ``lows`` that have it, each with the number of its rows."""
        found: dict[int, int] = {}
        for low in self.carriers(lows):
            if rows := own.get(low, 0):
                heir = self.heirs.get(low, low)
                found[heir] = found.get(heir, 0) + rows
        return found

    def number(self, lows: Iterable[int]) -> int:
        """How many organs should have it."""
        return len(self.organs.intersection(lows))

    def carriers(self, lows: Sequence[int]) -> list[int]:
        """The organs whose rows count: those of ``lows`` that should have it, and those they succeeded."""
        should = self.organs.intersection(lows)
        return [low for low in lows if self.heirs.get(low, low) in should]


def eligible(should: Eligible, organs: Iterable[int], day: date) -> Eligible:
    """The same with the organs found: those of the kinds and levels that stand on ``day``."""
    found = frozenset(standing(should, day).values_list("pk", flat=True)).intersection(organs)
    return replace(should, organs=found, heirs=heirs(day))


def standing(should: Eligible, day: date) -> QuerySet[Organ]:
    """The organs of the kinds and levels that stand on the day."""
    organs = Organ.objects.filter(living(day), kind__in=should.kinds)
    return organs.filter(level__in=should.levels) if should.levels else organs


def heirs(day: date) -> dict[int, int]:
    """For every organ ended by ``day`` and succeeded, the organ at the end of its line of successors."""
    ended = Organ.objects.filter(ended_on__lte=day, successor__isnull=False)
    step = dict(ended.values_list("pk", "successor_id"))
    return {organ: last_of_line(organ, step) for organ in step}


def last_of_line(organ: int, step: Mapping[int, int]) -> int:
    """The organ to which the steps from one to its successor lead."""
    heir, seen = organ, {organ}
    while (following := step.get(heir)) is not None and following not in seen:
        heir = following
        seen.add(heir)
    return heir


class Carrier:
    """One organ and those that succeeded it: whether it counts in a coverage, on any day.

    Organs are asked for once, and only where this one was ended.
    """

    def __init__(self, organ: Organ) -> None:
        self.organ = organ

    @cached_property
    def _organs(self) -> dict[int, Organ]:
        """All that were ended and succeeded, and their successors."""
        if self.organ.successor_id is None:
            return {self.organ.pk: self.organ}
        ended = Organ.objects.filter(ended_on__isnull=False, successor__isnull=False)
        some = Q(pk__in=ended.values("pk")) | Q(pk__in=ended.values("successor"))
        return {self.organ.pk: self.organ, **{organ.pk: organ for organ in Organ.objects.filter(some)}}

    def counts(self, should: Eligible, day: date) -> bool:
        """Whether the organ, or the one that succeeded it, is among those that should have it on the day."""
        step = {
            organ.pk: organ.successor_id
            for organ in self._organs.values()
            if organ.successor_id and organ.ended_on and organ.ended_on <= day
        }
        organ = self._organs[last_of_line(self.organ.pk, step)]
        right = organ.kind in should.kinds and (not should.levels or organ.level in should.levels)
        return right and lives(organ.born_on, organ.ended_on, day)
