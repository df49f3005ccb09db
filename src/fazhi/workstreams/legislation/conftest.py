"""Rules are made by a city: the office of these tests is one."""

from __future__ import annotations

import pytest

from fazhi.organs.models import Level
from fazhi.workstreams.office import Office, make_office


@pytest.fixture
def office(db: None) -> Office:
    return make_office(Level.CITY)
