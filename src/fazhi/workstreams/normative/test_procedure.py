"""Documents on their way: the ordinary course, the reviewer who is not the drafter, a round, an expiry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from tests.linking import deliberate, give_opinion

from fazhi.engine.actor import Actor
from fazhi.engine.models import RecordModel
from fazhi.engine.paper_ready import makeable
from fazhi.engine.recipe import Timeline
from fazhi.engine.refusal import Refusal
from fazhi.engine.tick import tick
from fazhi.organs.role import Role
from fazhi.workstreams.normative import recipe
from fazhi.workstreams.normative.factory import Office, breached, clock, due, enter, go, has_clock, stand
from fazhi.workstreams.normative.models import Document
from fazhi.workstreams.normative.models.choices import (
    Ending,
    EndingGround,
    Opinion,
    Paper,
    RoundStep,
    Step,
    Validity,
    Verdict,
)
from fazhi.workstreams.normative.procedure import DOCUMENT_PROCEDURE
from fazhi.workstreams.normative.registers import CLEAN_UP, DOCUMENT, REVIEW, ROUND, YEARLY_LIST
from fazhi.workstreams.office import official

MARCH = date(2025, 3, 3)
WAY = (
    "assess", "draft", "publish_draft", "feed_back", "consult", "clear", "check", "send", "review", "adjust",
    "discuss", "sign", "number", "issue", "publish", "interpret", "file", "file_congress", "learn_result",
    "learn_congress_result",
)  # fmt: skip


def brought(office: Office, *, until: str, reviewers: Mapping[str, Actor]) -> RecordModel:
    """A document entered and brought by its moves to the one named, that included."""
    values = recipe.published(MARCH, 1).values
    row = enter(office, MARCH, subject="示例管理办法", planned_on=MARCH)
    for key in WAY[: WAY.index(until) + 1]:
        move = DOCUMENT_PROCEDURE.move(key)
        if key == "discuss":
            deliberate(row, values[move.sets], "normative")
        given = {name: values[name] for name in {*move.fields, *move.needs} if values.get(name) is not None}
        go(office, row, key, values[move.sets], actor=reviewers.get(key), **given)
    return row


def test_a_document_goes_from_plan_to_archive(office: Office) -> None:
    reviewers = {
        "check": office.people[Role.REVIEWER],
        "review": official("审核人王五", office.government, Role.REVIEWER),
    }
    row = brought(office, until="learn_congress_result", reviewers=reviewers)
    assert (row.step, row.number) == (Step.PUBLISHED, "示规〔2025〕1号")
    lacking = {one.paper.key: one.lacks for one in makeable(DOCUMENT, row)}
    assert (lacking["promulgation"], lacking["filing"]) == ((), ())
    go(office, row, "abolish", date(2026, 3, 2), ending_ground=EndingGround.CLEAN_UP)
    go(office, row, "archive", date(2026, 3, 4))
    assert row.step == Step.ARCHIVED


def test_a_document_sent_back_is_reviewed_anew_and_its_clock_begins_anew(office: Office) -> None:
    reviewers = {
        "check": office.people[Role.REVIEWER],
        "review": official("审核人王五", office.government, Role.REVIEWER),
    }
    row = brought(office, until="review", reviewers=reviewers)
    assert clock(row, "review").met_on is not None
    go(office, row, "return", date(2025, 5, 6), actor=office.people[Role.HEAD])
    assert (row.step, has_clock(row, "review")) == (Step.DRAFTED, False)
    values = recipe.published(MARCH, 1).values
    again = {"consult": {"consultation": values["consultation"]}, "clear": {}, "check": {}, "send": {}}
    for n, (key, given) in enumerate(again.items()):
        go(office, row, key, date(2025, 5, 7) + timedelta(n), actor=reviewers.get(key), **given)
    running = clock(row, "review")
    assert (running.due_on, running.met_on) == (date(2025, 5, 30), None)


def test_who_checked_a_document_does_not_review_its_legality(office: Office) -> None:
    same = dict.fromkeys(("check", "review"), office.people[Role.REVIEWER])
    with pytest.raises(Refusal) as refused:
        brought(office, until="review", reviewers=same)
    assert [lack.text for lack in refused.value.lacks] == [
        "审核人张三已经办理“起草单位内部法核”，不得再办理“登记合法性审核意见”"
    ]


def test_a_document_takes_over_the_opinion_of_the_queue_with_its_own_conclusion_alone(office: Office) -> None:
    checker = {"check": office.people[Role.REVIEWER]}
    row = brought(office, until="send", reviewers=checker)
    on = recipe.published(MARCH, 1).values["reviewed_on"]
    given = {"review_number": "示法审1号", "review_body": "示例县司法局"}
    with pytest.raises(Refusal) as refused:
        go(office, row, "take_opinion", on, review_result=Opinion.LAWFUL, **given)
    assert [lack.gate for lack in refused.value.lacks] == ["opinion"]
    row.refresh_from_db()
    give_opinion(row, on, "normative", "lawful_if_changed")
    for wrong, result in ((on, Opinion.LAWFUL), (on - timedelta(1), Opinion.IF_CHANGED)):
        with pytest.raises(Refusal) as other:
            go(office, row, "take_opinion", wrong, review_result=result, **given)
        assert [lack.gate for lack in other.value.lacks] == ["opinion"]
        row.refresh_from_db()
    go(office, row, "take_opinion", on, review_result=Opinion.IF_CHANGED, **given)
    assert (row.step, breached(row)) == (Step.REVIEWED, set())


def test_a_document_is_deliberated_on_the_day_of_its_agenda_item_and_signed_if_it_passed(
    office: Office,
) -> None:
    made = recipe.published(MARCH, 1)
    on = made.values["decided_on"]
    row = stand(office, before(made, "reviewed_on", "meeting", "passed", "number"))
    deliberate(row, on, "normative", result="again")
    for wrong in (on - timedelta(1), on + timedelta(1)):
        with pytest.raises(Refusal) as refused:
            go(office, row, "discuss", wrong)
        assert [lack.gate for lack in refused.value.lacks] == ["agenda"]
        row.refresh_from_db()
    go(office, row, "discuss", on)
    with pytest.raises(Refusal) as unsigned:
        go(office, row, "sign", on, signer="县长")
    assert [lack.gate for lack in unsigned.value.lacks] == ["discussion"]
    row.refresh_from_db()
    deliberate(row, on, "normative")
    go(office, row, "sign", on, signer="县长")
    assert (row.step, breached(row)) == (Step.SIGNED, set())


def test_a_document_deliberated_again_is_decided_on_by_its_last_meeting(office: Office) -> None:
    made = recipe.published(MARCH, 1)
    first = made.values["decided_on"]
    later = first + timedelta(14)
    row = stand(office, before(made, "reviewed_on", "meeting", "passed", "number"))
    deliberate(row, first, "normative", result="again")
    go(office, row, "discuss", first)
    deliberate(row, later, "normative")
    go(office, row, "discuss", later)
    go(office, row, "sign", later, signer="县长")
    assert (row.step, breached(row)) == (Step.SIGNED, set())


def test_the_public_is_told_until_when_it_may_comment(office: Office) -> None:
    row = brought(office, until="draft", reviewers={})
    on = recipe.published(MARCH, 1).values["comment_from_on"]
    with pytest.raises(Refusal, match="公开征求意见截止日期"):
        go(office, row, "publish_draft", on, comment_url="https://www.example.gov.cn/yjzj")


def test_numbers_are_drawn_by_the_register_without_a_gap(office: Office) -> None:
    numbers = []
    for n in (1, 2):
        made = recipe.published(MARCH, n)
        later = ("numbered_on", "issued_on", "published_on", "number")
        row = stand(office, before(made, "numbered_on", *later))
        go(office, row, "number", made.values["numbered_on"])
        numbers.append(row.number)
    assert numbers == ["示规〔2025〕1号", "示规〔2025〕2号"]


def before(made: recipe.Made, act: str, *names: str) -> recipe.Made:
    """The row as it stood before the act."""
    day = made.values[act]
    kept = {
        name: value
        for name, value in made.values.items()
        if name not in names and not (isinstance(value, date) and value > day)
    }
    return recipe.Made(kept)


def test_who_entered_a_paper_does_not_review_it(office: Office) -> None:
    reviewer = office.people[Role.REVIEWER]
    facts = {"kind": Paper.REFERRED, "subject": "示例文件", "received_on": MARCH}
    row = enter(office, MARCH, REVIEW, actor=reviewer, **facts)
    with pytest.raises(Refusal, match="请由另一人办理"):
        go(office, row, "conclude", date(2025, 3, 12), register=REVIEW, result=Opinion.LAWFUL)


def test_a_round_is_not_approved_while_one_document_is_without_a_verdict(office: Office) -> None:
    made = recipe.round_of(MARCH, 1)
    time = Timeline.since(MARCH)
    row = stand(office, recipe.Made({key: made.values[key] for key in ("name", "begun_on")}), ROUND)
    listed = {"round_name": made.values["name"], "subject": "示例规定", "listed_on": MARCH}
    unjudged = stand(office, recipe.Made(listed), CLEAN_UP)
    with pytest.raises(Refusal, match="每一件文件都应当作出结论"):
        go(office, row, "approve", time.on(20), register=ROUND)
    go(office, unjudged, "judge", time.on(5), register=CLEAN_UP, verdict=Verdict.KEEP)
    row.refresh_from_db()
    deliberate(row, time.on(20), "other")
    go(office, row, "approve", time.on(20), register=ROUND)
    assert (row.step, breached(row)) == (RoundStep.APPROVED, set())


def test_a_round_is_approved_on_the_day_on_which_the_meeting_passed_its_item(office: Office) -> None:
    made = recipe.round_of(MARCH, 1)
    on = Timeline.since(MARCH).on(20)
    row = stand(office, recipe.Made({key: made.values[key] for key in ("name", "begun_on")}), ROUND)
    with pytest.raises(Refusal, match="“审议清理结果”不填写“审议会议”"):
        go(office, row, "approve", on, register=ROUND, meeting="县政府常务会议")
    row.refresh_from_db()
    deliberate(row, on - timedelta(1), "other")
    deliberate(row, on, "other", result="again")
    with pytest.raises(Refusal, match="清理结果应当经会议在该日审议通过") as refused:
        go(office, row, "approve", on, register=ROUND)
    assert [lack.gate for lack in refused.value.lacks] == ["round_agenda"]
    row.refresh_from_db()
    deliberate(row, on, "other", result="passed_if_changed")
    go(office, row, "approve", on, register=ROUND)
    assert (row.step, breached(row)) == (RoundStep.APPROVED, set())


def test_the_list_of_a_year_names_what_was_not_filed(office: Office) -> None:
    """目录中没有备案的文件应当说明；别的年度的、已备案的文件不影响。"""
    made = recipe.yearly(MARCH, 1)
    row = stand(office, recipe.Made({**made.values, "sent_on": None, "unfiled": ""}), YEARLY_LIST)
    stand(office, recipe.published(date(2023, 3, 1), 1).with_values(filed_on=None))
    stand(office, recipe.published(MARCH, 2))
    stand(office, recipe.published(date(2025, 4, 1), 3).with_values(filed_on=None))
    on = made.values["sent_on"]
    sent = {"papers": 2, "sent_to": "市司法局"}
    with pytest.raises(Refusal) as refused:
        go(office, row, "send", on, register=YEARLY_LIST, **sent)
    assert [lack.gate for lack in refused.value.lacks] == ["all_filed"]
    go(office, row, "send", on, register=YEARLY_LIST, **sent, unfiled="一件待补充材料后报送")
    assert row.step == "sent"


def test_a_document_past_its_validity_ends_by_itself(office: Office) -> None:
    made = recipe.published(date(2023, 3, 1), 1).with_values(validity=Validity.TRIAL)
    row = stand(office, made)
    ends = due(row, "validity_trial")
    assert ends is not None
    assert ends >= made.values["effective_on"] + timedelta(730)
    tick()
    row.refresh_from_db()
    assert isinstance(row, Document)
    assert (row.step, row.ended_on, row.ending) == (Step.ENDED, ends, Ending.EXPIRED)
