"""Major decisions for tests; see :mod:`fazhi.workstreams.office`."""

from datetime import date
from typing import Any

from fazhi.engine.models import RecordModel
from fazhi.organs.role import Role
from fazhi.workstreams.decisions.examples import RECIPES
from fazhi.workstreams.decisions.registers import DECISION
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
    "propose",
    "stand",
    "stand_all",
]

DESK = Desk(DECISION, RECIPES)
enter, stand, stand_all, go, hold = DESK.enter, DESK.stand, DESK.stand_all, DESK.go, DESK.hold


def propose(office: Office, on: date, **values: Any) -> RecordModel:
    """An item entered by the handler on the day it was proposed."""
    actor = office.people[Role.HANDLER]
    return enter(office, on, actor=actor, **{"proposed_on": on, "name": "示例办法", **values})
