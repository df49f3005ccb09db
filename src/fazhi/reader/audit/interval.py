"""Exact intervals: which true values a printed figure allows.

Under rounding, under cutting and with its qualifier.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from fazhi.reader.document import Number

Fit = Literal["holds", "truncation"]

_DIGITS = re.compile(r"\d[\d,，]*(?:\.(\d+))?")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
# 约、左右、近：公文没有规定幅度；取一成，宽到不会冤枉，窄到仍能看出差一倍的数。
_LOOSE = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from ``low`` to ``high``; None is unbounded.

    The upper end belongs to it unless ``open_high``.
    """

    low: Number | None
    high: Number | None
    open_high: bool = False

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.open_high or other.open_high,
        )

    def __sub__(self, other: Interval) -> Interval:
        """The differences, with both ends included: wider by an end, never narrower."""
        return Interval(
            None if self.low is None or other.high is None else self.low - other.high,
            None if self.high is None or other.low is None else self.high - other.low,
        )

    def over(self, other: Interval, *, times: int = 1) -> Interval | None:
        """The quotients ``self ÷ other × times`` of figures that are not negative.

        None where 0 may divide.
        """
        if other.low is None or other.low <= 0 or self.low is None or self.low < 0:
            return None
        low = Fraction(0) if other.high is None else Fraction(self.low * times) / other.high
        high = None if self.high is None else Fraction(self.high * times) / other.low
        return Interval(low, high, self.open_high)

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self._reaches(other.low) and other._reaches(self.low)

    def _reaches(self, low: Number | None) -> bool:
        if self.high is None or low is None:
            return True
        return low < self.high or (low == self.high and not self.open_high)

    def above(self, other: Interval) -> bool:
        """Whether every value of this one is greater than every value of ``other``."""
        if self.low is None or other.high is None:
            return False
        return self.low > other.high or (self.low == other.high and other.open_high)


def apart(one: Number, other: Number) -> Number:
    """How far two values lie apart."""
    return one - other if one >= other else other - one


def exactly(value: Number) -> Interval:
    return Interval(value, value)


@dataclass(frozen=True, slots=True)
class Printed:
    """What the digits of a figure say.

    Its value, the step of its last digit and the two intervals it may stand for.

    ``step`` is 0 for a whole number without 万 or 亿 (99件 is 99), else the place of the last digit in the
    unit of ``value`` (2.23亿元: 1000000). ``rounded`` holds under 四舍五入, ``cut`` if digits were dropped.
    """

    value: Number
    step: Number
    rounded: Interval
    cut: Interval

    def fit(self, computed: Interval) -> Fit | None:
        """Whether ``computed`` can have been printed like this.

        By rounding, only by cutting, or not at all.
        """
        if computed.meets(self.rounded):
            return "holds"
        return "truncation" if computed.meets(self.cut) else None


def printed(text: str, value: Number, qualifier: str = "exact", *, rate: bool = False) -> Printed:
    """Read the precision off ``text`` (``2.23亿元``, ``650余场次``) of a figure with the scaled ``value``.

    ``qualifier`` is exact, more_than, less_than or approx. A ``rate`` is always rounded to its last digit,
    a whole count is exact.
    """
    if type(value) is Fraction and value.denominator == 1:
        value = value.numerator
    step = _step(text, value, rate=rate)
    if qualifier == "exact":
        if not step:
            alone = Interval(value, value)
            return Printed(value, step, alone, alone)
        half = Fraction(step) / 2
        return Printed(
            value, step, Interval(value - half, value + half), Interval(value, value + step, open_high=True)
        )
    span = _qualified(text, value, qualifier)
    return Printed(value, step, span, span)


def _step(text: str, value: Number, *, rate: bool) -> Number:
    digits = _DIGITS.search(text if text.isascii() else text.translate(_FULL_WIDTH))
    if digits is None:
        return 0
    places = len(digits[1] or "")
    if not value:
        return Fraction(1, 10**places) if rate else 0
    shown = int(digits[0].replace(",", "").replace("，", "").replace(".", ""))
    if not shown or (shown == value and not places and not rate):
        return 0
    return Fraction(value) / shown


def _qualified(text: str, value: Number, qualifier: str) -> Interval:
    if qualifier == "more_than":
        if "余" in text or "多" in text:
            return Interval(value, value + _last_place(value), open_high=True)
        return Interval(value, None)
    if qualifier == "less_than":
        return Interval(0, value)
    slack = apart(value, 0) * _LOOSE
    return Interval(value - slack, value if "近" in text or "将近" in text else value + slack)


def _last_place(value: Number) -> Number:
    """The place of the last digit that is not 0.

    650余 stays below 660, 5000余 below 6000, 3.5万余 below 3.6万.
    """
    place: Number = 1
    if isinstance(value, Fraction):
        while value.denominator != 1 and place > Fraction(1, 10**12):
            value, place = value * 10, place / Fraction(10)
        value = int(value)
    if not value:
        return place
    whole = value
    while whole % 10 == 0:
        whole //= 10
        place *= 10
    return place
