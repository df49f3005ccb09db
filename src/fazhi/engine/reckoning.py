"""Due days for many clocks at once: what the law sets on a day, and a day already counted, is asked once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from fazhi.engine.actor import today
from fazhi.engine.deadline import Deadline
from fazhi.engine.models import LocalLimit
from fazhi.law import AnyPeriod
from fazhi.law.calendar import Calendar
from fazhi.law.due import Due, Pause, Refused, compute
from fazhi.law.period import FixedDay
from fazhi.organs.dated import in_force
from fazhi.organs.models import Axis, Below


@dataclass(frozen=True, slots=True)
class Limit:
    """What the law in force sets for a deadline: the period, and the citation in words."""

    period: AnyPeriod
    article: str
    law: str


class Reckoning:
    """The limits and due days of one recomputation, on one calendar. Made anew for each, never kept."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._limits: dict[tuple[str, date, int], Limit | None] = {}
        self._dues: dict[tuple[date, AnyPeriod, int], Due] = {}
        self._local: dict[tuple[int, str], int | None] = {}

    def limit(self, deadline: Deadline, law_day: date, organ_id: int) -> Limit | None:
        """The limit under the law of ``law_day``; a local one as the organ's government has set it."""
        key = (deadline.key, law_day, organ_id if deadline.local else 0)
        if key not in self._limits:
            self._limits[key] = self._find(deadline, law_day, organ_id)
        return self._limits[key]

    def _find(self, deadline: Deadline, law_day: date, organ_id: int) -> Limit | None:
        found = deadline.at(law_day)
        if found is None:
            return None
        cite, period = found
        return Limit(self.local(deadline, period, organ_id), str(cite), str(cite.law))

    def local(self, deadline: Deadline, period: AnyPeriod, organ_id: int) -> AnyPeriod:
        """The declared period, or where it is a local one the length that a government above has set."""
        if not deadline.local or isinstance(period, FixedDay) or deadline.rule not in self._set_rules:
            return period
        key = (organ_id, deadline.rule)
        if key not in self._local:
            self._local[key] = local_length(organ_id, deadline.rule)
        length = self._local[key]
        return period if length is None else replace(period, length=length)

    @cached_property
    def _set_rules(self) -> frozenset[str]:
        return frozenset(LocalLimit.objects.values_list("rule", flat=True))

    def due(self, start: date, period: AnyPeriod, pauses: Sequence[Pause], extended: int) -> Due:
        """The due day; without pauses the same start, period and extension are counted once."""
        if pauses:
            return count(start, period, pauses, extended, self.calendar)
        key = (start, period, extended)
        due = self._dues.get(key)
        if due is None:
            due = self._dues[key] = count(start, period, (), extended, self.calendar)
        return due


def count(start: date, period: AnyPeriod, pauses: Sequence[Pause], extended: int, calendar: Calendar) -> Due:
    """The due day of a record's clock. A pause that lies outside the running limit has no effect on it."""
    if period.back or not pauses:
        return compute(start, period, extension=0 if period.back else extended, calendar=calendar)
    try:
        return compute(start, period, pauses=pauses, extension=extended, calendar=calendar)
    except Refused:
        pass
    inside: list[Pause] = []
    for pause in sorted(pauses, key=lambda one: (one.first, one.last or date.max)):
        try:
            compute(start, period, pauses=[*inside, pause], extension=extended, calendar=calendar)
        except Refused:
            continue
        inside.append(pause)
    return compute(start, period, pauses=inside, extension=extended, calendar=calendar)


def local_length(organ_id: int, rule: str, on: date | None = None) -> int | None:
    """The length that the organ's government has set for a LOCAL limit, if any: the nearest above it on the
    day (today).
    """
    above = in_force(on or today())
    highs = Below.objects.filter(above, low_id=organ_id, axis=Axis.TERRITORY).order_by("depth")
    rows = dict(LocalLimit.objects.filter(rule=rule).values_list("organ_id", "length"))
    return next((rows[high] for high in highs.values_list("high_id", flat=True) if high in rows), None)
