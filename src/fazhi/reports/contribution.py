"""An organ's own paragraphs for its report, from a Markdown or JSON file; the unit that wrote each is kept.

A paragraph may name figures as sentences do, by full key: ``审结{reconsideration.closed}件``. Every other
number in it counts as typed by hand.

Markdown: ``# `` the title, lines ``主送：`` (addressees), ``成文日期：2018-03-20`` and ``供稿：`` (the unit,
until the next heading), ``## `` a chapter of the outline, ``### `` a part of it, paragraphs between blank
lines. JSON: an object with ``title``, ``addressees``, ``signed_on`` and ``paragraphs``, a list of
``{"chapter", "part", "text", "source"}``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from fazhi.engine.refusal import Refusal
from fazhi.exchange.options import read_day
from fazhi.reports.outline import ANNUAL_REPORT, ChapterKind, Outline

_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、]|（\d+）)\s*")
_STATED = re.compile(r"(主送|成文日期|供稿)[：:]\s*(.+)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph; ``chapter`` is a kind of the outline, ``part`` a heading of it or a new one."""

    chapter: ChapterKind
    text: str
    part: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What an organ adds to the sentences of its figures; nothing of it is needed."""

    title: str = ""
    addressees: tuple[str, ...] = ()
    signed_on: date | None = None
    passages: tuple[Passage, ...] = ()


def read_contribution(path: Path, outline: Outline = ANNUAL_REPORT) -> Contribution:
    """Read the file.

    :raises Refusal: it cannot be read, names a chapter that the outline does not have, or holds a wrong date.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Refusal(f"不能读取“{path}”：{error.strerror}。请核对文件名。") from None
    except UnicodeDecodeError:
        raise Refusal(f"“{path}”不是 UTF-8 文本。请另存为 UTF-8 后重试。") from None
    if path.suffix.lower() == ".json":
        return from_json(text, path.name, outline)
    return from_markdown(text, path.name, outline)


def chapter_kind(name: str, where: str, outline: Outline) -> ChapterKind:
    """The chapter of that kind or heading, with or without its number.

    :raises Refusal: the outline has none such; all of its headings are named.
    """
    plain = _NUMBERED.sub("", name.strip())
    for chapter in outline.chapters:
        if plain in {chapter.kind, chapter.heading}:
            return chapter.kind
    known = "、".join(chapter.heading for chapter in outline.chapters)
    raise Refusal(f"{where}：报告提纲中没有“{name}”这一部分。可用的有：{known}。")


@dataclass
class _Reading:
    """The Markdown read so far."""

    name: str
    outline: Outline
    title: str = ""
    addressees: tuple[str, ...] = ()
    signed_on: date | None = None
    chapter: ChapterKind | None = None
    part: str = ""
    source: str = ""
    lines: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    def line(self, number: int, line: str) -> None:
        where = f"“{self.name}”第{number}行"
        if line.startswith("#"):
            self.close(where)
            self.heading(where, line)
        elif stated := _STATED.fullmatch(line):
            self.close(where)
            self.state(stated[1], stated[2].strip())
        elif line:
            self.lines.append(line)
        else:
            self.close(where)

    def heading(self, where: str, line: str) -> None:
        marks, _, words = line.partition(" ")
        words = words.strip()
        if marks == "#" and words:
            self.title = words
        elif marks == "##" and words:
            self.chapter, self.part, self.source = chapter_kind(words, where, self.outline), "", ""
        elif marks == "###" and words and self.chapter:
            self.part, self.source = _NUMBERED.sub("", words), ""
        else:
            raise Refusal(f"{where}：看不懂标题“{line}”。请用“# 标题”“## 部分”“### 小节”，小节写在部分之下。")

    def state(self, what: str, words: str) -> None:
        if what == "主送":
            self.addressees = tuple(filter(None, re.split("[、，,]", words.rstrip("：:"))))
        elif what == "成文日期":
            self.signed_on = read_day(words)
        else:
            self.source = words

    def close(self, where: str) -> None:
        """End a paragraph; lines of one paragraph are joined, as Chinese has no blank between words."""
        if not self.lines:
            return
        if self.chapter is None:
            raise Refusal(f"{where}之前的段落不属于任何部分。请先写“## 部分”（如：## 存在的不足和原因）。")
        self.passages.append(Passage(self.chapter, "".join(self.lines), self.part, self.source))
        self.lines = []


def from_markdown(text: str, name: str, outline: Outline = ANNUAL_REPORT) -> Contribution:
    reading = _Reading(name, outline)
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        reading.line(number, line.strip())
    reading.close(f"“{name}”第{len(lines) + 1}行")
    return Contribution(reading.title, reading.addressees, reading.signed_on, tuple(reading.passages))


def from_json(text: str, name: str, outline: Outline = ANNUAL_REPORT) -> Contribution:
    try:
        given = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refusal(f"“{name}”第{error.lineno}行不是有效的 JSON：{error.msg}。") from None
    if not isinstance(given, dict) or not isinstance(given.get("paragraphs", []), list):
        raise Refusal(f"“{name}”应是一个对象，其 paragraphs 是段落的列表。")
    signed_on = given.get("signed_on")
    return Contribution(
        str(given.get("title") or ""),
        tuple(map(str, given.get("addressees") or ())),
        read_day(str(signed_on)) if signed_on else None,
        tuple(_passages(given.get("paragraphs", []), name, outline)),
    )


def _passages(rows: list[Any], name: str, outline: Outline) -> Iterator[Passage]:
    for place, row in enumerate(rows, 1):
        where = f"“{name}”第{place}段"
        if not isinstance(row, dict) or not str(row.get("text") or "").strip():
            raise Refusal(f"{where}没有内容（text）。请补上或删去该段。")
        chapter = chapter_kind(str(row.get("chapter") or "work"), where, outline)
        part, source = (str(row.get(key) or "").strip() for key in ("part", "source"))
        yield Passage(chapter, str(row["text"]).strip(), _NUMBERED.sub("", part), source)
