"""Records entered, corrected, withdrawn, merged, linked: each write checks, does, and logs, or does
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from fazhi.engine import breaches, clocks, search
from fazhi.engine.access import may_capture, rights_of
from fazhi.engine.actor import Actor, today
from fazhi.engine.models import Event, Link, PartModel, Record, RecordModel
from fazhi.engine.refusal import Conflict, Lack, Refusal
from fazhi.engine.register import Register
from fazhi.engine.trail import record_event
from fazhi.engine.values import label_of, require, take
from fazhi.organs.models import Organ, Person

Parts = Mapping[str, Sequence[Mapping[str, Any]]]
"""Child rows by the part's model name: ``{"permits.Applicant": [{"name": "张三"}]}``."""


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
    :raises Refusal: a required column is empty or a value is wrong; the actor may not capture for the organ.
    """
    may_write(actor, organ.pk)
    not_future(on)
    hub = Record.objects.create(
        register=register.key, organ=organ, title="—", handler=handler, synthetic=synthetic
    )
    row = register.model(record=hub, organ=organ, step=register.procedure.start, stepped_on=on)
    changes = take(row, values)
    require(row, register.needs)
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
) -> RecordModel:
    """Correct facts of a record. Every correction of what has been entered gives its reason.

    Setting ``law_on`` chooses the law by decision (``law_chosen``) instead of the procedure's rule.

    :raises Refusal: no reason, wrong values, no right. :raises Conflict: somebody wrote first.
    """
    row = lock(register, pk, version)
    may_write(actor, row.organ_id)
    if not why.strip():
        raise Refusal("更正记录须写明理由。请填写“理由”后再保存。")
    if row.withdrawn_on is not None:
        raise Refusal(f"该记录已于{row.withdrawn_on}撤回，不能更正。")
    values = dict(values)
    for name in ("step", "organ", "withdrawn_on", "record", "law_chosen"):
        if name in values:
            raise Refusal(f"“{label_of(register.model, name)}”不能直接更正，请通过相应办理改变。")
    changes = take(row, values)
    row.law_chosen = row.law_chosen or "law_on" in changes
    set_law_day(register, row)
    row.save()
    changes |= save_parts(row, parts or {})
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
    day = today()
    row.withdrawn_on = day
    row.save(update_fields=["withdrawn_on"])
    Record.objects.filter(pk=pk).update(withdrawn_on=day, withdrawn_why=why, merged_into=into)
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
    """
    may_write(actor, here.organ_id)
    if here.pk == there.pk:
        raise Refusal("记录不能与自己关联。")
    link, made = Link.objects.get_or_create(here=here, there=there, kind=kind)
    if made:
        Record.objects.filter(pk__in=(here.pk, there.pk)).update(version=F("version") + 1)
        record_event(
            actor=actor,
            kind="link",
            label=f"关联“{there.title}”",
            legal_on=today(),
            organ_id=here.organ_id,
            record=here,
            changes={"link": (None, there.pk)},
        )
    return link


def lock(register: Register, pk: int, version: int) -> RecordModel:
    """The row, locked for this transaction, in the version the form saw.

    :raises Conflict: it has been written since; the text says by whom and what.
    """
    hub = Record.objects.select_for_update().filter(pk=pk, register=register.key).first()
    if hub is None:
        raise Refusal(f"没有找到该{register.label}。请返回列表核对。")
    if hub.version != version:
        last = Event.objects.filter(record=hub).order_by("-pk").first()
        who = f"{last.actor_name}刚刚办理了“{last.label}”" if last else "他人刚刚改动了该记录"
        raise Conflict(f"{who}，您看到的内容已不是最新，本次没有保存。请刷新后核对再办。")
    return register.model._default_manager.select_related("record", "organ").get(pk=pk)


def may_write(actor: Actor, organ_id: int) -> None:
    if actor.trusted or actor.lawful:
        return
    if not may_capture(rights_of(actor.person, today()), organ_id):
        raise Refusal(f"{actor.name}没有该机关的登记权限。请由该机关承办人办理，或请安全管理员授权。")


def not_future(on: date) -> None:
    if on > today():
        raise Refusal(f"法定日{on}晚于今天{today()}。尚未发生的行为不能登记，请核对日期。")


def set_law_day(register: Register, row: RecordModel) -> None:
    """Fix the law day by the procedure's rule: the first date reached; a chosen law stays."""
    if row.law_chosen:
        return
    row.law_on = next(
        (day for name in register.procedure.law_day if (day := getattr(row, name)) is not None), None
    )


def retitle(register: Register, row: RecordModel) -> None:
    """Write the title that the register's format gives the row."""
    title = register.title.format_map(_Shown(row)).strip()[:300] or register.label
    if title != row.record.title:
        Record.objects.filter(pk=row.pk).update(title=title)
        search.index([row.pk])
        row.record.title = title


class _Shown(dict[str, str]):
    """The row's columns as a title shows them: labels of choices, short names of organs."""

    def __init__(self, row: RecordModel) -> None:
        super().__init__()
        self.row = row

    def __missing__(self, name: str) -> str:
        shown = getattr(self.row, f"get_{name}_display", None)
        value = shown() if shown else getattr(self.row, name)
        return value.short if isinstance(value, Organ) else "" if value is None else str(value)


def save_parts(row: RecordModel, parts: Parts) -> dict[str, tuple[Any, Any]]:
    """Add child rows; returns the changes for the event, one entry a row."""
    from django.apps import apps

    changes: dict[str, tuple[Any, Any]] = {}
    for name, rows in parts.items():
        model = apps.get_model(name)
        if not issubclass(model, PartModel):
            raise TypeError(f"{name} is not a part")
        for at, values in enumerate(rows):
            child = model(**{f"{model.parent}_id": row.pk})
            filled = take(child, values)
            child.save(force_insert=True)
            changes[f"{name}[{at}]"] = (None, {key: after for key, (_, after) in filled.items()})
    return changes


def rise(row: RecordModel) -> None:
    """One more version: it settles two officials on one record, and the digest of frozen figures."""
    Record.objects.filter(pk=row.pk).update(version=F("version") + 1)
    row.record.version += 1


def settle(register: Register, row: RecordModel) -> None:
    """What follows from a write: clocks and breaches of this record."""
    clocks.recompute(register, [row.pk])
    breaches.measure(register, [row.pk])
    row.refresh_from_db()


def no_lack(lacks: list[Lack], text: str) -> None:
    if lacks:
        raise Refusal(text, lacks)
