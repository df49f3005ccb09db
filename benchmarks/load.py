"""Loading a million cases with hub rows and batch events, against the bare driver writing the same rows.

The peer writes the same rows into the same two tables, with their indexes and constraints, by one prepared
statement (``executemany``, SQLite) or one stream (``COPY``, PostgreSQL) a table, in one transaction. It is
handed finished cells, read back from a first load; title, law day, step, digests and events are ours alone.
Neither side holds its rows: both take them from a pool of ten thousand, with a new key each time.
"""

from __future__ import annotations

import gc
import random
import resource
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from benchmarks.compile_data import FIRST, facts, plant
from benchmarks.row import Options, Row
from fazhi.engine import bulk, copying
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow
from fazhi.engine.models import Breach, Event, Obligation, Record, TrailHead
from fazhi.engine.registry import register
from fazhi.organs.models import Below, Bond, Organ
from fazhi.workstreams.reconsideration.models import Case

POOL = 10_000
SIZE = 1_000_000
CACHED = 100_000
"""Records that fill SQLite's own cache of pages; the room it takes is no growth."""
CASES = "reconsideration.case"
Cells = list[tuple[Any, ...]]


def run(options: Options) -> list[Row]:
    size = options.rows or SIZE
    pool = made(plant())
    hubs, cases = finished(pool)
    peaks = []
    for some in (min(max(size // 10, CACHED), size), size):
        load(pool, some)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    ours, peer = [], []
    for _ in range(options.repeat):
        peer.append(timed(lambda: bare(hubs, cases, size)))
        ours.append(timed(lambda: load(pool, size)))
    clear(ORGANS)
    best, bare_best = min(ours), min(peer)
    way = "COPY" if options.postgres else "executemany"
    size_text = f"{size:,} records, {len(hubs[0]) + len(cases[0])} columns"
    return [
        Row(f"load records, against {way} ({options.engine})", size_text,
            best, bare_best, best / bare_best, 1.5),
        Row(f"load records: peak memory against fewer of them ({options.engine})",
            f"{peaks[1]:.0f} MB against {peaks[0]:.0f} MB", best, None, peaks[1] / peaks[0], 1.1),
    ]  # fmt: skip


def made(organs: Sequence[int]) -> list[BulkRow]:
    draw = random.Random(7)
    pool = []
    for at in range(POOL):
        values = {name: value for name, value in facts(draw).items() if value is not None}
        values |= {"applicant": "张三", "respondent": draw.choice(organs), "claim": "撤销行政处罚决定"}
        pool.append(BulkRow(organs[at % len(organs)], values.get("received_on", FIRST), values))
    return pool


def load(pool: list[BulkRow], size: int) -> None:
    clear(RECORDS)
    gc.collect()
    bulk.insert(register(CASES), (pool[at % POOL] for at in range(size)), actor=SYSTEM, synthetic=True)


def finished(pool: list[BulkRow]) -> tuple[Cells, Cells]:
    """The cells of both tables as they stand after a load, keys left out."""
    load(pool, POOL)
    return read(Record), read(Case)


def read(model: type[Model]) -> Cells:
    names = ", ".join(map(connection.ops.quote_name, copying.columns_of(model)[1:]))
    key = copying.key_of(model).column
    raw: Any = connection.connection
    return list(raw.execute(f"SELECT {names} FROM {model._meta.db_table} ORDER BY {key}").fetchall())


def bare(hubs: Cells, cases: Cells, size: int) -> None:
    """What the driver alone needs: no law day, no step, no digest, no event."""
    with transaction.atomic():
        first = copying.next_ids(Record, 1)[0]
        write(Record, hubs, first, size)
        write(Case, cases, first, size)


def write(model: type[Model], cells: Cells, first: int, size: int) -> None:
    rows = ((first + at, *cells[at % POOL]) for at in range(size))
    columns = copying.columns_of(model)
    names = ", ".join(map(connection.ops.quote_name, columns))
    raw: Any = connection.connection
    if connection.vendor == "postgresql":
        with raw.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    else:
        marks = ", ".join("?" * len(columns))
        raw.executemany(f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({marks})", rows)


def timed(run_once: Callable[[], None]) -> float:
    clear(RECORDS)
    gc.collect()
    start = perf_counter()
    run_once()
    return perf_counter() - start


RECORDS: tuple[type[Model], ...] = (Obligation, Breach, Case, Event, TrailHead, Record)
ORGANS: tuple[type[Model], ...] = (*RECORDS, Below, Bond, Organ)


def clear(models: Sequence[type[Model]]) -> None:
    """Empty the tables at once, without asking each row for what rests on it."""
    tables = [model._meta.db_table for model in models]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
            return
        cursor.execute("PRAGMA foreign_keys = OFF")
        for table in tables:
            cursor.execute(f"DELETE FROM {table}")
        cursor.execute("PRAGMA foreign_keys = ON")
