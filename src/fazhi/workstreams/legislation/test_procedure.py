"""Rules and bills on their way: the ordinary course by its moves, the reviewer, deferral, a bill enacted."""

from __future__ import annotations

from datetime import date

import pytest
from tests.linking import deliberate

from fazhi.engine.actor import Actor
from fazhi.engine.models import RecordModel
from fazhi.engine.recipe import Made
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.organs.role import Role
from fazhi.workstreams.legislation import recipe as r
from fazhi.workstreams.legislation import recipe_beside as b
from fazhi.workstreams.legislation.factory import Office, enter, go
from fazhi.workstreams.legislation.models import Bill, ReviewPoint, Rule
from fazhi.workstreams.legislation.models import choices as m
from fazhi.workstreams.legislation.recipe import NO, YES
from fazhi.workstreams.legislation.registers import BILL, PLAN, PROJECT, RULE
from fazhi.workstreams.legislation.small import CONTACT_POINT, POINT_OPINION

MARCH = date(2025, 3, 3)
DRAFTED = ("draft", "publish_draft", "argue", "announce_hearing", "ask_departments", "hold_hearing", "submit")
REVIEWED = ("seek_opinions", "visit", "review")
FILED = (
    "carry",
    "interpret",
    "file",
    "file_province",
    "file_congress",
    "file_province_congress",
    "learn_result",
)
WAY = (*DRAFTED, *REVIEWED, "discuss", "sign", "publish", *FILED)


def walk(office: Office, row: RecordModel, register: Register, made: Made, *keys: str) -> None:
    """Make the moves one after the other, each on the day and with the columns of the row made.

    What is discussed was an item of a meeting's agenda on that day.
    """
    for key in keys:
        if key == "discuss":
            deliberate(row, made.values["discussed_on"], register.key.partition(".")[2])
        move = register.procedure.move(key)
        given = {
            name: made.values[name]
            for name in {*move.fields, *move.needs}
            if made.values.get(name) is not None
        }
        go(office, row, key, made.values[move.sets], register=register, **given)


def test_a_rule_goes_from_the_project_to_the_archive(office: Office) -> None:
    made = r.heard(MARCH, 1)
    row = enter(office, MARCH, subject="示例市户外广告管理办法", assigned_on=MARCH)
    walk(office, row, RULE, made, *WAY)
    assert isinstance(row, Rule)
    assert (row.step, row.order_number) == (m.Step.PUBLISHED, "示例市人民政府令第1号")
    go(office, row, "evaluate", date(2026, 3, 2), evaluation=m.Conclusion.ABOLISH)
    go(office, row, "abolish", date(2026, 3, 4), ending_ground=m.EndingGround.EVALUATION, ending_url=r.URL)
    go(office, row, "archive", date(2026, 3, 6))
    assert (row.step, row.ending) == (m.Step.ARCHIVED, m.Ending.ABOLISHED)


def test_the_law_of_a_rule_is_that_of_the_day_on_which_it_was_submitted(office: Office) -> None:
    row = enter(office, MARCH, subject="示例办法", assigned_on=MARCH)
    assert row.law_on == MARCH
    made = r.published(MARCH, 1)
    walk(office, row, RULE, made, "draft", "publish_draft", "ask_departments", "submit")
    assert row.law_on == made.values["submitted_on"]
    walk(office, row, RULE, made, *REVIEWED, "discuss", "sign", "publish")
    assert row.law_on == made.values["submitted_on"]


def test_who_drafted_does_not_review(office: Office) -> None:
    both = Actor.of(office.people[Role.HANDLER].person)
    row = enter(office, MARCH, subject="示例办法", assigned_on=MARCH)
    made = r.published(MARCH, 1)
    walk(
        office,
        row,
        RULE,
        made,
        "draft",
        "publish_draft",
        "ask_departments",
        "submit",
        "seek_opinions",
        "visit",
    )
    grant(both, office)
    with pytest.raises(Refusal, match="请由另一人办理"):
        go(office, row, "review", made.values["reviewed_on"], actor=both, review_result=m.Opinion.LAWFUL)


def grant(actor: Actor, office: Office) -> None:
    """The drafter is given the reviewer's role as well."""
    assert actor.person is not None
    actor.person.grants.create(organ=office.government, role=Role.REVIEWER)


