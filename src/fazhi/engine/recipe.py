"""Recipes: how to make a lawful, complete row of a register, for sample years and for tests.

A recipe is data and functions of a base day. It knows neither organs nor the database: columns named in
``organs`` are filled by whoever makes the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from fazhi.engine.bulk import BulkRow, Extended, Standstill
from fazhi.law import Calendar
from fazhi.organs.models import Kind, Level


@dataclass(frozen=True)
class Made:
    """The facts of one row: columns, child rows by the part's model, standstills, extensions."""

    values: Mapping[str, Any]
    parts: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    pauses: Sequence[Standstill] = ()
    extensions: Sequence[Extended] = ()

    def with_values(self, **values: Any) -> Made:
        """The same row with some columns otherwise."""
        return replace(self, values={**self.values, **values})

    def as_row(self, organ_id: int, on: date, **organs: int) -> BulkRow:
        """The row to load for an organ, entered on ``on``; ``organs`` fill the columns the recipe leaves."""
        values = {**self.values, **organs}
        return BulkRow(organ_id, on, values, None, self.parts, self.pauses, self.extensions)

    def with_part(self, model: str, *rows: Mapping[str, Any]) -> Made:
        """The same row with child rows added."""
        return replace(self, parts={**self.parts, model: [*self.parts.get(model, ()), *rows]})


Make = Callable[[date, int], Made]
"""``make(day, n)``: the row begun on the first working day from ``day``; ``n`` tells rows apart."""


Suits = Callable[[Mapping[str, Any], Kind, Level], bool]
"""``suits(values, kind, level)``: whether an organ of that kind and level may hold a row with the columns."""


def nothing(_: date) -> Sequence[Made]:
    """No rows."""
    return ()


@dataclass(frozen=True)
class Example:
    """What makes a row count in one indicator.

    :param on: the date column on which it is counted.
    :param make: a whole row that counts.
    :param values: the columns that alone decide it, to be laid over a row of another outcome; None where a
        row has to be made for it (child rows, dates that hang together).
    :param outcome: the outcome that the row has, where the indicator asks for one.
    """

    on: str
    make: Make
    values: Mapping[str, Any] | None = None
    outcome: str = ""


@dataclass(frozen=True)
class Recipe:
    """How rows of one register are made.

    :param usual: the outcome a row has where no figure asks for one; ``open`` that of a row not ended.
    :param outcomes: outcome → a lawful row that ended so, with every gate met and every limit kept.
    :param examples: the indicator's short key → a row that counts in it.
    :param organs: columns that take an organ the maker knows.
    :param suits: where the organ of the row follows from its columns (the defendant of a lawsuit); else None.
    :param in_hand: rows as they stand on a day: begun, suspended, due soon, late; for a demonstration.
    """

    usual: str
    outcomes: Mapping[str, Make]
    examples: Mapping[str, Example]
    open: str = ""
    organs: tuple[str, ...] = ()
    in_hand: Callable[[date], Sequence[Made]] = nothing
    suits: Suits | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Working days from a base day: ``Timeline(day).on(5)`` is the fifth working day after the first one."""

    first: date

    @classmethod
    def since(cls, day: date) -> Timeline:
        """A timeline that begins on ``day``, or on the first working day after it."""
        return cls(Calendar.shipped().next_workday(day))

    def on(self, workdays: int) -> date:
        return Calendar.shipped().add_workdays(self.first, workdays) if workdays else self.first

    def before(self, workdays: int) -> date:
        return Calendar.shipped().add_workdays(self.first, -workdays)
