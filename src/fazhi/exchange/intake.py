"""Rows of a file read against the register: each cell in its column's type, each fault with its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import ForeignKey

from fazhi.engine.actor import today
from fazhi.engine.bulk import BulkRow
from fazhi.engine.facts import acts_of
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.exchange.beside_intake import Besides, Takes
from fazhi.exchange.beside_table import beside_table, named_in
from fazhi.exchange.cell import MASKED, Read, Unreadable, reader, text_of, whole_number
from fazhi.exchange.heading import (
    CHOICES,
    KNOWN,
    LAW,
    NOTES,
    ORGAN,
    ROW,
    Headings,
    Table,
    bare,
    main_table,
    part_tables,
)
from fazhi.exchange.importer import Importer
from fazhi.exchange.known import settle_known
from fazhi.exchange.naming import naming, organ_named
from fazhi.exchange.plan import Fault, Line, Plan, Strange
from fazhi.exchange.uncollected import uncollected
from fazhi.exchange.workbook import Book, Cells

__all__ = ["Importer", "read_plan"]

SEARCHED = 15
"""Rows among which the headings are looked for: titles and notes may stand above them."""
EMPTY_CELLS = frozenset({"", None})


@uncollected()
def read_plan(register: Register, book: Book, importer: Importer) -> Plan:
    """Everything in the file, nothing written.

    :raises Refusal: the file has no sheet of this register.
    """
    plan = Plan(register)
    main, parts = main_table(register), part_tables(register)
    sheets = {bare(name): name for name in book.sheets}
    mine = {bare(table.label): model for model, table in parts.items()}
    beside = named_in(register, sheets.keys() - mine.keys() - {bare(main.label)})
    others = mine.keys() | beside.keys() | {bare(NOTES), bare(CHOICES)}
    first = next((name for key, name in sheets.items() if key not in others), None)
    own = sheets.get(bare(main.label), first)
    if own is None:
        raise Refusal(f"“{book.name}”中没有“{main.label}”表。请用本登记簿的模板。")
    for key, name in sheets.items():
        if name != own and key not in others and any(map(filled, book.rows(name))):
            plan.strange.append(Strange(name, ""))
    children = Children()
    for key, model in mine.items():
        if key in sheets and sheets[key] != own:
            children.read(model, Sheet(parts[model], book, sheets[key], importer, plan))
    rules = Rules(register)
    besides = Besides(plan, children, rules.today)
    for key, kind in beside.items():
        besides.read(kind, Sheet(beside_table(register, kind), book, sheets[key], importer, plan))
    takes = besides if beside else children
    whole = Sheet(main, book, own, importer, plan)
    lines = list(Main(whole, importer, takes).lines())
    takes.left_over()
    matches = settle_known(plan, lines, importer.rows, rules)
    if LAW in whole.place:
        plan.choose_law(LAW)
    if beside:
        besides.settle(lines, matches, importer.rows)
    return plan


def filled(cells: Cells) -> bool:
    return not EMPTY_CELLS.issuperset(cells)


class Sheet:
    """One sheet: its headings found, its rows read cell by cell."""

    def __init__(self, table: Table, book: Book, name: str, importer: Importer, plan: Plan) -> None:
        self.table, self.plan, self.name = table, plan, name or table.label
        self._rows = enumerate(book.rows(name), 1)
        headings = Headings(table)
        start = list(islice(self._rows, SEARCHED))
        head = max(start, key=lambda one: headings.count(one[1]), default=(0, ()))
        self._start = [one for one in start if one[0] > head[0]]
        self.reads: list[tuple[int, str, Read]] = []
        self.place: dict[str, int] = {}
        for at, cell in enumerate(head[1]):
            if cell in EMPTY_CELLS or not str(cell).strip():
                continue
            found = headings.find(cell)
            if found is None or found.name in self.place:
                plan.strange.append(Strange(self.name, str(cell)[:60]))
                continue
            self.place[found.name] = at
            if found.column is not None:
                named = naming(found.column, importer.rows) if isinstance(found.column, ForeignKey) else None
                self.reads.append((at, found.name, reader(found, named)))
        self.labels = {one.name: one.label for one in table.headings}
        if not self.reads and any(filled(row) for _, row in start):
            raise Refusal(f"“{self.name}”表中没有认识的列名。请用本登记簿的模板，列名写在数据上一行。")

    def rows(self) -> Iterator[tuple[int, Cells]]:
        """Rows below the headings that are not empty."""
        for place, cells in self._start:
            if filled(cells):
                yield place, cells
        for place, cells in self._rows:
            if filled(cells):
                yield place, cells

    def cell(self, cells: Cells, name: str) -> Any:
        at = self.place.get(name)
        return "" if at is None or at >= len(cells) else cells[at]

    def values(self, place: int, cells: Cells) -> tuple[dict[str, Any], list[str], bool]:
        """What the row says, the columns that are masked, and whether all could be read."""
        values: dict[str, Any] = {}
        masked: list[str] = []
        good, width = True, len(cells)
        for at, name, read in self.reads:
            if at >= width or (cell := cells[at]) == "" or cell is None:
                continue
            try:
                value = read(cell)
            except Unreadable as error:
                self.fault(place, self.labels[name], error)
                good = False
                continue
            if value is MASKED:
                masked.append(name)
            elif value is not None:
                values[name] = value
        return values, masked, good

    def fault(self, place: int, column: str, error: Unreadable) -> None:
        self.plan.faults.append(Fault(self.name, place, column, error.text, error.remedy))


class Children:
    """Rows of the parts' sheets by the place that they name in the register's own sheet."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[Sheet, str, int, dict[str, Any], bool]]] = {}
        self._taken: set[str] = set()

    def read(self, model: str, sheet: Sheet) -> None:
        needed = [one for one in sheet.table.columns if one.needed]
        for place, cells in sheet.rows():
            values, masked, good = sheet.values(place, cells)
            mark = text_of(sheet.cell(cells, ROW))
            if not mark:
                sheet.fault(place, "序号", Unreadable("没有写明属于哪一行", "请填主表中的序号"))
                continue
            for one in needed:
                if good and one.name not in values and one.name not in masked:
                    sheet.fault(place, one.label, Unreadable("没有填写", "请补上"))
                    good = False
            values |= dict.fromkeys(masked, MASKED)
            self._rows.setdefault(mark, []).append((sheet, model, place, values, good))

    def take(self, mark: str, line: Line) -> bool:
        """Put child rows to their record; False where one of them is at fault."""
        self._taken.add(mark)
        good = True
        for _, model, _, values, sound in self._rows.get(mark, ()):
            line.parts.setdefault(model, []).append(values)
            good = good and sound
        return good

    def left_over(self) -> None:
        for mark in self._rows.keys() - self._taken:
            for sheet, _, place, _, _ in self._rows[mark]:
                sheet.fault(place, "序号", Unreadable(f"主表中没有序号“{mark}”", "请核对序号"))


