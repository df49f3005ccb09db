"""Everything kept around one record, in a fixed number of statements: what its page is made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import BooleanField, Case, DateField, F, IntegerField, Q, TextField, Value, When
from django.db.models.functions import Cast

from fazhi.engine.access import Rights, visible_to
from fazhi.engine.models import (
    Breach,
    Event,
    Evidence,
    Interval,
    Link,
    MadePaper,
    Obligation,
    PartModel,
    Prolongation,
    Record,
    RecordModel,
)
from fazhi.engine.paper_places import short_of
from fazhi.engine.register import PartSpec, Register
from fazhi.engine.registry import installed
from fazhi.engine.values import UNSAID
from fazhi.organs.models import Person
from fazhi.organs.role import VIEWING

EVENTS = 30


class Beside(NamedTuple):
    """A standstill, an extension or a breach: what all three have in common, in one shape.

    For a standstill ``key`` is its pause, ``detail`` its ground; for an extension ``key`` is the deadline and
    ``first`` the day it was granted; for a breach ``key`` is the gate, ``detail`` the article.
    """

    kind: str
    key: str
    detail: str
    label: str
    first: date | None
    last: date | None
    amount: int


@dataclass(frozen=True)
class PartRow:
    """A child row; ``values`` are its columns as text, in the order of the part's columns."""

    model: str
    pk: int
    values: tuple[str, ...]


@dataclass(frozen=True)
class Linked:
    """A record linked with this one; ``seen`` whether the reader may see it."""

    record: Record
    seen: bool


@dataclass(frozen=True)
class Dossier:
    """One record with what stands around it; ``more_events`` where older ones were left out."""

    register: Register
    row: RecordModel
    clocks: tuple[Obligation, ...]
    beside: tuple[Beside, ...]
    parts: tuple[PartRow, ...]
    papers: tuple[Evidence, ...]
    events: tuple[Event, ...]
    more_events: bool
    linked: tuple[Linked, ...]

    def made_by(self, person: Person | None) -> set[str] | None:
        """Keys of the moves the person has made; None where older events were left out."""
        if self.more_events:
            return None
        return {event.kind for event in self.events if person and event.actor_id == person.pk}

    def standing(self, day: date) -> set[str]:
        """Names of the papers that have not expired on the day."""
        return {one.name for one in self.papers if one.expires_on is None or one.expires_on >= day}

    def made_papers(self) -> list[MadePaper]:
        """The case documents among the papers, newest first."""
        return [one.made for one in reversed(self.papers) if hasattr(one, "made")]

    def part_places(self) -> dict[str, str]:
        """What the child rows hold under each placeholder of a part: enough to know what is empty."""
        found = {f"{short_of(spec)}.{name}": "" for spec in self.register.parts for name in spec.columns}
        specs = {spec.model: spec for spec in self.register.parts}
        for row in self.parts:
            spec = specs[row.model]
            for name, value in zip(spec.columns, row.values, strict=True):
                found[f"{short_of(spec)}.{name}"] += value if value and value not in UNSAID else ""
        return found

    def of_kind(self, kind: str) -> tuple[Beside, ...]:
        return tuple(one for one in self.beside if one.kind == kind)


def open_row(rights: Rights, register: Register, pk: int) -> RecordModel | None:
    """The row with its organs and handler, if the person may see it: one query."""
    wanted = ("record", "record__handler", "organ", *register.parties)
    return visible_to(rights, register).select_related(*wanted).filter(pk=pk).first()


def open_dossier(rights: Rights, register: Register, row: RecordModel, *, events: int = EVENTS) -> Dossier:
    """What stands around a row that the person may see: six queries, however much there is.

    :param events: the newest so many are read.
    """
    found = list(Event.objects.filter(record=row.pk).order_by("-pk")[: events + 1])
    return Dossier(
        register,
        row,
        tuple(Obligation.objects.filter(record=row.pk).order_by("started_on", "pk")),
        read_beside(row.pk),
        tuple(read_parts(register.parts, row.pk)),
        tuple(
            Evidence.objects.filter(record=row.pk, withdrawn_on__isnull=True)
            .select_related("made__served")
            .order_by("pk")
        ),
        tuple(found[:events]),
        len(found) > events,
        read_linked(rights, row.pk),
    )


