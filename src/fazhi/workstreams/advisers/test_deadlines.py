"""Every time limit of a review: its last lawful day and the day after."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest

from fazhi.engine.bulk import Standstill
from fazhi.engine.recipe import Made
from fazhi.engine.registry import installed
from fazhi.workstreams.advisers.factory import Office, clock, due, has_clock, stand
from fazhi.workstreams.advisers.models.choices import Subject

MONDAY = date(2025, 3, 3)
FRIDAY = date(2023, 3, 3)
BASE = {"subject": "示例事项", "drafted_by": "张三", "sent_on": MONDAY}


@dataclass(frozen=True)
class Limit:
    """``facts`` start the clock of ``rule``; the act whose date is ``act`` is in time until ``due``."""

    rule: str
    facts: dict[str, Any]
    act: str
    due: date
    register: str = "advisers.opinion"
    pauses: tuple[Standstill, ...] = field(default=())

    @property
    def deadline(self) -> str:
        procedure = installed().registers[self.register].procedure
        return next(one.key for one in procedure.deadlines if one.rule == self.rule)

    def made(self, act_on: date) -> Made:
        return Made({**self.facts, self.act: act_on}, pauses=self.pauses)


def of(kind: Subject, **more: Any) -> dict[str, Any]:
    return {**BASE, "subject_kind": kind, **more}


LIMITS = (
    Limit("MD-T4/3", of(Subject.DECISION, needed_by_on=date(2025, 3, 12)), "sent_on", MONDAY),
    Limit("ND-T3/4", of(Subject.NORMATIVE, needed_by_on=date(2025, 3, 10)), "sent_on", MONDAY),
    Limit("ND-T3/3", of(Subject.NORMATIVE, received_on=MONDAY), "issued_on", date(2025, 3, 24)),
    Limit(
        "LA-T2",
        {"name": "张三", "selected_on": FRIDAY, "engaged_on": FRIDAY},
        "ended_on",
        date(2026, 3, 3),
        "advisers.adviser",
    ),
    Limit("LA-L1", of(Subject.CONTRACT, received_on=MONDAY), "issued_on", date(2025, 3, 12)),
)
"""Fifteen working days after Monday 3 March end on Monday 24 March, seven on Wednesday 12 March."""


@pytest.mark.parametrize("limit", LIMITS, ids=lambda one: one.rule)
def test_each_act_is_in_time_on_its_last_lawful_day(office: Office, limit: Limit) -> None:
    row = stand(office, limit.made(limit.due), installed().registers[limit.register])
    met = clock(row, limit.deadline)
    assert (met.due_on, met.met_on) == (limit.due, limit.due)


@pytest.mark.parametrize("limit", LIMITS, ids=lambda one: one.rule)
def test_each_act_is_late_on_the_day_after(office: Office, limit: Limit) -> None:
    row = stand(office, limit.made(limit.due + timedelta(1)), installed().registers[limit.register])
    met = clock(row, limit.deadline)
    assert met.due_on == limit.due
    assert met.met_on == limit.due + timedelta(1)


def test_every_limit_has_a_situation() -> None:
    declared = {
        one.rule
        for register in installed().registers.values()
        if register.workstream_key == "advisers"
        for one in register.procedure.deadlines
    }
    assert {one.rule for one in LIMITS} == declared


def test_waiting_for_materials_is_not_counted(office: Office) -> None:
    wait = Standstill("supplement", date(2025, 3, 5), date(2025, 3, 11))
    facts = of(Subject.NORMATIVE, received_on=MONDAY)
    assert due(stand(office, Made(facts, pauses=(wait,))), "review_normative") == date(2025, 3, 31)


def test_what_was_returned_starts_anew_when_it_comes_again(office: Office) -> None:
    facts = of(Subject.NORMATIVE, received_on=MONDAY, returned_on=date(2025, 3, 5))
    assert not has_clock(stand(office, Made(facts)), "review_normative")
    again = {**facts, "received_again_on": date(2025, 3, 10)}
    assert due(stand(office, Made(again)), "review_normative") == date(2025, 3, 31)


def test_before_the_state_council_spoke_a_normative_review_had_no_national_limit(office: Office) -> None:
    facts = {**of(Subject.NORMATIVE), "sent_on": date(2017, 3, 1), "received_on": date(2017, 3, 2)}
    assert not has_clock(stand(office, Made(facts)), "review_normative")


def test_a_renewed_engagement_runs_for_a_new_term(office: Office) -> None:
    adviser = installed().registers["advisers.adviser"]
    facts = {"name": "张三", "selected_on": FRIDAY, "engaged_on": FRIDAY, "renewed_on": date(2026, 3, 2)}
    row = stand(office, Made(facts), adviser)
    term = clock(row, "term")
    assert (term.due_on, term.met_on) == (date(2029, 3, 2), None)
