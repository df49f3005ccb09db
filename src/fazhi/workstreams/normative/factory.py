"""Normative documents for tests; see :mod:`fazhi.workstreams.office`."""

from fazhi.workstreams.normative.examples import RECIPES
from fazhi.workstreams.normative.registers import DOCUMENT
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

DESK = Desk(DOCUMENT, RECIPES)
enter, stand, stand_all, go, hold = DESK.enter, DESK.stand, DESK.stand_all, DESK.go, DESK.hold
