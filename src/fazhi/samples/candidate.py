"""Kinds of rows that a recipe can make, each with the days on which it counts in the same figures.

A kind is a way of making a row, together with how its dates lie to the periods of the figures: all inside the
year, begun the year before, ended the year after. Which figures it counts in is asked of the database, on a
row saved for the purpose and taken back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model, Q

from fazhi.engine import bulk
from fazhi.engine.actor import SYSTEM, today
from fazhi.engine.condition import Part, columns_in
from fazhi.engine.figures.kinds import Share
from fazhi.engine.figures.measure import Flow, Measure
from fazhi.engine.figures.span import Span
from fazhi.engine.models import Breach, Obligation
from fazhi.engine.recipe import Example, Made, Make, Recipe
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register

BEFORE = 400
"""Days before the first period on which a row may begin that counts in it."""

TRIED = 160
"""Days tried for each way of making a row."""

Signature = tuple[int, ...]


@dataclass(frozen=True)
class Way:
    """A way of making a row; ``rank`` puts the usual one first."""

    label: str
    make: Make
    rank: int


@dataclass(frozen=True)
class RowKind:
    """A way of making a row, and the days on which its dates lie alike to every period."""

    way: Way
    days: tuple[date, ...]
    inside: bool
    counts: frozenset[Measure] = frozenset()

    def day(self, at: int, of: int) -> date:
        """The day of row ``at`` of ``of``: the rows are spread over the days evenly."""
        return self.days[at * len(self.days) // of]


@dataclass(frozen=True, slots=True)
class Planned:
    """One row with the measures it counts in."""

    row: bulk.BulkRow
    counts: frozenset[Measure]


def ways(
    register: Register, recipe: Recipe, wanted: Iterable[str], shares: Iterable[Share] = ()
) -> list[Way]:
    """The outcomes, the examples of the indicators wanted, outcomes with their columns laid over, and without
    what would make them count in a share.
    """
    examples = {key: recipe.examples[key] for key in wanted if key in recipe.examples}
    plain = [recipe.usual, *(key for key in recipe.outcomes if key not in {recipe.usual, recipe.open})]
    found = [Way(key, recipe.outcomes[key], at) for at, key in enumerate(plain)]
    found += [Way(key, example.make, 100) for key, example in examples.items()]
    laid = {key: example for key, example in examples.items() if example.values is not None}
    for size, names in enumerate((1, 2, 3), 1):
        for chosen in combinations(laid, names):
            values = together([laid[key] for key in chosen])
            if values is None:
                continue
            bases = found[: len(plain)] if size > 1 else found[: len(plain) + len(examples)]
            found += [
                Way("+".join((base.label, *chosen)), over(base.make, values), base.rank + 200 * size)
                for base in bases
            ]
    usual = [way for way in found if way.rank <= 100]
    for share in shares:
        found += [
            Way(f"{base.label}-{share.key}", without(register, base.make, share.where), base.rank + 500)
            for base in usual
        ]
    if recipe.open:
        found.append(Way(recipe.open, recipe.outcomes[recipe.open], 900))
    return found


def together(examples: Sequence[Example]) -> Mapping[str, object] | None:
    """The columns of several examples in one row, where none says otherwise than another."""
    values: dict[str, object] = {}
    for example in examples:
        for name, value in (example.values or {}).items():
            if values.setdefault(name, value) != value:
                return None
    return values


def over(make: Make, values: Mapping[str, object]) -> Make:
    def made(day: date, n: int) -> Made:
        return make(day, n).with_values(**values)

    return made


def without(register: Register, make: Make, where: Q) -> Make:
    """The row with the columns of a condition, also those of its child rows, left as the table has them."""
    blank = blanks(register.model, where)
    children = {one.model: blanks(apps.get_model(one.model), one.where) for one in parts_in(where)}

    def made(day: date, n: int) -> Made:
        row = make(day, n)
        parts = {
            model: [{**child, **children.get(model, {})} for child in rows]
            for model, rows in row.parts.items()
        }
        return replace(row, values={**row.values, **blank}, parts=parts)

    return made


def blanks(model: type[Model], where: Q) -> dict[str, Any]:
    columns = {column.name: column for column in model._meta.concrete_fields}
    named = columns_in(where) & columns.keys()
    return {
        name: columns[name].get_default()
        for name in named
        if columns[name].null or columns[name].has_default()
    }


def parts_in(where: Q) -> Iterator[Part]:
    for child in where.children:
        if isinstance(child, Part):
            yield child
        elif isinstance(child, Q):
            yield from parts_in(child)


def kinds(register: Register, some: Iterable[Way], spans: Sequence[Span]) -> list[RowKind]:
    """Every way by how its dates lie to the periods and to the editions of the law."""
    marks = boundaries(register, spans)
    found: list[RowKind] = []
    for way in some:
        by_signature: dict[Signature, list[date]] = {}
        for day in days_tried(spans):
            dates = dates_of(way.make, day)
            if dates is not None:
                signature = tuple(bisect_right(marks, one) if one else -1 for one in dates)
                by_signature.setdefault(signature, []).append(day)
        for days in by_signature.values():
            dates = dates_of(way.make, days[0]) or ()
            inside = any(all(one in span for one in dates if one) for span in spans)
            found.append(RowKind(way, tuple(days), inside))
    return sorted(found, key=lambda kind: (not kind.inside, kind.way.rank, -len(kind.days)))


def boundaries(register: Register, spans: Sequence[Span]) -> list[date]:
    edges = {day for span in spans for day in (span.first, span.last + timedelta(1))}
    edges |= {cite.law.in_force for move in register.procedure.moves for cite in move.cites}
    return sorted(edges)


def days_tried(spans: Sequence[Span]) -> list[date]:
    first = min(span.first for span in spans) - timedelta(BEFORE)
    length = (max(span.last for span in spans) - first).days
    step = max(length // TRIED, 1)
    return [first + timedelta(at) for at in range(0, length + 1, step)]


def dates_of(make: Make, day: date) -> tuple[date | None, ...] | None:
    """The dates of the row begun on that day; None where no law knows it, or a day has yet to come."""
    try:
        made = make(day, 0)
    except Refusal:
        return None
    values = [made.values[name] for name in sorted(made.values) if name.endswith("_on")]
    return None if any(one is not None and one > today() for one in values) else tuple(values)


def probed(
    register: Register,
    recipe: Recipe,
    some: Sequence[RowKind],
    measures: Sequence[Measure],
    organ_id: int,
) -> list[RowKind]:
    """The kinds with the measures they count in; those that break a gate or are overdue are left out."""
    rows = [row_of(recipe, kind.way.make(kind.days[0], 0), organ_id, organ_id) for kind in some]
    counted, bad = counting(register, rows, measures)
    return [
        RowKind(kind.way, kind.days, kind.inside, counts)
        for at, (kind, counts) in enumerate(zip(some, counted, strict=True))
        if at not in bad
    ]


def counting(
    register: Register, rows: Sequence[bulk.BulkRow], measures: Sequence[Measure]
) -> tuple[list[frozenset[Measure]], set[int]]:
    """In which measures each row counts, and the places of rows at fault; saved for it and taken back."""
    with transaction.atomic():
        mark = transaction.savepoint()
        done = bulk.insert(register, rows, actor=SYSTEM, synthetic=True, why="试算")
        bulk.settle(register, done.runs)
        pks = list(done.pks())
        bad = unlawful(pks)
        saved = register.model._default_manager.filter(pk__in=pks)
        counted = {
            measure: set(saved.filter(measure.condition()).values_list("pk", flat=True))
            for measure in measures
        }
        transaction.savepoint_rollback(mark)
    found = [frozenset(measure for measure in measures if pk in counted[measure]) for pk in pks]
    return found, {at for at, pk in enumerate(pks) if pk in bad}


def unlawful(pks: Sequence[int]) -> set[int]:
    """Records with a breach, overdue, or with an act later than its limit."""
    found = set(Breach.objects.filter(record__in=pks).values_list("record_id", flat=True))
    day = today()
    for pk, due_on, met_on in Obligation.objects.filter(record__in=pks, watch=False).values_list(
        "record_id", "due_on", "met_on"
    ):
        if due_on is not None and (met_on or day) > due_on:
            found.add(pk)
    return found


def row_of(recipe: Recipe, made: Made, organ_id: int, party_id: int) -> bulk.BulkRow:
    """The row to load, entered on its first day; empty columns stay as the table has them."""
    values = {name: value for name, value in made.values.items() if value is not None}
    on = min(value for value in values.values() if isinstance(value, date))
    made = Made(values, made.parts, made.pauses, made.extensions)
    return made.as_row(organ_id, entered(values, on), **dict.fromkeys(recipe.organs, party_id))


def entered(values: Mapping[str, object], first: date) -> date:
    """The day of entry: of receipt where there is one, else the first day of all."""
    received = values.get("received_on")
    return received if isinstance(received, date) else first


def periods(measures: Iterable[Measure]) -> Iterator[Span]:
    """The spans on which measures rest: of a stock its one day."""
    for measure in measures:
        window = measure.window
        yield window.span if isinstance(window, Flow) else Span(window.day, window.day)
