"""Every outcome and every example is lawful under the law of its day, and counts where it says it does."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.figures.span import year
from fazhi.engine.figures.trace import members
from fazhi.engine.models import Obligation, RecordModel
from fazhi.engine.registry import installed
from fazhi.workstreams.legislation.examples import RECIPES
from fazhi.workstreams.legislation.factory import Office, breached, stand, stand_all
from fazhi.workstreams.legislation.workstream import LEGISLATION

# Before the two longest rests of a year, over which limits are most easily broken.
DAYS = (date(2017, 3, 1), date(2018, 1, 24), date(2023, 9, 18), date(2025, 1, 20), date(2025, 3, 3))
EXAMPLES = [(register, key) for register, recipe in RECIPES.items() for key in recipe.examples]


def late(row: RecordModel) -> set[str]:
    """The limits that the row did not keep."""
    return {
        clock.deadline
        for clock in Obligation.objects.filter(record=row.pk, watch=False)
        if clock.met_on and clock.due_on and clock.met_on > clock.due_on
    }


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
    assert len(faults) > 35


def test_each_indicator_has_one_example() -> None:
    keys = sorted(key for _, key in EXAMPLES)
    assert keys == sorted(
        {one.key for one in LEGISLATION.indicators}
        - {
            "verdict_unknown",
            "planned_unknown",
            "uses_unknown",
        }  # what is not registered has no lawful example
    )


@pytest.mark.parametrize(("register", "key"), EXAMPLES)
def test_an_example_counts_in_its_indicator_and_breaks_no_gate(
    office: Office, register: str, key: str
) -> None:
    example = RECIPES[register].examples[key]
    made = example.make(date(2025, 3, 3), 1)
    row = stand(office, made, installed().registers[register])
    assert breached(row) == set()
    span = year(made.values[example.on].year)
    assert members(f"legislation.{key}", office.government, "own", span).count() == 1
