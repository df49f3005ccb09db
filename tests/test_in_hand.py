"""The cases in hand of a demonstration: lawful, loaded once, whatever day it is shown on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Count

from fazhi.engine import actor
from fazhi.engine.models import Breach, Obligation, Record
from fazhi.engine.registry import installed
from fazhi.organs.models import Kind, Level, Organ, Person
from fazhi.organs.tree import add_organ
from fazhi.samples.in_hand import load_in_hand
from fazhi.workstreams.all import RECIPES

pytestmark = pytest.mark.django_db


@pytest.fixture
def county(settings: Any, tmp_path: Path) -> Organ:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    with transaction.atomic():
        government = add_organ("999901", "示例县人民政府", kind=Kind.GOVERNMENT, level=Level.COUNTY)
        add_organ(
            "999901/sj", "示例县市场监督管理局", kind=Kind.DEPARTMENT, level=Level.COUNTY, parent=government
        )
    return government


@pytest.mark.parametrize("day", [date(2025, 2, 5), date(2025, 10, 9), date(2026, 3, 1), date(2026, 11, 25)])
def test_cases_in_hand_break_no_rule_on_any_day(
    day: date, county: Organ, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("bulk", "records"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: day)
    handler = Person.objects.create(name="张三", synthetic=True)
    loaded = load_in_hand(county, handler, day, installed(), RECIPES)
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
