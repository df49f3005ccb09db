"""公平竞争审查: every gate under either regime: one move refused by it alone, the same move allowed."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from fazhi.engine.recipe import Made, Timeline
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.workstreams.business import recipe
from fazhi.workstreams.business.attempt import Try, attempt
from fazhi.workstreams.business.factory import Office, breached, stand
from fazhi.workstreams.business.models.review import Conclusion, ExceptionGround, Maker
from fazhi.workstreams.business.recipe import CHECK, CLEAR, HEARD, NO, YES
from fazhi.workstreams.business.registers import REVIEW

OLD_DAY, LAST_OLD, NEW_DAY = date(2017, 3, 1), date(2022, 3, 1), date(2025, 3, 3)
ALL, DETAILED, NEW = (OLD_DAY, LAST_OLD, NEW_DAY), (LAST_OLD, NEW_DAY), (NEW_DAY,)
SINCE_2020 = (LAST_OLD, NEW_DAY)


def to_be_sent(day: date, n: int) -> Made:
    return recipe.joint(day, n)


def ending_early(day: date, n: int) -> Made:
    return recipe.consulted(day, n)


T = partial(Try)
TRIES = (
    T("reasoned", "exclude", recipe.excluded, {"screening_reason": ""}, days=ALL),
    T("in_scope", "screen", recipe.closed, {"operator_related": NO}, days=ALL),
    T("stakeholders_heard", "review", recipe.closed, parts={HEARD: [{"name": ""}]}, days=DETAILED),
    T("public_consulted", "review", recipe.closed, {"public_interest": YES}, days=NEW),
    T("standards_checked", "review", recipe.closed, parts={CHECK: CLEAR[:3]}, days=ALL),
    T("finding", "review", recipe.closed, {"violation": YES}, days=ALL),
    T("of_government", "send", recipe.joint, {"maker": Maker.DEPARTMENT}, days=NEW),
    T("of_department", "conclude", recipe.closed, {"maker": Maker.GOVERNMENT}, days=NEW),
    T("handed_over", "conclude_jointly", recipe.joint, {"received_on": None}, days=NEW),
    T("conclusive", "conclude", recipe.closed, {"conclusion": Conclusion.UNDECIDED}, days=()),
    T("exception", "conclude", recipe.running, {"exception_ground": ExceptionGround.UNDECIDED}, days=ALL),
    T("review_passed", "issue", recipe.closed, {"conclusion": Conclusion.NONCOMPLIANT}, days=ALL),
    T("right_reviewer", "issue", recipe.closed, {"maker": Maker.GOVERNMENT}, days=NEW),
    T("failed", "shelve", recipe.shelved, {"conclusion": Conclusion.COMPLIANT}, days=ALL),
    T("under_exception", "end_exception", recipe.excepted, {"conclusion": Conclusion.COMPLIANT}, days=ALL),
    T("no_exception_runs", "close", recipe.excepted, {"exception_ended_on": None}, days=ALL),
    T("conclusive", "conclude", recipe.closed, {"violation": YES}, days=ALL),
)
CASES = [pytest.param(one, day, id=f"{one.gate}-{day.year}") for one in TRIES for day in one.days]


@pytest.mark.parametrize(("tried", "day"), CASES)
def test_the_move_is_refused_by_this_gate_alone(office: Office, tried: Try, day: date) -> None:
    with pytest.raises(Refusal) as refused:
        attempt(office, tried, day, wrong=True)
    assert [lack.gate for lack in refused.value.lacks] == [tried.gate]
    [lack] = refused.value.lacks
    assert lack.articles
    assert lack.remedy


@pytest.mark.parametrize(("tried", "day"), CASES)
def test_the_same_move_is_allowed_where_the_gate_is_open(office: Office, tried: Try, day: date) -> None:
    attempt(office, tried, day, wrong=False)


@pytest.mark.parametrize("day", SINCE_2020)
def test_comments_stay_open_thirty_days(office: Office, day: date) -> None:
    def late(day: date, n: int) -> Made:
        """Still open; the first lawful day of closing."""
        begun = Timeline.since(day).on(1)
        closed = Timeline.since(date.fromordinal(begun.toordinal() + 30)).first
        made = recipe.started(day, n)
        return made.with_values(
            operator_related=YES,
            screened_on=begun,
            comment_begun_on=begun,
            comment_closed_on=closed,
            public_interest=YES,
        )

    def early(day: date, n: int) -> Made:
        made = late(day, n)
        return made.with_values(comment_closed_on=Timeline(made.values["comment_closed_on"]).before(1))

    attempt(office, Try("", "close_comment", late), day, wrong=False)
    with pytest.raises(Refusal, match="不少于三十日"):
        attempt(office, Try("", "close_comment", early), day.replace(month=5), wrong=False)


def test_every_gate_is_tried_under_every_regime_that_demands_it() -> None:
    gates = installed().registers["business.competition_review"].procedure.gates
    wanted = {(gate.key, day) for gate in gates for day in ALL if gate.applies(day)}
    tried = {(one.gate, day) for one in TRIES for day in one.days}
    assert wanted - {("comment_long_enough", day) for day in SINCE_2020} == tried


def test_before_the_regulation_the_government_reviews_its_own_measures(office: Office) -> None:
    made = recipe.closed(LAST_OLD, 1).with_values(maker=Maker.GOVERNMENT)
    assert breached(stand(office, made)) == set()


def test_from_the_regulation_on_a_measure_of_the_government_issued_by_self_review_is_a_breach(
    office: Office,
) -> None:
    made = recipe.closed(NEW_DAY, 1).with_values(maker=Maker.GOVERNMENT)
    assert breached(stand(office, made)) == {"of_department", "handed_over", "right_reviewer"}


def test_a_review_begun_before_the_regulation_is_held_to_it_by_the_day_of_issue(office: Office) -> None:
    before, after = recipe.closed(date(2024, 7, 1), 1), recipe.closed(date(2024, 7, 15), 2)
    rows = [stand(office, made.with_values(maker=Maker.GOVERNMENT)) for made in (before, after)]
    assert [bool(breached(row)) for row in rows] == [False, True]
    assert rows[0].law_on == before.values["issued_on"]


def test_a_measure_modified_after_its_conclusion_has_none_until_it_is_reviewed_again(office: Office) -> None:
    made = recipe.shelved(NEW_DAY, 1).with_values(shelved_on=None)
    on = Timeline.since(NEW_DAY).on(11)
    modified = made.with_values(modified_on=on, modification="删去对指定企业的补贴")
    row = stand(office, made)
    assert row.step == "concluded"
    attempt(
        office,
        Try("", "modify", lambda day, n: modified.with_values(measure=f"{day}{n}")),
        NEW_DAY,
        wrong=False,
    )
    again = REVIEW.model._default_manager.exclude(pk=row.pk).get()
    assert (again.step, again.__dict__["conclusion"]) == ("screened", "undecided")


def test_a_conclusion_bears_a_number_without_gaps(office: Office) -> None:
    made = recipe.closed(NEW_DAY, 1).with_values(number="")
    attempt(office, Try("", "conclude", lambda _, __: made), NEW_DAY, wrong=False)
    other = made.with_values(measure="另一政策措施")
    attempt(office, Try("", "conclude", lambda _, __: other), NEW_DAY, wrong=False)
    rows = REVIEW.model._default_manager.order_by("pk").values_list("number", flat=True)
    assert list(rows) == ["示公竞审〔2025〕1号", "示公竞审〔2025〕2号"]
