"""The report as a text whose numbers know their figures: the one thing that every output is written from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from fazhi.law.numeral import chinese_number

BlockKind = Literal["title", "addressees", "chapter", "part", "paragraph", "signature", "date"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph: text, or with ``figure`` the printed form of that indicator."""

    text: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``source`` is who contributed it: a line of work, or the unit that wrote it."""

    runs: tuple[Run, ...]
    source: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Part:
    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One chapter with something to say; ``paragraphs`` stand before its parts."""

    kind: str
    heading: str
    paragraphs: tuple[Paragraph, ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the document as it is set: a heading with its number, or a paragraph."""

    kind: BlockKind
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure that stands in the text: how it is printed there, and the whole figure for programs."""

    key: str
    label: str
    printed: str
    origin: str
    records: int
    basis: str
    row: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of an organ's chain when the figures were frozen."""

    organ: str
    chain: int
    seq: int
    mac: str


@dataclass(frozen=True)
class Draft:
    """The report of one organ for one year.

    ``rows`` are all frozen figures as programs read them, ``entries`` those that stand in the text, in the
    order in which they first stand there. ``digest`` is the hash of the whole fact set. ``synthetic`` where a
    record behind it is a sample: every output then says so. ``floors`` are the numbers of times a year that a
    government has set, by rule.
    """

    title: str
    organ: str
    organ_code: str
    scope: str
    scope_label: str
    year: int
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    rows: tuple[dict[str, Any], ...]
    digest: str
    frozen_at: datetime
    heads: tuple[Head, ...] = ()
    addressees: tuple[str, ...] = ()
    opening: Paragraph | None = None
    signed_on: date | None = None
    synthetic: bool = False
    floors: Mapping[str, int] = field(default_factory=dict)

    def blocks(self) -> Iterator[Block]:
        """The document line by line, headings numbered （GB/T 9704—2012 7.3.3：一、（一））."""
        yield Block("title", (Run(self.title),))
        if self.addressees:
            yield Block("addressees", (Run("、".join(self.addressees) + "："),))
        if self.opening:
            yield Block("paragraph", self.opening.runs)
        for number, section in enumerate(self.sections, 1):
            yield Block("chapter", (Run(f"{chinese_number(number)}、{section.heading}"),))
            yield from (Block("paragraph", paragraph.runs) for paragraph in section.paragraphs)
            for place, part in enumerate(section.parts, 1):
                yield Block("part", (Run(f"（{chinese_number(place)}）{part.heading}"),))
                yield from (Block("paragraph", paragraph.runs) for paragraph in part.paragraphs)
        if self.signed_on:
            yield Block("signature", (Run(self.organ),))
            yield Block("date", (Run(chinese_date(self.signed_on)),))

    @property
    def text(self) -> str:
        """The document as plain text, one block a line: what the auditor reads before sign-off."""
        return "\n".join(block.text for block in self.blocks()) + "\n"

    @property
    def own_head(self) -> Head | None:
        """The head of the organ's own chain, printed in full; the others stand in the data file."""
        return next((head for head in self.heads if head.organ == self.organ), None)


def chinese_date(day: date) -> str:
    """A day as documents print it （GB/T 9704—2012 7.3.5.4：阿拉伯数字，月日不编虚位）."""
    return f"{day.year}年{day.month}月{day.day}日"
