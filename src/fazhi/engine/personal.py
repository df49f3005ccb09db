"""Personal fields: masked by default, shown only by right with a logged reason, never public."""

from __future__ import annotations

from django.apps import apps
from django.db import transaction

from fazhi.engine.access import Rights, may_reveal
from fazhi.engine.actor import Actor, today
from fazhi.engine.models import RecordModel
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.trail import record_event
from fazhi.engine.values import label_of

MASK = "*"


def masked(value: str) -> str:
    """Keep what tells two apart and no more: the surname of a name, the last four of a number."""
    if not value:
        return ""
    if len(value) >= 8:
        return MASK * 4 + value[-4:]
    return value[0] + MASK * max(len(value) - 1, 1)


def is_masked(value: str) -> bool:
    """Whether a cell was exported masked: importing it means *unchanged*."""
    return MASK in value


@transaction.atomic
def reveal(
    register: Register, row: RecordModel, field: str, *, actor: Actor, rights: Rights, why: str
) -> str:
    """The field in clear, with the reason logged.

    :param field: a column of the register, or ``Model.column`` of a part: its rows, one after another.
    :raises Refusal: no right that reaches this record, or no reason.
    """
    if field not in register.personal:
        raise Refusal("该项不是个人信息。")
    if rights.person != actor.person or not may_reveal(rights, register, row):
        raise Refusal("您没有查看个人信息的权限。确需查看的，请安全管理员授权。")
    if not why.strip():
        raise Refusal("查看个人信息须写明理由（《个人信息保护法》第六条）。请填写“理由”。")
    record_event(
        actor=actor,
        kind="reveal",
        label=f"查看个人信息“{name_of(row, field)}”",
        legal_on=today(),
        organ_id=row.organ_id,
        record=row.record,
        changes={"field": field},
        why=why,
    )
    return clear(row, field)


def name_of(row: RecordModel, field: str) -> str:
    """The field in words."""
    part, _, column = field.rpartition(".")
    model = apps.get_model(row._meta.app_label, part) if part else type(row)
    return f"{model._meta.verbose_name}的{label_of(model, column)}" if part else label_of(model, column)


def clear(row: RecordModel, field: str) -> str:
    """A column of the row, or of the rows of its part named before the dot."""
    part, _, column = field.rpartition(".")
    if not part:
        return str(getattr(row, column))
    model = apps.get_model(row._meta.app_label, part)
    parent = getattr(model, "parent", "record")
    values = model._default_manager.filter(**{parent: row.pk}).order_by("pk").values_list(column, flat=True)
    return "、".join(str(value) for value in values if value not in {None, ""})
