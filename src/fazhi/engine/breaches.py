"""Breaches: gates that were closed when an act of the past was done, measured set-wise in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from fazhi.engine.copying import chosen, insert
from fazhi.engine.models import Breach, RecordModel
from fazhi.engine.procedure import Gate, Move
from fazhi.engine.register import Register
from fazhi.law import Citation, in_force

Key = tuple[int, str, str]
"""A breach: record, move, gate."""


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
    if not pairs:
        return 0
    ids = pks if pks is None or isinstance(pks, range) else sorted(set(pks))
    if ids is not None and not ids:
        return 0
    if ids is not None and len(ids) == 1:
        pairs = _done(register, ids[0], pairs)
    standing = Breach.objects.filter(record__register=register.key)
    if ids is not None:
        standing = standing.filter(chosen("record", ids))
    have = {(row.record_id, row.move, row.gate): row.pk for row in standing}
    found = dict(_closed(register, pairs, ids))
    Breach.objects.filter(pk__in=[pk for key, pk in have.items() if key not in found]).delete()
    new = [(*key, *words) for key, words in found.items() if key not in have]
    insert(Breach, ("record_id", "move", "gate", "label", "article"), new)
    return len(found)


def _done(register: Register, pk: int, pairs: list[Guarded]) -> list[Guarded]:
    """Of one record, the gates behind acts done under a law that demands them: few, so a small query."""
    columns = {pair.move.sets for pair in pairs}
    row = register.model._default_manager.filter(pk=pk).values("law_on", *columns).first()
    if row is None or row["law_on"] is None:
        return []
    return [pair for pair in pairs if row[pair.move.sets] and pair.gate.applies(row["law_on"])]


def _closed(
    register: Register, pairs: list[Guarded], ids: Sequence[int] | None
) -> Iterator[tuple[Key, tuple[str, str]]]:
    """Each closed gate behind a done act, with its label and the articles of the law day."""
    if not pairs:
        return
    rows = _offending(register, pairs)
    if ids is not None:
        rows = rows.filter(chosen("pk", ids))
    named = lru_cache(maxsize=None)(articles)
    names = [f"closed_{at}" for at in range(len(pairs))]
    for pk, law_day, *flags in rows.values_list("pk", "law_on", *names).iterator(chunk_size=2000):
        for closed, pair in zip(flags, pairs, strict=True):
            if closed:
                gate = pair.gate
                yield (pk, pair.move.key, gate.key), (gate.label, named(gate.cites, law_day))


def _offending(register: Register, pairs: list[Guarded]) -> QuerySet[RecordModel, Any]:
    """Rows with at least one closed gate behind a done act; one flag a pair, unknown is closed."""
    flags, any_closed = {}, Q(pk__in=[])
    for at, pair in enumerate(pairs):
        done = Q(**{f"{pair.move.sets}__isnull": False}) & pair.own & governed(pair.gate.cites)
        flags[f"closed_{at}"] = Case(
            *(When(rival, then=Value(False)) for rival in pair.rivals),
            When(pair.gate.met, then=Value(False)),
            When(done, then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
        any_closed |= Q(**{f"closed_{at}": True})
    rows = register.model._default_manager.filter(withdrawn_on__isnull=True).annotate(**flags)
    offending: QuerySet[RecordModel, Any] = rows.filter(any_closed)
    return offending


def articles(cites: tuple[Citation, ...], law_day: date) -> str:
    """The citations in force on the day, in words."""
    return "、".join(str(cite) for cite in in_force(cites, law_day))
