"""Every time limit of decisions, in the words of the law: its last lawful day and the day after.

A least time (一般不少于) has a first lawful day instead, and the day before it is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from fazhi.engine.bulk import Standstill
from fazhi.engine.recipe import Made
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.workstreams.decisions import recipe, variants
from fazhi.workstreams.decisions.factory import Office, clock, due, go, has_clock, stand

ITEM = "decisions.catalogue_item"
MARCH_17, MARCH_25 = date(2017, 3, 1), date(2025, 3, 3)
OLD = {"name": "示例办法", "proposed_on": date(2017, 1, 3), "started_on": date(2017, 1, 4)}
NEW = {"name": "示例办法", "proposed_on": date(2025, 1, 6), "started_on": date(2025, 1, 7)}


@dataclass(frozen=True)
class Limit:
    """``facts`` start the clock of ``rule``; the act whose date is ``act`` is in time until ``due``."""

    rule: str
    facts: dict[str, Any]
    act: str
    due: date
    register: str = "decisions.decision"

    @property
    def deadline(self) -> str:
        procedure = installed().registers[self.register].procedure
        return next(one.key for one in procedure.deadlines if one.rule == self.rule)


LISTED = {"year": 2025, "seq": 1, "name": "示例事项", "drafted_on": date(2025, 1, 6)}
LIMITS = (
    # 召开听证会七日前送达：听证之日不计，3月16日为第一日
    Limit("MD-T2", {**NEW, "hearing_on": date(2025, 3, 17)}, "hearing_sent_on", date(2025, 3, 10)),
    Limit("MD-T3", {**NEW, "hearing_on": date(2025, 3, 17)}, "hearing_called_on", date(2025, 3, 7)),
    # 政府信息自形成之日起二十个工作日内公开
    # 送请审查时要求反馈的日期
    Limit(
        "MD-T4/2",
        {**NEW, "review_sent_on": MARCH_25, "review_wanted_on": date(2025, 3, 14)},
        "reviewed_on",
        date(2025, 3, 14),
    ),
    Limit(
        "MD-T4/4",
        {"name": "示例议题", "kind": "topic", "received_on": MARCH_25, "reply_by_on": date(2025, 3, 14)},
        "reviewed_on",
        date(2025, 3, 14),
        "decisions.matter",
    ),
    Limit("MD-T5", {**OLD, "decided_on": MARCH_17}, "published_on", date(2017, 3, 29)),
    Limit("MD-T5", {**NEW, "decided_on": MARCH_25}, "published_on", date(2025, 3, 31)),
    Limit(
        "MD-T8", {**LISTED, "counted_from_on": date(2024, 12, 31)}, "published_on", date(2025, 3, 31), ITEM
    ),
)


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: f"{limit.rule}-{limit.due}")
def test_each_act_is_in_time_on_its_last_lawful_day(office: Office, limit: Limit) -> None:
    made = Made({**limit.facts, limit.act: limit.due})
    running = clock(stand(office, made, installed().registers[limit.register]), limit.deadline)
    assert (running.due_on, running.met_on) == (limit.due, limit.due)


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: f"{limit.rule}-{limit.due}")
def test_each_act_is_late_on_the_day_after(office: Office, limit: Limit) -> None:
    made = Made({**limit.facts, limit.act: limit.due + timedelta(1)})
    running = clock(stand(office, made, installed().registers[limit.register]), limit.deadline)
    assert running.met_on is not None
    assert running.due_on is not None
    assert running.met_on > running.due_on


def asked(office: Office, made: Made) -> Any:
    """The public is being asked since 3 March 2025 in a file begun in January."""
    values = recipe.drafted(date(2025, 1, 6), 1).values
    told = {name: made.values[name] for name in made.values if name.startswith("comment_")}
    return stand(office, Made({**values, **told, "comment_on": MARCH_25, "comment_closed_on": None}))


@pytest.mark.parametrize(
    ("deadline", "gate", "first"),
    [
        ("comment", "comment_period", date(2025, 4, 2)),
        ("comment_urgent", "comment_urgent", date(2025, 3, 10)),
    ],
)
def test_comments_close_on_the_first_lawful_day_and_not_on_the_day_before(
    office: Office, deadline: str, gate: str, first: date
) -> None:
    """MD-T1: 一般不少于三十日；MD-T1/2: 情况紧急的，地方规定七日。"""
    make = variants.shortened if deadline == "comment_urgent" else recipe.prepared
    row = asked(office, make(date(2025, 1, 6), 1))
    assert due(row, deadline) == first
    assert clock(row, deadline).watch
    with pytest.raises(Refusal) as refused:
        go(office, row, "close_comment", first - timedelta(1))
    assert [lack.gate for lack in refused.value.lacks] == [gate]
    row.refresh_from_db()
    go(office, row, "close_comment", first)


def test_an_urgent_comment_has_the_short_clock_alone(office: Office) -> None:
    row = asked(office, variants.shortened(date(2025, 1, 6), 1))
    assert has_clock(row, "comment_urgent")
    assert not has_clock(row, "comment")


def in_review(office: Office, wanted: date, *, why: str = "") -> Any:
    """Sent to the reviewer on 3 March 2025 with a day by which an answer is wanted; reviewed and lawful."""
    values = recipe.reviewed(date(2024, 12, 2), 1).values
    dates = {"review_sent_on": MARCH_25, "reviewed_on": date(2025, 3, 12), "adjusted_on": date(2025, 3, 13)}
    facts = {**values, **dates, "review_wanted_on": wanted, "review_short_why": why}
    parts = recipe.prepared(date(2024, 12, 2), 1).parts
    return stand(office, Made(facts, parts))


def test_seven_working_days_for_the_review_end_on_the_twelfth(office: Office) -> None:
    """MD-T4: 3月12日为第七个工作日，要求在前一日反馈的，写明理由。"""
    row = in_review(office, date(2025, 3, 12))
    assert (due(row, "review"), clock(row, "review").met_on) == (date(2025, 3, 12), date(2025, 3, 12))
    go(office, row, "submit", date(2025, 3, 14))


def test_a_day_less_for_the_review_is_refused_without_a_reason(office: Office) -> None:
    with pytest.raises(Refusal) as refused:
        go(office, in_review(office, date(2025, 3, 11)), "submit", date(2025, 3, 14))
    assert [lack.gate for lack in refused.value.lacks] == ["review_time"]


def test_a_day_less_for_the_review_is_taken_with_its_reason(office: Office) -> None:
    go(office, in_review(office, date(2025, 3, 11), why="汛期将至"), "submit", date(2025, 3, 14))


def test_waiting_for_supplements_is_not_time_of_the_review(office: Office) -> None:
    values = recipe.in_review(date(2024, 12, 2), 1).values
    out = Standstill("supplement", date(2025, 3, 5), date(2025, 3, 7))
    dates = {"review_sent_on": MARCH_25, "supplement_asked_on": date(2025, 3, 5)}
    row = stand(office, Made({**values, **dates, "supplemented_on": date(2025, 3, 7)}, pauses=(out,)))
    assert due(row, "review") == date(2025, 3, 17)


def test_a_review_that_is_done_early_leaves_no_time_owed_to_it(office: Office) -> None:
    """MD-T4: 保证必要的审查时间，由要求反馈的日期衡量，不由审查意见的日期衡量。"""
    values = recipe.reviewed(date(2024, 12, 2), 1).values
    dates = {"review_sent_on": MARCH_25, "review_wanted_on": date(2025, 3, 14)}
    row = stand(office, Made({**values, **dates, "reviewed_on": date(2025, 3, 6), "adjusted_on": None}))
    assert clock(row, "review").met_on == date(2025, 3, 14)
    assert clock(row, "review_by").met_on == date(2025, 3, 6)


def test_least_times_are_the_public_s_and_the_reviewer_s_and_never_late_work(office: Office) -> None:
    declared = installed().registers["decisions.decision"].procedure.deadlines
    least = {one.rule for one in declared if one.least}
    assert least == {"MD-T1", "MD-T1/2", "MD-T4"}
    assert all(one.watch and one.nature == "最短时间" for one in declared if one.least)


def test_what_may_not_be_published_owes_no_publication(office: Office) -> None:
    row = stand(office, Made({**NEW, "decided_on": MARCH_25, "secret_why": "国家秘密"}))
    assert not has_clock(row, "publish")


def test_every_rule_of_the_sheet_has_its_situation() -> None:
    declared = {
        one.rule
        for register in installed().registers.values()
        if register.workstream_key == "decisions"
        for one in register.procedure.deadlines
    }
    least = {"MD-T1", "MD-T1/2", "MD-T4"}
    assert declared == {one.rule for one in LIMITS} | least
