"""Tables in a text: laid out a line a row with tabs between cells, and what heads of rows and columns say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fazhi.reader.document import Cell, Table
from fazhi.reader.found import Found
from fazhi.reader.units import UNIT_PATTERN, normal

Row = Sequence[str]
_BLANKS = re.compile(r"\s+")
_UNIT = re.compile(r"[（(]\s*(?:单位[:：]\s*)?(?P<unit>[^（）()\d]{1,5})\s*[）)]\s*$")
_CAPTION = re.compile(r"单位[:：]\s*(?P<unit>[^\s，。；）)\d]{1,4})")
_SCALE = re.compile(r"^[万亿]")
CAPTION_REACH = 120


@dataclass(frozen=True, slots=True)
class Layout:
    """A text and the tables in it; title and publication date where the page states them beside its text."""

    text: str
    tables: tuple[Table, ...] = ()
    title: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on its way into a text: rows of cell texts; ``heads`` are the first rows that are heads."""

    rows: tuple[tuple[str, ...], ...]
    heads: int = 1


def lay_out(blocks: Iterable[str | Grid]) -> Layout:
    """Join paragraphs and tables in order, a line each; blank blocks are left out."""
    parts: list[str] = []
    tables: list[Table] = []
    at = 0
    for block in blocks:
        if isinstance(block, str):
            if block.strip():
                parts.append(block)
                at += len(block) + 1
            continue
        lines, table = _grid(block, at)
        if lines:
            tables.append(table)
            parts.append(lines)
            at += len(lines) + 1
    return Layout("\n".join(parts), tuple(tables))


def _grid(grid: Grid, start: int) -> tuple[str, Table]:
    cells: list[Cell] = []
    lines: list[str] = []
    at = start
    for number, row in enumerate(grid.rows):
        texts = [_BLANKS.sub(" ", cell).strip() for cell in row]
        if not any(texts):
            continue
        place = at
        for column, text in enumerate(texts):
            header = number < grid.heads or (column == 0 and not _number(text))
            cells.append(Cell(number, column, place, place + len(text), text, header))
            place += len(text) + 1
        line = "\t".join(texts)
        lines.append(line)
        at += len(line) + 1
    return "\n".join(lines), Table(start, max(start, at - 1), tuple(cells))


def _number(text: str) -> bool:
    return bool(text) and not re.search("[一-鿿A-Za-z]", text)


def tabbed(text: str) -> Layout:
    """A plain text whose neighbouring lines with as many tabs are tables; nothing is moved."""
    tables: list[Table] = []
    rows: list[tuple[int, list[str]]] = []
    at = 0
    if "\t" in text:
        for line in [*text.split("\n"), ""]:
            cells = line.split("\t")
            if len(cells) > 1 and line.strip() and (not rows or len(rows[-1][1]) == len(cells)):
                rows.append((at, cells))
            else:
                if len(rows) > 1:
                    tables.append(_table(rows))
                rows = [(at, cells)] if len(cells) > 1 and line.strip() else []
            at += len(line) + 1
    return Layout(text, tuple(tables))


def _table(rows: Sequence[tuple[int, list[str]]]) -> Table:
    cells = []
    for number, (start, texts) in enumerate(rows):
        place = start
        for column, text in enumerate(texts):
            stripped = text.strip()
            begin = place + (text.index(stripped[0]) if stripped else 0)
            header = number == 0 or (column == 0 and not _number(stripped))
            cells.append(Cell(number, column, begin, begin + len(stripped), stripped, header))
            place += len(text) + 1
    last = rows[-1]
    return Table(rows[0][0], last[0] + len("\t".join(last[1])), tuple(cells))


class Heads:
    """What the heads of row and column say of a figure in a table."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._starts = [table.start for table in layout.tables]
        self._cells = [[cell.start for cell in table.cells] for table in layout.tables]
        self._columns: dict[tuple[int, int], str] = {}
        self._rows: dict[tuple[int, int], str] = {}
        for index, table in enumerate(layout.tables):
            for cell in table.cells:
                if cell.header and cell.text:
                    self._note(index, cell)

    def _note(self, index: int, cell: Cell) -> None:
        if cell.column == 0 and cell.row > 0:
            self._rows.setdefault((index, cell.row), cell.text)
        else:
            known = self._columns.get((index, cell.column), "")
            if len(known) < 80:
                self._columns[index, cell.column] = known + cell.text

    def words(self, one: Found) -> tuple[str, str] | None:
        """The heads of the row and of the column of the cell that holds ``one``; None outside tables."""
        cell = self._cell(one.start)
        if cell is None or cell[1].header:
            return None
        index, at = cell
        return self._rows.get((index, at.row), ""), self._columns.get((index, at.column), "")

    def measure(self, one: Found) -> str:
        """The heads as one phrase, their units left out: 行政复议 + 受理（件） → 行政复议受理."""
        heads = self.words(one)
        return "".join(_UNIT.sub("", head).strip() for head in heads) if heads else ""

    def _cell(self, position: int) -> tuple[int, Cell] | None:
        index = bisect_right(self._starts, position) - 1
        if index < 0 or self._layout.tables[index].end < position:
            return None
        at = bisect_right(self._cells[index], position) - 1
        return (index, self._layout.tables[index].cells[at]) if at >= 0 else None

    def settle(self, one: Found) -> None:
        """Give a bare number in a cell the unit its heads or caption state: 受理（件）, 单位：万元."""
        heads = self.words(one)
        if heads is None or one.kind != "count" or one.unit is not None or one.value is None:
            return
        row, column = heads
        match = _UNIT.search(column) or _UNIT.search(row) or self._caption(one.start)
        if match is None:
            return
        written = match["unit"]
        scale = _SCALE.match(written)
        unit = UNIT_PATTERN.fullmatch(written[1:] if scale and len(written) > 1 else written)
        if unit is None:
            return
        one.unit, one.kind = normal(unit[0])
        if scale:
            one.value *= 10_000 if scale[0] == "万" else 10**8

    def _caption(self, position: int) -> re.Match[str] | None:
        index = bisect_right(self._starts, position) - 1
        start = self._starts[index]
        return _CAPTION.search(self._layout.text, max(0, start - CAPTION_REACH), start)
