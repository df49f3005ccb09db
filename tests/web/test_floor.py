"""What is to be reached in a year (每年不少于): said on the page of the figure."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fazhi.engine import registry as declared
from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.bulk import load
from fazhi.engine.limits import set_local_limit
from fazhi.workstreams.all import WORKSTREAMS
from fazhi.workstreams.leadership.models.meetings import Body, StudyKind
from fazhi.workstreams.leadership.recipe import meeting
from fazhi.workstreams.leadership.registers import MEETING
from tests.web.conftest import Town, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _every(_declared: None) -> None:
    """All lines of work, as the site declares them."""
    declared.install(WORKSTREAMS)


def lectures(town: Town, number: int, day: date) -> None:
    """Executive meetings with a lecture on law."""
    study = {"kind": StudyKind.LECTURE, "topic": "学习行政复议法"}
    rows: list[Any] = [
        meeting(Body.EXECUTIVE, day, n).with_values(name=f"第{n}次").with_part("leadership.Study", study)
        for n in range(1, number + 1)
    ]
    load(MEETING, [row.as_row(town.government.pk, day) for row in rows], actor=SYSTEM, synthetic=True)


def page_of(town: Town, handler: Actor, key: str, year: int) -> str:
    return text(town.client(handler).get(f"/figures/{key}?year={year}"))


@pytest.mark.parametrize(
    ("number", "year", "said"),
    [(1, 2026, "还须1次"), (2, 2026, "已达到规定次数"), (1, 2025, "少1次"), (1, 2019, "")],
)
def test_lectures_of_the_year_are_held_against_the_outline(
    town: Town, handler: Actor, number: int, year: int, said: str
) -> None:
    """《纲要》：政府领导班子法治专题讲座每年不少于两期；2021年以前没有这一规定。"""
    lectures(town, number, date(year, 3, 3))
    page = page_of(town, handler, "leadership.lectures", year)
    assert said in page
    assert ("每年不少于2次" in page) == bool(said)


def test_what_a_place_has_set_stands_in_place_of_the_default(town: Town, handler: Actor) -> None:
    assert "还须2次" in page_of(town, handler, "leadership.heard_meetings", 2026)
    set_local_limit(town.government, "AR-T10", 3, "示例省考评办法", SYSTEM)
    page = page_of(town, handler, "leadership.heard_meetings", 2026)
    assert "还须3次" in page
    assert "本地设定：每年不少于3次" in page
