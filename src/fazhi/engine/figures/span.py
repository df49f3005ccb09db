"""The days a figure speaks of: a year, half-year, quarter, month, or any two days, both included."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from fazhi.engine.refusal import Refusal

_HALVES = {"上": 1, "下": 2}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_YEAR = re.compile(r"(\d{4})(?:年度?)?")
_MONTH = re.compile(r"(\d{4})(?:-(\d{2})|年(\d{1,2})月)")
_HALF = re.compile(r"(\d{4})(?:-[Hh]([12])|年?([上下])半年)")
_QUARTER = re.compile(r"(\d{4})(?:-?[Qq]([1-4])|年?第?([一二三四1-4])季度)")
_DAYS = re.compile(r"(\d{4}-\d{2}-\d{2})\s*(?:\.\.|至|—)\s*(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from ``first`` to ``last``, both included.

    :raises ValueError: the last day lies before the first.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a span ends on {self.last}, before it begins on {self.first}")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        """The shortest Chinese name: 2017年, 2017年上半年, 2017年第一季度, 2017年3月, else both days."""
        months = _whole_months(self)
        begin = self.first.month
        if months == 12 and begin == 1:
            return f"{self.first.year}年"
        if months == 6 and begin in {1, 7}:
            return f"{self.first.year}年{'上' if begin == 1 else '下'}半年"
        if months == 3 and begin in {1, 4, 7, 10}:
            return f"{self.first.year}年第{'一二三四'[begin // 3]}季度"
        if months == 1:
            return f"{self.first.year}年{begin}月"
        return f"{self.first}至{self.last}"

    def before(self) -> Span:
        """The same span one year earlier; what ends with a month ends with that month then as well."""
        return Span(_year_before(self.first, ends_month=False), _year_before(self.last, ends_month=True))

    @property
    def eve(self) -> date:
        """The day before the first: the day of an opening stock."""
        return self.first - timedelta(days=1)


def _whole_months(span: Span) -> int:
    """How many whole months of one year the span is; 0 where it is none."""
    whole = span.first.day == 1 and span.last.day == monthrange(span.last.year, span.last.month)[1]
    return span.last.month - span.first.month + 1 if whole and span.first.year == span.last.year else 0


def _year_before(day: date, *, ends_month: bool) -> date:
    last_day = monthrange(day.year, day.month)[1]
    then = monthrange(day.year - 1, day.month)[1]
    if ends_month and day.day == last_day:
        return date(day.year - 1, day.month, then)
    return date(day.year - 1, day.month, min(day.day, then))


def _months(year: int, first: int, last: int) -> Span:
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def year(number: int) -> Span:
    return _months(number, 1, 12)


def half(number: int, which: int) -> Span:
    """The first or second half of a year."""
    return _months(number, 6 * which - 5, 6 * which)


def quarter(number: int, which: int) -> Span:
    return _months(number, 3 * which - 2, 3 * which)


def month(number: int, which: int) -> Span:
    return _months(number, which, which)


def parse(text: str) -> Span:
    """Read ``2017``, ``2017-H1``, ``2017-Q3``, ``2017-03``, ``2017-01-01..2017-06-30`` or the Chinese forms
    that :meth:`Span.__str__` writes.

    :raises Refusal: the text names no span.
    """
    try:
        return _read(text.strip())
    except ValueError:
        raise Refusal(
            f"看不懂期间“{text}”。请写年度（2017）、半年（2017-H1）、季度（2017-Q3）、月（2017-03），"
            "或者起止两日（2017-01-01..2017-06-30，起日不晚于止日）。"
        ) from None


def _read(text: str) -> Span:
    if found := _YEAR.fullmatch(text):
        return year(int(found[1]))
    if found := _HALF.fullmatch(text):
        return half(int(found[1]), int(found[2] or _HALVES[found[3]]))
    if found := _QUARTER.fullmatch(text):
        which = found[2] or found[3]
        return quarter(int(found[1]), _QUARTERS[which] if which in _QUARTERS else int(which))
    if found := _MONTH.fullmatch(text):
        return month(int(found[1]), _checked_month(int(found[2] or found[3])))
    if found := _DAYS.fullmatch(text):
        return Span(date.fromisoformat(found[1]), date.fromisoformat(found[2]))
    raise ValueError(text)


def _checked_month(number: int) -> int:
    if not 1 <= number <= 12:
        raise ValueError(number)
    return number
