"""Time settled without a scheduler: lapses made by the law on their legal day, once a day, idempotent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from fazhi.engine import clocks
from fazhi.engine.actor import BY_LAW, today
from fazhi.engine.deadline import Lapse
from fazhi.engine.models import Obligation, Record, RecordModel, Tick
from fazhi.engine.moves import Given, make_move
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.succession import pass_on


@dataclass(frozen=True, slots=True)
class Settled:
    """What the law did by itself: the record, the move, its legal day."""

    record: Record
    move: str
    on: date


def tick(day: date | None = None) -> list[Settled]:
    """Pass on what ended organs left open, and settle every lapse that has fallen due before ``day``.

    Running it again changes nothing.

    An obligation lapses on the day after its due day, since the due day itself is still in time.
    """
    day = day or today()
    registers = installed().registers.values()
    passed = [Settled(record, "承继", day) for register in registers for record in pass_on(register, day)]
    settled = passed + [made for register in registers for made in lapse(register, day)]
    Tick.objects.update_or_create(ran_on=day, defaults={"settled": len(settled)})
    return settled


def tick_once() -> None:
    """The first request or command of a day settles time; the others find it done: one query."""
    day = today()
    if Tick.objects.filter(ran_on=day).exists():
        return
    try:
        with transaction.atomic():
            Tick.objects.create(ran_on=day)
    except IntegrityError:
        return  # another process was first
    tick(day)


def lapse(register: Register, day: date) -> Iterator[Settled]:
    """Make the moves by which the law answers silence."""
    lapsing = {deadline.key: deadline for deadline in register.procedure.deadlines if deadline.lapse}
    overdue = Obligation.objects.filter(
        register=register.key, deadline__in=lapsing, met_on__isnull=True, due_on__lt=day
    ).select_related("record")
    for obligation in overdue.order_by("due_on", "pk"):
        row = register.model._default_manager.get(pk=obligation.record_id)
        found = lapsing[obligation.deadline].lapse
        answer = found.at(row.law_on) if found and row.law_on else None
        if answer is not None:
            made = settle_lapse(register, row, obligation, answer[1])
            if made is not None:
                yield made


def settle_lapse(
    register: Register, row: RecordModel, obligation: Obligation, lapse: Lapse
) -> Settled | None:
    """One lapse as a move by the law; None where the record has left the step in which it could be made."""
    move = register.procedure.move(lapse.move)
    on = obligation.due_on if lapse.on == "due" else obligation.started_on
    if on is None or row.step not in move.sources:
        return None
    try:
        make_move(
            register,
            row.pk,
            lapse.move,
            actor=BY_LAW,
            on=on,
            version=obligation.record.version,
            given=Given(why=f"{obligation.article}：期限于{obligation.due_on}届满"),
        )
    except Refusal:
        return None
    return Settled(obligation.record, move.label, on)


def recount() -> list[tuple[Obligation, date | None, date | None]]:
    """Recompute every open clock after a holiday notice; (obligation, due before, due after) of those
    moved.
    """
    moved: list[tuple[Obligation, date | None, date | None]] = []
    calendar = clocks.working_calendar()
    for register in installed().registers.values():
        open_clocks = Obligation.objects.filter(register=register.key, met_on__isnull=True)
        before = dict(open_clocks.values_list("pk", "due_on"))
        clocks.recompute(register, open_clocks.values_list("record_id", flat=True), calendar)
        after = Obligation.objects.filter(register=register.key, pk__in=before).select_related("record")
        moved.extend((row, before[row.pk], row.due_on) for row in after if row.due_on != before[row.pk])
    return moved
