"""Every time limit of legislation: its last lawful day and the day after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from fazhi.engine.recipe import Made
from fazhi.engine.registry import installed
from fazhi.workstreams.legislation.factory import Office, clock, has_clock, stand
from fazhi.workstreams.legislation.models.choices import AtOnce, Maker, ProjectKind
from fazhi.workstreams.legislation.recipe import YES
from fazhi.workstreams.legislation.registers import REGISTERS

MARCH, MARCH_2017 = date(2025, 3, 3), date(2017, 3, 1)
RULE = {"subject": "示例办法", "assigned_on": date(2024, 12, 2), "submitted_on": date(2024, 12, 20),
        "maker_kind": Maker.CITY}  # fmt: skip
OLD_RULE = {**RULE, "assigned_on": date(2016, 12, 1), "submitted_on": date(2016, 12, 20)}
BILL = {"subject": "示例条例", "begun_on": date(2024, 12, 2), "submitted_on": date(2024, 12, 20)}
OLD_BILL = {**BILL, "begun_on": date(2016, 12, 1), "submitted_on": date(2016, 12, 20)}


@dataclass(frozen=True)
class Limit:
    """``facts`` start the clock of ``rule``; the act whose date is ``act`` is in time until ``due``."""

    rule: str
    facts: dict[str, Any]
    act: str
    due: date
    register: str = "rule"


# fmt: off
LIMITS = (
    # 2025年4月2日：3月3日起三十日
    Limit("GR-T1", {**RULE, "comment_from_on": MARCH}, "comment_to_on", date(2025, 4, 2)),
    Limit("GR-T1/2", {**RULE, "review_from_on": MARCH}, "review_to_on", date(2025, 4, 2)),
    # 听证会2025年5月12日，三十日前为4月12日（周六），提前到4月11日
    Limit("GR-T2", {**RULE, "hearing_set_on": date(2025, 5, 12)}, "hearing_announced_on", date(2025, 4, 11)),
    Limit("GR-T2", {**OLD_RULE, "hearing_set_on": date(2017, 5, 10)}, "hearing_announced_on",
          date(2017, 4, 10)),
    # 2025年10月1日施行，9月1日公布
    Limit("GR-T3", {**RULE, "effective_on": date(2025, 10, 1)}, "published_on", date(2025, 9, 1)),
    Limit("GR-T3", {**OLD_RULE, "effective_on": date(2017, 10, 1)}, "published_on", date(2017, 9, 1)),
    Limit("GR-T4", {**RULE, "published_on": MARCH}, "filed_on", date(2025, 4, 2)),
    Limit("GR-T4", {**OLD_RULE, "published_on": MARCH_2017}, "filed_on", date(2017, 3, 31)),
    Limit("GR-T4/2", {**RULE, "published_on": MARCH}, "filed_province_on", date(2025, 4, 2)),
    Limit("GR-T4/3", {**RULE, "published_on": MARCH}, "filed_congress_on", date(2025, 4, 2)),
    Limit("GR-T4/3", {**OLD_RULE, "published_on": MARCH_2017}, "filed_congress_on", date(2017, 3, 31)),
    Limit("GR-T4/4", {**RULE, "published_on": MARCH}, "filed_province_congress_on", date(2025, 4, 2)),
    Limit("GR-T5", {**RULE, "supplement_notice_on": MARCH}, "refiled_on", date(2025, 3, 18)),
    # 2025年5月3日在假期，顺延到5月6日
    Limit("GR-T6", {**RULE, "examined_from_on": MARCH}, "examined_on", date(2025, 5, 6)),
    Limit("GR-T7", {**RULE, "correction_notice_on": MARCH}, "handled_on", date(2025, 4, 2)),
    Limit("GR-T7", {**OLD_RULE, "correction_notice_on": MARCH_2017}, "handled_on", date(2017, 3, 31)),
    Limit("GR-T8", {"name": "2024年规章目录", "year_end_on": date(2024, 12, 31)}, "sent_on",
          date(2025, 1, 31), "yearly_list"),
    Limit("GR-T8", {"name": "2016年规章目录", "year_end_on": date(2016, 12, 31)}, "sent_on",
          date(2017, 1, 31), "yearly_list"),
    # 2019年4月1日施行，满两年为2021年4月1日；2024年4月1日施行，满两年为2026年4月1日
    Limit("GR-T9", {**OLD_RULE, "temporary": YES, "effective_on": date(2019, 4, 1)}, "law_proposed_on",
          date(2021, 4, 1)),
    Limit("GR-T9", {**RULE, "temporary": YES, "submitted_on": date(2024, 1, 8), "assigned_on":
          date(2024, 1, 2), "effective_on": date(2024, 4, 1)}, "law_proposed_on", date(2026, 4, 1)),
    Limit("GR-T10", {**BILL, "needs_approval": YES, "approval_asked_on": MARCH}, "approved_on",
          date(2025, 7, 3), "bill"),
    Limit("GR-T10", {**OLD_BILL, "needs_approval": YES, "approval_asked_on": MARCH_2017}, "approved_on",
          date(2017, 7, 3), "bill"),
    Limit("GR-T11", {"name": "示例项目", "kind": ProjectKind.RULE, "year": 2025, "applied_on": MARCH,
                     "planned_on": MARCH, "due_on": date(2025, 11, 28)}, "done_on",
          date(2025, 11, 28), "project"),
    Limit("GR-T12", {"point_name": "联系点", "draft": "示例办法", "sent_on": MARCH, "due_on":
                     date(2025, 3, 14)}, "returned_on", date(2025, 3, 14), "point_opinion"),
)
# fmt: on


def met(office: Office, limit: Limit, on: date) -> tuple[date | None, date | None]:
    """When the clock was due and when it was met, the act being done on that day."""
    register = installed().registers[f"legislation.{limit.register}"]
    key = next(one.key for one in register.procedure.deadlines if one.rule == limit.rule)
    found = clock(stand(office, Made({**limit.facts, limit.act: on}), register), key)
    return found.due_on, found.met_on


def name(limit: Limit) -> str:
    return f"{limit.rule}-{limit.due.year}"


@pytest.mark.parametrize("limit", LIMITS, ids=name)
def test_each_act_is_in_time_on_its_last_lawful_day(office: Office, limit: Limit) -> None:
    assert met(office, limit, limit.due) == (limit.due, limit.due)


@pytest.mark.parametrize("limit", LIMITS, ids=name)
def test_each_act_is_late_on_the_day_after(office: Office, limit: Limit) -> None:
    after = limit.due + timedelta(1)
    assert met(office, limit, after) == (limit.due, after)


def test_every_limit_has_a_situation_under_each_edition_that_sets_it() -> None:
    declared = {
        (one.rule, cite.law.edition)
        for register in REGISTERS
        for one in register.procedure.deadlines
        for cite, _ in one.period
    }
    tried = set()
    for limit in LIMITS:
        procedure = installed().registers[f"legislation.{limit.register}"].procedure
        deadline = next(one for one in procedure.deadlines if one.rule == limit.rule)
        day = next(limit.facts[key] for key in procedure.law_day if limit.facts.get(key))
        found = deadline.at(day)
        assert found is not None
        tried.add((limit.rule, found[0].law.edition))
    # 报省、自治区的两项与报国务院、本级人大常委会的同一条文
    same = {("GR-T4/2", "2001"), ("GR-T4/4", "2015")}
    assert tried | same == declared


def test_a_rule_that_takes_effect_at_once_waits_for_no_thirty_days(office: Office) -> None:
    row = stand(office, Made({**RULE, "effective_on": MARCH, "at_once": AtOnce.HAMPERED}))
    assert not has_clock(row, "effect")


def test_a_province_files_with_the_state_council_and_its_own_congress_alone(office: Office) -> None:
    row = stand(office, Made({**RULE, "maker_kind": Maker.PROVINCE, "published_on": MARCH}))
    assert has_clock(row, "file")
    assert has_clock(row, "file_congress")
    assert not has_clock(row, "file_province")
    assert not has_clock(row, "file_province_congress")
