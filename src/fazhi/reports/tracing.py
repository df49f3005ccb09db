"""The records behind a figure and the figures that a record feeds, for the terminal and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.engine.access import every_row
from fazhi.engine.figures.measure import Flow, denominator, measure_of, numerator
from fazhi.engine.figures.trace import Feed, Side, figures_fed, members
from fazhi.engine.models import Record, RecordModel
from fazhi.engine.personal import masked
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.reports.question import Question


@dataclass(frozen=True, slots=True)
class Traced:
    """One record behind a figure; ``on`` is the date by which it counts."""

    record: int
    register: str
    register_label: str
    number: str
    title: str
    on: date | None
    organ: str

    def to_json(self) -> dict[str, Any]:
        return {
            "record": self.record,
            "register": self.register,
            "number": self.number,
            "title": self.title,
            "date": self.on and self.on.isoformat(),
            "organ": self.organ,
        }


def records_behind(key: str, question: Question, part: Side = "numerator") -> Iterator[Traced]:
    """The rows by which the figure is counted, in the order of the date by which they count.

    :raises Refusal: an unknown indicator, a declared one, a denominator that has no records.
    """
    registry = installed()
    rows = members(key, question.organ, question.scope, question.span, part=part)
    indicator = registry.indicators[key]
    parts = [numerator(indicator, question.span)] if part == "numerator" else list(
        denominator(indicator, question.span)
    )  # fmt: skip
    first = next((one for one in parts if one is not None), None)
    if first is None:
        raise Refusal(
            f"“{indicator.label}”没有以记录为分母：它不是比率，或者分母是机关名册。"
            "请去掉 --part denominator。"
        )
    measure = measure_of(key.partition(".")[0], *first, registry)
    register = registry.registers[measure.register]
    window = measure.window
    field = window.on if isinstance(window, Flow) else window.since
    for row in rows.select_related("record", "organ").order_by(field, "pk").iterator(chunk_size=2000):
        yield traced(register, row, getattr(row, field))


def traced(register: Register, row: RecordModel, on: date | None) -> Traced:
    title = masked_title(register, row)
    return Traced(row.pk, register.key, register.label, row.number, title, on, row.organ.name)


def masked_title(register: Register, row: RecordModel) -> str:
    """The title with the personal values that its format puts into it masked."""
    title = row.record.title
    for name in register.personal:
        value = "" if "." in name else str(getattr(row, name, "") or "")
        if value:
            title = title.replace(value, masked(value))
    return title


def fed_by(pk: int, through: date) -> tuple[Traced, list[Feed]]:
    """The record with that number and every indicator it feeds.

    :raises Refusal: there is no such record.
    """
    hub = Record.objects.filter(pk=pk).first()
    if hub is None:
        raise Refusal(f"没有编号为{pk}的记录。请用 fazhi trace 指标 --json 查看记录编号（record）。")
    register = installed().registers.get(hub.register)
    if register is None:
        raise Refusal(f"记录{pk}属于登记簿“{hub.register}”，现有工作没有声明它。")
    row = every_row(register).select_related("record", "organ").get(pk=pk)
    return traced(register, row, row.stepped_on), figures_fed(register.key, pk, through=through)
