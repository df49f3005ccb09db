"""The ledger and chart in the browser, wide and light, on a phone and dark: no barrier."""

from __future__ import annotations

import pytest

from fazhi.engine import registry as declared
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import load
from fazhi.engine.registry import installed
from fazhi.organs.models import Role
from fazhi.workstreams.all import RECIPES, WORKSTREAMS
from tests.e2e.conftest import Desk
from tests.web.conftest import TODAY, Town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _every(_declared: None) -> None:
    """All lines of work, as the site declares them."""
    declared.install(WORKSTREAMS)


@pytest.mark.fonts
@pytest.mark.parametrize(("phone", "dark"), [(False, False), (True, True)])
def test_the_chart_has_no_barrier(town: Town, desk: Desk, *, phone: bool, dark: bool) -> None:

    register = installed().registers["plan.task"]
    made = RECIPES["plan.task"].in_hand(TODAY)
    units = (town.government.pk, town.bureau.pk)
    rows = [one.as_row(units[0], TODAY, lead_unit=units[at % 2]) for at, one in enumerate(made)]
    load(register, rows, actor=SYSTEM, synthetic=True)
    handler = town.official("李四", Role.HANDLER)
    desk.dress(phone=phone, dark=dark)
    desk.sign_in(handler)
    desk.open("/r/plan.task/ledger")
    desk.picture(f"ledger-{'phone' if phone else 'wide'}-{'dark' if dark else 'light'}")
    assert desk.barriers() == []
