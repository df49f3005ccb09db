"""Rows written set-wise on both databases: ``executemany`` on SQLite, ``COPY`` on PostgreSQL.

Rows are tuples of plain values in the order of ``columns``; whoever calls has opened the transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

from django.db import connection
from django.db.backends.sqlite3 import base as _registers_first  # noqa: F401 - its converters come first
from django.db.backends.utils import CursorWrapper
from django.db.models import (
    Count,
    DateTimeField,
    DecimalField,
    Field,
    ForeignKey,
    JSONField,
    Model,
    Q,
    QuerySet,
)

Rows = Iterable[Sequence[Any]]
Encode = Callable[[Any], Any]
FEW = 200
"""Up to so many rows are updated one statement each, sparing the table made for the others."""

FETCHED = 2000
"""Rows that are fetched at once."""

iso_day: Encode = lru_cache(maxsize=65_536)(date.isoformat)
"""A day as SQLite keeps it; the days of a register repeat, so each is written once, and read once."""
sqlite3.register_converter("date", lru_cache(maxsize=65_536)(lambda text: date.fromisoformat(text.decode())))


def on_postgresql() -> bool:
    return connection.vendor == "postgresql"


def columns_of(model: type[Model], names: Sequence[str] | None = None) -> list[str]:
    """The database columns of the named attributes (``organ_id``), or of every column."""
    by_name = {column.attname: str(column.column) for column in model._meta.concrete_fields}
    return [by_name[name] for name in (by_name if names is None else names)]


def encoder(column: Field[Any, Any]) -> Encode | None:
    """How a value is written that the driver does not take as it is; days are seen to apart."""
    if isinstance(column, DateTimeField | JSONField | DecimalField):
        return lambda value: column.get_db_prep_save(value, connection)
    return None


def with_days(rows: Rows, places: Sequence[int]) -> Rows:
    """Rows with the days in these places as the driver takes them."""
    return rows if on_postgresql() else _with_days(rows, places)


def _with_days(rows: Rows, places: Sequence[int]) -> Iterator[list[Any]]:
    for row in rows:
        cells = list(row)
        for at in places:
            if (day := cells[at]) is not None:
                cells[at] = iso_day(day)
        yield cells


def read(rows: QuerySet[Any, Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of a ``values_list`` as the driver gives them, streamed: keys, texts, numbers and days, which
    need no converting by Django one by one.
    """
    sql, params = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        while some := cursor.fetchmany(FETCHED):
            yield from some


