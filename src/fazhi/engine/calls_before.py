"""The year before of a call's figures: what stands already, and what a liaison states beside the answer.

A base is confirmed, returned and accepted with its answer, and is then a declared figure of the same span one
year earlier. One that records give, or that was declared already, is shown and takes no other value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fazhi.engine.actor import Actor
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.declared import check_entry, enter_figure
from fazhi.engine.figures.printing import print_value
from fazhi.engine.figures.span import Span
from fazhi.engine.figures.value import ORIGIN_LABELS, Figure
from fazhi.engine.models import Asked, Call
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.registry import installed

COMPUTED = frozenset({"share", "ratio", "change"})
"""Kinds whose value stands on a denominator of records even where nothing is in the numerator."""

Bases = dict[tuple[int, str], Figure]
"""What stands for the year before, by organ and indicator."""


@dataclass(frozen=True)
class Base:
    """Last year's value as a liaison states it, in the figure's unit."""

    value: Fraction
    source: str
    as_of: date


def span_of(call: Call) -> Span:
    return Span(call.first, call.last)


def base_of(row: Asked) -> Base | None:
    """What was stated beside the answer."""
    value = row.base_value
    if value is None:
        return None
    return Base(value, row.base_source, row.base_as_of or span_of(row.call).before().last)


def keep(row: Asked, base: Base | None) -> None:
    """Note the base on the answer, or that none was stated; unsaved."""
    row.base_numerator = None if base is None else base.value.numerator
    row.base_denominator = 1 if base is None else base.value.denominator
    row.base_source = "" if base is None else base.source.strip()
    row.base_as_of = None if base is None else base.as_of


def bases(answers: Iterable[Asked], span: Span) -> Bases:
    """The same figures a year earlier that stand: counted from records, or declared."""
    known = installed().indicators
    asked = {(one.organ_id, one.indicator) for one in answers if one.indicator in known}
    organs, keys = {organ for organ, _ in asked}, dict.fromkeys(sorted(key for _, key in asked))
    found = compile_figures(keys, sorted(organs), ["within"], span.before())
    return {
        (organ, key): figure
        for (organ, _, key), figure in found.items()
        if (organ, key) in asked and stands(figure)
    }


def stands(figure: Figure) -> bool:
    """Whether something is behind the value: an entry, records, or the denominator of a rate."""
    if figure.value is None:
        return False
    return figure.origin == "declared" or figure.records > 0 or figure.kind in COMPUTED


def standing(row: Asked) -> Figure | None:
    return bases([row], span_of(row.call)).get((row.organ_id, row.indicator))


def check_base(row: Asked, base: Base) -> None:
    """
    :raises Refusal: another value stands for the year before; no source; a day that cannot be.
    """
    before = span_of(row.call).before()
    figure = standing(row)
    if figure is not None and figure.value != base.value:
        raise Refusal(f"“{figure.label}”的上年同期数没有保存", [other(figure)])
    try:
        check_entry(row.indicator, "within", before, base.value, base.source, base.as_of, installed())
    except Refusal as refusal:
        raise Refusal(f"上年同期（{before}）的数没有保存", refusal.lacks) from None


def other(figure: Figure) -> Lack:
    """The year before has a value already; who corrects it."""
    value, where = print_value(figure.value, figure.unit), ORIGIN_LABELS[figure.origin]
    how = "请更正有关记录" if figure.origin == "counted" else "请由统筹人员更正申报数"
    return Lack(f"{figure.span}已有{where}的数{value}，不能另填", f"确有错误的，{how}", field="base")


def enter_base(row: Asked, actor: Actor, note: str) -> None:
    """Declare what was stated for the year before; nothing where the same value stands.

    :raises Refusal: meanwhile another value stands.
    """
    base = base_of(row)
    if base is None:
        return
    figure = standing(row)
    if figure is not None:
        if figure.value != base.value:
            given, now = (print_value(value, figure.unit) for value in (base.value, figure.value))
            where = f"{figure.span}现有{ORIGIN_LABELS[figure.origin]}的数{now}，与填报的上年同期数{given}不同"
            raise Refusal(f"“{figure.label}”没有采用", [Lack(where, "请退回填报机关核对", field="base")])
        return
    before = span_of(row.call).before()
    enter_figure(row.indicator, row.organ, "within", before, base.value, source=base.source, as_of=base.as_of,
                 actor=actor, note=f"上年同期；{note}", why=f"采用填报：{row.call.title}")  # fmt: skip


def enter_base_total(call: Call, indicator: str, rows: list[Asked], actor: Actor) -> Fraction | None:
    """Enter the sum of the year before for the organ that asked.

    None where an organ has no value for it, or the organ that asked has its own.
    """
    before = span_of(call).before()
    (own,) = compile_figures([indicator], [call.organ_id], ["within"], before).values()
    found = bases(rows, span_of(call))
    if stands(own) or len(found) < len(rows):
        return None
    total = sum((figure.value or Fraction(0) for figure in found.values()), Fraction(0))
    enter_figure(
        indicator, call.organ, "within", before, total,
        source=f"{call.title}：{len(rows)}个机关上年同期合计",
        as_of=max((row.base_as_of for row in rows if row.base_as_of), default=before.last),
        actor=actor, why=f"填报合计：{call.title}",
    )  # fmt: skip
    return total


def source_of(figure: Figure) -> str:
    """Where a base that stands comes from: 记录计数 or 申报."""
    return ORIGIN_LABELS[figure.origin]
