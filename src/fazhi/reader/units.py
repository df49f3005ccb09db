"""Units of reports: how each is written after a number, its normal form and the kind of figure it makes."""

from __future__ import annotations

import json
import re
from importlib import resources

from fazhi.reader.document import Kind

_DATA = json.loads(resources.files("fazhi.reader").joinpath("units.json").read_text("utf-8"))
# 复合量词在前：人次不是人。single 可接阿拉伯数字；汉字数词后面只认 after_words，
# 其余多是固定词语（四面、五官、七台）。
COMPOUND: list[str] = _DATA["compound"]
DURATIONS: list[str] = _DATA["durations"]
MONEY: list[str] = _DATA["money"]
_SINGLE: list[str] = _DATA["single"]
_AFTER_WORDS: list[str] = _DATA["after_words"]
_LONG_DURATIONS = [unit for unit in DURATIONS if len(unit) > 1]
RATES = {"%": "%", "‰": "‰", "倍": "倍", "成": "成", "折": "折"}
# 单字量词后面接这些字时是另一个词：人民、成立、元化、次要、级别。
NOT_BEFORE: dict[str, str] = _DATA["not_before"]


def _one(unit: str) -> str:
    blocked = NOT_BEFORE.get(unit)
    return f"{unit}(?!{blocked})" if blocked else unit


def _alternation(units: list[str]) -> str:
    return "|".join(_one(unit) for unit in sorted(set(units), key=lambda unit: (-len(unit), unit)))


ARABIC_UNIT = (
    rf"[人场件户家批期台辆处条项份名个]\(次\)|个(?:[多来半]?)(?:工作日|自然日|月(?!份)|"
    rf"小时|星期|季度|年度|学时|课时|周)|"
    rf"(?:个 ?)?百 ?分 ?点|{_alternation([*COMPOUND, *DURATIONS, *MONEY, *RATES, *_SINGLE])}"
)
CHINESE_UNIT = (
    rf"日(?=[内以之])|[人场件户家批期台辆处条项份名个]\(次\)|个(?:[多来半]?)(?:工作日|自然日|月(?!份)|"
    rf"小时|星期|季度|年度|学时|课时|周)|"
    rf"(?:个 ?)?百 ?分 ?点|"
    rf"{_alternation([*COMPOUND, *_LONG_DURATIONS, *MONEY, *RATES, *_AFTER_WORDS])}"
)
UNIT_PATTERN = re.compile(ARABIC_UNIT)

_DURATION_UNITS = frozenset(unit.removeprefix("个") for unit in DURATIONS)
_MONEY_UNITS = frozenset(MONEY)


def normal(unit: str) -> tuple[str, Kind]:
    """The unit without 个 of 个月 and its kind: 个工作日 → 工作日, duration; 块钱 → 元, money; 次 → count."""
    if unit in RATES:
        return RATES[unit], "rate"
    if unit[-1] == ")":
        return unit[0] + "次", "count"
    if unit[0] in "个百" and unit.replace(" ", "") in {"个百分点", "百分点"}:
        return "百分点", "rate"
    if unit in _MONEY_UNITS:
        return ("元" if unit in {"块钱", "元钱", "人民币", "元人民币"} else unit), "money"
    if len(unit) > 1 and unit[0] == "个":
        rest = unit[1:].lstrip("多来半")
        return rest, "duration"
    return unit, "duration" if unit in _DURATION_UNITS else "count"
