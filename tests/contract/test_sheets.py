"""Over every register: what is exported, masked or clear, can be imported; a template names every column."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fazhi.engine.access import every_row
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import load
from fazhi.engine.models import Breach, Event, Interval, Link, Obligation, Prolongation, Record
from fazhi.engine.recipe import Made
from fazhi.engine.register import Register
from fazhi.exchange.heading import KNOWN, main_table, part_tables
from fazhi.exchange.intake import Importer, read_plan
from fazhi.exchange.outflow import Export, write
from fazhi.exchange.plan import Plan
from fazhi.exchange.sheet import Book, write_template
from fazhi.exchange.taking import take, try_out
from fazhi.exchange.workbook import open_book
from fazhi.workstreams.all import RECIPES, WORKSTREAMS
from tests.engine.counted import Tree, plant

pytestmark = pytest.mark.django_db
REGISTERS = [register for workstream in WORKSTREAMS for register in workstream.registers]
TODAY = date(2026, 11, 25)
DAYS = (date(2017, 3, 1), date(2025, 3, 3))
EVERY = pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.key)


@pytest.fixture
def tree(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any, db: None) -> Tree:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    for module in ("engine.bulk", "engine.records", "exchange.intake"):
        monkeypatch.setattr(f"fazhi.{module}.today", lambda: TODAY)
    return plant()


def made(register: Register, tree: Tree) -> Iterator[Any]:
    """A row of each outcome, as far as the law of the day knows it."""
    recipe = RECIPES[register.key]
    count = 0
    for day in DAYS:
        for make in recipe.outcomes.values():
            count += 1
            try:
                given: Made = make(day, count)
            except Exception:  # noqa: BLE001, S112 - an outcome of another edition
                continue
            values = {name: value for name, value in given.values.items() if value is not None}
            first = min((one for one in values.values() if isinstance(one, date)), default=day)
            organs = dict.fromkeys(recipe.organs, tree.bureau.pk)
            facts = Made(values, given.parts, given.pauses, given.extensions)
            yield facts.as_row(tree.county.pk, first, **organs)


def planned(register: Register, data: bytes) -> Plan:
    return read_plan(register, open_book(data, "导出.xlsx"), Importer(None, None))


def exported(register: Register, kind: str = "xlsx", *, clear: bool) -> bytes:
    rows = every_row(register)
    target = io.BytesIO()
    write(Export(register, rows, rows if clear else None, see=every_row), kind, target)
    return target.getvalue()


def elsewhere(register: Register) -> bytes:
    """The export in clear as another house would send it: without our numbers of records."""
    export = Export(register, every_row(register), every_row(register), see=every_row)
    place = [one.name for one in export.main.headings].index(KNOWN)
    target = io.BytesIO()
    with Book(target) as book:
        book.add(export.main, ([*row[:place], None, *row[place + 1 :]] for row in export.main_rows()))
        for model, table in export.parts.items():
            book.add(table, export.part_rows(model))
        for kind, table in export.beside.items():
            book.add(table, export.beside_rows(kind))
    return target.getvalue()


def stored(register: Register) -> list[Any]:
    """Every record with what it holds, keys left out."""
    export = Export(register, every_row(register), every_row(register), see=every_row)
    parts = [list(export.part_rows(model)) for model in export.parts]
    beside = [list(export.beside_rows(kind)) for kind in export.beside]
    return [[[*row[:1], *row[2:]] for row in export.main_rows()], parts, beside]


@EVERY
@pytest.mark.parametrize("clear", [False, True], ids=["masked", "clear"])
def test_what_is_exported_changes_nothing_when_it_is_imported(
    tree: Tree, register: Register, clear: bool
) -> None:
    count = load(register, made(register, tree), actor=SYSTEM).count
    events = Event.objects.count()
    plan = planned(register, exported(register, clear=clear))
    assert [str(fault) for fault in plan.faults] == []
    assert plan.strange == []
    assert (len(plan.fresh), plan.changes, plan.unchanged) == (0, [], count)
    take(plan, SYSTEM, "导出.xlsx")
    assert Event.objects.count() == events


@EVERY
def test_a_file_of_another_house_brings_the_same_records(tree: Tree, register: Register) -> None:
    load(register, distinct(register, made(register, tree)), actor=SYSTEM)
    before, data = stored(register), elsewhere(register)
    empty(register)
    plan = planned(register, data)
    assert [str(fault) for fault in plan.faults] == []
    tried = try_out(plan, SYSTEM)
    assert not every_row(register).exists()
    taken = take(plan, SYSTEM, "来件.xlsx")
    assert taken == tried
    assert stored(register) == before
    again = planned(register, data)
    assert [str(fault) for fault in again.faults] == []
    assert (again.fresh, again.changes, again.unchanged) == ([], [], taken.new)


def distinct(register: Register, rows: Iterator[Any]) -> Iterator[Any]:
    """Rows that a business key tells apart."""
    seen = set()
    for row in rows:
        given = [row.values.get(name) for name in (*register.key_fields, *register.needs)]
        own = given[: len(register.key_fields)]
        key = tuple(own if own and all(own) else given)
        if key not in seen:
            seen.add(key)
            yield row


def empty(register: Register) -> None:
    """The register as in a house that has no such record."""
    for model in (Breach, Interval, Link, Obligation, Prolongation):
        model.objects.all().delete()
    register.model._default_manager.all().delete()
    Record.objects.all().delete()


@EVERY
def test_a_template_is_read_as_an_empty_file_and_names_every_column(register: Register, db: None) -> None:
    target = io.BytesIO()
    write_template(register, target)
    plan = planned(register, target.getvalue())
    assert (plan.total, plan.faults, plan.strange) == (0, [], [])
    book = open_book(target.getvalue(), "模板.xlsx")
    for table in (main_table(register), *part_tables(register).values()):
        assert list(next(book.rows(table.label))) == [one.label for one in table.headings]
        assert len({one.label for one in table.headings}) == len(table.headings)
