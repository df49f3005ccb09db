"""Every time limit of litigation, in the words of the law: its last lawful day and the day after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from fazhi.engine.answer import Answer
from fazhi.engine.bulk import Standstill
from fazhi.engine.models import LocalLimit
from fazhi.engine.recipe import Made
from fazhi.engine.registry import installed
from fazhi.workstreams.litigation.factory import Office, clock, due, has_clock, stand
from fazhi.workstreams.litigation.models.choices import (
    Act,
    Form,
    Instance,
    Late,
    Outcome,
    Reconsidered,
    Role,
    Track,
)
from fazhi.workstreams.litigation.models.claims import CompensationResult
from fazhi.workstreams.litigation.models.registers import Issuer, SuggestionKind

YES, NO = Answer.YES, Answer.NO
MARCH = date(2025, 3, 3)  # a Monday
SUIT = {"plaintiff": "张三", "instance": Instance.FIRST, "filed_on": MARCH}
TOLD = {**SUIT, "filed_on": date(2025, 3, 20)}
DIRECT = {**TOLD, "reconsidered": Reconsidered.NONE}
LOST = {**SUIT, "form": Form.JUDGMENT, "outcome": Outcome.ANNULLED}
LETTER = {"topic": "规范执法程序", "received_on": MARCH, "issuer": Issuer.PROCURATORATE}
LAWSUIT, SUGGESTION = "litigation.lawsuit", "litigation.suggestion"
CLAIM, FORCE = "litigation.compensation", "litigation.enforcement"
PUBLIC, NORM = SuggestionKind.PUBLIC_INTEREST, SuggestionKind.NORM


@dataclass(frozen=True)
class Limit:
    """``facts`` start the clock of ``rule``; the act whose date is ``act`` is in time until ``due``."""

    rule: str
    facts: dict[str, Any]
    act: str
    due: date
    register: str = LAWSUIT

    @property
    def deadline(self) -> str:
        procedure = installed().registers[self.register].procedure
        return next(one.key for one in procedure.deadlines if one.rule == self.rule)

    def made(self, act_on: date) -> Made:
        return Made({**self.facts, self.act: act_on})


# fmt: off
LIMITS = (
    # 立案之日起五日内发送副本：3月8日为周六
    Limit("LT-T1", SUIT, "served_on", date(2025, 3, 10)),
    Limit("LT-T2", {**SUIT, "served_on": MARCH}, "answered_on", date(2025, 3, 18)),
    Limit("LT-T2", {**SUIT, "filed_on": date(2017, 9, 18), "served_on": date(2017, 9, 20)}, "answered_on",
          date(2017, 10, 9)),  # 10月5日在国庆、中秋放假之内
    Limit("LT-T2/2", {**SUIT, "served_on": MARCH, "late": Late.HINDERED}, "late_asked_on", date(2025, 3, 18)),
    Limit("LT-T2/3", {**SUIT, "served_on": MARCH, "late": Late.HINDERED,
                      "hindered_until_on": date(2025, 3, 14)}, "late_supplied_on", date(2025, 3, 31)),
    Limit("LT-T3", {**SUIT, "answered_on": date(2025, 3, 18)}, "answer_sent_on", date(2025, 3, 24)),
    # 开庭三日前：4月4日为清明节，在此之前的工作日为4月3日
    Limit("LT-T4", {**SUIT, "head_required": YES, "session_on": date(2025, 4, 7)}, "called_on",
          date(2025, 4, 3)),
    Limit("LT-T5", SUIT, "concluded_on", date(2025, 9, 3)),
    Limit("LT-T6", {**SUIT, "track": Track.SIMPLE}, "concluded_on", date(2025, 4, 17)),
    # 判决书送达之日起十五日、裁定书送达之日起十日：劳动节放假至5月5日
    Limit("LT-T7", {**LOST, "judgment_served_on": date(2025, 4, 18)}, "appealed_on", date(2025, 5, 6)),
    Limit("LT-T7", {**LOST, "judgment_served_on": date(2025, 4, 18)}, "waived_on", date(2025, 5, 6)),
    Limit("LT-T7/2", {**SUIT, "form": Form.RULING, "outcome": Outcome.SUIT_REJECTED,
                      "judgment_served_on": date(2025, 4, 21)}, "appealed_on", date(2025, 5, 6)),
    Limit("LT-T8", {**SUIT, "instance": Instance.SECOND, "appeal_received_on": MARCH}, "concluded_on",
          date(2025, 6, 3)),
    Limit("LT-T9", {**DIRECT, "known_on": date(2024, 9, 3)}, "sued_on", date(2025, 3, 3)),
    Limit("LT-T9/2", {**DIRECT, "real_estate": YES, "acted_on": date(2005, 3, 10)}, "sued_on",
          date(2025, 3, 10)),
    Limit("LT-T9/3", {**DIRECT, "acted_on": date(2020, 3, 10)}, "sued_on", date(2025, 3, 10)),
    Limit("LT-T9/4", {**DIRECT, "limit_told": NO, "known_on": date(2024, 3, 11)}, "sued_on",
          date(2025, 3, 11)),
    Limit("LT-T9/5", {**DIRECT, "limit_told": NO, "limit_known_on": date(2024, 9, 11)}, "sued_on",
          date(2025, 3, 11)),
    Limit("LT-T10", {**TOLD, "reconsidered": Reconsidered.UPHELD,
                     "reconsideration_served_on": date(2025, 2, 24)}, "sued_on", date(2025, 3, 11)),
    Limit("LT-T10/2", {**TOLD, "reconsidered": Reconsidered.NO_DECISION,
                       "reconsideration_due_on": date(2025, 2, 24)}, "sued_on", date(2025, 3, 11)),
    Limit("LT-T11", {**TOLD, "act_kind": Act.DUTY, "duty_asked_on": date(2025, 1, 10)}, "duty_done_on",
          date(2025, 3, 10)),
    # 2024年9月10日履职期限届满，六个月内起诉
    Limit("LT-T11/2", {**TOLD, "act_kind": Act.DUTY, "duty_asked_on": date(2024, 7, 10)}, "sued_on",
          date(2025, 3, 10)),
    Limit("LT-T19", {**LOST, "effective_on": date(2025, 5, 6)}, "loss_reported_on", date(2025, 6, 5)),
    Limit("LT-T19/2", {**SUIT, "heard_on": date(2025, 4, 7)}, "attendance_reported_on", date(2025, 4, 17)),
    # 两个月：5月3日在劳动节放假之内
    Limit("LT-T12", {**LETTER, "issuer": Issuer.COURT, "kind": SuggestionKind.GOVERNANCE}, "replied_on",
          date(2025, 5, 6), SUGGESTION),
    Limit("LT-T12/2", {**LETTER, "issuer": Issuer.COURT, "kind": SuggestionKind.CASE,
                       "reply_by_on": date(2025, 4, 15)}, "replied_on", date(2025, 4, 15), SUGGESTION),
    Limit("LT-T13", {**LETTER, "issuer": Issuer.COURT, "kind": NORM, "received_on": date(2025, 3, 20),
                     "judgment_effective_on": date(2024, 12, 10)}, "sent_on", date(2025, 3, 10), SUGGESTION),
    Limit("LT-T13/2", {**LETTER, "issuer": Issuer.COURT, "kind": NORM}, "replied_on", date(2025, 5, 6),
          SUGGESTION),
    Limit("LT-T14", {**LETTER, "kind": PUBLIC}, "replied_on", date(2025, 5, 6), SUGGESTION),
    Limit("LT-T14/2", {**LETTER, "kind": PUBLIC, "urgent": YES}, "replied_on", date(2025, 3, 18),
          SUGGESTION),
    Limit("LT-T15", {**LETTER, "kind": SuggestionKind.SOCIAL}, "replied_on", date(2025, 5, 6), SUGGESTION),
    Limit("LT-T15/2", {**LETTER, "kind": SuggestionKind.SUPERVISION, "reply_by_on": date(2025, 3, 14)},
          "replied_on", date(2025, 3, 14), SUGGESTION),
    Limit("LT-T16", {"party": "张三", "decision_number": "示罚1号", "sue_ends_on": MARCH}, "applied_on",
          date(2025, 6, 3), FORCE),
    Limit("LT-T16", {"party": "张三", "decision_number": "示罚2号", "sue_ends_on": date(2017, 3, 1)},
          "applied_on", date(2017, 6, 1), FORCE),
    Limit("LT-T18", {"claimant": "张三", "received_on": MARCH}, "decided_on", date(2025, 5, 6), CLAIM),
    Limit("LT-T18/2", {"claimant": "张三", "received_on": date(2025, 2, 24), "decided_on": MARCH,
                       "result": CompensationResult.GRANTED}, "served_on", date(2025, 3, 13), CLAIM),
    Limit("LT-T18/3", {"claimant": "张三", "received_on": date(2025, 2, 24), "decided_on": MARCH,
                       "result": CompensationResult.REFUSED}, "served_on", date(2025, 3, 13), CLAIM),
)
# fmt: on


def name(limit: Limit) -> str:
    return f"{limit.rule}-{limit.act}-{limit.due}"


@pytest.mark.parametrize("limit", LIMITS, ids=name)
def test_each_act_is_in_time_on_its_last_lawful_day(office: Office, limit: Limit) -> None:
    row = stand(office, limit.made(limit.due), installed().registers[limit.register])
    running = clock(row, limit.deadline)
    assert running.due_on == limit.due
    assert running.met_on == limit.due


@pytest.mark.parametrize("limit", LIMITS, ids=name)
def test_each_act_is_late_on_the_day_after(office: Office, limit: Limit) -> None:
    late = limit.due + timedelta(1)
    row = stand(office, limit.made(late), installed().registers[limit.register])
    running = clock(row, limit.deadline)
    assert running.met_on == late > limit.due == running.due_on


def test_every_limit_has_a_situation_under_each_edition_that_sets_it() -> None:
    registers = [one for one in installed().registers.values() if one.workstream_key == "litigation"]
    wanted = {
        (deadline.rule, cite.law.edition)
        for register in registers
        for deadline in register.procedure.deadlines
        for cite, _ in deadline.period
    }
    covered = set()
    for limit in LIMITS:
        procedure = installed().registers[limit.register].procedure
        made = limit.made(limit.due).values
        found = procedure.deadline(limit.deadline).at(
            next(made[one] for one in procedure.law_day if made.get(one))
        )
        assert found is not None
        covered.add((limit.rule, found[0].law.edition))
    assert covered == wanted


def test_the_limits_of_courts_and_plaintiffs_are_only_watched() -> None:
    """What is counted as late work is owed by the organ sued."""
    deadlines = [
        deadline
        for register in installed().registers.values()
        if register.workstream_key == "litigation"
        for deadline in register.procedure.deadlines
    ]
    assert {deadline.rule for deadline in deadlines if deadline.watch} == {
        "LT-T1", "LT-T3", "LT-T4", "LT-T5", "LT-T6", "LT-T8", "LT-T9", "LT-T9/2", "LT-T9/3", "LT-T9/4",
        "LT-T9/5", "LT-T10", "LT-T10/2", "LT-T11/2", "LT-T13",
    }  # fmt: skip
    assert all(deadline.who for deadline in deadlines if not deadline.watch)


def test_a_stated_day_to_reply_that_is_a_day_off_moves_to_the_next_working_day(office: Office) -> None:
    stated = {"issuer": Issuer.COURT, "kind": SuggestionKind.CASE, "reply_by_on": date(2025, 4, 5)}
    row = stand(office, Made({**LETTER, **stated}), installed().registers[SUGGESTION])
    assert due(row, "judicial") == date(2025, 4, 7)


def test_a_stated_day_to_reply_takes_the_place_of_the_two_months(office: Office) -> None:
    stated = {"kind": SuggestionKind.SOCIAL, "reply_by_on": date(2025, 3, 14)}
    row = stand(office, Made({**LETTER, **stated}), installed().registers[SUGGESTION])
    assert has_clock(row, "procuratorial_urgent")
    assert not has_clock(row, "procuratorial")
    row.refresh_from_db()
    assert getattr(row, "reply_due_on", None) == date(2025, 3, 14)


def test_no_statute_set_a_time_to_reply_before_it_came_into_force(office: Office) -> None:
    early = {**LETTER, "kind": PUBLIC, "received_on": date(2017, 9, 1)}
    assert not has_clock(stand(office, Made(early), installed().registers[SUGGESTION]), "public_interest")


def test_a_third_party_and_a_second_instance_owe_no_answer_with_evidence(office: Office) -> None:
    for more in ({"role": Role.THIRD_PARTY}, {"instance": Instance.SECOND}):
        assert not has_clock(stand(office, Made({**SUIT, "served_on": MARCH, **more})), "answer")


def test_a_ruling_that_allows_withdrawal_cannot_be_appealed(office: Office) -> None:
    ruling = {"form": Form.RULING, "outcome": Outcome.WITHDRAWN, "judgment_served_on": date(2025, 4, 21)}
    row = stand(office, Made({**SUIT, **ruling}))
    assert not has_clock(row, "appeal_ruling")
    assert not has_clock(row, "appeal")


def test_no_two_months_run_in_urgent_cases_or_where_another_law_sets_the_time(office: Office) -> None:
    duty = {**TOLD, "act_kind": Act.DUTY, "duty_asked_on": date(2025, 1, 10)}
    assert not has_clock(stand(office, Made({**duty, "duty_urgent": YES})), "duty")
    other = stand(office, Made({**duty, "duty_by_on": date(2025, 1, 20)}))
    assert not has_clock(other, "duty")
    assert due(other, "sue_inaction") == date(2025, 7, 21)


def test_an_obstacle_stops_the_time_to_sue(office: Office) -> None:
    out = Standstill("obstacle", date(2024, 9, 10), date(2024, 9, 19))
    row = stand(office, Made({**DIRECT, "known_on": date(2024, 9, 3)}, pauses=(out,)))
    assert due(row, "sue") == date(2025, 3, 13)


def test_a_government_sets_its_own_time_to_report_a_loss(office: Office) -> None:
    LocalLimit.objects.create(organ=office.government, rule="LT-T19", length=10, basis="示例县规定")
    row = stand(office, Made({**LOST, "effective_on": date(2025, 5, 6)}))
    assert due(row, "report_loss") == date(2025, 5, 16)


def test_the_days_off_of_the_worked_week_are_not_counted_twice(office: Office) -> None:
    # 送达在调休上班的周日：4月27日起十五日为5月12日
    row = stand(office, Made({**LOST, "judgment_served_on": date(2025, 4, 27)}))
    assert due(row, "appeal") == date(2025, 5, 12)
