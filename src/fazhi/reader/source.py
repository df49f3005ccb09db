"""What a source is, told by its content, and its text: TXT, HTML, DOCX or PDF."""

from __future__ import annotations

import re
from pathlib import Path

from fazhi.reader.encoding import decode
from fazhi.reader.tables import Layout, tabbed
from fazhi.reader.unreadable import Unreadable

LARGEST = 200 * 1024 * 1024
SUFFIXES = (".txt", ".md", ".html", ".htm", ".shtml", ".xhtml", ".docx", ".pdf")
_HTML = re.compile(
    rb"<(?:!doctype html|html|head|body|meta|title|div|p|table|article|span)[\s>/]", re.IGNORECASE
)
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "是旧版Office文件（.doc、.xls）。请用Word或WPS另存为.docx后再读。"),
    (b"{\\rtf", "是RTF文件。请用Word或WPS另存为.docx后再读。"),
    (b"\x89PNG", "是图片，没有文字。请先做文字识别（OCR），或取得可以复制文字的版本。"),
    (b"\xff\xd8\xff", "是图片，没有文字。请先做文字识别（OCR），或取得可以复制文字的版本。"),
    (b"GIF8", "是图片，没有文字。请先做文字识别（OCR），或取得可以复制文字的版本。"),
    (b"Rar!", "是压缩包。请先解压。"),
    (b"7z\xbc\xaf", "是压缩包。请先解压。"),
    (b"\x1f\x8b", "是压缩包。请先解压。"),
)


def text_of(source: str | bytes | Path) -> Layout:
    """The text of a source and its tables; a ``str`` is text. Raises ``Unreadable`` in Chinese."""
    if isinstance(source, str):
        return tabbed(source.replace("\r\n", "\n").removeprefix("\ufeff"))
    if isinstance(source, Path):
        source = _bytes(source)
    if not source.strip():
        raise Unreadable("是空文件。请确认文件已经下载完整。")
    if source.startswith(b"%PDF-") or b"%PDF-" in source[:1024]:
        from fazhi.reader.pdf import text_of_pdf

        return text_of_pdf(source)
    if source.startswith(b"PK\x03\x04"):
        from fazhi.reader.docx import text_of_docx

        return text_of_docx(source)
    for mark, reason in _OTHERS:
        if source.startswith(mark):
            raise Unreadable(reason)
    if _HTML.search(source[:4096].replace(b"\x00", b"")):
        from fazhi.reader.html import text_of_html

        return text_of_html(source)
    return tabbed(decode(source))


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable("是文件夹，不是文件。")
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"超过{LARGEST // 1024 // 1024}兆字节，不像一份报告。请先拆分。")
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable("找不到这个文件。请检查路径。") from None
    except PermissionError:
        raise Unreadable("没有读取权限。请检查文件的权限。") from None
    except OSError as error:
        raise Unreadable(f"读不出来（{error.strerror or error}）。") from None
