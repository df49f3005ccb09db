"""The rows at fault as a workbook of their own, with what is wrong in a last column, to be corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import IO, Any

from fazhi.exchange.beside_table import beside_table, named_in
from fazhi.exchange.cell import text_of
from fazhi.exchange.heading import FAULT, ROW, Heading, Headings, Table, bare, main_table, part_tables
from fazhi.exchange.plan import Plan
from fazhi.exchange.sheet import Book as Written
from fazhi.exchange.workbook import Book, Cells

SAID = Heading(FAULT, "错误")


def write_returned(plan: Plan, book: Book, target: IO[bytes]) -> None:
    """Every row at fault as it came, its child rows with it."""
    said: dict[tuple[str, int], list[str]] = defaultdict(list)
    for fault in plan.faults:
        text = f"{fault.text}（{fault.article}）" if fault.article else fault.text
        text = f"{fault.column}：{text}" if fault.column else text
        said[fault.sheet, fault.row].append(f"{text}。{fault.remedy}")
    tables = {bare(table.label): table for table in part_tables(plan.register).values()}
    named = named_in(plan.register, map(bare, book.sheets))
    tables = {name: beside_table(plan.register, kind) for name, kind in named.items()} | tables
    main = main_table(plan.register)
    own = next((name for name in book.sheets if bare(name) == bare(main.label)), None)
    own = own if own is not None else next(name for name in book.sheets if bare(name) not in tables)
    marks: set[str] = set()
    with Written(target) as written:
        written.add(main, rows(book, own, main, said, plan, marks), extra=(SAID,))
        for name in book.sheets:
            table = tables.get(bare(name))
            if table is not None and name != own:
                written.add(table, child_rows(book, name, table, said, marks), extra=(SAID,))


def laid_out(book: Book, name: str, table: Table) -> Iterator[tuple[int, dict[str, Any]]]:
    """Rows of a sheet below its headings, by the headings' names."""
    headings = Headings(table)
    every = list(enumerate(book.rows(name), 1))
    at, head = max(every[:15], key=lambda one: headings.count(one[1]), default=(0, ()))
    found = [headings.find(cell) if str(cell or "").strip() else None for cell in head]
    for place, cells in every:
        if place > at:
            yield place, {one.name: cell for one, cell in zip(found, cells, strict=False) if one is not None}


Said = dict[tuple[str, int], list[str]]


def rows(book: Book, name: str, table: Table, said: Said, plan: Plan, marks: set[str]) -> Iterator[Cells]:
    for place, cells in laid_out(book, name, table):
        if place in plan.bad:
            marks.add(text_of(cells.get(ROW, "")))
            yield told(table, cells, texts_of(said, (name, table.label), place))


def texts_of(said: Said, names: tuple[str, str], place: int) -> list[str]:
    return [text for name in dict.fromkeys(names) for text in said.get((name, place), ())]


def child_rows(book: Book, name: str, table: Table, said: Said, marks: set[str]) -> Iterator[Cells]:
    for place, cells in laid_out(book, name, table):
        texts = said.get((name, place), ())
        if texts or text_of(cells.get(ROW, "")) in marks - {""}:
            yield told(table, cells, texts)


def told(table: Table, cells: dict[str, Any], texts: Any) -> Cells:
    return [*(cells.get(one.name) for one in table.headings), "；".join(texts)]
