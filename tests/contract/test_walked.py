"""Over every register: a move that changes the step leaves its day, so that a file tells the step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fazhi.engine.past import Course, turns
from fazhi.engine.register import Register
from fazhi.workstreams.all import WORKSTREAMS

REGISTERS = [register for workstream in WORKSTREAMS for register in workstream.registers]


@pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.key)
def test_a_move_that_changes_the_step_leaves_a_date_or_a_standstill(register: Register) -> None:
    undated = [
        move.key
        for move in register.procedure.moves
        if turns(move) and not (move.sets or move.opens or move.closes)
    ]
    assert undated == []


@pytest.mark.parametrize(
    ("key", "dates", "step"),
    [
        ("legislation.bill", ("drafted_on", "reviewed_on", "returned_on"), "drafted"),
        ("legislation.rule", ("drafted_on", "submitted_on", "deferred_on", "resumed_on"), "submitted"),
        ("plan.report", ("notified_on", "drafted_on", "returned_on"), "collecting"),
    ],
)
def test_what_was_returned_or_resumed_stands_there_again(key: str, dates: tuple[str, ...], step: str) -> None:
    register = next(one for one in REGISTERS if one.key == key)
    day = date(2025, 3, 3)
    values = {name: day + timedelta(7 * at) for at, name in enumerate(dates)}
    law = {"law_on": day}
    assert Course(register).step({**values, **law}, (), day) == (step, values[dates[-1]])
    before = {name: value for name, value in values.items() if name != dates[-1]}
    assert Course(register).step({**before, **law}, (), day)[0] != step
