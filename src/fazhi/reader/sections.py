"""Sections of a report as a tree: 一、 (一) 1. (1) 一是, with what each part is for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from fazhi.reader.document import Section, SectionKind
from fazhi.reader.found import Found

_LEVELS = (
    (1, re.compile("[一二三四五六七八九十]+[、.]$")),
    (2, re.compile("[(][一二三四五六七八九十]+[)]$")),
    (3, re.compile(r"\d+[.、)]$")),
    (4, re.compile(r"[(]\d+[)]$|[①-⒛❶-❿]$")),
    (5, re.compile("[一二三四五六七八九十]+[是要]$|第[一二三四五六七八九十]+[，、]$")),
)
RUN_IN = 5
_TITLE_END = re.compile(r"[。；;！？\n]")
_LONGEST_TITLE = 60

_LEADING = re.compile("第一责任人|党政主要负责人|主要负责人履行|主要负责同志履行|推进法治建设职责")
_PROBLEMS = re.compile(
    "(?:存在|主要|面临|突出)[^。，]{0,8}(?:问题|不足|短板|困难|差距)|(?:问题|不足|短板|差距|困难)(?:及|和|与|、|之处|原因)"
    "|^(?:问题|不足|困难|差距)|薄弱环节"
)
_NEXT = re.compile(
    "下一?步|下一?阶段|今后|明年|来年|新的?一年|打算|努力方向|下年度?|工作(?:计划|思路|安排|部署)|改进(?:措施|方向)|展望"
)
_NEXT_YEAR = re.compile(r"(?P<year>20\d\d)年(?:度)?(?:法治|依法|重点|主要|工作|的|政府|及|我|打算|推进)")
_FURNITURE = re.compile(
    r"^[ \t]*(?:扫一扫|分享到?[:： ]|打印|关闭|【?(?:打印|关闭|字体|大 中 小)|"
    r"上一[篇条]|下一[篇条]|责任编辑|编辑[:：]|来源[:：]|信息来源|发布(?:日期|时间|"
    r"机构)"
    r"|作者[:：]|浏览(?:次数|量)|点击(?:数|率|次数)|阅读(?:次数|量)?[:：]|当前位置|"
    r"您(?:所在|现在)的位置|首页|网站地图|版权所有|主办[:：单]|承办[:：单]"
    r"|.{0,8}ICP备|.{0,8}公网安备|网站标识码|索引号|主题分类|文号[:：]|发文(?:机关|"
    r"字号)|成文日期|公开(?:方式|类别|时间)|有效性|字号[:：]|我要纠错|相关(?:链接|"
    r"附件|文档)"
    r"|[-—– ]*(?:第 ?)?\d{1,4}(?: ?页)?(?:[ /]*共? ?\d* ?页?)?[-—– ]*$"
    r"|(?:\d{1,2}[./-]){2}\d{4}|\d{4}(?:[./-]\d{1,2}){2} *(?:\d{1,2}:\d\d)?)"
)
_TURN = re.compile(
    r"(?P<problems>[^。\n]{0,80}(?:存在(?:着|的|一定|一些|以下|不少|部分|"
    r"诸多)?[^。，\n]{0,10}(?:差距|问题|不足|短板|薄弱)|"
    r"[问短不][题板足](?:主要)?(?:表现|是|有)))"
    r"|(?P<next>(?:20\d\d年(?:度)?|下一步|下步|今后|新的一年|"
    r"明年)[，,]?[^。\n]{0,40}(?:将|继续|坚持|紧紧围绕|着力|进一步))"
)


def level_of(marker: str) -> int:
    """1 for 一、 to 5 for 一是; 0 for what marks no section."""
    for level, shape in _LEVELS:
        if shape.match(marker):
            return level
    return 0


def find_sections(shadow: str, found: Iterable[Found], year: int | None) -> list[Section]:
    """The sections of a text in order; ``found`` are its mentions, whose list numbers are the markers."""
    lines = _Lines(shadow)
    marks = []
    for one in found:
        if one.label != "list_number":
            continue
        level = level_of(shadow[one.start : one.end])
        if level and (level == RUN_IN or lines.opens(one.start)):
            marks.append((one.start, one.end, level, one.numeral))
    sections = _tree(shadow, marks, year)
    body = min((mark[0] for mark in marks if mark[2] == 1), default=None)
    if body is None:
        body = marks[0][0] if marks else _body_start(shadow)
    turns = _turns(shadow, sections, body, year)
    furniture = list(_furniture(shadow, body))
    head = [Section("", None, 0, "", "head", 0, body)] if body else []
    rest = [] if marks else [Section("", None, 0, "", "body", body, len(shadow))]
    return _joined([*head, *rest, *furniture], sections, turns)


class _Lines:
    """Line starts, to tell whether a marker opens its line."""

    def __init__(self, shadow: str) -> None:
        self.shadow = shadow

    def opens(self, position: int) -> bool:
        start = self.shadow.rfind("\n", max(0, position - 40), position) + 1
        return not self.shadow[max(start, position - 40) : position].strip()


def _tree(shadow: str, marks: Sequence[tuple[int, int, int, int | None]], year: int | None) -> list[Section]:
    ends = [len(shadow)] * len(marks)
    open_at: list[int] = []
    parents: list[int | None] = []
    for index, (start, _, level, _) in enumerate(marks):
        if level == RUN_IN:
            paragraph = shadow.find("\n", start)
            ends[index] = paragraph if paragraph >= 0 else len(shadow)
        while open_at and marks[open_at[-1]][2] >= level:
            ends[open_at[-1]] = min(ends[open_at[-1]], start)
            open_at.pop()
        parents.append(open_at[-1] if open_at else None)
        open_at.append(index)
    sections: list[Section] = []
    for index, (start, end, level, number) in enumerate(marks):
        title = _title(shadow, end)
        parent = parents[index]
        kind = _kind(title, level, sections[parent].kind if parent is not None else None, year)
        stop = ends[index] if parent is None else min(ends[index], sections[parent].end)
        sections.append(Section(shadow[start:end], number, level, title, kind, start, stop, parent))
    return sections


def _title(shadow: str, start: int) -> str:
    match = _TITLE_END.search(shadow, start, start + _LONGEST_TITLE)
    return shadow[start : match.start() if match else start + _LONGEST_TITLE].strip()


def _kind(title: str, level: int, parent: SectionKind | None, year: int | None) -> SectionKind:
    """What a section is for, by its title; one that says nothing takes after its parent."""
    if level <= 2 and len(title) < _LONGEST_TITLE:
        if _LEADING.search(title):
            return "leadership"
        # 标题并列两者（存在问题及下步打算）时，从先说的。
        problems, ahead = _PROBLEMS.search(title), _ahead(title, year)
        if problems and (ahead is None or problems.start() < ahead):
            return "problems"
        if ahead is not None:
            return "next_year"
    return parent or "work"


def _ahead(title: str, year: int | None) -> int | None:
    if match := _NEXT.search(title):
        return match.start()
    match = _NEXT_YEAR.search(title)
    return match.start() if match and year is not None and int(match["year"]) == year + 1 else None


def _body_start(shadow: str) -> int:
    """Where the body of a text without headings begins: its first line that ends a sentence."""
    match = re.search(r"^[^\n]{20,}[。；：]", shadow[:20_000], re.MULTILINE)
    return match.start() if match else 0


def _turns(shadow: str, sections: Sequence[Section], body: int, year: int | None) -> list[Section]:
    """Problems and plans told at the end without a heading: from the sentence that turns to them."""
    tops = [section for section in sections if section.level == 1]
    if any(section.kind in {"problems", "next_year"} for section in tops):
        return []
    start = shadow.find("\n", max(body, tops[-1].start if tops else body))
    turns: list[Section] = []
    kinds: set[str] = set()
    while 0 <= start < len(shadow):
        match = _TURN.search(shadow, start)
        if match is None:
            break
        kind: SectionKind = "problems" if match.lastgroup == "problems" else "next_year"
        coming = kind == "next_year" and match[0][:4].isdecimal()
        if (
            match.end() * 2 < len(shadow)
            or kind in kinds
            or (coming and year is not None and int(match[0][:4]) != year + 1)
        ):
            start = match.end()
            continue
        kinds.add(kind)
        begin = _sentence_start(shadow, match.start())
        if turns:
            turns[-1] = replace(turns[-1], end=begin)
        turns.append(Section("", None, 1, "", kind, begin, len(shadow)))
        start = match.end()
    return turns


def _sentence_start(shadow: str, position: int) -> int:
    return 1 + max(shadow.rfind(mark, max(0, position - 400), position) for mark in "。\n")


def _furniture(shadow: str, body: int) -> Iterable[Section]:
    """Lines of the page around the report: stamps, sources, buttons, page numbers."""
    tail = max(body, len(shadow) - 1500)
    for low, high in ((0, body), (tail, len(shadow))):
        start = low
        while start < high:
            end = shadow.find("\n", start)
            end = len(shadow) if end < 0 else end
            if end - start < 200 and _FURNITURE.match(shadow[start:end].strip()):
                yield Section("", None, 0, "", "furniture", start, end)
            start = end + 1


def _joined(flat: list[Section], tree: list[Section], turns: list[Section]) -> list[Section]:
    """All sections in the order of their start, parents renumbered."""
    if turns:
        cut = turns[0].start
        tree = [_cut(section, cut, turns) for section in tree]
    tagged = [(section, index) for index, section in enumerate(tree)]
    tagged += [(section, -1) for section in (*flat, *turns)]
    tagged.sort(key=lambda pair: (pair[0].start, pair[0].level, -pair[0].end))
    place = {index: position for position, (_, index) in enumerate(tagged) if index >= 0}
    return [
        section if section.parent is None else replace(section, parent=place[section.parent])
        for section, _ in tagged
    ]


def _cut(section: Section, cut: int, turns: Sequence[Section]) -> Section:
    if section.start >= cut:
        kind = turns[bisect_right([turn.start for turn in turns], section.start) - 1].kind
        return replace(section, kind=kind, parent=None)
    return replace(section, end=cut) if section.end > cut else section
