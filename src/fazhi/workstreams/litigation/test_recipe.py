"""Every outcome and every example is lawful under the law of its day, and counts where it says it does."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.kinds import Change, Declared, Stock
from fazhi.engine.figures.span import year
from fazhi.engine.figures.trace import members
from fazhi.engine.models import Obligation
from fazhi.engine.recipe import Make
from fazhi.engine.registry import installed
from fazhi.workstreams.litigation import variants
from fazhi.workstreams.litigation.examples import RECIPES
from fazhi.workstreams.litigation.factory import Office, breached, stand, stand_all
from fazhi.workstreams.litigation.workstream import LITIGATION

SPRING = date(2025, 3, 3)
# Under each body of rules, and before the two longest rests of a year, over which limits are easily broken.
DAYS = (
    date(2017, 3, 1),
    date(2018, 1, 24),
    date(2018, 9, 10),
    date(2020, 8, 20),
    SPRING,
    date(2025, 1, 20),
    date(2025, 9, 22),
)
UNREGISTERED = {
    "ended_undecided",
    "lost_undecided",
    "suggestions_undecided",
}  # what is not registered has no lawful example
SECOND_ONLY = {"ended_remanded"}  # only a second instance sends back

OUTCOMES = [(register, outcome) for register, recipe in RECIPES.items() for outcome in recipe.outcomes]
EXAMPLES = [(register, key) for register, recipe in RECIPES.items() for key in recipe.examples]
# The other examples hang together by more than their columns.
OVERLAYS = [(register, key) for register, key in EXAMPLES if RECIPES[register].examples[key].values]
VARIANTS = (
    variants.called,
    variants.excused,
    variants.chief,
    variants.heard_twice,
    variants.late_evidence,
    variants.answered_late,
    variants.appealed,
    variants.retrial,
    variants.remanded,
    variants.self_corrected,
    variants.coerced,
    variants.retried,
)


def late(pk: int) -> list[str]:
    clocks = Obligation.objects.filter(record=pk, watch=False)
    return [one.deadline for one in clocks if one.due_on and (one.met_on or date(2026, 11, 25)) > one.due_on]


def faults(office: Office, make: Make, register: str = "litigation.lawsuit") -> dict[date, list[str]]:
    """By day on which such a row is begun: the gates it breaks and the limits it misses."""
    rows = stand_all(office, [make(day, n) for n, day in enumerate(DAYS)], installed().registers[register])
    return {day: [*breached(row), *late(row.pk)] for day, row in zip(DAYS, rows, strict=True)}


@pytest.mark.parametrize(("register", "outcome"), OUTCOMES)
def test_a_row_of_each_outcome_breaks_no_gate_and_keeps_every_limit(
    office: Office, register: str, outcome: str
) -> None:
    found = faults(office, RECIPES[register].outcomes[outcome], register)
    assert found == {day: [] for day in DAYS}


@pytest.mark.parametrize("make", VARIANTS, ids=lambda make: make.__name__)
def test_each_variant_breaks_no_gate(office: Office, make: Make) -> None:
    missed = ["answer"] if make is variants.answered_late else []
    assert faults(office, make) == dict.fromkeys(DAYS, missed)


def test_each_indicator_has_one_example() -> None:
    keys = sorted(key for _, key in EXAMPLES)
    counted = {one.key for one in LITIGATION.indicators if not isinstance(one, Declared)}
    assert keys == sorted(counted - UNREGISTERED - SECOND_ONLY)


@pytest.mark.parametrize(("register", "key"), EXAMPLES)
def test_an_example_counts_in_its_indicator_and_breaks_no_gate(
    office: Office, register: str, key: str
) -> None:
    example = RECIPES[register].examples[key]
    declared = installed().registers[register]
    made = example.make(SPRING, 1)
    rows = [made]
    indicator = installed().indicators[f"litigation.{key}"]
    change = isinstance(indicator, Change)
    if change:
        rows.append(example.make(SPRING.replace(year=SPRING.year + 1), 2))
    assert all(breached(row) == set() for row in stand_all(office, rows, declared))
    later = change or (isinstance(indicator, Stock) and indicator.opening)
    span = year(made.values[example.on].year + later)
    assert members(f"litigation.{key}", office.government, "own", span).count() == 1
    figure = compile_figures([f"litigation.{key}"], [office.government], ["own"], span)
    assert {one.records for one in figure.values()} >= {1}


@pytest.mark.parametrize(("register", "key"), OVERLAYS)
def test_values_laid_over_another_row_make_it_count(office: Office, register: str, key: str) -> None:
    recipe = RECIPES[register]
    example = recipe.examples[key]
    made = recipe.outcomes["withdrawn"](SPRING, 1).with_values(**(example.values or {}))
    row = stand(office, made, installed().registers[register])
    assert breached(row) == set()
    span = year(made.values[example.on].year)
    assert members(f"litigation.{key}", office.government, "own", span).count() == 1
