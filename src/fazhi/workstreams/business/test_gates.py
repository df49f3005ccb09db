"""营商环境: every gate beside the review: one move refused by it alone, the same move allowed."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from fazhi.engine.models import Link
from fazhi.engine.recipe import Made, Timeline
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.workstreams.business import recipe, small
from fazhi.workstreams.business.attempt import Try, attempt
from fazhi.workstreams.business.beside import BESIDE, POLICY
from fazhi.workstreams.business.factory import Office, breached, clock, enter, go, stand
from fazhi.workstreams.business.models.firms import Channel, ComplaintResult, DemandOutcome, Satisfaction
from fazhi.workstreams.business.models.supervision import CleanUpResult, ReportResult

DAY = date(2025, 3, 3)
NO, YES = small.NO, small.YES
demanded = partial(small.demanded, Channel.DIRECT)
founded = partial(small.complained, ComplaintResult.FOUNDED)
reported = partial(small.reported, ReportResult.FOUNDED)
amended = partial(small.cleaned, CleanUpResult.AMENDED)
C, R, U = "business.spot_check", "business.competition_report", "business.clean_up"
D, B, P, G = "business.demand", "business.complaint", "business.policy", "business.training"


def to_interview(day: date, n: int) -> Made:
    return small.interviewed(day, n)


def unrectified(day: date, n: int) -> Made:
    return small.checked(day, n)


TRIES = (
    Try("found", "check", small.rectified, {"finding": ""}, C),
    Try("to_rectify", "notify", small.rectified, {"rectify_by_on": None}, C),
    Try("overdue", "interview", to_interview, {"rectify_by_on": date(2025, 12, 1)}, C),
    Try("settled", "close", unrectified, {"problem": YES, "finding": "第五条"}, C),
    Try("reported_up", "close", small.rectified, {"reported_on": None}, C),
    Try("complex", "extend", small.report_extended, {"complicated": NO}, R),
    Try("result", "conclude", reported, {"finding": ""}, R),
    Try("report_founded", "rectify", reported, {"result": ReportResult.UNFOUNDED}, R),
    Try("reporter_answered", "close", reported, {"answered_on": None}, R),
    Try("report_settled", "close", reported, {"rectified_on": None}, R),
    Try("cleaned", "decide", amended, {"barrier": NO}, U),
    Try("attended", "hold", small.trained, {"persons": 0}, G),
    Try("unit_named", "assign", demanded, register=D),
    Try("demand_complex", "extend", small.demand_extended, {"complicated": NO}, D),
    Try("outcome_stated", "reply", demanded, {"reply": ""}, D),
    Try("cleared", "end", demanded, {"satisfaction": Satisfaction.DISSATISFIED}, D),
    Try("complaint_complex", "extend", small.complaint_extended, {"complicated": NO}, B),
    Try("investigated", "answer", founded, {"finding": ""}, B),
    Try("complaint_founded", "rectify", founded, {"result": ComplaintResult.UNFOUNDED}, B),
    Try("complaint_settled", "close", founded, {"rectified_on": None}, B),
    Try("policy_reviewed", "issue", small.policy, {"review_reference": ""}, P),
)
CASES = [pytest.param(one, id=one.gate) for one in TRIES if one.gate != "unit_named"]


@pytest.mark.parametrize("tried", CASES)
def test_the_move_is_refused_by_this_gate_alone(office: Office, tried: Try) -> None:
    with pytest.raises(Refusal) as refused:
        attempt(office, tried, DAY, wrong=True, days=5)
    assert [lack.gate for lack in refused.value.lacks] == [tried.gate]
    [lack] = refused.value.lacks
    assert lack.articles
    assert lack.remedy


@pytest.mark.parametrize("tried", CASES)
def test_the_same_move_is_allowed_where_the_gate_is_open(office: Office, tried: Try) -> None:
    attempt(office, tried, DAY, wrong=False, days=5)


def test_a_request_is_assigned_to_a_named_unit(office: Office) -> None:
    register = installed().registers[D]
    values = {"firm": "示例建材有限公司", "matter": "用电增容", "received_on": DAY}
    row = enter(office, DAY, register, **values)
    with pytest.raises(Refusal, match="承办单位"):
        go(office, row, "assign", DAY, register=register)
    go(office, row, "assign", DAY, register=register, unit=office.bureau)
    assert row.step == "assigned"


def test_every_gate_is_tried() -> None:
    gates = {gate.key for register in BESIDE for gate in register.procedure.gates}
    assert {one.gate for one in TRIES} == gates - {"policy_comment"}


def test_comments_on_a_policy_stay_open_thirty_days(office: Office) -> None:
    """Opened on Tuesday, 4 March 2025; the thirtieth day is 3 April."""

    def closing(on: date, n: int) -> Made:
        made = small.policy(DAY, n)
        return made.with_values(comment_begun_on=date(2025, 3, 4), comment_closed_on=on)

    attempt(
        office,
        Try("", "close_comment", lambda _, n: closing(date(2025, 4, 3), n), register=P),
        DAY,
        wrong=False,
    )
    early = Try("", "close_comment", lambda _, n: closing(date(2025, 4, 2), n + 1), register=P)
    with pytest.raises(Refusal, match="不少于三十日"):
        attempt(office, early, DAY, wrong=False)


@pytest.mark.parametrize("cleared", [True, False])
def test_a_linked_review_with_a_favourable_conclusion_lets_a_policy_be_issued(
    office: Office, *, cleared: bool
) -> None:
    made = small.policy(DAY, 1).with_values(review_reference="", issued_on=None, progress_on=None, firms=0)
    row = stand(office, made, POLICY)
    review = stand(office, recipe.closed(DAY, 1) if cleared else recipe.shelved(DAY, 1))
    Link.objects.create(here=row.record, there=review.record)
    on = Timeline.since(DAY).on(40)
    if cleared:
        go(office, row, "issue", on, register=POLICY, document_number="示政办发〔2025〕1号", measures=9)
        assert row.step == "issued"
    else:
        with pytest.raises(Refusal, match="公平竞争审查"):
            go(office, row, "issue", on, register=POLICY, document_number="示政办发〔2025〕1号", measures=9)


def test_a_request_the_firm_is_not_content_with_is_sent_back(office: Office) -> None:
    register = installed().registers[D]
    made = demanded(DAY, 1).with_values(ended_on=None, satisfaction=Satisfaction.UNDECIDED)
    row = stand(office, made, register)
    on = Timeline.since(DAY).on(6)
    go(office, row, "send_back", on, register=register, satisfaction=Satisfaction.DISSATISFIED)
    assert row.step == "assigned"
    # The reply did not content the firm: its limit runs on.
    assert clock(row, "reply").met_on is None
    assert breached(row) == set()
    assert DemandOutcome.SOLVED in row.__dict__.values()
