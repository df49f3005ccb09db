"""A record's columns in the words of a page: labels of choices, names of organs, personal fields masked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Field, ForeignKey, Model

from fazhi.engine.hundredths import parted, printed
from fazhi.engine.models import RecordModel
from fazhi.engine.personal import masked
from fazhi.engine.register import Register
from fazhi.engine.values import UNSAID, field_of
from fazhi.organs.models import Organ

YEAR = ("年度", "年份")
"""How the label of a year ends: it is no amount, and is printed without a comma."""


def brief(organ: Organ) -> str:
    """The short name, else the full one."""
    return organ.short


def shown(register: Register, row: RecordModel, name: str) -> str:
    """The column as it is printed; empty where nothing is known."""
    column = field_of(register.model, name)
    if isinstance(column, ForeignKey):
        other = getattr(row, name)
        text = brief(other) if isinstance(other, Organ) else "" if other is None else str(other)
    else:
        text = in_words(column, getattr(row, column.attname))
    return masked(text) if name in register.personal else text


def in_words(column: Field[Any, Any], value: Any) -> str:
    """A plain value of the column, as the row or the trail keeps it."""
    if value in {None, ""}:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    label, unit = parted(str(column.verbose_name))
    if unit:
        return printed(int(value), unit)
    number = isinstance(value, int) and not isinstance(column, ForeignKey)
    return f"{value:,}" if number and not label.endswith(YEAR) else str(value)


def heading(model: type[Model], name: str) -> str:
    """The label of a column on a page; the unit in which it is kept is none of the reader's business."""
    return parted(str(field_of(model, name).verbose_name))[0]


def is_set(row: Model, name: str) -> bool:
    """Whether somebody has said something: an explicit undecided says nothing, other defaults do."""
    column = field_of(type(row), name)
    value = getattr(row, column.attname)
    if value in {None, "", False}:
        return False
    return not (column.choices and value in UNSAID)


def part_personal(register: Register, model: str) -> frozenset[str]:
    """The personal columns of a part: ``Applicant.id_no`` is ``id_no`` of ``Applicant``."""
    name = model.rpartition(".")[2]
    return frozenset(
        column for part, _, column in (one.rpartition(".") for one in register.personal) if part == name
    )
