"""The ledger and chart of a register: a page of its rows against the units that owe them, with lights.

A register has one where its records name an organ that answers and a clock that somebody owes. Nothing is
filled in for the chart: every light comes from the record.
"""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpResponse

from fazhi.engine import listing as engine
from fazhi.engine.models import RecordModel
from fazhi.engine.register import Register
from fazhi.organs.models import Organ
from fazhi.web.ledger import LedgerPage, Line, Mark
from fazhi.web.letterhead import page, record_url, register_url
from fazhi.web.link import Action, Link
from fazhi.web.office import Desk
from fazhi.web.pages import register as listed
from fazhi.web.pages.narrowing import asked_by, counted, views
from fazhi.web.seal import BREACH, DONE, GUESS, LATE, NONE, OPEN, PAUSED, SOON, Seal

ROWS = 50
LEGEND = (NONE, OPEN, GUESS, SOON, LATE, BREACH, PAUSED, DONE)


def ledger(request: Desk, key: str) -> HttpResponse:
    """The chart of a register.

    :raises Http404: its records name no unit, or nothing is owed on a day.
    """
    register = listed.register_of(key)
    if not listed.has_ledger(register):
        raise Http404
    asked = replace(asked_by(request, register), size=ROWS)
    counts = counted(request, register, asked.on)
    found = engine.page(request.rights, register, asked)
    pending = listed.unfinished(request, register, found)
    units = units_of(register, found.rows)
    lines = tuple(
        line(request, register, found, row, units, open_row=row.pk in pending) for row in found.rows
    )
    content = LedgerPage(
        title=f"{register.label}账图",
        lead="一行一件，一列一个单位；灯由登记的记录得出，不需另行填报",
        crumbs=listed.crumbs(register, Link("账图", current=True)),
        caption=f"{register.label}与责任单位，新登记的在前",
        head=register.label,
        units=tuple(name_of(unit) for unit in units.values()),
        lines=lines,
        legend=LEGEND,
        sums=sums_of(lines, len(units)),
        views=views(request, register, asked, counts),
        pager=listed.pages(request, register, asked, found, counts) if lines else None,
        actions=(Action("台账", register_url(key)),),
        empty=None if lines else listed.empty(register, asked, ""),
    )
    return page(request, "web/ledger.html", content, current=register.workstream_key)


def units_of(register: Register, rows: tuple[RecordModel, ...]) -> dict[int, Organ]:
    """The units that answer for the rows, in the order of their codes."""
    found = {unit.pk: unit for row in rows if (unit := answering(register, row))}
    return dict(sorted(found.items(), key=lambda item: item[1].code))


def answering(register: Register, row: RecordModel) -> Organ:
    """The organ that the record names first; its own organ where it names none yet."""
    unit = getattr(row, register.parties[0])
    return unit if isinstance(unit, Organ) else row.organ


def name_of(unit: Organ) -> str:
    return unit.short_name or unit.name


def line(
    request: Desk,
    register: Register,
    found: engine.Page,
    row: RecordModel,
    units: dict[int, Organ],
    *,
    open_row: bool,
) -> Line:
    """One record with its light in the column of the unit that answers for it."""
    clocks = found.clocks.get(row.pk, ())
    said = listed.urgent(clocks, request)
    seal = begun(register, row, listed.light(row, said, breached=row.pk in found.breached, open_row=open_row))
    here = answering(register, row).pk
    due = [clock.due_on for clock in clocks if clock.due_on]
    marks = tuple(Mark(name_of(unit), seal if pk == here else None) for pk, unit in units.items())
    step = str(register.procedure.steps(row.step).label)
    return Line(row.record.title, record_url(register.key, row.pk), step, str(min(due)) if due else "", marks)


def sums_of(lines: tuple[Line, ...], units: int) -> tuple[str, ...]:
    """Done of all, under each unit and for the page."""
    columns = [[line.marks[at].seal for line in lines] for at in range(units)]
    columns.append([mark.seal for line in lines for mark in line.marks])
    lit = [[seal for seal in column if seal is not None] for column in columns]
    return tuple(f"{sum(seal is DONE for seal in column)}/{len(column)}" for column in lit)


def begun(register: Register, row: RecordModel, seal: Seal) -> Seal:
    """What is in time but still at its first step has not been begun."""
    return NONE if seal in {OPEN, GUESS} and row.step == register.procedure.start else seal
