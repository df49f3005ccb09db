"""营商环境·公平竞争 for tests; see :mod:`fazhi.workstreams.office`."""

from fazhi.workstreams.business.examples import RECIPES
from fazhi.workstreams.business.registers import REVIEW
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

DESK = Desk(REVIEW, RECIPES)
enter, stand, stand_all, go, hold = DESK.enter, DESK.stand, DESK.stand_all, DESK.go, DESK.hold
