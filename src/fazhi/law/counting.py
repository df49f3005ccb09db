"""The last day of a running limit, in ordinals: where it ends by count, and where days off move it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from fazhi.law.calendar import Calendar

BEYOND = "计算结果超出公历范围。请核对起算日期和期限长度。"


class Refused(ValueError):  # noqa: N818 - an answer of the law, not an error of the program
    """A question that the law does not allow; the text is Chinese and says what to do."""


def add_months(day: date, months: int) -> int:
    """The corresponding date ``months`` later, or the last day of that month (《民法典》第二百零二条)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        raise Refused(BEYOND)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).toordinal()


def add_hours(moment: datetime, hours: int) -> datetime:
    """The same minute ``hours`` later; hours skip nothing (《民法典》第二百零一条第二款)."""
    try:
        return moment + timedelta(hours=hours)
    except OverflowError as fault:
        raise Refused(BEYOND) from fault


def as_date(day: int) -> date:
    """The date of an ordinal; ``Refused`` beyond the years 1 to 9999."""
    try:
        return date.fromordinal(day)
    except (ValueError, OverflowError) as fault:
        raise Refused(BEYOND) from fault


def end_by_count(start: date, code: str, length: int, calendar: Calendar) -> int:
    """The ``length``-th day, working day, month or year after ``start``; before it where ``length`` < 0.

    The first day is not counted (《民法典》第二百零一条).
    """
    if code == "CD":
        return start.toordinal() + length
    if code == "WD":
        return calendar.shift(start.toordinal(), length)
    return add_months(start, length * 12 if code == "Y" else length)


def rolled(end: int, calendar: Calendar, *, back: bool) -> int:
    """The day on which the limit may still be kept.

    Forward, the first working day from ``end`` (《民法典》第二百零三条); backward, the last one up to it.
    """
    return calendar.nth(calendar.rank(end)) if back else calendar.forward(end)
