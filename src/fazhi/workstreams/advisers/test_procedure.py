"""Reviews as they go: what is done by whom, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fazhi.engine.actor import Actor
from fazhi.engine.answer import Answer
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.span import year
from fazhi.engine.models import RecordModel
from fazhi.engine.records import open_record
from fazhi.engine.refusal import Refusal
from fazhi.organs.role import Role
from fazhi.workstreams.advisers.factory import Office, due, enter, go
from fazhi.workstreams.advisers.models.choices import Adoption, Capacity, Conclusion, Level, Step, Subject
from fazhi.workstreams.advisers.recipe import NO, YES
from fazhi.workstreams.advisers.registers import OPINION
from fazhi.workstreams.advisers.rosters import ADVISER, VILLAGE
from fazhi.workstreams.office import official

MARCH = [date(2025, 3, day) for day in range(1, 32)]
LAWFUL: dict[str, Any] = {
    "conclusion": Conclusion.LAWFUL,
    "opinion": "合法",
    "advice_required": NO,
    "joint": NO,
}


def on(day: int) -> date:
    return MARCH[day - 1]


def send(office: Office, kind: Subject, by: Actor, **values: object) -> RecordModel:
    given = {
        "subject": "示例送审稿",
        "subject_kind": kind,
        "drafter": office.bureau,
        "drafted_by": "张三",
        "sent_on": on(3),
        **values,
    }
    return open_record(OPINION, organ=office.government, values=given, actor=by, on=on(3), synthetic=True)


@pytest.fixture
def clerk(office: Office) -> Actor:
    """Who enters drafts, and reviews none of them."""
    return official("登记人赵六", office.government, Role.HANDLER)


def test_a_contract_is_sent_reviewed_issued_answered_and_archived(office: Office, clerk: Actor) -> None:
    row = send(office, Subject.CONTRACT, clerk)
    go(office, row, "receive", on(4), level=Level.OWN, materials=YES)
    assert due(row, "review_other") == on(13)
    go(office, row, "assign", on(5), reviewer="李四")
    go(
        office,
        row,
        "issue",
        on(7),
        conclusion=Conclusion.LAWFUL,
        opinion="合法",
        advice_required=NO,
        joint=NO,
    )
    assert row.number == "示法审〔2025〕1号"
    go(office, row, "answer", on(10), adoption=Adoption.ADOPTED)
    go(office, row, "archive", on(11))
    assert row.step == Step.ARCHIVED


def test_who_entered_the_draft_does_not_issue_the_opinion(office: Office) -> None:
    head = office.people[Role.BODY_HEAD]
    row = send(office, Subject.CONTRACT, head)
    go(office, row, "receive", on(4), level=Level.OWN, materials=YES)
    go(office, row, "assign", on(5), reviewer="李四")
    with pytest.raises(Refusal) as refused:
        go(office, row, "issue", on(7), actor=head, **LAWFUL)
    assert "不得再办理“出具审查意见”" in str(refused.value.lacks[0])
    go(office, row, "issue", on(7), actor=office.people[Role.HEAD], **LAWFUL)


def test_a_decision_is_supplemented_heard_and_found_lawful_if_changed(office: Office, clerk: Actor) -> None:
    row = send(office, Subject.DECISION, clerk, needed_by_on=on(14))
    go(office, row, "receive", on(4), level=Level.OWN, materials=NO)
    go(office, row, "ask_supplement", on(5), supplement_items="履行程序的说明")
    assert row.step == Step.SUPPLEMENTING
    go(office, row, "supplement", on(6))
    go(office, row, "assign", on(6), reviewer="李四")
    said = {"name": "王五", "capacity": Capacity.PUBLIC_LAWYER, "advised_on": on(7), "conflict": NO}
    go(office, row, "advise", on(7), parts={"advisers.Advice": [said]}, advice_required=YES)
    word = {"said_on": on(7), "side": "reviewer", "text": "第三条与上位法不一致"}
    go(office, row, "exchange", on(7), parts={"advisers.Exchange": [word]})
    item = {"text": "修改第三条"}
    go(
        office, row, "issue", on(10), parts={"advisers.OpinionItem": [item]}, items_raised=1,
        conclusion=Conclusion.LAWFUL_IF_CHANGED, opinion="修改后合法", joint=NO,
    )  # fmt: skip
    go(office, row, "answer", on(11), adoption=Adoption.ADOPTED, items_adopted=1)
    assert row.step == Step.ANSWERED


def test_a_returned_draft_comes_again(office: Office, clerk: Actor) -> None:
    row = send(office, Subject.NORMATIVE, clerk)
    go(office, row, "receive", on(4), materials=NO)
    go(office, row, "return", on(5), return_why="没有制定依据")
    go(office, row, "receive_again", on(10))
    assert due(row, "review_normative") == on(31)


def test_a_township_reviews_first_and_the_county_after_it(office: Office, clerk: Actor) -> None:
    row = send(office, Subject.TOPIC, clerk)
    go(office, row, "receive", on(4), level=Level.TWO_LEVEL, materials=YES)
    go(office, row, "assign", on(5), reviewer="李四")
    with pytest.raises(Refusal, match="初审"):
        go(office, row, "send_up", on(5), county_body=office.bureau)
    go(office, row, "first_review", on(5), first_opinion="初审合法")
    go(office, row, "send_up", on(6), county_body=office.bureau)
    go(office, row, "reply_down", on(7), actor=office.people[Role.PARTY], county_opinion="同意")
    go(
        office,
        row,
        "issue",
        on(10),
        conclusion=Conclusion.LAWFUL,
        opinion="合法",
        advice_required=NO,
        joint=NO,
    )
    assert row.step == Step.ISSUED


@pytest.mark.parametrize("holds", [{"lawful": NO}, {}, {"lawful": NO, "conflict": Answer.UNKNOWN}])
def test_what_an_adviser_holds_unlawful_is_not_found_lawful(
    office: Office, clerk: Actor, holds: dict[str, Answer]
) -> None:
    """法律顾问、公职律师认为不合法的事项，不得提交讨论、作出决定；没有说明的，等他说明。"""
    row = send(office, Subject.MATTER, clerk)
    go(office, row, "receive", on(4), level=Level.OWN, materials=YES)
    go(office, row, "assign", on(5), reviewer="李四")
    heard = {"name": "赵六", "capacity": Capacity.PUBLIC_LAWYER, "advised_on": on(6), "lawful": YES}
    said = {"name": "王五", "capacity": Capacity.ADVISER, "advised_on": on(6), "conflict": NO, **holds}
    both = [{**heard, "conflict": NO}, said]
    go(office, row, "advise", on(6), parts={"advisers.Advice": both}, advice_required=YES)
    with pytest.raises(Refusal) as refused:
        go(office, row, "issue", on(7), **{**LAWFUL, "advice_required": YES})
    assert [lack.gate for lack in refused.value.lacks] == ["held_unlawful"]
    unlawful = {"conclusion": Conclusion.UNLAWFUL, "opinion": "超越职权", "items_raised": 1, "joint": NO}
    go(office, row, "issue", on(7), parts={"advisers.OpinionItem": [{"text": "不得设定"}]}, **unlawful)
    assert row.step == Step.ISSUED


def rate(office: Office, key: str) -> object:
    span = year(2025)
    found = compile_figures([f"advisers.{key}"], [office.government], ["within"], span)
    return next(iter(found.values())).value


def test_a_unit_with_an_adviser_in_office_is_covered(office: Office) -> None:
    """县级以上党政机关普遍设立：政府和部门各算一个。"""
    assert rate(office, "coverage_rate") == 0
    stated = {"name": "张三", "capacity": Capacity.ADVISER, "conflict_stated": YES, "contract": "1号"}
    row = enter(office, on(3), ADVISER, selected_on=on(3), **stated)
    go(office, row, "engage", on(4), register=ADVISER)
    assert rate(office, "coverage_rate") == 50
    go(office, row, "end", on(20), register=ADVISER)
    assert rate(office, "coverage_rate") == 0


def test_a_village_that_engages_again_is_covered_again(office: Office) -> None:
    row = enter(office, on(3), VILLAGE, name="示例村", listed_on=on(3))
    go(office, row, "engage", on(4), register=VILLAGE, adviser="张三", contract="1号")
    go(office, row, "stop", on(10), register=VILLAGE)
    assert rate(office, "village_rate") == 0
    go(office, row, "engage", on(20), register=VILLAGE, adviser="李四", contract="2号")
    assert rate(office, "village_rate") == 100
