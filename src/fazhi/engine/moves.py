"""A move made: checked against law, step, role, papers and gates, then done and logged, or refused whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from fazhi.engine import clocks
from fazhi.engine.access import may_act, rights_of
from fazhi.engine.actor import Actor, today
from fazhi.engine.apart import done_by, lacks_apart
from fazhi.engine.facts import not_future, set_law_day
from fazhi.engine.gates import lack_of, missing_evidence, move_roles, open_gates, words
from fazhi.engine.models import Event, Interval, Obligation, Prolongation, RecordModel
from fazhi.engine.neighbours import settle
from fazhi.engine.numbers import draw_free
from fazhi.engine.parts import Parts, save_parts
from fazhi.engine.procedure import Move
from fazhi.engine.records import lock, rise
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.register import Register
from fazhi.engine.title import retitle
from fazhi.engine.trail import record_event
from fazhi.engine.values import label_of, require, take
from fazhi.organs.models import Role


@dataclass(frozen=True)
class Given:
    """What comes with a move: column values, child rows; of pauses and extensions ground, amount, reason."""

    values: Mapping[str, Any] = field(default_factory=dict)
    parts: Parts = field(default_factory=dict)
    ground: str = ""
    amount: int | None = None
    why: str = ""


@transaction.atomic
def make_move(
    register: Register,
    pk: int,
    key: str,
    *,
    actor: Actor,
    on: date,
    version: int,
    given: Given | None = None,
) -> Event:
    """Make one move of a record on a legal day.

    One transaction: the fields are written, all gates are asked of the saved row in one SELECT, and
    everything is rolled back with every closed gate named where one is closed. The law itself (actor 依法)
    passes no gate.

    :param on: the legal day: never in the future, never before the act before it.
    :param version: the version of the record that the form saw.
    :raises Refusal: why not, what to do, which article. :raises Conflict: somebody wrote first.
    """
    given = given or Given()
    row = lock(register, pk, version)
    move = find_move(register, key)
    may_be_made(register, row, move, actor, on)
    if not actor.lawful:
        no_papers_missing(move, pk, law_day_of(register, row, move, on), on)
    only_declared(register, move, given)
    before = row.step
    changes = take(row, {**given.values, **dict(move.writes)})
    if move.sets:
        changes |= take(row, {move.sets: on})
    if not actor.lawful:
        require(row, move.needs)
    if move.target is not None and move.target != row.step:
        row.step, row.stepped_on = move.target, on
        changes["step"] = (before, move.target)
    if move.draws and not row.number and register.number:
        row.number = draw_free(register, register.number, row.organ, on.year)
        changes["number"] = ("", row.number)
    set_law_day(register, row)
    row.save()
    changes |= save_parts(row, given.parts)
    changes |= turn_clocks(register, row, move, actor, on, given)
    if not actor.lawful:
        pass_gates(register, row, move)
    retitle(register, row)
    rise(row)
    settle(register, row)
    return record_event(
        actor=actor,
        kind=move.key,
        label=move.label,
        legal_on=on,
        organ_id=row.organ_id,
        record=row.record,
        changes=changes,
        why=given.why,
    )


def find_move(register: Register, key: str) -> Move:
    try:
        return register.procedure.move(key)
    except StopIteration:
        known = "、".join(move.label for move in register.procedure.moves)
        raise Refusal(f"{register.label}没有“{key}”这一办理。可以办理的有：{known}。") from None


def may_be_made(register: Register, row: RecordModel, move: Move, actor: Actor, on: date) -> None:
    """Refuse a move that the step, the law of the day, the actor's role or the legal day does not allow."""
    title = f"不能办理“{move.label}”"
    if row.withdrawn_on is not None:
        raise Refusal(f"{title}：该记录已于{row.withdrawn_on}撤回。")
    steps = register.procedure.steps
    if row.step not in move.sources:
        allowed = "、".join(f"“{steps(step).label}”" for step in move.sources)
        lack = Lack(
            f"现处于“{steps(row.step).label}”，该办理只能在{allowed}时进行",
            "请刷新后从“可以办理”中选择",
            words(move.cites, row.law_on or on),
        )
        raise Refusal(title, [lack])
    law_day = law_day_of(register, row, move, on)
    if not move.applies(law_day):
        editions = "、".join(str(cite.law) for cite in move.cites)
        raise Refusal(f"{title}：该记录适用{law_day}施行的法律，该办理依据{editions}，不适用。")
    roles = move_roles(register, move, law_day)
    day = today()
    if not may_act(actor, rights_of(actor.person, day), register, row, roles):
        names = "或".join(f"“{Role(role).label}”" for role in roles)
        lack = Lack(
            f"{actor.name}不是{row.organ}的{names}",
            f"请由{names}办理，或请安全管理员授权",
            words(move.cites, law_day),
        )
        raise Refusal(title, [lack])
    done = done_by(actor, register, row.pk, [move])
    if done:
        raise Refusal(title, lacks_apart(register, move, actor, done, words(move.cites, law_day)))
    not_future(on)
    # 登记的日子不是法律上的行为：登记迟于届满的，法律的后果仍从届满（收到）之日起。
    entered = actor.lawful and row.step == register.procedure.start
    if row.stepped_on is not None and on < row.stepped_on and not entered:
        raise Refusal(
            f"{title}：法定日{on}早于进入“{steps(row.step).label}”的日期{row.stepped_on}。请核对日期。"
        )


