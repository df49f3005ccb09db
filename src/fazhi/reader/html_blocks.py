"""The words and tags of a page in order made into paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fazhi.reader.tables import Grid

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
# 单元格里文字比这长的是排版用的表。
LONGEST_CELL = 300


def blocks_of(events: list[tuple[str, str]]) -> Iterator[str | Grid]:
    """Paragraphs and tables in order out of the words, openings and closings of a page."""
    words: list[str] = []
    table: _Rows | None = None
    depth = 0
    for kind, text in events:
        if kind == "word":
            (table.words if table else words).append(text)
            continue
        if text == "table":
            if kind == "open":
                depth += 1
                if depth == 1:
                    yield from _flush(words)
                    table = _Rows()
            else:
                depth -= 1
                if depth == 0 and table is not None:
                    yield from table.told()
                    table = None
            continue
        if table is not None:
            table.mark(kind, text)
        else:
            yield from _flush(words)
    yield from _flush(words)


def _flush(words: list[str]) -> Iterator[str]:
    if words:
        text = _BLANKS.sub(" ", "".join(words)).strip(" ")
        words.clear()
        if text.strip():
            yield text


class _Rows:
    """The rows of one table as its tags come by; a table used for layout is told as paragraphs."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._rows: list[list[list[str]]] = []

    def mark(self, kind: str, tag: str) -> None:
        if tag == "tr":
            self._close()
            if kind == "open":
                self._rows.append([])
        elif tag in {"td", "th"}:
            self._close()
            if kind == "open":
                if not self._rows:
                    self._rows.append([])
                self._rows[-1].append([])
        else:
            self._close()

    def _close(self) -> None:
        text = _BLANKS.sub(" ", "".join(self.words)).strip()
        self.words.clear()
        if not text:
            return
        if not self._rows:
            self._rows.append([])
        if not self._rows[-1]:
            self._rows[-1].append([])
        self._rows[-1][-1].append(text)

    def told(self) -> Iterator[str | Grid]:
        self._close()
        rows = [row for row in self._rows if any(row)]
        longest = max((len("".join(cell)) for row in rows for cell in row), default=0)
        if longest > LONGEST_CELL or max((len(row) for row in rows), default=0) < 2:
            for row in rows:
                for cell in row:
                    yield from cell
            return
        yield Grid(tuple(tuple(" ".join(cell) for cell in row) for row in rows))
