"""The draft as a Word file in the layout of official documents; each number links to its row in the annex."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.oxml.ns import qn

from fazhi.exchange.official import layout
from fazhi.exchange.official.grid import framed, table_row
from fazhi.exchange.official.layout import Style
from fazhi.exchange.official.sheet import block, element, open_sheet, over_the_date, packed, text_run
from fazhi.reports.facts import SAMPLE, facts_of
from fazhi.reports.manuscript import Draft, Entry, Run
from fazhi.reports.page import COLUMNS, ORIGINS

STYLES: dict[str, Style] = {
    "title": layout.TITLE,
    "addressees": layout.FLUSH,
    "chapter": layout.CHAPTER,
    "part": layout.PART,
    "paragraph": layout.BODY,
    "signature": layout.SIGNATURE,
    "date": layout.DATE,
}
WIDTHS = (34, 20, 20, 15, 67)
"""Columns of the annex in millimetres; together the type area."""
NUMERIC = (1, 3)
"""Columns of the annex that hold numbers, set to the right."""


def write_docx(draft: Draft) -> bytes:
    """The whole file."""
    document, section = open_sheet(draft.title, draft.organ, f"事实集 sha256 {draft.digest}", draft.frozen_at)
    marks = {entry.key: f"figure_{place}" for place, entry in enumerate(draft.entries, 1)}
    if draft.synthetic:
        section.addprevious(paragraph(layout.CELL, (Run(SAMPLE),)))
    pieces = tuple(draft.blocks())
    for piece in pieces:
        line = paragraph(STYLES[piece.kind], piece.runs, marks)
        section.addprevious(line)
        if piece.kind == "signature":
            line.find(qn("w:pPr")).append(over_the_date(piece.text, pieces[-1].text))
        if piece.kind == "title":
            # 标题与正文之间空一行 (7.3.1)
            section.addprevious(paragraph(layout.BODY, ()))
    for attached in annex(draft, marks):
        section.addprevious(attached)
    return packed(document)


def paragraph(style: Style, runs: Iterable[Run], marks: dict[str, str] | None = None) -> Any:
    """One paragraph; a figure becomes a link to its bookmark in the annex."""
    made = block(style)
    for run in runs:
        if run.figure and marks:
            link = element("w:hyperlink", anchor=marks[run.figure], history=1)
            link.append(text_run(run.text))
            made.append(link)
        else:
            made.append(text_run(run.text))
    return made


def annex(draft: Draft, marks: dict[str, str]) -> Iterable[Any]:
    """附件另面编排 (7.3.4): the figures of the text with their sources, and the hash of the fact set."""
    head = paragraph(layout.FLUSH, (Run("附表"),))
    head.find(qn("w:pPr")).insert(1, element("w:pageBreakBefore"))
    yield head
    yield paragraph(layout.TITLE, (Run("正文数据及其来源"),))
    yield table(draft, marks)
    yield paragraph(layout.CELL, ())
    for name, value in facts_of(draft):
        yield paragraph(layout.CELL, (Run(f"{name}：{value}"),))


def table(draft: Draft, marks: dict[str, str]) -> Any:
    made = framed(WIDTHS)
    made.append(row(COLUMNS, header=True))
    for place, entry in enumerate(draft.entries, 1):
        made.append(row(cells_of(entry), mark=marks[entry.key], number=place))
    return made


def cells_of(entry: Entry) -> tuple[str, ...]:
    return entry.label, entry.printed, ORIGINS[entry.origin], str(entry.records), entry.basis


def row(cells: Iterable[str], *, header: bool = False, mark: str = "", number: int = 0) -> Any:
    """One row; ``mark`` is the bookmark that the text links to, in its first cell."""
    lines = [paragraph(layout.CELL, (Run(text),)) for text in cells]
    for place in () if header else NUMERIC:
        lines[place].find(qn("w:pPr")).append(element("w:jc", val="right"))
    if mark:
        lines[0].insert(1, element("w:bookmarkStart", id=number, name=mark))
        lines[0].append(element("w:bookmarkEnd", id=number))
    return table_row(WIDTHS, lines, header=header)
