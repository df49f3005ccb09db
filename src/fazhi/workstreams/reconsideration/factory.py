"""Reconsideration for tests; see :mod:`fazhi.workstreams.office`."""

from datetime import date
from typing import Any

from fazhi.engine.models import RecordModel
from fazhi.organs.role import Role
from fazhi.workstreams.office import Desk, Office, breached, clock, due, has_clock
from fazhi.workstreams.reconsideration.examples import RECIPES
from fazhi.workstreams.reconsideration.registers import CASE

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
    "receive",
    "stand",
    "stand_all",
]

DESK = Desk(CASE, RECIPES)
enter, stand, stand_all, go, hold = DESK.enter, DESK.stand, DESK.stand_all, DESK.go, DESK.hold


def receive(office: Office, on: date, **values: Any) -> RecordModel:
    """An application entered on the day it was received."""
    given = {"received_on": on, "applicant": "张三", "respondent": office.bureau, **values}
    return enter(office, on, actor=office.people[Role.HANDLER], **given)