def law_day_of(register: Register, row: RecordModel, move: Move, on: date) -> date:
    """The law day as it will stand once the move is made: accepting a case fixes it."""
    if row.law_chosen and row.law_on is not None:
        return row.law_on
    for name in register.procedure.law_day:
        day: date | None = on if name == move.sets else getattr(row, name)
        if day is not None:
            return day
    return on


def no_papers_missing(move: Move, pk: int, law_day: date, on: date) -> None:
    lacks = missing_evidence(move, pk, law_day, on)
    if lacks:
        raise Refusal(f"不能办理“{move.label}”", lacks)


def only_declared(register: Register, move: Move, given: Given) -> None:
    """A move carries its own columns and no others."""
    allowed = {*move.fields, *move.needs}
    strange = [name for name in given.values if name not in allowed]
    if strange:
        labels = "、".join(f"“{label_of(register.model, name)}”" for name in strange)
        raise Refusal(f"“{move.label}”不填写{labels}。请在“更正”中填写。")


def pass_gates(register: Register, row: RecordModel, move: Move) -> None:
    """Ask every gate of the saved row, its due days as the act has moved them; refuse with each closed."""
    if row.law_on is None:
        raise Refusal(f"不能办理“{move.label}”：该记录还没有适用法律日期。请先登记收到日期。")
    gates = [gate for gate in move.gates if gate.applies(row.law_on)]
    if clocks.rests_on_due_day(register, (gate.met for gate in gates)):
        clocks.recompute(register, [row.pk])
    is_open = open_gates(register, row.pk, gates)
    closed = [lack_of(gate, row.law_on) for gate in gates if not is_open[gate.key]]
    if closed:
        raise Refusal(f"不能办理“{move.label}”", closed)


def turn_clocks(
    register: Register, row: RecordModel, move: Move, actor: Actor, on: date, given: Given
) -> dict[str, tuple[Any, Any]]:
    """Begin or end a pause, or extend a deadline, as the move declares; returns the changes for the event."""
    changes: dict[str, tuple[Any, Any]] = {}
    if move.opens:
        changes |= open_pause(register, row, move, actor, on, given)
    if move.closes:
        changes |= close_pause(register, row, move, on)
    if move.extends:
        changes |= extend(register, row, move, actor, on, given)
    return changes


