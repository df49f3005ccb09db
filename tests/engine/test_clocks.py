"""Clocks: started, met, recomputed; what the law makes of silence."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.engine import clocks
from fazhi.engine.deadline import Deadline, deemed
from fazhi.engine.models import CalendarNotice, Event, Interval, LocalLimit, Obligation, Tick
from fazhi.engine.procedure import Move
from fazhi.engine.reckoning import local_length
from fazhi.engine.records import open_record
from fazhi.engine.refusal import Conflict, Refusal
from fazhi.engine.registry import installed
from fazhi.engine.tick import Outcome, recount, settle_time, tick, tick_once
from fazhi.law import Days, by_law
from fazhi.law.calendar import Calendar
from fazhi.law.due import Pause
from fazhi.organs.models import Below, Role
from tests.engine.conftest import TODAY, County, Opened, move
from tests.toy.declaration import DEADLINES, NEW, OPINIONS, PERMITS
from tests.toy.models import Step, Weight

pytestmark = pytest.mark.django_db
MARCH = date(2025, 3, 3)


def due(pk: int, deadline: str) -> date | None:
    return Obligation.objects.get(record=pk, deadline=deadline).due_on


def test_a_clock_starts_with_its_date_and_is_met_by_the_first_act(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    clock = Obligation.objects.get(record=row.pk)
    assert (clock.deadline, clock.started_on, clock.due_on, clock.met_on) == (
        "accept",
        MARCH,
        date(2025, 3, 10),
        None,
    )
    move(row, "accept", county.handler, date(2025, 3, 10))
    clock.refresh_from_db()
    assert clock.met_on == date(2025, 3, 10)
    assert clock.article == "《示例许可法》第一条"


def test_a_unit_follows_the_edition_in_force(accepted: Opened, county: County) -> None:
    old = accepted(date(2019, 9, 28), respondent=county.bureau)
    new = accepted(date(2025, 9, 28), respondent=county.bureau)
    assert due(old.pk, "answer") == date(2019, 10, 8)  # 10日；10月8日是假后第一个工作日
    assert due(new.pk, "answer") == date(2025, 10, 17)  # 10个工作日，扣除国庆假期，10月11日上班


def test_a_clock_that_no_longer_applies_is_taken_away(accepted: Opened, county: County) -> None:
    row = accepted(MARCH, respondent=county.bureau)
    assert Obligation.objects.filter(record=row.pk, deadline="answer").exists()
    type(row).objects.filter(pk=row.pk).update(respondent=None)
    clocks.recompute(PERMITS, [row.pk])
    assert not Obligation.objects.filter(record=row.pk, deadline="answer").exists()


def test_recomputing_what_has_not_changed_writes_nothing(accepted: Opened) -> None:
    row = accepted(MARCH)
    assert clocks.recompute(PERMITS, [row.pk]) == 0
    assert clocks.recompute(OPINIONS, [row.pk]) == 0


def test_recomputing_costs_queries_that_do_not_grow_with_rows(accepted: Opened) -> None:
    def queries(count: int) -> int:
        pks = [accepted(MARCH).pk for _ in range(count)]
        Interval.objects.create(
            record_id=pks[0], pause="appraisal", first=date(2025, 3, 10), last=MARCH.replace(day=12)
        )
        with CaptureQueriesContext(
            connection,
        ) as seen:
            clocks.recompute(PERMITS, pks)
        return len(seen)

    assert queries(2) == queries(12)


def test_a_pause_of_the_past_outside_the_running_period_has_no_effect() -> None:
    calendar = Calendar.shipped()
    outside, inside = Pause(date(2024, 1, 1), date(2024, 1, 5)), Pause(date(2025, 3, 10), date(2025, 3, 19))
    found = clocks.count(MARCH, Days(60), [outside, inside], 0, calendar)
    assert found.due == date(2025, 5, 12)
    assert clocks.count(MARCH, Days(3, back=True), [inside], 9, calendar).due == date(2025, 2, 28)


def test_two_pauses_of_one_day_of_which_one_still_runs_are_counted() -> None:
    calendar = Calendar.shipped()
    far, running, closed = (
        Pause(date(2024, 1, 1), date(2024, 1, 5)),
        Pause(date(2025, 3, 10)),
        Pause(date(2025, 3, 10), date(2025, 3, 12)),
    )
    assert clocks.count(MARCH, Days(60), [far, running, closed], 0, calendar).paused


def test_a_second_suspension_is_not_met_by_the_end_of_the_first(permit: Opened) -> None:
    """收到 stands for a suspension here: what ends the pause meets the clock only once it has begun anew."""
    moves = (
        Move("halt", "停", ("received",), None, NEW.art(8), who=Role.HANDLER, sets="accepted_on", opens="p"),
        Move(
            "go_on", "续", ("received",), None, NEW.art(8), who=Role.HANDLER, sets="answered_on", closes="p"
        ),
    )
    clock = Deadline(
        "halted", "停", rule="T", starts="accepted_on", met=("answered_on", "closed_on"),
        period=by_law((NEW.art(8), Days(60))),
    )  # fmt: skip
    register = replace(PERMITS, procedure=replace(PERMITS.procedure, moves=moves, deadlines=(clock,)))
    row = permit(MARCH)
    met = []
    for halted, resumed, closed in ((3, 5, None), (10, 5, None), (10, 5, 12), (10, 5, 8)):
        days = [day and date(2025, 3, day) for day in (halted, resumed, closed)]
        type(row).objects.filter(pk=row.pk).update(
            **dict(zip(("accepted_on", "answered_on", "closed_on"), days, strict=True))
        )
        clocks.recompute(register, [row.pk])
        met.append(Obligation.objects.get(record=row.pk, deadline="halted").met_on)
    assert met == [date(2025, 3, 5), None, date(2025, 3, 12), date(2025, 3, 8)]


def test_a_limit_that_leaves_the_calendar_is_refused_in_words(permit: Opened) -> None:
    row = permit(MARCH)
    type(row).objects.filter(pk=row.pk).update(accepted_on=date(9999, 12, 30))
    with pytest.raises(Refusal, match="“办结”不能计算：计算结果超出公历范围"):
        clocks.recompute(PERMITS, [row.pk])


def test_notices_that_contradict_each_other_are_refused_in_words(db: None) -> None:
    CalendarNotice.objects.create(year=2027, text="2026-12-30,休,元旦\n2027-01-01,休,元旦")
    CalendarNotice.objects.create(year=2026, text="2026-12-30,班\n2026-01-01,休,元旦")
    with pytest.raises(Refusal, match=r"2027年放假安排不能使用：.*2026-12-30一处写放假、一处写上班"):
        clocks.working_calendar()


def test_the_explanation_names_start_length_pause_and_article(accepted: Opened, county: County) -> None:
    row = accepted(MARCH)
    move(row, "appraise", county.handler, date(2025, 3, 10))
    move(row, "appraised", county.handler, date(2025, 3, 19))
    move(row, "extend", county.body_head, date(2025, 4, 1), amount=10)
    clock = Obligation.objects.get(record=row.pk, deadline="close")
    told = clocks.explanation(PERMITS, clock)
    for words in ("《示例许可法》第四条", "60日", "3月10日", "延长10日"):
        assert words in told
    clock.law = "《示例许可法》（1990）"
    assert "已无该版本" in clocks.explanation(PERMITS, clock)


def test_silence_under_the_new_law_is_acceptance_on_the_due_day(permit: Opened) -> None:
    row = permit(MARCH)
    assert tick(date(2025, 3, 10)) == []  # 届满当日仍在期限内
    settled = tick(date(2025, 3, 11))
    row.refresh_from_db()
    assert [made.on for made in settled] == [date(2025, 3, 10)]
    assert (row.step, row.accepted_on, row.number) == (Step.OPEN, date(2025, 3, 10), "示许〔2025〕1号")
    event = Event.objects.filter(record=row.pk).latest("pk")
    assert (event.actor, event.actor_name, event.legal_on) == (None, "依法", date(2025, 3, 10))
    assert tick(date(2025, 3, 11)) == []


def test_silence_under_the_old_law_is_acceptance_on_the_day_of_receipt(permit: Opened) -> None:
    row = permit(date(2019, 3, 4))
    tick(date(2019, 4, 1))
    row.refresh_from_db()
    assert row.accepted_on == date(2019, 3, 4)


def test_a_record_entered_after_its_limit_still_lapses_on_its_legal_day(county: County) -> None:
    """The day of entry is no act of the law: it does not hold up what follows from silence."""
    days = {}
    for received in (date(2025, 3, 3), date(2019, 3, 4)):
        row = open_record(
            PERMITS,
            organ=county.government,
            values={"applicant": "张三", "received_on": received},
            actor=county.handler,
            on=date(2025, 6, 3),
        )
        outcome = settle_time(date(2025, 6, 4))
        row.refresh_from_db()
        days[received] = row.accepted_on
        assert outcome.blocked == ()
    assert days == {date(2025, 3, 3): date(2025, 3, 10), date(2019, 3, 4): date(2019, 3, 4)}


def test_a_lapse_that_is_refused_is_told_with_its_reason(
    permit: Opened, settings: Any, tmp_path: Path
) -> None:
    permit(MARCH)
    (tmp_path / "file").write_text("")
    settings.TRAIL_HEADS = tmp_path / "file" / "heads.jsonl"
    outcome = settle_time(date(2025, 3, 11))
    assert outcome.settled == ()
    assert [(left.deadline, left.why[:12]) for left in outcome.blocked] == [
        ("审查受理", "事件链首文件不能写入（h")
    ]


def test_a_provisional_due_day_does_not_lapse(permit: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """五个工作日跨入没有放假安排的一年：届满日未定，法律的后果不能先发生。"""
    day = date(2027, 2, 1)
    for module in ("records", "facts", "tick", "moves"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: day)
    row = permit(date(2026, 12, 30))
    outcome = settle_time(day)
    assert "2027-01-06是暂定的" in outcome.blocked[0].why
    CalendarNotice.objects.create(year=2027, text="2027-01-01,休,元旦\n2027-01-04,休,示例")
    outcome = settle_time(day)
    assert (outcome.moved, [made.on for made in outcome.settled]) == (1, [date(2027, 1, 8)])
    row.refresh_from_db()
    assert row.accepted_on == date(2027, 1, 8)
    event = Event.objects.get(kind="calendar")
    assert (event.actor_name, event.changes["moved"]) == ("依法", 1)
    assert settle_time(day).moved == 0


def test_lapses_that_follow_from_each_other_are_settled_together(permit: Opened) -> None:
    register = installed().registers["toy.permit"]
    close = next(one for one in DEADLINES if one.key == "close")
    lapsing = copy(close)
    object.__setattr__(lapsing, "lapse", by_law((NEW.art(4), deemed("close"))))
    deadlines = tuple(lapsing if one is close else one for one in DEADLINES)
    installed().registers["toy.permit"] = replace(
        register, procedure=replace(register.procedure, deadlines=deadlines)
    )
    row = permit(MARCH)
    settled = tick(date(2025, 6, 3))
    assert [(made.move, made.on) for made in settled] == [
        ("受理", date(2025, 3, 10)),
        ("办结", date(2025, 5, 9)),
    ]
    assert tick(date(2025, 6, 3)) == []
    row.refresh_from_db()
    assert row.step == Step.CLOSED


def test_a_lapse_out_of_a_step_already_left_or_under_a_law_without_one_is_none(
    permit: Opened, county: County
) -> None:
    row = permit(MARCH)
    type(row).objects.filter(pk=row.pk).update(step=Step.SUSPENDED)
    assert settle_time(date(2025, 6, 3)) == Outcome((), (), 0)
    type(row).objects.filter(pk=row.pk).update(step=Step.RECEIVED, law_on=None)
    assert settle_time(date(2025, 6, 3)) == Outcome((), (), 0)


def test_somebody_who_acts_while_time_is_settled_wins(
    permit: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def conflict(*_: Any, **__: Any) -> None:
        raise Conflict("他人刚刚办理")

    permit(MARCH)
    monkeypatch.setattr("fazhi.engine.tick.make_move", conflict)
    assert settle_time(date(2025, 6, 3)) == Outcome((), (), 0)


def test_time_to_come_is_not_settled(db: None) -> None:
    with pytest.raises(Refusal, match="晚于今天2026-11-25"):
        tick(date(2026, 11, 26))
    assert not Tick.objects.exists()


def test_a_fault_while_time_is_settled_keeps_nobody_from_reading_and_is_tried_again(
    permit: Opened, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    row = permit(MARCH)
    with monkeypatch.context() as broken:
        broken.setattr("fazhi.engine.tick.pass_on", lambda *_: 1 / 0)
        tick_once()
    assert "time was not settled" in caplog.text
    assert not Tick.objects.exists()
    tick_once()
    row.refresh_from_db()
    assert row.step == Step.OPEN


def test_a_met_clock_counted_provisionally_is_settled_by_the_notice(accepted: Opened, county: County) -> None:
    row = accepted(date(2026, 11, 20), weight=Weight.LIGHT)
    move(row, "approve", county.head, date(2026, 11, 23))
    move(row, "close", county.handler, date(2026, 11, 24), values={"outcome": "准予"})
    CalendarNotice.objects.create(year=2027, text="2027-01-19,休,示例\n2027-01-01,休,元旦")
    assert [moved[2] for moved in recount()] == [date(2027, 1, 20)]
    assert not Obligation.objects.get(record=row.pk, deadline="close").provisional


def test_time_is_settled_once_a_day(permit: Opened) -> None:
    row = permit(MARCH)
    tick_once()
    row.refresh_from_db()
    assert row.step == Step.OPEN
    later = permit(MARCH)
    tick_once()
    later.refresh_from_db()
    assert later.step == Step.RECEIVED
    assert Tick.objects.count() == 1


def test_a_loaded_notice_moves_open_clocks_and_tells_which(accepted: Opened) -> None:
    row = accepted(date(2026, 11, 20), weight=Weight.LIGHT)
    clock = Obligation.objects.get(record=row.pk, deadline="close")
    assert (clock.due_on, clock.provisional) == (date(2027, 1, 19), True)
    CalendarNotice.objects.create(year=2027, text="2027-01-19,休,示例\n2027-01-01,休,元旦")
    moved = recount()
    assert [(row.deadline, before, after) for row, before, after in moved] == [
        ("close", date(2027, 1, 19), date(2027, 1, 20))
    ]
    clock.refresh_from_db()
    assert not clock.provisional


def test_a_local_limit_is_that_of_the_nearest_government(county: County) -> None:
    assert local_length(county.bureau.pk, "LT-T19") is None
    LocalLimit.objects.create(organ=county.government, rule="LT-T19", length=20, basis="示例县规定")
    assert local_length(county.bureau.pk, "LT-T19") == 20
    Below.objects.filter(depth=1).update(until=date(2020, 1, 1))  # 2020年起不再隶属该县
    assert local_length(county.bureau.pk, "LT-T19") is None
    assert local_length(county.bureau.pk, "LT-T19", date(2019, 12, 31)) == 20


def test_before_any_edition_no_clock_runs(permit: Opened) -> None:
    row = permit(date(1999, 3, 4))
    assert not Obligation.objects.filter(record=row.pk).exists()


def test_a_new_edition_of_the_calendar_that_moves_nothing_is_no_event(permit: Opened) -> None:
    permit(date(2026, 11, 23))
    Obligation.objects.update(calendar="older")
    assert settle_time(TODAY).moved == 0
    assert not Obligation.objects.filter(calendar="older").exists()
    assert not Event.objects.filter(kind="calendar").exists()
