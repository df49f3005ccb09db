"""Over every register that knows them: standstills, extensions and links leave in a file and come back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from fazhi.engine import bulk
from fazhi.engine.access import every_row
from fazhi.engine.actor import SYSTEM
from fazhi.engine.amendments import lacks_of_pause
from fazhi.engine.bulk import BulkRow, Extended, Linkage, Standstill
from fazhi.engine.models import Breach, Event, Interval, Link, Obligation, Prolongation
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.relations import kinds, near
from fazhi.exchange.beside_example import example
from fazhi.exchange.beside_table import (
    EXTENSIONS,
    LINKS,
    NAMES,
    PAUSES,
    beside_table,
    extensible,
    kinds_of_sheets,
    offered,
)
from fazhi.exchange.heading import bare, main_table, part_tables
from fazhi.exchange.importer import Importer
from fazhi.exchange.intake import Sheet
from fazhi.exchange.plan import Plan
from fazhi.exchange.sheet import write_template
from fazhi.exchange.taking import take
from fazhi.exchange.workbook import open_book
from tests.contract.test_bulk import standing
from tests.contract.test_sheets import (
    EVERY,
    REGISTERS,
    TODAY,
    distinct,
    elsewhere,
    empty,
    exported,
    made,
    planned,
    stored,
    tree,  # noqa: F401 - a fixture
)
from tests.engine.counted import Tree
from tests.exchange.conftest import workbook

pytestmark = pytest.mark.django_db
CLOCKED = [one for one in REGISTERS if one.procedure.pauses or extensible(one)]
LINKED = [one for one in REGISTERS if near(one)]


def halted(register: Register, tree: Tree) -> list[BulkRow]:  # noqa: F811 - the fixture
    """Lawful rows, each with a standstill of every kind while a clock that it stops runs, and every
    extension that the law of the row allows, granted on the day on which the clock starts.
    """
    rows = list(distinct(register, made(register, tree)))
    loaded = bulk.load(register, rows, actor=SYSTEM)
    clocks: dict[int, list[Obligation]] = {}
    for one in Obligation.objects.filter(register=register.key):
        clocks.setdefault(one.record_id, []).append(one)
    laws = dict(every_row(register).values_list("pk", "law_on"))
    found = [
        row._replace(
            pauses=list(standstills(register, clocks.get(pk, []))),
            extensions=list(extensions(register, clocks.get(pk, []), laws[pk])),
        )
        for pk, row in zip(loaded.pks(), rows, strict=True)
    ]
    empty(register)
    return found


def standstills(register: Register, clocks: list[Obligation]) -> Iterator[Standstill]:
    for pause in register.procedure.pauses:
        for clock in clocks:
            deadline = register.procedure.deadline(clock.deadline)
            first = clock.started_on + timedelta(1)
            last = min(clock.met_on or TODAY, TODAY)
            if pause.key in deadline.pauses and first <= last:
                ground = pause.grounds.values[0] if pause.grounds else ""
                yield Standstill(pause.key, first, min(first + timedelta(4), last), ground, "示例")
                break


def extensions(register: Register, clocks: list[Obligation], law_on: date | None) -> Iterator[Extended]:
    for clock in clocks:
        extension = register.procedure.deadline(clock.deadline).extension
        if extension is not None and law_on is not None and (found := extension.at(law_on)):
            yield Extended(clock.deadline, found[1].most.length, clock.started_on, "情况复杂")


@pytest.mark.parametrize("register", CLOCKED, ids=lambda one: one.key)
def test_standstills_and_extensions_travel_to_another_house_with_their_clocks_and_breaches(
    tree: Tree,  # noqa: F811 - the fixture
    register: Register,
) -> None:
    bulk.load(register, halted(register, tree), actor=SYSTEM)
    assert Interval.objects.exists() or not register.procedure.pauses
    assert Prolongation.objects.exists() or not extensible(register)
    before, sheets, data = standing(register), stored(register), elsewhere(register)
    empty(register)
    plan = planned(register, data)
    assert [str(fault) for fault in plan.faults] == []
    assert (plan.strange, len(plan.fresh)) == ([], len(before))
    take(plan, SYSTEM, "来件.xlsx")
    assert standing(register) == before
    assert stored(register) == sheets
    events = Event.objects.count()
    for again in (data, exported(register, clear=True), exported(register, clear=False)):
        plan = planned(register, again)
        assert [str(fault) for fault in plan.faults] == []
        assert (plan.fresh, plan.changes, plan.unchanged) == ([], [], len(before))
        take(plan, SYSTEM, "来件.xlsx")
    assert Event.objects.count() == events


def entered(register: Register, tree: Tree) -> list[int]:  # noqa: F811 - the fixture
    return list(bulk.load(register, distinct(register, made(register, tree)), actor=SYSTEM).pks())


@pytest.mark.parametrize("register", LINKED, ids=lambda one: one.key)
def test_links_that_rules_ask_for_travel_with_the_breaches_that_they_cure(
    tree: Tree,  # noqa: F811 - the fixture
    register: Register,
) -> None:
    others = [key for key in near(register) if key != register.key]
    there = {key: entered(installed().registers[key], tree) for key in others}
    rows = list(distinct(register, made(register, tree)))
    links = [Linkage(pks[0], kind_of(register, key)) for key, pks in there.items()]
    pks = list(bulk.load(register, [row._replace(links=links) for row in rows], actor=SYSTEM).pks())
    if register.key in near(register) and len(pks) > 1:
        Link.objects.create(here_id=pks[0], there_id=pks[1], kind=kind_of(register, register.key))
        bulk.settle(register, [range(pks[0], pks[1] + 1)])
    before, sheets, data = standing(register), stored(register), elsewhere(register)
    count = Link.objects.count()
    assert count
    for model in (Breach, Link, Obligation):
        model.objects.filter(**{f"{'here' if model is Link else 'record'}__register": register.key}).delete()
    register.model._default_manager.all().delete()
    plan = planned(register, data)
    assert [str(fault) for fault in plan.faults] == []
    take(plan, SYSTEM, "来件.xlsx")
    assert Link.objects.count() == count
    assert standing(register) == before
    assert stored(register) == sheets
    for again in (data, exported(register, clear=False)):
        plan = planned(register, again)
        assert [str(fault) for fault in plan.faults] == []
        assert (plan.fresh, plan.changes, plan.unchanged) == ([], [], len(before))


def kind_of(register: Register, key: str) -> str:
    return next(iter(kinds(register, installed().registers[key])), "")


@EVERY
def test_no_sheet_is_taken_for_another(register: Register) -> None:
    own = {bare(main_table(register).label), *(bare(one.label) for one in part_tables(register).values())}
    names = [bare(name) for kind in kinds_of_sheets(register) for name in NAMES[kind]]
    assert own.isdisjoint(names)
    for kind in kinds_of_sheets(register):
        table = beside_table(register, kind)
        assert len({one.label for one in table.headings}) == len(table.headings)
        for one in table.columns:
            labels = [label for _, label in getattr(one.column, "flatchoices", ())]
            assert len(set(labels)) == len(labels), (kind, one.name)


@EVERY
def test_the_template_offers_each_sheet_with_an_example_that_can_be_read(register: Register) -> None:
    target = io.BytesIO()
    write_template(register, target)
    book = open_book(target.getvalue(), "模板.xlsx")
    cells = [list(row) for row in book.rows("填写说明")]
    for kind in offered(register):
        table = beside_table(register, kind)
        assert list(next(book.rows(table.label))) == [one.label for one in table.headings]
        at = next(place for place, row in enumerate(cells) if row[0] == f"“{table.label}”填写示例")
        told = example(register, kind)
        assert cells[at + 1][: len(told)] == [one.label for one in table.headings]
        assert [str(cell) for cell in told] == [str(cell) for cell in cells[at + 2][: len(told)]]
        values, _, good = next(read(register, kind, told))
        assert good or kind == LINKS, kind
        if kind == PAUSES:
            pause = register.procedure.pause(values["pause"])
            ground = (
                dict(zip(map(str, pause.grounds.labels), pause.grounds.values, strict=True))[values["ground"]]
                if pause.grounds
                else ""
            )
            one = Standstill(pause.key, values["first"], values["last"], ground)
            assert lacks_of_pause(register.procedure, one, TODAY) == []
        elif kind == EXTENSIONS:
            extension = register.procedure.deadline(values["deadline"]).extension
            assert extension is not None
            assert 1 <= values["amount"] <= max(found.most.length for _, found in extension)


def read(register: Register, kind: str, cells: list[Any]) -> Iterator[tuple[dict[str, Any], list[str], bool]]:
    """The example as the import reads it."""
    table = beside_table(register, kind)
    book = open_book(workbook({table.label: ([one.label for one in table.headings], cells)}), "示例.xlsx")
    sheet = Sheet(table, book, table.label, Importer(None, None), Plan(register))
    for place, row in sheet.rows():
        yield sheet.values(place, row)
