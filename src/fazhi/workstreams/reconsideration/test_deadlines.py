"""Every time limit of reconsideration, in the words of the law: its last lawful day and the day after."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest

from fazhi.engine.answer import Answer
from fazhi.engine.bulk import Extended, Standstill
from fazhi.engine.recipe import Made
from fazhi.engine.registry import installed
from fazhi.workstreams.reconsideration.factory import Office, clock, due, has_clock, stand, stand_all
from fazhi.workstreams.reconsideration.models.choices import (
    Admissibility,
    Channel,
    SuspensionGround,
    Track,
)
from fazhi.workstreams.reconsideration.models.registers import ReviewBasis

YES, NO = Answer.YES, Answer.NO
REQUEST, OWN = ReviewBasis.REQUEST, ReviewBasis.OWN_FINDING

MARCH_17, MARCH_25 = (
    date(2017, 3, 1),
    date(2025, 3, 3),
)  # a Wednesday under the old law, a Monday under the new
OLD = {"applicant": "张三", "received_on": MARCH_17, "accepted_on": MARCH_17}
NEW = {"applicant": "张三", "received_on": MARCH_25, "accepted_on": MARCH_25}
APPLIED = {"applicant": "张三"}
LETTER_17 = {"drafted_on": date(2017, 2, 20), "issued_on": date(2017, 2, 24)}
LETTER_25 = {"drafted_on": date(2025, 2, 24), "issued_on": date(2025, 2, 26)}
ATTACHED = {"document": "示例规定"}
LETTER, REVIEW = "reconsideration.opinion_letter", "reconsideration.norm_review"


@dataclass(frozen=True)
class Limit:
    """``facts`` start the clock of ``rule``; the act whose date is ``act`` is in time until ``due``."""

    rule: str
    facts: dict[str, Any]
    act: str
    due: date
    register: str = "reconsideration.case"
    pauses: tuple[Standstill, ...] = field(default=())

    @property
    def deadline(self) -> str:
        procedure = installed().registers[self.register].procedure
        return next(one.key for one in procedure.deadlines if one.rule == self.rule)

    def made(self, act_on: date | None) -> Made:
        return Made({**self.facts, **({self.act: act_on} if act_on else {})}, pauses=self.pauses)


def paused(first: date, ground: SuspensionGround) -> tuple[Standstill, ...]:
    return (Standstill("suspension", first, None, ground),)


# fmt: off
LIMITS = (
    # 自知道行政行为之日起六十日：2017年4月30日逢劳动节放假，顺延至5月2日
    Limit("RC-T1", {**APPLIED, "known_on": MARCH_17}, "received_on", date(2017, 5, 2)),
    Limit("RC-T1", {**APPLIED, "known_on": MARCH_25}, "received_on", date(2025, 5, 6)),
    Limit("RC-T1/2", {**APPLIED, "rights_told": NO, "rights_known_on": date(2025, 6, 3)}, "received_on",
          date(2025, 8, 4)),
    Limit("RC-T1/3", {**APPLIED, "rights_told": NO, "known_on": date(2024, 3, 4)}, "received_on",
          date(2025, 3, 4)),
    # 自行政行为作出之日起二十年、五年：2025年6月15日为周日
    Limit("RC-T2", {**APPLIED, "real_estate": YES, "acted_on": date(2005, 6, 15)}, "received_on",
          date(2025, 6, 16)),
    Limit("RC-T2/2", {**APPLIED, "acted_on": date(2020, 4, 10)}, "received_on", date(2025, 4, 10)),
    # 五日内审查：春节放假，1月26日（周日）上班
    Limit("RC-T3", {**APPLIED, "received_on": date(2025, 1, 24)}, "refused_on", date(2025, 2, 7)),
    Limit("RC-T3", {**APPLIED, "received_on": MARCH_17}, "refused_on", date(2017, 3, 8)),
    Limit("RC-T3/2", {**APPLIED, "received_on": date(2025, 2, 20), "asked_on": date(2025, 2, 24),
                      "corrected_on": MARCH_25}, "refused_on", date(2025, 3, 10)),
    Limit("RC-T3/2", {**APPLIED, "received_on": date(2017, 2, 20), "asked_on": date(2017, 2, 22),
                      "corrected_on": MARCH_17}, "refused_on", date(2017, 3, 8)),
    # 十日内协商、指定：旧法之下是自然日（国庆放假顺延至10月7日调休上班），新法之下是工作日
    Limit("RC-T3/3", {**APPLIED, "concurrent": YES, "received_on": date(2023, 9, 22)}, "agreed_on",
          date(2023, 10, 7)),
    Limit("RC-T3/3", {**APPLIED, "concurrent": YES, "received_on": MARCH_25}, "agreed_on", date(2025, 3, 17)),
    Limit("RC-T3/4", {**APPLIED, "concurrent": YES, "received_on": date(2023, 9, 20),
                      "disagreed_on": date(2023, 9, 22)}, "designated_on", date(2023, 10, 7)),
    Limit("RC-T3/4", {**APPLIED, "concurrent": YES, "received_on": date(2025, 2, 20),
                      "disagreed_on": MARCH_25}, "designated_on", date(2025, 3, 17)),
    Limit("RC-T4", {**APPLIED, "received_on": MARCH_25}, "asked_on", date(2025, 3, 10)),
    Limit("RC-T4", {**APPLIED, "received_on": MARCH_17}, "asked_on", date(2017, 3, 8)),
    Limit("RC-T5", {**APPLIED, "received_on": date(2025, 2, 24), "asked_on": date(2025, 2, 26),
                    "notice_received_on": MARCH_25}, "corrected_on", date(2025, 3, 17)),
    Limit("RC-T6", {**APPLIED, "channel": Channel.VIA_ORGAN, "via_received_on": MARCH_25}, "received_on",
          date(2025, 3, 10)),
    Limit("RC-T6/2", {**APPLIED, "channel": Channel.VIA_COUNTY, "admissibility": Admissibility.OTHER_ORGAN,
                      "received_on": MARCH_17}, "forwarded_on", date(2017, 3, 10)),
    # 自受理之日起七日内发送副本，是工作日
    Limit("RC-T7", OLD, "copy_sent_on", date(2017, 3, 10)),
    Limit("RC-T7", NEW, "copy_sent_on", date(2025, 3, 12)),
    # 自收到副本之日起十日内答复：旧法是自然日，新法是工作日
    Limit("RC-T8", {**OLD, "received_on": date(2023, 12, 1), "accepted_on": date(2023, 12, 1),
                    "copy_received_on": date(2023, 12, 20)}, "answered_on", date(2024, 1, 2)),
    Limit("RC-T8", {**NEW, "received_on": date(2024, 1, 4), "accepted_on": date(2024, 1, 4),
                    "copy_received_on": date(2024, 1, 10)}, "answered_on", date(2024, 1, 24)),
    Limit("RC-T9", {**NEW, "track": Track.SIMPLE}, "copy_sent_on", date(2025, 3, 6)),
    Limit("RC-T10", {**NEW, "track": Track.SIMPLE, "copy_received_on": MARCH_25}, "answered_on",
          date(2025, 3, 10)),
    # 举行听证的五日前：听证之日不计，3月14日为第一日
    Limit("RC-T11", {**NEW, "hearing_on": date(2025, 3, 17)}, "hearing_notified_on", date(2025, 3, 10)),
    Limit("RC-T12", OLD, "closed_on", date(2017, 5, 2)),
    Limit("RC-T12", {**NEW, "received_on": date(2024, 12, 2), "accepted_on": date(2024, 12, 2)}, "closed_on",
          date(2025, 2, 5)),
    Limit("RC-T13", {**NEW, "track": Track.SIMPLE}, "closed_on", date(2025, 4, 2)),
    # 中止满六十日
    Limit("RC-T19", {**OLD, "suspended_on": MARCH_17}, "closed_on", date(2017, 5, 2),
          pauses=paused(MARCH_17, SuspensionGround.DEATH)),
    Limit("RC-T19", {**NEW, "suspended_on": MARCH_25}, "closed_on", date(2025, 5, 6),
          pauses=paused(MARCH_25, SuspensionGround.ENTITY_ENDED)),
    # 自收到决定书之日起十五日内起诉
    Limit("RC-T20", {**OLD, "served_on": MARCH_17}, "sued_on", date(2017, 3, 16)),
    Limit("RC-T20", {**NEW, "served_on": MARCH_25}, "sued_on", date(2025, 3, 18)),
    Limit("RC-T20", {**OLD, "received_on": date(2013, 1, 7), "accepted_on": date(2013, 1, 7),
                     "served_on": date(2013, 3, 1)}, "sued_on", date(2013, 3, 18)),
    Limit("RC-T20/2", {**APPLIED, "received_on": date(2017, 2, 27), "refused_on": date(2017, 2, 28),
                       "first_required": YES, "refusal_served_on": MARCH_17}, "sued_on", date(2017, 3, 16)),
    Limit("RC-T20/2", {**APPLIED, "received_on": date(2025, 2, 26), "refused_on": date(2025, 2, 28),
                       "first_required": YES, "refusal_served_on": MARCH_25}, "sued_on", date(2025, 3, 18)),
    # 复议期限5月6日届满而没有决定
    Limit("RC-T20/3", NEW, "sued_on", date(2025, 5, 21)),
    Limit("RC-T20/3", OLD, "sued_on", date(2017, 5, 17)),
    Limit("RC-T20/3", {**OLD, "received_on": date(2013, 1, 7), "accepted_on": date(2013, 1, 7)}, "sued_on",
          date(2013, 3, 25)),
    Limit("RC-T22", {**OLD, "redo_ordered": YES, "served_on": MARCH_17}, "redone_on", date(2017, 5, 2)),
    Limit("RC-T22", {**NEW, "redo_ordered": YES, "served_on": MARCH_25}, "redone_on", date(2025, 5, 6)),
    # 意见书：自收到之日起六十日
    Limit("RC-T21", {**LETTER_17, "received_on": MARCH_17}, "reported_on",
          date(2017, 5, 2), LETTER),
    Limit("RC-T21", {**LETTER_25, "received_on": MARCH_25}, "reported_on",
          date(2025, 5, 6), LETTER),
    # 附带审查：有权处理的三十日，无权处理的七日（工作日）转送
    *(Limit(rule, {**ATTACHED, "basis": basis, "competent": competent, "raised_on": day}, act, due, REVIEW)
      for rule, basis, competent, act, day, due in (
          ("RC-T14", REQUEST, YES, "concluded_on", MARCH_17, date(2017, 3, 31)),
          ("RC-T14", REQUEST, YES, "concluded_on", MARCH_25, date(2025, 4, 2)),
          ("RC-T14/2", OWN, YES, "concluded_on", MARCH_17, date(2017, 3, 31)),
          ("RC-T14/2", OWN, YES, "concluded_on", MARCH_25, date(2025, 4, 2)),
          ("RC-T15", REQUEST, NO, "transferred_on", MARCH_17, date(2017, 3, 10)),
          ("RC-T15", REQUEST, NO, "transferred_on", MARCH_25, date(2025, 3, 12)),
          ("RC-T15/2", OWN, NO, "transferred_on", MARCH_17, date(2017, 3, 10)),
          ("RC-T15/2", OWN, NO, "transferred_on", MARCH_25, date(2025, 3, 12)),
      )),
    Limit("RC-T16", {**ATTACHED, "basis": REQUEST, "competent": YES, "raised_on": date(2025, 2, 24),
                     "suspended_on": MARCH_25}, "maker_told_on", date(2025, 3, 6), REVIEW),
    Limit("RC-T17", {**ATTACHED, "basis": REQUEST, "raised_on": date(2025, 2, 24),
                     "maker_received_on": MARCH_25}, "maker_answered_on", date(2025, 3, 17), REVIEW),
    Limit("RC-T18", {**ATTACHED, "basis": REQUEST, "raised_on": date(2017, 2, 20),
                     "transfer_received_on": MARCH_17}, "replied_on", date(2017, 5, 2), REVIEW),
    Limit("RC-T18", {**ATTACHED, "basis": REQUEST, "raised_on": date(2025, 2, 24),
                     "transfer_received_on": MARCH_25}, "replied_on", date(2025, 5, 6), REVIEW),
    Limit("RC-T18/2", {**ATTACHED, "basis": OWN, "raised_on": date(2025, 2, 24),
                       "transfer_received_on": MARCH_25}, "replied_on", date(2025, 5, 6), REVIEW),
)
# fmt: on


REGISTERS = ("reconsideration.case", LETTER, REVIEW)


def met(office: Office, register: str, shift: timedelta) -> dict[str, tuple[date | None, date | None]]:
    """Due day and day met of each limit of the register, the act done ``shift`` after the due day."""
    limits = [limit for limit in LIMITS if limit.register == register]
    rows = stand_all(
        office, [limit.made(limit.due + shift) for limit in limits], installed().registers[register]
    )
    clocks = [clock(row, limit.deadline) for row, limit in zip(rows, limits, strict=True)]
    return {
        f"{limit.rule} {limit.due}": (running.due_on, running.met_on)
        for limit, running in zip(limits, clocks, strict=True)
    }


@pytest.mark.parametrize("register", REGISTERS)
def test_each_act_is_in_time_on_its_last_lawful_day(office: Office, register: str) -> None:
    wanted = {f"{one.rule} {one.due}": (one.due, one.due) for one in LIMITS if one.register == register}
    assert met(office, register, timedelta(0)) == wanted


@pytest.mark.parametrize("register", REGISTERS)
def test_each_act_is_late_on_the_day_after(office: Office, register: str) -> None:
    found = met(office, register, timedelta(1))
    assert found
    assert [
        key for key, (due_on, met_on) in found.items() if not (due_on and met_on and met_on > due_on)
    ] == []


def test_every_limit_has_a_situation_under_each_edition_that_sets_it() -> None:
    wanted = {
        (deadline.rule, cite.law.edition)
        for register in installed().registers.values()
        if register.workstream_key == "reconsideration"
        for deadline in register.procedure.deadlines
        for cite, _ in deadline.period
    }
    covered = set()
    for limit in LIMITS:
        register = installed().registers[limit.register]
        deadline = register.procedure.deadline(limit.deadline)
        made = limit.made(limit.due).values
        day = next(made[one] for one in register.procedure.law_day if made.get(one))
        found = deadline.at(day)
        assert found is not None
        covered.add((limit.rule, found[0].law.edition))
    assert covered == wanted


def test_the_reply_of_the_worked_example_ends_on_a_make_up_workday(office: Office) -> None:
    facts = {"received_on": date(2023, 9, 18), "accepted_on": date(2023, 9, 20)}
    row = stand(office, Made({**OLD, **facts, "copy_received_on": date(2023, 9, 28)}))
    assert due(row, "answer") == date(2023, 10, 8)


def test_an_extension_is_added_before_the_last_day_is_moved(office: Office) -> None:
    granted = Extended("decide", 30, date(2017, 4, 20))
    row = stand(office, Made(OLD, extensions=(granted,)))
    assert due(row, "decide") == date(2017, 5, 31)  # 第九十日5月30日逢端午节放假


def test_suspension_stops_the_limit_and_the_rest_runs_on_from_the_day_of_resumption(office: Office) -> None:
    # Ten days out of the sixty: from 10 March to 19 March, resumed on the 20th.
    pause = Standstill("suspension", date(2025, 3, 10), date(2025, 3, 19), SuspensionGround.LEGAL_QUESTION)
    facts = {**NEW, "suspended_on": date(2025, 3, 10), "resumed_on": date(2025, 3, 20)}
    assert due(stand(office, Made(facts, pauses=(pause,))), "decide") == date(2025, 5, 12)


@pytest.mark.parametrize("pause", ["appraisal", "survey"])
def test_the_days_of_an_appraisal_or_a_survey_do_not_count(office: Office, pause: str) -> None:
    out = Standstill(pause, date(2025, 3, 10), date(2025, 3, 19))
    assert due(stand(office, Made(NEW, pauses=(out,))), "decide") == date(2025, 5, 12)


def test_an_obstacle_stops_the_time_to_apply(office: Office) -> None:
    out = Standstill("obstacle", date(2025, 3, 10), date(2025, 3, 19))
    facts = {**APPLIED, "known_on": MARCH_25, "received_on": date(2025, 5, 12)}
    assert due(stand(office, Made(facts, pauses=(out,))), "apply") == date(2025, 5, 12)


def test_no_reply_is_owed_under_the_ordinary_rule_in_the_simple_procedure(office: Office) -> None:
    row = stand(office, Made({**NEW, "track": Track.SIMPLE, "copy_received_on": MARCH_25}))
    assert has_clock(row, "answer_simple")
    assert not has_clock(row, "answer")
    assert not has_clock(row, "decide")


def test_a_converted_case_keeps_its_sixty_days_from_acceptance(office: Office) -> None:
    facts = {**NEW, "track": Track.ORDINARY, "simple_on": MARCH_25, "converted_on": date(2025, 3, 20)}
    assert due(stand(office, Made(facts)), "decide") == date(2025, 5, 6)


@pytest.mark.parametrize(
    ("ground", "runs"),
    [(ground, ground in {"death", "incapacity", "entity_ended"}) for ground in SuspensionGround],
)
def test_sixty_days_end_a_suspension_on_three_grounds_only(
    office: Office, ground: SuspensionGround, *, runs: bool
) -> None:
    row = stand(office, Made({**NEW, "suspended_on": MARCH_25}, pauses=paused(MARCH_25, ground)))
    assert has_clock(row, "suspended") is runs


def test_a_period_ordered_takes_the_place_of_the_sixty_days_to_act_again(office: Office) -> None:
    facts = {**NEW, "redo_ordered": YES, "served_on": MARCH_25, "redo_by_on": date(2025, 3, 31)}
    assert not has_clock(stand(office, Made(facts)), "redo")
