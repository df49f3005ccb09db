"""Ruled tables of a PDF page as grids, between the lines of text around them."""

from __future__ import annotations

import io
from typing import Any

from fazhi.reader.tables import Grid


def lines_with_tables(data: bytes, number: int) -> list[str | Grid]:
    """The lines of page ``number`` from the top, each table in its place as a ``Grid``."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data), pages=[number + 1]) as document:
        page = document.pages[0]
        tables = [table for table in page.find_tables() if _is_table(table)]
        boxes = [table.bbox for table in tables]
        rest = page.filter(lambda item: not _inside(item, boxes)) if boxes else page
        parts: list[tuple[float, str | Grid]] = [
            (line["top"], line["text"]) for line in rest.extract_text_lines(return_chars=False)
        ]
        for table in tables:
            rows = tuple(tuple((cell or "").replace("\n", "") for cell in row) for row in table.extract())
            parts.append((table.bbox[1], Grid(rows)))
        return [part for _, part in sorted(parts, key=lambda pair: pair[0])]


def _is_table(table: Any) -> bool:
    return len(table.rows) > 1 and max(len(row.cells) for row in table.rows) > 1


def _inside(item: Any, boxes: list[Any]) -> bool:
    if item.get("object_type") != "char":
        return False
    across, down = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
    return any(left <= across <= right and top <= down <= bottom for left, top, right, bottom in boxes)
