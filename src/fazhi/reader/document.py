"""A report as read: text, head, sections, tables, every numeric mention and every claim made in words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Literal

SCHEMA = 1
ROUNDED_DIGITS = 12

Number = int | Fraction
Kind = Literal["count", "rate", "money", "duration", "rank", "date", "year", "ordinal", "label"]
Qualifier = Literal["exact", "more_than", "less_than", "approx"]
SectionKind = Literal["head", "body", "leadership", "work", "problems", "next_year", "furniture"]


@dataclass(frozen=True, slots=True)
class Section:
    """``text[start:end]`` from its marker to the next section of its level or above.

    ``level`` is 1 for 一、 2 for (一) 3 for 1. 4 for (1) 5 for a run-in 一是, 0 for head, furniture and text
    without headings; ``parent`` is an index into ``Document.sections``; ``number`` is the marker's value.
    """

    marker: str
    number: int | None
    level: int
    title: str
    kind: SectionKind
    start: int
    end: int
    parent: int | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "marker": self.marker,
            "level": self.level,
            "title": self.title,
            "kind": self.kind,
            "start": self.start,
            "end": self.end,
            "parent": self.parent,
        }


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, ``text[start:end]`` without the blanks around it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``row`` and ``column`` count from 0; ``header`` names its row or column."""

    row: int
    column: int
    start: int
    end: int
    text: str
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table laid out in the text: a line for each row, tabs between its cells."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One numeric expression; ``text`` is ``document.text[start:end]``: number, qualifier and unit.

    ``value`` is scaled and exact (2.23亿元 → 223000000 元; rates in percent); None for labels and dates.
    ``iso`` is the date (2018-04-10, 2017-06, --03-15); ``numeral`` the number inside a label; ``label`` its
    sort (list_number, name, role, code, idiom). ``range`` is from or to where it is one end of a range.
    ``measure`` is the phrase counted, ``subject`` whose it is, ``period`` its time (2017, as of 2017, 2016-,
    cumulative to 2017). ``reported`` is false for rules, thresholds, targets and structural counts;
    ``nature`` says which. ``section`` is the path of markers (二、(一)).
    """

    start: int
    end: int
    text: str
    value: Number | None
    unit: str | None
    qualifier: Qualifier
    kind: Kind
    measure: str = ""
    workstream: str | None = None
    subject: str = ""
    period: str = ""
    indicator: str | None = None
    indicators: tuple[str, ...] = ()
    in_title: bool = False
    iso: str | None = None
    numeral: int | None = None
    label: str = ""
    range: Literal["", "from", "to"] = ""
    reported: bool = True
    nature: str = ""
    section: str = ""
    in_table: bool = False

    @property
    def figure(self) -> bool:
        """Whether it states a quantity."""
        return self.kind in {"count", "rate", "money", "duration", "rank"}

    def to_json(self) -> dict[str, Any]:
        """The keys every mention has, then those that say something about this one."""
        told: dict[str, Any] = {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            **json_value(self.value),
            "unit": self.unit,
            "qualifier": self.qualifier,
            "kind": self.kind,
            "measure": self.measure or None,
            "workstream": self.workstream,
            "subject": self.subject or None,
            "period": self.period or None,
            "indicator": self.indicator,
            "indicators": list(self.indicators),
        }
        if self.figure:
            told["reported"] = self.reported
        optional = {
            "nature": self.nature,
            "in_title": self.in_title,
            "iso": self.iso,
            "range": self.range,
            "label_type": self.label,
            "numeral": self.numeral,
            "section": self.section,
        }
        return told | {
            key: value for key, value in optional.items() if value or (key == "numeral" and value == 0)
        }


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity told in a word: 全部 (every one of a count named before), 均, 无 (none).

    ``value`` is what the word implies where the text names the whole (全部整改到位 after 15条 → 15), 0 for
    无, else None; ``unit`` is that of the whole; ``whole`` its offset. ``share`` is 100 where all is claimed.
    """

    start: int
    end: int
    text: str
    word: str
    measure: str = ""
    value: Number | None = None
    unit: str | None = None
    share: Number | None = None
    whole: int | None = None
    workstream: str | None = None
    section: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "word": self.word,
            "measure": self.measure or None,
            **json_value(self.value),
            "unit": self.unit,
            "share": json_value(self.share)["value"],
            "workstream": self.workstream,
        }


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read. Offsets are characters of ``text``; tuples are in the order of the text."""

    file: str
    text: str
    title: str = ""
    organ: str = ""
    level: str = ""
    year: int | None = None
    number: str = ""
    index_number: str = ""
    signed_on: date | None = None
    published_on: date | None = None
    sections: tuple[Section, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def figures(self) -> tuple[Mention, ...]:
        """The mentions that state a quantity."""
        return tuple(mention for mention in self.mentions if mention.figure)

    def to_json(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "file": self.file,
            "text": self.text,
            "title": self.title or None,
            "organ": self.organ or None,
            "level": self.level or None,
            "year": self.year,
            "number": self.number or None,
            "index_number": self.index_number or None,
            "signed_on": self.signed_on.isoformat() if self.signed_on else None,
            "published_on": self.published_on.isoformat() if self.published_on else None,
            "sections": [section.to_json() for section in self.sections],
            "mentions": [mention.to_json() for mention in self.mentions],
            "claims": [claim.to_json() for claim in self.claims],
        }

    def to_line(self) -> str:
        """The document as one line of JSON Lines."""
        return json.dumps(self.to_json(), ensure_ascii=False)


def json_value(value: Number | None) -> dict[str, Any]:
    """``value`` as a JSON number; rounded to 12 digits with ``exact`` beside it where no number is exact.

    A finite decimal beyond the reach of a double is written rounded too, with the fraction beside it.
    """
    if value is None or isinstance(value, int):
        return {"value": value}
    if value.denominator == 1:
        return {"value": value.numerator}
    told = value.numerator / value.denominator
    if Fraction(repr(told)) == value:
        return {"value": told}
    return {"value": float(f"{told:.{ROUNDED_DIGITS}g}"), "exact": f"{value.numerator}/{value.denominator}"}
