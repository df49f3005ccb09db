"""A load of past facts: the same records as entered one by one, one event an organ, all or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from fazhi.engine import bulk
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, Extended, Linkage, Standstill, load
from fazhi.engine.models import Breach, Event, Interval, Link, Obligation, Prolongation, Record
from fazhi.engine.refusal import Refusal
from fazhi.engine.trail import verify
from fazhi.organs.models import Role
from tests.engine.conftest import TODAY, County, Opened, move, official, opinion
from tests.toy.declaration import PERMITS
from tests.toy.models import Hearing, Permit, Step, Weight

pytestmark = pytest.mark.django_db

ENTERED, ACCEPTED, CLOSED = date(2024, 3, 4), date(2024, 3, 6), date(2024, 5, 6)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fazhi.engine.bulk.today", lambda: TODAY)


def fact(county: County, **values: Any) -> BulkRow:
    given = {"applicant": "张三", "received_on": ENTERED, "accepted_on": ACCEPTED, **values}
    return BulkRow(county.government.pk, ENTERED, given)


def closed(county: County, **values: Any) -> BulkRow:
    return fact(
        county,
        approved_on=CLOSED,
        closed_on=CLOSED,
        weight=Weight.LIGHT,
        outcome="准予",
        respondent=county.bureau.pk,
        **values,
    )


def kept(row: Permit) -> dict[str, Any]:
    """All that a record holds, but for its key, its number and its version."""
    columns = {c.attname: getattr(row, c.attname) for c in row._meta.concrete_fields}
    clocks = Obligation.objects.filter(record=row.pk).order_by("deadline").values()
    own = [{k: v for k, v in clock.items() if k not in {"id", "record_id"}} for clock in clocks]
    return {
        **{k: v for k, v in columns.items() if k not in {"record_id", "number"}},
        "title": row.record.title,
        "clocks": own,
    }


def test_a_loaded_record_is_the_record_that_its_moves_would_have_made(county: County, permit: Opened) -> None:
    by_hand = permit(ENTERED, weight=Weight.LIGHT, respondent=county.bureau)
    move(by_hand, "accept", county.handler, ACCEPTED)
    move(by_hand, "approve", county.head, CLOSED)
    move(by_hand, "close", county.handler, CLOSED, values={"outcome": "准予"})
    done = load(PERMITS, [closed(county)], actor=SYSTEM)
    loaded = Permit.objects.get(pk=next(done.pks()))
    assert kept(loaded) == kept(by_hand)
    assert (loaded.step, loaded.stepped_on, loaded.law_on) == (Step.CLOSED, CLOSED, ACCEPTED)
    assert loaded.record.title == "张三 申请 一般"


def test_a_pause_of_the_past_stops_the_clock_and_an_open_one_leaves_the_record_suspended(
    county: County,
) -> None:
    over = fact(county)._replace(
        pauses=[Standstill("suspension", date(2024, 3, 11), date(2024, 3, 20), ground="flood")],
        extensions=[Extended("close", 5, date(2024, 4, 1))],
    )
    running = fact(county)._replace(pauses=[Standstill("suspension", date(2024, 3, 11))])
    done = load(PERMITS, [over, running], actor=SYSTEM)
    first, second = (Permit.objects.get(pk=key) for key in done.pks())
    # 3月6日起60日、延长5日、扣除10日：5月20日
    assert first.close_due_on == date(2024, 5, 20)
    assert (first.step, first.stepped_on) == (Step.OPEN, date(2024, 3, 21))
    assert (second.step, second.stepped_on, second.close_due_on) == (
        Step.SUSPENDED,
        date(2024, 3, 11),
        None,
    )
    assert (Interval.objects.count(), Prolongation.objects.count()) == (2, 1)


def test_each_organ_touched_gets_one_event_with_the_digest_of_its_rows(county: County) -> None:
    rows = [fact(county), fact(county), fact(county)._replace(organ_id=county.bureau.pk)]
    load(PERMITS, rows, actor=SYSTEM, why="补录2024年卷宗")
    events = {event.chain: event for event in Event.objects.filter(kind="load")}
    assert {chain: event.changes["count"] for chain, event in events.items()} == {
        county.government.pk: 2,
        county.bureau.pk: 1,
    }
    digests = [event.changes["digest"] for event in events.values()]
    assert len(set(digests)) == 2
    assert all(len(digest) == 64 for digest in digests)
    assert {event.why for event in events.values()} == {"补录2024年卷宗"}
    assert list(verify()) == []


def test_the_digest_moves_with_a_single_cell(county: County) -> None:
    for applicant in ("张三", "李四"):
        load(PERMITS, [fact(county, applicant=applicant, step=Step.OPEN)], actor=SYSTEM)
    first, second = Event.objects.filter(kind="load").order_by("seq")
    assert first.changes["digest"] != second.changes["digest"]


def test_a_fact_that_lacks_what_the_law_demands_is_kept_with_its_breaches(county: County) -> None:
    heavy = closed(county, urgent=True)
    heavy = heavy._replace(values={**heavy.values, "weight": Weight.HEAVY})
    done = load(PERMITS, [heavy, closed(county)], actor=SYSTEM)
    assert done.breaches == 2
    assert set(Breach.objects.values_list("gate", flat=True)) == {"hearing", "opinion"}


def test_child_rows_and_links_open_the_gates_they_answer(county: County) -> None:
    advice = opinion(county, ENTERED)
    heavy = closed(county)
    heavy = heavy._replace(
        values={**heavy.values, "weight": Weight.HEAVY},
        parts={"toy.Hearing": [{"held_on": date(2024, 4, 1)}]},
        links=[Linkage(advice.pk)],
    )
    done = load(PERMITS, [heavy], actor=SYSTEM)
    assert done.breaches == 0
    assert Hearing.objects.get().record_id == next(done.pks())
    assert Link.objects.count() == 1


@pytest.mark.parametrize(
    ("bad", "text"),
    [
        ({"applicant": ""}, "第2行没有“申请人”"),
        ({"colour": "红"}, "第2行：许可没有“colour”这一项"),
    ],
)
def test_one_bad_row_is_named_and_nothing_is_kept(county: County, bad: dict[str, Any], text: str) -> None:
    with pytest.raises(Refusal) as refused:
        load(PERMITS, [fact(county), fact(county, **bad)], actor=SYSTEM)
    assert text in str(refused.value)
    assert not Record.objects.exists()


def test_a_day_to_come_is_refused(county: County) -> None:
    with pytest.raises(Refusal, match="第1行：登记日2027-01-04晚于今天"):
        load(PERMITS, [fact(county)._replace(on=date(2027, 1, 4))], actor=SYSTEM)


def test_a_row_that_breaks_a_constraint_is_refused_with_its_batch(county: County) -> None:
    twice = Standstill("suspension", date(2024, 3, 11))
    with pytest.raises(Refusal, match="第1至1行中有不符合约束的行"):
        load(PERMITS, [fact(county)._replace(pauses=[twice, twice])], actor=SYSTEM)
    assert not Record.objects.exists()


def test_a_load_that_breaks_off_keeps_nothing_of_the_batches_before(
    county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 2)
    seen: list[int] = []

    def rows() -> Iterator[BulkRow]:
        yield from [fact(county)] * 5
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(PERMITS, rows(), actor=SYSTEM, progress=seen.append)
    assert seen == [2, 4]
    assert (Record.objects.count(), Event.objects.filter(kind="load").count()) == (0, 0)


def test_somebody_without_the_right_to_capture_cannot_load(county: County) -> None:
    stranger = official("孙八", county.bureau, Role.HANDLER)
    with pytest.raises(Refusal, match="孙八没有该机关的登记权限"):
        load(PERMITS, [fact(county)], actor=stranger)


def test_keys_of_many_batches_are_one_run(county: County, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 3)
    done = load(PERMITS, [fact(county)] * 10, actor=SYSTEM)
    assert [len(run) for run in done.runs] == [10]
    assert json.dumps(sorted(Permit.objects.values_list("pk", flat=True))) == json.dumps(list(done.pks()))
    assert Obligation.objects.filter(deadline="close").count() == 10
