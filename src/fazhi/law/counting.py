"""The last day of a running limit, in ordinals: where it ends by count, and where days off move it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from fazhi.law.calendar import Calendar

FIRST, LAST = date.min.toordinal(), date.max.toordinal()


class Refused(ValueError):  # noqa: N818 - an answer of the law, not an error of the program
    """A question that the law does not allow; the text is Chinese and says what to do."""


def add_months(day: date, months: int) -> int:
    """The corresponding date ``months`` later, or the last day of that month (《民法典》第二百零二条)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        raise Refused("计算结果超出公历范围。请核对起算日期和期限长度。")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).toordinal()


def end_by_count(start: date, code: str, length: int, calendar: Calendar) -> int:
    """The ``length``-th day, working day, month or year after ``start``; before it where ``length`` < 0.

    The first day is not counted (《民法典》第二百零一条).
    """
    if code == "CD":
        end = start.toordinal() + length
    elif code == "WD":
        end = calendar.shift(start.toordinal(), length)
    else:
        end = add_months(start, length * 12 if code == "Y" else length)
    if not FIRST <= end <= LAST:
        raise Refused("计算结果超出公历范围。请核对起算日期和期限长度。")
    return end


def rolled(end: int, calendar: Calendar, *, back: bool) -> int:
    """The day on which the limit may still be kept.

    Forward, the first working day from ``end`` (《民法典》第二百零三条); backward, the last one up to it.
    """
    return calendar.nth(calendar.rank(end)) if back else calendar.forward(end)
