"""What a row of past facts amounts to: its title, its law day, and the step that its acts have led to.

The same as entering the record and making its moves one by one, worked out from the dates alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter
from string import Formatter
from typing import Any, NamedTuple

from django.db.models import Field, ForeignKey

from fazhi.engine.procedure import Move
from fazhi.engine.register import Register
from fazhi.organs.models import Organ

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Standstill:
    """A pause of the past: both days excluded, ``last`` empty while it runs."""

    pause: str
    first: date
    last: date | None = None
    ground: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Extended:
    """An extension of the past, in the limit's own unit."""

    deadline: str
    amount: int
    granted_on: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class Linkage:
    """A link to a record that stands already, by its key."""

    there: int
    kind: str = ""


class BulkRow(NamedTuple):
    """One record as facts.

    ``on`` is the legal day of entry. ``values`` maps the register's columns to values already read and
    checked, in the column's own type; a foreign key takes a primary key. ``step`` and ``stepped_on`` follow
    from the dates unless they are given. ``parts`` are child rows by the part's model name.
    """

    organ_id: int
    on: date
    values: Mapping[str, Any]
    handler_id: int | None = None
    parts: Mapping[str, Sequence[Mapping[str, Any]]] = {}
    pauses: Sequence[Standstill] = ()
    extensions: Sequence[Extended] = ()
    links: Sequence[Linkage] = ()


class Titles:
    """Titles in the register's format: labels of choices, short names of organs."""

    def __init__(self, register: Register) -> None:
        self.label = register.label
        fields = {column.name: column for column in register.model._meta.concrete_fields}
        self._shorts: dict[int, str] = {}
        self._organs: set[str] = set()
        self._pieces: list[tuple[str, str, Any, Callable[[Any], str]]] = []
        for literal, name, _, _ in Formatter().parse(register.title):
            column = fields[name] if name else None
            default = column.get_default() if column else None
            self._pieces.append((literal, name or "", default, self._teller(column)))

    def _teller(self, column: Field[Any, Any] | None) -> Callable[[Any], str]:
        """How a value of the column is said."""
        if isinstance(column, ForeignKey) and column.related_model is Organ:
            self._organs.add(column.name)
            return lambda value: self._shorts.get(value, "")
        if column is not None and column.choices:
            labels = {value: str(label) for value, label in column.flatchoices}
            return lambda value: labels.get(value) or str(value)
        return str

    def learn(self, rows: Iterable[BulkRow]) -> None:
        """Read the names of the organs in these rows that titles name: one query at most."""
        if self._organs:
            names = self._organs - {"organ"}
            unknown = {value for row in rows for name in names if (value := row.values.get(name)) is not None}
            if "organ" in self._organs:
                unknown |= {row.organ_id for row in rows}
            for organ in Organ.objects.filter(pk__in=unknown - self._shorts.keys()):
                self._shorts[organ.pk] = organ.short

    def title(self, values: Values) -> str:
        text = ""
        for literal, name, default, told in self._pieces:
            text += literal
            if name and (value := values.get(name, default)) is not None:
                text += told(value)
        return text.strip()[:300] or self.label


def halted(move: Move, pauses: Sequence[Standstill], *, through: bool) -> list[date]:
    """The legal days on which a pause was begun or ended by the move, as the standstills show them.

    :param through: whether the day that ends the pause is its last excluded one, or the day after it.
    """
    if move.opens:
        return [one.first for one in pauses if one.pause == move.opens]
    after = timedelta(0 if through else 1)
    return [one.last + after for one in pauses if one.pause == move.closes and one.last]


Turns = tuple[list[tuple[str, int, Move]], list[tuple[int, Move]]]
"""Moves with their place in the procedure: with the date field they set, and those known from standstills."""


class Course:
    """The step a row stands in: its dated acts, in order, taken through the procedure from its start."""

    def __init__(self, register: Register) -> None:
        self._procedure = register.procedure
        self._turns: dict[date | None, Turns] = {}

    def law_day(self, values: Values) -> date | None:
        """The first date reached, by the procedure's rule; a day chosen by decision stays."""
        if values.get("law_chosen"):
            return values.get("law_on")
        return next((day for name in self._procedure.law_day if (day := values.get(name)) is not None), None)

    def step(self, values: Values, pauses: Sequence[Standstill], entered_on: date) -> tuple[str, date]:
        """The step and the legal day on which it was reached."""
        step, reached = self._procedure.start, entered_on
        for day, _, move in self._acts(values, pauses):
            if step in move.sources and move.target is not None:
                step, reached = move.target, day
        return step, reached

    def _acts(self, values: Values, pauses: Sequence[Standstill]) -> list[tuple[date, int, Move]]:
        """In order of their days; of one day, in the order in which the procedure declares them."""
        dated, halting = self._turning(values.get("law_on"))
        of = values.get
        acts = [(day, place, move) for name, place, move in dated if (day := of(name)) is not None]
        if pauses:
            acts += [
                (day, place, move)
                for place, move in halting
                for day in halted(move, pauses, through=self._through(move))
            ]
            acts.sort(key=itemgetter(0, 1))
        else:
            acts.sort()  # the places differ, so no move is compared
        return acts

    def _through(self, move: Move) -> bool:
        return self._procedure.pause(move.closes or move.opens).through

    def _turning(self, law_day: date | None) -> Turns:
        """The moves that change the step under the law of the day: by a date field, and by a pause."""
        if law_day not in self._turns:
            dated, halting = [], []
            for place, move in enumerate(self._procedure.moves):
                if not turns(move) or (law_day is not None and not move.applies(law_day)):
                    continue
                if move.sets:
                    dated.append((move.sets, place, move))
                elif move.opens or move.closes:
                    halting.append((place, move))
            self._turns[law_day] = dated, halting
        return self._turns[law_day]


def turns(move: Move) -> bool:
    """Whether the move changes the step."""
    return move.target is not None and set(move.sources) != {move.target}