def insert(
    model: type[Model], columns: Sequence[str], rows: Rows, same: Mapping[str, Any] | None = None
) -> None:
    """Add rows to the model's table. Constraints hold as for any other row.

    :param columns: database columns, as :func:`columns_of` gives them.
    :param same: columns with one plain value for all rows, which then need not travel with each.
    :raises IntegrityError: a constraint is broken; the transaction must be given up.
    """
    if isinstance(rows, Sized) and not rows:
        return
    same = same or {}
    table = connection.ops.quote_name(model._meta.db_table)
    if on_postgresql():
        constant = {name: value for name, value in same.items() if value is not None}
        names = ", ".join(map(connection.ops.quote_name, [*columns, *constant]))
        tail = tuple(constant.values())
        _copy(f"COPY {table} ({names}) FROM STDIN", ((*row, *tail) for row in rows) if tail else rows)
    else:
        names = ", ".join(map(connection.ops.quote_name, [*columns, *same]))
        marks = ", ".join(["?"] * len(columns) + [literal(value) for value in same.values()])
        _many(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 - names of our own tables


def literal(value: Any) -> str:
    """A plain value written into a statement for SQLite."""
    if value is None:
        return "NULL"
    return str(int(value)) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def update(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Set columns of rows known by primary key: each row is the values in order, the key last.

    Many rows on PostgreSQL are copied into a table of this transaction and joined; otherwise one prepared
    statement is run for each row.
    """
    if not rows or not columns:
        return
    quote = connection.ops.quote_name
    table, key = quote(model._meta.db_table), quote(str(key_of(model).column))
    if on_postgresql() and len(rows) > FEW:
        _update_joined(table, key, [quote(name) for name in columns], rows)
        return
    mark = "%s" if on_postgresql() else "?"
    sets = ", ".join(f"{quote(name)} = {mark}" for name in columns)
    _many(f"UPDATE {table} SET {sets} WHERE {key} = {mark}", rows)  # noqa: S608 - names of our own tables


def _update_joined(table: str, key: str, columns: Sequence[str], rows: Rows) -> None:
    names = ", ".join([*columns, key])
    sets = ", ".join(f"{name} = given.{name}" for name in columns)
    with connection.cursor() as cursor:
        empty = f"SELECT {names} FROM {table} LIMIT 0"  # noqa: S608 - names of our own tables
        cursor.execute(f"CREATE TEMPORARY TABLE given ON COMMIT DROP AS {empty}")
        _copy(f"COPY given ({names}) FROM STDIN", rows)
        cursor.execute(f"UPDATE {table} SET {sets} FROM given WHERE {table}.{key} = given.{key}")  # noqa: S608 - names of our own tables
        cursor.execute("DROP TABLE given")


def key_of(model: type[Model]) -> Field[Any, Any]:
    return model._meta.pk


def next_ids(model: type[Model], count: int) -> Sequence[int]:
    """Primary keys for ``count`` new rows, in rising order; nobody else is given them.

    On SQLite the transaction holds the only write lock; on PostgreSQL they are drawn from the sequence.
    """
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if on_postgresql():
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [connection.ops.quote_name(table), key_of(model).column, count],
            )
            return [row[0] for row in cursor.fetchall()]
        # AUTOINCREMENT remembers the highest key ever given, also of rows that are gone.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        found = cursor.fetchone()
    first = (found[0] if found else 0) + 1
    return range(first, first + count)


def chosen(field: str, pks: Sequence[int]) -> Q:
    """A condition for rising keys: the range that they fill, else the list."""
    if pks[-1] - pks[0] + 1 == len(pks):
        return Q(**{f"{field}__gte": pks[0], f"{field}__lte": pks[-1]})
    return Q(**{f"{field}__in": pks})


def analyze(models: Iterable[type[Model]]) -> None:
    """Let the planner see what the tables now hold.

    SQLite counts all empty cells of a column as one value. Where hardly any row names a second organ, an
    index on that column would seem to find the whole table and be passed over: it is told nothing then.
    """
    models = list(models)
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")
        if on_postgresql():
            return
        for model in models:
            _forget_empty(cursor, model)
        cursor.execute("ANALYZE sqlite_schema")


def _forget_empty(cursor: CursorWrapper, model: type[Model]) -> None:
    """Take back what was measured of an index on a column that most rows leave empty."""
    for field in model._meta.concrete_fields:
        if not (field.null and isinstance(field, ForeignKey)):
            continue
        told = model._default_manager.aggregate(rows=Count("*"), filled=Count(field.attname))
        if told["filled"] * 2 < told["rows"]:
            constraints = connection.introspection.get_constraints(cursor, model._meta.db_table)
            for name, one in constraints.items():
                if one["index"] and one["columns"] == [field.column]:
                    cursor.execute("DELETE FROM sqlite_stat1 WHERE idx = %s", [name])


def _copy(sql: str, rows: Rows) -> None:
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(sql) as copy:
        write = copy.write_row
        for row in rows:
            write(row)


def _many(sql: str, rows: Rows) -> None:
    """One prepared statement for every row, streamed; Django's wrapper for SQLite would keep all rows."""
    with connection.cursor() as cursor, connection.wrap_database_errors:
        if on_postgresql():
            cursor.executemany(sql, list(rows))
        else:
            raw: Any = connection.connection
            raw.executemany(sql, rows)


class Shape:
    """The columns of one table, and the values that stand where a row does not say.

    Rows are mappings of column *names* to values in the column's own type; a foreign key takes the primary
    key of its row. ``bare`` leaves out the automatic key of a child table; ``given`` are values that hold for
    every row that does not say otherwise.
    """

    def __init__(self, model: type[Model], *, bare: bool = False, **given: Any) -> None:
        key = key_of(model)
        fields = [column for column in model._meta.concrete_fields if not (bare and column is key)]
        self.model = model
        self._columns = {column.name: str(column.column) for column in fields}
        self._encoders = {column.name: found for column in fields if (found := encoder(column)) is not None}
        self._postgresql = on_postgresql()
        defaults = {column.name: column.get_default() for column in fields}
        self._base = self.stored({**defaults, **given})

    def stored(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values as the driver takes them."""
        if self._postgresql:
            stored = dict(values)
        else:
            stored = {
                name: iso_day(value) if value.__class__ is date else value for name, value in values.items()
            }
        for name, encode in self._encoders.items():
            if stored.get(name) is not None:
                stored[name] = encode(stored[name])
        return stored

    def strange(self, names: Iterable[str]) -> list[str]:
        """Names that are no column of the table."""
        return [name for name in names if name not in self._columns]

    def insert(self, rows: Iterable[dict[str, Any]], spoken: Iterable[str]) -> None:
        """Add stored rows, streamed. Columns that are not among those ``spoken`` of are the same for all."""
        said = set(spoken)
        names = [name for name in self._columns if name in said]
        base = {name: self._base[name] for name in names}
        cells = itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)
        insert(
            self.model,
            [self._columns[name] for name in names],
            (cells(base | row) for row in rows),
            {column: self._base[name] for name, column in self._columns.items() if name not in said},
        )
