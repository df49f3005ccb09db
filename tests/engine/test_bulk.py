"""A load of past facts: the same records as entered one by one, one event an organ, all or nothing."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from fazhi.engine import bulk
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, Extended, Linkage, Standstill, load
from fazhi.engine.models import Breach, Event, Interval, Link, Obligation, Prolongation, Record
from fazhi.engine.procedure import Pause
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.trail import verify
from fazhi.organs.models import Role
from tests.engine.conftest import TODAY, County, Opened, move, official, opinion
from tests.toy.declaration import NEW, OLD, PERMITS
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


def test_a_record_suspended_twice_stands_where_the_second_suspension_left_it(county: County) -> None:
    first, second = Standstill("suspension", date(2024, 3, 11), date(2024, 3, 20)), date(2024, 4, 1)
    running = fact(county)._replace(pauses=[first, Standstill("suspension", second)])
    over = fact(county)._replace(pauses=[first, Standstill("suspension", second, date(2024, 4, 3))])
    done = load(PERMITS, [running, over], actor=SYSTEM)
    stands = [(row.step, row.stepped_on) for row in (Permit.objects.get(pk=key) for key in done.pks())]
    assert stands == [(Step.SUSPENDED, second), (Step.OPEN, date(2024, 4, 4))]


def test_a_pause_whose_last_day_is_excluded_ends_on_that_day(county: County) -> None:
    through = replace_through(PERMITS)
    row = fact(county)._replace(pauses=[Standstill("suspension", date(2024, 3, 11), date(2024, 3, 20))])
    done = load(through, [row], actor=SYSTEM)
    assert Permit.objects.get(pk=next(done.pks())).stepped_on == date(2024, 3, 20)


def replace_through(register: Register) -> Register:
    """The register with a suspension whose last day is excluded too."""
    pauses = (Pause("suspension", "中止", OLD.art(8), NEW.art(8), through=True), register.procedure.pauses[1])
    return replace(register, procedure=replace(register.procedure, pauses=pauses))


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


def test_the_digest_moves_with_what_stands_beside_the_row(county: County) -> None:
    bare = closed(county)
    day = date(2024, 3, 20)
    stood = bare._replace(pauses=[Standstill("appraisal", day, day)])
    longer = bare._replace(extensions=[Extended("close", 10, day)])
    for row in (bare, stood, longer):
        load(PERMITS, [row], actor=SYSTEM)
    digests = {event.changes["digest"] for event in Event.objects.filter(kind="load")}
    assert len(digests) == 3


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
    done = load(PERMITS, [heavy, heavy], actor=SYSTEM)
    assert done.breaches == 0
    assert list(Hearing.objects.order_by("pk").values_list("record_id", flat=True)) == list(done.pks())
    assert Link.objects.count() == 2


def test_a_part_without_rows_is_as_none(county: County) -> None:
    load(PERMITS, [fact(county)._replace(parts={"toy.Hearing": []})], actor=SYSTEM)
    assert (Permit.objects.count(), Hearing.objects.count()) == (1, 0)


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


def test_the_date_of_an_act_to_come_is_refused_in_its_row(county: County) -> None:
    with pytest.raises(Refusal, match="第2行：受理日期晚于今天2026-11-25"):
        load(PERMITS, [fact(county), fact(county, accepted_on=date(2026, 11, 26))], actor=SYSTEM)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how", [load, bulk.insert])
def test_a_reference_to_what_is_not_there_is_refused_at_the_end(county: County, how: Any) -> None:
    with pytest.raises(Refusal, match="引用了不存在的机关、人员或记录"):
        how(PERMITS, [fact(county)._replace(handler_id=10**6)], actor=SYSTEM)
    assert not Record.objects.exists()


def test_rows_inserted_alone_are_settled_by_whoever_asks(county: County) -> None:
    done = bulk.insert(PERMITS, [fact(county)], actor=SYSTEM, why="补录")
    assert (done.count, done.clocks, Obligation.objects.count()) == (1, 0, 0)
    assert bulk.settle(PERMITS, done.runs) == (2, 0)
    assert Obligation.objects.count() == 2


def test_a_title_that_names_an_organ_reads_it_once(county: County) -> None:
    register = replace(PERMITS, title="{applicant}诉{respondent}{weight}{amount}")
    rows = [fact(county, respondent=county.bureau.pk), fact(county, respondent=None), fact(county)]
    done = load(register, rows, actor=SYSTEM)
    titles = list(
        Record.objects.filter(pk__in=list(done.pks())).order_by("pk").values_list("title", flat=True)
    )
    assert titles == ["张三诉县市监局未定", "张三诉未定", "张三诉未定"]


def test_a_law_chosen_by_decision_stays_in_a_load(county: County) -> None:
    done = load(PERMITS, [fact(county, law_chosen=True, law_on=date(2019, 5, 6))], actor=SYSTEM)
    assert Permit.objects.get(pk=next(done.pks())).law_on == date(2019, 5, 6)


def test_a_child_row_with_an_unknown_column_is_refused(county: County) -> None:
    row = fact(county)._replace(parts={"toy.Hearing": [{"colour": "红"}]})
    with pytest.raises(Refusal, match=r"toy\.Hearing没有“colour”这一项"):
        load(PERMITS, [row], actor=SYSTEM)


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


def test_memory_does_not_grow_with_the_rows(county: County, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 200)

    def peak(rows: int) -> int:
        tracemalloc.start()
        load(PERMITS, (closed(county, number=str(at)) for at in range(rows)), actor=SYSTEM)
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(400)
    assert peak(1600) < peak(400) * 1.3
