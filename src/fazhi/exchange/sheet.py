"""Workbooks written: headings that stay in view, lists to choose from, notes on what must be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import IO, Any, Self

import xlsxwriter
from django.db.models import BooleanField, DateField, Field, ForeignKey

from fazhi.engine.register import Register
from fazhi.exchange.beside_example import example
from fazhi.exchange.beside_table import EXTENSIONS, LINKS, PAUSES, beside_table, offered
from fazhi.exchange.guard import guarded
from fazhi.exchange.heading import (
    CHOICES,
    FAULT,
    KNOWN,
    NOTES,
    ORGAN,
    ROW,
    Heading,
    Table,
    main_table,
    part_tables,
)
from fazhi.organs.models import Organ

SECRECY = "严禁录入国家秘密。"
GUIDE = (
    f"{SECRECY}涉密事项不得填入本表，也不得导入本系统。",
    "列名写在第一行，不要改动；不需要的列可以删去。带“*”或底色的列必填。",
    "日期可写 2023-01-05、2023/1/5、2023年1月5日、20230105；金额可写 12000、1.2万、1,200.50元。",
    "“机关”填名称、简称或代码；空着的，按导入时选定的机关登记。",
    "“记录号”只在更正已有记录时填（从导出的表中抄）；新登记的空着。",
    "已有记录按记录号或编号认出：没有变化的不改动，有变化的记为更正；空单元格和带“*”的脱敏单元格表示不变。",
    "明细表（申请人、听证等）每行用“序号”对应主表中的一行；已有的明细行只增不改。",
)
BESIDE = {
    PAUSES: "“中止与扣除”每行是一次，起止两日都不计入期限；已有的按种类和起始日认出，有变化的记为更正。",
    EXTENSIONS: "“延长期限”每行是一次；同一期限只能延长一次，应当在届满以前批准，不超过法律规定的长度。",
    LINKS: "“关联”每行把本表的一件与另一件已登记的、或者同一文件中的记录关联；已有的关联不会重复登记。",
}
"""The same of the sheets that stand beside."""
"""What a person who fills in the sheet must know."""
FILLED_DOWN = 5000
"""Rows under the headings of a template in which choices are offered."""
INLINE = 250
"""Characters of choices that a validation holds itself; longer lists stand on a sheet of their own."""


class Book:
    """A workbook under way; rows are streamed, so that memory does not grow with them."""

    def __init__(self, target: IO[bytes]) -> None:
        self._book = xlsxwriter.Workbook(
            target,
            {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self.head = self._book.add_format(
            {"bold": True, "bg_color": "#EDEDED", "text_wrap": True, "valign": "top"}
        )
        self.need = self._book.add_format(
            {"bold": True, "bg_color": "#F6E3C5", "text_wrap": True, "valign": "top"}
        )
        self.day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self.money = self._book.add_format({"num_format": "0.00"})
        self.wrap = self._book.add_format({"text_wrap": True, "valign": "top"})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._book.close()

    def sheet(self, name: str) -> Any:
        return self._book.add_worksheet(name)

    def add(self, table: Table, rows: Iterable[Sequence[Any]], *, extra: Sequence[Heading] = ()) -> Any:
        """A sheet of the table; the cells of each row stand in the order of its headings, then ``extra``."""
        sheet = self.sheet(table.label)
        headings = (*table.headings, *extra)
        sheet.freeze_panes(1, 0)
        for at, one in enumerate(headings):
            sheet.set_column(at, at, 60 if one.name == FAULT else max(10, min(2 * len(one.label) + 2, 30)))
        for at, one in enumerate(headings):
            sheet.write_string(0, at, one.label, self.need if one.needed else self.head)
        money = {at for at, one in enumerate(headings) if one.unit or one.score}
        for place, cells in enumerate(rows, 1):
            for at, cell in enumerate(cells):
                if cell is not None and cell != "":
                    self.write(sheet, place, at, cell, money=at in money)
        return sheet

    def write(self, sheet: Any, place: int, at: int, cell: Any, *, money: bool = False) -> None:
        if isinstance(cell, bool):
            sheet.write_string(place, at, "是" if cell else "否")
        elif isinstance(cell, date):
            sheet.write_datetime(place, at, cell, self.day)
        elif isinstance(cell, (int, float)) and abs(cell) < 10**15:
            sheet.write_number(place, at, cell)
        elif money and len(str(cell)) <= 15 and str(cell).lstrip("-").replace(".", "", 1).isdecimal():
            sheet.write_number(place, at, float(cell), self.money)
        else:
            sheet.write_string(place, at, guarded(str(cell)) if not money else str(cell))


Notes = tuple[Any, int]


def write_template(register: Register, target: IO[bytes]) -> None:
    """An empty workbook to fill in: a sheet for the register and each part, choices, and how to fill in."""
    kinds = offered(register)
    beside = [beside_table(register, kind) for kind in kinds]
    tables = [main_table(register), *part_tables(register).values(), *beside]
    with Book(target) as book:
        lists = Lists(book)
        for table in tables:
            sheet = book.add(table, ())
            for at, one in enumerate(table.headings):
                sheet.write_comment(0, at, advice(one))
                if one.column is not None:
                    lists.validate(sheet, at, one)
        notes = write_notes(book, register, tables, [*GUIDE, *(BESIDE[kind] for kind in kinds)])
        write_examples(book, notes, register, dict(zip(kinds, beside, strict=True)))
        lists.write()


class Lists:
    """Choices offered in cells; long lists stand on a sheet of their own."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.columns: dict[tuple[str, ...], int] = {}

    def validate(self, sheet: Any, at: int, one: Heading) -> None:
        labels = options(one.column)
        if not labels:
            return
        source: Any = list(labels)
        if len(",".join(labels)) > INLINE or any("," in label for label in labels):
            letter = column_letters(self.columns.setdefault(labels, len(self.columns)))
            source = f"='{CHOICES}'!${letter}$1:${letter}${len(labels)}"
        sheet.data_validation(
            1,
            at,
            FILLED_DOWN,
            at,
            {
                "validate": "list",
                "source": source,
                "error_title": "不在可选各项中",
                "error_message": f"“{one.label[:40]}”请从下拉列表中选择。",
            },
        )

    def write(self) -> None:
        if not self.columns:
            return
        sheet = self.book.sheet(CHOICES)
        lists = list(self.columns)
        for place in range(max(map(len, lists))):
            for at, labels in enumerate(lists):
                if place < len(labels):
                    sheet.write_string(place, at, labels[place])


