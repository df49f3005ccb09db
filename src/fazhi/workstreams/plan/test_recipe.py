"""Every outcome and every example is lawful under the law of its day, and counts where it says it does."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.kinds import Declared
from fazhi.engine.figures.span import year
from fazhi.engine.figures.trace import members
from fazhi.engine.models import Obligation
from fazhi.engine.recipe import Make
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.workstreams.plan.examples import RECIPES
from fazhi.workstreams.plan.factory import Office, breached, stand_all
from fazhi.workstreams.plan.workstream import PLAN

SPRING = date(2025, 3, 3)
# Under each body of rules, and before the two longest rests of a year, over which limits are easily broken.
DAYS = (
    date(2017, 3, 1),
    date(2018, 1, 24),
    date(2019, 9, 23),
    date(2021, 3, 1),
    SPRING,
    date(2025, 1, 20),
    date(2025, 9, 22),
)
OUTCOMES = [(register, outcome) for register, recipe in RECIPES.items() for outcome in recipe.outcomes]
EXAMPLES = [(register, key) for register, recipe in RECIPES.items() for key in recipe.examples]
# Still owed, or late on purpose.
OPEN = {
    "begun": {"due"},
    "set": {"due"},
    "done_late": {"due"},
    "planned": {"rectify"},
    "fed_back": {"rectify"},
    "promised": {"keep"},
    "taken": {"keep"},
    "sent": {"answer"},
}


def late(pk: int) -> set[str]:
    clocks = Obligation.objects.filter(record=pk, watch=False)
    return {one.deadline for one in clocks if one.due_on and (one.met_on or date(2026, 11, 25)) > one.due_on}


def faults(office: Office, make: Make, register: str) -> dict[date, set[str]]:
    """By day on which such a row may be begun: the gates it breaks and the limits it misses."""
    made = {}
    for n, day in enumerate(DAYS):
        try:
            made[day] = make(day, n)
        except Refusal:
            continue
    rows = stand_all(office, made.values(), installed().registers[register])
    return {day: breached(row) | late(row.pk) for day, row in zip(made, rows, strict=True)}


@pytest.mark.parametrize(("register", "outcome"), OUTCOMES)
def test_a_row_of_each_outcome_breaks_no_gate_and_keeps_every_limit(
    office: Office, register: str, outcome: str
) -> None:
    found = faults(office, RECIPES[register].outcomes[outcome], register)
    assert found
    assert found == dict.fromkeys(found, OPEN.get(outcome, set()))


def test_each_indicator_has_one_example() -> None:
    counted = [one.key for one in PLAN.indicators if not isinstance(one, Declared)]
    assert sorted(key for _, key in EXAMPLES) == sorted(counted)


@pytest.mark.parametrize(("register", "key"), EXAMPLES)
def test_an_example_counts_in_its_indicator_and_breaks_no_gate(
    office: Office, register: str, key: str
) -> None:
    example = RECIPES[register].examples[key]
    made = example.make(SPRING, 1)
    [row] = stand_all(office, [made], installed().registers[register])
    assert breached(row) == set()
    span = year(made.values[example.on].year)
    assert members(f"plan.{key}", office.government, "own", span).count() == 1
    figure = compile_figures([f"plan.{key}"], [office.government], ["own"], span)
    assert {one.records for one in figure.values()} >= {1}


def test_what_a_law_does_not_yet_know_is_refused() -> None:
    for register, outcome in (("plan.review", "decided"), ("plan.model_area", "named")):
        with pytest.raises(Refusal, match="起施行"):
            RECIPES[register].outcomes[outcome](date(2017, 3, 1), 1)
