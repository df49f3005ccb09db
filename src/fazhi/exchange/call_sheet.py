"""The spreadsheet of one organ's part of a call for figures: written for the liaison, read back by row."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from fazhi.engine.calls import Answer, label
from fazhi.engine.calls_before import Base, Bases, base_of, other, source_of, span_of
from fazhi.engine.figures.printing import print_value
from fazhi.engine.models import Asked
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.registry import installed

HEADS = ("代码", "指标", "单位", "数值", "来源", "截至", "说明", "上年同期", "上年来源", "上年截至")
WIDTHS = (26, 40, 8, 12, 30, 14, 30, 12, 30, 14)
LARGEST = 2 * 1024 * 1024
"""Bytes of a sheet that is taken in: a call has some hundred rows."""


@dataclass(frozen=True)
class Line:
    """One row that answers: the figure's key and what was filled in."""

    row: int
    indicator: str
    answer: Answer


def unit_of(key: str) -> str:
    return getattr(installed().indicators.get(key), "unit", "")


def write_sheet(answers: Iterable[Asked], before: Bases) -> bytes:
    """The sheet of one organ, what was filled in already included; dates as dates, numbers as numbers."""
    rows = list(answers)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("填报")
    head = book.add_format({"bold": True, "bottom": 1})
    for at, (title, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
        sheet.write_string(0, at, title, head)
        sheet.set_column(at, at, width)
    for at, row in enumerate(rows, 1):
        known, base = before.get((row.organ_id, row.indicator)), base_of(row)
        for column, text in ((0, row.indicator), (1, label(row)), (2, unit_of(row.indicator)),
                             (4, row.source), (6, row.note)):  # fmt: skip
            sheet.write_string(at, column, text)
        if row.value is not None:
            sheet.write_number(at, 3, float(row.value))
        write_day(sheet, at, 5, row.as_of)
        if known is not None:
            sheet.write_string(at, 7, print_value(known.value))
            sheet.write_string(at, 8, source_of(known))
        elif base is not None:
            sheet.write_number(at, 7, float(base.value))
            sheet.write_string(at, 8, base.source)
            write_day(sheet, at, 9, base.as_of)
    sheet.freeze_panes(1, 2)
    book.close()
    return out.getvalue()


def write_day(sheet: Any, row: int, column: int, day: date | None) -> None:
    if day is not None:
        sheet.write_datetime(row, column, datetime(day.year, day.month, day.day))  # noqa: DTZ001 - a day of a sheet


def read_sheet(data: bytes, answers: Iterable[Asked], before: Bases) -> list[Line]:
    """The rows that are filled in; rows without a value are left as they are.

    :raises Refusal: no sheet, a missing heading, and every row that cannot be taken, each with its number.
    """
    rows = opened(data)
    heads = [str(cell).strip() for cell in rows[0]] if rows else []
    missing = [name for name in ("代码", "数值", "来源", "截至") if name not in heads]
    if missing:
        raise Refusal(f"表中没有“{'”“'.join(missing)}”这些列。请下载填报表，在其中填写后再上传。")
    known = {row.indicator: row for row in answers}
    found, lacks = [], []
    for number, cells in enumerate(rows[1:], 2):
        given = dict(zip(heads, cells, strict=False))
        try:
            if given.get("数值") not in {None, ""}:
                found.append(line_of(number, given, known, before))
            elif alone(given, known, before):
                raise Refusal("上年同期数随本期数一并填报，请先填写“数值”")
        except Refusal as refusal:
            text = "；".join(
                [refusal.text.rstrip("：。"), *(str(lack).rstrip("。") for lack in refusal.lacks)]
            )
            lacks.append(Lack(f"第{number}行：{text}"))
    if lacks:
        raise Refusal("填报表没有保存", lacks)
    if not found:
        raise Refusal("填报表中没有填写任何数值。请在“数值”列填写后再上传。")
    return found


def opened(data: bytes) -> list[list[object]]:
    """The cells of the first sheet.

    :raises Refusal: too large, or no spreadsheet.
    """
    if len(data) > LARGEST:
        raise Refusal(f"文件超过{LARGEST // 1024 // 1024}MB，不是填报表。请下载填报表填写后上传。")
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows: list[list[object]] = [[*row] for row in book.get_sheet_by_index(0).to_python()]
    except Exception as error:
        raise Refusal("这个文件打不开，不是 XLSX 表格或者已损坏。请下载填报表填写后上传。") from error
    return rows


def alone(given: Mapping[str, object], known: Mapping[str, Asked], before: Bases) -> bool:
    """Whether the row states the year before that does not stand yet, and no answer."""
    row = known.get(str(given["代码"]).strip())
    stated = given.get("上年同期") not in {None, "", "—"}
    return row is not None and stated and (row.organ_id, row.indicator) not in before


def base_in(given: Mapping[str, object], row: Asked, before: Bases) -> Base | None:
    """What the row states for the year before; nothing where it repeats what stands.

    :raises Refusal: no number, no source, no day, or another value than the one that stands.
    """
    cell, figure = given.get("上年同期"), before.get((row.organ_id, row.indicator))
    if cell in {None, "", "—"}:
        return None
    value = number_in_cell(cell)
    if figure is not None:
        if value not in {figure.value, number_in_cell(print_value(figure.value))}:
            raise Refusal(str(other(figure)))
        return None
    source = str(given.get("上年来源") or "").strip()
    if not source:
        raise Refusal("没有写上年来源，请写明提供上年数据的系统、台账或者文件")
    day = day_in_cell(given.get("上年截至"))
    if day < span_of(row.call).before().first:
        raise Refusal(f"上年截至日{day}早于上年同期")
    return Base(value, source, day)


def line_of(number: int, given: Mapping[str, object], known: Mapping[str, Asked], before: Bases) -> Line:
    key = str(given["代码"]).strip()
    if key not in known:
        raise Refusal(f"没有向本机关布置“{key}”")
    answer = Answer(
        number_in_cell(given["数值"]), str(given["来源"] or "").strip(), day_in_cell(given["截至"]),
        str(given.get("说明") or "").strip(), base_in(given, known[key], before),
    )  # fmt: skip
    if not answer.source:
        raise Refusal("没有写来源，请写明提供数据的系统、台账或者文件")
    if answer.as_of < span_of(known[key].call).first:
        raise Refusal(f"截至日{answer.as_of}早于填报期间")
    return Line(number, key, answer)


def number_in_cell(cell: object) -> Fraction:
    """An exact number: 91, 1,234.5, 98.5%.

    :raises Refusal: it is none.
    """
    text = str(cell).strip().replace(",", "").replace("，", "").removesuffix("%").removesuffix("％")
    try:
        return Fraction(Decimal(text))
    except (InvalidOperation, ValueError, OverflowError):
        raise Refusal(f"“{cell}”不是数值，请只写数字，单位按“单位”列") from None


def day_in_cell(cell: object) -> date:
    """A day: a cell of dates, 2026-11-20, 2026/11/20, 2026年11月20日.

    :raises Refusal: it is none.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(cell or "").strip()
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y.%m.%d", "%Y%m%d"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day of a sheet has no zone
        except ValueError:
            continue
    raise Refusal(f"截至“{text}”不是日期，请按 2026-11-20 的样子填写")
