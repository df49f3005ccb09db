"""Cases taken through the procedure, move by move, as the law tells it; and what the law does by itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fazhi.engine.answer import Answer
from fazhi.engine.models import Interval, RecordModel
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.engine.tick import tick
from fazhi.organs.role import Role
from fazhi.workstreams.reconsideration.factory import (
    Office,
    breached,
    clock,
    due,
    enter,
    go,
    has_clock,
    receive,
    stand,
)
from fazhi.workstreams.reconsideration.models import Case
from fazhi.workstreams.reconsideration.models.choices import (
    Acceptance,
    Admissibility,
    Approval,
    Collected,
    Damages,
    Duty,
    Mode,
    Outcome,
    Qualification,
    SimpleGround,
    Step,
    SuspensionGround,
    TerminationGround,
    Track,
)
from fazhi.workstreams.reconsideration.models.registers import ReviewBasis, ReviewResult
from fazhi.workstreams.reconsideration.recipe import opened
from fazhi.workstreams.reconsideration.registers import LETTER, REVIEW, RULE, SUPERVISOR

YES, NO = Answer.YES, Answer.NO
OFFICERS = {
    "reconsideration.Officer": [
        {"name": name, "duty": duty, "qualification": Qualification.QUALIFIED, "trained": YES}
        for name, duty in (("张三", Duty.LEAD), ("李四", Duty.SECOND))
    ]
}


def case(row: RecordModel) -> Case:
    assert isinstance(row, Case)
    return row


def accept(office: Office, on: date, **values: Any) -> Case:
    """Received and accepted on one day."""
    row = receive(office, on, damages=Damages.NOT_CLAIMED, **values)
    go(office, row, "accept", on, admissibility=Admissibility.MET, major=NO)
    return case(row)


def test_a_case_of_2017_is_received_accepted_answered_and_upheld(office: Office) -> None:
    row = accept(office, date(2017, 3, 1))
    assert row.number == "示复〔2017〕1号"
    assert due(row, "decide") == date(2017, 5, 2)
    go(office, row, "assign", date(2017, 3, 2), parts=OFFICERS)
    go(office, row, "send_copy", date(2017, 3, 2))
    go(office, row, "receive_copy", date(2017, 3, 3))
    assert due(row, "answer") == date(2017, 3, 13)
    go(office, row, "answer", date(2017, 3, 13), collected=Collected.BEFORE)
    go(office, row, "propose", date(2017, 4, 25), proposal="维持")
    go(office, row, "approve", date(2017, 4, 26))
    go(office, row, "decide", date(2017, 4, 27), outcome=Outcome.UPHELD)
    go(office, row, "serve", date(2017, 4, 28))
    assert due(row, "sue") == date(2017, 5, 15)
    go(office, row, "archive", date(2017, 6, 1))
    assert (row.step, row.closed_on, row.decide_due_on) == (
        Step.ARCHIVED,
        date(2017, 4, 27),
        date(2017, 5, 2),
    )
    assert breached(row) == set()


def test_a_major_case_of_2025_is_heard_advised_on_discussed_and_annulled(office: Office) -> None:
    row = accept(office, date(2025, 3, 3))
    go(office, row, "weigh", date(2025, 3, 3), major=YES, committee_ground="major")
    go(office, row, "assign", date(2025, 3, 4), parts=OFFICERS)
    go(office, row, "take_ordinary", date(2025, 3, 4))
    go(office, row, "send_copy", date(2025, 3, 4), copy_received_on=date(2025, 3, 5))
    go(office, row, "answer", date(2025, 3, 14), collected=Collected.BEFORE, head_signed=YES)
    go(office, row, "hear_opinions", date(2025, 3, 18), opinions_mode=Mode.FACE_TO_FACE)
    go(office, row, "call_hearing", date(2025, 3, 19), hearing_on=date(2025, 3, 27))
    assert due(row, "hearing_notice") == date(2025, 3, 20)
    session = {
        "held_on": date(2025, 3, 27),
        "host": "张三",
        "hearers": 2,
        "recorder": "王五",
        "head_attended": YES,
        "open_to_public": YES,
    }
    go(office, row, "hold_hearing", date(2025, 3, 27), parts={"reconsideration.Hearing": [session]})
    go(office, row, "ask_committee", date(2025, 3, 28), committee_ground="major")
    attended = {"reconsideration.Attendance": [{"member": "孙七", "opinion": "程序违法"}]}
    go(office, row, "advise", date(2025, 4, 2), committee_opinion="程序违法，建议撤销", parts=attended)
    go(office, row, "propose", date(2025, 4, 15), proposal="撤销")
    go(office, row, "discuss", date(2025, 4, 18))
    assert case(row).approval == Approval.MEETING
    go(
        office, row, "decide", date(2025, 4, 21), outcome=Outcome.ANNULLED, on_record=YES,
        committee_adopted="adopted", redo_ordered=YES,
    )  # fmt: skip
    go(office, row, "serve", date(2025, 4, 22))
    assert due(row, "redo") == date(2025, 6, 23)
    go(office, row, "copy_up", date(2025, 4, 24), copied_to="示例市市场监督管理局")
    go(office, row, "publish", date(2025, 4, 28), url="https://www.example.gov.cn/1", act_public=YES)
    go(office, row, "redo", date(2025, 6, 20), actor=office.people[Role.PARTY])
    go(office, row, "perform", date(2025, 6, 23), actor=office.people[Role.PARTY])
    assert breached(row) == set()
    assert clock(row, "redo").met_on == date(2025, 6, 20)


def test_a_simple_case_is_turned_into_an_ordinary_one_by_the_head_of_the_body(office: Office) -> None:
    row = accept(office, date(2025, 3, 3))
    go(office, row, "take_simple", date(2025, 3, 4), simple_ground=SimpleGround.WARNING, clear=YES)
    assert (row.track, due(row, "decide_simple")) == (Track.SIMPLE, date(2025, 4, 2))
    with pytest.raises(Refusal, match="机构负责人"):
        go(
            office,
            row,
            "convert",
            date(2025, 3, 20),
            actor=office.people[Role.HANDLER],
            conversion_reason="争议较大",
        )
    go(office, row, "convert", date(2025, 3, 20), conversion_reason="争议较大")
    assert (row.track, due(row, "decide")) == (Track.ORDINARY, date(2025, 5, 6))
    assert not has_clock(row, "decide_simple")


def test_the_simple_procedure_is_unknown_to_the_old_law(office: Office) -> None:
    row = accept(office, date(2017, 3, 1))
    with pytest.raises(Refusal, match="不适用"):
        go(office, row, "take_simple", date(2017, 3, 2), simple_ground=SimpleGround.WARNING, clear=YES)


@pytest.mark.parametrize(
    ("day", "may", "may_not", "until"),
    [
        (date(2017, 3, 1), Role.HEAD, Role.BODY_HEAD, date(2017, 5, 31)),
        (date(2025, 3, 3), Role.BODY_HEAD, Role.HEAD, date(2025, 6, 3)),
    ],
)
def test_thirty_days_more_are_granted_by_the_head_whom_the_edition_names(
    office: Office, day: date, may: Role, may_not: Role, until: date
) -> None:
    row = accept(office, day)
    on = date(day.year, 4, 10)
    told = {"complicated": YES, "extension_told_on": on}
    with pytest.raises(Refusal, match="不是"):
        go(office, row, "extend", on, actor=office.people[may_not], days=30, **told)
    with pytest.raises(Refusal, match="1至30日"):
        go(office, row, "extend", on, actor=office.people[may], days=31, **told)
    go(office, row, "extend", on, actor=office.people[may], days=30, **told)
    assert due(row, "decide") == until


def test_no_extension_is_granted_after_expiry(office: Office) -> None:
    row = accept(office, date(2025, 3, 3))
    on = date(2025, 5, 7)
    with pytest.raises(Refusal, match="已于2025-05-06届满"):
        go(office, row, "extend", on, days=10, complicated=YES, extension_told_on=on)


def test_suspension_and_resumption_leave_the_days_that_remained(office: Office) -> None:
    row = accept(office, date(2025, 3, 3))
    told = date(2025, 3, 10)
    go(office, row, "suspend", told, ground=SuspensionGround.AGREEING, suspension_told_on=told)
    assert (row.step, due(row, "decide")) == (Step.SUSPENDED, None)
    with pytest.raises(Refusal):
        go(office, row, "propose", date(2025, 3, 12), proposal="维持")
    go(office, row, "resume", date(2025, 3, 20), resumption_told_on=date(2025, 3, 20))
    assert (row.step, due(row, "decide")) == (Step.OPEN, date(2025, 5, 12))


@pytest.mark.parametrize("kind", ["appraisal", "survey"])
def test_an_appraisal_and_a_survey_are_not_counted(office: Office, kind: str) -> None:
    row = accept(office, date(2025, 3, 3))
    go(office, row, f"begin_{kind}", date(2025, 3, 10))
    go(office, row, f"end_{kind}", date(2025, 3, 19))
    assert due(row, "decide") == date(2025, 5, 12)


def test_a_settlement_during_suspension_ends_the_case_and_the_suspension(office: Office) -> None:
    row = accept(office, date(2025, 3, 3))
    told = date(2025, 3, 10)
    go(office, row, "suspend", told, ground=SuspensionGround.AGREEING, suspension_told_on=told)
    go(office, row, "settle", date(2025, 3, 18), agreement_lawful=YES)
    go(
        office, row, "terminate_suspended", date(2025, 3, 20),
        termination_ground=TerminationGround.SETTLED, withdrawal_allowed=YES,
    )  # fmt: skip
    assert (row.step, row.outcome) == (Step.CLOSED, Outcome.TERMINATED)
    assert Interval.objects.get(record=row.pk).last == date(2025, 3, 19)
    assert breached(row) == set()


def test_two_organs_that_received_one_application_agree_before_it_is_reviewed(office: Office) -> None:
    row = receive(office, date(2025, 3, 3), concurrent=YES)
    go(office, row, "negotiate", date(2025, 3, 4))
    assert tick(date(2025, 4, 30)) == []
    go(office, row, "disagree", date(2025, 3, 14))
    assert due(row, "designate") == date(2025, 3, 28)
    go(office, row, "designate", date(2025, 3, 20))
    assert due(row, "accept") == date(2025, 3, 27)
    go(office, row, "accept", date(2025, 3, 21), admissibility=Admissibility.MET)
    assert due(row, "decide") == date(2025, 5, 20)


# 法律自行作出的


def test_silence_under_the_new_law_is_acceptance_when_the_five_days_have_run(office: Office) -> None:
    row = receive(office, date(2025, 1, 24))
    assert tick(date(2025, 2, 7)) == []
    assert [made.on for made in tick(date(2025, 2, 8))] == [date(2025, 2, 7)]
    row.refresh_from_db()
    assert (row.step, row.accepted_on, row.acceptance) == (Step.OPEN, date(2025, 2, 7), Acceptance.DEEMED)
    assert row.number == "示复〔2025〕1号"
    assert breached(row) == set()


def test_silence_under_the_old_law_is_acceptance_from_the_day_of_receipt(office: Office) -> None:
    row = receive(office, date(2017, 3, 1))
    assert tick(date(2017, 3, 8)) == []
    tick(date(2017, 3, 9))
    row.refresh_from_db()
    assert (row.step, row.accepted_on, row.acceptance) == (Step.OPEN, date(2017, 3, 1), Acceptance.DEEMED)
    assert due(row, "decide") == date(2017, 5, 2)


def test_silence_across_the_turn_of_the_year_stays_under_the_law_of_receipt(office: Office) -> None:
    row = receive(office, date(2023, 12, 28))
    tick(date(2024, 1, 6))
    row.refresh_from_db()
    assert (row.accepted_on, row.law_on) == (date(2023, 12, 28), date(2023, 12, 28))


def test_an_application_of_december_accepted_in_january_is_under_the_new_law(office: Office) -> None:
    row = receive(office, date(2023, 12, 28))
    go(office, row, "accept", date(2024, 1, 2), admissibility=Admissibility.MET)
    assert row.law_on == date(2024, 1, 2)
    go(office, row, "send_copy", date(2024, 1, 3), copy_received_on=date(2024, 1, 10))
    assert due(row, "answer") == date(2024, 1, 24)


def test_correction_not_made_in_ten_working_days_is_abandonment(office: Office) -> None:
    row = receive(office, date(2025, 2, 26))
    go(office, row, "ask", date(2025, 2, 28), asked_items="身份证明")
    go(office, row, "receive_notice", date(2025, 3, 3))
    assert tick(date(2025, 3, 17)) == []
    tick(date(2025, 3, 18))
    row.refresh_from_db()
    assert (row.step, row.abandoned_on) == (Step.ABANDONED, date(2025, 3, 17))
    assert breached(row) == set()


def test_a_prolonged_period_of_correction_does_not_lapse(office: Office) -> None:
    row = receive(office, date(2025, 2, 26))
    go(office, row, "ask", date(2025, 2, 28), asked_items="身份证明", notice_received_on=date(2025, 3, 3))
    go(
        office,
        row,
        "prolong_correction",
        date(2025, 3, 14),
        correct_by_on=date(2025, 3, 31),
        correction_excuse="good",
    )
    assert tick(date(2025, 4, 30)) == []
    go(office, row, "correct", date(2025, 3, 28))
    assert (row.step, due(row, "accept_corrected")) == (Step.RECEIVED, date(2025, 4, 7))


@pytest.mark.parametrize(
    ("received", "corrected", "settled", "accepted"),
    [
        (date(2025, 2, 26), date(2025, 3, 3), date(2025, 3, 11), date(2025, 3, 10)),
        (date(2017, 2, 22), date(2017, 3, 1), date(2017, 3, 9), date(2017, 3, 1)),
    ],
)
def test_silence_after_correction_is_acceptance_too(
    office: Office, received: date, corrected: date, settled: date, accepted: date
) -> None:
    row = receive(office, received)
    go(office, row, "ask", received, asked_items="身份证明", correct_by_on=corrected)
    go(office, row, "correct", corrected)
    tick(settled)
    row.refresh_from_db()
    assert (row.step, row.accepted_on) == (Step.OPEN, accepted)


def test_sixty_days_of_suspension_end_the_case_by_the_old_law_itself(office: Office) -> None:
    row = accept(office, date(2017, 2, 20))
    told = date(2017, 3, 1)
    go(office, row, "suspend", told, ground=SuspensionGround.DEATH, suspension_told_on=told)
    assert tick(date(2017, 5, 2)) == []
    tick(date(2017, 5, 3))
    row.refresh_from_db()
    assert (row.step, row.closed_on, row.outcome) == (Step.CLOSED, date(2017, 5, 2), Outcome.TERMINATED)
    assert breached(row) == set()


def test_sixty_days_of_suspension_call_for_a_decision_under_the_new_law(office: Office) -> None:
    row = accept(office, date(2025, 2, 24))
    told = date(2025, 3, 3)
    go(office, row, "suspend", told, ground=SuspensionGround.DEATH, suspension_told_on=told)
    assert tick(date(2025, 5, 7)) == []
    go(office, row, "expire", date(2025, 5, 7))
    assert (row.step, row.termination_ground) == (Step.CLOSED, TerminationGround.SUSPENDED_60_DAYS)


# 旁边的登记簿


def test_an_opinion_letter_is_numbered_and_reported_on_by_the_organ_it_addresses(office: Office) -> None:
    row = enter(office, date(2025, 4, 21), LETTER, addressee=office.bureau, drafted_on=date(2025, 4, 21))
    go(office, row, "issue", date(2025, 4, 22), register=LETTER, problem="送达程序不当")
    assert row.number == "示复意〔2025〕1号"
    go(office, row, "receive", date(2025, 4, 23), register=LETTER, actor=office.people[Role.PARTY])
    assert due(row, "report") == date(2025, 6, 23)
    report = {"register": LETTER, "actor": office.people[Role.PARTY], "report": "已经改正"}
    go(office, row, "report", date(2025, 6, 20), **report)
    assert clock(row, "report").met_on == date(2025, 6, 20)


def test_an_attached_review_is_answered_by_the_maker_and_concluded(office: Office) -> None:
    row = enter(
        office, date(2025, 3, 3), REVIEW, document="示例规定", basis=ReviewBasis.REQUEST,
        raised_on=date(2025, 3, 3),
    )  # fmt: skip
    review = {"register": REVIEW}
    go(office, row, "suspend_case", date(2025, 3, 4), **review)
    go(office, row, "tell_maker", date(2025, 3, 5), competent=YES, maker=office.bureau, **review)
    go(office, row, "receive_notice", date(2025, 3, 6), **review)
    assert due(row, "maker_answer") == date(2025, 3, 20)
    go(office, row, "answer", date(2025, 3, 18), actor=office.people[Role.PARTY], **review)
    go(office, row, "conclude", date(2025, 3, 31), result=ReviewResult.STOPPED, **review)
    assert (clock(row, "handle").met_on, due(row, "handle")) == (date(2025, 3, 31), date(2025, 4, 2))


def test_a_supervisor_watches_cases_and_a_rule_is_repealed(office: Office) -> None:
    watcher = enter(
        office, date(2025, 1, 2), SUPERVISOR, name="周八", workplace="示例律所", since_on=date(2025, 1, 2)
    )
    watched = {"reconsideration.Watch": [{"watched_on": date(2025, 3, 27), "opinion": "程序规范"}]}
    go(office, watcher, "watch", date(2025, 3, 27), register=SUPERVISOR, parts=watched)
    rule = enter(office, date(2017, 5, 5), RULE, name="听证程序规定", issued_on=date(2017, 5, 5))
    go(office, rule, "end", date(2025, 5, 5), register=RULE)
    assert rule.step == "ended"


def test_the_respondent_makes_its_own_moves_and_no_others(office: Office) -> None:
    row = stand(office, opened(date(2025, 3, 3), 1).with_values(answered_on=None))
    with pytest.raises(Refusal, match="不是"):
        go(
            office,
            row,
            "hear_opinions",
            date(2025, 3, 12),
            actor=office.people[Role.PARTY],
            opinions_mode=Mode.TELEPHONE,
        )
    go(office, row, "answer", date(2025, 3, 10), actor=office.people[Role.PARTY], collected=Collected.BEFORE)
    assert clock(row, "answer").met_on == date(2025, 3, 10)


def test_every_ground_and_step_has_a_chinese_name() -> None:
    case_register = installed().registers["reconsideration.case"]
    for column in case_register.model._meta.concrete_fields:
        for value, label in column.choices or ():
            assert label, f"{column.name}: {value}"
            assert any("\u4e00" <= character <= "\u9fff" for character in str(label))
