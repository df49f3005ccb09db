"""What the official texts say, as facts: which articles exist, and which lengths of time stand in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from fazhi.law.edition import Citation
from fazhi.law.period import AnyPeriod, FixedDay, Workdays
from fazhi.law.text import Articles, durations_in

DATA = Path(__file__).with_name("facts.json")


class ParagraphFacts(NamedTuple):
    """How many items a paragraph lists, and the lengths and yearly dates named in it and its items."""

    items: int
    durations: frozenset[str]


@dataclass(frozen=True, slots=True)
class TextFacts:
    """The facts of one official text; ``paragraphs`` by the label of the article (12, 12之1)."""

    key: str
    paragraphs: Mapping[str, tuple[ParagraphFacts, ...]]

    @property
    def articles(self) -> frozenset[int]:
        """The numbers of its articles (without 第…条之一, which a citation does not name)."""
        return frozenset(int(label) for label in self.paragraphs if label.isdigit())

    def has(self, article: int, paragraph: int | None = None, item: int | None = None) -> bool:
        """Whether the place exists; an item without a paragraph may stand in any paragraph of the article."""
        chosen = self._chosen(article, paragraph)
        return bool(chosen) and (item is None or 0 < item <= max(one.items for one in chosen))

    def durations(self, article: int, paragraph: int | None = None) -> frozenset[str]:
        """Lengths named there, spelt as ``text.durations_in`` does; none where the place is absent."""
        return frozenset().union(*(one.durations for one in self._chosen(article, paragraph)))

    def _chosen(self, article: int, paragraph: int | None) -> tuple[ParagraphFacts, ...]:
        found = self.paragraphs.get(str(article), ())
        if paragraph is None:
            return found
        return found[paragraph - 1 : paragraph] if paragraph > 0 else ()


def facts_of(text_key: str) -> TextFacts | None:
    """The shipped facts of a text, by ``Law.text``; None where none were made."""
    return _shipped().get(text_key)


@cache
def _shipped() -> dict[str, TextFacts]:
    return {
        key: TextFacts(
            key,
            {
                label: tuple(ParagraphFacts(items, frozenset(named)) for items, *named in paragraphs)
                for label, paragraphs in articles.items()
            },
        )
        for key, articles in json.loads(DATA.read_text(encoding="utf-8")).items()
    }


def packed(articles: Articles) -> dict[str, list[list[int | str]]]:
    """The facts of a parsed text as they are shipped: per article, per paragraph, items and durations."""
    return {
        label: [[len(one.items), *sorted(durations_in(str(one)))] for one in paragraphs]
        for label, paragraphs in articles.items()
    }


def check_citation(citation: Citation) -> str | None:
    """The fault of a citation whose place does not exist in its text (Chinese).

    None where it exists, where the instrument is cited as a whole, or where the edition has no text.
    """
    facts = facts_of(citation.law.text)
    if facts is None:
        if citation.law.text:
            return (
                f"{citation.law}写明的文本“{citation.law.text}”不在随程序提供的法条要点中。请核对文本名称。"
            )
        return None
    if not citation.article or facts.has(citation.article, citation.paragraph, citation.item):
        return None
    return f"{citation}不存在：请对照“{citation.law.text}”核对条、款、项。"


def names_duration(citation: Citation, period: AnyPeriod) -> bool | None:
    """Whether the cited place names the length (or the yearly date) of ``period``.

    Working days match both 5个工作日 and 5日, because a conversion article may turn the one into the other.
    None where it cannot be verified: no text, or no article named.
    """
    facts = facts_of(citation.law.text)
    if facts is None or not citation.article:
        return None
    named = facts.durations(citation.article, citation.paragraph)
    if isinstance(period, FixedDay):
        return f"{period.month}月{period.day}日" in named
    return str(period) in named or (isinstance(period, Workdays) and f"{period.length}日" in named)
