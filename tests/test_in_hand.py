"""The cases in hand of a demonstration: lawful, loaded once, whatever day it is shown on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Count

from fazhi.engine import actor
from fazhi.engine.access import every_row
from fazhi.engine.models import Breach, Obligation, Record
from fazhi.engine.registry import installed
from fazhi.organs.models import Kind, Level, Organ, Person
from fazhi.organs.tree import add_organ
from fazhi.samples.in_hand import load_in_hand
from fazhi.workstreams.all import RECIPES

pytestmark = pytest.mark.django_db
DAYS = (date(2025, 2, 5), date(2025, 10, 9), date(2026, 3, 1), date(2026, 11, 25))


def government(place: str, level: Level, code: str = "999901", parent: Organ | None = None) -> Organ:
    """A government with one department."""
    made = add_organ(code, f"{place}人民政府", kind=Kind.GOVERNMENT, level=level, parent=parent)
    bureau = f"{place}市场监督管理局"
    add_organ(f"{code}/sj", bureau, kind=Kind.DEPARTMENT, level=level, parent=made)
    return made


@pytest.fixture
def county(settings: Any, tmp_path: Path) -> Organ:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    with transaction.atomic():
        return government("示例县", Level.COUNTY)


@pytest.fixture
def city(settings: Any, tmp_path: Path) -> Organ:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    with transaction.atomic():
        made = government("示例市", Level.CITY, "999900")
        government("示例县", Level.COUNTY, "999901", made)
        return made


def load_on(day: date, organ: Organ, handler: Person, monkeypatch: pytest.MonkeyPatch) -> int:
    for module in ("bulk", "facts", "records"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: day)
    return load_in_hand(organ, handler, day, installed(), RECIPES)


@pytest.mark.parametrize("day", DAYS)
def test_a_city_has_rules_in_hand_and_a_county_has_none(
    day: date, city: Organ, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler = Person.objects.create(name="张三", synthetic=True)
    load_on(day, city, handler, monkeypatch)
    rules = every_row(installed().registers["legislation.rule"])
    assert dict(rules.values_list("subject", "step")) == {
        "示例市停车场管理办法": "drafting",
        "示例市城市照明管理办法": "submitted",
        "示例市户外广告管理办法": "published",
    }
    assert set(rules.values_list("organ_id", flat=True)) == {city.pk}
    assert not Breach.objects.exists()
    open_clocks = Obligation.objects.filter(register="legislation.rule", met_on__isnull=True, watch=False)
    assert {one.deadline for one in open_clocks} >= {"file", "file_congress"}
    assert not open_clocks.filter(due_on__lt=day).exists()
    below = Organ.objects.get(code="999901")
    load_on(day, below, handler, monkeypatch)
    assert rules.count() == 3


@pytest.mark.parametrize("day", DAYS)
def test_cases_in_hand_break_no_rule_on_any_day(
    day: date, county: Organ, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler = Person.objects.create(name="张三", synthetic=True)
    loaded = load_on(day, county, handler, monkeypatch)
    assert loaded == Record.objects.filter(synthetic=True, handler=handler).count() > 5
    assert not Breach.objects.exists()
    open_clocks = Obligation.objects.filter(met_on__isnull=True, watch=False)
    late = open_clocks.filter(due_on__lt=day)
    assert open_clocks.filter(paused=True).exists()
    assert open_clocks.filter(due_on__gte=day).exists()
    lines = late.values_list("register").annotate(count=Count("pk"))
    assert all(count <= 2 for _, count in lines), "a demonstration shows one or two late clocks a register"
    assert load_in_hand(county, handler, day, installed(), RECIPES) == 0


def test_today_is_the_day_in_shanghai() -> None:
    assert actor.today() == actor.now().date()
