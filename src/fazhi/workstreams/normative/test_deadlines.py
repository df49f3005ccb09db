"""Every time limit of normative documents: its last lawful day and the day after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from fazhi.engine.recipe import Made
from fazhi.engine.registry import installed
from fazhi.workstreams.normative.factory import Office, clock, due, has_clock, stand
from fazhi.workstreams.normative.models.choices import Maker, ObjectionKind, Opinion, Paper, Validity
from fazhi.workstreams.normative.recipe import NO, YES
from fazhi.workstreams.normative.registers import DOCUMENT, REGISTERS

MARCH = date(2025, 3, 3)
DOC = {"subject": "示例办法", "planned_on": date(2024, 1, 2), "issued_on": MARCH, "operators": NO}
OUT = {**DOC, "published_on": MARCH, "effective_on": MARCH}
PAPER = {"subject": "示例文件", "received_on": MARCH}
ASKED = {"subject": "示例规定", "received_on": MARCH}


@dataclass(frozen=True)
class Limit:
    """``facts`` start the clock of ``rule``; the act whose date is ``act`` is in time until ``due``."""

    rule: str
    facts: dict[str, Any]
    act: str
    due: date
    register: str = "document"


# fmt: off
LIMITS = (
    Limit("ND-T1", {**DOC, "comment_from_on": MARCH}, "comment_to_on", date(2025, 3, 12)),
    Limit("ND-T2", {**DOC, "operators": YES, "comment_from_on": MARCH}, "comment_to_on", date(2025, 4, 2)),
    Limit("ND-T3", {**PAPER, "kind": Paper.NORMATIVE}, "concluded_on", date(2025, 3, 24), "review"),
    Limit("ND-T3/2", {**PAPER, "kind": Paper.NORMATIVE}, "concluded_on", date(2025, 3, 10), "review"),
    Limit("ND-T3/5", {**DOC, "issued_on": None, "review_sent_on": MARCH}, "reviewed_on", date(2025, 3, 24)),
    Limit("ND-T4", OUT, "filed_on", date(2025, 3, 18)),
    Limit("ND-T5", {**OUT, "maker_kind": Maker.GOVERNMENT}, "congress_filed_on", date(2025, 4, 2)),
    Limit("ND-T6", {**PAPER, "kind": Paper.FILING}, "concluded_on", date(2025, 4, 2), "review"),
    Limit("ND-T7", {**PAPER, "kind": Paper.FILING, "concluded_on": MARCH, "result": Opinion.UNLAWFUL,
                    "demanded_on": MARCH}, "corrected_on", date(2025, 4, 2), "review"),
    Limit("ND-T15", {**PAPER, "kind": Paper.CONSULTATION, "reply_by_on": date(2025, 3, 21)}, "concluded_on",
          date(2025, 3, 21), "review"),
    # 有效期：五年、两年，届满逢周日顺延
    Limit("ND-T8", {**DOC, "issued_on": date(2020, 3, 2), "effective_on": date(2020, 3, 2),
                    "validity": Validity.GENERAL}, "ended_on", date(2025, 3, 3)),
    Limit("ND-T8/2", {**DOC, "issued_on": date(2023, 3, 2), "effective_on": date(2023, 3, 2),
                      "validity": Validity.TRIAL}, "ended_on", date(2025, 3, 3)),
    Limit("ND-T8/3", {**OUT, "expires_on": date(2026, 3, 3)}, "ended_on", date(2026, 3, 3)),
    # 届满前六个月、九十日、六十日、三十日
    Limit("ND-T8/4", {**OUT, "expires_on": date(2026, 3, 3)}, "evaluated_on", date(2025, 9, 3)),
    Limit("ND-T8/5", {**OUT, "expires_on": date(2026, 3, 3)}, "evaluated_on", date(2025, 12, 3)),
    Limit("ND-T8/6", {**OUT, "expires_on": date(2026, 3, 3)}, "evaluated_on", date(2025, 12, 31)),
    Limit("ND-T8/7", {**OUT, "expires_on": date(2026, 3, 3)}, "evaluated_on", date(2026, 1, 30)),
    Limit("ND-T9", {"name": "清理", "begun_on": MARCH, "published_on": date(2023, 3, 3)}, "next_on",
          date(2025, 3, 3), "round"),
    Limit("ND-T10", DOC, "published_on", date(2025, 3, 31)),
    Limit("ND-T10", {**DOC, "planned_on": date(2016, 3, 1), "issued_on": date(2017, 3, 1)}, "published_on",
          date(2017, 3, 29)),
    Limit("ND-T11", {"name": "目录", "year_end_on": date(2024, 12, 31), "compiled_on": date(2025, 1, 6)},
          "sent_on", date(2025, 1, 31), "yearly_list"),
    Limit("ND-T12", {**ASKED, "kind": ObjectionKind.COURT}, "answered_on", date(2025, 5, 6), "objection"),
    Limit("ND-T13", {**ASKED, "kind": ObjectionKind.EXPLAIN}, "answered_on", date(2025, 3, 17), "objection"),
    Limit("ND-T14", {**ASKED, "kind": ObjectionKind.TRANSFER}, "answered_on", date(2025, 5, 6), "objection"),
)
# fmt: on


def met(office: Office, limit: Limit, on: date) -> tuple[date | None, date | None]:
    """When the clock was due and when it was met, the act being done on that day."""
    register = installed().registers[f"normative.{limit.register}"]
    key = next(one.key for one in register.procedure.deadlines if one.rule == limit.rule)
    found = clock(stand(office, Made({**limit.facts, limit.act: on}), register), key)
    return found.due_on, found.met_on


@pytest.mark.parametrize("limit", LIMITS, ids=lambda one: f"{one.rule}-{one.due.year}")
def test_each_act_is_in_time_on_its_last_lawful_day(office: Office, limit: Limit) -> None:
    assert met(office, limit, limit.due) == (limit.due, limit.due)


@pytest.mark.parametrize("limit", LIMITS, ids=lambda one: f"{one.rule}-{one.due.year}")
def test_each_act_is_late_on_the_day_after(office: Office, limit: Limit) -> None:
    after = limit.due + timedelta(1)
    assert met(office, limit, after) == (limit.due, after)


def test_every_limit_has_a_situation() -> None:
    declared = {one.rule for register in REGISTERS for one in register.procedure.deadlines}
    assert {one.rule for one in LIMITS} == declared


def test_least_times_are_no_late_work_and_the_evaluation_before_expiry_is_owed() -> None:
    declared = {one.rule: one for register in REGISTERS for one in register.procedure.deadlines}
    assert {rule for rule, one in declared.items() if one.least} == {"ND-T1", "ND-T2", "ND-T3/2"}
    assert not declared["ND-T8/4"].watch
    assert {declared[rule].nature for rule in ("ND-T8", "ND-T8/5", "ND-T8/6", "ND-T8/7")} == {"提示"}


def test_a_document_without_a_term_has_no_end_to_wait_for(office: Office) -> None:
    row = stand(office, Made({**OUT, "validity": Validity.LONG}), DOCUMENT)
    assert not has_clock(row, "validity")
    assert not has_clock(row, "alert_30")


def test_a_stated_end_takes_the_place_of_the_local_term(office: Office) -> None:
    facts = {**OUT, "validity": Validity.GENERAL, "expires_on": date(2026, 3, 3)}
    row = stand(office, Made(facts), DOCUMENT)
    assert not has_clock(row, "validity")
    assert due(row, "validity_stated") == date(2026, 3, 3)
