"""For tests of any line of work: an office with its people, and records brought to where a test begins.

Every date is an argument; nothing asks for today.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.engine.access import rights_of, visible_to
from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.evidence import add_evidence
from fazhi.engine.gates import move_roles
from fazhi.engine.models import Breach, Event, Obligation, RecordModel
from fazhi.engine.moves import Given, make_move
from fazhi.engine.recipe import Made, Recipe
from fazhi.engine.records import Parts, open_record
from fazhi.engine.register import Register
from fazhi.organs.models import Axis, Below, Grant, Kind, Level, Organ, Person
from fazhi.organs.role import Role

ROLES = (Role.HANDLER, Role.REVIEWER, Role.COORDINATOR, Role.BODY_HEAD, Role.HEAD)


@dataclass(frozen=True)
class Office:
    """A government, a bureau below it, and an official in each role."""

    government: Organ
    bureau: Organ
    people: Mapping[Role, Actor]

    def actor(self, register: Register, key: str, law_day: date) -> Actor:
        """Somebody who may make the move: of the office where its role is held there, else of the bureau."""
        who = move_roles(register, register.procedure.move(key), law_day)
        return next((self.people[role] for role in who if role in self.people), self.people[Role.PARTY])


def make_office(level: Level = Level.COUNTY) -> Office:
    place = "示例市" if level == Level.CITY else "示例县"
    government = organ("999901", f"{place}人民政府", Kind.GOVERNMENT, level, short="示")
    bureau = organ("999901/sj", f"{place}市场监督管理局", Kind.DEPARTMENT, level, short=f"{place[-1]}市监局")
    Below.objects.create(high=government, low=bureau, axis=Axis.TERRITORY, depth=1)
    people = {role: official(f"{role.label}张三", government, role) for role in ROLES}
    people[Role.PARTY] = official("经办人李四", bureau, Role.LIAISON)
    return Office(government, bureau, people)


def organ(code: str, name: str, kind: Kind, level: Level = Level.COUNTY, *, short: str) -> Organ:
    made = Organ.objects.create(code=code, name=name, short_name=short, kind=kind, level=level)
    for axis in Axis:
        Below.objects.create(high=made, low=made, axis=axis, depth=0)
    return made


def official(name: str, at: Organ, role: Role) -> Actor:
    person = Person.objects.create(name=name, synthetic=True)
    Grant.objects.create(person=person, organ=at, role=role)
    return Actor.of(person)


@dataclass(frozen=True)
class Desk:
    """What tests of one line of work do with its records; ``register`` is meant where none is named."""

    register: Register
    recipes: Mapping[str, Recipe]

    def enter(
        self,
        office: Office,
        on: date,
        register: Register | None = None,
        actor: Actor = SYSTEM,
        **values: Any,
    ) -> RecordModel:
        """A record, entered."""
        return open_record(
            register or self.register,
            organ=office.government,
            values=values,
            actor=actor,
            on=on,
            synthetic=True,
        )

    def stand(self, office: Office, made: Made, register: Register | None = None) -> RecordModel:
        """The facts of a row as they are, loaded, measured and with their clocks."""
        return self.stand_all(office, [made], register)[0]

    def stand_all(
        self, office: Office, mades: Iterable[Made], register: Register | None = None
    ) -> list[RecordModel]:
        """Many rows at once, in their order."""
        register = register or self.register
        facts = [self.fact(office, made, register) for made in mades]
        loaded = load(register, facts, actor=SYSTEM, synthetic=True)
        seen = visible_to(rights_of(office.people[Role.HANDLER].person, facts[0].on), register)
        rows = seen.select_related("record", "organ").in_bulk(list(loaded.pks()))
        return [rows[pk] for pk in loaded.pks()]

    def fact(self, office: Office, made: Made, register: Register) -> BulkRow:
        """The row as it is loaded, entered on its first day, with the bureau as the other organ."""
        values = {name: value for name, value in made.values.items() if value is not None}
        first = min(value for value in values.values() if isinstance(value, date))
        other = [name for name in self.recipes[register.key].organs if name not in made.values]
        row = Made(values, made.parts, made.pauses, made.extensions)
        return row.as_row(office.government.pk, first, **dict.fromkeys(other, office.bureau.pk))

    def go(
        self,
        office: Office,
        row: RecordModel,
        key: str,
        on: date,
        *,
        register: Register | None = None,
        actor: Actor | None = None,
        parts: Parts | None = None,
        held: bool = True,
        ground: str = "",
        days: int | None = None,
        **values: Any,
    ) -> Event:
        """Make a move with the version the row now has and the papers it asks for; the row is read again.

        ``ground`` belongs to a pause, ``days`` to an extension; other words are columns that come with the
        move.
        """
        register = register or self.register
        for paper in register.procedure.move(key).evidence if held else ():
            self.hold(row, paper, on, register)
        row.record.refresh_from_db()
        event = make_move(
            register,
            row.pk,
            key,
            actor=actor or office.actor(register, key, row.law_on or on),
            on=on,
            version=row.record.version,
            given=Given(values, parts or {}, ground, days),
        )
        row.refresh_from_db()
        return event

    def hold(self, row: RecordModel, paper: str, on: date, register: Register | None = None) -> None:
        """The record holds that paper."""
        row.record.refresh_from_db()
        add_evidence(
            register or self.register,
            row.pk,
            actor=SYSTEM,
            version=row.record.version,
            name=paper,
            effective_on=on,
            received_on=on,
        )


def clock(row: RecordModel, deadline: str) -> Obligation:
    return Obligation.objects.get(record=row.pk, deadline=deadline)


def due(row: RecordModel, deadline: str) -> date | None:
    """The due day of a clock of the record."""
    return clock(row, deadline).due_on


def has_clock(row: RecordModel, deadline: str) -> bool:
    return Obligation.objects.filter(record=row.pk, deadline=deadline).exists()


def breached(row: RecordModel) -> set[str]:
    """The keys of the gates that acts of the past broke."""
    return set(Breach.objects.filter(record=row.pk).values_list("gate", flat=True))
