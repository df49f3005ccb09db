"""Which organs should have something: the denominator of a coverage, from the tree and never from a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import QuerySet

from fazhi.organs.dated import living
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
    found = {}
    for organ in step:
        heir, seen = organ, {organ}
        while (following := step.get(heir)) is not None and following not in seen:
            heir = following
            seen.add(heir)
        found[organ] = heir
    return found
