"""Over every register: rows loaded together are what each of them is alone; each gate is asked by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from fazhi.engine import breaches, bulk
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow
from fazhi.engine.gates import holds
from fazhi.engine.models import Breach, Obligation
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from tests.contract.test_sheets import (
    EVERY,
    made,
    tree,  # noqa: F401 - a fixture
)
from tests.engine.counted import Tree

pytestmark = pytest.mark.django_db


def whole_and_bare(register: Register, tree: Tree) -> Iterator[BulkRow]:  # noqa: F811 - the fixture
    """Rows as the law wants them, and what is left of them without papers and particulars: acts with breaches
    behind them, and clocks that nobody stopped.
    """
    fields = {column.name: column for column in register.model._meta.concrete_fields}
    for row in made(register, tree):
        yield row
        kept = {
            name: value
            for name, value in row.values.items()
            if name in register.needs or fields[name].get_internal_type() in {"DateField", "ForeignKey"}
        }
        yield row._replace(values=kept, parts={}, pauses=(), extensions=())


def alone(register: Register, row: BulkRow) -> bool:
    """Load and settle the row by itself; False where a constraint of its table refuses it."""
    try:
        with transaction.atomic():
            bulk.settle(register, bulk.insert(register, [row], actor=SYSTEM).runs)
    except (Refusal, IntegrityError):
        return False
    return True


def standing(register: Register) -> list[Any]:
    """Every record in order, with its clocks and breaches; keys left out."""
    found = []
    for row in register.model._default_manager.select_related("record").order_by("pk"):
        own = [getattr(row, column.attname) for column in row._meta.concrete_fields if not column.primary_key]
        clocks = Obligation.objects.filter(record=row.pk).order_by("deadline").values()
        broken = Breach.objects.filter(record=row.pk).order_by("move", "gate").values()
        more = [
            [{name: cell for name, cell in one.items() if name not in {"id", "record_id"}} for one in some]
            for some in (clocks, broken)
        ]
        found.append((own, row.record.title, *more))
    return found


@EVERY
def test_rows_loaded_together_are_what_each_is_alone(tree: Tree, register: Register) -> None:  # noqa: F811
    mark = transaction.savepoint()
    rows = [row for row in whole_and_bare(register, tree) if alone(register, row)]
    expected = standing(register)
    transaction.savepoint_rollback(mark)
    done = bulk.load(register, rows, actor=SYSTEM)
    assert rows
    assert standing(register) == expected
    assert done.breaches == Breach.objects.count()
    assert done.clocks == Obligation.objects.count()


@EVERY
def test_a_breach_stands_where_the_gate_asked_by_itself_is_closed(
    tree: Tree,  # noqa: F811
    register: Register,
) -> None:
    rows = [row for row in whole_and_bare(register, tree) if alone(register, row)]
    expected = set()
    for row in register.model._default_manager.filter(law_on__isnull=False):
        for pair in breaches.guarded(register):
            if getattr(row, pair.move.sets) is None or not pair.gate.applies(row.law_on):
                continue
            asked = {"own": pair.own, "met": pair.gate.met}
            asked |= {f"rival{at}": rival for at, rival in enumerate(pair.rivals)}
            held = holds(register, row.pk, {name: where for name, where in asked.items() if where})
            rivals = any(value for name, value in held.items() if name.startswith("rival"))
            if held.get("own", True) and not rivals and not held["met"]:
                expected.add((row.pk, pair.move.key, pair.gate.key))
    assert rows
    assert set(Breach.objects.values_list("record_id", "move", "gate")) == expected
