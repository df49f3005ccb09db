"""Separation of duties: who made one move of a record may not make certain others (拟稿与审核分离)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from fazhi.engine.actor import Actor
from fazhi.engine.models import Event
from fazhi.engine.procedure import Move, Procedure
from fazhi.engine.refusal import Lack

ENTRY = "open"
"""What ``Move.apart`` calls entering the record."""


def acts_of(actor: Actor, pk: int, keys: Collection[str]) -> set[str]:
    """Which of the moves ``keys`` (and the entry) the person has made on the record: one query, or none."""
    if actor.person is None or not keys:
        return set()
    made = Event.objects.filter(record=pk, kind__in=keys, actor=actor.person)
    return set(made.values_list("kind", flat=True))


def kept_apart(moves: Iterable[Move]) -> set[str]:
    """Every key from whose maker one of the moves is kept apart."""
    return {key for move in moves for key in move.apart}


def lacks_apart(
    procedure: Procedure, move: Move, actor: Actor, acted: Collection[str], articles: tuple[str, ...]
) -> tuple[Lack, ...]:
    """Why this person may not make the move: one reason for each act that excludes it."""
    return tuple(
        Lack(
            f"{actor.name}已经办理“{act_label(procedure, key)}”，不得再办理“{move.label}”",
            "请由另一人办理",
            articles,
        )
        for key in move.apart
        if key in acted
    )


def act_label(procedure: Procedure, key: str) -> str:
    return "登记" if key == ENTRY else procedure.move(key).label
