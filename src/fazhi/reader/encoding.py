"""Bytes of unknown encoding to text: UTF-8, UTF-16 with a mark, GB18030; else detected."""

from __future__ import annotations

from fazhi.reader.unreadable import Unreadable

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 200_000


def decode(data: bytes, declared: str = "") -> str:
    r"""The text of ``data`` without byte order mark, ``\r\n`` as ``\n``; ``declared`` is tried after UTF-8.

    Raises ``Unreadable`` where the bytes are no text in any encoding Chinese sites use.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lines(_strict(data, name) or _given_up())
    for name in ("utf-8", declared, "gb18030"):
        text = _strict(data, name) if name else None
        if text is not None and _plausible(text):
            return _lines(text)
    text = _detected(data)
    if text is None or not _plausible(text):
        return _given_up()
    return _lines(text)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _plausible(text: str) -> bool:
    """Whether a sample looks like text: hardly any control or private-use characters."""
    sample = text[:_SAMPLE]
    odd = sum(1 for character in sample if _odd(character))
    return odd * 50 <= len(sample)


def _odd(character: str) -> bool:
    code = ord(character)
    return (code < 32 and character not in "\n\r\t\f\v") or 0xE000 <= code <= 0xF8FF or code == 0xFFFD


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding, errors="replace") if best is not None else None


def _given_up() -> str:
    raise Unreadable("不是可以识别的文字（编码不是UTF-8或GB18030）。请用文本编辑器另存为UTF-8后再读。")
