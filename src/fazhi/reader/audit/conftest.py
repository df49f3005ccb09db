"""Documents for tests: a text with its figures marked by braces.

So that the rules are tested without the reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from fazhi.reader.audit import Audit, audit
from fazhi.reader.document import Cell, Document, Kind, Mention, Number, Qualifier, Table

_MARKED = re.compile(r"\{([^{}]+)\}")
_FIGURE = re.compile(r"(近|约|第)?([\d.,]+|[一二两三四五六七八九十]+)(万|亿)?(余|多)?(.*?)(以上|以下|左右)?$")
_WORDS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_SCALES = {"万": 10**4, "亿": 10**8}
_MONEY = {"元": 1, "万元": 10**4, "亿元": 10**8}


def mention_of(text: str, start: int) -> Mention:
    """The mention that a marked figure stands for; only the forms that the tests use."""
    found = _FIGURE.match(text)
    assert found, text
    ahead, digits, scale, rest, unit, behind = found.groups()
    value: Number = Fraction(digits.replace(",", "")) if digits[0].isdigit() else _WORDS[digits]
    value *= _SCALES.get(scale, 1)
    kind: Kind = "count"
    qualifier = _qualifier(ahead, rest, behind)
    if unit == "%":
        kind = "rate"
    elif unit in _MONEY:
        kind, value, unit = "money", value * _MONEY[unit], "元"
    elif ahead == "第":
        kind, unit = "rank", "名"
    if isinstance(value, Fraction) and value.denominator == 1:
        value = int(value)
    return Mention(start, start + len(text), text, value, unit, qualifier, kind)


def _qualifier(ahead: str | None, rest: str | None, behind: str | None) -> Qualifier:
    if rest or behind == "以上":
        return "more_than"
    if behind == "以下":
        return "less_than"
    return "approx" if ahead in {"近", "约"} or behind else "exact"


def document_of(marked: str, *, title: str = "", year: int | None = None) -> Document:
    """The document of a text in which every figure stands in braces."""
    text, mentions, at = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[at : found.start()]
        mentions.append(mention_of(found[1], len(text)))
        text += found[1]
        at = found.end()
    return Document("示例.txt", text + marked[at:], title=title, year=year, mentions=tuple(mentions))


@pytest.fixture
def audited() -> Callable[..., Audit]:
    """Audit a marked text."""

    def audit_marked(marked: str, *, title: str = "", year: int | None = None) -> Audit:
        return audit(document_of(marked, title=title, year=year))

    return audit_marked


def table_of(rows: list[list[str]], *, before: str = "") -> Document:
    """A document with ``before`` (marked) and one table; cells in braces are numbers."""
    head = document_of(before)
    text, mentions, cells = head.text + "\n", list(head.mentions), []
    start = len(text)
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            shown = cell.strip("{}")
            if cell.startswith("{"):
                mentions.append(replace(mention_of(shown, len(text)), in_table=True))
            cells.append(Cell(row, column, len(text), len(text) + len(shown), shown, header=not row))
            text += shown + ("\t" if column < len(line) - 1 else "\n")
    return Document(
        "表.html", text, mentions=tuple(mentions), tables=(Table(start, len(text), tuple(cells)),)
    )
