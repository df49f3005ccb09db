"""The ledger and chart: a light for each task under the unit that answers, from the records alone."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.engine.actor import Actor
from fazhi.organs.models import Kind, Role
from tests.web.conftest import Opened, Town, go, organ, text

pytestmark = pytest.mark.django_db
CHART = "/r/toy.permit/ledger"
DAY = date(2026, 11, 20)


def lights(page: str) -> list[str]:
    """What each light says aloud."""
    return re.findall(r'<td><a href="[^"]+" aria-label="[^"]*，([^"]+)"', page)


def test_each_record_has_its_light_under_its_unit(town: Town, handler: Actor, permit: Opened) -> None:
    other = organ("999901/sf", "示例县司法局", Kind.DEPARTMENT, "县司法局")
    permit(date(2026, 11, 2), respondent=town.bureau)
    row = permit(DAY, respondent=other)
    go(row, "accept", handler, DAY)
    page = text(town.client(handler).get(CHART))
    assert re.findall(r'<th scope="col">([^<]+)</th>', page) == ["许可", "县司法局", "县市监局"]
    assert lights(page) == ["县司法局：在办", "县市监局：逾期"]
    assert f'href="/r/toy.permit/{row.pk}"' in page


def test_each_unit_has_its_sum_of_what_is_done(town: Town, handler: Actor, permit: Opened) -> None:
    other = organ("999901/sf", "示例县司法局", Kind.DEPARTMENT, "县司法局")
    row = permit(DAY, respondent=other)
    go(row, "accept", handler, DAY)
    permit(DAY, respondent=town.bureau)
    done = permit(DAY, respondent=town.bureau, weight="light")
    go(done, "dispense", handler, DAY)
    page = text(town.client(handler).get(CHART))
    foot = page.partition("<tfoot>")[2].partition("</tfoot>")[0]
    assert re.findall(r"<td[^>]*>([^<]+)</td>", foot) == ["0/1", "1/2", "1/3"]


def test_a_record_without_a_unit_stands_under_its_own_organ(
    town: Town, handler: Actor, permit: Opened
) -> None:
    permit(date(2026, 11, 25))
    assert [said.split("：")[0] for said in lights(text(town.client(handler).get(CHART)))] == ["示"]


def test_the_list_leads_to_the_chart_and_the_chart_back(town: Town, handler: Actor, permit: Opened) -> None:
    client = town.client(handler)
    assert f'href="{CHART}"' in text(client.get("/r/toy.permit"))
    assert "还没有许可" in text(client.get(CHART))
    permit(DAY)
    assert 'href="/r/toy.permit"' in text(client.get(CHART))
    assert lights(text(client.get(f"{CHART}?step=closed"))) == []


def test_a_register_without_a_unit_or_a_day_has_no_chart(town: Town, handler: Actor) -> None:
    client = town.client(handler)
    assert client.get("/r/toy.opinion/ledger").status_code == 404
    assert client.get("/r/nothing/ledger").status_code == 404
    assert "/ledger" not in text(client.get("/r/toy.opinion"))


def test_the_chart_shows_only_what_may_be_seen(town: Town, permit: Opened) -> None:
    permit(DAY, applicant="周某")
    stranger = town.official("钱七", Role.LIAISON, town.bureau)
    assert "周某" not in text(town.client(stranger).get(CHART))


def test_the_chart_costs_as_many_queries_whatever_rows_and_units(
    town: Town, handler: Actor, permit: Opened
) -> None:
    client = town.client(handler)
    client.get(CHART)

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(CHART).status_code == 200
        return len(seen)

    permit(DAY, respondent=town.bureau)
    few = queries()
    for number in range(12):
        unit = organ(f"999901/x{number}", f"示例单位{number}", Kind.DEPARTMENT, "")
        permit(DAY, respondent=unit)
    assert queries() == few <= 15
