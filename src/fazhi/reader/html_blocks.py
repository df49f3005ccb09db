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
    rows: _Rows | None = None
    tables = _data_tables(events)
    for index, (kind, text) in enumerate(events):
        if kind == "word":
            (rows.words if rows else words).append(text)
        elif index in tables:
            if kind == "open":
                yield from _flush(words)
                rows = _Rows()
            elif rows is not None:
                yield from rows.told()
                rows = None
        elif rows is not None:
            rows.mark(kind, text)
        else:
            yield from _flush(words)
    if rows is not None:
        yield from rows.told()
    yield from _flush(words)


def _data_tables(events: list[tuple[str, str]]) -> set[int]:
    """The openings and closings of data tables; those that hold other tables only arrange the page."""
    found: set[int] = set()
    open_at: list[int] = []
    arranging: list[bool] = []
    for index, (kind, text) in enumerate(events):
        if text != "table" or kind == "word":
            continue
        if kind == "open":
            if arranging:
                arranging[-1] = True
            open_at.append(index)
            arranging.append(False)
        elif open_at:
            start = open_at.pop()
            if not arranging.pop():
                found |= {start, index}
    return found


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
