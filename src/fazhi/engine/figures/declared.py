"""Figures of another authority's system: entered with source and as-of day, read beside the counted ones.

A declared figure stands for one indicator, organ, scope and span. A declared count gives way as soon as there
are records behind it; a declared rate stands until its entry is corrected, because records may never give it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.db.models import Q

from fazhi.engine.actor import Actor, today
from fazhi.engine.figures.span import Span
from fazhi.engine.figures.value import SCOPES, Scope
from fazhi.engine.models import DeclaredFigure
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.registry import Registry, installed
from fazhi.engine.trail import record_event
from fazhi.organs.models import Organ

LARGEST = 2**63 - 1


@dataclass
class Table:
    """The declared figures that a compilation may need, asked for in one query."""

    wanted: set[tuple[str, Span]] = field(default_factory=set)
    values: dict[tuple[str, int, str, Span], Fraction] = field(default_factory=dict)

    def want(self, key: str, span: Span) -> None:
        self.wanted.add((key, span))

    def get(self, key: str, organ: int, scope: Scope, span: Span) -> Fraction | None:
        return self.values.get((key, organ, scope, span)) if self.values else None

    def fill(self, organs: Iterable[int]) -> None:
        """Read what was declared for ``organs`` in the spans wanted."""
        reach = set(organs)
        within = Q(pk__in=[])
        for span in {span for _, span in self.wanted}:
            within |= Q(first=span.first, last=span.last)
        keys = {key for key, _ in self.wanted}
        for row in DeclaredFigure.objects.filter(within).iterator(chunk_size=2000):
            if row.organ_id in reach and row.indicator in keys:
                place = (row.indicator, row.organ_id, row.scope, Span(row.first, row.last))
                self.values[place] = Fraction(row.numerator, row.denominator)


@transaction.atomic
def declare_figure(
    key: str,
    organ: Organ,
    scope: Scope,
    span: Span,
    value: Fraction | Decimal | int,
    *,
    source: str,
    as_of: date,
    actor: Actor,
    note: str = "",
    why: str = "",
    registry: Registry | None = None,
) -> DeclaredFigure:
    """Enter the figure of another authority, or correct the one entered before.

    :param value: in the indicator's unit, rates in percent.
    :param source: the supplier and its system or paper; ``as_of`` the day up to which it counted.
    :param why: the reason of a correction; asked where a figure stands already.
    :raises Refusal: an unknown indicator or scope, no source, an as-of day in the future or before the span
        begins, no right to enter figures of the organ, a correction without a reason.
    """
    may_declare(actor, organ)
    exact = Fraction(value)
    check_entry(key, scope, span, exact, source, as_of, registry or installed())
    return enter_figure(key, organ, scope, span, exact, source=source, as_of=as_of, actor=actor, note=note,
                        why=why)  # fmt: skip


def enter_figure(
    key: str,
    organ: Organ,
    scope: Scope,
    span: Span,
    exact: Fraction,
    *,
    source: str,
    as_of: date,
    actor: Actor,
    note: str = "",
    why: str = "",
) -> DeclaredFigure:
    """Write a figure whose right and entry the caller has checked, in the caller's transaction."""
    standing = DeclaredFigure.objects.select_for_update().filter(
        indicator=key, organ=organ, scope=scope, first=span.first, last=span.last
    )
    row = standing.first()
    before = None if row is None else str(Fraction(row.numerator, row.denominator))
    if row is not None and not why.strip():
        raise Refusal(f"“{key}”{span}已有申报数{before}。更正须写明理由，请填写“理由”后再保存。")
    row = row or DeclaredFigure(indicator=key, organ=organ, scope=scope, first=span.first, last=span.last)
    row.numerator, row.denominator = exact.numerator, exact.denominator
    row.as_of, row.source, row.note, row.entered_by = as_of, source.strip(), note.strip(), actor.person
    row.save()
    record_event(
        actor=actor,
        kind="declare",
        label=f"{'登记' if before is None else '更正'}申报数：{key}，{span}",
        legal_on=as_of,
        organ=organ,
        changes={f"{key}:{scope}": (before, str(exact)), "source": (None, source.strip())},
        why=why,
    )
    return row


def may_declare(actor: Actor, organ: Organ) -> None:
    from fazhi.engine.records import may_write

    may_write(actor, organ.pk)


def check_entry(
    key: str, scope: str, span: Span, value: Fraction, source: str, as_of: date, registry: Registry
) -> None:
    """Everything that is wrong with an entry, in one refusal."""
    lacks = []
    if key not in registry.indicators:
        lacks.append(Lack(f"没有“{key}”这个指标", "请用 fazhi explain 查看已声明的指标", field="indicator"))
    if scope not in SCOPES:
        lacks.append(Lack(f"没有“{scope}”这个范围", "请写 own、within 或 line", field="scope"))
    if not source.strip():
        lacks.append(Lack("没有写来源", "请写明提供数据的机关及其系统或者文件", field="source"))
    if as_of > today():
        lacks.append(Lack(f"截至日{as_of}晚于今天{today()}", "请核对日期", field="as_of"))
    if as_of < span.first:
        lacks.append(Lack(f"截至日{as_of}早于期间的第一日{span.first}", "请核对期间与截至日", field="as_of"))
    if max(abs(value.numerator), value.denominator) > LARGEST:
        lacks.append(Lack("数值超出可以保存的范围", "请核对数值与单位", field="value"))
    if lacks:
        raise Refusal("申报数没有保存", lacks)
