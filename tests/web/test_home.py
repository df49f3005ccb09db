"""The page of a day, and what the first request of a day settles."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.engine.actor import Actor
from fazhi.engine.models import Tick
from fazhi.organs.models import Role
from tests.web.conftest import TODAY, Opened, Town, go, text, url

pytestmark = pytest.mark.django_db


def test_work_list_says_what_is_due_and_why(town: Town, handler: Actor, permit: Opened) -> None:
    row = permit(date(2026, 11, 20))
    page = text(town.client(handler).get("/"))
    assert url(row) in page
    assert "收到日期 11月20日；5个工作日，11月27日届满" in page
    assert "《示例许可法》第一条" in page
    assert "剩 2 天" in page


def test_first_request_of_a_day_settles_what_the_law_makes_of_silence(
    town: Town, handler: Actor, permit: Opened
) -> None:
    row = permit(date(2026, 11, 10))
    page = text(town.client(handler).get(url(row)))
    assert Tick.objects.filter(ran_on=TODAY).exists()
    row.refresh_from_db()
    assert (row.step, row.accepted_on) == ("open", date(2026, 11, 17))
    assert "is-law" in page
    assert "依法" in page


def test_others_work_is_listed_on_demand(town: Town, handler: Actor, permit: Opened) -> None:
    row = permit(date(2026, 11, 20))
    colleague = town.client(town.official("冯二", Role.HANDLER))
    assert url(row) not in text(colleague.get("/"))
    assert url(row) in text(colleague.get("/?of=all&all=1"))


def test_who_handles_nothing_is_told_what_others_have_in_hand(town: Town, permit: Opened) -> None:
    coordinator = town.client(town.official("钱七", Role.COORDINATOR))
    assert "查看范围内在办" not in text(coordinator.get("/"))
    permit(date(2026, 11, 20))
    permit(date(2026, 11, 10))
    page = text(coordinator.get("/"))
    assert "这里只列您承办的。查看范围内在办 2 件" in page


def test_administrator_without_business_has_an_empty_list(town: Town, permit: Opened) -> None:
    permit(date(2026, 11, 20))
    page = text(town.client(town.official("周九", Role.SYSTEM_ADMIN)).get("/"))
    assert "没有在办的期限" in page
    assert "/figures" not in page


def test_work_list_costs_as_many_queries_whatever_is_on_it(
    town: Town, handler: Actor, permit: Opened
) -> None:
    client = town.client(handler)
    client.get("/")

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            client.get("/")
        return len(seen)

    permit(date(2026, 11, 20))
    few = queries()
    for _ in range(6):
        go(permit(date(2026, 11, 20)), "accept", handler, date(2026, 11, 23))
    town.official("李四", Role.LIAISON, town.bureau, within=True)
    assert queries() == few <= 15


@pytest.mark.parametrize("place", ["/", "/figures", "/r/toy.permit"])
def test_every_page_has_the_lines_of_work_beside_it(town: Town, handler: Actor, place: str) -> None:
    page = text(town.client(handler).get(place))
    assert page.count('<nav class="side" id="nav"') == 1
    assert "行政复议</a>" in page.partition('id="nav"')[2].partition("</nav>")[0]
