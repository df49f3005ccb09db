"""The plan of the year for tests; see :mod:`fazhi.workstreams.office`."""

from fazhi.workstreams.office import Desk, Office, breached, clock, due, has_clock
from fazhi.workstreams.plan.examples import RECIPES
from fazhi.workstreams.plan.registers import TASK

__all__ = [
    "DESK",
    "Office",
    "breached",
    "clock",
    "due",
    "enter",
    "go",
    "has_clock",
    "hold",
    "stand",
    "stand_all",
]

DESK = Desk(TASK, RECIPES)
enter, stand, stand_all, go, hold = DESK.enter, DESK.stand, DESK.stand_all, DESK.go, DESK.hold
