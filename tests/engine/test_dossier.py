"""What a record's page is read from: complete, only what may be seen, and in as many statements as ever."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.engine.access import rights_of
from fazhi.engine.actor import SYSTEM
from fazhi.engine.dossier import open_dossier, open_row, read_parts
from fazhi.engine.models import Record
from fazhi.engine.records import link_records, open_record, save_record
from fazhi.engine.register import PartSpec
from tests.engine.conftest import TODAY, County, Opened, move, opinion
from tests.toy.declaration import OPINIONS, PERMITS
from tests.toy.models import Permit, Weight

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 3)


def heard(row: Permit, county: County, *days: date) -> None:
    row.record.refresh_from_db()
    parts = {"toy.Hearing": [{"held_on": day} for day in days]}
    save_record(
        PERMITS, row.pk, {}, actor=county.handler, version=row.record.version, why="补记听证", parts=parts
    )


def test_standstills_extensions_and_breaches_are_read_apart(accepted: Opened, county: County) -> None:
    row = accepted(DAY)
    move(row, "extend", county.body_head, DAY, amount=10)
    move(row, "suspend", county.handler, DAY, ground="other")
    rights = rights_of(county.handler.person, TODAY)
    dossier = open_dossier(rights, PERMITS, row)
    assert [(one.key, one.detail, one.first, one.last) for one in dossier.of_kind("pause")] == [
        ("suspension", "other", DAY, None)
    ]
    assert [(one.key, one.amount) for one in dossier.of_kind("extension")] == [("close", 10)]
    assert dossier.of_kind("breach") == ()
    values = {"applicant": "张三", "received_on": DAY, "accepted_on": DAY, "closed_on": DAY}
    past = open_record(
        PERMITS,
        organ=county.government,
        values={**values, "weight": Weight.HEAVY},
        actor=SYSTEM,
        on=DAY,
    )
    broken = open_dossier(rights, PERMITS, past).of_kind("breach")
    assert {one.key for one in broken} == {"hearing", "opinion", "approval"}
    assert all(one.label and one.detail for one in broken)


def test_child_rows_come_as_text_in_the_order_they_were_entered(permit: Opened, county: County) -> None:
    row = permit(DAY)
    heard(row, county, DAY, date(2025, 3, 5))
    dossier = open_dossier(rights_of(county.handler.person, TODAY), PERMITS, row)
    assert [one.values for one in dossier.parts] == [("2025-03-03",), ("2025-03-05",)]


def test_a_row_that_may_not_be_seen_is_not_opened(permit: Opened, county: County) -> None:
    row = permit(DAY)
    assert open_row(rights_of(county.handler.person, TODAY), PERMITS, row.pk) == row
    assert open_row(rights_of(county.clerk_of_bureau.person, TODAY), PERMITS, row.pk) is None


def test_linked_records_say_whether_they_may_be_seen(permit: Opened, county: County) -> None:
    row = permit(DAY, respondent=county.bureau)
    other = opinion(county, DAY)
    link_records(Record.objects.get(pk=row.pk), Record.objects.get(pk=other.pk), actor=county.handler)
    for actor, seen in ((county.handler, True), (county.clerk_of_bureau, False)):
        rights = rights_of(actor.person, TODAY)
        dossier = open_dossier(rights, PERMITS, row)
        assert [(one.record.pk, one.seen) for one in dossier.linked] == [(other.pk, seen)]
        back = open_dossier(rights, PERMITS, Permit.objects.get(pk=row.pk))
        assert len(back.linked) == 1


def test_a_dossier_costs_six_queries_however_much_is_in_it(accepted: Opened, county: County) -> None:
    def queries(row: Permit) -> int:
        rights = rights_of(county.handler.person, TODAY)
        with CaptureQueriesContext(connection) as seen:
            open_dossier(rights, PERMITS, row)
        return len(seen)

    row = accepted(DAY)
    few = queries(row)
    heard(row, county, *[DAY] * 5)
    move(row, "suspend", county.handler, DAY, ground="other")
    for _ in range(3):
        other = opinion(county, DAY)
        link_records(Record.objects.get(pk=row.pk), Record.objects.get(pk=other.pk), actor=county.handler)
    assert queries(row) == few <= 6


def test_a_register_without_parts_asks_for_none(county: County) -> None:
    row = opinion(county, DAY)
    dossier = open_dossier(rights_of(county.handler.person, TODAY), OPINIONS, row)
    assert dossier.parts == ()
    with pytest.raises(TypeError, match=r"toy\.Opinion is not a part"):
        read_parts([PartSpec("toy.Opinion", "意见", ("issued_on",))], row.pk)
