"""Open records of an ended organ pass to its successor by an event, and so does its part in those of others.

Closed ones stay where they were. 机关被撤销的，由继续行使其职权的机关承担其权利义务。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.db.models import Q

from fazhi.engine.actor import BY_LAW
from fazhi.engine.models import Record, RecordModel
from fazhi.engine.neighbours import settle
from fazhi.engine.records import lock, rise
from fazhi.engine.register import Register
from fazhi.engine.title import retitle
from fazhi.engine.trail import record_event
from fazhi.engine.values import label_of
from fazhi.organs.models import Organ
from fazhi.organs.tree import successor_of


def pass_on(register: Register, day: date) -> Iterator[Record]:
    """Hand every open record of an organ ended by ``day``, or in which it is a party, to the organ that then
    has its duties.
    """
    gone = Organ.objects.filter(ended_on__lte=day, successor__isnull=False)
    concerned = Q(organ__in=gone)
    for party in register.parties:
        concerned |= Q(**{f"{party}__in": gone})
    rows = register.model._default_manager.filter(concerned, withdrawn_on__isnull=True)
    for pk in rows.exclude(step__in=register.procedure.ends).order_by("pk").values_list("pk", flat=True):
        record = hand_over(register, pk, day)
        if record is not None:
            yield record


@transaction.atomic
def hand_over(register: Register, pk: int, day: date) -> Record | None:
    """One record to the successors of its organs; None where no living one stands at the chain's end."""
    row = lock(register, pk, None)
    heirs = {name: pair for name in ("organ", *register.parties) if (pair := heir(getattr(row, name), day))}
    if not heirs:
        return None
    for name, (_, after) in heirs.items():
        setattr(row, name, after)
    row.save(update_fields=list(heirs))
    if "organ" in heirs:
        # Its handler is not yet known.
        Record.objects.filter(pk=row.pk).update(organ=row.organ, handler=None)
    retitle(register, row)
    rise(row)
    settle(register, row)
    log(register, row, heirs)
    return row.record


Heirs = dict[str, tuple[Organ, Organ]]
"""Column → the organ that ended, and the one that has its duties."""


def heir(organ: Organ | None, day: date) -> tuple[Organ, Organ] | None:
    """The ended organ with its living successor."""
    after = successor_of(organ, day) if organ is not None else None
    return None if organ is None or after is None or after.pk == organ.pk else (organ, after)


def log(register: Register, row: RecordModel, heirs: Heirs) -> None:
    told = [
        f"{'' if name == 'organ' else label_of(register.model, name)}由{after.name}承继"
        for name, (_, after) in heirs.items()
    ]
    ended = {before.name: before.ended_on for before, _ in heirs.values()}
    record_event(
        actor=BY_LAW,
        kind="succeed",
        label="，".join(told),
        legal_on=max(day for day in ended.values() if day is not None),
        organ_id=row.organ_id,
        record=row.record,
        changes={name: (before.code, after.code) for name, (before, after) in heirs.items()},
        why="；".join(f"{name}已于{day}撤销" for name, day in ended.items())[:500],
    )
