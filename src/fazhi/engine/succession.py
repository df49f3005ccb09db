"""Open records of an ended organ pass to its successor by an event; closed ones stay where they were."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import transaction

from fazhi.engine import clocks
from fazhi.engine.actor import BY_LAW
from fazhi.engine.models import Record, RecordModel
from fazhi.engine.records import lock, rise
from fazhi.engine.register import Register
from fazhi.engine.trail import record_event
from fazhi.organs.models import Organ
from fazhi.organs.tree import successor_of


def pass_on(register: Register, day: date) -> Iterator[Record]:
    """Hand every open record of an organ ended by ``day`` to the organ that then has its duties."""
    gone = Organ.objects.filter(ended_on__lte=day, successor__isnull=False)
    rows = register.model._default_manager.filter(organ__in=gone, withdrawn_on__isnull=True)
    for pk in rows.exclude(step__in=register.procedure.ends).order_by("pk").values_list("pk", flat=True):
        record = hand_over(register, pk, day)
        if record is not None:
            yield record


@transaction.atomic
def hand_over(register: Register, pk: int, day: date) -> Record | None:
    """One record to the successor of its organ; None where no living one stands at the chain's end."""
    row = lock(register, pk, None)
    before, after = row.organ, successor_of(row.organ, day)
    if after is None or after.pk == before.pk or before.ended_on is None:
        return None
    take_over(register, row, after)
    record_event(
        actor=BY_LAW,
        kind="succeed",
        label=f"由{after.name}承继",
        legal_on=before.ended_on,
        organ=after,
        record=row.record,
        changes={"organ": (before.code, after.code)},
        why=f"{before.name}已于{before.ended_on}撤销",
    )
    return row.record


def take_over(register: Register, row: RecordModel, after: Organ) -> None:
    """Hub, row and clocks name the successor; its handler is not yet known."""
    Record.objects.filter(pk=row.pk).update(organ=after, handler=None)
    register.model._default_manager.filter(pk=row.pk).update(organ=after)
    rise(row)
    clocks.recompute(register, [row.pk])
