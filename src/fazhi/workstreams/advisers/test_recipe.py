"""Every outcome and every example is lawful under the law of its day, and counts where it says it does."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.span import year
from fazhi.engine.figures.trace import members
from fazhi.engine.models import Obligation, RecordModel
from fazhi.engine.registry import installed
from fazhi.workstreams.advisers.examples import RECIPES
from fazhi.workstreams.advisers.factory import Office, breached, stand, stand_all
from fazhi.workstreams.advisers.workstream import ADVISERS

# Under local rules alone, before and over the longest rests, and under the law of today.
DAYS = (date(2017, 3, 1), date(2018, 1, 24), date(2023, 9, 18), date(2025, 3, 3), date(2025, 9, 22))
DAY = date(2025, 3, 3)
NO_LAWFUL_EXAMPLE = {
    "reviewed_undecided",
    "found_undecided",
    "advisers_undecided",
    "tasks_undecided",
}
EXAMPLES = [(register, key) for register, recipe in RECIPES.items() for key in recipe.examples]
LAID_OVER = [
    (register, key) for register, key in EXAMPLES if RECIPES[register].examples[key].values is not None
]


@pytest.mark.parametrize("day", DAYS)
def test_a_row_of_each_outcome_breaks_no_gate_and_keeps_every_limit(office: Office, day: date) -> None:
    faults = {}
    for register, recipe in RECIPES.items():
        made = [make(day, n) for n, make in enumerate(recipe.outcomes.values())]
        rows = stand_all(office, made, installed().registers[register])
        faults |= {
            (register, outcome): breached(row) | late(row)
            for outcome, row in zip(recipe.outcomes, rows, strict=True)
        }
    assert {key: fault for key, fault in faults.items() if fault} == {}
    assert len(faults) > 10


def late(row: RecordModel) -> set[str]:
    """The limits that the row did not keep."""
    return {
        clock.deadline
        for clock in Obligation.objects.filter(record=row.pk, watch=False)
        if clock.met_on and clock.due_on and clock.met_on > clock.due_on
    }


def test_each_indicator_has_one_example() -> None:
    assert sorted(key for _, key in EXAMPLES) == sorted(
        {one.key for one in ADVISERS.indicators} - NO_LAWFUL_EXAMPLE
    )


@pytest.mark.parametrize(("register", "key"), EXAMPLES)
def test_an_example_counts_in_its_indicator_and_breaks_no_gate(
    office: Office, register: str, key: str
) -> None:
    example = RECIPES[register].examples[key]
    made = example.make(DAY, 1)
    row = stand(office, made, installed().registers[register])
    assert breached(row) == set()
    span = year(made.values[example.on].year)
    assert members(f"advisers.{key}", office.government, "own", span).count() == 1
    figure = compile_figures([f"advisers.{key}"], [office.government], ["own"], span)
    assert {one.records for one in figure.values()} >= {1}


@pytest.mark.parametrize(("register", "key"), LAID_OVER)
def test_values_laid_over_another_row_make_it_count(office: Office, register: str, key: str) -> None:
    recipe = RECIPES[register]
    example = recipe.examples[key]
    assert example.values
    made = recipe.outcomes[recipe.usual](DAY, 1).with_values(**example.values)
    row = stand(office, made, installed().registers[register])
    assert breached(row) == set()
    span = year(made.values[example.on].year)
    assert members(f"advisers.{key}", office.government, "own", span).count() == 1
