"""Conditions in Chinese, from the labels of columns and choices, so that a clerk can read what is counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import DateField, F, Field, Model, Q

from fazhi.engine.condition import Linked, NoPart, Part, Unlinked
from fazhi.engine.registry import Registry

Compared = Callable[[str, str], str]

_LOOKUPS: dict[str, Compared] = {
    "exact": lambda name, value: f"{name}为{value}",
    "gte": lambda name, value: f"{name}不小于{value}",
    "gt": lambda name, value: f"{name}大于{value}",
    "lte": lambda name, value: f"{name}不大于{value}",
    "lt": lambda name, value: f"{name}小于{value}",
}
_DAYS: dict[str, Compared] = {
    "exact": lambda name, value: f"{name}是{value}",
    "gte": lambda name, value: f"{name}不早于{value}",
    "gt": lambda name, value: f"{name}晚于{value}",
    "lte": lambda name, value: f"{name}不晚于{value}",
    "lt": lambda name, value: f"{name}早于{value}",
}


def words_of(where: Q, model: type[Model], registry: Registry, outer: type[Model] | None = None) -> str:
    """The condition in words; empty where it holds for every row.

    :param outer: where the rows are parts of a record, the record's model.
    """
    said = [_said(child, model, registry, outer) for child in where.children]
    said = [text for text in said if text]
    if where.connector == Q.OR and len(said) > 1:
        text = "（" + "，或者".join(said) + "）"
    else:
        text = "，且".join(said)
    return f"不是（{text}）" if where.negated and text else text


def _said(child: Any, model: type[Model], registry: Registry, outer: type[Model] | None) -> str:
    if isinstance(child, Q):
        return words_of(child, model, registry, outer)
    if isinstance(child, Linked):
        register = registry.registers[child.model]
        inner = words_of(child.where, register.model, registry)
        verb = "没有关联" if isinstance(child, Unlinked) else "关联有"
        return f"{verb}{f'（{inner}）的' if inner else ''}{register.label}"
    if isinstance(child, Part):
        part = apps.get_model(child.model)
        inner = words_of(child.where, part, registry, model)
        has = "没有登记" if isinstance(child, NoPart) else "登记有"
        return f"{has}{f'（{inner}）的' if inner else ''}{part._meta.verbose_name}"
    name, value = child
    return _compared(model, name, value, outer or model, _names(registry, outer))


def _names(registry: Registry, model: type[Model] | None) -> dict[str, str]:
    """The labels of a procedure's pauses and of their grounds, which the tables keep as keys."""
    names: dict[str, str] = {}
    for register in registry.registers.values():
        for pause in register.procedure.pauses if register.model is model else ():
            names[pause.key] = pause.label
            names |= (
                {str(value): str(label) for value, label in pause.grounds.choices} if pause.grounds else {}
            )
    return names


def _compared(model: type[Model], path: str, value: Any, outer: type[Model], names: dict[str, str]) -> str:
    """One comparison of a column, or of a column of the record that it leads to."""
    if path == "pk__isnull":
        return ""
    fields, lookup = columns_on(model, path)
    field = fields[-1] if fields else None
    label = "的".join(str(one.verbose_name) for one in fields)
    if lookup == "isnull":
        return f"{label}未填" if value else f"{label}已填"
    if lookup == "in":
        return f"{label}为" + "或者".join(_value(field, one, outer, names) for one in value)
    if lookup == "range":
        return f"{label}在{value[0]}至{value[1]}之间"
    forms, given = _DAYS if is_day(field, value) else _LOOKUPS, _value(field, value, outer, names)
    return forms[lookup](label, given) if lookup in forms else f"{label} {lookup} {given}"


def columns_on(model: type[Model], path: str) -> tuple[list[Field[Any, Any]], str]:
    """The columns that a path leads over, and the comparison at its end (``exact`` where none is named)."""
    fields: list[Field[Any, Any]] = []
    here, rest = model, path.split("__")
    while rest:
        named = (one for one in here._meta.concrete_fields if rest[0] in {one.name, one.attname})
        if (field := next(named, None)) is None:
            break
        fields.append(field)
        rest.pop(0)
        here = field.related_model if isinstance(field.related_model, type) else here
    return fields, rest[0] if rest else "exact"


def is_day(field: Field[Any, Any] | None, value: Any) -> bool:
    return isinstance(value, date) or isinstance(field, DateField)


def _value(field: Field[Any, Any] | None, value: Any, outer: type[Model], names: dict[str, str]) -> str:
    if isinstance(value, F):
        return label_of(outer, str(getattr(value, "name", "")))
    if isinstance(value, bool):
        return "是" if value else "否"
    choices = dict(getattr(field, "flatchoices", None) or ()) or names
    text = choices.get(value, value)
    return f"“{text}”" if isinstance(value, str) else str(text)


def label_of(model: type[Model], name: str) -> str:
    """The label of a column."""
    return "的".join(str(one.verbose_name) for one in columns_on(model, name)[0])
