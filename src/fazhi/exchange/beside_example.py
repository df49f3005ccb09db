"""One lawful row of each sheet that stands beside a register's own, for those who fill it in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, ForeignKey, IntegerField

from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.relations import kinds, near
from fazhi.engine.values import UNSAID
from fazhi.exchange.beside_table import EXTENSIONS, JOINT, PAUSES, extensible, link_headings, longest_now

DAY = date(2025, 3, 10)


def example(register: Register, kind: str) -> list[Any]:
    """The cells in the order of the sheet's headings, for the first row of the register's own sheet."""
    if kind == PAUSES:
        return [1, *pause(register)]
    return [1, *(extension(register) if kind == EXTENSIONS else link(register))]


def pause(register: Register) -> list[Any]:
    """The first kind of standstill, on its first ground, for ten days."""
    every = register.procedure.pauses
    one = every[0]
    grounds = [str(label) for label in one.grounds.labels] if one.grounds else [""]
    ground = grounds[:1] if any(other.grounds for other in every) else []
    return [one.label, *ground, DAY, DAY + timedelta(9), "（停止计算的原因）"]


def extension(register: Register) -> list[Any]:
    """As long as the law in force allows, granted within a month."""
    one = extensible(register)[0]
    return [one.label, longest_now(one), DAY + timedelta(20), "（延长的理由）"]


def link(register: Register) -> list[Any]:
    """With the register that the rules speak of first."""
    other = installed().registers[(*near(register), register.key)[0]]
    headings = {one.name for one in link_headings(register)}
    kind = [next(iter(kinds(register, other).values()), "")] if "kind" in headings else []
    return [*kind, other.label, "（登记对方记录的机关）", key(other)]


def key(register: Register) -> str:
    fields = {one.name: one for one in register.model._meta.concrete_fields}
    return JOINT.join(value(fields[name]) for name in register.key_fields or register.needs)


def value(column: Any) -> str:
    """An invented value of a column."""
    if column.choices:
        return next(str(label) for stored, label in column.flatchoices if stored not in UNSAID)
    if isinstance(column, DateField):
        return DAY.isoformat()
    if isinstance(column, IntegerField):
        return "2025" if "year" in column.name else "1"
    return "（机关）" if isinstance(column, ForeignKey) else f"（{column.verbose_name}）"
