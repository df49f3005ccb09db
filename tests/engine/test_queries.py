"""What one act costs: so many statements, however many records, events and papers there are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.moves import Given, make_move
from fazhi.engine.records import link_records, save_record
from tests.engine.conftest import County, Opened, move, opinion
from tests.toy.declaration import PERMITS
from tests.toy.models import Hearing, Permit, Weight

pytestmark = pytest.mark.django_db
MARCH = date(2025, 3, 3)

MOVE, CLOSING, CORRECTION = 26, 22, 22
"""Statements at most, savepoints left out: a move, one with every gate, a correction."""


def counted(act: Callable[[], object]) -> int:
    """The statements of an act, but for the savepoints that stand for transactions within a test's own."""
    with CaptureQueriesContext(connection) as seen:
        act()
    return sum("SAVEPOINT" not in query["sql"] for query in seen.captured_queries)


def crowd(county: County, row: Permit) -> None:
    """A hundred records more, a dozen events, hearings and links on the one at hand."""
    values = {"applicant": "张三", "received_on": MARCH, "accepted_on": MARCH, "weight": Weight.LIGHT}
    load(PERMITS, [BulkRow(county.government.pk, MARCH, values)] * 100, actor=SYSTEM)
    for _ in range(4):
        Hearing.objects.create(record=row, held_on=MARCH)
        link_records(row.record, opinion(county, MARCH).record, actor=county.handler)
        move(row, "answer", SYSTEM, MARCH)


def closed(county: County, row: Permit) -> int:
    version = type(row.record).objects.get(pk=row.pk).version
    given = Given({"outcome": "准予"})
    return counted(
        lambda: make_move(
            PERMITS, row.pk, "close", actor=county.handler, on=MARCH, version=version, given=given
        )
    )


def test_a_move_costs_so_many_statements_and_no_more_in_a_crowd(
    permit: Opened, accepted: Opened, county: County
) -> None:
    def accepting() -> int:
        row = permit(MARCH)
        return counted(
            lambda: make_move(PERMITS, row.pk, "accept", actor=county.handler, on=MARCH, version=1)
        )

    first = accepting()  # draws the first number of the year
    alone = accepting()
    crowd(county, accepted(MARCH))
    assert accepting() == alone <= first <= MOVE


def test_a_move_through_every_gate_costs_no_more_in_a_crowd(accepted: Opened, county: County) -> None:
    costs = []
    for crowded in (False, True):
        row = accepted(MARCH, weight=Weight.HEAVY)
        Hearing.objects.create(record=row, held_on=MARCH)
        link_records(row.record, opinion(county, MARCH).record, actor=county.handler)
        if crowded:
            crowd(county, row)
        move(row, "approve", county.head, MARCH)
        costs.append(closed(county, row))
    assert costs[0] == costs[1] <= CLOSING


def test_a_correction_costs_no_more_in_a_crowd(accepted: Opened, county: County) -> None:
    costs = []
    for crowded in (False, True):
        row = accepted(MARCH)
        if crowded:
            crowd(county, row)
        version = type(row.record).objects.get(pk=row.pk).version
        costs.append(
            counted(
                lambda row=row, version=version: save_record(  # type: ignore[misc]
                    PERMITS, row.pk, {"applicant": "李四"}, actor=county.handler, version=version, why="更正"
                )
            )
        )
    assert costs[0] == costs[1] <= CORRECTION
