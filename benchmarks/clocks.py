"""A hundred thousand open obligations recomputed after a holiday notice.

The notice changes the edition of the calendar, so every open clock is counted anew and every row is written.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta

from benchmarks.compile_data import DAYS, plant
from benchmarks.load import CASES, ORGANS, clear
from benchmarks.row import Options, Row, best
from fazhi.engine import bulk, clocks
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow
from fazhi.engine.models import Obligation
from fazhi.engine.registry import register
from fazhi.law.calendar import Calendar

SIZE = 100_000


def run(options: Options) -> list[Row]:
    size = options.rows or SIZE
    cases = register(CASES)
    loaded = bulk.load(cases, opened(plant(), size // 2), actor=SYSTEM, synthetic=True)
    running = Obligation.objects.filter(met_on__isnull=True)
    count = running.count()
    pks = sorted(set(running.values_list("record_id", flat=True)))
    other = Calendar(Calendar.shipped().notices[:-1])
    editions = iter([other, Calendar.shipped()] * options.repeat)
    seconds = best(lambda: clocks.recompute(cases, pks, next(editions)), options.repeat)
    changed = Obligation.objects.exclude(calendar=other.edition).exclude(calendar=Calendar.shipped().edition)
    if changed.exists() or loaded.clocks < count:
        raise AssertionError("an obligation was passed over")
    clear(ORGANS)
    per = seconds / count * SIZE
    return [
        Row(f"open obligations recomputed, per {SIZE:,} ({options.engine})",
            f"{count:,} obligations of {len(pks):,} cases", seconds, None, per, 10, "s"),
    ]  # fmt: skip


def opened(organs: list[int], size: int) -> Iterator[BulkRow]:
    """Cases on trial, each with a clock for the answer and one for the decision."""
    draw = random.Random(11)
    for at in range(size):
        received = DAYS[draw.randrange(len(DAYS))]
        accepted = received + timedelta(3)
        values = {
            "received_on": received,
            "accepted_on": accepted,
            "copy_sent_on": accepted + timedelta(2),
            "copy_received_on": accepted + timedelta(4),
            "applicant": "张三",
            "respondent": organs[at % len(organs)],
        }
        yield BulkRow(organs[at % len(organs)], received, values)
