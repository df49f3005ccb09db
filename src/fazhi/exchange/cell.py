"""One cell read and written: days, choices, money and names in all the ways in which they are typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import BooleanField, DateField, DateTimeField, Field, ForeignKey, IntegerField

from fazhi.engine.hundredths import exact
from fazhi.engine.personal import is_masked
from fazhi.engine.values import unkept
from fazhi.exchange.guard import unguarded
from fazhi.exchange.heading import POINT, Heading, bare

Read = Callable[[Any], Any]
"""A cell in the column's own type; None for an empty one."""


class Unreadable(Exception):  # noqa: N818 - an answer for the clerk, no error of the program
    """A cell that cannot be taken: what is wrong with it, and what to do."""

    def __init__(self, text: str, remedy: str) -> None:
        super().__init__(text)
        self.text, self.remedy = text, remedy


class Masked:
    """Stands for a cell exported masked: unchanged."""


MASKED = Masked()
SHEET_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"})
YES = frozenset({"是", "有", "1", "true", "yes", "y", "√", "✓", "对"})
NO = frozenset({"否", "无", "0", "false", "no", "n", "×", "✗"})
EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet's count of days."""
DAY = re.compile(
    r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?:日|号)?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?.*)?"
)
DIGITS = str.maketrans("〇零一二三四五六七八九○", "001234567890")
HAN_DAY = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]"
)
TOLD = 40
"""So many choices are told one by one where a cell names none of them."""
SCALES = {"万": 10_000, "亿": 100_000_000, "千": 1000, "百": 100}
AMOUNT = re.compile(r"([-+]?\d+(?:\.\d+)?)([百千万亿]*)(元|分)?")


def reader(heading: Heading, named: Read | None = None) -> Read:
    """How cells of the column are read.

    :param named: finds the record or organ that a foreign key names.
    """
    column = heading.column
    if column is None:
        return text_of
    if isinstance(column, ForeignKey):
        if named is None:
            raise TypeError(f"{column.name}: nobody knows whom it names")
        return remembering(named)
    if heading.unit or heading.score:
        counted = points if heading.score else lambda cell: money(cell, heading.unit)
        return remembering(checked(column, counted))
    if column.choices:
        return remembering(choices(column))
    if isinstance(column, BooleanField):
        return remembering(yes_or_no)
    if isinstance(column, DateField) and not isinstance(column, DateTimeField):
        return remembering(day)
    if isinstance(column, IntegerField):
        return remembering(checked(column, whole_number))
    text = words(column)
    return (lambda cell: MASKED if is_masked(str(cell)) else text(cell)) if heading.personal else text


def remembering(read: Read) -> Read:
    """The same, each distinct cell read once."""

    class Known(dict[Any, Any]):
        def __missing__(self, cell: Any) -> Any:
            value = self[cell] = read(cell)
            return value

    return Known().__getitem__


def text_of(cell: Any) -> str:
    """A cell as it would be typed."""
    if isinstance(cell, str):
        return unguarded(cell.strip())
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return str(cell)


def words(column: Field[Any, Any]) -> Read:
    longest = column.max_length or 1_000_000
    more = [check for check in column.validators if not isinstance(check, MaxLengthValidator)]

    def read(cell: Any) -> str | None:
        text = unguarded(cell.strip()) if cell.__class__ is str else text_of(cell)
        if not text:
            return None
        if len(text) > longest:
            raise Unreadable(f"有{len(text)}字，超过{longest}字", "请缩短")
        if text[0] == "#" and text in SHEET_ERRORS:
            raise Unreadable(f"是公式的错误值{text}", "请改为实际内容")
        if not text.isprintable() and any(unkept(sign) for sign in text):
            raise Unreadable("含有不能保存的控制字符", "请重新填写")
        for check in more:
            validated(check, text)
        return text

    return read


def validated(check: Callable[[Any], Any], value: Any) -> None:
    try:
        check(value)
    except ValidationError as error:
        raise Unreadable(f"“{value}”不对：{'；'.join(error.messages).rstrip('。')}", "请改正") from None


def checked(column: Field[Any, Any], read: Read) -> Read:
    """The same, held to the limits of the column."""

    def within(cell: Any) -> Any:
        value = read(cell)
        for check in column.validators if value is not None else ():
            validated(check, value)
        return value

    return within


def choices(column: Field[Any, Any]) -> Read:
    """By label or by stored value; blank leaves it undecided."""
    labels = [str(label) for _, label in column.flatchoices]
    known = {bare(value): value for value, _ in column.flatchoices if value not in {None, ""}}
    known |= {bare(label): value for value, label in column.flatchoices}
    exact = {str(label): value for value, label in column.flatchoices}

    def read(cell: Any) -> Any:
        text = text_of(cell)
        if not text:
            return None
        found = exact.get(text, known.get(bare(text)))
        if found is None:
            raise Unreadable(f"“{text}”不在可选各项中", f"请从“{offered(labels, text)}”中选择")
        return found

    return read


