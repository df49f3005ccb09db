"""Many measures of one register and window in one grouped scan of its table.

``SELECT organ_id, category, COUNT(*), SUM(CASE WHEN … THEN 1 ELSE 0 END), … WHERE date BETWEEN … GROUP BY
organ_id, category``: comparisons, CASE, counts and sums only, so that the statement means the same on every
engine. Measures that differ only by the value of one choice column share a column of the scan and are told
apart by the category afterwards.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    Count,
    F,
    IntegerField,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.sql.compiler import SQLCompiler
from django.db.models.sql.datastructures import BaseTable
from django.db.models.sql.query import Query

from fazhi.engine.figures.measure import Measure, plain
from fazhi.engine.models import RecordModel

Model = type[RecordModel]
Column = dict[int, int]
"""What a measure gives for each organ by itself; organs without rows are absent."""

WIDTH = 200
"""Aggregates in one statement; far below what SQLite (2000) and PostgreSQL (1664) allow as columns."""

FEW = 100
"""Up to so many organs the scan names them, so that an index on the organ is used; above, it reads all."""


@dataclass(frozen=True, slots=True)
class Additive:
    """A measure that adds up over organs: rows counted, or ``column`` summed over them."""

    measure: Measure
    column: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of the scan."""

    column: str
    where: Q

    def aggregate(self) -> Any:
        """``COUNT(*)`` where nothing narrows it, else a sum over CASE: unknown adds nothing."""
        if not self.column:
            if not self.where:
                return Count("*")
            one = Case(When(self.where, then=Value(1)), default=Value(0), output_field=IntegerField())
            return Sum(one)
        if not self.where:
            return Sum(self.column)
        amount = When(self.where, then=F(self.column))
        return Sum(Case(amount, default=Value(0), output_field=BigIntegerField()))


def scan(model: Model, wanted: Sequence[Additive], organs: Iterable[int]) -> dict[Additive, Column]:
    """The values of ``wanted`` (all of one register and window) for every organ.

    :param organs: the organs needed; others may be in the answer.
    """
    found: dict[Additive, Column] = {}
    for at in range(0, len(wanted), WIDTH):
        found |= _one_scan(model, wanted[at : at + WIDTH], organs)
    return found


def _one_scan(model: Model, wanted: Sequence[Additive], organs: Iterable[int]) -> dict[Additive, Column]:
    split = {one: split_category(model, one.measure.where) for one in wanted}
    by = _best_category(split.values())
    cells: dict[Cell, int] = {}
    takes: list[tuple[int, frozenset[Any] | None]] = []
    for one in wanted:
        values, rest = split[one].get(by, (None, None)) if by else (None, None)
        cell = Cell(one.column, plain(one.measure.where) if rest is None else rest)
        takes.append((cells.setdefault(cell, len(cells)), values))
    rows = grouped(model, wanted[0].measure, ("organ_id", by) if by else ("organ_id",), organs)
    names = {f"cell_{at}": cell.aggregate() for cell, at in cells.items()}
    columns: list[Column] = [defaultdict(int) for _ in wanted]
    _pivot(rows.annotate(**names), takes, columns, category=bool(by))
    return dict(zip(wanted, columns, strict=True))


def grouped(
    model: Model, measure: Measure, by: Sequence[str], organs: Iterable[int] | None
) -> QuerySet[RecordModel, Any]:
    """The rows of the measure's window, grouped; the measure's own condition is left to the columns.

    :param organs: None for a statement that names no organ and is shown, not run.
    """
    rows = model._default_manager.filter(measure.window.holds(), withdrawn_on__isnull=True)
    if organs is None:
        return rows.order_by().values_list(*by)
    if len(ids := set(organs)) <= FEW:
        rows = rows.filter(organ_id__in=ids)
    else:
        read_through(rows.query)
    return rows.order_by().values_list(*by)


