"""Standstills and extensions entered as facts: the step follows, the law is asked as it stood on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from fazhi.engine.actor import SYSTEM
from fazhi.engine.amendments import Amendments, lacks_of_extensions, stored_extensions, stored_pauses
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.deadline import Extension
from fazhi.engine.models import Event, Interval, Obligation, Prolongation, RecordModel
from fazhi.engine.past import Extended, Standstill
from fazhi.engine.procedure import Procedure
from fazhi.engine.records import save_record
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.relations import kinds, near
from fazhi.engine.trail import verify
from fazhi.law import Days, by_law
from fazhi.organs.models import Role
from tests.engine.conftest import County, Opened
from tests.toy.declaration import NEW, OPINIONS, PERMITS
from tests.toy.models import Ground, Permit

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)
STOOD = Standstill("suspension", date(2026, 9, 11), date(2026, 9, 20), Ground.FLOOD)


def amend(row: RecordModel, county: County, register: Register = PERMITS, **given: Any) -> Event:
    """Save with the version the row now has; what was written is its last event."""
    row.record.refresh_from_db()
    version = row.record.version
    save_record(
        register,
        row.pk,
        {},
        actor=county.handler,
        version=version,
        why="补录",
        amendments=Amendments(**given),
    )
    row.refresh_from_db()
    return Event.objects.latest("pk")


def raw_due(row: RecordModel) -> date | None:
    return Obligation.objects.get(record=row.pk, deadline="close").raw_due_on


def test_a_standstill_of_the_past_is_added_logged_and_counted(accepted: Opened, county: County) -> None:
    row = accepted(DAY)
    event = amend(row, county, pauses=[(None, STOOD)])
    assert event.changes == {"pause:suspension": [None, "2026-09-11至2026-09-20（不可抗力）"]}
    assert (row.step, row.stepped_on) == ("open", date(2026, 9, 21))
    assert raw_due(row) == date(2026, 10, 31) + timedelta(10)
    assert list(verify()) == []


def test_two_standstills_of_one_kind_stand_in_one_event(accepted: Opened, county: County) -> None:
    later = Standstill("suspension", date(2026, 10, 5), None, Ground.OTHER)
    row = accepted(DAY)
    event = amend(row, county, pauses=[(None, STOOD), (None, later)])
    assert set(event.changes) == {"pause:suspension", "pause:suspension:2", "step"}
    assert (row.step, row.stepped_on) == ("suspended", date(2026, 10, 5))
    [first, second] = stored_pauses([row.pk])[row.pk]
    ended = replace(later, last=date(2026, 10, 6))
    assert amend(row, county, pauses=[(second, ended)]).changes["step"] == ["suspended", "open"]
    assert stored_pauses([row.pk])[row.pk] == {first: STOOD, second: ended}


def test_the_step_stays_where_the_acts_never_showed_it(accepted: Opened, county: County) -> None:
    row = accepted(DAY)
    Permit.objects.filter(pk=row.pk).update(step="closed")
    appraisal = Standstill("appraisal", date(2026, 9, 3), None)
    assert amend(row, county, pauses=[(None, appraisal)]).changes == {
        "pause:appraisal": [None, "自2026-09-03起"]
    }
    assert row.step == "closed"


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (
            replace(STOOD, ground=""),
            "没有写明“中止”的情形（《示例许可法》第八条）。请从“不可抗力、其他”中选择",
        ),
        (replace(STOOD, pause="appraisal"), "“鉴定”不分情形。请把情形留空"),
        (replace(STOOD, last=date(2026, 9, 10)), "止于2026-09-10，早于起算的2026-09-11"),
        (replace(STOOD, last=date(2026, 11, 26)), "2026-11-26晚于今天2026-11-25"),
        (replace(STOOD, first=date(2026, 11, 26), last=None), "2026-11-26晚于今天2026-11-25"),
        (replace(STOOD, first=date(2026, 9, 20), last=None), "自2026-09-20起与2026-09-11至2026-09-20重叠"),
    ],
    ids=["no ground", "ground", "order", "to come", "begun to come", "overlapping"],
)
def test_what_cannot_have_stood_still_is_refused(
    accepted: Opened, county: County, one: Standstill, text: str
) -> None:
    row = accepted(DAY)
    amend(row, county, pauses=[(None, replace(STOOD, pause="suspension"))])
    if "重叠" not in text:
        Interval.objects.all().delete()
    events = Event.objects.count()
    with pytest.raises(Refusal, match=text):
        amend(row, county, pauses=[(None, one)])
    assert Event.objects.count() == events


def test_an_extension_of_the_past_is_added_and_corrected(accepted: Opened, county: County) -> None:
    row, more = accepted(DAY), Extended("close", 30, date(2026, 10, 9), "情况复杂")
    assert amend(row, county, extensions=[(None, more)]).changes == {"extend:close": [0, 30]}
    [key] = stored_extensions([row.pk])[row.pk]
    assert amend(row, county, extensions=[(key, replace(more, amount=20))]).changes == {
        "extend:close": [30, 20]
    }
    assert raw_due(row) == date(2026, 10, 31) + timedelta(20)
    assert Prolongation.objects.count() == 1


def lacks(row: RecordModel, register: Register = PERMITS, **given: Any) -> list[str]:
    one = replace(Extended("close", 30, date(2026, 10, 9)), **given)
    return [str(lack or "") for lack in lacks_of_extensions(register, [(row.pk, one)])]


def test_the_law_of_the_record_says_how_long_and_until_when(accepted: Opened, county: County) -> None:
    row = accepted(DAY)
    assert lacks(row) == [""]
    assert lacks(row, granted_on=date(2026, 11, 2)) == [""]
    assert "已于2026-11-02届满" in lacks(row, granted_on=date(2026, 11, 3))[0]
    assert "延长应当在1至30日之间，所填为31（《示例许可法》第四条）" in lacks(row, amount=31)[0]
    assert "没有在计算" in lacks(row, granted_on=date(2026, 8, 31))[0]
    assert list(lacks_of_extensions(PERMITS, [])) == []


def test_a_limit_that_stood_still_on_the_day_could_be_extended(accepted: Opened, county: County) -> None:
    """Suspended on the last days and long resumed; what began after the grant does not count."""
    row = accepted(DAY)
    still = Standstill("suspension", date(2026, 10, 30), date(2026, 11, 10), Ground.OTHER)
    amend(row, county, pauses=[(None, still)])
    assert lacks(row, granted_on=date(2026, 11, 5)) == [""]
    assert lacks(row, granted_on=date(2026, 11, 12)) == [""]
    assert "已于2026-11-12届满" in lacks(row, granted_on=date(2026, 11, 13))[0]


def test_a_closed_case_is_not_extended(accepted: Opened, county: County) -> None:
    row = accepted(DAY)
    Obligation.objects.filter(record=row.pk).update(met_on=date(2026, 10, 8))
    assert "没有在计算" in lacks(row)[0]
    assert lacks(row, granted_on=date(2026, 10, 8)) == [""]
    Obligation.objects.all().delete()
    assert "没有在计算" in lacks(row)[0]


def test_a_law_that_knows_no_extension_allows_none(county: County) -> None:
    deadline = PERMITS.procedure.deadline("close")
    own = object.__new__(type(deadline))
    for name in type(deadline).__slots__:
        object.__setattr__(own, name, getattr(deadline, name))
    object.__setattr__(own, "extension", by_law((NEW.art(4), Extension(Days(30), Role.HEAD))))
    procedure: Procedure = replace(PERMITS.procedure, deadlines=(own,))
    register = replace(PERMITS, procedure=procedure)
    old = date(2019, 3, 4)
    facts = {"applicant": "张三", "received_on": old, "accepted_on": old}
    [pk] = load(PERMITS, [BulkRow(county.government.pk, old, facts)], actor=SYSTEM).pks()
    row = Permit.objects.get(pk=pk)
    assert lacks(row, register, granted_on=old) == ["适用的法律没有规定“办结”可以延长。请核对期限。"]


def test_registers_have_to_do_with_those_that_their_rules_ask_for(county: County) -> None:
    assert near(PERMITS) == ["toy.opinion"]
    assert near(OPINIONS) == ["toy.permit"]
    assert kinds(PERMITS, OPINIONS) == {}
    lawsuits = installed().registers["litigation.lawsuit"]
    assert near(lawsuits) == ["litigation.lawsuit"]
    assert kinds(lawsuits, lawsuits) == {"instance": "同一案件的另一审级"}
