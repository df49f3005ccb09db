"""Lawsuits of other courses than the outcomes; the rest is asked of every recipe in tests/contract."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.models import Obligation
from fazhi.engine.recipe import Make
from fazhi.workstreams.litigation import variants
from fazhi.workstreams.litigation.factory import Office, breached, stand_all

# Under each body of rules, and before the two longest rests of a year, over which limits are easily broken.
DAYS = (
    date(2017, 3, 1),
    date(2018, 1, 24),
    date(2018, 9, 10),
    date(2020, 8, 20),
    date(2025, 3, 3),
    date(2025, 1, 20),
    date(2025, 9, 22),
)
VARIANTS = (
    variants.called,
    variants.excused,
    variants.chief,
    variants.heard_twice,
    variants.late_evidence,
    variants.answered_late,
    variants.appealed,
    variants.retrial,
    variants.remanded,
    variants.self_corrected,
    variants.coerced,
    variants.retried,
)


def late(pk: int) -> list[str]:
    clocks = Obligation.objects.filter(record=pk, watch=False)
    return [one.deadline for one in clocks if one.due_on and (one.met_on or date(2026, 11, 25)) > one.due_on]


@pytest.mark.parametrize("make", VARIANTS, ids=lambda make: make.__name__)
def test_each_variant_breaks_no_gate(office: Office, make: Make) -> None:
    rows = stand_all(office, [make(day, n) for n, day in enumerate(DAYS)])
    missed = ["answer"] if make is variants.answered_late else []
    assert [[*breached(row), *late(row.pk)] for row in rows] == [missed] * len(DAYS)
