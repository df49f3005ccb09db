"""An institutional reform: what an ended organ left open goes to its successor, what it closed stays."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction

from fazhi.engine.models import Event, Obligation
from fazhi.engine.tick import tick
from fazhi.engine.trail import verify
from fazhi.organs.models import Axis, Below, Kind, Level, Organ, Role
from fazhi.organs.reform import abolish, merge
from tests.engine.conftest import County, Opened, move, official
from tests.toy.models import Weight

pytestmark = pytest.mark.django_db
REFORM = date(2025, 4, 1)


@pytest.fixture
def bureau(county: County) -> Organ:
    """The bureau that takes over."""
    organ = Organ.objects.create(
        code="999901/new", name="示例县综合执法局", kind=Kind.DEPARTMENT, level=Level.COUNTY
    )
    for axis in Axis:
        Below.objects.create(high=organ, low=organ, axis=axis, depth=0)
    return organ


def test_an_open_record_passes_to_the_successor_and_a_closed_one_stays(
    accepted: Opened, county: County, bureau: Organ
) -> None:
    kept, closed = accepted(date(2025, 3, 3)), accepted(date(2025, 3, 3), weight=Weight.LIGHT)
    move(closed, "approve", county.head, date(2025, 3, 5))
    move(closed, "close", county.handler, date(2025, 3, 6), values={"outcome": "准予"})
    with transaction.atomic():
        merge(county.government, bureau, REFORM)
    settled = tick(REFORM)
    assert [(made.record.pk, made.move) for made in settled] == [(kept.pk, "承继")]
    for row in (kept, closed):
        row.refresh_from_db()
        row.record.refresh_from_db()
    assert (kept.organ, kept.record.organ) == (bureau, bureau)
    assert (closed.organ, closed.record.organ) == (county.government, county.government)
    assert set(Obligation.objects.filter(record=kept.pk).values_list("organ", flat=True)) == {bureau.pk}
    event = Event.objects.filter(record=kept.pk).latest("pk")
    assert (event.actor_name, event.legal_on, event.chain) == ("依法", REFORM, bureau.pk)
    assert list(verify()) == []
    assert tick(REFORM) == []


def test_what_an_organ_without_a_successor_left_open_stays(accepted: Opened, county: County) -> None:
    row = accepted(date(2025, 3, 3))
    Below.objects.filter(depth=1).delete()
    with transaction.atomic():
        abolish(county.government, REFORM)
    assert tick(REFORM) == []
    row.refresh_from_db()
    assert row.organ == county.government


def test_a_chain_of_reforms_leads_to_the_organ_that_lives(
    accepted: Opened, county: County, bureau: Organ
) -> None:
    last = Organ.objects.create(
        code="999901/last", name="示例县大局", kind=Kind.DEPARTMENT, level=Level.COUNTY
    )
    for axis in Axis:
        Below.objects.create(high=last, low=last, axis=axis, depth=0)
    row = accepted(date(2025, 3, 3))
    with transaction.atomic():
        merge(county.government, bureau, REFORM)
        merge(bureau, last, date(2025, 5, 1))
    tick(date(2025, 5, 2))
    row.refresh_from_db()
    assert row.organ == last


def test_the_part_of_an_ended_organ_in_a_record_of_another_passes_too(
    accepted: Opened, county: County, bureau: Organ
) -> None:
    row = accepted(date(2025, 3, 3), respondent=county.bureau)
    with transaction.atomic():
        merge(county.bureau, bureau, REFORM)
    assert [made.record.pk for made in tick(REFORM)] == [row.pk]
    row.refresh_from_db()
    assert (row.organ, row.respondent) == (county.government, bureau)
    event = Event.objects.filter(record=row.pk).latest("pk")
    assert (event.label, event.chain) == ("相关机关由示例县综合执法局承继", county.government.pk)
    assert event.changes == {"respondent": ["999901/sj", "999901/new"]}
    move(row, "answer", official("周九", bureau, Role.LIAISON), date(2025, 4, 2))
    assert tick(REFORM) == []


def test_a_record_whose_successor_has_ended_without_one_stays(
    accepted: Opened, county: County, bureau: Organ
) -> None:
    row = accepted(date(2025, 3, 3), respondent=county.bureau)
    with transaction.atomic():
        merge(county.bureau, bureau, REFORM)
        abolish(bureau, date(2025, 5, 1))
    assert tick(date(2025, 5, 2)) == []
    row.refresh_from_db()
    assert row.respondent == county.bureau
