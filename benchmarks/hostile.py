"""Hostile text, one piece repeated: the time a byte may not grow with the length."""

from __future__ import annotations

from benchmarks.row import Options, Row, best
from fazhi.reader import audit, read

PIECES = (
    "1",
    "1-",
    "1,",
    "1 ",
    "1/",
    "一 ",
    "一百",
    "一、",
    "\n一、",
    "\n（一）1件",
    "第1",
    "百分之",
    "一分之",
    "“1”",
    "《1",
    "局政府",
    "达到",
    "数量",
    "率和",
    "全部",
    "无",
    "零",
    "a1",
    "1.1.",
    "1\t2\n",
    "http://a1",
    "。1.甲",
    "审结1件，",
    "1亿",
)
SMALL, LARGE = 20_000, 160_000


def run(options: Options) -> list[Row]:
    """The piece whose time a byte grows most from 20 to 160 thousand characters."""
    worst, of, small, large = 0.0, "", 0.0, 0.0
    for piece in PIECES:
        few, many = (took(piece, size, options.repeat) for size in (SMALL, LARGE))
        if (many / LARGE) / (few / SMALL) > worst:
            worst, of, small, large = (many / LARGE) / (few / SMALL), piece, few, many
    name = f"read and audit hostile text, time a byte of 160,000 over 20,000 characters (worst: {of.strip()})"
    return [Row(name, f"{len(PIECES)} texts", large, small, worst, 2.0)]


def took(piece: str, size: int, repeat: int) -> float:
    text = piece * (size // len(piece))
    return best(lambda: audit(read(text)), repeat)
