"""Loading a million cases with hub rows and batch events, against the bare driver loading the same rows.

The peer writes the same rows into the same two tables, with their indexes and constraints, by one prepared
statement (``executemany``, SQLite) or stream (``COPY``, PostgreSQL) a table and batch, in one transaction.
It is given the finished cells of a row; title, law day, step, digest and events are ours alone. Both sides
make their rows while they write, so that neither holds them all.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice
from typing import Any

import psutil
from django.db import connection, transaction

from benchmarks.compile_data import FIRST, facts, plant
from benchmarks.row import Options, Row, race
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BATCH, BulkRow, insert, settle
from fazhi.engine.models import Event, Record, TrailHead
from fazhi.engine.registry import register
from fazhi.organs.models import Organ
from fazhi.workstreams.reconsideration.models import Case
