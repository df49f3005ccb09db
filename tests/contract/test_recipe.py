"""Every outcome and every example is lawful under the law of its day, and counts where it says it does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.kinds import Change, Coverage, Declared, Indicator, Ratio, Stock
from fazhi.engine.figures.span import year
from fazhi.engine.figures.trace import members
from fazhi.engine.models import Obligation, RecordModel
from fazhi.engine.recipe import Made, Make
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Workstream
from fazhi.engine.registry import installed
from fazhi.organs.models import Level
from fazhi.workstreams.all import RECIPES, WORKSTREAMS
from fazhi.workstreams.office import Desk, Office, breached, make_office

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)
SPRING, OLD = date(2025, 3, 3), date(2017, 3, 1)
# Under each body of rules, and before the longest rests of a year, over which limits are most easily broken.
DAYS = (
    OLD,
    date(2018, 1, 24),
    date(2018, 9, 10),
    date(2019, 9, 23),
    date(2020, 8, 20),
    date(2021, 9, 1),
    date(2021, 9, 20),
    date(2023, 9, 18),
    SPRING,
    date(2025, 1, 20),
    date(2025, 9, 22),
)
OUTCOMES = [(register, outcome) for register, recipe in RECIPES.items() for outcome in recipe.outcomes]
EXAMPLES = [(register, key) for register, recipe in RECIPES.items() for key in recipe.examples]
OVERLAYS = [(register, key) for register, key in EXAMPLES if RECIPES[register].examples[key].values]

OPEN = {
    "leadership.law_report-listed": {"deliver"},
    "plan.task-begun": {"due"},
    "plan.task-set": {"due"},
    "plan.task-done_late": {"due"},
    "plan.promise-promised": {"keep"},
    "plan.promise-taken": {"keep"},
    "plan.chase-sent": {"answer"},
    "plan.finding-planned": {"rectify"},
    "plan.finding-fed_back": {"rectify"},
    "business.competition_review-running": {"exception_end"},
    "legislation.project-planned": {"finish"},
    "advisers.adviser-engaged": {"term"},
    "advisers.adviser-shared": {"term"},
}
"""Limits that a row still owes, or misses on purpose; what its recipe calls open may owe any."""
CITIES = {"legislation"}
"""Lines of work of cities."""
OVER = {"reconsideration.case": "mediated", "litigation.lawsuit": "withdrawn"}
"""The outcome whose rows take the columns of an example, where it is not the usual one."""
UNSAID = ("_unknown", "_undecided", "_unclassed")
"""How indicators end of what is not registered: it has no lawful example."""
NO_EXAMPLE = {"litigation.ended_remanded"}
"""Only a second instance sends back."""


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> None:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    for module in ("bulk", "records", "tick"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: TODAY)


def office_of(register: str) -> Office:
    return make_office(Level.CITY if register.partition(".")[0] in CITIES else Level.COUNTY)


def stand(office: Office, register: str, *made: Made) -> list[RecordModel]:
    declared = installed().registers[register]
    return Desk(declared, RECIPES).stand_all(office, made)


def late(row: RecordModel, *, ended: bool) -> set[str]:
    """The limits that the row did not keep; of one that has ended, also those not kept until today."""
    clocks = Obligation.objects.filter(record=row.pk, watch=False, due_on__isnull=False)
    until = TODAY if ended else date.min
    return {one.deadline for one in clocks if one.due_on and (one.met_on or until) > one.due_on}


def known(make: Make) -> Iterator[Made]:
    """Rows begun on the days on which the law knows them."""
    for n, day in enumerate(DAYS, 1):
        with suppress(Refusal):
            yield make(day, n)


def test_there_is_something_to_test() -> None:
    assert set(RECIPES) == set(installed().registers)
    assert len(OUTCOMES) > 200
    assert len(EXAMPLES) > 250


@pytest.mark.parametrize(("register", "outcome"), OUTCOMES)
def test_a_row_of_each_outcome_breaks_no_gate_and_keeps_every_limit(register: str, outcome: str) -> None:
    made = list(known(RECIPES[register].outcomes[outcome]))
    assert made
    rows = stand(office_of(register), register, *made)
    ended = outcome != RECIPES[register].open
    owed = {limit for row in rows for limit in late(row, ended=ended)}
    assert [breached(row) for row in rows] == [set()] * len(rows)
    assert owed == OPEN.get(f"{register}-{outcome}", set())


def counted(indicator: Indicator) -> bool:
    """Whether a record can count in it: neither it nor its base is declared, and it can be registered."""
    base = indicator.base if isinstance(indicator, Change) else None
    over = indicator.over if isinstance(indicator, Ratio) else None
    declared = any(isinstance(one, Declared) for one in (indicator, base, over))
    return not (declared or indicator.key.endswith(UNSAID))


@pytest.mark.parametrize("line", WORKSTREAMS, ids=lambda line: line.key)
def test_each_indicator_has_one_example(line: Workstream) -> None:
    keys = [key for register, key in EXAMPLES if register.startswith(f"{line.key}.")]
    wanted = [
        one.key for one in line.indicators if counted(one) and f"{line.key}.{one.key}" not in NO_EXAMPLE
    ]
    assert len(keys) == len(set(keys))
    assert set(wanted) <= set(keys) <= {one.key for one in line.indicators}


@pytest.mark.parametrize(("register", "key"), EXAMPLES)
def test_an_example_counts_in_its_indicator_and_breaks_no_gate(register: str, key: str) -> None:
    example = RECIPES[register].examples[key]
    name = f"{register.partition('.')[0]}.{key}"
    indicator = installed().indicators[name]
    try:
        day, made = SPRING, example.make(SPRING, 1)
    except Refusal:  # only the law of old knows it
        day, made = OLD, example.make(OLD, 1)
    change = isinstance(indicator, Change)
    after = [example.make(day.replace(year=day.year + 1), 2)] if change else []
    office = office_of(register)
    assert [breached(row) for row in stand(office, register, made, *after)] == [set()] * (1 + len(after))
    later = change or (isinstance(indicator, Stock) and indicator.opening)
    span = year(made.values[example.on].year + later)
    figure = compile_figures([name], [office.government], ["own"], span)
    if isinstance(indicator, Coverage):
        assert figure
        return
    assert members(name, office.government, "own", span).count() == 1
    assert {one.records for one in figure.values()} >= {1}


@pytest.mark.parametrize(("register", "key"), OVERLAYS)
def test_values_laid_over_another_row_make_it_count(register: str, key: str) -> None:
    recipe = RECIPES[register]
    example = recipe.examples[key]
    usual = recipe.outcomes[OVER.get(register, recipe.usual)]
    made = usual(SPRING, 1).with_values(**(example.values or {}))
    office = office_of(register)
    [row] = stand(office, register, made)
    assert breached(row) == set()
    span = year(made.values[example.on].year)
    name = f"{register.partition('.')[0]}.{key}"
    assert members(name, office.government, "own", span).count() == 1
