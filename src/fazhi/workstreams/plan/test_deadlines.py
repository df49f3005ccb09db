"""Every time limit of the plan of the year: its last lawful day and the day after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from fazhi.engine.recipe import Made
from fazhi.engine.registry import installed
from fazhi.workstreams.plan.factory import Office, clock, has_clock, stand
from fazhi.workstreams.plan.models.reports import ReportKind
from fazhi.workstreams.plan.models.supervision import Source

K = ReportKind
D17, D25 = date(2017, 3, 1), date(2025, 3, 3)
# 2019年4月15日以前施行的是2015年纲要：2017年度的报告适用纲要，2024年度的适用督察工作规定。
Y17 = {"name": "报告", "planned_on": date(2017, 12, 1), "year_end_on": date(2017, 12, 31)}
Y24 = {"name": "报告", "planned_on": date(2024, 12, 2), "year_end_on": date(2024, 12, 31)}

END17, END25 = {"year_end_on": date(2017, 12, 31)}, {"year_end_on": date(2025, 12, 31)}


@dataclass(frozen=True)
class Limit:
    """``facts`` start the clock of ``rule``; the act whose date is ``act`` is in time until ``due``."""

    rule: str
    register: str
    facts: dict[str, Any]
    act: str
    due: date

    @property
    def deadline(self) -> str:
        procedure = installed().registers[f"plan.{self.register}"].procedure
        return next(one.key for one in procedure.deadlines if one.rule == self.rule)


# fmt: off
LIMITS = (
    # 3月1日前：最后一日是2月28日
    Limit("AR-T1", "report", {**Y24, "kind": K.DEPARTMENT}, "reported_on", date(2025, 2, 28)),
    Limit("AR-T2", "report", {**Y24, "kind": K.GOVERNMENT}, "reported_on", date(2025, 2, 28)),
    Limit("AR-T3", "report", {**Y24, "kind": K.TOWNSHIP}, "reported_on", date(2025, 2, 28)),
    Limit("AR-T4", "report", {**Y24, "kind": K.PROVINCE}, "reported_on", date(2025, 3, 31)),
    Limit("AR-T5", "report", {**Y24, "kind": K.GOVERNMENT}, "published_on", date(2025, 3, 31)),
    Limit("AR-T6", "report", {**Y24, "kind": K.AREA}, "reported_on", date(2025, 1, 31)),
    Limit("AR-T7", "report", {**Y17, "kind": K.GOVERNMENT}, "reported_on", date(2018, 3, 31)),
    Limit("AR-T7/2", "report", {**Y17, "kind": K.DEPARTMENT}, "published_on", date(2018, 3, 31)),
    Limit("AR-T8", "report", {**Y24, "kind": K.DEPARTMENT, "local_due_on": date(2025, 2, 5)}, "reported_on",
          date(2025, 2, 5)),
    # 反馈意见定的日期；5月31日端午节，顺延到6月3日
    Limit("AR-T12", "finding", {"name": "问题", "fed_back_on": D17, "rectify_by_on": date(2017, 4, 12)},
          "rectified_on", date(2017, 4, 12)),
    Limit("AR-T12", "finding", {"name": "问题", "fed_back_on": D25, "rectify_by_on": date(2025, 5, 31)},
          "rectified_on", date(2025, 6, 3)),
    # 三十日：4月2日
    Limit("AR-T13", "review", {"conclusion": "结论", "conclusion_received_on": D25}, "requested_on",
          date(2025, 4, 2)),
    Limit("AR-T13/2", "review", {"conclusion": "结论", "conclusion_received_on": date(2025, 2, 24),
          "requested_on": date(2025, 2, 28), "received_on": D25}, "decided_on", date(2025, 4, 2)),
    Limit("PLAN-T1", "task", {"name": "任务", "set_on": D17, **END17, "due_on": date(2017, 6, 30)},
          "completed_on",
          date(2017, 6, 30)),
    Limit("PLAN-T1", "task", {"name": "任务", "set_on": D25, **END25, "due_on": date(2025, 6, 30)},
          "completed_on",
          date(2025, 6, 30)),
    Limit("PLAN-T8", "task", {"name": "任务", "set_on": D17, **END17, "node_on": date(2017, 4, 28)},
          "completed_on", date(2017, 4, 28)),
    Limit("PLAN-T8", "task", {"name": "任务", "set_on": D25, **END25, "node_on": date(2025, 4, 30)},
          "completed_on", date(2025, 4, 30)),
    Limit("PLAN-T2", "problem", {"name": "问题", "raised_on": D17, "due_on": date(2017, 6, 30)}, "solved_on",
          date(2017, 6, 30)),
    Limit("PLAN-T2", "problem", {"name": "问题", "raised_on": D25, "due_on": date(2025, 6, 30)}, "solved_on",
          date(2025, 6, 30)),
    Limit("PLAN-T3", "submission", {"topic": "总结", "asked_on": D25, "due_on": date(2025, 3, 31)},
          "submitted_on", date(2025, 3, 31)),
    Limit("PLAN-T4", "inspection", {"name": "督察", "source": Source.CENTRE, "planned_on": D17,
          "respond_by_on": date(2017, 3, 31)}, "responded_on", date(2017, 3, 31)),
    Limit("PLAN-T4", "inspection", {"name": "督察", "source": Source.CENTRE, "planned_on": D25,
          "respond_by_on": date(2025, 3, 31)}, "responded_on", date(2025, 3, 31)),
    Limit("PLAN-T5", "honour", {"name": "示范村", "holder": "示例村", "granted_on": D25,
          "expires_on": date(2025, 12, 31)}, "renewed_on", date(2025, 12, 31)),
    Limit("PLAN-T6", "chase", {"name": "督办", "drafted_on": D17, "sent_on": D17,
          "reply_by_on": date(2017, 3, 15)}, "answered_on", date(2017, 3, 15)),
    Limit("PLAN-T6", "chase", {"name": "督办", "drafted_on": D25, "sent_on": D25,
          "reply_by_on": date(2025, 3, 14)}, "answered_on", date(2025, 3, 14)),
    # 2017年12月31日在元旦假期内，顺延到2018年1月2日
    Limit("PLAN-T7", "promise", {"name": "承诺", "promised_on": D17, **END17}, "kept_on", date(2018, 1, 2)),
    Limit("PLAN-T7", "promise", {"name": "承诺", "promised_on": D25, **END25}, "kept_on",
          date(2025, 12, 31)),
)
# fmt: on
TABLE = [pytest.param(one, id=f"{one.rule}-{one.due}") for one in LIMITS]


def met(office: Office, limit: Limit, shift: int) -> tuple[date | None, date | None]:
    """The due day and the day met of the limit, the act done ``shift`` days after the due day."""
    facts = {**limit.facts, limit.act: limit.due + timedelta(shift)}
    row = stand(office, Made(facts), installed().registers[f"plan.{limit.register}"])
    running = clock(row, limit.deadline)
    return running.due_on, running.met_on


@pytest.mark.parametrize("limit", TABLE)
def test_each_act_is_in_time_on_its_last_lawful_day(office: Office, limit: Limit) -> None:
    assert met(office, limit, 0) == (limit.due, limit.due)


@pytest.mark.parametrize("limit", TABLE)
def test_each_act_is_late_on_the_day_after(office: Office, limit: Limit) -> None:
    due_on, met_on = met(office, limit, 1)
    assert due_on is not None
    assert met_on is not None
    assert met_on > due_on


def test_every_limit_has_a_situation_under_each_edition_that_sets_it() -> None:
    wanted = {
        (deadline.rule, cite.law.edition)
        for register in installed().registers.values()
        if register.workstream_key == "plan"
        for deadline in register.procedure.deadlines
        for cite, _ in deadline.period
    }
    covered = set()
    for limit in LIMITS:
        procedure = installed().registers[f"plan.{limit.register}"].procedure
        day = next(limit.facts[name] for name in procedure.law_day if limit.facts.get(name))
        found = procedure.deadline(limit.deadline).at(day)
        assert found is not None
        covered.add((limit.rule, found[0].law.edition))
    assert covered == wanted


def test_the_report_of_a_province_is_published_like_that_of_any_government(office: Office) -> None:
    row = stand(office, Made({**Y24, "kind": K.PROVINCE}), installed().registers["plan.report"])
    assert clock(row, "publish").due_on == date(2025, 3, 31)
    assert clock(row, "province").due_on == date(2025, 3, 31)


def test_a_report_owes_only_the_dates_of_its_kind_and_its_law(office: Office) -> None:
    report = installed().registers["plan.report"]
    old = stand(office, Made({**Y17, "kind": K.GOVERNMENT}), report)
    new = stand(office, Made({**Y24, "kind": K.DEPARTMENT}), report)
    assert has_clock(old, "first_quarter")
    assert not has_clock(old, "own_level")
    assert has_clock(new, "department")
    assert not has_clock(new, "own_level")
    assert not has_clock(new, "first_quarter")
