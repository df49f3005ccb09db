"""Plain text with lines broken at a fixed width: breaks within paragraphs are no ends of sentences."""

from __future__ import annotations

import re

FEWEST_LINES = 12
NARROWEST, WIDEST = 16, 70
_N = "[一二三四五六七八九十]"
_OPENS = re.compile(
    rf"[ \t]|{_N}{{1,3}}[、是]|[(](?:{_N}{{1,3}}|\d{{1,2}})[)]|\d{{1,2}}[.、]"
    rf"|附件|第{_N}{{1,3}}[章节条]"
)
_CLOSED = frozenset("。；：！？:;!?”)")


def unwrap(shadow: str) -> str:
    """``shadow`` with a blank for each line break that only the page's width made; offsets stay the same.

    Nothing is changed where the lines do not share a width.
    """
    lines = shadow.split("\n")
    told = [len(line.rstrip()) for line in lines if line.strip()]
    if len(told) < FEWEST_LINES:
        return shadow
    width = sorted(told)[len(told) * 9 // 10]
    full = sum(1 for length in told if width - 3 <= length <= width + 3)
    if not NARROWEST <= width <= WIDEST or full * 2 < len(told):
        return shadow
    parts = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        stripped = line.rstrip()
        goes_on = len(stripped) >= width - 3 and following.strip() and not _OPENS.match(following)
        parts.append(line + (" " if goes_on and stripped[-1] not in _CLOSED else "\n"))
    return "".join(parts)[:-1]
