"""The text of a Word document (Office Open XML, ECMA-376): numbered paragraphs and tables in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import IO, Any
from xml.etree import ElementTree as ET

from fazhi.reader.numbering import Numbering
from fazhi.reader.tables import Grid, Layout, lay_out
from fazhi.reader.unreadable import Unreadable

LARGEST_PART = 100 * 1024 * 1024
LARGEST_RATIO = 400
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(("del", "instrText", "moveFrom", "delText", "footnoteReference"))
_BROKEN = "DOCX文件已损坏，打不开。请在Word或WPS中打开修复，另存为.docx后再读。"
_BOMB = "DOCX文件解压后大得不正常，没有打开。请核对文件来源，或把正文另存为文本后再读。"


def text_of_docx(data: bytes) -> Layout:
    """The text and tables of a DOCX. Raises ``Unreadable`` for other archives, broken files and zip bombs."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" not in names:
                raise Unreadable(_other(names))
            numbering = Numbering(None)
            if "word/numbering.xml" in names:
                numbering = Numbering(ET.parse(_part(archive, "word/numbering.xml")).getroot())  # noqa: S314 - see _part
            return lay_out(_blocks(_part(archive, "word/document.xml"), numbering))
    except (zipfile.BadZipFile, ET.ParseError, EOFError, OSError, ValueError, KeyError) as error:
        raise Unreadable(_BROKEN) from error
    except RuntimeError as error:
        raise Unreadable("DOCX文件已加密，读不出来。请解除密码后另存再读。") from error


def _other(names: set[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "是Excel表格，不是报告。请用Word、PDF、网页或文本格式。"
    if any(name.startswith("ppt/") for name in names):
        return "是演示文稿，不是报告。请用Word、PDF、网页或文本格式。"
    return "是压缩包，不是Word文档。请先解压。"


def _part(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    """One XML part, refused before parsing where it is a bomb or declares a document type."""
    info = archive.getinfo(name)
    if info.file_size > LARGEST_PART or (
        info.file_size > 1024 * 1024 and info.file_size > LARGEST_RATIO * max(1, info.compress_size)
    ):
        raise Unreadable(_BOMB)
    with archive.open(name) as part:
        xml = part.read(LARGEST_PART + 1)
    if len(xml) > LARGEST_PART:
        raise Unreadable(_BOMB)
    if b"<!DOCTYPE" in xml[:4096] or b"<!ENTITY" in xml[:4096]:
        raise Unreadable(_BROKEN)
    return io.BytesIO(xml)


class _Table:
    def __init__(self) -> None:
        self.rows: list[list[list[str]]] = []

    def add(self, text: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1].append(text)

    def told(self) -> Iterator[str | Grid]:
        width = max((len(row) for row in self.rows), default=0)
        longest = max((sum(map(len, cell)) for row in self.rows for cell in row), default=0)
        if width < 2 or longest > 300:
            for row in self.rows:
                for cell in row:
                    yield from cell
            return
        yield Grid(tuple(tuple(" ".join(cell) for cell in row) for row in self.rows if row))


class _Walk:
    """Paragraphs and tables as the tags come by; a table within a table is told within its cell."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._paragraphs: list[list[str]] = []
        self._tables: list[_Table] = []
        self._skipping = 0
        self._number: dict[str, str] = {}

    def open(self, tag: str) -> None:
        self._skipping += _skipped(tag)
        if tag == "p":
            self._paragraphs.append([])
            self._number = {}
        elif tag == "tbl":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag == "tc" and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])

    def close(self, element: Any, tag: str) -> Iterator[str | Grid]:
        if _skipped(tag):
            self._skipping -= 1
        elif not self._skipping and self._paragraphs:
            _take(element, tag, self._paragraphs[-1], self._number)
        if tag == "p" and self._paragraphs:
            text = self._numbering.marker(self._number) + "".join(self._paragraphs.pop())
            yield from _place(text, self._tables)
            element.clear()
        elif tag == "tbl" and self._tables:
            table = self._tables.pop()
            if self._tables:
                for row in table.rows:
                    self._tables[-1].add(" ".join(" ".join(cell) for cell in row))
            else:
                yield from table.told()
            element.clear()


def _blocks(part: IO[bytes], numbering: Numbering) -> Iterator[str | Grid]:
    walk = _Walk(numbering)
    for event, element in ET.iterparse(part, events=("start", "end")):  # noqa: S314 - see _part
        tag = _local(element.tag)
        if event == "start":
            walk.open(tag)
        else:
            yield from walk.close(element, tag)


def _place(text: str, tables: list[_Table]) -> Iterator[str]:
    if tables:
        if text.strip():
            tables[-1].add(text.replace("\n", " ").replace("\t", " "))
    else:
        yield from text.split("\n")


def _local(tag: Any) -> str:
    if not isinstance(tag, str):
        return ""
    return (
        tag.rpartition("}")[2] if tag.startswith((_W, _STRICT)) else ("" if tag != _FALLBACK else "Fallback")
    )


def _skipped(tag: str) -> bool:
    return tag in _SKIPPED or tag == "Fallback"


def _take(element: Any, tag: str, words: list[str], number: dict[str, str]) -> None:
    if tag == "t":
        words.append(element.text or "")
    elif tag in {"tab", "ptab"} and words:
        words.append(" ")
    elif tag in {"br", "cr"}:
        words.append("\n")
    elif tag == "noBreakHyphen":
        words.append("-")
    elif tag in {"numId", "ilvl"}:
        number[tag] = next((value for key, value in element.attrib.items() if key.endswith("}val")), "")
