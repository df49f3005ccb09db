"""What a file amounts to before anything is written: new rows, corrections, rows at fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fazhi.engine.amendments import Amendments
from fazhi.engine.bulk import BulkRow
from fazhi.engine.register import Register

PartRows = dict[str, list[dict[str, Any]]]
"""Child rows by the part's model."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: where, what, what to do, which article. ``row`` is the row of the sheet, from 1."""

    sheet: str
    row: int
    column: str
    text: str
    remedy: str = ""
    article: str = ""

    def __str__(self) -> str:
        where = f"{self.sheet}第{self.row}行" + (f"“{self.column}”" if self.column else "")
        article = f"（{self.article}）" if self.article else ""
        return f"{where}：{self.text}{article}。{self.remedy}{'。' if self.remedy else ''}"


@dataclass(frozen=True, slots=True)
class Strange:
    """A heading or a sheet that the register does not know."""

    sheet: str
    heading: str

    def __str__(self) -> str:
        return f"“{self.sheet}”表的“{self.heading}”" if self.heading else f"“{self.sheet}”表"


@dataclass(slots=True)
class Line:
    """One row of the register's own sheet, read: its organ, what it says, its child rows."""

    row: int
    organ_id: int
    values: dict[str, Any]
    masked: frozenset[str] = frozenset()
    known: int | None = None
    parts: PartRows = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tie:
    """A link to make: with the record of that key, or with the one that a row of this file brings."""

    there: int
    kind: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A correction: what differs from the stored record, and child rows that it does not have yet; what
    standstills and extensions it adds or corrects, and the links that it adds.
    """

    row: int
    pk: int
    version: int
    values: Mapping[str, Any]
    parts: PartRows
    amendments: Amendments = field(default_factory=Amendments)
    ties: tuple[Tie, ...] = ()

    @property
    def corrects(self) -> bool:
        """Whether more is asked than links."""
        return bool(self.values or self.parts or self.amendments)


@dataclass(slots=True)
class Plan:
    """Everything that the file asks for.

    :param places: the sheet's row of each new record, in order.
    :param ties: links between two new records, by the row of the one that names the other.
    :param bad: rows of the register's own sheet at fault.
    """

    register: Register
    total: int = 0
    fresh: list[BulkRow] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    faults: list[Fault] = field(default_factory=list)
    strange: list[Strange] = field(default_factory=list)
    bad: set[int] = field(default_factory=set)
    ties: dict[int, list[Tie]] = field(default_factory=dict)

    def choose_law(self, column: str) -> None:
        """The law day that a new row tells was chosen by decision; other rows follow the rule."""
        self.fresh[:] = [
            row._replace(values={**row.values, "law_chosen": True}) if column in row.values else row
            for row in self.fresh
        ]

    @property
    def sound(self) -> bool:
        """Nothing stands in the way of taking it all."""
        return not self.faults and not self.strange
