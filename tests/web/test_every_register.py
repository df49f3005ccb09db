"""Every declared register has its pages: list, entry, a record of each outcome, forms of its moves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.engine import registry as declared
from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.bulk import load
from fazhi.engine.recipe import Made
from fazhi.engine.register import Register
from fazhi.organs.models import Role
from fazhi.workstreams.all import RECIPES, WORKSTREAMS
from tests.web.conftest import Town, text

pytestmark = pytest.mark.django_db
REGISTERS = [register for workstream in WORKSTREAMS for register in workstream.registers]
DAY = date(2025, 3, 3)


@pytest.fixture(autouse=True)
def _every(_declared: None) -> None:
    """All lines of work, as the site declares them."""
    declared.install(WORKSTREAMS)


@pytest.fixture
def handler(town: Town) -> Actor:
    for role in (Role.HANDLER, Role.BODY_HEAD, Role.HEAD):
        actor = town.official("李四", role, personal=True)
    return actor


def rows(town: Town, register: Register) -> list[int]:
    """One record of each outcome of the register's recipe."""
    recipe = RECIPES[register.key]
    outcomes: dict[str, Any] = dict(recipe.outcomes) or {"": recipe.examples}
    made = []
    for at, make in enumerate(outcomes.values()):
        try:
            given: Made = make(DAY, at + 1)
        except Exception:  # noqa: BLE001, S112 - an outcome of another edition
            continue
        values = {name: value for name, value in given.values.items() if value is not None}
        first = min((one for one in values.values() if isinstance(one, date)), default=DAY)
        organs = dict.fromkeys(recipe.organs, town.bureau.pk)
        facts = Made(values, given.parts, given.pauses, given.extensions)
        made.append(facts.as_row(town.government.pk, first, **organs))
    return list(load(register, made, actor=SYSTEM, synthetic=True).pks())


@pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.key)
def test_register_has_its_list_entry_and_records(town: Town, handler: Actor, register: Register) -> None:
    client = town.client(handler)
    place = f"/r/{register.key}"
    client.get(place)
    for path in (place, f"{place}/new", f"/explain/{register.workstream_key}"):
        assert client.get(path).status_code == 200
    opened = set()
    for pk in rows(town, register):
        with CaptureQueriesContext(connection) as seen:
            page = client.get(f"{place}/{pk}")
        assert page.status_code == 200
        assert len(seen) <= 15
        for move in register.procedure.moves:
            if move.key not in opened and f'href="{place}/{pk}/move/{move.key}#form"' in text(page):
                opened.add(move.key)
                assert client.get(f"{place}/{pk}/move/{move.key}").status_code == 200
    assert client.get(f"{place}/{pk}/correct?all=1").status_code == 200
    with CaptureQueriesContext(connection) as seen:
        assert client.get(place).status_code == 200
    assert len(seen) <= 15


@pytest.mark.parametrize("workstream", WORKSTREAMS, ids=lambda one: one.key)
def test_every_kind_of_indicator_has_its_page(town: Town, handler: Actor, workstream: Any) -> None:
    client = town.client(handler)
    for register in workstream.registers:
        rows(town, register)
    assert client.get("/figures?year=2025").status_code == 200
    for indicator in {type(one): one for one in workstream.indicators}.values():
        page = client.get(f"/figures/{workstream.key}.{indicator.key}?year=2025")
        assert page.status_code == 200
        assert indicator.label in text(page)