class ReadThrough(BaseTable):
    """The table of a scan over all organs, read in one pass.

    SQLite would follow an index on the organ to have the rows in groups, and fetch each row from another
    place: measured on a million cases five times slower than reading them all and sorting.
    """

    def as_sqlite(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Sequence[Any]]:
        sql, params = self.as_sql(compiler, connection)
        return f"{sql} NOT INDEXED", params


def read_through(query: Query) -> None:
    """Have the query read its own table in one pass."""
    alias = query.get_initial_alias()
    query.alias_map[alias] = ReadThrough(query.alias_map[alias].table_name, alias)


def _pivot(
    rows: Iterable[tuple[Any, ...]],
    takes: Sequence[tuple[int, frozenset[Any] | None]],
    columns: Sequence[Column],
    *,
    category: bool,
) -> None:
    """Add each row of the scan to the columns of the measures that its category belongs to."""
    first = 2 if category else 1
    chosen: dict[Any, list[tuple[Column, int]]] = {}
    for row in rows:
        kind = row[1] if category else None
        if (mine := chosen.get(kind)) is None:
            mine = chosen[kind] = [
                (column, first + cell)
                for column, (cell, values) in zip(columns, takes, strict=True)
                if values is None or kind in values
            ]
        organ = row[0]
        for column, at in mine:
            if row[at]:
                column[organ] += int(row[at])


Split = dict[str, tuple[frozenset[Any], Q]]
"""By choice column: the values that a condition demands of it, and what the condition says besides."""


def split_category(model: Model, where: Q) -> Split:
    """Take a condition apart by the choice columns that it fixes to certain values."""
    conjuncts = list(_conjuncts(plain(where)))
    found: Split = {}
    for at, conjunct in enumerate(conjuncts):
        demand = _demand(model, conjunct)
        if demand is not None and demand[0] not in found:
            rest = Q()
            for other in conjuncts[:at] + conjuncts[at + 1 :]:
                rest &= other if isinstance(other, Q) else Q(other)
            found[demand[0]] = (demand[1], rest)
    return found


def _conjuncts(where: Q) -> Iterator[Any]:
    """The statements that a condition joins by AND."""
    if where.negated or (where.connector != Q.AND and len(where.children) > 1):
        yield where
        return
    for child in where.children:
        if isinstance(child, Q):
            yield from _conjuncts(child)
        else:
            yield child


def _demand(model: Model, conjunct: Any) -> tuple[str, frozenset[Any]] | None:
    """The choice column and its values, where the statement is ``column = value`` or ``column IN values``."""
    if not isinstance(conjunct, tuple) or not isinstance(conjunct[0], str):
        return None
    name, _, lookup = conjunct[0].partition("__")
    if lookup not in {"", "exact", "in"} or not is_choice(model, name):
        return None
    values = conjunct[1] if lookup == "in" else (conjunct[1],)
    if not isinstance(values, (tuple, list, set, frozenset)):
        return None
    if not all(isinstance(value, (str, bool)) for value in values):
        return None
    return name, frozenset(values)


def is_choice(model: Model, name: str) -> bool:
    """A column of few values, none of them NULL."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    if getattr(field, "null", True):
        return False
    return isinstance(field, BooleanField) or bool(getattr(field, "choices", None))


def _best_category(splits: Iterable[Split]) -> str:
    """The choice column that most measures fix; a single one gains nothing by grouping."""
    uses = Counter(name for split in splits for name in split)
    name, count = uses.most_common(1)[0] if uses else ("", 0)
    return name if count > 1 else ""


def spread(model: Model, measure: Measure, organs: Iterable[int]) -> dict[int, Counter[tuple[Any, ...]]]:
    """How often each value of the measure's columns occurs, for every organ: what adds up where a number
    of different values, or a median, does not.
    """
    rows = grouped(model, measure, ("organ_id", *measure.columns), organs)
    counted = rows.filter(measure.narrowing()).annotate(cell_0=Count("*"))
    found: dict[int, Counter[tuple[Any, ...]]] = defaultdict(Counter)
    for organ, *values, times in counted.iterator(chunk_size=10_000):
        found[organ][tuple(values)] += times
    return found
