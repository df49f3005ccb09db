"""What a row of past facts amounts to: its title, its law day, and the step that its acts have led to.

The same as entering the record and making its moves one by one, worked out from the dates alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from string import Formatter
from typing import Any

from django.db.models import ForeignKey

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


class Titles:
    """Titles in the register's format: labels of choices, short names of organs."""

    def __init__(self, register: Register) -> None:
        self.label = register.label
        self._pieces = [(literal, name or "") for literal, name, _, _ in Formatter().parse(register.title)]
        fields = {column.name: column for column in register.model._meta.concrete_fields}
        self._choices = {name: dict(column.flatchoices) for name, column in fields.items() if column.choices}
        self._organs = {
            name
            for name, column in fields.items()
            if isinstance(column, ForeignKey) and column.related_model is Organ
        }
        self._shorts: dict[int, str] = {}

    def title(self, full: Values) -> str:
        text = "".join(
            literal + (self._shown(name, full[name]) if name else "") for literal, name in self._pieces
        )
        return text.strip()[:300] or self.label

    def _shown(self, name: str, value: Any) -> str:
        if value is None:
            return ""
        if name in self._organs:
            if value not in self._shorts:
                self._shorts[value] = Organ.objects.get(pk=value).short
            return self._shorts[value]
        labels = self._choices.get(name)
        return str(labels.get(value, value) if labels else value)


@dataclass(frozen=True, slots=True)
class Turn:
    """A move that changes the step, as the dates show it."""

    move: Move

    def day(self, full: Values, pauses: Sequence[Standstill]) -> date | None:
        """The legal day on which it was made, where the row says that it was."""
        if self.move.sets:
            day: date | None = full[self.move.sets]
            return day
        if self.move.opens:
            return next((one.first for one in pauses if one.pause == self.move.opens), None)
        ended = [one.last for one in pauses if one.pause == self.move.closes and one.last]
        return max(ended) + timedelta(1) if ended else None


class Course:
    """The step a row stands in: its dated acts, in order, taken through the procedure from its start."""

    def __init__(self, register: Register) -> None:
        self._procedure = register.procedure
        self._turns: dict[date | None, list[Turn]] = {}

    def law_day(self, full: Values) -> date | None:
        """The first date reached, by the procedure's rule; a day chosen by decision stays."""
        if full["law_chosen"]:
            chosen: date | None = full["law_on"]
            return chosen
        for name in self._procedure.law_day:
            day: date | None = full[name]
            if day is not None:
                return day
        return None

    def step(self, full: Values, pauses: Sequence[Standstill], entered_on: date) -> tuple[str, date]:
        """The step and the legal day on which it was reached."""
        step, reached = self._procedure.start, entered_on
        for day, move in self._acts(full, pauses):
            if step in move.sources and move.target is not None:
                step, reached = move.target, day
        return step, reached

    def _acts(self, full: Values, pauses: Sequence[Standstill]) -> Iterable[tuple[date, Move]]:
        acts = [
            (day, turn.move)
            for turn in self._turning(full["law_on"])
            if (day := turn.day(full, pauses)) is not None
        ]
        if len(acts) > 1:
            acts.sort(key=lambda act: act[0])
        return acts

    def _turning(self, law_day: date | None) -> list[Turn]:
        if law_day not in self._turns:
            self._turns[law_day] = [
                Turn(move)
                for move in self._procedure.moves
                if (move.sets or move.opens or move.closes)
                and move.target is not None
                and set(move.sources) != {move.target}
                and (law_day is None or move.applies(law_day))
            ]
        return self._turns[law_day]