class Main:
    """The register's own sheet."""

    def __init__(self, sheet: Sheet, importer: Importer, children: Takes) -> None:
        self.sheet, self.importer, self.children = sheet, importer, children
        self._organs: dict[Any, int] = {}
        self._writable: dict[int, bool] = {}
        self._marks: set[str] = set()

    def lines(self) -> Iterator[Line]:
        """Rows that could be read; the others stand in the plan with their cells."""
        plan = self.sheet.plan
        for place, cells in self.sheet.rows():
            plan.total += 1
            values, masked, good = self.sheet.values(place, cells)
            try:
                line = Line(place, self.organ(cells), values, frozenset(masked), self.known(cells))
            except Unreadable as error:
                self.sheet.fault(place, "机关" if "机关" in error.text else "记录号", error)
                good = False
                line = Line(place, 0, values)
            plan.bad.add(place)
            if self.place(cells, place, line) and good:
                yield line

    def place(self, cells: Cells, at: int, line: Line) -> bool:
        """The child rows of the row; two rows may not share a place."""
        mark = text_of(self.sheet.cell(cells, ROW))
        if not mark:
            return True
        if mark in self._marks:
            self.sheet.fault(at, "序号", Unreadable(f"序号“{mark}”重复", "请改为不同的序号"))
            return False
        self._marks.add(mark)
        return self.children.take(mark, line)

    def organ(self, cells: Cells) -> int:
        cell = self.sheet.cell(cells, ORGAN)
        pk = self._organs.get(cell)
        if pk is None:
            pk = organ_named(cell)
            if pk is None:
                if self.importer.organ is None:
                    raise Unreadable("没有写明机关", "请填“机关”列，或用 --organ 指定")
                pk = int(self.importer.organ.pk)
            if not self.importer.may_write(pk):
                raise Unreadable("您没有该机关的登记权限", "请由该机关承办人导入，或请安全管理员授权")
            self._organs[cell] = pk
        return pk

    def known(self, cells: Cells) -> int | None:
        cell = self.sheet.cell(cells, KNOWN)
        return None if cell == "" else whole_number(cell)


class Rules:
    """Whether a row may be entered as new, by the same rules as the engine's: its faults."""

    def __init__(self, register: Register) -> None:
        self.table = main_table(register)
        self.sheet = self.table.label
        self.labels = {one.name: one.label for one in self.table.headings}
        self.needs = tuple(one.name for one in self.table.columns if one.needed or one.name in register.needs)
        self.acts = acts_of(register)
        self.law_day = register.procedure.law_day
        self.today = today()

    def faults_of_acts(self, line: Line) -> list[Fault]:
        return [
            self.fault(
                line, name, f"{line.values[name]}晚于今天{self.today}", "尚未发生的行为不能登记，请核对日期"
            )
            for name in self.acts & line.values.keys()
            if line.values[name] > self.today
        ]

    def faults_of_new(self, line: Line) -> list[Fault]:
        found = [
            self.fault(line, name, "没有填写", "请补上")
            for name in self.needs
            if name not in line.values and name not in line.masked
        ]
        hidden = "含有脱敏的“*”，新登记的记录须写全"
        found += [
            self.fault(line, name, hidden, "请填写完整内容；已登记的请填对编号或记录号")
            for name in line.masked
        ]
        for model, rows in line.parts.items():
            for values in rows:
                found += [
                    self.fault(line, f"{model.rpartition('.')[2]}.{name}", hidden, "请填写完整内容")
                    for name, value in values.items()
                    if value is MASKED
                ]
        return found

    def fault(self, line: Line, name: str, text: str, remedy: str) -> Fault:
        return Fault(self.sheet, line.row, self.labels.get(name, name), text, remedy)

    def row(self, line: Line) -> BulkRow:
        """The facts to load, entered on the first day that fixes the law, else on the first day told."""
        values = line.values
        days = [day for name in self.law_day if (day := values.get(name)) is not None]
        if not days:
            days = [values[name] for name in self.acts & values.keys()]
        on: date = min(days, default=self.today)
        return BulkRow(line.organ_id, on, values, None, line.parts)
