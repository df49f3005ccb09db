"""营商环境·公平竞争: every limit, kept on its last lawful day and missed the day after."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.bulk import Extended, Standstill
from fazhi.engine.models import Obligation
from fazhi.engine.recipe import Made
from fazhi.engine.registry import installed
from fazhi.workstreams.business import recipe, small
from fazhi.workstreams.business.factory import Office, due, has_clock, stand
from fazhi.workstreams.business.models.firms import Channel, ComplaintResult
from fazhi.workstreams.business.models.review import Maker
from fazhi.workstreams.business.models.supervision import ReportResult

MONDAY = date(2025, 3, 3)


def with_supervision(**values: object) -> Made:
    """A measure of the government, received by the market-supervision department on 10 March 2025."""
    received = date(2025, 3, 10)
    return recipe.reviewed(MONDAY, 1).with_values(
        maker=Maker.GOVERNMENT, sent_on=received, received_on=received, reviewed_on=received, **values
    )


def met_late(pk: int, deadline: str) -> bool:
    clock = Obligation.objects.get(record=pk, deadline=deadline)
    assert clock.met_on is not None
    assert clock.due_on is not None
    return clock.met_on > clock.due_on


def test_the_joint_review_takes_ten_working_days_unless_fixed_otherwise(office: Office) -> None:
    values = {"conclusion": "compliant", "conclusion_reasons": "未发现"}
    row = stand(office, with_supervision(concluded_on=date(2025, 3, 24), **values))
    assert due(row, "joint") == date(2025, 3, 24)
    assert not met_late(row.pk, "joint")
    late = with_supervision(concluded_on=date(2025, 3, 25), measure="示例县另一措施", **values)
    assert met_late(stand(office, late).pk, "joint")


def test_supplement_time_does_not_count_in_the_joint_review(office: Office) -> None:
    made = with_supervision(supplement_asked_on=date(2025, 3, 12), supplemented_on=date(2025, 3, 14))
    pause = Standstill("supplement", date(2025, 3, 12), date(2025, 3, 13))
    assert due(stand(office, Made(made.values, made.parts, (pause,))), "joint") == date(2025, 3, 26)


def test_comments_close_no_earlier_than_the_thirtieth_day(office: Office) -> None:
    row = stand(office, recipe.started(MONDAY, 1).with_values(comment_begun_on=date(2025, 3, 4)))
    assert due(row, "comment") == date(2025, 4, 3)
    assert row.__dict__["comment_due_on"] == date(2025, 4, 3)


def test_an_exception_ends_on_the_day_that_was_set(office: Office) -> None:
    made = recipe.excepted(MONDAY, 1)
    row = stand(office, made)
    assert due(row, "exception_end") == made.values["exception_ends_on"]
    assert not met_late(row.pk, "exception_end")
    later = recipe.Timeline(made.values["exception_ends_on"]).on(1)
    late = recipe.excepted(MONDAY, 2).with_values(exception_ended_on=later)
    assert met_late(stand(office, late).pk, "exception_end")


REPORT = {
    "measure": "示例县政府采购若干规定",
    "received_on": MONDAY,
    "accepted_on": MONDAY,
    "result": ReportResult.UNFOUNDED,
    "finding": "核查情况见卷",
}
DEMAND = {"firm": "示例建材有限公司", "channel": Channel.DIRECT, "matter": "用电增容", "received_on": MONDAY}
COMPLAINT = {"content": "重复提交材料", "received_on": MONDAY}
ANSWER = {"result": ComplaintResult.UNFOUNDED, "finding": "调查情况见卷"}

# register, deadline, the row, the column that meets it, its last lawful day, the day after
LIMITS = (
    ("spot_check", "rectify",
        {"measure": "示例县措施", "planned_on": MONDAY, "rectify_by_on": date(2025, 4, 1)},
        "rectified_on", date(2025, 4, 1), date(2025, 4, 2)),
    # 六十日自次日起算：五月二日在假日内，顺延到五月六日。
    ("competition_report", "handle", REPORT, "concluded_on", date(2025, 5, 6), date(2025, 5, 7)),
    ("demand", "reply", DEMAND, "replied_on", date(2025, 3, 10), date(2025, 3, 11)),
    ("complaint", "answer", {**COMPLAINT, **ANSWER}, "answered_on", date(2025, 4, 2), date(2025, 4, 3)),
    ("complaint", "accept", COMPLAINT, "accepted_on", date(2025, 3, 10), date(2025, 3, 11)),
    ("inspection_plan", "publish", {"name": "涉企行政检查年度计划", "prepared_on": date(2024, 12, 2),
        "year_before_on": date(2024, 12, 31)}, "published_on", date(2025, 3, 31), date(2025, 4, 1)),
)  # fmt: skip


@pytest.mark.parametrize("limit", LIMITS, ids=lambda one: f"{one[0]}-{one[1]}")
def test_the_last_day_is_in_time_and_the_day_after_is_late(office: Office, limit: tuple[object, ...]) -> None:
    key, deadline, row, met, last, after = limit
    register = installed().registers[f"business.{key}"]
    assert isinstance(row, dict)
    stood = [stand(office, Made({**row, str(met): day}), register) for day in (last, after)]
    assert due(stood[0], str(deadline)) == last
    assert [met_late(one.pk, str(deadline)) for one in stood] == [False, True]


def test_no_rule_sets_sixty_days_for_reports_before_13_october_2024(office: Office) -> None:
    register = installed().registers["business.competition_report"]
    before, after = (
        stand(office, Made({**REPORT, "received_on": day, "accepted_on": day}), register)
        for day in (date(2024, 10, 12), date(2024, 10, 13))
    )
    assert not has_clock(before, "handle")
    assert has_clock(after, "handle")


@pytest.mark.parametrize(
    ("key", "deadline", "row", "days", "expected"),
    [
        ("competition_report", "handle", REPORT, 60, date(2025, 7, 1)),
        ("demand", "reply", DEMAND, 10, date(2025, 3, 24)),
        ("complaint", "answer", COMPLAINT, 30, date(2025, 5, 6)),
    ],
)
def test_a_complicated_matter_may_take_longer(
    office: Office, key: str, deadline: str, row: dict[str, object], days: int, expected: date
) -> None:
    register = installed().registers[f"business.{key}"]
    granted = Extended(deadline, days, date(2025, 3, 5))
    made = Made({**row, "complicated": small.YES, "extended_on": date(2025, 3, 5)}, {}, (), (granted,))
    assert due(stand(office, made, register), deadline) == expected


def test_comments_on_a_policy_close_no_earlier_than_the_thirtieth_day(office: Office) -> None:
    made = Made({"name": "示例县九项措施", "drafted_on": MONDAY, "comment_begun_on": date(2025, 3, 4)})
    row = stand(office, made, installed().registers["business.policy"])
    assert due(row, "comment") == date(2025, 4, 3)
