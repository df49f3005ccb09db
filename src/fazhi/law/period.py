"""Statutory lengths of time, each in the unit the law gives it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self


@dataclass(frozen=True, slots=True)
class Period:
    """A length in one unit. ``back`` counts backward from an event: the last lawful act before it.

    The unit is a matter of law (《行政复议法》第八十八条 and its like), so it is declared, never guessed.
    """

    length: int
    back: bool = False
    unit: ClassVar[str]
    code: ClassVar[str]

    def __post_init__(self) -> None:
        if self.length < 0:
            raise ValueError("期限长度不能为负数。")

    def longer(self, amount: int) -> Self:
        """The same unit, ``amount`` more: an extension is counted before the last day is moved."""
        return replace(self, length=self.length + amount)

    def __str__(self) -> str:
        return f"{self.length}{self.unit}"


class Days(Period):
    """Natural days (日): every calendar day counts; a last day that is a day off moves to a working day."""

    unit, code = "日", "CD"


class Workdays(Period):
    """Working days (工作日)."""

    unit, code = "个工作日", "WD"


class Months(Period):
    """Months (月): end on the corresponding date, or the last day of the month (《民法典》第二百零二条)."""

    unit, code = "个月", "M"


class Years(Period):
    """Years (年): as months."""

    unit, code = "年", "Y"


class Hours(Period):
    """Hours (小时): run from the moment fixed by law and skip nothing."""

    unit, code = "小时", "H"


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A calendar date of the year after the reported one; ``before`` (…之前) excludes the day itself."""

    month: int
    day: int
    before: bool = False
    back: ClassVar[bool] = False
    unit: ClassVar[str] = "固定日期"
    code: ClassVar[str] = "FIX"

    def __post_init__(self) -> None:
        try:
            date(2023, self.month, self.day)
        except ValueError as fault:
            raise ValueError(f"固定日期{self.month}月{self.day}日不是每年都有的日期。") from fault

    def __str__(self) -> str:
        return f"次年{self.month}月{self.day}日" + ("前" if self.before else "")


AnyPeriod = Period | FixedDay


def size_of(period: AnyPeriod) -> int:
    """How long, as one number: the length, or of a fixed day month and day (331 is 31 March)."""
    return period.month * 100 + period.day if isinstance(period, FixedDay) else period.length


def sized(period: AnyPeriod, size: int) -> AnyPeriod:
    """The same limit with another length or, of a fixed day, another month and day (:func:`size_of`).

    :raises ValueError: a fixed day that is not in every year.
    """
    if isinstance(period, FixedDay):
        return replace(period, month=size // 100, day=size % 100)
    return replace(period, length=size)


def size_in_words(period: AnyPeriod) -> str:
    """The length with its unit, or the day: 20日, 3月31日."""
    if isinstance(period, FixedDay):
        return f"{period.month}月{period.day}日"
    return f"{period.length}{period.unit}"
