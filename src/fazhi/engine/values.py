"""Values given for a record's columns: read, checked against the column, and told apart from what stood
before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Field, ForeignKey, Model

from fazhi.engine.refusal import Lack, Refusal

UNSAID = frozenset({"undecided", "unknown"})
"""Values by which a choice column, never NULL, says that nothing is known yet."""


def field_of(model: type[Model], name: str) -> Field[Any, Any]:
    """The column of that name.

    :raises Refusal: the register has none.
    """
    try:
        found = model._meta.get_field(name)
    except FieldDoesNotExist:
        raise Refusal(f"{model._meta.verbose_name}没有“{name}”这一项。") from None
    if not isinstance(found, Field):
        raise Refusal(f"“{name}”不是{model._meta.verbose_name}的填写项。")
    return found


def label_of(model: type[Model], name: str) -> str:
    return str(field_of(model, name).verbose_name)


def take(row: Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Set checked values on ``row``; returns the changes as column → (before, after), in their plain form.

    A foreign key takes an instance or a primary key.

    :raises Refusal: every column at fault with its reason.
    """
    lacks: list[Lack] = []
    changes: dict[str, tuple[Any, Any]] = {}
    for name, given in values.items():
        column = field_of(type(row), name)
        try:
            value = clean(column, given, row)
        except ValidationError as error:
            lacks.append(Lack(f"{column.verbose_name}：{'；'.join(error.messages)}", field=name))
            continue
        before = getattr(row, column.attname)
        setattr(row, column.attname, value)
        if before != value:
            changes[name] = (plain(before), plain(value))
    if lacks:
        raise Refusal("填写有误", lacks)
    return changes


def clean(column: Field[Any, Any], given: Any, row: Model) -> Any:
    """One value in the column's own type.

    :raises ValidationError: with Django's Chinese message.
    """
    if isinstance(given, Model):
        given = given.pk
    if isinstance(given, str):
        given = given.strip()
        if not given.isprintable() and any(unkept(sign) for sign in given):
            raise ValidationError("含有不能保存的控制字符，请重新填写。")
    if column.null and (given is None or given == ""):
        return None
    if isinstance(column, ForeignKey):
        return column.target_field.to_python(column.clean(given, row))
    return column.clean(given, row)


def unkept(sign: str) -> bool:
    """Characters that a database or the trail cannot keep: NUL, and halves of a pair."""
    return sign == "\0" or "\ud800" <= sign <= "\udfff"


def plain(value: Any) -> Any:
    """A value as the trail keeps it."""
    return value.isoformat() if isinstance(value, date) else value


def require(row: Model, names: Iterable[str]) -> None:
    """Refuse a row in which one of the columns is empty.

    :raises Refusal: every empty column.
    """
    empty = [
        Lack(f"请填写“{label_of(type(row), name)}”", field=name)
        for name in names
        if getattr(row, field_of(type(row), name).attname) in {None, ""}
    ]
    if empty:
        raise Refusal("还有必填项没有填写", empty)
