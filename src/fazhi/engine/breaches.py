"""Breaches: gates that were closed when an act of the past was done, measured set-wise in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Case, Func, Q, TextField, Value, When

from fazhi.engine.apart import Closed, breached, separated
from fazhi.engine.copying import chosen, insert, read
from fazhi.engine.models import Breach
from fazhi.engine.procedure import Gate, Move
from fazhi.engine.register import Register
from fazhi.law import Citation, in_force

OPEN, CLOSED = "0", "1"


@dataclass(frozen=True, slots=True)
class Guarded:
    """A gate with the move it stands before.

    :param own: what the move writes by itself: the row shows it where this move set the date.
    :param rivals: what other moves that set the same date write besides: where the row shows it, one of them
        did.
    """

    move: Move
    gate: Gate
    own: Q
    rivals: tuple[Q, ...]


def guarded(register: Register) -> Iterator[Guarded]:
    """Every gate with the move it stands before, where that act leaves a date.

    Which of two moves set a date is told by the values that they write. Where these are the same (a case
    terminated, or terminated while suspended), the gate that they share is asked once.
    """
    seen: set[tuple[Any, ...]] = set()
    for move in register.procedure.moves:
        others = [
            one for one in register.procedure.moves if one.sets == move.sets and one.writes != move.writes
        ]
        rivals = tuple(written(one) for one in others if set(one.writes) > set(move.writes))
        for gate in move.gates if move.sets else ():
            place = (move.sets, frozenset(move.writes), gate.key)
            if place not in seen:
                seen.add(place)
                yield Guarded(move, gate, written(move), rivals)


def written(move: Move) -> Q:
    return Q(**dict(move.writes))


def governed(cites: Iterable[Citation]) -> Q:
    """The law day lies in an edition cited."""
    reach = Q(pk__in=[])
    for cite in cites:
        upper = Q(law_on__lt=cite.law.until) if cite.law.until else Q()
        reach |= Q(law_on__gte=cite.law.in_force) & upper
    return reach


def measure(register: Register, pks: Iterable[int] | None = None) -> int:
    """Compare the acts done with the gates they needed and keep the difference; returns the breaches that
    stand.

    :param pks: the records to measure; None for the whole register.
    """
    pairs = list(guarded(register))
    if not pairs and not separated(register):
        return 0
    ids = pks if pks is None or isinstance(pks, range) else sorted(set(pks))
    if ids is not None and not ids:
        return 0
    if ids is not None and len(ids) == 1:
        pairs = _done(register, ids[0], pairs)
    standing = Breach.objects.filter(record__register=register.key)
    if ids is not None:
        standing = standing.filter(chosen("record", ids))
    have = {tuple(key): pk for pk, *key in standing.values_list("pk", "record_id", "move", "gate")}
    found = [*_closed(register, pairs, ids), *breached(register, ids)]
    rows = ((pk, *one) for pk, closed in found for one in closed)
    new = [row for row in rows if have.pop(row[:3], None) is None] if have else rows
    if found:
        insert(Breach, ("record_id", "move", "gate", "label", "article"), new)
    Breach.objects.filter(pk__in=list(have.values())).delete()
    return sum(len(closed) for _, closed in found)


def _done(register: Register, pk: int, pairs: list[Guarded]) -> list[Guarded]:
    """Of one record, the gates behind acts done under a law that demands them: few, so a small query."""
    columns = {pair.move.sets for pair in pairs}
    row = register.model._default_manager.filter(pk=pk).values("law_on", *columns).first()
    if row is None or row["law_on"] is None:
        return []
    return [pair for pair in pairs if row[pair.move.sets] and pair.gate.applies(row["law_on"])]


def _closed(
    register: Register, pairs: list[Guarded], ids: Sequence[int] | None
) -> Iterator[tuple[int, list[Closed]]]:
    """The records with the closed gates behind their done acts, each put into words once a law day."""
    if not pairs:
        return
    rows = register.model._default_manager.filter(withdrawn_on__isnull=True, law_on__isnull=False)
    if ids is not None:
        rows = rows.filter(chosen("pk", ids))
    signs = Signs(*map(_sign, pairs))
    said = lru_cache(maxsize=None)(lambda at, law_on: in_words(pairs[at], law_on))
    for pk, law_on, found in read(rows.annotate(signs=signs).values_list("pk", "law_on", "signs")):
        if CLOSED in found:
            yield pk, [said(at, law_on) for at, sign in enumerate(found) if sign == CLOSED]


class Signs(Func):
    """One sign a gate, in one text: a row of many flags is asked, carried and compared as one value."""

    template, arg_joiner = "(%(expressions)s)", " || "
    output_field: Any = TextField()


def _sign(pair: Guarded) -> Case:
    """Whether the gate is closed behind a done act; unknown is closed."""
    done = Q(**{f"{pair.move.sets}__isnull": False}) & pair.own & governed(pair.gate.cites)
    shut = Case(
        *(When(rival, then=Value(OPEN)) for rival in pair.rivals),
        When(pair.gate.met, then=Value(OPEN)),
        default=Value(CLOSED),
    )
    return Case(When(done, then=shut), default=Value(OPEN), output_field=TextField())


def in_words(pair: Guarded, law_day: date) -> Closed:
    gate = pair.gate
    return pair.move.key, gate.key, gate.label, articles(gate.cites, law_day)


def articles(cites: tuple[Citation, ...], law_day: date) -> str:
    """The citations in force on the day, in words."""
    return "、".join(str(cite) for cite in in_force(cites, law_day))
