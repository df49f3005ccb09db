"""A register as a list: views and steps with counts, rows with their lights, pages by key."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.urls import reverse

from fazhi.engine import listing as engine
from fazhi.engine.access import may_capture
from fazhi.engine.listing import MANY, Asked
from fazhi.engine.models import Obligation, RecordModel
from fazhi.engine.register import Column, Register
from fazhi.engine.registry import installed
from fazhi.web.address import altered
from fazhi.web.clock import Reading, reading
from fazhi.web.index import group_of
from fazhi.web.letterhead import page, record_url, register_url
from fazhi.web.link import Action, Link
from fazhi.web.listing import Cell, Empty, Head, ListPage, Row
from fazhi.web.office import Desk
from fazhi.web.pager import Pager, pager
from fazhi.web.pages.narrowing import Counts, asked_by, counted, filters, is_dated, views
from fazhi.web.seal import BREACH, DONE, GONE, LATE, OPEN, PAUSED, Seal
from fazhi.web.shown import heading, is_set, shown


def register_of(key: str) -> Register:
    """The register of that key.

    :raises Http404: none has it.
    """
    try:
        return installed().registers[key]
    except KeyError:
        raise Http404 from None


def records(request: Desk, key: str) -> HttpResponse:
    """The list of a register."""
    register = register_of(key)
    asked = asked_by(request, register)
    counts = counted(request, register, asked.on)
    found = engine.page(request.rights, register, asked)
    pending = unfinished(request, register, found)
    rows = tuple(line(request, register, found, row, open_row=row.pk in pending) for row in found.rows)
    new = reverse("entry", args=[key]) if may_capture(request.rights, request.organ.pk) else ""
    content = ListPage(
        title=register.label,
        lead=f"查看范围内的{register.label}，新登记的在前",
        crumbs=crumbs(register),
        caption=f"{register.label}，新登记的在前",
        url=register_url(key),
        heads=heads(register),
        rows=rows,
        pager=pages(request, register, asked, found, counts) if rows else None,
        views=views(request, register, asked, counts),
        filters=filters(request, register, asked, counts),
        query=asked.words,
        kept=tuple((name, value) for name in ("view", "step") if (value := request.GET.get(name))),
        day=str(asked.on or request.day) if is_dated(register, asked) else "",
        actions=actions(request, register, new),
        empty=empty(register, asked, new),
    )
    return page(request, "web/list.html", content, current=register.workstream_key)


def actions(request: Desk, register: Register, new: str) -> tuple[Action, ...]:
    """The chart where the register has one, rows out for all who see them (those listed, where the list is
    narrowed); the template, rows in and the form for those who enter records.
    """
    chart = (Action("账图", reverse("ledger", args=[register.key])),) if has_ledger(register) else ()
    listed = altered(request, before=None, after=None, count=None)
    export = Action("导出", reverse("export", args=[register.key]) + listed.rstrip("?"), quiet=True)
    if not new:
        return (*chart, export)
    return (
        *chart,
        Action("模板", reverse("template", args=[register.key]), quiet=True),
        Action("导入", reverse("import", args=[register.key]), quiet=True),
        export,
        Action(f"登记{register.label}", new, main=True),
    )


def has_ledger(register: Register) -> bool:
    """Whether records of the register name a unit that answers and a day on which something is owed."""
    return bool(register.parties) and any(not one.watch for one in register.procedure.deadlines)


def crumbs(register: Register, *more: Link) -> tuple[Link, ...]:
    """Group, line of work, register, and what lies within it."""
    workstream = installed().workstreams[register.workstream_key]
    way = [Link(group_of(workstream.key)), Link(workstream.label, register_url(workstream.registers[0].key))]
    if register is not workstream.registers[0] or not more:
        way.append(Link(register.label, register_url(register.key), current=not more))
    return (*way, *more)


MANY_COLUMNS = 9
"""Above this a number has no column of its own."""


def heads(register: Register) -> tuple[Head, ...]:
    declared = tuple(Head(head_of(register, column)) for _, column in columns(register))
    return (*declared, Head("余期", numeric=True, stays=True), Head("承办"))


def columns(register: Register) -> list[tuple[bool, Column]]:
    """The columns with a cell of their own, and whether it opens the record.

    Where there are many, the number stands beneath the words that open the record, to leave them room.
    """
    opener = next((at for at, column in enumerate(register.columns) if column.wide), 0)
    own = [(at == opener, column) for at, column in enumerate(register.columns)]
    many = len(own) > MANY_COLUMNS
    return [one for one in own if one[0] or not (many and one[1].field == "number")]


def head_of(register: Register, column: Column) -> str:
    if column.label:
        return column.label
    if column.field.startswith("due:"):
        return f"{register.procedure.deadline(column.field.removeprefix('due:')).label}届满日"
    return heading(register.model, column.field)


def unfinished(request: Desk, register: Register, found: engine.Page) -> frozenset[int]:
    """The rows of the page on which work goes on, as the register declares it: one query."""
    pks = [row.pk for row in found.rows]
    if not register.open_when:
        return frozenset(row.pk for row in found.rows if row.step not in register.procedure.ends)
    rows = engine.rows(request.rights, register, Asked()).filter(register.open_when, pk__in=pks)
    return frozenset(rows.order_by().values_list("pk", flat=True))


def line(request: Desk, register: Register, found: engine.Page, row: RecordModel, *, open_row: bool) -> Row:
    """One record: its light, its columns, what is left of its most urgent clock, and its handler."""
    clocks = found.clocks.get(row.pk, ())
    said = urgent(clocks, request)
    seal = light(row, said, breached=row.pk in found.breached, open_row=open_row)
    cells = []
    for opens, column in columns(register):
        cell = Cell(head_of(register, column), cell_text(register, row, column, clocks), wide=column.wide)
        if opens:
            many = len(register.columns) > MANY_COLUMNS and column.field != "number"
            text, url = cell.text or row.record.title, record_url(register.key, row.pk)
            cell = replace(cell, text=text, url=url, beneath=row.number if many else "")
        cells.append(cell)
    left, tone = (said.left, said.tone) if said and seal is not GONE else ("", "")
    cells.append(Cell("余期", left, numeric=True, tone=tone, stays=True))
    cells.append(Cell("承办", row.record.handler.name if row.record.handler else ""))
    return Row(seal, tuple(cells))


def cell_text(register: Register, row: RecordModel, column: Column, clocks: tuple[Obligation, ...]) -> str:
    if column.field.startswith("due:"):
        key = column.field.removeprefix("due:")
        return next((str(clock.due_on) for clock in clocks if clock.deadline == key and clock.due_on), "")
    if column.field == "step":
        return str(register.procedure.steps(row.step).label)
    return shown(register, row, column.field) if is_set(row, column.field) else ""


def urgent(clocks: tuple[Obligation, ...], request: Desk) -> Reading | None:
    """What the open clock that falls due first says; None where none is open."""
    running = [clock for clock in clocks if clock.met_on is None]
    running.sort(key=lambda clock: (clock.due_on is None, clock.due_on or request.day))
    if not running:
        return None
    first = running[0]
    return reading(first.due_on, request.day, provisional=first.provisional)


def light(row: RecordModel, said: Reading | None, *, breached: bool, open_row: bool) -> Seal:
    """The worst of what holds: withdrawn, late, breached, soon, standing still, open, done."""
    if row.withdrawn_on is not None:
        return GONE
    if said is not None and said.seal is LATE:
        return LATE
    if breached:
        return BREACH
    if said is not None:
        return PAUSED if said.seal is PAUSED else said.seal
    return OPEN if open_row else DONE


def pages(request: Desk, register: Register, asked: Asked, found: engine.Page, counts: Counts) -> Pager:
    older = altered(request, before=str(found.older), after=None) if found.older else ""
    newer = altered(request, after=str(found.newer), before=None) if found.newer else ""
    shown_rows, cap = len(found.rows), MANY
    count = counts.exact(asked)
    if request.GET.get("count") == "exact":
        count = cap = engine.rows(request.rights, register, asked).count()
    elif count is None:
        count = engine.count_to_many(engine.rows(request.rights, register, asked))
    exact = altered(request, count="exact")
    return pager(shown_rows, count, previous=newer, following=older, exact_url=exact, cap=cap)


def empty(register: Register, asked: Asked, new: str) -> Empty:
    if asked.words or asked.view or asked.step or asked.before or asked.after:
        every = Action("看全部", register_url(register.key))
        return Empty("没有符合条件的记录", "请改用其他视图或者搜索词；搜索至少用两个字。", (every,))
    if not new:
        return Empty(f"还没有{register.label}", "承办机关登记后，这里自动列出您有权查看的记录。")
    text = "登记一件后，法律规定的期限自动开始计算，能办什么、还缺什么逐项列出。"
    return Empty(f"还没有{register.label}", text, (Action(f"登记{register.label}", new, main=True),))
