"""营商环境·公平竞争: every limit, kept on its last lawful day and missed the day after."""

from __future__ import annotations

from datetime import date

from fazhi.engine.bulk import Standstill
from fazhi.engine.models import Obligation
from fazhi.engine.recipe import Made
from fazhi.workstreams.business import recipe
from fazhi.workstreams.business.factory import Office, due, stand
from fazhi.workstreams.business.models.review import Maker

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
