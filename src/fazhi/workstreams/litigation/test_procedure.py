"""Suits taken through the procedure, move by move, as the law tells it; and the papers beside them."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.access import Rights, rights_of
from fazhi.engine.actor import SYSTEM
from fazhi.engine.answer import Answer
from fazhi.engine.models import Link, RecordModel
from fazhi.engine.personal import reveal
from fazhi.engine.records import link_records
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.organs.models import Rank
from fazhi.organs.role import Role as Capacity
from fazhi.workstreams.litigation import recipe, small, variants
from fazhi.workstreams.litigation.beside import COMPENSATION, ENFORCEMENT, MEETING, SUGGESTION, WARNING
from fazhi.workstreams.litigation.factory import Office, breached, clock, due, enter, go, stand
from fazhi.workstreams.litigation.models import Lawsuit
from fazhi.workstreams.litigation.models.choices import (
    AgentKind,
    AppealResult,
    Collected,
    DefendantLevel,
    Evidence,
    Form,
    HeadGround,
    Instance,
    Late,
    LossCause,
    Outcome,
    Reconsidered,
    Role,
    Step,
)
from fazhi.workstreams.litigation.models.registers import Adoption, Issuer, SuggestionKind, WarningKind
from fazhi.workstreams.litigation.registers import LAWSUIT

YES, NO = Answer.YES, Answer.NO
STAFF = {"name": "李四", "kind": AgentKind.STAFF, "post": "股长", "powers": "一般代理", "sealed": YES}


def suit(row: RecordModel) -> Lawsuit:
    assert isinstance(row, Lawsuit)
    return row


def serve(office: Office, filed_on: date, served_on: date, instance: Instance = Instance.FIRST) -> Lawsuit:
    """A suit over a penalty that was not reconsidered, received and handed to the bureau that did the act."""
    row = enter(
        office,
        served_on,
        plaintiff="张三",
        instance=instance,
        filed_on=filed_on,
        served_on=served_on,
        defendant_level=DefendantLevel.COUNTY_GOVERNMENT,
    )
    go(
        office, row, "assign", served_on, role=Role.SOLE, reconsidered=Reconsidered.NONE,
        handling=office.bureau,
    )  # fmt: skip
    return suit(row)


def test_a_suit_of_2017_is_answered_heard_won_and_takes_effect(office: Office) -> None:
    row = serve(office, date(2017, 9, 18), date(2017, 9, 20))
    assert due(row, "answer") == date(2017, 10, 9)
    go(office, row, "answer", date(2017, 10, 9), collected=Collected.BEFORE)
    assert row.evidence == Evidence.SUPPLIED
    go(office, row, "receive_call", date(2017, 10, 16), session_on=date(2017, 10, 25))
    session = {"held_on": date(2017, 10, 25), "head_required": NO, "staff_attended": YES}
    go(office, row, "hear", date(2017, 10, 25), parts={recipe.SESSION: [session]})
    go(office, row, "conclude", date(2017, 12, 1), form=Form.JUDGMENT, outcome=Outcome.CLAIM_REJECTED)
    go(office, row, "receive_judgment", date(2017, 12, 4))
    assert due(row, "appeal") == date(2017, 12, 19)
    go(office, row, "waive", date(2017, 12, 8))
    with pytest.raises(Refusal, match="第八十五条"):
        go(office, row, "take_effect", date(2017, 12, 19), to_perform=NO)
    go(office, row, "take_effect", date(2017, 12, 20), to_perform=NO)
    go(office, row, "archive", date(2018, 1, 5))
    assert (row.step, row.concluded_on) == (Step.ARCHIVED, date(2017, 12, 1))
    assert breached(row) == set()


def test_a_lost_suit_is_performed_reviewed_reported_and_put_right(office: Office) -> None:
    row = serve(office, date(2025, 3, 3), date(2025, 3, 5))
    go(office, row, "answer", date(2025, 3, 20), actor=office.people[Capacity.PARTY],
       collected=Collected.BEFORE)  # fmt: skip
    go(office, row, "receive_call", date(2025, 4, 3), session_on=date(2025, 4, 10), head_required=YES)
    assert (due(row, "call"), clock(row, "call").met_on) == (date(2025, 4, 7), date(2025, 4, 3))
    go(
        office, row, "send_head", date(2025, 4, 7), head_name="王五", head_post="副县长",
        head_rank=Rank.DEPUTY, head_own=YES,
    )  # fmt: skip
    session = recipe.head_in_court(date(2025, 4, 10), head_required=YES, head_ground=HeadGround.ATTENTION)
    go(office, row, "hear", date(2025, 4, 10), parts={recipe.SESSION: [session]})
    go(office, row, "report_attendance", date(2025, 4, 14))
    go(
        office, row, "conclude", date(2025, 5, 12), form=Form.JUDGMENT, outcome=Outcome.ANNULLED,
        to_perform=YES, perform_by_on=date(2025, 7, 31),
    )  # fmt: skip
    go(office, row, "receive_judgment", date(2025, 5, 14))
    go(office, row, "waive", date(2025, 5, 20))
    go(office, row, "take_effect", date(2025, 5, 30))
    assert due(row, "report_loss") == date(2025, 6, 30)
    with pytest.raises(Refusal, match="先分析"):
        go(office, row, "report_loss", date(2025, 6, 3))
    go(
        office, row, "review", date(2025, 6, 10), loss_cause=LossCause.PROCEDURE, responsible="承办机构",
        rectification="规范听证程序",
    )  # fmt: skip
    go(office, row, "report_loss", date(2025, 6, 11))
    with pytest.raises(Refusal, match="第九十四条"):
        go(office, row, "archive", date(2025, 6, 12))
    go(office, row, "perform", date(2025, 7, 1), actor=office.people[Capacity.PARTY])
    go(office, row, "rectify", date(2025, 7, 2))
    go(office, row, "archive", date(2025, 7, 3))
    assert row.step == Step.ARCHIVED
    assert breached(row) == set()


def test_no_answer_is_filed_without_the_statement_and_the_list_of_evidence(office: Office) -> None:
    row = serve(office, date(2025, 3, 3), date(2025, 3, 5))
    with pytest.raises(Refusal, match="答辩状"):
        go(office, row, "answer", date(2025, 3, 10), held=False, collected=Collected.BEFORE)


def test_no_performance_is_entered_without_its_proof(office: Office) -> None:
    row = stand(office, recipe.judged(Outcome.PAYMENT, date(2025, 3, 3), 1, performed_on=None))
    with pytest.raises(Refusal, match="履行证明"):
        go(office, row, "perform", date(2025, 6, 3), held=False)


def test_an_answer_after_fifteen_days_is_taken_but_its_evidence_counts_as_none(office: Office) -> None:
    row = serve(office, date(2025, 3, 3), date(2025, 3, 5))
    with pytest.raises(Refusal, match="第三十四条第二款"):
        go(office, row, "answer", date(2025, 3, 21), collected=Collected.BEFORE)
    go(office, row, "answer_late", date(2025, 3, 21))
    assert (row.step, row.evidence) == (Step.TRIAL, Evidence.NONE)


def test_evidence_hindered_by_a_flood_comes_by_leave_of_the_court(office: Office) -> None:
    row = serve(office, date(2025, 3, 3), date(2025, 3, 5))
    go(
        office, row, "ask_late", date(2025, 3, 14), late=Late.HINDERED, late_reason="洪水封路",
        collected=Collected.BEFORE,
    )  # fmt: skip
    with pytest.raises(Refusal, match="准许"):
        go(office, row, "supply_late", date(2025, 3, 28))
    go(office, row, "receive_leave", date(2025, 3, 17), late_reason="洪水封路")
    go(office, row, "end_hindrance", date(2025, 3, 18))
    assert due(row, "supply_late") == date(2025, 4, 2)
    go(office, row, "supply_late", date(2025, 4, 2))
    assert row.evidence == Evidence.ALLOWED


def test_evidence_against_a_new_claim_is_supplemented_by_leave_without_a_day(office: Office) -> None:
    row = serve(office, date(2025, 3, 3), date(2025, 3, 5))
    go(office, row, "answer", date(2025, 3, 10), collected=Collected.BEFORE)
    go(office, row, "receive_leave", date(2025, 4, 1), late=Late.ANSWERING, late_reason="原告提出新的理由")
    go(office, row, "supply_late", date(2025, 4, 28))
    assert row.evidence == Evidence.ALLOWED


def test_a_head_whom_the_court_called_is_replaced_only_with_reason_seal_and_authorised_staff(
    office: Office,
) -> None:
    row = serve(office, date(2025, 3, 3), date(2025, 3, 5))
    go(office, row, "receive_call", date(2025, 4, 3), session_on=date(2025, 4, 10), head_required=YES)
    on = date(2025, 4, 8)
    with pytest.raises(Refusal) as refused:
        go(office, row, "send_staff", on)
    assert {lack.gate for lack in refused.value.lacks} == {"staff", "staff_authorised", "absence"}
    go(
        office, row, "send_staff", on, parts={recipe.AGENT: [STAFF]}, absence="duty", absence_stated_on=on,
        absence_sealed=YES,
    )  # fmt: skip
    assert row.staff_sent_on == on


def test_one_appearance_does_in_one_instance_but_not_for_the_next(office: Office) -> None:
    twice = stand(office, variants.heard_twice(date(2025, 3, 3), 1))
    assert breached(twice) == set()
    second = recipe.second_instance(date(2025, 9, 1), 2)
    [session] = second.parts[recipe.SESSION]
    absent = {"head_required": YES, "head_ground": HeadGround.GROUP, "head_attended": NO, "head_rank": ""}
    parts = {**second.parts, recipe.SESSION: [{**session, **absent}]}
    assert breached(stand(office, recipe.Made(second.values, parts))) == {"head_duty"}


def test_an_appeal_withdrawn_in_the_linked_second_instance_gives_effect_to_the_first(office: Office) -> None:
    first = stand(office, variants.appealed(date(2025, 3, 3), 1))
    assert first.step == Step.APPEALED
    on = date(2025, 8, 1)
    with pytest.raises(Refusal, match="第八十五条"):
        go(office, first, "take_effect", on, to_perform=NO)
    withdrawn = recipe.second_instance(date(2025, 5, 6), 2).with_values(
        form=Form.RULING, outcome=Outcome.OTHER, appeal_result=AppealResult.WITHDRAWN
    )
    second = stand(office, withdrawn)
    link_records(second.record, first.record, actor=SYSTEM, kind="instance")
    go(office, first, "take_effect", on, to_perform=NO)
    assert (first.step, Link.objects.count()) == (Step.CLOSED, 1)


def test_a_dispute_settled_before_it_was_filed_is_no_lawsuit(office: Office) -> None:
    row = enter(
        office, date(2025, 3, 3), plaintiff="张三", instance=Instance.FIRST, invited_on=date(2025, 3, 3)
    )
    go(office, row, "resolve", date(2025, 3, 12))
    go(office, row, "archive", date(2025, 3, 13))
    assert row.step == Step.ARCHIVED


def test_a_dispute_not_settled_is_filed_and_goes_on(office: Office) -> None:
    row = enter(
        office, date(2025, 3, 3), plaintiff="张三", instance=Instance.FIRST, invited_on=date(2025, 3, 3)
    )
    go(office, row, "file", date(2025, 3, 20), court="示例县人民法院", case_number="（2025）示行初1号")
    go(office, row, "receive_copy", date(2025, 3, 24))
    assert (row.law_on, due(row, "answer")) == (date(2025, 3, 20), date(2025, 4, 8))


@pytest.mark.parametrize("key", ["self_corrected", "remanded", "coerced", "retried", "answered_late"])
def test_what_may_happen_beside_leaves_a_row_at_the_step_it_reached(office: Office, key: str) -> None:
    row = stand(office, getattr(variants, key)(date(2025, 3, 3), 1))
    assert row.step == Step.CLOSED


def test_a_suggestion_is_handled_and_answered_by_the_unit_it_was_given_to(office: Office) -> None:
    row = enter(
        office, date(2025, 3, 3), SUGGESTION, topic="河道治理", received_on=date(2025, 3, 3),
        issuing_office="示例县人民检察院",
    )  # fmt: skip
    party = office.people[Capacity.PARTY]
    go(
        office, row, "assign", date(2025, 3, 4), register=SUGGESTION, issuer=Issuer.PROCURATORATE,
        kind=SuggestionKind.PUBLIC_INTEREST, urgent=YES, handling=office.bureau,
    )  # fmt: skip
    assert due(row, "public_interest_urgent") == date(2025, 3, 18)
    go(
        office, row, "handle", date(2025, 3, 14), register=SUGGESTION, actor=party,
        adoption=Adoption.ADOPTED, measures="清理河道",
    )  # fmt: skip
    with pytest.raises(Refusal, match="书面回复"):
        go(
            office,
            row,
            "reply",
            date(2025, 3, 17),
            register=SUGGESTION,
            held=False,
            reply_number="1号",
        )
    go(office, row, "reply", date(2025, 3, 17), register=SUGGESTION, actor=party, reply_number="1号")
    with pytest.raises(Refusal, match="整改到位"):
        go(office, row, "close", date(2025, 3, 18), register=SUGGESTION)
    go(office, row, "verify", date(2025, 5, 6), register=SUGGESTION)
    go(office, row, "close", date(2025, 5, 7), register=SUGGESTION)
    assert breached(row) == set()


def test_a_meeting_is_held_answered_and_followed_up(office: Office) -> None:
    row = enter(office, date(2025, 3, 3), MEETING, topic="行政审判工作", planned_on=date(2025, 3, 3))
    go(
        office, row, "hold", date(2025, 3, 6), register=MEETING, participants="示例县人民法院",
        advised=YES, advice="规范送达", reply_by_on=date(2025, 4, 7),
    )  # fmt: skip
    go(office, row, "reply", date(2025, 4, 7), register=MEETING)
    go(office, row, "conclude", date(2025, 5, 7), register=MEETING, follow_up="已经落实")
    assert breached(row) == set()


def test_a_warning_is_corrected_by_the_unit_warned(office: Office) -> None:
    row = enter(
        office, date(2025, 3, 3), WARNING, unit=office.bureau, kind=WarningKind.TALK, losses=4, threshold=3,
        reason="连续败诉", prepared_on=date(2025, 3, 3),
    )  # fmt: skip
    go(office, row, "issue", date(2025, 3, 5), register=WARNING, correct_by_on=date(2025, 4, 30))
    party = office.people[Capacity.PARTY]
    go(office, row, "correct", date(2025, 4, 28), register=WARNING, actor=party, correction="培训")
    assert breached(row) == set()


def test_a_claim_for_compensation_is_numbered_served_and_paid(office: Office) -> None:
    row = enter(office, date(2025, 3, 3), COMPENSATION, claimant="张三", received_on=date(2025, 3, 3))
    go(office, row, "hear", date(2025, 3, 20), register=COMPENSATION)
    go(office, row, "decide", date(2025, 4, 7), register=COMPENSATION, result="granted", amount=1000_00)
    assert row.number == "示赔〔2025〕1号"
    go(office, row, "serve", date(2025, 4, 17), register=COMPENSATION)
    go(office, row, "pay", date(2025, 4, 25), register=COMPENSATION)
    go(office, row, "finish", date(2025, 4, 28), register=COMPENSATION)
    assert breached(row) == set()


def test_enforcement_is_applied_for_within_three_months_after_the_time_to_sue(office: Office) -> None:
    row = enter(
        office, date(2025, 3, 4), ENFORCEMENT, party="张三", decision_number="示罚〔2024〕1号",
        sue_ends_on=date(2025, 3, 3),
    )  # fmt: skip
    go(office, row, "demand", date(2025, 3, 10), register=ENFORCEMENT)
    given = {"court": "示例县人民法院", "sued": NO, "performed": NO}
    with pytest.raises(Refusal, match="三个月"):
        go(office, row, "apply", date(2025, 6, 4), register=ENFORCEMENT, **given)
    go(office, row, "apply", date(2025, 6, 3), register=ENFORCEMENT, **given)
    go(office, row, "receive_ruling", date(2025, 6, 10), register=ENFORCEMENT, ruling="allowed")
    go(office, row, "enforce", date(2025, 7, 10), register=ENFORCEMENT)
    go(office, row, "finish", date(2025, 7, 11), register=ENFORCEMENT)
    assert breached(row) == set()


def test_what_is_personal_of_a_plaintiff_is_shown_only_by_right_with_a_reason(office: Office) -> None:
    handler = office.people[Capacity.HANDLER]
    made = recipe.won(date(2025, 3, 3), 1)
    person = {"name": "张三", "id_no": "示例证件号0001", "phone": "示例电话", "address": "示例地址"}
    row = stand(office, recipe.Made(made.values, {**made.parts, "litigation.Plaintiff": [person]}))
    rights = rights_of(handler.person, date(2025, 6, 3))
    assert set(LAWSUIT.personal) == {"Plaintiff.id_no", "Plaintiff.phone", "Plaintiff.address"}
    for field in LAWSUIT.personal:
        with pytest.raises(Refusal, match="没有查看个人信息的权限"):
            reveal(LAWSUIT, row, field, actor=handler, rights=rights, why="核对身份")
    assert handler.person is not None
    grant = handler.person.grants.get()
    grant.personal = True
    grant.save()
    allowed: Rights = rights_of(handler.person, date(2025, 6, 3))
    with pytest.raises(Refusal, match="理由"):
        reveal(LAWSUIT, row, "Plaintiff.id_no", actor=handler, rights=allowed, why="")
    shown = reveal(LAWSUIT, row, "Plaintiff.id_no", actor=handler, rights=allowed, why="核对身份")
    assert shown == "示例证件号0001"


def test_nothing_personal_is_published() -> None:
    for register in installed().registers.values():
        if register.workstream_key == "litigation":
            assert set(register.published).isdisjoint(register.personal)
            assert "plaintiff" not in register.published
            assert "claimant" not in register.published


def test_a_claimant_is_masked_too(office: Office) -> None:
    row = stand(office, small.granted(date(2025, 3, 3), 1).with_values(phone="示例电话"), COMPENSATION)
    handler = office.people[Capacity.HANDLER]
    rights = rights_of(handler.person, date(2025, 6, 3))
    with pytest.raises(Refusal, match="权限"):
        reveal(COMPENSATION, row, "phone", actor=handler, rights=rights, why="核对")
