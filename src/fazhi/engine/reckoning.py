"""Due days for many clocks at once: what the law sets on a day, and a day already counted, is asked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from fazhi.engine.actor import today
from fazhi.engine.deadline import Deadline
from fazhi.engine.models import LocalLimit
from fazhi.engine.procedure import Procedure
from fazhi.engine.refusal import Refusal
from fazhi.law import AnyPeriod
from fazhi.law.calendar import Calendar
from fazhi.law.due import Due, Pause, Refused, compute
from fazhi.law.period import sized
from fazhi.organs.dated import in_force
from fazhi.organs.models import Axis, Below

Clock = tuple[Any, ...]
"""What an obligation keeps, in the order of ``clocks.KEPT``."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the clocks of one record depend on besides its own row."""

    pauses: Mapping[str, Sequence[Pause]]
    extended: Mapping[str, int]


NO_INPUTS = Inputs({}, {})


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
        self._clocks: dict[tuple[Any, ...], Clock] = {}
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
        """The declared period, or where it is a local one the length (the day) that a government above has
        set.
        """
        if not deadline.local or deadline.rule not in self._set_rules:
            return period
        key = (organ_id, deadline.rule)
        if key not in self._local:
            self._local[key] = local_length(organ_id, deadline.rule)
        length = self._local[key]
        return period if length is None else sized(period, length)

    @cached_property
    def _set_rules(self) -> frozenset[str]:
        return frozenset(LocalLimit.objects.values_list("rule", flat=True))

    def clock(
        self,
        deadline: Deadline,
        start: date,
        law_on: date,
        organ_id: int,
        extended: int,
        pauses: Sequence[Pause],
    ) -> Clock | None:
        """What a clock keeps of law and calendar, in the order of ``clocks.KEPT``; None where no edition sets
        the limit. Without pauses it is counted once.

        :raises Refusal: the limit cannot be counted, as from a day at the end of the calendar.
        """
        limit = self.limit(deadline, law_on, organ_id)
        if limit is None:
            return None
        if pauses:
            return self._count(deadline, limit, start, extended, pauses)
        key = (deadline.key, limit.law, start, organ_id if deadline.local else 0, extended)
        if key not in self._clocks:
            self._clocks[key] = self._count(deadline, limit, start, extended, ())
        return self._clocks[key]

    def _count(
        self, deadline: Deadline, limit: Limit, start: date, extended: int, pauses: Sequence[Pause]
    ) -> Clock:
        try:
            due = count(start, limit.period, pauses, extended, self.calendar)
        except Refused as refused:
            raise Refusal(f"“{deadline.label}”不能计算：{refused}") from None
        found = (start, due.raw_due, due.due, extended, deadline.watch, due.paused, due.provisional)
        return (*found, limit.article, limit.law, due.calendar_edition)


class Hand:
    """One clock over many rows, by the places of its dates in a row.

    What law and calendar say of a start on a day is asked once for all rows that have no pause and no
    extension.
    """

    def __init__(
        self, deadline: Deadline, procedure: Procedure, places: Mapping[str, int], reckoning: Reckoning
    ) -> None:
        self.deadline, self.reckoning = deadline, reckoning
        self.starts = [places[name] for name in deadline.starts]
        again = repeated(procedure, deadline)
        self.met = [(places[name], name in again) for name in deadline.met]
        self._told: dict[tuple[date | None, date, int], Clock | None] = {}

    def clock(self, row: Sequence[Any], inputs: Inputs | None) -> Clock | None:
        """The clock of a row in which it runs: organ and handler, when it was met, what law and calendar
        say.
        """
        _, organ_id, handler_id, law_on = row[:4]
        start: date | None = None
        for at in self.starts:
            if start := row[at]:
                break
        if inputs is None:
            key = (start, law_on, organ_id if self.deadline.local else 0)
            try:
                counted = self._told[key]
            except KeyError:
                counted = self._told[key] = self._count(start, law_on, organ_id, NO_INPUTS)
        else:
            counted = self._count(start, law_on, organ_id, inputs)
        if counted is None:
            return None
        met = None
        for at, again in self.met:
            day = row[at]
            if day and (met is None or day < met) and (not again or day >= start):
                met = day
        return (organ_id, handler_id, met, *counted)

    def _count(self, start: Any, law_on: date, organ_id: int, inputs: Inputs) -> Clock | None:
        deadline = self.deadline
        pauses = [pause for key in deadline.pauses for pause in inputs.pauses.get(key, ())]
        extended = inputs.extended.get(deadline.key, 0)
        return self.reckoning.clock(deadline, start, law_on, organ_id, extended, pauses)


def repeated(procedure: Procedure, deadline: Deadline) -> frozenset[str]:
    """The dates that meet the clock only from its start on: of acts that end the pause its start began.

    A case is suspended a second time: that it was resumed after the first does not meet the new clock.
    """
    opened = {move.opens for move in procedure.moves if move.sets in deadline.starts and move.opens}
    return frozenset(
        move.sets for move in procedure.moves if move.closes in opened and move.sets in deadline.met
    )


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