def test_a_draft_is_put_off_taken_up_again_and_sent_back_with_its_points(office: Office) -> None:
    made = r.published(MARCH, 1)
    row = enter(office, MARCH, subject="示例办法", assigned_on=MARCH)
    walk(office, row, RULE, made, "draft", "publish_draft", "ask_departments", "submit")
    point = {"raised_on": date(2025, 4, 23), "point": "第三条与上位法不一致", "adopted": YES}
    go(office, row, "raise", date(2025, 4, 23), parts={"legislation.ReviewPoint": [point]})
    go(office, row, "defer", date(2025, 4, 24), defer_ground=m.DeferGround.UNRIPE)
    assert row.step == m.Step.DEFERRED
    go(office, row, "resume", date(2025, 5, 6))
    go(office, row, "return", date(2025, 5, 8), defer_ground=m.DeferGround.DISPUTED)
    assert row.step == m.Step.DRAFTING
    assert ReviewPoint.objects.get(record=row.pk).point == point["point"]


def test_a_draft_that_the_meeting_wants_again_is_discussed_again_before_it_is_signed(office: Office) -> None:
    made = r.published(MARCH, 1)
    row = enter(office, MARCH, subject="示例办法", assigned_on=MARCH)
    walk(office, row, RULE, made, "draft", "publish_draft", "ask_departments", "submit", *REVIEWED)
    order = {"signer": "市长", "order_number": "第1号", "effective_on": date(2025, 7, 15)}
    deliberate(row, date(2025, 5, 20), "rule", result="again")
    go(office, row, "discuss", date(2025, 5, 20), weighty=NO)
    with pytest.raises(Refusal, match="应当经政府常务会议或者全体会议决定"):
        go(office, row, "sign", date(2025, 5, 23), **order)
    with pytest.raises(Refusal, match="应当是会议在该日审议的议题"):
        go(office, row, "discuss", date(2025, 5, 27), weighty=NO)
    deliberate(row, date(2025, 5, 27), "rule", result="passed_if_changed")
    go(office, row, "discuss", date(2025, 5, 27), weighty=NO)
    go(office, row, "sign", date(2025, 5, 30), **order)
    assert (row.step, row.law_on) == (m.Step.SIGNED, made.values["submitted_on"])


def test_a_county_is_told_that_it_makes_no_rule(office: Office) -> None:
    office.government.level = "county"
    office.government.save()
    row = enter(office, MARCH, subject="示例县停车管理办法", assigned_on=MARCH)
    made = r.published(MARCH, 1)
    with pytest.raises(Refusal, match="规章由省、自治区、直辖市和设区的市") as refused:
        walk(office, row, RULE, made, "draft")
    assert [lack.articles for lack in refused.value.lacks] == [("《立法法》第九十三条第一款",)]


def test_a_bill_goes_to_the_congress_and_comes_back_a_regulation(office: Office) -> None:
    made = r.enacted(MARCH, 1)
    row = enter(office, MARCH, BILL, subject="示例市饮用水水源地保护条例", begun_on=MARCH)
    keys = ("research", "draft", "publish_draft", "review", "discuss", "submit", "deliberate", "pass",
            "ask_approval", "approve", "publish")  # fmt: skip
    walk(office, row, BILL, made, *keys)
    assert isinstance(row, Bill)
    assert (row.step, row.readings) == (m.BillStep.PUBLISHED, 2)


def test_a_plan_is_called_for_approved_published_and_adjusted(office: Office) -> None:
    made = b.plan(MARCH, 1)
    row = enter(office, MARCH, PLAN, name="2025年立法计划", year=2025, prepared_on=MARCH)
    walk(office, row, PLAN, made, "call", "approve", "publish", "check", "adjust")
    assert row.step == m.PlanStep.PUBLISHED


def test_a_project_added_in_the_year_is_argued_before_it_is_planned(office: Office) -> None:
    made = b.added(MARCH, 1)
    facts = {"name": "示例项目", "kind": m.ProjectKind.RULE, "year": 2025, "necessity": "缺少依据"}
    row = enter(office, MARCH, PROJECT, applied_on=MARCH, drafter=office.bureau, **facts)
    with pytest.raises(Refusal, match="应当进行补充论证"):
        go(office, row, "adopt", made.values["planned_on"], register=PROJECT, added=YES,
           due_on=made.values["due_on"])  # fmt: skip
    walk(office, row, PROJECT, made, "argue", "adopt")
    assert row.step == m.ProjectStep.PLANNED


def test_a_draft_is_sent_to_a_contact_point_and_the_adoption_fed_back(office: Office) -> None:
    made = b.point_opinion(MARCH, 1)
    point = enter(office, MARCH, CONTACT_POINT, name="立法联系点1", since_on=MARCH)
    facts = {"point_name": "立法联系点1", "draft": "示例办法（草案）", "due_on": made.values["due_on"]}
    row = enter(office, MARCH, POINT_OPINION, sent_on=MARCH, **facts)
    walk(office, row, POINT_OPINION, made, "return", "feed_back")
    assert row.step == m.AskStep.FED_BACK
    go(office, point, "end", date(2026, 3, 2), register=CONTACT_POINT)
    assert point.step == m.StandingStep.ENDED
