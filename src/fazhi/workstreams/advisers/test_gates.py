"""Every gate: one move refused by it alone, the same move allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import pytest

from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.workstreams.advisers import people_recipe as people
from fazhi.workstreams.advisers import recipe, variants
from fazhi.workstreams.advisers.factory import Office, breached, go, stand
from fazhi.workstreams.advisers.models.choices import Adoption, Capacity, Conclusion, Level, Subject
from fazhi.workstreams.advisers.recipe import NO, YES

DAY = date(2025, 3, 3)
OPINION, ADVISER, LAWYER = "advisers.opinion", "advisers.adviser", "advisers.public_lawyer"
TASK, VILLAGE = "advisers.task", "advisers.village"
C, S = Conclusion, Subject


@dataclass(frozen=True)
class Try:
    """A move about to be made in a lawful row, and what closes one gate.

    ``wrong`` is laid over what comes with the move, or over the row where the move does not carry it;
    ``parts`` replace child rows.
    """

    gate: str
    move: str
    make: Make
    wrong: Mapping[str, Any] = field(default_factory=dict)
    parts: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    register: str = OPINION


contract = partial(recipe.lawful, S.CONTRACT)
decision = partial(recipe.lawful, S.DECISION)
normative = partial(recipe.lawful, S.NORMATIVE)
mended = partial(recipe.changed, S.CONTRACT)
HURRIED = {"needed_by_on": date(2025, 3, 6), "send_by_on": None}
INTERESTED = [
    {
        "name": "张三",
        "capacity": Capacity.ADVISER,
        "advised_on": date(2025, 3, 7),
        "conflict": YES,
        "lawful": YES,
    }
]
OBJECTING = [{**INTERESTED[0], "conflict": NO, "lawful": NO}]


def checked(day: date, n: int) -> Made:
    on = Timeline.since(day).on(30)
    return people.lawyer(day, n).with_values(assessed_on=on, assessment="passed")


def cancelled(day: date, n: int) -> Made:
    on = Timeline.since(day).on(30)
    return people.lawyer(day, n).with_values(cancelled_on=on, cancel_why="调离本单位")


def stopped(day: date, n: int) -> Made:
    return people.village(day, n).with_values(advised_until_on=Timeline.since(day).on(30))


TRIES = (
    Try("kind", "receive", contract, {"subject_kind": S.UNDECIDED}),
    Try("review_time", "receive", decision, HURRIED),
    Try("normative_time", "receive", normative, HURRIED),
    Try("deficient", "return", recipe.OUTCOMES["returned"], {"materials": YES}),
    Try("reviewer", "assign", contract, {"drafted_by": "张三", "reviewer": "张三"}),
    Try("first_before_county", "send_up", variants.two_level, {"level": Level.TOWNSHIP}),
    Try("township", "issue", variants.township, {"first_reviewed_on": None}),
    Try("two_level", "issue", variants.two_level, {"county_replied_on": None}),
    Try("joint", "issue", variants.joint, {"joint_concluded_on": None}),
    Try("lawyers", "issue", decision, {"advice_required": NO}, {recipe.ADVICE: INTERESTED}),
    Try("advised", "issue", contract, {"advised_on": None}),
    Try("held_unlawful", "issue", contract, {}, {recipe.ADVICE: OBJECTING}),
    Try("prohibitions", "issue", partial(recipe.changed, S.NORMATIVE), {"excludes_competition": "unknown"}),
    Try("prohibited", "issue", normative, {"excludes_competition": YES}),
    Try("conclusion", "issue", mended, {"conclusion": C.UNDECIDED}),
    Try("items", "issue", mended, {"items_raised": 0}),
    Try("adoption", "answer", contract, {"adoption": Adoption.UNDECIDED, "rejection_why": "见卷"}),
    Try("reason", "answer", recipe.partly, {"rejection_why": ""}),
    Try("capacity", "engage", people.adviser, {"capacity": Capacity.UNDECIDED}, register=ADVISER),
    Try("conflict", "engage", people.adviser, {"conflict_stated": NO}, register=ADVISER),
    Try("contract", "engage", people.adviser, {"contract": ""}, register=ADVISER),
    Try("assessment", "assess", people.ended, {"assessment": "undecided"}, register=ADVISER),
    Try("fit", "certify", people.lawyer, {"experienced": NO}, register=LAWYER),
    Try("certificate", "certify", people.lawyer, {"certificate": ""}, register=LAWYER),
    Try("checked", "assess", checked, {"assessment": "undecided"}, register=LAWYER),
    Try("cancelling", "cancel", cancelled, {"cancel_why": ""}, register=LAWYER),
    Try("answered", "finish", people.consultation, {"opinion": ""}, register=TASK),
    Try("taken", "finish", people.consultation, {"adoption": Adoption.REJECTED}, register=TASK),
    Try("engagement", "engage", people.village, {"contract": ""}, register=VILLAGE),
    Try("covered", "stop", stopped, {"advised_from_on": None}, register=VILLAGE),
    Try("within", "answer", recipe.partly, {"items_adopted": 3}),
)


def attempt(office: Office, tried: Try, *, wrong: bool) -> None:
    """Bring the row to where it stands before the move, then make the move."""
    register = installed().registers[tried.register]
    move = register.procedure.move(tried.move)
    made = tried.make(DAY, 1)
    on = made.values[move.sets]
    values = {**made.values, **(tried.wrong if wrong else {})}
    carried = {*move.fields, *move.needs}
    later = {
        name
        for one in register.procedure.moves
        if isinstance(made.values.get(one.sets), date) and made.values[one.sets] > on
        for name in (one.sets, *one.fields)
    } - set(tried.wrong if wrong else ())
    standing = {
        name: value
        for name, value in values.items()
        if value is not None and name != move.sets and name not in carried and name not in later
    }
    parts = {**made.parts, **(tried.parts if wrong else {})}
    row = stand(office, Made(standing, parts), register)
    given = {name: values[name] for name in carried if values.get(name) is not None}
    if "county_body" in carried:
        given["county_body"] = office.bureau
    go(office, row, tried.move, on, register=register, **given)


@pytest.mark.parametrize("tried", TRIES, ids=lambda one: one.gate)
def test_the_move_is_refused_by_this_gate_alone(office: Office, tried: Try) -> None:
    with pytest.raises(Refusal) as refused:
        attempt(office, tried, wrong=True)
    assert [lack.gate for lack in refused.value.lacks] == [tried.gate]
    [lack] = refused.value.lacks
    assert lack.articles
    assert lack.remedy


@pytest.mark.parametrize("tried", TRIES, ids=lambda one: one.gate)
def test_the_same_move_is_allowed_where_the_gate_is_open(office: Office, tried: Try) -> None:
    attempt(office, tried, wrong=False)


def test_every_gate_is_tried() -> None:
    declared = {
        (key, gate.key)
        for key, register in installed().registers.items()
        if register.workstream_key == "advisers"
        for gate in register.procedure.gates
    }
    assert {(one.register, one.gate) for one in TRIES} == declared


def test_a_reason_for_haste_opens_the_review_time(office: Office) -> None:
    hurried = recipe.lawful(S.DECISION, DAY, 1).with_values(needed_by_on=date(2025, 3, 6))
    assert breached(stand(office, hurried)) == {"review_time"}
    urgent = hurried.with_values(number="示法审〔2025〕2号", urgent_why="防汛抢险")
    assert breached(stand(office, urgent)) == set()


def test_a_decision_before_2019_was_reviewed_under_local_rules(office: Office) -> None:
    made = recipe.lawful(S.DECISION, date(2017, 3, 1), 1).with_values(needed_by_on=date(2017, 3, 3))
    assert breached(stand(office, made)) == set()
