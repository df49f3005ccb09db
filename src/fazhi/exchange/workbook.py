"""A spreadsheet from outside, opened with care: no macros, no bombs, no more cells than are read at once."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from fazhi.engine.refusal import Refusal

Cells = Sequence[Any]

LARGEST = 50_000_000
"""Bytes of a file."""
UNPACKED = 1_000_000_000
"""Bytes of everything in a workbook, unpacked."""
ROWS, COLUMNS = 200_000, 256
"""Rows of a sheet (its headings not counted), and columns (IV): a sheet is held whole, empty cells too."""
CHUNK = 1 << 20
BLANKS = b" \t\r\n"
FAR = rb"""(?:[A-Za-z]{3,}|[J-Zj-z][A-Za-z]|[Ii][W-Zw-z])\d|[A-Za-z]+\d{6}"""
"""The place of a cell beyond column IV, or beyond row 99,999."""
MAYBE_FAR = re.compile(rb"""r=["'](?:%s)""" % FAR)
SURELY_FAR = re.compile(rb"""<[^<>]*\sr\s*=\s*["']\s*((?:%s)\d*)""" % FAR)
MACROS = frozenset({".xlsm", ".xltm", ".xlsb", ".xlam", ".xls"})


@dataclass(frozen=True)
class Book:
    """Sheets by name, in order; each is read when its rows are asked for."""

    name: str
    sheets: tuple[str, ...]
    read: Callable[[str], Iterable[Cells]]

    def rows(self, sheet: str) -> Iterator[Cells]:
        """Every row from the first of the sheet, empty ones too, so that places are those of the file."""
        try:
            yield from self.read(sheet)
        except (CalamineError, OSError, ValueError) as error:
            raise unreadable(self.name, error) from None


def open_book(source: Path | bytes, name: str) -> Book:
    """A workbook or a comma-separated file.

    :raises Refusal: not a file that is read, too large, with macros, with a password, damaged.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in MACROS:
        raise Refusal(f"“{name}”可能带有宏，没有读取。请在电子表格软件中另存为 .xlsx 后重新导入。")
    if suffix not in {".xlsx", ".csv"}:
        raise Refusal(f"“{name}”不是可以导入的文件。请用 .xlsx 或 .csv（UTF-8）。")
    data = bytes_of(source, name)
    if not data:
        raise Refusal(f"“{name}”是空的。请核对文件。")
    if suffix == ".csv":
        rows = csv_rows(data, name)
        return Book(name, ("",), lambda _: rows)
    must_be_harmless(data, name)
    return opened(data, name)


def bytes_of(source: Path | bytes, name: str) -> bytes:
    try:
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if size > LARGEST:
            raise Refusal(f"“{name}”超过{LARGEST // 1_000_000} MB。请分成几个文件导入。")
        return source if isinstance(source, bytes) else source.read_bytes()
    except FileNotFoundError:
        raise Refusal(f"没有“{name}”这个文件。请核对文件名。") from None
    except OSError as error:
        raise Refusal(f"不能读取“{name}”：{error.strerror}。请核对文件名和权限。") from None


def opened(data: bytes, name: str) -> Book:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise Refusal(f"“{name}”设有密码。请去掉密码后重新导入。") from None
    except (CalamineError, OSError, ValueError) as error:
        raise unreadable(name, error) from None
    return Book(name, tuple(book.sheet_names), lambda sheet: rows_of(book.get_sheet_by_name(sheet)))


def rows_of(sheet: Any) -> Iterator[Cells]:
    """From the first row of the sheet: those before the first filled one come as blanks."""
    return iter(sheet.iter_rows() if sheet.height else ())


def unreadable(name: str, error: Exception) -> Refusal:
    return Refusal(f"“{name}”不能读取（{error}）。请用电子表格软件打开后另存为 .xlsx。")


def must_be_harmless(data: bytes, name: str) -> None:
    """Unpack every entry in pieces, and look how far its cells reach, before a sheet is built of them.

    :raises Refusal: macros, more than is unpacked, cells too far out.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if any("vbaproject" in entry.filename.lower() for entry in entries):
                raise Refusal(f"“{name}”带有宏，没有读取。请另存为不带宏的 .xlsx 后重新导入。")
            if sum(entry.file_size for entry in entries) > UNPACKED or len(entries) > 2000:
                raise Refusal(f"“{name}”解压后过大，没有读取。请分成几个文件导入。")
            for entry in entries:
                look_into(archive, entry, name)
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError) as error:
        raise Refusal(f"“{name}”不是完好的 .xlsx 文件（{error}）。请另存为 .xlsx 后重新导入。") from None


def look_into(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    """What the entry says of its size is held to its checksum; an unfinished tag goes with the next piece."""
    sheet = entry.filename.lower().startswith("xl/worksheets/")
    rest = b""
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK):
            if sheet:
                rest += piece
                reach(rest, name)
                rest = rest[max(rest.rfind(b"<"), len(rest) - CHUNK) :]


def reach(piece: bytes, name: str) -> None:
    """Refuse cells too far out. The quick look takes no notice of blanks; only a hit is looked at closely."""
    if not MAYBE_FAR.search(piece.translate(None, BLANKS)):
        return
    for found in SURELY_FAR.finditer(piece):
        place = found[1].decode().upper()
        letters = place.rstrip("0123456789")
        if (
            len(letters) > 2
            or (letters > "IV" and len(letters) == 2)
            or int(place[len(letters) :]) > ROWS + 1
        ):
            raise Refusal(
                f"“{name}”有单元格（{place}）超出范围：最多{ROWS // 10_000}万行、{COLUMNS}列。"
                "请删去多余的行列，或分成几个文件。"
            )


def csv_rows(data: bytes, name: str) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        raise Refusal(f"“{name}”的编码不能识别。请另存为 UTF-8 编码的 .csv。")
    if "\0" in text:
        raise Refusal(f"“{name}”不是文本文件。请另存为 UTF-8 编码的 .csv。")
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise Refusal(f"“{name}”不能读取（{error}）。请另存为 UTF-8 编码的 .csv。") from None
    if len(rows) > ROWS + 1:
        raise Refusal(f"“{name}”超过{ROWS // 10_000}万行。请分成几个文件导入。")
    return rows
