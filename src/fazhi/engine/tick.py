"""Time settled without a scheduler: lapses made by the law on their legal day, once a day, idempotent."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from fazhi.engine import clocks
from fazhi.engine.actor import BY_LAW, today
from fazhi.engine.models import Obligation, Record, Tick
from fazhi.engine.moves import Given, make_move
from fazhi.engine.refusal import Conflict, Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.succession import pass_on
from fazhi.engine.trail import record_event


@dataclass(frozen=True, slots=True)
class Settled:
    """What the law did by itself: the record, the move, its legal day."""

    record: Record
    move: str
    on: date


@dataclass(frozen=True, slots=True)
class Blocked:
    """A lapse that has fallen due and could not be settled, with the reason in words."""

    record: Record
    deadline: str
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What settling time came to; ``moved`` counts the due days that the calendar in use has moved."""

    settled: tuple[Settled, ...]
    blocked: tuple[Blocked, ...]
    moved: int


def tick(day: date | None = None) -> list[Settled]:
    """What the law has settled by itself, as :func:`settle_time`."""
    return list(settle_time(day).settled)


def settle_time(day: date | None = None) -> Outcome:
    """Pass on what ended organs left open, count anew what rests on an older calendar, and settle every lapse
    that has fallen due before ``day``. Running it again changes nothing.

    An obligation lapses on the day after its due day, since the due day itself is still in time.

    :raises Refusal: a day to come; the trail cannot be written.
    """
    day = day or today()
    if day > today():
        raise Refusal(f"不能结转到{day}：晚于今天{today()}。请核对日期。")
    registers = installed().registers.values()
    settled = [Settled(record, "承继", day) for register in registers for record in pass_on(register, day)]
    moved = renew()
    blocked: list[Blocked] = []
    for register in registers:
        for made in lapse(register, day):
            if isinstance(made, Settled):
                settled.append(made)
            else:
                blocked.append(made)
    Tick.objects.update_or_create(ran_on=day, defaults={"settled": len(settled)})
    return Outcome(tuple(settled), tuple(blocked), moved)


def tick_once() -> None:
    """The first request or command of a day settles time; the others find it done: one query.

    Two that begin together do the same work, and each lapse is settled by one of them. A fault is logged and
    keeps nobody from reading; the day stays unsettled until it is tried again.
    """
    day = today()
    if Tick.objects.filter(ran_on=day).exists():
        return
    try:
        settle_time(day)
    except Exception:  # a fault in one record must not shut the office for all
        logging.getLogger(__name__).exception("time was not settled")


def lapse(register: Register, day: date) -> Iterator[Settled | Blocked]:
    """Make the moves by which the law answers silence, also those that follow from each other."""
    tried: set[tuple[int, str]] = set()
    while waiting := [one for one in overdue(register, day) if (one.record_id, one.deadline) not in tried]:
        for obligation in waiting:
            tried.add((obligation.record_id, obligation.deadline))
            made = settle_lapse(register, obligation, day)
            if made is not None:
                yield made


def overdue(register: Register, day: date) -> list[Obligation]:
    """Unmet clocks due before ``day`` on whose silence the law sets a consequence."""
    lapsing = [deadline.key for deadline in register.procedure.deadlines if deadline.lapse]
    clocks = Obligation.objects.filter(
        register=register.key, deadline__in=lapsing, met_on__isnull=True, due_on__lt=day
    )
    return list(clocks.select_related("record").order_by("due_on", "pk")) if lapsing else []


def settle_lapse(register: Register, obligation: Obligation, day: date) -> Settled | Blocked | None:
    """One lapse as a move by the law.

    None where its law sets no consequence, or the record has left the step in which it could be made.
    """
    row = register.model._default_manager.select_related("record").get(pk=obligation.record_id)
    deadline = register.procedure.deadline(obligation.deadline)
    found = deadline.lapse.at(row.law_on) if deadline.lapse and row.law_on else None
    if found is None or row.step not in (move := register.procedure.move(found[1].move)).sources:
        return None
    if obligation.provisional:
        why = f"届满日{obligation.due_on}是暂定的：所在年度的放假安排尚未载入。请先运行 fazhi calendar load。"
        return Blocked(row.record, deadline.label, why)
    on = obligation.due_on if found[1].on == "due" else obligation.started_on
    given = Given(why=f"{obligation.article}：期限于{obligation.due_on}届满")
    try:
        make_move(
            register, row.pk, move.key, actor=BY_LAW, on=on or day, version=row.record.version, given=given
        )
    except Conflict:
        return None  # somebody has just acted on it
    except Refusal as refusal:
        return Blocked(row.record, deadline.label, str(refusal))
    return Settled(row.record, move.label, on or day)


@transaction.atomic
def renew() -> int:
    """Count anew the clocks that rest on an older edition of the calendar, as after an update of the program
    that ships a new year's notice; returns how many due days moved. Logged where any did.
    """
    edition = clocks.working_calendar().edition
    if not unsettled().exclude(calendar=edition).exists():
        return 0
    moved = recount()
    if moved:
        record_event(
            actor=BY_LAW,
            kind="calendar",
            label="按现行放假安排重算期限",
            legal_on=today(),
            changes={"edition": edition, "moved": len(moved)},
        )
    return len(moved)


def unsettled() -> QuerySet[Obligation]:
    """The clocks whose due day a notice may still move: those that run, and those counted provisionally."""
    return Obligation.objects.filter(Q(met_on__isnull=True) | Q(provisional=True))


def recount() -> list[tuple[Obligation, date | None, date | None]]:
    """Recompute every open or provisional clock after a holiday notice; (obligation, due before, due after)
    of those moved.
    """
    moved: list[tuple[Obligation, date | None, date | None]] = []
    calendar = clocks.working_calendar()
    for register in installed().registers.values():
        open_clocks = unsettled().filter(register=register.key)
        before = dict(open_clocks.values_list("pk", "due_on"))
        clocks.recompute(register, open_clocks.values_list("record_id", flat=True), calendar)
        after = Obligation.objects.filter(register=register.key, pk__in=before).select_related("record")
        moved.extend((row, before[row.pk], row.due_on) for row in after if row.due_on != before[row.pk])
    return moved
