"""A county with a bureau, officials in their roles, and the permit declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fazhi.engine import registry as declared
from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.models import Event, RecordModel
from fazhi.engine.moves import Given, make_move
from fazhi.engine.records import open_record
from fazhi.organs.models import Axis, Below, Grant, Kind, Level, Organ, Person, Role
from fazhi.workstreams.all import WORKSTREAMS
from tests.toy.declaration import OPINIONS, PERMITS, TOY
from tests.toy.models import Opinion, Permit, Weight

TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def _declared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> Iterator[None]:
    """The permit stands beside the real lines of work; today and the file of heads are the test's own."""
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    for module in ("records", "facts", "moves", "evidence", "personal", "tick"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: TODAY)
    kept = declared.installed()
    declared.install((*WORKSTREAMS, TOY))
    yield
    declared._installed = kept


@dataclass(frozen=True)
class County:
    """A county government with its bureau, and an official in each role."""

    government: Organ
    bureau: Organ
    handler: Actor
    head: Actor
    body_head: Actor
    clerk_of_bureau: Actor


def official(name: str, organ: Organ, role: Role, **more: Any) -> Actor:
    person = Person.objects.create(name=name, synthetic=True)
    Grant.objects.create(person=person, organ=organ, role=role, **more)
    return Actor.of(person)


@pytest.fixture
def county(db: None) -> County:
    government = Organ.objects.create(
        code="999901", name="示例县人民政府", short_name="示", kind=Kind.GOVERNMENT, level=Level.COUNTY
    )
    bureau = Organ.objects.create(
        code="999901/sj",
        name="示例县市场监督管理局",
        short_name="县市监局",
        kind=Kind.DEPARTMENT,
        level=Level.COUNTY,
    )
    for axis in Axis:
        for organ in (government, bureau):
            Below.objects.create(high=organ, low=organ, axis=axis, depth=0)
    Below.objects.create(high=government, low=bureau, axis=Axis.TERRITORY, depth=1)
    return County(
        government,
        bureau,
        official("李四", government, Role.HANDLER),
        official("王五", government, Role.HEAD),
        official("赵六", government, Role.BODY_HEAD),
        official("钱七", bureau, Role.LIAISON),
    )


Opened = Callable[..., Permit]


@pytest.fixture
def permit(county: County) -> Opened:
    """Enter a permit received on a day."""

    def enter(received_on: date, **values: Any) -> Permit:
        row = open_record(
            PERMITS,
            organ=county.government,
            values={"applicant": "张三", "received_on": received_on, **values},
            actor=county.handler,
            on=received_on,
            synthetic=True,
        )
        assert isinstance(row, Permit)
        return row

    return enter


def move(row: RecordModel, key: str, actor: Actor, on: date, **given: Any) -> Event:
    """Make a move with the version the row now has; the row is read again after."""
    hub = row.record
    hub.refresh_from_db()
    event = make_move(PERMITS, row.pk, key, actor=actor, on=on, version=hub.version, given=Given(**given))
    row.refresh_from_db()
    hub.refresh_from_db()
    return event


@pytest.fixture
def accepted(permit: Opened, county: County) -> Opened:
    """A permit accepted on a day, light unless told otherwise."""

    def enter(on: date, weight: Weight = Weight.LIGHT, **values: Any) -> Permit:
        row = permit(on, weight=weight, **values)
        move(row, "accept", county.handler, on)
        return row

    return enter


def opinion(county: County, issued_on: date) -> Opinion:
    row = open_record(
        OPINIONS, organ=county.government, values={"issued_on": issued_on}, actor=SYSTEM, on=issued_on
    )
    assert isinstance(row, Opinion)
    return row
