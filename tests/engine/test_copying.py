"""Rows written set-wise come out as they went in, few or many, on both databases."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fazhi.engine.actor import SHANGHAI
from fazhi.engine.copying import FEW, Shape, chosen, columns_of, insert, next_ids, update
from fazhi.engine.models import Event, Record
from tests.engine.conftest import County

pytestmark = pytest.mark.django_db


def test_moments_and_json_come_out_as_they_went_in(county: County) -> None:
    moment = datetime(2025, 3, 3, 9, 30, 15, 123456, tzinfo=SHANGHAI)
    shape = Shape(Event, bare=True, chain=county.government.pk, seq=1, legal_on=date(2025, 3, 3))
    given = {
        "kind": "x", "label": "一", "actor_name": "张三", "prev": "", "mac": "m",
        "logged_at": moment, "changes": {"申请人": [None, "李四"], "n": 2},
    }  # fmt: skip
    shape.insert([shape.stored(given)], given)
    event = Event.objects.get()
    assert (event.logged_at, event.changes) == (moment, given["changes"])
    assert (event.legal_on, event.record_id, event.why) == (date(2025, 3, 3), None, "")


@pytest.mark.parametrize("count", [1, FEW + 1])
def test_rows_known_by_their_key_are_updated_each_with_its_own_values(county: County, count: int) -> None:
    keys = next_ids(Record, count)
    rows = [(key, "toy.permit", county.government.pk, "甲", "", 1, False) for key in keys]
    names = ("id", "register", "organ_id", "title", "withdrawn_why", "version", "synthetic")
    insert(Record, columns_of(Record, names), rows)
    update(Record, ["title", "version"], [(f"乙{key}", 2, key) for key in keys])
    assert dict(Record.objects.values_list("pk", "title")) == {key: f"乙{key}" for key in keys}
    assert set(Record.objects.values_list("version", flat=True)) == {2}


def test_keys_that_fill_a_range_are_asked_by_its_ends_and_others_one_by_one() -> None:
    assert chosen("pk", [3, 4, 5]).children == [("pk__gte", 3), ("pk__lte", 5)]
    assert chosen("pk", [3, 5]).children == [("pk__in", [3, 5])]
