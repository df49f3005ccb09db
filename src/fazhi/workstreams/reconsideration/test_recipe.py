"""Every outcome and every example is lawful under the law of its day, and counts where it says it does."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.kinds import Change, Stock
from fazhi.engine.figures.span import year
from fazhi.engine.figures.trace import members
from fazhi.engine.models import Obligation, RecordModel
from fazhi.engine.recipe import Example
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.workstreams.reconsideration.examples import RECIPES
from fazhi.workstreams.reconsideration.factory import Office, breached, stand, stand_all
from fazhi.workstreams.reconsideration.workstream import RECONSIDERATION

OLD_DAY, NEW_DAY = date(2017, 3, 1), date(2025, 3, 3)
# Before the two longest rests of a year, over which limits are most easily broken.
DAYS = (OLD_DAY, date(2018, 1, 24), date(2023, 9, 18), NEW_DAY, date(2025, 1, 20), date(2025, 9, 22))
ONLY_OLD = {"redirected", "forwarded"}
ONLY_NEW = {"void", "agreement", "declared_void", "agreement_decided", "simple"}

EXAMPLES = [(register, key) for register, recipe in RECIPES.items() for key in recipe.examples]
LAID_OVER = [
    (register, key) for register, key in EXAMPLES if RECIPES[register].examples[key].values is not None
]


def lawful_day(key: str) -> date:
    return OLD_DAY if key in ONLY_OLD else NEW_DAY


@pytest.mark.parametrize("day", DAYS)
def test_a_row_of_each_outcome_breaks_no_gate_and_keeps_every_limit(office: Office, day: date) -> None:
    unknown = ONLY_NEW if day.year < 2024 else ONLY_OLD
    faults = {}
    for register, recipe in RECIPES.items():
        known = {outcome: make for outcome, make in recipe.outcomes.items() if outcome not in unknown}
        made = [make(day, n) for n, make in enumerate(known.values())]
        rows = stand_all(office, made, installed().registers[register])
        faults |= {
            (register, outcome): breached(row) | late(row) for outcome, row in zip(known, rows, strict=True)
        }
    assert {key: fault for key, fault in faults.items() if fault} == {}
    assert len(faults) > 15


def late(row: RecordModel) -> set[str]:
    """The limits that the row did not keep."""
    return {
        clock.deadline
        for clock in Obligation.objects.filter(record=row.pk, watch=False)
        if clock.met_on and clock.due_on and clock.met_on > clock.due_on
    }


@pytest.mark.parametrize(
    "outcome", sorted((ONLY_NEW | ONLY_OLD) & set(RECIPES["reconsideration.case"].outcomes))
)
def test_a_row_that_the_other_edition_alone_knows_is_refused(outcome: str) -> None:
    day = NEW_DAY if outcome in ONLY_OLD else OLD_DAY
    with pytest.raises(Refusal):
        RECIPES["reconsideration.case"].outcomes[outcome](day, 1)


def test_each_indicator_has_one_example() -> None:
    keys = sorted(key for _, key in EXAMPLES)
    assert keys == sorted(
        {one.key for one in RECONSIDERATION.indicators}
        - {"outcome_unknown"}  # what is not registered has no lawful example
    )


@pytest.mark.parametrize(("register", "key"), EXAMPLES)
def test_an_example_counts_in_its_indicator_and_breaks_no_gate(
    office: Office, register: str, key: str
) -> None:
    example: Example = RECIPES[register].examples[key]
    declared = installed().registers[register]
    day = lawful_day(key)
    made = example.make(day, 1)
    row = stand(office, made, declared)
    assert breached(row) == set()
    counted_on = made.values[example.on]
    indicator = installed().indicators[f"reconsideration.{key}"]
    later = isinstance(indicator, Stock) and indicator.opening
    span = year(counted_on.year + 1 if later or isinstance(indicator, Change) else counted_on.year)
    if isinstance(indicator, Change):
        stand(office, example.make(day.replace(year=day.year + 1), 2), declared)
    rows = members(f"reconsideration.{key}", office.government, "own", span)
    assert rows.count() == 1
    figure = compile_figures([f"reconsideration.{key}"], [office.government], ["own"], span)
    assert {one.records for one in figure.values()} >= {1}


@pytest.mark.parametrize(("register", "key"), LAID_OVER)
def test_values_laid_over_another_row_make_it_count(office: Office, register: str, key: str) -> None:
    recipe = RECIPES[register]
    example = recipe.examples[key]
    assert example.values
    made = recipe.outcomes["mediated"](NEW_DAY, 1).with_values(**example.values)
    row = stand(office, made, installed().registers[register])
    assert breached(row) == set()
    span = year(made.values[example.on].year)
    assert members(f"reconsideration.{key}", office.government, "own", span).count() == 1
