"""The records behind a figure, as far as the reader may see them."""

from __future__ import annotations

from fazhi.engine.access import visible_to
from fazhi.engine.figures.kinds import Indicator
from fazhi.engine.figures.measure import numerator
from fazhi.engine.figures.trace import Side, members
from fazhi.engine.figures.value import Figure
from fazhi.engine.listing import MANY, count_to_many, many_words
from fazhi.engine.models import RecordModel
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.values import label_of
from fazhi.web.address import altered
from fazhi.web.asking import Asking
from fazhi.web.figure import Members
from fazhi.web.letterhead import record_url, register_url
from fazhi.web.listing import Cell, Head
from fazhi.web.office import Desk
from fazhi.web.pager import pager
from fazhi.web.shown import brief, shown

EACH = 10


def members_of(request: Desk, figure: Figure, asking: Asking) -> Members | None:
    """One page of the visible records, newest first, and how many more may not be seen; None if declared."""
    indicator = installed().indicators[figure.key]
    if indicator.kind == "declared":
        return None
    part: Side = "denominator" if request.GET.get("part") == "denominator" else "numerator"
    every = members(figure.key, asking.organ, asking.scope, asking.span, part=part)
    register = next(one for one in installed().registers.values() if one.model is every.model)
    mine = every.filter(pk__in=visible_to(request.rights, register).order_by().values("pk"))
    before = request.GET.get("before", "")
    wanted = mine.filter(pk__lt=int(before)) if before.isdecimal() and len(before) < 19 else mine
    rows = list(wanted.select_related("record", "organ", *register.parties).order_by("-pk")[: EACH + 1])
    whole, seen = count_to_many(every), count_to_many(mine)
    day = day_column(indicator, asking, register)
    following = altered(request, before=str(rows[EACH - 1].pk)) + "#members" if len(rows) > EACH else ""
    first = altered(request, before=None) + "#members" if before else ""
    name = "分母" if part == "denominator" else "分子" if figure.denominator is not None else "这个数"
    return Members(
        caption(name, whole, seen),
        tuple(Head(label) for label in heads(register, day)),
        tuple(cells(register, row, day) for row in rows[:EACH]),
        f"其余 {whole - seen:,} 件无权查看" if seen < whole <= MANY else "",
        pager(len(rows[:EACH]), seen, previous=first, following=following, cap=MANY),
        register_url(register.key),
    )


def caption(name: str, whole: int, seen: int) -> str:
    mine = "全部可以查看" if seen == whole else f"您可查看 {seen:,} 件"
    return f"{name}共 {many_words(whole)} 件记录" + (f"，{mine}" if whole else "")


def day_column(indicator: Indicator, asking: Asking, register: Register) -> str:
    """The date by which the records are counted."""
    part = numerator(indicator, asking.span)
    name = getattr(part[0], "on", "") or getattr(part[0], "since", "") if part else ""
    names = {field.name for field in register.model._meta.concrete_fields}
    return name if name in names else ""


def heads(register: Register, day: str) -> tuple[str, ...]:
    named = ("编号", "事项", label_of(register.model, day)) if day else ("编号", "事项")
    return (*named, "步骤", "机关")


def cells(register: Register, row: RecordModel, day: str) -> tuple[Cell, ...]:
    dated = (Cell("日期", shown(register, row, day)),) if day else ()
    return (
        Cell("编号", shown(register, row, "number")),
        Cell("事项", row.record.title, record_url(register.key, row.pk), wide=True),
        *dated,
        Cell("步骤", str(register.procedure.steps(row.step).label)),
        Cell("机关", brief(row.organ)),
    )
