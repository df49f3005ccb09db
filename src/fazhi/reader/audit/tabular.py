"""Tables: the totals of rows and columns, and what each number of a table measures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fazhi.reader.audit.finding import Finding, Grade, show
from fazhi.reader.audit.passage import Figure, total
from fazhi.reader.document import Cell, Table

_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|总数|共计)(?:[（(].{1,6}[）)])?$")
# 有这些字的表不是简单的分项表，分项相加不等于合计也不算错。
_NESTED = re.compile(r"其中|小\s*计|比例|占比|率|%|同比|增长|上年|累计|人均|平均")
_GENERIC = re.compile(
    r"^(?:数量|数|件数|数值|数据|指标值|完成数|合计|总计|单位|"
    r"\d{4}年度?|本年度?|全年)?(?:[（(].{1,8}[）)])?$"
)
_UNIT = re.compile(r"[（(](?:单位[：:])?([\u4e00-\u9fff]{1,4})[）)]")
MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """The numbers and the labels of a table by row and column."""

    numbers: dict[tuple[int, int], Figure]
    labels: dict[tuple[int, int], str]

    @property
    def rows(self) -> list[int]:
        return sorted({row for row, _ in self.numbers})

    @property
    def columns(self) -> list[int]:
        return sorted({column for _, column in self.numbers})

    def row_label(self, row: int) -> str:
        """The last label before the first number of a row."""
        first = min(column for r, column in self.numbers if r == row)
        return next((self.labels[row, c] for c in range(first - 1, -1, -1) if self.labels.get((row, c))), "")

    def column_label(self, column: int) -> str:
        """The label nearest above the first number of a column."""
        first = min(row for row, c in self.numbers if c == column)
        return next(
            (self.labels[r, column] for r in range(first - 1, -1, -1) if self.labels.get((r, column))), ""
        )


def grid_of(table: Table, figures: Sequence[Figure], starts: Sequence[int]) -> Grid:
    """The grid of a table; ``figures`` are those of the document in order and ``starts`` their offsets."""
    numbers: dict[tuple[int, int], Figure] = {}
    labels: dict[tuple[int, int], str] = {}
    for cell in table.cells[:MOST_CELLS]:
        figure = _number_in(cell, figures, starts)
        if figure is None:
            labels[cell.row, cell.column] = cell.text.strip()
        else:
            numbers[cell.row, cell.column] = figure
    return Grid(numbers, labels)


def _number_in(cell: Cell, figures: Sequence[Figure], starts: Sequence[int]) -> Figure | None:
    """The figure that fills a cell, but for blanks."""
    at = bisect_left(starts, cell.start)
    if at == len(starts) or starts[at] >= cell.end:
        return None
    figure = figures[at]
    return figure if len(figure.text) == len(cell.text.strip()) and figure.countable else None


def measured(grid: Grid) -> None:
    """Tell each number of a table what it measures: its row's label, and its column's if that says more."""
    columns = {column: grid.column_label(column) for column in grid.columns}
    rows = {row: grid.row_label(row) for row in grid.rows}
    for (row, column), figure in grid.numbers.items():
        heading = columns[column]
        figure.measure = rows[row] if _GENERIC.match(heading) else f"{rows[row]}{heading}"
        unit = _UNIT.search(heading) or _UNIT.search(rows[row])
        if not figure.unit and unit:
            figure.unit = unit[1]


def totals(grid: Grid) -> Iterator[Finding]:
    """Findings on the row and the column called 合计; one is wrong only where most add up."""
    if any(_NESTED.search(label) for label in grid.labels.values()):
        return
    rows, columns = grid.rows, grid.columns
    total_rows = [row for row in rows if _TOTAL.match(grid.row_label(row))]
    total_columns = [column for column in columns if _TOTAL.match(grid.column_label(column))]
    if len(total_rows) == 1:
        parts = [row for row in rows if row != total_rows[0]]
        lines = [
            (grid.numbers.get((total_rows[0], c)), [grid.numbers.get((r, c)) for r in parts]) for c in columns
        ]
        yield from _lines(lines)
    if len(total_columns) == 1:
        parts = [column for column in columns if column != total_columns[0]]
        lines = [
            (grid.numbers.get((r, total_columns[0])), [grid.numbers.get((r, c)) for c in parts]) for r in rows
        ]
        yield from _lines(lines)


def _lines(lines: list[tuple[Figure | None, list[Figure | None]]]) -> Iterator[Finding]:
    full = [
        (whole, [part for part in parts if part is not None])
        for whole, parts in lines
        if whole is not None and len(parts) > 1 and all(part is not None for part in parts)
    ]
    agreeing = sum(whole.printed.fit(total(parts)) is not None for whole, parts in full)
    for whole, parts in full:
        fit = whole.printed.fit(total(parts))
        grade: Grade = fit or ("contradiction" if agreeing * 2 > len(full) else "question")
        added = sum(part.value for part in parts)
        told = f"表中各项合计{show(added)}，合计栏为{whole.text}"
        yield Finding(
            "sum",
            grade,
            f"{whole.text} = {'＋'.join(p.text for p in parts[:12])}",
            (whole.member, *(part.member for part in parts)),
            whole.value,
            added,
            f"{told}，相符。" if fit else f"{told}；请核对各项和合计。",
            weight=30,
        )
