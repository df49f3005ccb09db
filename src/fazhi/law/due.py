"""When a limit ends: start, length, pauses and extension in; raw day, due day and what they rest on out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fazhi.law.calendar import Calendar
from fazhi.law.counting import BEYOND, Refused, add_hours, as_date, end_by_count, rolled
from fazhi.law.explanation import explain
from fazhi.law.period import AnyPeriod, FixedDay

__all__ = ["Due", "Pause", "Refused", "compute", "due_day", "explain"]


@dataclass(frozen=True, slots=True, order=True)
class Pause:
    """Days that do not count, both included (中止, 扣除); ``last`` is None while the pause still runs."""

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise Refused(f"中止（扣除）的结束日期{self.last}早于开始日期{self.first}。请核对起止日期。")


@dataclass(frozen=True, slots=True)
class Due:
    """The result of counting one limit.

    ``raw_due`` is the end by count, ``due`` the day (for hours the moment) until which the act is in time.
    Both are None while a pause runs; ``remaining`` then holds the units left when it ends (working days for
    ``WD``, natural days for ``CD``, ``M`` and ``Y``). ``period`` is the limit without its extension
    ``extended`` (own unit); ``pauses`` are merged and in order; ``unknown_years`` are those counted without
    a holiday notice.
    """

    start: date
    period: AnyPeriod
    raw_due: date | None
    due: date | None
    pauses: tuple[Pause, ...] = ()
    extended: int = 0
    remaining: int | None = None
    calendar_edition: str = ""
    unknown_years: tuple[int, ...] = ()

    @property
    def provisional(self) -> bool:
        """Whether a notice still to come may change the due day."""
        return bool(self.unknown_years)

    @property
    def unit(self) -> str:
        """CD, WD, M, Y, H or FIX (``law/README`` reading rule 3)."""
        return self.period.code

    @property
    def length(self) -> int | None:
        """How many units, without extension; None for a fixed date."""
        return None if isinstance(self.period, FixedDay) else self.period.length

    @property
    def paused(self) -> bool:
        """Whether the clock stands still, so that no due day can be named."""
        return self.remaining is not None


def due_day(start: date, period: AnyPeriod, calendar: Calendar | None = None) -> date:
    """The due day (for hours the moment) of a limit without pause or extension, as ``compute`` gives it."""
    if isinstance(period, FixedDay):
        return _fixed(start, period)
    code = period.code
    if code == "H":
        return add_hours(_moment(start), -period.length if period.back else period.length)
    calendar = calendar or Calendar.shipped()
    if period.back:
        return as_date(rolled(end_by_count(start, code, -period.length, calendar), calendar, back=True))
    return as_date(calendar.forward(end_by_count(start, code, period.length, calendar)))


def compute(
    start: date,
    period: AnyPeriod,
    *,
    pauses: Iterable[Pause] = (),
    extension: int = 0,
    calendar: Calendar | None = None,
) -> Due:
    """Count ``period`` from ``start`` (``law/calendar.md`` §3, §4, §6).

    ``start`` is the day that triggers the limit, which is not counted; for a backward limit the day of the
    event; for a fixed date any day of the reported year (it falls in the next one); for hours a moment.
    ``extension`` is in the limit's own unit and is added before days off move the last day. A pause may begin
    on the day of the start or later, while the limit runs, up to its (moved) last day; where the last day was
    moved past days off and the pause begins there, the limit ends on the first working day after the pause.
    Raises ``Refused`` (Chinese) for a pause outside the running limit, for pauses or extensions that the kind
    of limit does not know, and for an hour limit without a moment.
    """
    calendar = calendar or Calendar.shipped()
    if extension < 0:
        raise Refused("延长的长度不能为负数。")
    merged = _merge(pauses) if pauses else ()
    code = period.code
    if code != "H" and isinstance(start, datetime):
        start = start.date()
    if isinstance(period, FixedDay) or code == "H" or period.back:
        return _compute_rigid(start, period, merged, extension, calendar)
    end = end_by_count(start, code, period.length + extension, calendar)
    remaining = None
    for pause in merged:
        end, remaining = _stop(start, end, pause, code, calendar)
    if remaining is not None:
        unknown = _unknown(calendar, start, merged[-1].first) if code == "WD" else ()
        return Due(start, period, None, None, merged, extension, remaining, calendar.edition, unknown)
    raw, due = as_date(end), as_date(calendar.forward(end))
    unknown = _unknown(calendar, start if code == "WD" else raw, due)
    return Due(start, period, raw, due, merged, extension, None, calendar.edition, unknown)


def _compute_rigid(
    start: date, period: AnyPeriod, pauses: tuple[Pause, ...], extension: int, calendar: Calendar
) -> Due:
    """Limits that cannot be paused: fixed dates, hours, and those counted backward from an event."""
    hours = period.code == "H" and not period.back
    if pauses or (extension and not hours):
        kind = "固定日期" if isinstance(period, FixedDay) else "以小时计算" if hours else "倒计"
        raise Refused(f"{kind}的期限不能{'中止或者扣除' if pauses else '延长'}。请去掉这一项后重新计算。")
    if isinstance(period, FixedDay):
        day = _fixed(start, period)
        return Due(start, period, day, day, calendar_edition=calendar.edition)
    if period.code == "H":
        moment = due_day(start, period.longer(extension))
        return Due(start, period, moment, moment, extended=extension, calendar_edition=calendar.edition)
    end = end_by_count(start, period.code, -period.length, calendar)
    raw, due = as_date(end), as_date(rolled(end, calendar, back=True))
    unknown = _unknown(calendar, due, start if period.code == "WD" else raw)
    return Due(start, period, raw, due, calendar_edition=calendar.edition, unknown_years=unknown)


def _stop(start: date, end: int, pause: Pause, code: str, calendar: Calendar) -> tuple[int, int | None]:
    """The end by count after one pause; with what remains where the pause still runs."""
    last_lawful = calendar.forward(end)
    first = pause.first.toordinal()
    if pause.first < start or first > last_lawful:
        raise Refused(
            f"{_span(pause)}的中止（扣除）不在期限之内：期限自{start}起算，"
            f"至{as_date(last_lawful)}届满。请核对起止日期。"
        )
    before = max(first - 1, start.toordinal())  # the last day that counted
    if pause.last is None:
        left = calendar.rank(end) - calendar.rank(before) if code == "WD" else end - before
        return end, max(left, 1)
    last = pause.last.toordinal()
    if first > end:  # the pause took the working day to which the last day had moved
        return last + 1, None
    if code != "WD":
        return end + last - before, None
    return calendar.shift(end, calendar.rank(last) - calendar.rank(before)), None


def _merge(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """Pauses in order; those that overlap or touch become one, so that no day is taken off twice."""
    merged: list[Pause] = []
    for pause in sorted(pauses, key=lambda one: one.first):
        running = merged[-1] if merged else None
        if running is None or (running.last is not None and pause.first > running.last + timedelta(1)):
            merged.append(pause)
        elif running.last is not None and (pause.last is None or pause.last > running.last):
            merged[-1] = Pause(running.first, pause.last)
    return tuple(merged)


def _unknown(calendar: Calendar, first: date, last: date) -> tuple[int, ...]:
    """Years from ``first`` to ``last`` without a notice."""
    if first.year == last.year:
        return () if calendar.known(first.year) else (first.year,)
    return tuple(year for year in range(first.year, last.year + 1) if not calendar.known(year))


def _fixed(start: date, period: FixedDay) -> date:
    """…之前 excludes the day named: the day before it is the last lawful one."""
    if start.year >= date.max.year:
        raise Refused(BEYOND)
    return date(start.year + 1, period.month, period.day) - timedelta(int(period.before))


def _moment(start: date) -> datetime:
    if not isinstance(start, datetime):
        raise Refused("以小时计算的期限应当写明起算时刻，例如2024-05-01T10:30。")
    return start


def _span(pause: Pause) -> str:
    return f"{pause.first}至{pause.last}" if pause.last else f"自{pause.first}起"
