"""Litigation for tests; see :mod:`fazhi.workstreams.office`."""

from fazhi.workstreams.litigation.examples import RECIPES
from fazhi.workstreams.litigation.registers import LAWSUIT
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

DESK = Desk(LAWSUIT, RECIPES)
enter, stand, stand_all, go, hold = DESK.enter, DESK.stand, DESK.stand_all, DESK.go, DESK.hold