def options(column: Field[Any, Any] | None) -> tuple[str, ...]:
    if column is not None and column.choices:
        return tuple(str(label) for _, label in column.flatchoices)
    return ("是", "否") if isinstance(column, BooleanField) else ()


def column_letters(at: int) -> str:
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def advice(one: Heading) -> str:
    """How the column is filled in, in one line."""
    said = {
        ROW: "主表与明细表之间的对应号，在本文件内不重复",
        KNOWN: "更正已有记录时从导出的表中抄；新登记的空着",
        ORGAN: "名称、简称或代码；空着的按导入时选定的机关",
    }.get(one.name)
    if said is None:
        said = one.advice or kind_of(one)
    return f"{'必填。' if one.needed else ''}{said}。"


def kind_of(one: Heading) -> str:
    column = one.column
    labels = options(column)
    if labels:
        return f"从下列各项中选：{'、'.join(labels)}"
    if isinstance(column, ForeignKey):
        organ = column.related_model is Organ
        return "机关的名称、简称或代码" if organ else "已登记的记录：标题、编号，或“#记录号”"
    if isinstance(column, DateField):
        return "日期，如 2023-01-05"
    if one.unit:
        return "金额，以元为单位，可带“万”"
    if one.score:
        return "分数，最多两位小数"
    if column is not None and column.get_internal_type().endswith("IntegerField"):
        return "整数"
    longest = f"，不超过{column.max_length}字" if column is not None and column.max_length else ""
    return f"文字{longest}" + ("（个人信息，导出时默认脱敏）" if one.personal else "")


def write_notes(book: Book, register: Register, tables: Sequence[Table], guide: Iterable[str]) -> Notes:
    """How to fill in, column by column; the sheet and its last row."""
    sheet = book.sheet(NOTES)
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 8)
    sheet.set_column(3, 3, 80)
    sheet.write_string(0, 0, f"{register.label}导入模板", book.head)
    place = 1
    for line in guide:
        sheet.write_string(place, 0, line)
        place += 1
    for at, label in enumerate(("表", "列", "必填", "怎么填")):
        sheet.write_string(place, at, label, book.head)
    for table in tables:
        for one in table.headings:
            place += 1
            for at, text in enumerate((table.label, one.label, "必填" if one.needed else "", advice(one))):
                sheet.write_string(place, at, text, book.wrap)
    return sheet, place


def write_examples(book: Book, notes: Notes, register: Register, tables: Mapping[str, Table]) -> None:
    """A lawful row of each sheet that stands beside, under its headings; what is read is none of it."""
    sheet, place = notes
    for kind, table in tables.items():
        place += 2
        sheet.write_string(place, 0, f"“{table.label}”填写示例", book.head)
        for at, one in enumerate(table.headings):
            sheet.write_string(place + 1, at, one.label, book.head)
        for at, cell in enumerate(example(register, kind)):
            sheet.write_string(place + 2, at, str(cell), book.wrap)
        place += 2
