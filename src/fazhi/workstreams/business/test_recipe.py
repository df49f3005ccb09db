"""Every outcome and every example is lawful under the law of its day, and counts where it says it does."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.kinds import Change, Declared, Ratio, Stock
from fazhi.engine.figures.span import year
from fazhi.engine.figures.trace import members
from fazhi.engine.models import Obligation
from fazhi.engine.recipe import Make
from fazhi.engine.registry import installed
from fazhi.workstreams.business.examples import RECIPES
from fazhi.workstreams.business.factory import Office, breached, stand_all
from fazhi.workstreams.business.workstream import BUSINESS

SPRING = date(2025, 3, 3)
# Under each regime, and before the two longest rests of a year, over which limits are most easily broken.
DAYS = (date(2017, 3, 1), date(2018, 1, 24), date(2021, 9, 20), SPRING, date(2025, 1, 20), date(2025, 9, 22))
ONLY_NEW = {"joint"}
OUTCOMES = [(register, outcome) for register, recipe in RECIPES.items() for outcome in recipe.outcomes]
EXAMPLES = [(register, key) for register, recipe in RECIPES.items() for key in recipe.examples]


def late(pk: int) -> list[str]:
    clocks = Obligation.objects.filter(record=pk, watch=False)
    return [one.deadline for one in clocks if one.due_on and one.met_on and one.met_on > one.due_on]


def faults(office: Office, make: Make, register: str, days: tuple[date, ...]) -> dict[date, list[str]]:
    """By day on which such a row is begun: the gates it breaks and the limits it misses."""
    rows = stand_all(office, [make(day, n) for n, day in enumerate(days)], installed().registers[register])
    return {day: [*breached(row), *late(row.pk)] for day, row in zip(days, rows, strict=True)}


@pytest.mark.parametrize(("register", "outcome"), OUTCOMES)
def test_a_row_of_each_outcome_breaks_no_gate_and_keeps_every_limit(
    office: Office, register: str, outcome: str
) -> None:
    days = tuple(day for day in DAYS if outcome not in ONLY_NEW or day.year > 2024)
    found = faults(office, RECIPES[register].outcomes[outcome], register, days)
    assert found == {day: [] for day in days}


def test_each_indicator_has_one_example() -> None:
    counted = {one.key for one in BUSINESS.indicators if not isinstance(one, Declared)}
    declared = {
        one.key
        for one in BUSINESS.indicators
        if (isinstance(one, Change) and isinstance(one.base, Declared))
        or (isinstance(one, Ratio) and isinstance(one.over, Declared))
    }
    assert sorted(key for _, key in EXAMPLES) == sorted(counted - declared)


@pytest.mark.parametrize(("register", "key"), EXAMPLES)
def test_an_example_counts_in_its_indicator_and_breaks_no_gate(
    office: Office, register: str, key: str
) -> None:
    example = RECIPES[register].examples[key]
    declared = installed().registers[register]
    made = example.make(SPRING, 1)
    rows = [made]
    indicator = installed().indicators[f"business.{key}"]
    change = isinstance(indicator, Change)
    if change:
        rows.append(example.make(SPRING.replace(year=SPRING.year + 1), 2))
    assert all(breached(row) == set() for row in stand_all(office, rows, declared))
    later = change or (isinstance(indicator, Stock) and indicator.opening)
    span = year(made.values[example.on].year + later)
    assert members(f"business.{key}", office.government, "own", span).count() == 1
    figure = compile_figures([f"business.{key}"], [office.government], ["own"], span)
    assert {one.records for one in figure.values()} >= {1}
