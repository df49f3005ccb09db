"""The calendar of working days: weekly rest, days off and make-up workdays as sorted numbers of days."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import accumulate

from fazhi.law.holidays import DayEntry, Notice, shipped_notices


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """Working days (工作日): Monday to Friday less days off, plus make-up workdays.

    Source: 《国务院关于职工工作时间的规定》第七条 and the notice of each year. Days are proleptic Gregorian
    ordinals; every question is a formula over weeks, corrected by bisection in the few hundred days on which
    a notice differs from the week. Years without a notice have weekends only: ask ``known``. The last days of
    a year may still be changed by the notice of the next (2018-12-31); they count as known once the notice of
    their own year is loaded.
    """

    notices: tuple[Notice, ...]
    edition: str = field(init=False)
    _years: frozenset[int] = field(init=False)
    _named: dict[int, DayEntry] = field(init=False)
    _marks: tuple[int, ...] = field(init=False)  # days that differ from the week, in order
    _shifts: tuple[int, ...] = field(init=False)  # working days gained up to each of them
    _ranks: tuple[int, ...] = field(init=False)  # working days up to and including each of them

    def __post_init__(self) -> None:
        named = _merged(self.notices)
        marks = tuple(day for day in sorted(named) if named[day].off is _is_weekday(day))
        shifts = tuple(accumulate((-1 if named[day].off else 1 for day in marks), initial=0))
        ranks = tuple(_weekdays_up_to(day) + shift for day, shift in zip(marks, shifts[1:], strict=True))
        years = sorted(notice.year for notice in self.notices)
        values = (
            ("edition", f"{years[0]}-{years[-1]}/{_digest(named)}" if years else "weekends"),
            ("_years", frozenset(years)),
            ("_named", named),
            ("_marks", marks),
            ("_shifts", shifts),
            ("_ranks", ranks),
        )
        for name, value in values:
            object.__setattr__(self, name, value)

    @staticmethod
    def shipped() -> Calendar:
        """The calendar of the notices that come with the program (2007 to 2026), made once."""
        return _shipped()

    def with_notice(self, notice: Notice) -> Calendar:
        """A new calendar with ``notice`` in place of any earlier one of its year.

        Raises ``ValueError`` (Chinese) where two years' notices say opposite things of one day.
        """
        others = [other for other in self.notices if other.year != notice.year]
        return Calendar(tuple(sorted([*others, notice], key=lambda one: one.year)))

    def known(self, year: int) -> bool:
        """Whether the notice of ``year`` is loaded; otherwise its days are provisional."""
        return year in self._years

    def entry(self, day: date) -> DayEntry | None:
        """What a notice says of ``day``; None where the week alone decides."""
        return self._named.get(day.toordinal())

    def differing(self, after: date, until: date) -> list[tuple[date, DayEntry]]:
        """Days after ``after``, up to ``until``, on which a notice changes what the week says."""
        begin = bisect_right(self._marks, after.toordinal())
        end = bisect_right(self._marks, until.toordinal())
        return [(date.fromordinal(day), self._named[day]) for day in self._marks[begin:end]]

    def is_workday(self, day: date) -> bool:
        return self.works(day.toordinal())

    def next_workday(self, day: date) -> date:
        """``day`` itself if it is a working day, else the first one after it."""
        return date.fromordinal(self.forward(day.toordinal()))

    def previous_workday(self, day: date) -> date:
        """``day`` itself if it is a working day, else the last one before it."""
        return date.fromordinal(self.nth(self.rank(day.toordinal())))

    def add_workdays(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``, which is not counted; before it where negative.

        With 0 it is ``next_workday``.
        """
        return date.fromordinal(self.shift(day.toordinal(), count))

    def workdays_between(self, after: date, until: date) -> int:
        """Working days later than ``after`` and not later than ``until``; negative the other way round."""
        return self.rank(until.toordinal()) - self.rank(after.toordinal())

    # The same on ordinals, for whoever counts many limits.

    def works(self, day: int) -> bool:
        entry = self._named.get(day)
        return _is_weekday(day) if entry is None else not entry.off

    def rank(self, day: int) -> int:
        """Working days from 0001-01-01 up to and including ``day``."""
        weeks, rest = divmod(day, 7)
        return weeks * 5 + min(rest, 5) + self._shifts[bisect_right(self._marks, day)]

    def nth(self, rank: int) -> int:
        """The working day whose ``rank`` this is.

        Between two marks the week alone decides; a make-up workday comes before the weekday of the formula.
        """
        place = bisect_left(self._ranks, rank)
        weeks, rest = divmod(rank - self._shifts[place] - 1, 5)
        day = weeks * 7 + rest + 1
        return min(day, self._marks[place]) if place < len(self._marks) else day

    def forward(self, day: int) -> int:
        return day if self.works(day) else self.nth(self.rank(day) + 1)

    def shift(self, day: int, count: int) -> int:
        if count > 0:
            return self.nth(self.rank(day) + count)
        return self.nth(self.rank(day - 1) + 1 + count) if count else self.forward(day)


def _is_weekday(day: int) -> bool:
    return 0 < day % 7 < 6  # 0001-01-01, ordinal 1, is a Monday


def _weekdays_up_to(day: int) -> int:
    weeks, rest = divmod(day, 7)
    return weeks * 5 + min(rest, 5)


def _merged(notices: tuple[Notice, ...]) -> dict[int, DayEntry]:
    named: dict[int, DayEntry] = {}
    for notice in notices:
        for entry in notice.days:
            earlier = named.setdefault(entry.day.toordinal(), entry)
            if earlier.off is not entry.off:
                raise ValueError(
                    f"{notice.year}年放假通知与其他年份的通知矛盾：{entry.day}一处写放假、一处写上班。请核对后再导入。"
                )
    return named


def _digest(named: dict[int, DayEntry]) -> str:
    text = json.dumps(sorted((day, entry.off) for day, entry in named.items()))
    return f"{zlib.crc32(text.encode()):08x}"


@cache
def _shipped() -> Calendar:
    return Calendar(shipped_notices())
