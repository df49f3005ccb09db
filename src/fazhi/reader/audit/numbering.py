"""Numbering: headings and 一是、二是 without gaps or repeats.

And the brackets and quotation marks in pairs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from fazhi.reader.audit.finding import Finding, Grade, Member, member_of

_CHINESE = "[一二三四五六七八九十百]{1,5}"
_MARKER = re.compile(
    rf"^[ \t　]*(?:(?P<one>{_CHINESE})、|[（(](?P<two>{_CHINESE})[)）]|"
    rf"(?P<three>\d{{1,2}})[.．、](?!\d)|[（(](?P<four>\d{{1,2}})[)）])"
    rf"|(?:(?<=[。；;，,：:、”》)）\n 　])|^)(?P<five>{_CHINESE})是(?!否|"
    rf"非)|(?<=[。；;，,：:])(?:[（(](?:(?P<inline>{_CHINESE})|(?P<inner>\d{{1,2}}))[)）])",
    re.MULTILINE,
)
_LEVEL_OF = {"one": 0, "two": 1, "inline": 1, "inner": 3, "three": 2, "four": 3, "five": 4}
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")}
_PAIRS = {"）": "（", ")": "（", "》": "《", "】": "【", "”": "“", "〕": "〔", "」": "「"}
_OPEN = {"（": "（", "(": "（", "《": "《", "【": "【", "“": "“", "〔": "〔", "「": "「"}
_BRACKET = re.compile(r"[（）()《》【】“”〔〕「」\n]")
_ITEM_MARK = re.compile(r"(?:^|[\s。；;，,：:、])[0-9a-zA-Zⅰ-ⅹ①-⑳一二三四五六七八九十]{1,3}$")
_FURNITURE = re.compile(r"字体|字号|打印|分享|扫一扫|来源|当前位置|浏览次数|点击数")
_NAMES = {"（": "括号", "《": "书名号", "【": "方括号", "“": "引号", "〔": "六角括号", "「": "引号"}
MOST_FINDINGS = 50
_MOST_LINES = 6
Skip = Callable[[int], bool]


@dataclass(slots=True)
class _Series:
    """Markers of one level under one heading; ``follows``: they go on from those under the one before."""

    level: int
    markers: list[tuple[int, Member]] = field(default_factory=list)
    follows: bool = False


def numberings(text: str, *, whole: bool, skip: Skip) -> Iterator[Finding]:
    """Findings on the order of markers.

    ``whole``: the text is a document with its head, so a first 一 is missed.
    """
    open_series: list[_Series | None] = [None] * 5
    reached = [0] * 5
    for found in _MARKER.finditer(text):
        if skip(found.start()):
            continue
        kind = found.lastgroup or "one"
        level, number = _LEVEL_OF[kind], number_of(found[kind])
        if not number or number > 60:
            continue
        # 「一是」可以写在1.之上，也可以写在1.之下：只有一、（一）才另起。
        for below in range(level + 1, 5 if level < 2 else 4):
            yield from _closed(open_series[below], whole=whole)
            open_series[below] = None
        series = open_series[level]
        if series is None or _restarts(series, number):
            yield from _closed(series, whole=whole)
            series = open_series[level] = _Series(level, follows=reached[level] + 1 == number)
        reached[level] = number
        start = found.end() - len(found[0].lstrip(" \t　\n"))
        series.markers.append((number, member_of(text, start, found.end(), number)))
    for series in open_series:
        yield from _closed(series, whole=whole)


def number_of(numeral: str) -> int:
    """The value of a list numeral: 十二 → 12, 3 → 3; 0 where it is none."""
    if numeral.isdigit():
        return int(numeral)
    if "百" in numeral:
        return 0
    tens, mark, ones = numeral.rpartition("十")
    if mark:
        return (_DIGITS.get(tens, 0) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
    return _DIGITS.get(numeral, 0)


def _restarts(series: _Series, number: int) -> bool:
    """Whether a 1 begins a new list: always for 一是, else behind a list of two or more."""
    return number == 1 and (series.level == 4 or series.markers[-1][0] > 1)


def _closed(series: _Series | None, *, whole: bool) -> Iterator[Finding]:
    if series is None or (len(series.markers) == 1 and (series.follows or series.markers[0][0] == 1)):
        return
    breaks = list(_breaks(series, whole=whole))
    if breaks:
        yield from breaks
        return
    members = tuple(member for _, member in series.markers)
    last = series.markers[-1][0]
    yield Finding(
        "numbering",
        "holds",
        "、".join(m.text for m in members),
        members,
        last,
        len(members),
        f"编号连续，共{len(members)}项。",
    )


def _breaks(series: _Series, *, whole: bool) -> Iterator[Finding]:
    first, member = series.markers[0]
    if first > 1 and not series.follows:
        grade: Grade = "contradiction" if whole and series.level < 4 else "question"
        yield _broken(
            grade, (member,), 1, first, f"编号从“{member.text}”开始，前面没有第一项；请核对是否漏排。"
        )
    for (last, before), (number, after) in zip(series.markers, series.markers[1:], strict=False):
        if number == last + 1:
            continue
        if number == last:
            reason = f"编号“{after.text}”重复；请核对其后的编号。"
        elif number > last:
            reason = f"编号由“{before.text}”跳到“{after.text}”，缺{_missing(last, number)}；请核对。"
        else:
            reason = f"编号由“{before.text}”退到“{after.text}”；请核对。"
        yield _broken("contradiction", (before, after), last + 1, number, reason)


def _missing(last: int, number: int) -> str:
    return f"第{last + 1}项" if number == last + 2 else f"第{last + 1}至{number - 1}项"


def _broken(grade: Grade, members: tuple[Member, ...], expected: int, number: int, reason: str) -> Finding:
    return Finding(
        "numbering", grade, f"编号应为{expected}，实为{number}", members, number, expected, reason, weight=15
    )


def brackets(text: str, *, skip: Skip) -> Iterator[Finding]:
    """Brackets and quotation marks without a partner; a pair may run over a few lines."""
    stack: list[tuple[str, int, int]] = []
    count = line = 0
    for found in _BRACKET.finditer(text):
        if count >= MOST_FINDINGS:
            return
        mark, at = found[0], found.start()
        lost: list[tuple[str, int, int]] = []
        if mark == "\n":
            line += 1
            while stack and line - stack[0][2] > _MOST_LINES:
                lost.append(stack.pop(0))
        elif mark in _OPEN:
            if not _is_furniture(text, at) and not skip(at):
                stack.append((_OPEN[mark], at, line))
        elif stack and stack[-1][0] == _PAIRS[mark]:
            stack.pop()
        elif not (mark in ")）" and _ITEM_MARK.search(text, max(0, at - 5), at)) and not skip(at):
            lost = _lost_openers(stack, _PAIRS[mark]) or [(_PAIRS[mark], at, line)]
        count += len(lost)
        yield from (_unpaired(text, start, opener) for opener, start, _ in lost)
    yield from (_unpaired(text, start, opener) for opener, start, _ in stack[:MOST_FINDINGS])


def _lost_openers(stack: list[tuple[str, int, int]], opener: str) -> list[tuple[str, int, int]]:
    """The marks opened inside a pair that now closes and never closed; empty if it never opened."""
    for index in range(len(stack) - 1, max(-1, len(stack) - 9), -1):
        if stack[index][0] == opener:
            lost = stack[index + 1 :]
            del stack[index:]
            return lost
    return []


def _is_furniture(text: str, at: int) -> bool:
    return bool(_FURNITURE.search(text, max(0, at - 4), at + 8))


def _unpaired(text: str, at: int, opener: str) -> Finding:
    near = text[max(0, at - 8) : at + 9].replace("\n", " ")
    return Finding(
        "numbering",
        "contradiction",
        f"{_NAMES[opener]}不成对",
        (member_of(text, at, at + 1),),
        None,
        None,
        f"“{near}”处的{_NAMES[opener]}“{text[at]}”不成对；请补上或者删去。",
        weight=5,
    )
