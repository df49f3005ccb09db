"""Records entered, corrected, withdrawn, merged, linked: each write checks, does, and logs, or does
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from fazhi.engine.access import may_capture, rights_of, sees
from fazhi.engine.actor import Actor, today
from fazhi.engine.amendments import Amendments, save_amendments
from fazhi.engine.apart import lacks_joined
from fazhi.engine.facts import dates_of_step, no_act_to_come, not_future, only_facts, set_law_day
from fazhi.engine.models import Event, Link, Record, RecordModel
from fazhi.engine.neighbours import (
    around,
    looking_through,
    reached_from,
    settle,
    settle_neighbours,
    settle_one,
)
from fazhi.engine.parts import Parts, save_parts
from fazhi.engine.refusal import Conflict, Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.title import retitle
from fazhi.engine.trail import record_event
from fazhi.engine.values import require, take
from fazhi.organs.models import Organ, Person

__all__ = ["Parts", "link_records", "open_record", "save_record", "withdraw_record"]


@transaction.atomic
def open_record(
    register: Register,
    *,
    organ: Organ,
    values: Mapping[str, Any],
    actor: Actor,
    on: date,
    handler: Person | None = None,
    parts: Parts | None = None,
    synthetic: bool = False,
) -> RecordModel:
    """Enter a record in the procedure's first step; facts of the past are kept and measured, not refused.

    :param on: the legal day of entry (received, issued …).
    :raises Refusal: a required column is empty or a value is wrong, an act of the future; the actor may not
        capture for the organ.
    """
    may_write(actor, organ.pk)
    not_future(on)
    only_facts(register, values, also=("law_on",))
    hub = Record.objects.create(
        register=register.key, organ=organ, title="—", handler=handler, synthetic=synthetic
    )
    row = register.model(record=hub, organ=organ, step=register.procedure.start, stepped_on=on)
    changes = take(row, values)
    require(row, register.needs)
    no_act_to_come(register, row, changes)
    set_law_day(register, row)
    row.save(force_insert=True)
    changes |= save_parts(row, parts or {})
    retitle(register, row)
    settle(register, row)
    record_event(
        actor=actor,
        kind="open",
        label=f"登记{register.label}",
        legal_on=on,
        organ=organ,
        record=hub,
        changes=changes,
    )
    return row


@transaction.atomic
def save_record(
    register: Register,
    pk: int,
    values: Mapping[str, Any],
    *,
    actor: Actor,
    version: int,
    why: str,
    parts: Parts | None = None,
    on: date | None = None,
    amendments: Amendments | None = None,
) -> RecordModel:
    """Correct facts of a record. Every correction of what has been entered gives its reason.

    Setting ``law_on`` chooses the law by decision (``law_chosen``) instead of the procedure's rule; emptying
    it goes back to the rule. Where the date of the act that led to the present step is corrected, the day of
    the step follows.

    :raises Refusal: no reason, wrong values, no right. :raises Conflict: somebody wrote first.
    """
    row = lock(register, pk, version)
    may_write(actor, row.organ_id)
    if not why.strip():
        raise Refusal("更正记录须写明理由。请填写“理由”后再保存。")
    if row.withdrawn_on is not None:
        raise Refusal(f"该记录已于{row.withdrawn_on}撤回，不能更正。")
    not_future(on or today())
    only_facts(register, values)
    stood = {name: getattr(row, name) for name in dates_of_step(register, row)}
    changes = take(row, values)
    require(row, register.needs)
    no_act_to_come(register, row, changes)
    if "law_on" in changes:
        row.law_chosen = row.law_on is not None
    for name in stood.keys() & changes.keys():
        if stood[name] == row.stepped_on and getattr(row, name) is not None:
            row.stepped_on = getattr(row, name)
    set_law_day(register, row)
    row.save()
    changes |= save_parts(row, parts or {})
    changes |= save_amendments(register, row, amendments, today()) if amendments else {}
    retitle(register, row)
    rise(row)
    settle(register, row)
    record_event(
        actor=actor,
        kind="correct",
        label="更正",
        legal_on=on or today(),
        organ_id=row.organ_id,
        record=row.record,
        changes=changes,
        why=why,
    )
    return row


@transaction.atomic
def withdraw_record(
    register: Register, pk: int, *, actor: Actor, version: int, why: str, into: Record | None = None
) -> RecordModel:
    """Take a record out of every figure, with a reason; ``into`` names the record it is merged into."""
    row = lock(register, pk, version)
    may_write(actor, row.organ_id)
    if not why.strip():
        raise Refusal("撤回记录须写明理由。请填写“理由”后再撤回。")
    if row.withdrawn_on is not None:
        raise Refusal(f"该记录已于{row.withdrawn_on}撤回。")
    if into is not None and (into.pk == pk or into.register != register.key or into.withdrawn_on is not None):
        raise Refusal(f"不能并入“{into.title}”：应当并入同一登记簿中另一件没有撤回的记录。请核对编号。")
    day = today()
    row.withdrawn_on = day
    row.save(update_fields=["withdrawn_on"])
    Record.objects.filter(pk=pk).update(withdrawn_on=day, withdrawn_why=why[:300], merged_into=into)
    rise(row)
    settle(register, row)
    record_event(
        actor=actor,
        kind="merge" if into else "withdraw",
        label=f"并入“{into.title}”" if into else "撤回记录",
        legal_on=day,
        organ_id=row.organ_id,
        record=row.record,
        changes={"withdrawn_on": (None, day.isoformat())},
        why=why,
    )
    return row


@transaction.atomic
def link_records(here: Record, there: Record, *, actor: Actor, kind: str = "") -> Link:
    """Link two records; the one way in which a workstream speaks of another. Linking twice changes
    nothing.

    Both records take an event, and both are settled: a gate or a clock of either may ask about the other; and
    so are those that look through the one at the other. What is linked on the operator's order is kept and
    measured, as other facts of the past.

    :raises Refusal: with itself, with a withdrawn record, with one that the actor may not see; no right; one
        person did on the two what the law keeps apart.
    """
    may_write(actor, here.organ_id)
    if here.pk == there.pk:
        raise Refusal("记录不能与自己关联。")
    registers = installed().registers
    if not sees(actor, rights_of(actor.person, today()), registers[there.register], there.pk):
        raise Refusal("没有找到要关联的记录，或者您无权查看。请核对编号。")
    through = looking_through(here, there)
    held = {hub.pk: hub for hub in hold(here.pk, there.pk, *reached_from(through))}
    ends = held[here.pk], held[there.pk]
    if withdrawn := [hub for hub in ends if hub.withdrawn_on is not None]:
        raise Refusal(f"“{withdrawn[0].title}”已于{withdrawn[0].withdrawn_on}撤回，不能关联。请核对编号。")
    if not actor.trusted and (apart := list(lacks_joined(*ends))):
        raise Refusal(f"不能关联“{there.title}”", apart)
    link, made = Link.objects.get_or_create(here=here, there=there, kind=kind)
    if not made:
        return link
    for hub, other, label in ((here, there, "关联“{}”"), (there, here, "被“{}”关联")):
        row = registers[hub.register].model._default_manager.select_related("record").get(pk=hub.pk)
        rise(row)
        settle_one(registers[hub.register], row.pk)
        record_event(
            actor=actor,
            kind="link",
            label=label.format(other.title),
            legal_on=today(),
            organ_id=row.organ_id,
            record=row.record,
            changes={"link": (None, other.pk)},
        )
    for register, pk in through:
        settle_neighbours(register, [pk])
    return link


def hold(*pks: int) -> list[Record]:
    """The hubs locked for this transaction, in rising order: two writers never wait for each other."""
    return list(Record.objects.select_for_update().filter(pk__in=pks).order_by("pk"))


def lock(register: Register, pk: int, version: int | None) -> RecordModel:
    """The row, locked for this transaction with its neighbours, in the version the form saw (None: any).

    :raises Conflict: it has been written since; the text says by whom and what.
    """
    held = hold(pk, *around(register, pk))
    hub = next((one for one in held if one.pk == pk and one.register == register.key), None)
    if hub is None:
        raise Refusal(f"没有找到该{register.label}。请返回列表核对。")
    if version is not None and hub.version != version:
        last = Event.objects.filter(record=hub).order_by("-pk").first()
        who = f"{last.actor_name}刚刚办理了“{last.label}”" if last else "他人刚刚改动了该记录"
        raise Conflict(f"{who}，您看到的内容已不是最新，本次没有保存。请刷新后核对再办。")
    return register.model._default_manager.select_related("record", "organ").get(pk=pk)


def may_write(actor: Actor, organ_id: int) -> None:
    if actor.trusted or actor.lawful:
        return
    if not may_capture(rights_of(actor.person, today()), organ_id):
        raise Refusal(f"{actor.name}没有该机关的登记权限。请由该机关承办人办理，或请安全管理员授权。")


def rise(row: RecordModel) -> None:
    """One more version: it settles two officials on one record, and the digest of frozen figures."""
    Record.objects.filter(pk=row.pk).update(version=F("version") + 1)
    row.record.version += 1
