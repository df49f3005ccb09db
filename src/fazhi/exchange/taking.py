"""A plan carried out, or tried and taken back: loads, corrections, and the breaches that would stand."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from fazhi.engine import bulk
from fazhi.engine.actor import Actor
from fazhi.engine.copying import chosen
from fazhi.engine.models import Breach
from fazhi.engine.records import save_record
from fazhi.engine.refusal import Refusal
from fazhi.exchange.naming import chunks
from fazhi.exchange.plan import Fault, Plan
from fazhi.exchange.uncollected import uncollected

WHY = "导入更正"
LISTED = 200
"""Breaches listed by row; all of them are counted."""


@dataclass(frozen=True)
class Taken:
    """What was written, or would be. ``breaches`` are the first ones, by row."""

    new: int
    corrected: int
    unchanged: int
    clocks: int
    standing: int
    breaches: tuple[Fault, ...]


class _TryOut(Exception):  # noqa: N818 - takes the transaction back, is no error
    """Takes everything back after it was measured."""


def try_out(plan: Plan, actor: Actor, *, synthetic: bool = False) -> Taken:
    """What taking the sound rows would lead to; nothing is kept.

    A constraint of the database that a row breaks is told as a fault of the file.
    """
    found: list[Taken] = []
    try:
        with uncollected(), transaction.atomic():
            found.append(write(plan, actor, "试算", synthetic=synthetic))
            raise _TryOut
    except _TryOut:
        return found[0]


def take(plan: Plan, actor: Actor, source: str, *, partly: bool = False, synthetic: bool = False) -> Taken:
    """Write what the file asks for, in one transaction.

    :param source: the name of the file, for the trail.
    :param partly: leave out rows at fault and columns unknown, by explicit choice.
    :raises Refusal: something is at fault and ``partly`` was not chosen.
    """
    if not plan.sound and not partly:
        raise Refusal(refusal_of(plan))
    with uncollected(), transaction.atomic():
        return write(plan, actor, source, synthetic=synthetic)


def refusal_of(plan: Plan) -> str:
    said = []
    if plan.faults:
        said.append(f"{len(plan.faults)}处错误")
    if plan.strange:
        said.append(f"{len(plan.strange)}个不认识的列或表")
    return f"文件中有{'、'.join(said)}，没有导入。请改正后重新导入，或明确选择只导入没有错误的行和认识的列。"


def write(plan: Plan, actor: Actor, source: str, *, synthetic: bool) -> Taken:
    pks: list[int] = []
    clocks = 0
    if plan.fresh:
        why = f"导入{source}"[:300]
        loaded = bulk.load(plan.register, plan.fresh, actor=actor, synthetic=synthetic, why=why)
        pks, clocks = list(loaded.pks()), loaded.clocks
    for change in plan.changes:
        save_record(
            plan.register,
            change.pk,
            change.values,
            actor=actor,
            version=change.version,
            why=WHY,
            parts=change.parts,
        )
    rows = dict(zip(pks, plan.places, strict=True)) | {change.pk: change.row for change in plan.changes}
    standing, listed = breaches_of(plan, rows)
    return Taken(len(pks), len(plan.changes), plan.unchanged, clocks, standing, listed)


def breaches_of(plan: Plan, rows: dict[int, int]) -> tuple[int, tuple[Fault, ...]]:
    """Gates that were closed when the acts were done, with their articles, by the row of the file."""
    found: list[Breach] = []
    count = 0
    for some in spans(sorted(rows)):
        standing = Breach.objects.filter(some)
        count += standing.count()
        if len(found) < LISTED:
            found += standing.order_by("record_id", "pk")[: LISTED - len(found)]
    label = plan.register.label
    moves = {move.key: move.label for move in plan.register.procedure.moves}
    return count, tuple(
        Fault(
            label,
            rows[one.record_id],
            moves.get(one.move, one.move),
            one.label,
            "导入后标红并计入违规",
            one.article,
        )
        for one in found
    )


def spans(pks: list[int]) -> list[Q]:
    """Conditions for the records, a range where their keys follow one another."""
    if pks and pks[-1] - pks[0] + 1 == len(pks):
        return [chosen("record", pks)]
    return [chosen("record", some) for some in chunks(pks)]
