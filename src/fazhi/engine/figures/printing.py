"""How a value is printed, exactly: digits with one stated rounding, 万, 亿, 余; and whether a text prints it.

Only integers and fractions are used. A value that its digits give exactly is printed with no more of them
(100%, 87.5%); a rounded one keeps them all (99.996% is 100.00%, never 100%).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from fazhi.engine.refusal import Refusal
from fazhi.law.numeral import number_in

Rounding = Literal["half_up", "cut"]
Qualifier = Literal["exact", "more_than", "less_than", "approx"]
Myriad = Literal["", "万", "亿"]

EMPTY = "—"
"""Printed where there is no value: an empty denominator is not 0 %."""

SIGNS = ("%", "‰")
"""Units that are printed with the number; others follow in the sentence."""

DIGITS = 2
"""Decimals of what is no whole number, unless told otherwise."""

LEADING = 2
"""Digits that 余 keeps: 657 is 650余, 23456 is 2.3万余; of two digits it keeps the first."""

_SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_CHINESE = "零〇一二两三四五六七八九十百千"
_NUMBER = re.compile(
    rf"(?P<rate>百分之)?(?P<sign>[-−])?"
    rf"(?:(?P<digits>\d[\d,，]*)(?:[.．](?P<decimals>\d+))?|(?P<words>[{_CHINESE}]+))"
    rf"[余多]?(?P<scale>[百千]?[万亿]?)"
)


def rounded(value: Fraction, digits: int, rounding: Rounding = "half_up") -> Fraction:
    """The value with ``digits`` decimals (negative: tens …); half goes away from zero, cutting towards it."""
    shifted = abs(value) * Fraction(10) ** digits
    whole = int(shifted + Fraction(1, 2)) if rounding == "half_up" else int(shifted)
    kept = whole / Fraction(10) ** digits
    return -kept if value < 0 else kept


def print_value(
    value: Fraction | None,
    unit: str = "",
    *,
    digits: int | None = None,
    rounding: Rounding = "half_up",
    myriad: Myriad = "",
) -> str:
    """The value as a report prints it, with % or ‰ where that is its unit: 91, 91.92%, 100%, 2.23亿, —."""
    if value is None:
        return EMPTY
    scaled = value / _SCALES[myriad]
    asked = DIGITS if digits is None else digits
    kept = rounded(scaled, asked, rounding)
    sign = unit if unit in SIGNS else ""
    return _decimal(kept, asked, exact=kept == scaled) + myriad + sign


def print_about(value: Fraction | None, unit: str = "") -> str:
    """The value cut to its leading digits, with 余 where something was cut: 657 is 650余, 650 is 650."""
    if value is None:
        return EMPTY
    size = abs(value)
    myriad: Myriad = "亿" if size >= 10**8 else "万" if size >= 10**4 else ""
    scaled = value / _SCALES[myriad]
    places = len(str(int(abs(scaled))))
    digits = min(LEADING, max(places - 1, 1)) - places if not myriad else LEADING - places
    kept = rounded(scaled, digits, "cut")
    sign = unit if unit in SIGNS else ""
    more = "余" if kept != scaled else ""
    return _decimal(kept, max(digits, 0), exact=True) + myriad + sign + more


def _decimal(value: Fraction, digits: int, *, exact: bool) -> str:
    """A number of at most ``digits`` decimals written out; an exact one without closing zeros."""
    scaled = abs(value) * 10 ** max(digits, 0)
    text = str(int(scaled)).rjust(digits + 1, "0")
    whole, decimals = (text[:-digits], text[-digits:]) if digits > 0 else (text, "")
    if exact:
        decimals = decimals.rstrip("0")
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


@dataclass(frozen=True, slots=True)
class Printed:
    """The number in a text: its value, the place of its last digit and of its last digit that is not 0."""

    value: Fraction
    step: Fraction
    loose: Fraction


def read_printed(text: str) -> Printed:
    """Read the number in ``650余场次``, ``91.92%``, ``2.23亿元``, ``40余万份``, ``两次``, ``百分之九十``.

    :raises Refusal: there is none.
    """
    found = _NUMBER.search(text)
    if found is None:
        raise Refusal(f"“{text}”中没有数字。请按报告原文填写，例如 91、91.92%、650余、2.23亿。")
    scale = 1
    for word in found["scale"]:
        scale *= _SCALES[word]
    if found["words"]:
        digits, decimals = str(number_in(found["words"].replace("〇", "零"))), ""
    else:
        digits, decimals = found["digits"].replace(",", "").replace("，", ""), found["decimals"] or ""
    step = Fraction(scale, 10 ** len(decimals))
    number = int(digits + decimals)
    zeros = len(str(number)) - len(str(number).rstrip("0")) if number else 0
    return Printed(number * step * (-1 if found["sign"] else 1), step, step * 10**zeros)


def prints_as(
    value: Fraction | None, printed: str, qualifier: Qualifier = "exact", rounding: Rounding = "half_up"
) -> bool:
    """Whether the value, printed with the digits, qualifier and rounding of ``printed``, is that text.

    ``650余`` is any value above 650 that 余 cuts to it: below 660, as 600余 is one below 700. 以上 and 以下
    include the number itself (民法典第一千二百五十九条).

    :param value: in the unit of the text (percent for %, 元 for 亿元).
    :raises Refusal: there is no number in the text.
    """
    if value is None:
        return printed.strip() == EMPTY
    told = read_printed(printed)
    match qualifier:
        case "exact":
            return _to_step(value, told.step, rounding) == told.value
        case "more_than":
            return _to_step(value, told.loose, "cut") == told.value and (
                value > told.value or "以上" in printed
            )
        case "less_than":
            strictly = "不足" in printed or "不到" in printed
            within = told.value - told.loose < value <= told.value
            return within and not (strictly and value == told.value)
        case _:
            near = _to_step(value, told.loose, "half_up") == told.value
            return near and not ("近" in printed and value > told.value)


def _to_step(value: Fraction, step: Fraction, rounding: Rounding) -> Fraction:
    return rounded(value / step, 0, rounding) * step
