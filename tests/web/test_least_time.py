"""A least time (公开征求意见不少于三十日): its own word on every page, and nobody is late by it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fazhi.engine import registry as declared
from fazhi.engine.access import rights_of
from fazhi.engine.actor import Actor
from fazhi.engine.models import RecordModel
from fazhi.engine.records import open_record
from fazhi.engine.worklist import red_lights, worklist
from fazhi.workstreams.all import WORKSTREAMS
from fazhi.workstreams.business.beside import POLICY
from tests.web.conftest import TODAY, Town, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _every(_declared: None) -> None:
    """All lines of work, as the site declares them."""
    declared.install(WORKSTREAMS)


def consulted(town: Town, handler: Actor, begun: date, closed: date | None = None) -> RecordModel:
    """A policy whose draft is open for comments since that day."""
    dates: dict[str, Any] = {"drafted_on": begun, "comment_begun_on": begun, "comment_closed_on": closed}
    values = {"name": "惠企措施", **{name: day for name, day in dates.items() if day}}
    return open_record(
        POLICY,
        organ=town.government,
        values=values,
        actor=handler,
        on=begun,
        handler=handler.person,
        synthetic=True,
    )


def test_comments_open_longer_than_thirty_days_are_not_late(town: Town, handler: Actor) -> None:
    row = consulted(town, handler, date(2026, 9, 1), date(2026, 10, 30))
    page = text(town.client(handler).get(f"/r/business.policy/{row.pk}"))
    assert "期满后" in page
    assert "最短时间" in page
    assert "不少于30日" in page
    assert "期满以后办理的，不是逾期" in page
    assert "天办结" not in page
    assert "外部期限" not in page


@pytest.mark.parametrize(
    ("begun", "left"), [(date(2026, 11, 10), "还须 15 天"), (date(2026, 10, 20), "已满 6 天")]
)
def test_the_work_list_says_how_long_comments_must_stay_open(
    town: Town, handler: Actor, begun: date, left: str
) -> None:
    consulted(town, handler, begun)
    page = text(town.client(handler).get("/"))
    assert "最短时间" in page
    assert left in page
    assert "不少于30日" in page
    rights = rights_of(handler.person, TODAY)
    assert [group.key for group in worklist(rights, mine=True)] == ["least"]
    assert worklist(rights) == ()
    assert red_lights(rights) == ()


def test_the_rules_of_the_site_call_it_a_least_time(town: Town, handler: Actor) -> None:
    page = text(town.client(handler).get("/explain/business"))
    assert "最短时间" in page