def read_beside(pk: int) -> tuple[Beside, ...]:
    """Standstills, extensions and breaches of the record in one statement."""
    nothing, never = Value("", TextField()), Cast(Value(None), DateField())

    def told(
        model: Any, kind: str, key: str, detail: str, label: Any, first: Any, last: Any, amount: Any
    ) -> Any:
        texts = {"beside_2": Cast(key, TextField()), "beside_3": Cast(detail, TextField())}
        return (
            model.objects.filter(record=pk)
            .annotate(
                beside_1=Value(kind, TextField()), **texts,
                beside_4=label, beside_5=first, beside_6=last, beside_7=amount,
            )
            .values_list(*(f"beside_{at}" for at in range(1, 8)))
        )  # fmt: skip

    none = Value(0, IntegerField())
    rows = told(Interval, "pause", "pause", "ground", nothing, F("first"), F("last"), none).union(
        told(Prolongation, "extension", "deadline", "why", nothing, F("granted_on"), never,
             Cast("amount", IntegerField())),
        told(Breach, "breach", "gate", "article", Cast("label", TextField()), never, never, none),
        all=True,
    )  # fmt: skip
    return tuple(sorted((Beside(*row) for row in rows), key=lambda one: (one.kind, one.first or date.min)))


def read_parts(specs: Iterable[PartSpec], pk: int) -> list[PartRow]:
    """The child rows of every part in one statement, columns as text; in the order that a part declares,
    else as they were entered.
    """
    wanted = list(specs)
    if not wanted:
        return []
    width = max(len(spec.columns) for spec in wanted)
    names = [f"cell_{at}" for at in range(width)]
    queries = [_part_query(spec, pk, names) for spec in wanted]
    rows = reduce(lambda one, other: one.union(other, all=True), queries)
    by_name = {spec.model: len(spec.columns) for spec in wanted}
    found = [PartRow(model, key, tuple(cells[: by_name[model]])) for model, key, *cells in rows]
    places = {spec.model: _places(spec) for spec in wanted}
    return sorted(found, key=lambda row: ([_rank(row.values[at]) for at in places[row.model]], row.pk))


def _places(spec: PartSpec) -> list[int]:
    """Which of the shown columns the part is ordered by."""
    ordering = apps.get_model(spec.model)._meta.ordering
    return [spec.columns.index(name) for name in ordering if name in spec.columns]


def _rank(text: str) -> tuple[int, str]:
    """The tenth paper comes after the ninth."""
    return len(text), text


def _part_query(spec: PartSpec, pk: int, names: list[str]) -> Any:
    model = apps.get_model(spec.model)
    if not issubclass(model, PartModel):
        raise TypeError(f"{spec.model} is not a part")
    cells: dict[str, Any] = {name: Value("", TextField()) for name in names}
    for name, column in zip(names, spec.columns, strict=False):
        cells[name] = Cast(column, TextField())
    rows = model._default_manager.filter(**{model.parent: pk}).order_by()
    told = rows.annotate(part_model=Value(spec.model, TextField()), part_key=F("pk"), **cells)
    return told.values_list("part_model", "part_key", *names)


def read_linked(rights: Rights, pk: int) -> tuple[Linked, ...]:
    """Records linked with this one, either way, each once; with whether the person may see it: one query."""
    seen = rights.organs(VIEWING)
    for register in installed().registers.values():
        if register.parties:
            seen |= Q(register=register.key, pk__in=visible_to(rights, register).order_by().values("pk"))
    there, here = Link.objects.filter(here=pk).values("there"), Link.objects.filter(there=pk).values("here")
    linked = Record.objects.filter(Q(pk__in=there) | Q(pk__in=here))
    flag = Case(When(seen, then=Value(True)), default=Value(False), output_field=BooleanField())
    return tuple(Linked(record, record.is_seen) for record in linked.annotate(is_seen=flag).order_by("pk"))
