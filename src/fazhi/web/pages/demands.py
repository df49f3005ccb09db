"""What a gate asks for, read out of its condition: filled in with the move, on another page, or elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import Q

from fazhi.engine.condition import Linked, Part, columns_named, compared
from fazhi.engine.gates import Possible
from fazhi.engine.procedure import Gate, Move
from fazhi.engine.refusal import Lack
from fazhi.engine.register import Register
from fazhi.web.link import Link
from fazhi.web.record_urls import RecordUrls

MANY = 4
"""From so many gates a column that most of them name tells cases apart and is not what is asked for."""


def gate_of(move: Move, key: str) -> Gate | None:
    return next((gate for gate in move.gates if gate.key == key), None)


def comes_along(
    register: Register, move: Move, gate: Gate | None, linked: Collection[str] = frozenset()
) -> bool:
    """Whether the form of the move itself asks for what the gate demands.

    :param linked: the registers with a record of which this one is linked already.
    """
    if gate is None:
        return False
    own = {*move.fields, *move.needs, move.sets, *(name for name, _ in move.writes)}
    guards = distinctions(move)
    if not columns_named(gate.met) and not comparisons(gate.met):
        lines = {spec.model for spec in register.parts if spec.move == move.key}
        return bool(lines & set(named_in(gate.met, Part))) or bool(move.opens)
    ways = [asked_by(way, linked) for way in alternatives(gate.met)]
    telling = [columns for columns in ways if columns and not columns <= guards] or ways
    return any(columns and columns <= own for columns in telling)


def asked_by(way: Q, linked: Collection[str] = frozenset()) -> set[str]:
    """The columns, parts and linked registers that one way of meeting a condition speaks of.

    Of a linked record that is compared with columns of this one, these alone once the link stands.
    """
    found = columns_named(way)
    for one in expressions(way):
        mine = compared(one.where) if isinstance(one, Linked) else {}
        found |= mine.keys()
        if isinstance(one, Part) and not (mine and one.model in linked):
            found.add(one.model)
    return found


def comparisons(where: Q) -> list[tuple[str, str, str]]:
    """(linked register, its lookup, the record's own column) of every comparison with a linked record."""
    return [
        (one.model, lookup, mine)
        for one in expressions(where)
        if isinstance(one, Linked)
        for mine, lookup in compared(one.where).items()
    ]


def distinctions(move: Move) -> set[str]:
    """The columns by which most gates of a move tell cases apart (the outcome of a decision)."""
    if len(move.gates) < MANY:
        return set()
    named = [columns_named(gate.met) for gate in move.gates]
    return {
        name for columns in named for name in columns if sum(name in one for one in named) * 2 > len(named)
    }


def alternatives(where: Q) -> list[Q]:
    """The ways in which a condition may be met."""
    if where.connector != Q.OR or where.negated:
        only = where.children[0] if len(where.children) == 1 else None
        return alternatives(only) if isinstance(only, Q) and not where.negated else [where]
    return [
        way
        for child in where.children
        for way in (alternatives(child) if isinstance(child, Q) else [Q(child)])
    ]


def remedy_of(
    register: Register,
    move: Move,
    gate: Gate | None,
    lack: Lack,
    possible: Iterable[Possible],
    urls: RecordUrls,
) -> Link:
    """What supplies the lack and where: a paper, a move, a child row, a link, a fact.

    Without an address it is for others to do, and says for whom; without words nothing on the site does it.
    """
    if gate is None:
        return Link("添加证据", urls.paper(lack.text)) if lack.field == "evidence" else Link("")
    wanted = asked_for(move, gate)
    makers = makers_of(wanted, [one for one in possible if one.move is not move])
    mine = next((one for one in makers if one.mine), None)
    if mine is not None:
        return Link(mine.move.label, urls.move(mine.move.key))
    if makers:
        return Link(f"“{makers[0].move.label}”由{makers[0].who}办理")
    named = set(named_in(gate.met, Part))
    for spec in register.parts:
        if spec.model in named:
            return Link(f"添加{spec.label}", urls.part(spec.model))
    for other in named_in(gate.met, Linked):
        return Link("登记关联", urls.relate(other))
    fact = next(iter(sorted(wanted & set(register.facts))), "")
    return Link("更正", urls.correct(fact)) if fact else Link("")


def asked_for(move: Move, gate: Gate) -> set[str]:
    """The columns that would meet the gate: not those that tell cases apart, nor the move's own day."""
    columns = columns_named(gate.met) - {move.sets}
    telling = columns - distinctions(move)
    return telling if telling or any(True for _ in expressions(gate.met)) else columns


def makers_of(wanted: set[str], possible: list[Possible]) -> list[Possible]:
    """The moves that write one of the columns: that act itself before those that only mention it."""
    acts = sorted(
        (one for one in possible if one.move.sets in wanted), key=lambda one: one.move.target is not None
    )
    mentions = [
        one
        for one in possible
        if one not in acts and wanted & {*one.move.fields, *(name for name, _ in one.move.writes)}
    ]
    return [*acts, *mentions]


def named_in(where: Q, kind: type[Part]) -> list[str]:
    """The parts, or the linked registers, of which a condition speaks."""
    return [one.model for one in expressions(where) if type(one) is kind]


def expressions(where: Q) -> Iterator[Any]:
    for child in where.children:
        if isinstance(child, Q):
            yield from expressions(child)
        elif not isinstance(child, tuple):
            yield child
