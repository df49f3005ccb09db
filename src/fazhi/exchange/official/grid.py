"""Tables of official documents: framed, of fixed widths, a row never torn over two pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from fazhi.engine.paper import Table
from fazhi.exchange.official import layout
from fazhi.exchange.official.sheet import element


def framed(widths: Sequence[float]) -> Any:
    """An empty table; widths of its columns in millimetres."""
    made = element("w:tbl")
    properties = element("w:tblPr")
    properties.append(element("w:tblW", w=layout.twips(sum(widths)), type="dxa"))
    properties.append(element("w:jc", val="center"))
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz=4, space=0, color="auto"))
    properties.append(borders)
    properties.append(element("w:tblLayout", type="fixed"))
    made.append(properties)
    grid = element("w:tblGrid")
    for width in widths:
        grid.append(element("w:gridCol", w=layout.twips(width)))
    made.append(grid)
    return made


def table_row(widths: Sequence[float], cells: Iterable[Any], *, header: bool = False) -> Any:
    """One row, a paragraph in each cell; a header is said again on every page."""
    made = element("w:tr")
    properties = element("w:trPr")
    properties.append(element("w:cantSplit"))
    if header:
        properties.append(element("w:tblHeader"))
    made.append(properties)
    for width, paragraph in zip(widths, cells, strict=True):
        cell = element("w:tc")
        cell_properties = element("w:tcPr")
        cell_properties.append(element("w:tcW", w=layout.twips(width), type="dxa"))
        cell.append(cell_properties)
        cell.append(paragraph)
        made.append(cell)
    return made


NUMBERS = 12
"""Width of the first column, which numbers the rows."""


def set_table(table: Table, paragraph: Callable[[str], Any]) -> Any:
    """The table of a paper over the type area; the widest texts get the widest columns.

    :param paragraph: how the text of a cell is set.
    """
    widths = (NUMBERS, *shares([list(column) for column in zip(*(table.head, *table.rows), strict=True)][1:]))
    made = framed(widths)
    made.append(table_row(widths, map(paragraph, table.head), header=True))
    for row in table.rows:
        made.append(table_row(widths, map(paragraph, row)))
    return made


def shares(columns: Sequence[Sequence[str]]) -> list[float]:
    """What each column gets of the type area: by its longest text, none more than five times of what the
    narrowest gets.
    """
    longest = [max(map(layout.width_of, column)) for column in columns]
    least = max(min(longest), 4)
    weights = [min(max(length, least), 5 * least) for length in longest]
    return [(layout.TYPE_AREA[0] - NUMBERS) * weight / sum(weights) for weight in weights]
