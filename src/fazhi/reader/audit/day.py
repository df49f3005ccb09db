"""Printed days: full dates in Arabic or Chinese numerals, and what each is the date of."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.reader.audit.finding import Member, member_of

_FULL = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?[年\-./－]\s?(\d{1,2})\s?[月\-./－]\s?(\d{1,2})(?!\d)日?")
_TURNED = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)")
_CHINESE_DAY = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_ROLES = (
    ("signed", re.compile(r"(?:成文|发文|印发|制发|生成)\s?(?:日期|时间)[】\]]?[：:\s]*(?:\d{2}:)?$")),
    (
        "published",
        re.compile(
            r"(?:发布|公开|公布|发表|更新)\s?(?:日期|时间)[】\]]?[：:\s]*$|^\s*(?:时间|日期)[：:\s]*$"
        ),
    ),
)
_OWN_LINE = re.compile(r"[ \t　]*$")
_CHINESE_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A full date in the text.

    ``role`` is signed, published, sign-off or empty; ``day`` None where it cannot exist.
    """

    member: Member
    year: int
    month: int
    day_of_month: int
    role: str

    @property
    def day(self) -> date | None:
        return day_of(self.year, self.month, self.day_of_month)


@dataclass(frozen=True, slots=True)
class Head:
    """Where the title and the body begin, and the year reported on, as far as the reader found them."""

    title: str
    title_end: int
    body_start: int
    year: int | None


def days_by_role(text: str, head: Head) -> dict[str, PrintedDay]:
    """The first existing day of each role in a text."""
    return by_role_of(list(printed_days(text, head)))


def by_role_of(printed: list[PrintedDay]) -> dict[str, PrintedDay]:
    """The first existing day of each role."""
    return {day.role: day for day in reversed(printed) if day.role and day.day is not None}


def printed_days(text: str, head: Head) -> Iterator[PrintedDay]:
    """Every full date, with the role that its label or its place gives it."""
    for found in _FULL.finditer(text):
        member = member_of(text, found.start(), _with_time(text, found.end()))
        yield PrintedDay(
            member, int(found[1]), int(found[2]), int(found[3]), _role(text, found.start(), found.end(), head)
        )
    for found in _TURNED.finditer(text, 0, head.body_start):
        member = member_of(text, found.start(), _with_time(text, found.end()))
        yield PrintedDay(member, int(found[3]), int(found[2]), int(found[1]), "published")
    for found in _CHINESE_DAY.finditer(text):
        year = int("".join(_CHINESE_DIGITS[c] for c in found[1]))
        member = member_of(text, found.start(), found.end())
        role = _role(text, found.start(), found.end(), head)
        yield PrintedDay(member, year, _small(found[2]), _small(found[3]), role)


def _small(numeral: str) -> int:
    tens, mark, ones = numeral.rpartition("十")
    digits = {c: int(n) for c, n in _CHINESE_DIGITS.items()}
    return (digits.get(tens, 1) if mark else 0) * 10 + digits.get(ones, 0)


def _with_time(text: str, end: int) -> int:
    found = re.compile(r"\s{0,3}\d{1,2}:\d{2}(?::\d{2})?").match(text, end)
    return found.end() if found else end


def _role(text: str, start: int, end: int, head: Head) -> str:
    before = text[max(0, start - 14) : start]
    for role, label in _ROLES:
        if label.search(before):
            return role
    line_start = text.rfind("\n", 0, start) + 1
    alone = not text[line_start:start].strip() and (
        _OWN_LINE.match(text[end : end + 30].split("\n", maxsplit=1)[0]) is not None
    )
    if alone and start > head.body_start and start > len(text) * 3 // 5:
        return "sign-off"
    return "published" if alone and head.title_end <= start < head.body_start else ""


def day_of(year: int, month: int, day_of_month: int) -> date | None:
    """The day, or None where no calendar has it."""
    if not 1 <= month <= 12 or not 1 <= day_of_month <= monthrange(year, month)[1]:
        return None
    return date(year, month, day_of_month)
