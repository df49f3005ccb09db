"""The text of a PDF: lines joined to paragraphs, page numbers left out, ruled tables kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from fazhi.reader.tables import Grid, Layout, lay_out
from fazhi.reader.unreadable import Unreadable

MOST_PAGES = 3000
# 少于这么多字的页多半是扫描的图。
FEWEST = 20
_ENCRYPTED = "PDF已加密，需要密码才能打开。请解除密码后另存再读。"
_BROKEN = "PDF已损坏，打不开。请用浏览器或阅读器打开，另存（打印）为PDF后再读。"
_SCANNED = "PDF没有文字，是扫描的图片。请先做文字识别（OCR），或向发布单位取得可以复制文字的版本。"
_PAGE_NUMBER = re.compile(
    r"^\s*(?:[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*\d{1,4}\s*页?)?[-—–－·\s]*)$"
)
_OPENS = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|"
    r"\d{1,2}[.、．](?!\d)|[（(]\d{1,2}[）)]|附件|第[一二三四五六七八九十]+[章节条])"
)
_STOPS = "。；：！？"
_WIDE = frozenset("“”‘’—…")


def text_of_pdf(data: bytes) -> Layout:
    """The text and tables of a PDF. Raises ``Unreadable`` for encrypted, broken and scanned files."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(_ENCRYPTED if "password" in str(error).lower() else _BROKEN) from error
    try:
        pages = [_lines(document, number, data) for number in range(min(len(document), MOST_PAGES))]
    except pypdfium2.PdfiumError as error:
        raise Unreadable(_BROKEN) from error
    finally:
        document.close()
    if sum(len(line) for page in pages for line in page if isinstance(line, str)) < FEWEST:
        raise Unreadable(_SCANNED)
    return lay_out(_paragraphs(_bare(pages)))


def _lines(document: Any, number: int, data: bytes) -> list[str | Grid]:
    """The lines of one page in order; where it holds ruled tables, these as grids."""
    page = document[number]
    try:
        if _ruled(page):
            from fazhi.reader.pdf_tables import lines_with_tables

            return lines_with_tables(data, number)
        text_page = page.get_textpage()
        try:
            text = text_page.get_text_bounded() or ""
        finally:
            text_page.close()
    finally:
        page.close()
    return [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def _ruled(page: Any) -> bool:
    """Whether a page draws enough lines for a table: six paths or more."""
    paths = 0
    for item in page.get_objects(max_depth=2):
        if item.type == 2:
            paths += 1
            if paths >= 6:
                return True
    return False


def _bare(pages: list[list[str | Grid]]) -> list[list[str | Grid]]:
    """Pages without page numbers and without the lines that stand at the edge of most pages."""
    edges: Counter[str] = Counter()
    for page in pages:
        lines = [line.strip() for line in page if isinstance(line, str) and line.strip()]
        edges.update(set(lines[:1] + lines[-1:]))
    running = {line for line, times in edges.items() if len(pages) > 3 and times * 2 > len(pages)}
    return [
        [
            line
            for line in page
            if not isinstance(line, str) or not (line.strip() in running or _PAGE_NUMBER.match(line))
        ]
        for page in pages
    ]


def _paragraphs(pages: list[list[str | Grid]]) -> Iterator[str | Grid]:
    """Join lines that the page width broke: a full line goes on in the next unless that opens anew."""
    widths = sorted(_width(line) for page in pages for line in page if isinstance(line, str) and line.strip())
    full = widths[len(widths) * 9 // 10] if widths else 0
    held = ""
    width = 0.0
    for page in pages:
        for line in page:
            if isinstance(line, Grid):
                if held:
                    yield held
                held = ""
                yield line
                continue
            stripped = line.strip()
            if not stripped:
                continue
            if held and (_ended(held, width, full) or _OPENS.match(line) or _parted(held, stripped)):
                yield held
                held = ""
            held = _join(held, stripped)
            width = _width(line)
    if held:
        yield held


def _ended(held: str, width: float, full: float) -> bool:
    """Whether a line ends its paragraph: well short of the margin, or short of it after a full stop."""
    return width < full * 0.72 or (width < full * 0.97 and held[-1] in _STOPS)


def _parted(held: str, line: str) -> bool:
    """Whether two digits would meet that stood apart."""
    return held[-1].isdecimal() and line[0].isdecimal()


def _join(held: str, line: str) -> str:
    if held and held[-1].isascii() and line[0].isascii() and held[-1].isalpha() and line[0].isalpha():
        return f"{held} {line}"
    return held + line


def _width(line: str) -> float:
    return sum(1.0 if ord(character) > 0x2E80 or character in _WIDE else 0.5 for character in line.rstrip())