def open_pause(
    register: Register, row: RecordModel, move: Move, actor: Actor, on: date, given: Given
) -> dict[str, tuple[Any, Any]]:
    pause = register.procedure.pause(move.opens)
    if Interval.objects.filter(record=row.pk, pause=pause.key, last__isnull=True).exists():
        raise Refusal(f"不能办理“{move.label}”：{pause.label}尚未结束。请先登记其结束。")
    if pause.grounds is not None and given.ground not in pause.grounds.values:
        lack = Lack(f"请选择{pause.label}的情形", "", words(pause.cites, row.law_on or on), field="ground")
        raise Refusal(f"不能办理“{move.label}”", [lack])
    must_be_running(register, row, move, on)
    Interval.objects.create(
        record=row.record,
        pause=pause.key,
        ground=given.ground,
        first=on,
        approver=actor.person,
        why=given.why[:300],
    )
    return {f"pause:{pause.key}": (None, on.isoformat())}


def must_be_running(register: Register, row: RecordModel, move: Move, on: date) -> None:
    """Refuse a pause on a day that lies in none of the running clocks it would stop; those that have expired
    already are not revived by it.
    """
    stopped = _paused_by(register, move.opens)
    clocks = list(Obligation.objects.filter(record=row.pk, met_on__isnull=True, deadline__in=stopped))
    outside = [
        clock for clock in clocks if on < clock.started_on or (clock.due_on is not None and on > clock.due_on)
    ]
    if outside and len(outside) == len(clocks):
        first = outside[0]
        label = register.procedure.deadline(first.deadline).label
        raise Refusal(
            f"不能办理“{move.label}”：{on}不在“{label}”的期限内（{first.started_on}至{first.due_on}）。"
            "请核对日期。"
        )


def _paused_by(register: Register, pause: str) -> list[str]:
    return [deadline.key for deadline in register.procedure.deadlines if pause in deadline.pauses]


def close_pause(register: Register, row: RecordModel, move: Move, on: date) -> dict[str, tuple[Any, Any]]:
    pause = register.procedure.pause(move.closes)
    interval = Interval.objects.filter(record=row.pk, pause=pause.key, last__isnull=True).first()
    if interval is None:
        raise Refusal(f"不能办理“{move.label}”：没有进行中的{pause.label}。")
    if on < interval.first:
        raise Refusal(
            f"不能办理“{move.label}”：{on}早于{pause.label}开始的日期{interval.first}。请核对日期。"
        )
    last = on if pause.through else on - timedelta(days=1)
    if last < interval.first:
        # Begun and ended on one day: the clock never stood still.
        interval.delete()
    else:
        interval.last = last
        interval.save(update_fields=["last"])
    return {f"pause:{pause.key}": (interval.first.isoformat(), last.isoformat())}


def extend(
    register: Register, row: RecordModel, move: Move, actor: Actor, on: date, given: Given
) -> dict[str, tuple[Any, Any]]:
    """Extend a running clock, once, before it expires, by no more than the law allows."""
    deadline = register.procedure.deadline(move.extends)
    found = deadline.extension.at(row.law_on) if deadline.extension and row.law_on else None
    if found is None:
        raise Refusal(f"不能办理“{move.label}”：适用的法律没有规定“{deadline.label}”可以延长。")
    cite, extension = found
    title, article = f"不能办理“{move.label}”", (str(cite),)
    if given.amount is None or not 1 <= given.amount <= extension.most.length:
        text = f"延长应当在1至{extension.most}之间" + (
            "" if given.amount is None else f"，所填为{given.amount}"
        )
        raise Refusal(title, [Lack(text, "请修改延长的长度", article, field="amount")])
    if Prolongation.objects.filter(record=row.pk, deadline=deadline.key).exists():
        raise Refusal(title, [Lack(f"“{deadline.label}”已经延长过一次", "", article)])
    clock = Obligation.objects.filter(record=row.pk, deadline=deadline.key, met_on__isnull=True).first()
    if clock is None:
        raise Refusal(title, [Lack(f"“{deadline.label}”没有在计算", "", article)])
    if clock.due_on is not None and on > clock.due_on:
        raise Refusal(
            title,
            [Lack(f"“{deadline.label}”已于{clock.due_on}届满，届满后不能延长", "", article, field="on")],
        )
    Prolongation.objects.create(
        record=row.record,
        deadline=deadline.key,
        amount=given.amount,
        granted_on=on,
        approver=actor.person,
        why=given.why[:300],
    )
    return {f"extend:{deadline.key}": (0, given.amount)}
