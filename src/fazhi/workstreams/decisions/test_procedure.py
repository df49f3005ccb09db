"""Decisions taken through the procedure, move by move, as the law tells it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.linking import deliberate, give_opinion

from fazhi.engine.models import RecordModel
from fazhi.engine.paper_ready import makeable
from fazhi.engine.refusal import Refusal
from fazhi.organs.models import Grant
from fazhi.organs.role import Role
from fazhi.workstreams.decisions import recipe
from fazhi.workstreams.decisions.factory import Office, breached, enter, go, propose, stand
from fazhi.workstreams.decisions.models.choices import (
    Change,
    Competition,
    CompetitionBy,
    Consulted,
    EvaluationGround,
    EvaluationResult,
    FollowUpWay,
    ItemKind,
    Need,
    RiskFinding,
    RiskKind,
    RiskLevel,
    Scope,
    Step,
    Verdict,
    Way,
)
from fazhi.workstreams.decisions.models.registers import Fault, MatterKind, MatterStep, Measure
from fazhi.workstreams.decisions.recipe import EXPERT, NO, YES
from fazhi.workstreams.decisions.registers import CATALOGUE, DECISION, LIABILITY, MATTER, VISIT

START = date(2025, 3, 3)
NEEDED = ("public", "comment", "hearing", "expert", "risk", "competition", "party")
NEEDS: dict[str, Any] = {
    **{f"{name}_need": Need.REQUIRED for name in NEEDED},
    "congress_need": Need.NOT_REQUIRED,
    "congress_reason": "不属于应当报告的事项",
}


def day(n: int) -> date:
    return START + timedelta(n)


def draft(office: Office) -> RecordModel:
    """Proposed, studied, started, consulted on and drafted, its procedures fixed."""
    row = propose(office, day(0))
    go(office, row, "study", day(1), study="问题、理由、依据和初步方案")
    go(office, row, "start", day(2), item_kind=ItemKind.POLICY, scope=Scope.COVERED, unit=office.bureau)
    go(office, row, "research", day(3))
    go(office, row, "consult", day(5), consulted=Consulted.AGREED)
    go(office, row, "draft", day(7), alternatives=2)
    go(office, row, "weigh", day(8), **NEEDS)
    return row


def hear(office: Office, row: RecordModel) -> None:
    """Comments for thirty days and a hearing."""
    go(office, row, "hear", day(9), heard_by=Way.MEETING)
    go(office, row, "open_comment", day(9), comment_url="https://example.invalid/yijian")
    go(office, row, "call_hearing", day(10), hearing_on=day(30), hearing_place="政务中心")
    people = {"decisions.Participant": [{"name": "孙某", "represents": "居民"}]}
    go(office, row, "list_participants", day(15), parts=people)
    go(office, row, "send_papers", day(18))
    signed = {"hearing_open": YES, "hearing_signed": YES, "hearing_adoption": "已采纳"}
    go(office, row, "hold_hearing", day(30), **signed)
    go(office, row, "close_comment", day(42))
    go(office, row, "answer", day(43), comments=5, comments_adopted=5)


def weigh(office: Office, row: RecordModel) -> None:
    """Experts, risks, competition."""
    expert = {EXPERT: [{"name": "钱某", "interested": NO, "signed": YES}]}
    argued = {"expert_conclusion": "可行", "expert_free": YES, "expert_adoption": "已采纳"}
    go(office, row, "argue", day(44), parts=expert, **argued)
    go(
        office,
        row,
        "assess",
        day(45),
        risk_kind=RiskKind.STABILITY,
        risk_level=RiskLevel.LOW,
        risk_points="出行",
        risk_measures="绕行",
        risk_finding=RiskFinding.CONTROLLABLE,
    )
    by = CompetitionBy.JOINT
    go(office, row, "review_competition", day(46), competition=Competition.COMPLIANT, competition_by=by)


def review(office: Office, row: RecordModel, verdict: Verdict = Verdict.LAWFUL_IF_CHANGED) -> None:
    go(office, row, "send", day(47), review_wanted_on=day(58), procedures_told=YES)
    go(
        office,
        row,
        "review",
        day(56),
        opinion_number="示合审〔2025〕1号",
        verdict=verdict,
        advisers_heard=YES,
        points=3,
    )


def discuss(office: Office, row: RecordModel) -> None:
    deliberate(row, day(65), "decision")
    go(office, row, "discuss", day(65))


def decide(office: Office) -> RecordModel:
    """A decision as it was made on day 67."""
    row = draft(office)
    hear(office, row)
    weigh(office, row)
    review(office, row)
    go(office, row, "adjust", day(58), points_adopted=3)
    go(office, row, "submit", day(60))
    go(office, row, "ask_party", day(61))
    go(office, row, "hear_party", day(63), party_reply="同意")
    discuss(office, row)
    go(office, row, "decide", day(67), executor=office.bureau)
    return row


def test_a_decision_goes_through_all_steps_of_the_law_to_the_archive(office: Office) -> None:
    row = decide(office)
    assert row.number == "示政决〔2025〕1号"
    go(office, row, "publish", day(70), url="https://example.invalid/juece", concern=YES, adoption_told=YES)
    assert {one.paper.key: one.lacks for one in makeable(DECISION, row)}["publication"] == ()
    go(office, row, "file", day(72), file_number="示档2025-1", file_complete=YES)
    go(office, row, "report", day(80), execution="进展顺利")
    check = {"checked_on": day(85), "way": FollowUpWay.SAMPLING, "finding": "标识不足", "correction": "已补"}
    go(office, row, "track", day(85), parts={"decisions.FollowUp": [check]})
    go(
        office,
        row,
        "evaluate",
        day(90),
        evaluation_ground=EvaluationGround.THOUGHT_NECESSARY,
        evaluator="示例大学",
        evaluator_free=YES,
        evaluation=EvaluationResult.CONTINUE,
    )
    go(office, row, "archive", day(100))
    assert row.step == Step.ARCHIVED
    assert breached(row) == set()


def test_an_item_is_not_started_without_reasons_given(office: Office) -> None:
    row = propose(office, day(0))
    go(office, row, "decline", day(3), declined_why="条件尚不成熟")
    assert row.step == Step.DECLINED


def test_who_drafted_does_not_review(office: Office) -> None:
    drafter = office.people[Role.HANDLER]
    Grant.objects.create(person=drafter.person, organ=office.government, role=Role.REVIEWER)
    row = draft(office)
    go(office, row, "send", day(47), review_wanted_on=day(58), procedures_told=YES)
    given = {"opinion_number": "示合审〔2025〕1号", "verdict": Verdict.LAWFUL, "advisers_heard": YES}
    with pytest.raises(Refusal, match="提出合法性审查意见"):
        go(office, row, "review", day(56), actor=drafter, **given)
    row.refresh_from_db()
    go(office, row, "review", day(56), **given)
    assert row.step == Step.REVIEWED


def test_nothing_is_discussed_that_was_found_unlawful_and_a_changed_draft_is_reviewed_again(
    office: Office,
) -> None:
    row = draft(office)
    hear(office, row)
    weigh(office, row)
    review(office, row, Verdict.UNLAWFUL)
    go(office, row, "adjust", day(57), points_adopted=3)
    with pytest.raises(Refusal) as refused:
        go(office, row, "submit", day(58))
    assert [lack.gate for lack in refused.value.lacks] == ["legality"]
    assert "《重大行政决策程序暂行条例》第二十五条第一款" in str(refused.value.lacks[0].articles)
    row.refresh_from_db()
    with pytest.raises(Refusal) as unfixed:
        go(office, row, "redraft", day(58), redraft_why="改变收费标准")
    assert [lack.gate for lack in unfixed.value.lacks] == ["repeats_fixed"]
    row.refresh_from_db()
    repeats = {"repeat_comment": NO, "repeat_expert": NO, "repeat_risk": YES, "repeat_competition": NO}
    go(office, row, "redraft", day(58), redraft_why="改变收费标准", **repeats)
    go(office, row, "draft", day(60))
    sent = {"review_wanted_on": day(75), "procedures_told": YES}
    with pytest.raises(Refusal) as unassessed:
        go(office, row, "send", day(61), **sent)
    assert [lack.gate for lack in unassessed.value.lacks] == ["repeated"]
    row.refresh_from_db()
    go(office, row, "assess", day(61))
    go(office, row, "send", day(61), **sent)
    opinion = {"opinion_number": "示合审〔2025〕2号", "verdict": Verdict.LAWFUL, "advisers_heard": YES}
    go(office, row, "review", day(70), **opinion, points=3)
    go(office, row, "submit", day(72))
    assert row.step == Step.SUBMITTED


def test_a_second_conditional_opinion_is_not_answered_by_the_adjustment_to_the_first(office: Office) -> None:
    row = draft(office)
    hear(office, row)
    weigh(office, row)
    review(office, row)
    go(office, row, "adjust", day(57), points_adopted=3)
    unaffected = dict.fromkeys(("repeat_comment", "repeat_expert", "repeat_risk", "repeat_competition"), NO)
    go(office, row, "redraft", day(58), redraft_why="改变适用范围", **unaffected)
    go(office, row, "draft", day(60))
    go(office, row, "send", day(61), review_wanted_on=day(75), procedures_told=YES)
    opinion = {"opinion_number": "示合审〔2025〕2号", "verdict": Verdict.LAWFUL_IF_CHANGED}
    go(office, row, "review", day(70), **opinion, advisers_heard=YES, points=3)
    with pytest.raises(Refusal) as refused:
        go(office, row, "submit", day(72))
    assert [lack.gate for lack in refused.value.lacks] == ["legality"]
    row.refresh_from_db()
    go(office, row, "adjust", day(71), points_adopted=3)
    go(office, row, "submit", day(72))
    assert row.step == Step.SUBMITTED


def test_experts_and_risks_are_told_by_their_papers(office: Office) -> None:
    row = draft(office)
    expert = {EXPERT: [{"name": "钱某", "interested": NO, "signed": YES}]}
    argued = {"expert_conclusion": "可行", "expert_free": YES, "expert_adoption": "已采纳"}
    with pytest.raises(Refusal) as unsigned:
        go(office, row, "argue", day(44), parts=expert, held=False, **argued)
    assert "缺少“专家论证意见”" in str(unsigned.value)
    row.refresh_from_db()
    with pytest.raises(Refusal) as unreported:
        go(office, row, "assess", day(45), held=False, risk_points="出行", risk_measures="绕行")
    assert "缺少“风险评估报告”" in str(unreported.value)


def test_papers_that_do_not_suffice_are_supplemented_or_returned(office: Office) -> None:
    row = draft(office)
    go(office, row, "send", day(47), review_wanted_on=day(58), procedures_told=YES)
    go(office, row, "ask_supplement", day(48))
    go(office, row, "supplement", day(50))
    opinion = {"unit": "示例县财政局", "given_on": day(51), "opinion": "无意见", "adopted": YES}
    go(office, row, "review_jointly", day(51), parts={"decisions.UnitOpinion": [opinion]})
    go(office, row, "return", day(52))
    assert row.step == Step.STARTED


def test_a_draft_comes_back_from_the_meeting_or_is_dropped(office: Office) -> None:
    row = stand(office, recipe.discussed(START, 1))
    on = row.law_on or START
    later = on + timedelta(120)
    go(office, row, "return_draft", later)
    assert row.step == Step.REVIEWED
    other = stand(office, recipe.discussed(START, 2))
    go(office, other, "tell_congress", later, congress_reply="同意")
    go(office, other, "drop", later)
    assert other.step == Step.DROPPED


def test_execution_is_suspended_in_urgency_resumed_changed_and_stopped_by_procedure(office: Office) -> None:
    row = decide(office)
    go(office, row, "report_problem", day(75), problem="发生洪水")
    go(office, row, "suspend", day(75), urgent=YES)
    assert row.step == Step.SUSPENDED
    go(office, row, "resume", day(80))
    go(office, row, "change", day(82), change=Change.MINOR)
    go(office, row, "withhold", day(83), secret_why="涉及国家秘密")
    go(office, row, "file", day(84), file_number="示档2025-1", file_complete=YES)
    go(office, row, "stop", day(85), stop_discussed=YES, change_why="上级规划调整")
    go(office, row, "archive", day(90))
    assert row.step == Step.ARCHIVED


def test_a_catalogue_item_is_consented_to_published_adjusted_and_completed(office: Office) -> None:
    values = {"year": 2025, "seq": 1, "name": "停车收费办法", "drafted_on": day(0)}
    row = enter(office, day(0), CATALOGUE, **values)
    go(office, row, "consent", day(5), register=CATALOGUE, consent_number="示委发〔2025〕3号")
    go(office, row, "publish", day(8), register=CATALOGUE, url="https://example.invalid/mulu")
    go(office, row, "adjust", day(20), register=CATALOGUE, adjusted_why="完成时间后移")
    go(office, row, "complete", day(90), register=CATALOGUE, decision_number="示政决〔2025〕1号")
    other = enter(office, day(0), CATALOGUE, **{**values, "seq": 2})
    go(office, other, "consent", day(5), register=CATALOGUE, consent_number="示委发〔2025〕3号")
    go(office, other, "publish", day(8), register=CATALOGUE, url="https://example.invalid/mulu")
    go(office, other, "adjust", day(20), register=CATALOGUE, adjusted_why="上级规划调整")
    go(office, other, "remove", day(30), register=CATALOGUE, removal_consented_on=day(28))
    assert (row.step, other.step) == ("completed", "removed")


def test_a_supervision_visit_is_rectified_and_closed(office: Office) -> None:
    values = {
        "team": "第一督导组",
        "item": "停车收费办法",
        "visited_on": day(0),
        "visited_unit": office.bureau,
    }
    row = enter(office, day(0), VISIT, **values)
    go(office, row, "rectify", day(9), register=VISIT, rectification="已补齐论证")
    go(office, row, "close", day(12), register=VISIT)
    assert row.step == "closed"


def test_no_matter_goes_to_a_meeting_unreviewed_but_by_a_named_exception(office: Office) -> None:
    values = {"name": "供水协议", "kind": MatterKind.TOPIC, "received_on": day(0)}
    row = enter(office, day(0), MATTER, **values)
    with pytest.raises(Refusal) as refused:
        go(office, row, "submit", day(2), register=MATTER)
    assert [lack.gate for lack in refused.value.lacks] == ["matter_legality"]
    row.refresh_from_db()
    exception = {"excepted": YES, "exception_why": "紧急救灾", "exception_by": "县长"}
    go(office, row, "submit", day(2), register=MATTER, **exception)
    assert row.step == MatterStep.SUBMITTED


def test_a_large_sum_is_reviewed_and_decided_by_the_meeting(office: Office) -> None:
    values = {"name": "防汛资金", "kind": MatterKind.FUNDS, "amount": 120_000_000, "received_on": day(0)}
    row = enter(office, day(0), MATTER, **values)
    go(office, row, "review", day(2), register=MATTER, reviewer="李四", verdict=Verdict.LAWFUL, points=1)
    go(office, row, "adopt", day(3), register=MATTER, points_adopted=1)
    go(office, row, "submit", day(4), register=MATTER)
    with pytest.raises(Refusal) as refused:
        go(office, row, "settle", day(7), register=MATTER)
    assert [lack.gate for lack in refused.value.lacks] == ["matter_agenda"]
    row.refresh_from_db()
    deliberate(row, day(7), "other", in_favour=7)
    go(office, row, "settle", day(7), register=MATTER)
    other = enter(office, day(0), MATTER, **{**values, "name": "另一事项"})
    go(office, other, "take_back", day(1), register=MATTER)
    assert (row.step, other.step) == (MatterStep.SETTLED, MatterStep.WITHDRAWN)


def test_a_draft_discussed_again_is_decided_on_by_its_last_meeting(office: Office) -> None:
    row = stand(office, recipe.reviewed(START, 1))
    first, second = date(2025, 6, 3), date(2025, 6, 17)
    go(office, row, "submit", date(2025, 6, 2))
    deliberate(row, first, "decision", result="again")
    go(office, row, "discuss", first)
    go(office, row, "ask_party", first)
    with pytest.raises(Refusal) as refused:
        go(office, row, "decide", first, executor=office.bureau)
    assert [lack.gate for lack in refused.value.lacks] == ["agreed"]
    row.refresh_from_db()
    deliberate(row, second, "decision")
    go(office, row, "discuss", second)
    go(office, row, "decide", second, executor=office.bureau)
    assert breached(row) == set()


def test_a_matter_takes_over_the_opinion_of_the_queue_with_its_own_conclusion_alone(office: Office) -> None:
    values = {"name": "供水协议", "kind": MatterKind.TOPIC, "received_on": day(0)}
    row = enter(office, day(0), MATTER, **values)
    given = {"opinion_number": "示法审1号", "points": 0}
    with pytest.raises(Refusal) as refused:
        go(office, row, "take_opinion", day(3), register=MATTER, verdict=Verdict.LAWFUL, **given)
    assert [lack.gate for lack in refused.value.lacks] == ["matter_opinion"]
    row.refresh_from_db()
    give_opinion(row, day(3), "topic", "unlawful")
    with pytest.raises(Refusal) as other:
        go(office, row, "take_opinion", day(3), register=MATTER, verdict=Verdict.LAWFUL, **given)
    assert [lack.gate for lack in other.value.lacks] == ["matter_opinion"]
    row.refresh_from_db()
    give_opinion(row, day(3), "topic", "lawful")
    go(office, row, "take_opinion", day(3), register=MATTER, verdict=Verdict.LAWFUL, **given)
    go(office, row, "submit", day(4), register=MATTER)
    assert (row.step, breached(row)) == (MatterStep.SUBMITTED, set())


def test_an_opinion_is_not_taken_over_before_the_day_on_which_it_is_issued(office: Office) -> None:
    values = {"name": "供水协议", "kind": MatterKind.TOPIC, "received_on": day(0)}
    row = enter(office, day(0), MATTER, **values)
    give_opinion(row, day(3), "topic", "lawful")
    given = {"opinion_number": "示法审1号", "verdict": Verdict.LAWFUL}
    with pytest.raises(Refusal) as refused:
        go(office, row, "take_opinion", day(2), register=MATTER, **given)
    assert [lack.gate for lack in refused.value.lacks] == ["matter_opinion"]
    row.refresh_from_db()
    go(office, row, "take_opinion", day(3), register=MATTER, **given)
    assert row.step == MatterStep.REVIEWED


def test_who_objected_is_not_held_liable_without_weighing_it(office: Office) -> None:
    row = enter(office, day(0), LIABILITY, decision="停车收费办法", person="吴某", opened_on=day(0))
    found = {"fault": Fault.GRAVE, "finding": "造成重大损失", "dissented": YES, "measure": Measure.EXEMPTED}
    with pytest.raises(Refusal) as refused:
        go(office, row, "conclude", day(30), register=LIABILITY, **found)
    assert [lack.gate for lack in refused.value.lacks] == ["dissent"]
    row.refresh_from_db()
    go(office, row, "conclude", day(30), register=LIABILITY, **found, mitigation="会议记录载明反对")
    assert row.step == "concluded"


def test_a_decision_of_2017_is_held_to_the_five_procedures_alone(office: Office) -> None:
    made = recipe.decided(date(2017, 3, 1), 1).with_values(
        advisers_heard=NO, party_asked_on=None, head_last=NO
    )
    assert breached(stand(office, made)) == set()
    unheard = made.with_values(heard_on=None, comment_closed_on=None, name="示例二")
    assert breached(stand(office, unheard)) == {"public"}
