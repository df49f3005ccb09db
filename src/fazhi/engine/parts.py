"""Parts of a record: child rows of its own register, saved and logged with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.apps import apps

from fazhi.engine.models import PartModel, RecordModel
from fazhi.engine.values import take

Parts = Mapping[str, Sequence[Mapping[str, Any]]]
"""Child rows by the part's model name: ``{"permits.Applicant": [{"name": "张三"}]}``."""


def save_parts(row: RecordModel, parts: Parts) -> dict[str, tuple[Any, Any]]:
    """Add child rows; returns the changes for the event, one entry a row.

    :raises TypeError: the model is no part of the row's register, or a row names another parent.
    """
    changes: dict[str, tuple[Any, Any]] = {}
    for name, rows in parts.items():
        model = apps.get_model(name)
        if not issubclass(model, PartModel):
            raise TypeError(f"{name} is not a part")
        if model._meta.get_field(model.parent).related_model is not type(row):
            raise TypeError(f"{name} is not a part of {type(row).__name__}")
        for at, values in enumerate(rows):
            if model.parent in values:
                raise TypeError(f"{name}: a part stands under the record it is saved with")
            child = model(**{f"{model.parent}_id": row.pk})
            filled = take(child, values)
            child.save(force_insert=True)
            changes[f"{name}[{at}]"] = (None, {key: after for key, (_, after) in filled.items()})
    return changes


def child_rows(model: str, pks: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """Stored child rows of one part by the record they stand under, in the order of entry: one query."""
    part = apps.get_model(model)
    parent = getattr(part, "parent", "record")
    found: dict[int, list[dict[str, Any]]] = {}
    rows = part._default_manager.filter(**{f"{parent}__in": pks}).order_by("pk")
    names = {column.attname: column.name for column in part._meta.concrete_fields}
    for row in rows.values():
        found.setdefault(row[f"{parent}_id"], []).append({names[key]: value for key, value in row.items()})
    return found
