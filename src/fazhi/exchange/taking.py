"""A plan carried out, or tried and taken back: loads, corrections, and the breaches that would stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Q

from fazhi.engine import bulk
from fazhi.engine.actor import Actor, today
from fazhi.engine.breaches import measure
from fazhi.engine.clocks import recompute
from fazhi.engine.copying import chosen
from fazhi.engine.models import Breach, Link, Record
from fazhi.engine.neighbours import settle_neighbours
from fazhi.engine.records import link_records, save_record
from fazhi.engine.refusal import Refusal
from fazhi.engine.trail import record_event
from fazhi.exchange.naming import chunks
from fazhi.exchange.plan import Change, Fault, Plan
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
    rows, clocks = written(plan, actor, source, synthetic=synthetic)
    standing, listed = breaches_of(plan, rows)
    return Taken(len(plan.fresh), len(plan.changes), plan.unchanged, clocks, standing, listed)


def written(plan: Plan, actor: Actor, source: str, *, synthetic: bool) -> tuple[dict[int, int], int]:
    """Load and correct; the row of the file by the key of its record, and how many clocks were started."""
    pks: list[int] = []
    clocks = 0
    if plan.fresh:
        why = f"导入{source}"[:300]
        loaded = bulk.load(plan.register, plan.fresh, actor=actor, synthetic=synthetic, why=why)
        pks, clocks = list(loaded.pks()), loaded.clocks
    linked = [(pk, one.there) for pk, row in zip(pks, plan.fresh, strict=True) for one in row.links]
    if linked:
        tell_others(linked, actor)
    if plan.ties:
        tie_new(plan, dict(zip(plan.places, pks, strict=True)))
    for change in plan.changes:
        if change.corrects:
            save_record(
                plan.register,
                change.pk,
                change.values,
                actor=actor,
                version=change.version,
                why=WHY,
                parts=change.parts,
                amendments=change.amendments,
            )
        if change.ties:
            tie_known(change, dict(zip(plan.places, pks, strict=True)), actor)
    return dict(zip(pks, plan.places, strict=True)) | {one.pk: one.row for one in plan.changes}, clocks


def tell_others(linked: Sequence[tuple[int, int]], actor: Actor) -> None:
    """A link is an event of the record that stood already, too; the new one has that of its load."""
    hubs = Record.objects.in_bulk({pk for pair in linked for pk in pair})
    Record.objects.filter(pk__in={there for _, there in linked}).update(version=F("version") + 1)
    for here, there in sorted(linked, key=lambda pair: (hubs[pair[1]].organ_id, pair)):
        record_event(
            actor=actor,
            kind="link",
            label=f"被“{hubs[here].title}”关联",
            legal_on=today(),
            organ_id=hubs[there].organ_id,
            record=hubs[there],
            changes={"link": (None, here)},
        )


def tie_new(plan: Plan, pks: dict[int, int]) -> None:
    """Link records that came in together, by the rows of the file, and settle them once more."""
    ties = [(pks[row], pks[one.row], one.kind) for row, ties in plan.ties.items() for one in ties]
    Link.objects.bulk_create(Link(here_id=here, there_id=there, kind=kind) for here, there, kind in ties)
    ends = sorted({pk for here, there, _ in ties for pk in (here, there)})
    for at in range(0, len(ends), bulk.BATCH):
        some = ends[at : at + bulk.BATCH]
        recompute(plan.register, some)
        measure(plan.register, some)
        settle_neighbours(plan.register, some)


def tie_known(change: Change, pks: dict[int, int], actor: Actor) -> None:
    hubs = Record.objects.in_bulk(
        [change.pk, *(pks[one.row] if one.row else one.there for one in change.ties)]
    )
    for one in change.ties:
        there = hubs[pks[one.row] if one.row else one.there]
        link_records(hubs[change.pk], there, actor=actor, kind=one.kind)


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