def offered(labels: Sequence[str], text: str) -> str:
    """The choices in words; of very many those that are written most like the text, else the first."""
    if len(labels) <= TOLD:
        return "、".join(labels)
    near = get_close_matches(text, labels, n=TOLD // 4, cutoff=0.4) or labels[: TOLD // 4]
    return f"{'、'.join(near)}等{len(labels)}项"


def yes_or_no(cell: Any) -> bool | None:
    text = bare(text_of(cell)) or text_of(cell)
    if not text:
        return None
    if text not in YES | NO:
        raise Unreadable(f"“{text}”不是“是”或“否”", "请填“是”或“否”")
    return text in YES


def day(cell: Any) -> date | None:
    """A day in any usual form: 2023/1/5, 2023年1月5日, 20230105, 二〇二三年一月五日, a spreadsheet's date."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = normalize("NFKC", text_of(cell)).replace(" 00:00:00", "").strip()
    if not text:
        return None
    spaceless = re.sub(r"(?<=[年月/.\-])\s+|\s+(?=[年月日号/.\-])", "", text)
    parts = day_parts(spaceless)
    try:
        if parts is not None:
            found = date(*parts)
        elif spaceless.isdecimal() and 20_000 <= int(spaceless) <= 80_000:
            found = EPOCH + timedelta(int(spaceless))
        else:
            raise ValueError
        if not 1900 <= found.year <= 2200:
            raise ValueError
    except ValueError:
        raise Unreadable(f"“{text}”不是有效的日期", "请写成 2023-01-05，并核对该月有没有这一天") from None
    return found


def day_parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day as typed."""
    if found := DAY.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if re.fullmatch(r"(19|20|21)\d{6}", text):
        return int(text[:4]), int(text[4:6]), int(text[6:])
    if found := HAN_DAY.fullmatch(text):
        return int(found[1].translate(DIGITS)), han_number(found[2]), han_number(found[3])
    return None


def han_number(text: str) -> int:
    """Up to 三十一."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(text.translate(DIGITS))
    return int(tens.translate(DIGITS) or 1) * 10 + int(ones.translate(DIGITS) or 0)


def amount(cell: Any) -> tuple[Decimal, str] | None:
    """A number with its unit, if it names one: 1,200.50, 1.2万, ￥300元."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        try:
            return Decimal(repr(cell)), ""
        except InvalidOperation:
            return None
    text = normalize("NFKC", text_of(cell))
    found = AMOUNT.fullmatch(re.sub(r"[\s,，¥￥]", "", text))
    if found is None:
        return None
    value = Decimal(found[1])
    for sign in found[2]:
        value *= SCALES[sign]
    return value, found[3] or ""


def whole_number(cell: Any) -> int | None:
    if isinstance(cell, str) and not cell.strip():
        return None
    found = amount(cell)
    if found is None or found[1] or found[0] != found[0].to_integral_value():
        raise Unreadable(f"“{text_of(cell)}”不是整数", "请填阿拉伯数字，不写单位")
    return int(found[0])


def money(cell: Any, unit: int) -> int | None:
    """Integer 分. ``unit``: how many 分 a bare number counts; a unit in the cell goes before it."""
    if isinstance(cell, str) and not cell.strip():
        return None
    found = amount(cell)
    if found is None:
        raise Unreadable(f"“{text_of(cell)}”不是金额", "请填阿拉伯数字，可带“万”“元”")
    value, said = found
    # 元 after the number, or 万 with it, says that it is counted in 元 whatever the heading counts in.
    scaled = isinstance(cell, str) and any(sign in cell for sign in SCALES)
    fen = value * (1 if said == "分" else 100 if said == "元" or scaled else unit)
    if fen != fen.to_integral_value():
        raise Unreadable(f"“{text_of(cell)}”比分还细", "请精确到分")
    return int(fen)


def points(cell: Any) -> int | None:
    """Integer hundredths of the points that the cell says: 92.5, 92.50分."""
    if isinstance(cell, str) and not cell.strip():
        return None
    found = None if SCALES.keys() & set(str(cell)) else amount(cell)
    if found is None or found[1] not in {"", "分"}:
        raise Unreadable(f"“{text_of(cell)}”不是分数", "请填阿拉伯数字，最多两位小数")
    hundredths = found[0] * POINT
    if hundredths != hundredths.to_integral_value():
        raise Unreadable(f"“{text_of(cell)}”超过两位小数", "请改为最多两位小数")
    return int(hundredths)


def shown(heading: Heading, value: Any) -> Any:
    """A stored value as its cell says it; foreign keys and masking are seen to apart."""
    column = heading.column
    if value is None or value == "" or column is None:
        return value if value != "" else None
    if heading.unit or heading.score:
        return exact(value)
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "是" if value else "否"
    return value
