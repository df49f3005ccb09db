"""Every time limit of leadership: its last lawful day and the day after."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from fazhi.engine.recipe import Made
from fazhi.engine.registry import installed
from fazhi.workstreams.leadership.factory import Office, clock, stand

D17, D25 = date(2017, 3, 1), date(2025, 3, 3)
END17, END25 = date(2017, 12, 29), date(2025, 12, 31)
LIMITS = [
    ("deliver", {"person": "赵某", "listed_on": D17, "due_on": END17}, "delivered_on", END17),
    ("deliver", {"person": "赵某", "listed_on": D25, "due_on": END25}, "delivered_on", END25),
    (
        "rectify",
        {"person": "赵某", "listed_on": D17, "due_on": END17, "rectify_by_on": END17},
        "closed_on",
        END17,
    ),
    (
        "rectify",
        {"person": "赵某", "listed_on": D25, "due_on": END25, "rectify_by_on": END25},
        "closed_on",
        END25,
    ),
]


@pytest.mark.parametrize(("deadline", "facts", "act", "due"), LIMITS)
@pytest.mark.parametrize("shift", [0, 1])
def test_an_act_is_in_time_on_its_last_day_and_late_the_day_after(
    office: Office, deadline: str, facts: dict[str, Any], act: str, due: date, shift: int
) -> None:
    made = Made({**facts, act: due + timedelta(shift)})
    running = clock(stand(office, made, installed().registers["leadership.law_report"]), deadline)
    assert running.due_on == due
    assert running.met_on is not None
    assert (running.met_on > due) is bool(shift)
