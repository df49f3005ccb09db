"""Yearly notices of days off and make-up workdays: what each says, and where it was published."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).with_name("holidays.json")


class DayEntry(NamedTuple):
    """One day that a notice names: off, or (``off`` false) a make-up workday, which may fall on a weekday."""

    day: date
    off: bool
    name: str


@dataclass(frozen=True, slots=True)
class Notice:
    """The arrangement of one year (国务院办公厅关于…年部分节假日安排的通知), with every later change in it.

    ``days`` may reach into the last days of the year before (the New Year of 2019 began on 2018-12-30).
    Raises ``ValueError`` (Chinese) where the notice contradicts itself or belongs to another year.
    """

    year: int
    days: tuple[DayEntry, ...]
    papers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 1949 < self.year < 2200:
            raise ValueError(f"放假通知的年份有误：{self.year}。请填写四位公历年份。")
        for entry in self.days:
            if entry.day.year != self.year and not (
                entry.day.year == self.year - 1 and entry.day.month == 12
            ):
                raise ValueError(
                    f"{self.year}年放假通知中的{entry.day}不属于{self.year}年，也不在上一年12月。请核对日期和年份。"
                )
        both = {e.day for e in self.days if e.off} & {e.day for e in self.days if not e.off}
        if both:
            raise ValueError(f"{self.year}年放假通知自相矛盾：{min(both)}既写放假又写上班。请删去其中一行。")
        if not any(entry.off for entry in self.days):
            raise ValueError(f"{self.year}年放假通知没有写明任何放假日期。请补全后再导入。")


def read_notice(text: str) -> Notice:
    """Read one yearly notice given as JSON or as lines; ``ValueError`` in Chinese names the row at fault.

    JSON: ``{"year": 2027, "papers": [address], "days": [{"name", "date", "isOffDay"}]}``.
    Lines: ``2027-01-01,休,元旦`` (休 or 班; name optional); the year is that of the last date.
    """
    text = text.lstrip("\ufeff").strip()
    return _from_json(text) if text.startswith("{") else _from_lines(text)


def _from_json(text: str) -> Notice:
    try:
        data: dict[str, Any] = json.loads(text)
        rows = [(row["date"], row["isOffDay"], row.get("name", "")) for row in data["days"]]
        year, papers = data["year"], tuple(data.get("papers", ()))
    except (ValueError, LookupError, TypeError, AttributeError) as fault:
        raise ValueError("放假通知文件不完整：应当有year和days，days每项应当有date、isOffDay。") from fault
    if not isinstance(year, int) or not all(isinstance(paper, str) for paper in papers):
        raise ValueError("放假通知文件的year应当是整数，papers应当是网址列表。")
    days = []
    for number, (day, off, name) in enumerate(rows, 1):
        if off is not True and off is not False:
            raise ValueError(f"放假通知第{number}项（{day}）的isOffDay应当是true或者false。")
        days.append(DayEntry(_day(day, number), off, str(name)))
    return Notice(year, tuple(days), papers)


def _from_lines(text: str) -> Notice:
    days = []
    for number, row in enumerate(csv.reader(text.splitlines()), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if len(cells) < 2 or cells[1] not in {"休", "班"}:
            raise ValueError(f"放假通知第{number}行应当写成“日期,休或者班,名称”，例如：2027-01-01,休,元旦。")
        days.append(DayEntry(_day(cells[0], number), cells[1] == "休", cells[2] if len(cells) > 2 else ""))
    if not days:
        raise ValueError("放假通知是空的。请每行写一天，例如：2027-01-01,休,元旦。")
    return Notice(max(entry.day for entry in days).year, tuple(days))


def _day(text: object, number: int) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError as fault:
        raise ValueError(f"放假通知第{number}行的日期“{text}”不存在。请按2027-01-01的写法填写。") from fault


@cache
def shipped_notices() -> tuple[Notice, ...]:
    """The notices of 2007 to 2026 that come with the program, in order of year."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    return tuple(
        Notice(
            int(year),
            (*_entries(row["off"], off=True), *_entries(row["work"], off=False)),
            tuple(row["papers"]),
        )
        for year, row in data.items()
    )


def _entries(named: dict[str, list[str]], *, off: bool) -> list[DayEntry]:
    return [
        DayEntry(day, off, name) for name, spans in named.items() for span in spans for day in _days_of(span)
    ]


def _days_of(span: str) -> list[date]:
    """The days of ``2026-01-01`` or ``2026-01-01..2026-01-03``."""
    first, _, last = span.partition("..")
    begin, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return [begin + timedelta(days) for days in range((end - begin).days + 1)]
