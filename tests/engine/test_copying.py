"""Rows written set-wise come out as they went in, few or many, on both databases."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.db import connection
from django.db.models import Q

from fazhi.engine.actor import SHANGHAI
from fazhi.engine.copying import FEW, Shape, analyze, chosen, columns_of, insert, next_ids, update
from fazhi.engine.models import Event, Record
from fazhi.organs.models import Organ, Person
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


@pytest.mark.parametrize("filled", [0, 1])
def test_an_index_on_a_column_that_most_leave_empty_is_still_asked(county: County, filled: int) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL counts empty cells apart")
    organs = [
        county.government.pk,
        *Organ.objects.exclude(pk=county.government.pk).values_list("pk", flat=True),
    ]
    person = Person.objects.create(name="张三", synthetic=True).pk
    keys = next_ids(Record, 400)
    rows = [
        (key, "toy.permit", organs[key % len(organs)], "甲", "", 1, False, person if filled else None)
        for key in keys
    ]
    names = ("id", "register", "organ_id", "title", "withdrawn_why", "version", "synthetic", "handler_id")
    insert(Record, columns_of(Record, names), rows)
    analyze([Record])
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM sqlite_stat1 WHERE idx LIKE 'engine_record_handler%'")
        assert cursor.fetchone() == (filled,)
    asked = Q(organ=organs[0]) | Q(handler=person)
    assert filled or "MULTI-INDEX OR" in Record.objects.filter(asked).values_list("pk").explain()
