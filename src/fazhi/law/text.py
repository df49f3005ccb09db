"""The text of an instrument taken apart: articles, paragraphs, items, and the lengths of time they name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fazhi.law.numeral import number_in

NUMERAL = r"(?:[零〇一二两三四五六七八九十百千]+|\d+)"
ARTICLE = re.compile(rf"第({NUMERAL})条(?:之({NUMERAL}))?(?:\s+|$)")
ITEM = re.compile(rf"[（(]{NUMERAL}[）)]")
SUBITEM = re.compile(r"\d+[.．、]")
HEADING = re.compile(rf"#|第{NUMERAL}[编章节](?:\s|$)")
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
HEAD_ENDS = "<!-- INFO END -->"

DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")
LENGTH = re.compile(rf"(?<![第上下\d])({NUMERAL})(个?工作日|个?自然日|日|天|个月|年|小时)")
UNITS = {"工作日": "个工作日", "个自然日": "日", "自然日": "日", "天": "日"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph (款) with the items (项) listed under it."""

    text: str
    items: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "\n".join((self.text, *self.items))


Articles = dict[str, tuple[Paragraph, ...]]


def articles_of(text: str) -> Articles:
    """The articles of an instrument by label, 12 or (第十二条之一) 12之1; one paragraph a line in ``text``.

    A line is an article only where its number follows the last one, so that a paragraph that begins by citing
    another article stays a paragraph. Raises ``ValueError`` (Chinese) where no article is found.
    """
    body = INVISIBLE.sub("", text.split(HEAD_ENDS, 1)[-1])
    found: dict[str, list[Paragraph]] = {}
    number, paragraphs = 0, None
    for line in filter(None, map(str.strip, body.splitlines())):
        if HEADING.match(line):
            paragraphs = None  # what stands between a heading and the next article belongs to no article
            continue
        head = ARTICLE.match(line)
        if head and number_in(head[1]) == number + (not head[2]):
            number = number_in(head[1])
            label = f"{number}之{number_in(head[2])}" if head[2] else str(number)
            paragraphs = found[label] = []
            _append(paragraphs, line[head.end() :])
        elif paragraphs is not None:
            _append(paragraphs, line)
    if not found:
        raise ValueError("文本中没有找到“第一条”。请导入写有条文的法律文本，每款一行。")
    return {label: tuple(paragraphs) for label, paragraphs in found.items()}


def _append(paragraphs: list[Paragraph], line: str) -> None:
    if not line:  # a heading alone on its line
        return
    last = paragraphs[-1] if paragraphs else None
    if last and ITEM.match(line):
        paragraphs[-1] = Paragraph(last.text, (*last.items, line))
    elif last and last.items and SUBITEM.match(line):  # 目, a part of its item
        paragraphs[-1] = Paragraph(last.text, (*last.items[:-1], f"{last.items[-1]}\n{line}"))
    else:
        paragraphs.append(Paragraph(line))


def durations_in(text: str) -> frozenset[str]:
    """Lengths and yearly dates named in ``text``, each in one spelling.

    Spelt as 60日, 5个工作日, 2个月, 1年, 24小时, 3月31日. Dates of one certain year (2024年1月1日) are not
    limits and are left out.
    """
    dates = {f"{int(month)}月{int(day)}日" for year, month, day in DATE.findall(text) if not year}
    lengths = {
        f"{number_in(number)}{UNITS.get(unit, unit)}"
        for number, unit in LENGTH.findall(DATE.sub("，", text))
        if not (unit == "年" and number.isdecimal() and len(number) == 4)
    }
    return frozenset(dates | lengths)
