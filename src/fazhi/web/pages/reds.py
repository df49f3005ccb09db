"""Every red light one by one: what is late, and which acts of the past broke a demand of the law."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.urls import reverse

from fazhi.engine import worklist as engine
from fazhi.engine.models import Breach, Obligation, Record
from fazhi.engine.registry import installed
from fazhi.organs.role import VIEWING
from fazhi.web.clock import reading
from fazhi.web.letterhead import page, record_url
from fazhi.web.link import Link
from fazhi.web.listing import Cell, Empty, Head, ListPage, Row
from fazhi.web.office import Desk
from fazhi.web.seal import BREACH, LATE
from fazhi.web.shown import brief

MOST = 200
HEADS = ("记录", "事项", "依据", "机关", "余期")


def reds(request: Desk) -> HttpResponse:
    """Late clocks and breaches within view, at most :data:`MOST` of each; ``?organ=`` those of one organ."""
    late = engine.open_clocks(request.rights).filter(due_on__lt=request.day).order_by("due_on", "pk")
    seen = Record.objects.filter(
        request.rights.organs(VIEWING), withdrawn_on__isnull=True, register__in=installed().registers
    )
    chosen = request.GET.get("organ", "")
    if chosen.isdecimal():
        late, seen = late.filter(organ_id=int(chosen)), seen.filter(organ_id=int(chosen))
    each = Exists(seen.filter(pk=OuterRef("record")))
    broken = Breach.objects.filter(each).select_related("record", "record__organ").order_by("-pk")
    rows = [late_row(clock, request) for clock in late[:MOST]]
    rows += [breach_row(breach) for breach in broken[:MOST]]
    content = ListPage(
        title="红灯",
        lead="逾期的在前，补记的行为违反规定的在后",
        crumbs=(Link("工作台", reverse("home")), Link("红灯", current=True)),
        caption="逾期和违反规定的记录",
        url="",
        heads=tuple(Head(label, numeric=label == "余期") for label in HEADS),
        rows=tuple(rows),
        pager=None,
        empty=Empty("没有红灯", "查看范围内没有逾期和违反规定的记录。"),
    )
    return page(request, "web/list.html", content, current="home")


def late_row(clock: Obligation, request: Desk) -> Row:
    item = engine.item(clock, request.day)
    left = reading(clock.due_on, request.day).left
    return Row(LATE, cells(clock.record, item.label, clock.article, left))


def breach_row(breach: Breach) -> Row:
    return Row(BREACH, cells(breach.record, breach.label, breach.article, "违反规定"))


def cells(record: Record, matter: str, article: str, left: str) -> tuple[Cell, ...]:
    return (
        Cell("记录", record.title, record_url(record.register, record.pk), wide=True),
        Cell("事项", matter, wide=True),
        Cell("依据", article, wide=True, muted=True),
        Cell("机关", brief(record.organ)),
        Cell("余期", left, numeric=True, tone="late"),
    )
