"""Legislation for tests; see :mod:`fazhi.workstreams.office`."""

from fazhi.workstreams.legislation.examples import RECIPES
from fazhi.workstreams.legislation.registers import RULE
from fazhi.workstreams.office import Desk, Office, breached, clock, due, has_clock

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

DESK = Desk(RULE, RECIPES)
enter, stand, stand_all, go, hold = DESK.enter, DESK.stand, DESK.stand_all, DESK.go, DESK.hold
