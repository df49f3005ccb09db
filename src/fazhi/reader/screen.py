"""A document as a table for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

from fazhi.reader.document import Document, Mention, Number
from fazhi.reader.lexicon import lexicon
from fazhi.reader.workstream import topics

LEVELS = {"province": "省级", "city": "市级", "county": "县级", "township": "乡镇街道", "department": "部门"}
QUALIFIERS = {"exact": "", "more_than": "以上", "less_than": "以下", "approx": "约"}
KINDS = {
    "count": "数量",
    "rate": "比率",
    "money": "金额",
    "duration": "时长",
    "rank": "名次",
    "date": "日期",
    "year": "年份",
    "ordinal": "序数",
    "label": "标签",
}
SECTIONS = {"head": "文首", "furniture": "页面", "problems": "问题", "next_year": "打算", "body": "正文"}
_WIDTHS = (12, 16, 6, 8, 14, 20, 40)
_HEADS = ("章节", "原文", "种类", "限定", "值", "工作线·指标", "所数之事（主体，期间）")


def told(document: Document, file: str, *, labels: bool) -> Iterator[str]:
    """The lines for one document: its head, a table of its figures, what was claimed in words, a summary."""
    yield f"{file}：{document.title or '（没有读出标题）'}"
    head = [
        document.organ,
        LEVELS.get(document.level, ""),
        f"{document.year}年度" if document.year else "",
        document.number,
        f"成文{document.signed_on}" if document.signed_on else "",
        f"发布{document.published_on}" if document.published_on else "",
    ]
    yield "  " + "，".join(filter(None, head))
    names = {entry.key: entry.label for entry in lexicon()}
    shown = [mention for mention in document.mentions if labels or mention.figure]
    if shown:
        yield _line(_HEADS)
        for mention in shown:
            yield _line(_cells(mention, names))
    for claim in document.claims:
        value = "" if claim.value is None else f"，即{number(claim.value)}{claim.unit or ''}"
        yield f"  文字断言：“{claim.text}”{value}"
    figures = document.figures
    named = sum(1 for mention in figures if mention.indicator)
    rest = len(document.mentions) - len(figures)
    yield f"  共{len(figures)}个数，其中{named}个认出指标；另有{rest}处日期、序数和标签。"


def _cells(mention: Mention, names: dict[str, str]) -> tuple[str, ...]:
    value = mention.iso or ("" if mention.value is None else f"{number(mention.value)}{mention.unit or ''}")
    line = topics().titles.get(mention.workstream or "", "")
    about = "，".join(filter(None, (mention.subject, mention.period)))
    return (
        SECTIONS.get(mention.section, mention.section),
        mention.text,
        KINDS[mention.kind],
        QUALIFIERS[mention.qualifier] + ("" if mention.reported else "（非工作量）"),
        value,
        names.get(mention.indicator or "", line),
        mention.measure + (f"（{about}）" if about and mention.figure else ""),
    )


def number(value: Number) -> str:
    """A value as people write it; a fraction that has no finite decimals as one."""
    if isinstance(value, int):
        return str(value)
    decimal = f"{float(value):.12g}"
    return (
        decimal
        if float(decimal) == float(value) and value.denominator % 3
        else f"{value.numerator}/{value.denominator}"
    )


def _line(cells: tuple[str, ...]) -> str:
    padded = (_padded(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True))
    return ("  " + " ".join(padded)).rstrip()


def _padded(text: str, width: int) -> str:
    room = sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
    return text.replace("\n", " ") + " " * max(0, width - room)
