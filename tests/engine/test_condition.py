"""Conditions on linked records that are compared with columns of the record that asks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import F, Q
from django.db.models.lookups import GreaterThan

from fazhi.engine.actor import SYSTEM
from fazhi.engine.condition import (
    NoPart,
    columns_in,
    columns_named,
    compared,
    linked,
    no_part,
    own,
    part,
    unlinked,
)
from fazhi.engine.figures.wording import words_of
from fazhi.engine.gates import holds
from fazhi.engine.records import link_records, withdraw_record
from fazhi.engine.registry import installed
from tests.engine.conftest import County, Opened, opinion
from tests.toy.declaration import OPINIONS, PERMITS
from tests.toy.models import Hearing

pytestmark = pytest.mark.django_db
MARCH = date(2025, 3, 3)
CONDITIONS = {
    "that_day": linked("toy.opinion", Q(issued_on=own("received_on"))),
    "by_then": linked("toy.opinion", Q(issued_on__lte=own("received_on"))),
}


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (-1, {"that_day": False, "by_then": True}),
        (0, {"that_day": True, "by_then": True}),
        (1, {"that_day": False, "by_then": False}),
    ],
)
def test_a_linked_record_is_compared_with_a_column_of_the_record_that_asks(
    permit: Opened, county: County, days: int, found: dict[str, bool]
) -> None:
    row, other = permit(MARCH), permit(MARCH + timedelta(days))
    issued = opinion(county, MARCH + timedelta(days))
    link_records(issued.record, row.record, actor=county.handler)
    assert holds(PERMITS, row.pk, CONDITIONS) == found
    assert holds(PERMITS, other.pk, CONDITIONS) == dict.fromkeys(CONDITIONS, False)


def test_where_no_linked_record_says_so_the_condition_on_none_holds(permit: Opened, county: County) -> None:
    where = {"none": unlinked("toy.opinion", Q(issued_on=own("received_on")))}
    row = permit(MARCH)
    assert holds(PERMITS, row.pk, where) == {"none": True}
    other = opinion(county, MARCH + timedelta(1))
    link_records(row.record, other.record, actor=county.handler)
    assert holds(PERMITS, row.pk, where) == {"none": True}
    issued = opinion(county, MARCH)
    link_records(issued.record, row.record, actor=county.handler)
    assert holds(PERMITS, row.pk, where) == {"none": False}
    withdraw_record(OPINIONS, issued.pk, actor=SYSTEM, version=issued.record.version + 1, why="误")
    assert holds(PERMITS, row.pk, where) == {"none": True}
    assert repr(where["none"]).startswith("<Q: (AND: unlinked('toy.opinion',")


def test_the_columns_of_an_expression_are_those_it_is_made_of() -> None:
    late = Q(GreaterThan(F("closed_on"), F("close_due_on"))) | Q(amount__gt=F("amount") + 1)
    assert columns_in(late) == columns_named(late) == {"closed_on", "close_due_on", "amount"}


def test_a_condition_on_no_linked_record_is_said_in_words() -> None:
    none = unlinked("toy.opinion", Q(issued_on__isnull=False))
    assert words_of(none, PERMITS.model, installed()) == "没有关联（出具日期已填）的法律意见"


def test_the_columns_that_are_compared_are_named_with_their_lookups() -> None:
    where = Q(step="issued") & (Q(issued_on__lte=own("closed_on")) | Q(issued_on=own("received_on")))
    assert compared(where) == {"closed_on": "issued_on__lte", "received_on": "issued_on"}
    assert compared(Q(issued_on__isnull=False)) == {}


def test_no_part_holds_until_a_child_row_says_so(permit: Opened) -> None:
    row = permit(MARCH)
    held = Q(held_on__isnull=False)
    asked = {"none": no_part("toy.Hearing", held), "some": part("toy.Hearing", held)}
    assert holds(PERMITS, row.pk, asked) == {"none": True, "some": False}
    Hearing.objects.create(record=row, held_on=None)
    assert holds(PERMITS, row.pk, asked) == {"none": True, "some": False}
    Hearing.objects.create(record=row, held_on=MARCH)
    assert holds(PERMITS, row.pk, asked) == {"none": False, "some": True}


def test_no_part_is_said_in_words() -> None:
    where = no_part("toy.Hearing", Q(held_on__isnull=False))
    assert words_of(where, PERMITS.model, installed()).startswith("没有登记（")
    assert repr(NoPart("toy.Hearing")).startswith("no_part(")
