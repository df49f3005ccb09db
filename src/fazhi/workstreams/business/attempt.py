"""营商环境·公平竞争 for tests: a lawful row stood just before one of its moves, and that move made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fazhi.engine.models import Event
from fazhi.engine.recipe import Made, Make
from fazhi.engine.registry import installed
from fazhi.workstreams.business.factory import Office, go, stand

PLANS = frozenset({"exception_ends_on", "rectify_by_on", "promised_on", "ends_on", "term_ends_on"})
"""Days that lie ahead of the act that names them."""


@dataclass(frozen=True)
class Try:
    """A move about to be made in a lawful row, and what closes one gate.

    ``wrong`` is laid over what comes with the move, or over the row where the move does not carry it;
    ``parts`` replace child rows.
    """

    gate: str
    move: str
    make: Make
    wrong: Mapping[str, Any] = field(default_factory=dict)
    register: str = "business.competition_review"
    parts: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    days: tuple[date, ...] = ()


def attempt(office: Office, tried: Try, day: date, *, wrong: bool, days: int | None = None) -> Event:
    """Stand the row as it was before the move, and make the move."""
    register = installed().registers[tried.register]
    move = register.procedure.move(tried.move)
    made = tried.make(day, 1)
    values = {**made.values, **(tried.wrong if wrong else {})}
    on: date = made.values[move.sets]
    later = [
        one
        for one in register.procedure.moves
        if one.key != move.key and (set_on := made.values.get(one.sets)) is not None and set_on > on
    ]
    laid = set(tried.wrong) if wrong else set()
    dropped = {name for one in later for name in one.fields} - laid
    row = {
        name: value
        for name, value in values.items()
        if name not in {move.sets, *move.fields, *dropped}
        and not (isinstance(value, date) and value > on and name not in PLANS)
    }
    parts = {**made.parts, **(tried.parts if wrong else {})}
    given = {name: values[name] for name in move.fields if values.get(name) is not None}
    return go(
        office,
        stand(office, Made(row, parts, made.pauses), register),
        tried.move,
        on,
        register=register,
        days=days if move.extends else None,
        **given,
    )
