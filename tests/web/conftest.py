"""An office with its officials, each signed in; the permit of an invented law beside reconsideration."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from fazhi.engine import registry as declared
from fazhi.engine.actor import Actor
from fazhi.engine.models import RecordModel
from fazhi.engine.moves import Given, make_move
from fazhi.engine.records import open_record
from fazhi.organs.models import Account, Axis, Below, Grant, Kind, Level, Organ, Person, Role
from fazhi.workstreams.reconsideration.workstream import RECONSIDERATION
from tests.toy.declaration import PERMITS, TOY
from tests.toy.models import Permit

TODAY = date(2026, 11, 25)
PASSWORD = "shi-li-kou-ling"
PATCHED = (
    "engine.records",
    "engine.facts",
    "engine.moves",
    "engine.evidence",
    "engine.personal",
    "engine.tick",
    "web.office",
)


@pytest.fixture(autouse=True)
def _declared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> Iterator[None]:
    """Today, the file of heads, the papers and the declarations are the test's own."""
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    settings.MEDIA_ROOT = tmp_path / "files"
    for module in PATCHED:
        monkeypatch.setattr(f"fazhi.{module}.today", lambda: TODAY)
    kept = declared.installed()
    declared.install((RECONSIDERATION, TOY))
    yield
    declared._installed = kept


class Town:
    """A government with its bureau, an official in each role, and a client for each of them."""

    def __init__(self, level: Level = Level.COUNTY) -> None:
        place = "示例市" if level == Level.CITY else "示例县"
        self.government = organ("999901", f"{place}人民政府", Kind.GOVERNMENT, "示", level)
        self.bureau = organ(
            "999901/sj", f"{place}市场监督管理局", Kind.DEPARTMENT, f"{place[-1]}市监局", level
        )
        Below.objects.create(high=self.government, low=self.bureau, axis=Axis.TERRITORY, depth=1)
        self.people: dict[str, Person] = {}

    def official(self, name: str, role: Role, at: Organ | None = None, **more: Any) -> Actor:
        person = self.people.get(name) or Person.objects.create(name=name, synthetic=True)
        self.people[name] = person
        Grant.objects.create(person=person, organ=at or self.government, role=role, **more)
        account, new = Account.objects.get_or_create(username=f"u{person.pk}", person=person)
        if new:
            account.set_password(PASSWORD)
            account.save()
        return Actor.of(person)

    def client(self, actor: Actor) -> Client:
        assert actor.person is not None
        client = Client()
        client.force_login(
            Account.objects.get(person=actor.person), "django.contrib.auth.backends.ModelBackend"
        )
        return client


def organ(code: str, name: str, kind: Kind, short: str, level: Level = Level.COUNTY) -> Organ:
    made = Organ.objects.create(code=code, name=name, short_name=short, kind=kind, level=level)
    for axis in Axis:
        Below.objects.create(high=made, low=made, axis=axis, depth=0)
    return made


@pytest.fixture
def town(db: None) -> Town:
    return Town()


@pytest.fixture
def handler(town: Town) -> Actor:
    return town.official("李四", Role.HANDLER)


@pytest.fixture
def head(town: Town) -> Actor:
    return town.official("王五", Role.HEAD)


Opened = Callable[..., Permit]


@pytest.fixture
def permit(town: Town, handler: Actor) -> Opened:
    """Enter a permit received on a day."""

    def enter(received_on: date, **values: Any) -> Permit:
        row = open_record(
            PERMITS,
            organ=town.government,
            values={"applicant": "张三", "received_on": received_on, **values},
            actor=handler,
            on=received_on,
            handler=handler.person,
            synthetic=True,
        )
        assert isinstance(row, Permit)
        return row

    return enter


def go(row: RecordModel, key: str, actor: Actor, on: date, **given: Any) -> None:
    """Make a move of a permit with the version the row now has; the row is read again after."""
    row.record.refresh_from_db()
    make_move(PERMITS, row.pk, key, actor=actor, on=on, version=row.record.version, given=Given(**given))
    row.refresh_from_db()


def url(row: RecordModel, *more: str) -> str:
    return "/".join((f"/r/toy.permit/{row.pk}", *more))


def text(response: Any) -> str:
    """The page as sent."""
    return str(response.content.decode())
