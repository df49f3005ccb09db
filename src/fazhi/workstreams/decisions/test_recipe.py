"""Examples under the law before 2019-09-01; the rest is asked of every recipe in tests/contract."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.figures.kinds import Coverage
from fazhi.engine.figures.span import year
from fazhi.engine.figures.trace import members
from fazhi.engine.registry import installed
from fazhi.workstreams.decisions.examples import RECIPES
from fazhi.workstreams.decisions.factory import Office, breached, stand

EXAMPLES = [
    (register, key)
    for register, recipe in RECIPES.items()
    for key in recipe.examples
    if not isinstance(installed().indicators[f"decisions.{key}"], Coverage)
]


@pytest.mark.parametrize(("register", "key"), EXAMPLES)
def test_an_example_counts_under_the_five_procedures_of_2010_too(
    office: Office, register: str, key: str
) -> None:
    example = RECIPES[register].examples[key]
    made = example.make(date(2017, 3, 1), 1)
    row = stand(office, made, installed().registers[register])
    assert breached(row) == set()
    span = year(made.values[example.on].year)
    assert members(f"decisions.{key}", office.government, "own", span).count() == 1
