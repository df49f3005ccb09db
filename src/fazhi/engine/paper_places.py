"""The placeholders of a register's papers: which there are, and what each says of one record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Model

from fazhi.engine.hundredths import exact, parted
from fazhi.engine.models import Interval, Obligation, RecordModel
from fazhi.engine.paper import OWN_PLACES, said
from fazhi.engine.register import PartSpec, Register
from fazhi.engine.values import UNSAID, label_of
from fazhi.organs.models import Organ


def places_of(register: Register) -> dict[str, str]:
    """Every placeholder of the register with its Chinese name. Personal fields have none: a paper lies among
    the evidence, where more people read it than may see them.
    """
    columns = dict.fromkeys((*register.opening, *register.facts))
    found = dict(OWN_PLACES)
    if register.number is not None:
        found["number"] = "编号"
    for name in columns:
        if name not in register.personal and name not in found:
            label = parted(label_of(register.model, name))[0]
            found[name] = f"{register.label}{label}" if label in OWN_PLACES.values() else label
    for spec in register.parts:
        model = apps.get_model(spec.model)
        short = short_of(spec)
        for name in spec.columns:
            if f"{short}.{name}" not in register.personal:
                found[f"{short}.{name}"] = joined(
                    spec.label, parted(label_of(model, name))[0], found.values()
                )
    for deadline in register.procedure.deadlines:
        found[f"due:{deadline.key}"] = joined(deadline.label, "届满日", found.values())
    for pause in register.procedure.pauses:
        if pause.grounds is not None:
            found[f"pause:{pause.key}"] = f"{pause.label}情形"
    return found


def joined(whole: str, part: str, taken: Iterable[str]) -> str:
    """The name of a part's column: what both have in common is said once (听证, 听证日期: 听证日期), unless
    that name is another's.
    """
    common = next((n for n in range(min(len(whole), len(part)), 0, -1) if whole.endswith(part[:n])), 0)
    name = part if whole in part else whole + part[common:]
    return f"{whole}的{part}" if name in taken else name


def values_at(register: Register, row: RecordModel, places: Iterable[str]) -> dict[str, str]:
    """What each placeholder says of the row; an empty text where nothing is known yet.

    One query for all clocks, one for all standstills, one for each part named.
    """
    wanted = set(places) - OWN_PLACES.keys()
    parts = {name.partition(".")[0] for name in wanted if "." in name}
    found = {name: shown(row, name) for name in wanted if "." not in name and ":" not in name}
    for spec in register.parts:
        if short_of(spec) in parts:
            found |= of_part(spec, row, wanted)
    if any(name.startswith("due:") for name in wanted):
        found |= {name: "" for name in wanted if name.startswith("due:")}
        clocks = Obligation.objects.filter(record=row.pk, due_on__isnull=False)
        found |= {f"due:{clock.deadline}": told(clock.due_on) for clock in clocks}
    if any(name.startswith("pause:") for name in wanted):
        found |= {name: "" for name in wanted if name.startswith("pause:")}
        for interval in Interval.objects.filter(record=row.pk).order_by("first"):
            grounds = register.procedure.pause(interval.pause).grounds
            if grounds is not None and interval.ground in grounds.values:
                found[f"pause:{interval.pause}"] = str(grounds(interval.ground).label)
    return found


def of_part(spec: PartSpec, row: RecordModel, wanted: set[str]) -> dict[str, str]:
    """The columns of all child rows, one after another."""
    rows = children_of(spec, row, wanted)
    names = [f"{short_of(spec)}.{name}" for name in spec.columns]
    return {
        name: "、".join(filter(None, (child[name] for child in rows))) for name in names if name in wanted
    }


def rows_at(register: Register, row: RecordModel, short: str, wanted: Iterable[str]) -> list[dict[str, str]]:
    """What the placeholders of a part say of each of its rows, in their order."""
    spec = next(spec for spec in register.parts if short_of(spec) == short)
    return children_of(spec, row, set(wanted))


def children_of(spec: PartSpec, row: RecordModel, wanted: set[str]) -> list[dict[str, str]]:
    model = apps.get_model(spec.model)
    parent = getattr(model, "parent", "record")
    children = model._default_manager.filter(**{parent: row.pk}).order_by("pk")
    return [told_of(spec, child, wanted) for child in children]


def told_of(spec: PartSpec, child: Model, wanted: set[str]) -> dict[str, str]:
    """What the placeholders say of one child row."""
    names = {f"{short_of(spec)}.{name}": name for name in spec.columns}
    return {place: shown(child, name) for place, name in names.items() if place in wanted}


def short_of(spec: PartSpec) -> str:
    """The name of the part in placeholders."""
    return spec.model.partition(".")[2]


def shown(row: Model, name: str) -> str:
    """A column as a document prints it: the label of a choice, an organ's full name, a day in words."""
    value = getattr(row, name)
    if value in UNSAID:
        return ""
    label = getattr(row, f"get_{name}_display", None)
    if label is not None:
        return str(label())
    _, unit = parted(label_of(type(row), name))
    return f"{exact(value)}{unit}" if unit and isinstance(value, int) else told(value)


def told(value: Any) -> str:
    if isinstance(value, date):
        return said(value)
    if isinstance(value, Organ):
        return value.name
    return "" if value is None else str(value)
