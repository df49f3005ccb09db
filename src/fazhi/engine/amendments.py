"""Standstills and extensions of a record as facts of the past: added, or corrected, and checked against law.

A move begins a standstill or grants an extension on its day. What was written down elsewhere comes as it
stands, with both days; the step of the record follows, as if the moves had been made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.engine.clocks import KEPT, working_calendar
from fazhi.engine.copying import chosen
from fazhi.engine.models import Interval, Obligation, Prolongation, RecordModel
from fazhi.engine.past import Course, Extended, Standstill
from fazhi.engine.procedure import Procedure
from fazhi.engine.reckoning import Reckoning
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.register import Register
from fazhi.law import in_force
from fazhi.law.due import Pause

Changes = dict[str, tuple[Any, Any]]
CHUNK = 5000
DUE = KEPT.index("due_on") - KEPT.index("started_on")
"""The place of the due day in what :meth:`Reckoning.clock` gives: what a clock keeps, from its start on."""


@dataclass(frozen=True, slots=True)
class Amendments:
    """Standstills and extensions to add (no key), or as the stored one of that key should be."""

    pauses: Sequence[tuple[int | None, Standstill]] = ()
    extensions: Sequence[tuple[int | None, Extended]] = ()

    def __bool__(self) -> bool:
        return bool(self.pauses or self.extensions)


def stored_pauses(pks: Sequence[int]) -> dict[int, dict[int, Standstill]]:
    """The standstills of rising records, each by its key, from the first day on: a query a chunk."""
    found: dict[int, dict[int, Standstill]] = defaultdict(dict)
    for at in range(0, len(pks), CHUNK):
        rows = Interval.objects.filter(chosen("record", pks[at : at + CHUNK]))
        for one in rows.order_by("first", "pk"):
            found[one.record_id][one.pk] = Standstill(one.pause, one.first, one.last, one.ground, one.why)
    return found


def stored_extensions(pks: Sequence[int]) -> dict[int, dict[int, Extended]]:
    """The extensions of rising records, each by its key: a query a chunk."""
    found: dict[int, dict[int, Extended]] = defaultdict(dict)
    for at in range(0, len(pks), CHUNK):
        rows = Prolongation.objects.filter(chosen("record", pks[at : at + CHUNK]))
        for one in rows.order_by("granted_on", "pk"):
            found[one.record_id][one.pk] = Extended(one.deadline, one.amount, one.granted_on, one.why)
    return found


def lacks_of_pause(
    procedure: Procedure, one: Standstill, day: date, law_on: date | None = None
) -> list[Lack]:
    """What is wrong with one standstill by itself; ``field`` names its column.

    :param day: today. :param law_on: the law day of the record, for the article.
    """
    pause = procedure.pause(one.pause)
    lacks = []
    if pause.grounds is None and one.ground:
        lacks.append(Lack(f"“{pause.label}”不分情形", "请把情形留空", field="ground"))
    elif pause.grounds is not None and one.ground not in pause.grounds.values:
        labels = "、".join(map(str, pause.grounds.labels))
        articles = tuple(map(str, in_force(pause.cites, law_on or one.first)))
        lacks.append(
            Lack(f"没有写明“{pause.label}”的情形", f"请从“{labels}”中选择", articles, field="ground")
        )
    for name, at in (("first", one.first), ("last", one.last)):
        if at is not None and at > day:
            lacks.append(Lack(f"{at}晚于今天{day}", "尚未发生的不能登记，请核对日期", field=name))
    if one.last is not None and one.last < one.first:
        lacks.append(Lack(f"止于{one.last}，早于起算的{one.first}", "请核对起止日期", field="last"))
    return lacks


def overlap(one: Standstill, other: Standstill) -> bool:
    """Whether two standstills of one kind share a day; one that still runs has no end."""
    return (
        one.pause == other.pause
        and one.first <= (other.last or date.max)
        and other.first <= (one.last or date.max)
    )


def save_amendments(register: Register, row: RecordModel, given: Amendments, day: date) -> Changes:
    """Write them, let the step follow, and return the changes for the event.

    :raises Refusal: a standstill is wrong by itself, or shares a day with another of its kind.
    """
    old = stored_pauses([row.pk]).get(row.pk, {})
    new = old | {key: one for key, one in given.pauses if key is not None}
    every = [*new.values(), *(one for key, one in given.pauses if key is None)]
    must_stand(register, every, given, day, row.law_on)
    changes: Changes = {}
    for key, one in given.pauses:
        before = old[key] if key is not None else None
        changes[free(changes, f"pause:{one.pause}")] = (said(register, before), said(register, one))
        values = {"pause": one.pause, "ground": one.ground, "first": one.first, "last": one.last}
        write(Interval, row, key, {**values, "why": one.why})
    granted = stored_extensions([row.pk]).get(row.pk, {})
    for key, more in given.extensions:
        stood = granted[key].amount if key is not None else 0
        changes[free(changes, f"extend:{more.deadline}")] = (stood, more.amount)
        values = {"deadline": more.deadline, "amount": more.amount, "granted_on": more.granted_on}
        write(Prolongation, row, key, {**values, "why": more.why})
    return changes | (follow(register, row, list(old.values()), day) if given.pauses else {})


def write(model: Any, row: RecordModel, key: int | None, values: dict[str, Any]) -> None:
    if key is None:
        model.objects.create(record=row.record, **values)
    else:
        model.objects.filter(pk=key, record=row.pk).update(**values)


def must_stand(
    register: Register, every: Sequence[Standstill], given: Amendments, day: date, law_on: date | None
) -> None:
    lacks = [lack for _, one in given.pauses for lack in lacks_of_pause(register.procedure, one, day, law_on)]
    lacks += [
        Lack(f"{span(one)}与{span(other)}重叠", "请核对起止日期", field="first")
        for _, one in given.pauses
        for other in every
        if other is not one and overlap(one, other)
    ]
    if lacks:
        raise Refusal("中止与扣除有误", lacks)


def span(one: Standstill) -> str:
    return f"{one.first}至{one.last}" if one.last else f"自{one.first}起"


def said(register: Register, one: Standstill | None) -> str | None:
    """A standstill in words, for the trail."""
    if one is None:
        return None
    grounds = register.procedure.pause(one.pause).grounds
    ground = str(dict(grounds.choices).get(one.ground, one.ground)) if grounds else one.ground
    return span(one) + (f"（{ground}）" if ground else "")


def free(changes: Changes, key: str) -> str:
    """The key, or where it is taken already the key with its place: ``pause:suspension:2``."""
    taken = sum(other == key or other.startswith(f"{key}:") for other in changes)
    return f"{key}:{taken + 1}" if taken else key


def follow(register: Register, row: RecordModel, before: Sequence[Standstill], day: date) -> Changes:
    """The step as the acts and standstills now show it; where they never showed it, it stays."""
    course, entered = Course(register), row.stepped_on or day
    values = {column.name: getattr(row, column.attname) for column in row._meta.concrete_fields}
    if course.step(values, before, entered)[0] != row.step:
        return {}
    after = list(stored_pauses([row.pk]).get(row.pk, {}).values())
    stood = row.step
    row.step, row.stepped_on = course.step(values, after, entered)
    row.save(update_fields=["step", "stepped_on"])
    return {"step": (stood, row.step)} if row.step != stood else {}


def lacks_of_extensions(register: Register, given: Iterable[tuple[int, Extended]]) -> Iterator[Lack | None]:
    """What the law of each record has against its extension, as a move would be told; the records are stored.

    The limit is looked at as it stood on the day of the grant: without the extension, and with the
    standstills that had begun.
    """
    left = list(given)
    for at in range(0, len(left), CHUNK):
        yield from _lacks(register, left[at : at + CHUNK])


def _lacks(register: Register, asked: Sequence[tuple[int, Extended]]) -> Iterator[Lack | None]:
    pks = sorted({pk for pk, _ in asked})
    rows = register.model._default_manager.filter(chosen("pk", pks))
    laws = {pk: (law_on, organ) for pk, law_on, organ in rows.values_list("pk", "law_on", "organ_id")}
    clocks = {(one.record_id, one.deadline): one for one in Obligation.objects.filter(chosen("record", pks))}
    pauses, reckoning = stored_pauses(pks), Reckoning(working_calendar())
    for pk, one in asked:
        deadline = register.procedure.deadline(one.deadline)
        law_on, organ = laws[pk]
        found = deadline.extension.at(law_on) if deadline.extension and law_on else None
        if found is None or law_on is None:
            yield Lack(f"适用的法律没有规定“{deadline.label}”可以延长", "请核对期限", field="deadline")
            continue
        articles, most = (str(found[0]),), found[1].most
        if not 1 <= one.amount <= most.length:
            text = f"延长应当在1至{most}之间，所填为{one.amount}"
            yield Lack(text, "请修改延长的长度", articles, field="amount")
            continue
        clock, on = clocks.get((pk, one.deadline)), one.granted_on
        if clock is None or on < clock.started_on or (clock.met_on is not None and clock.met_on < on):
            text = f"{on}“{deadline.label}”没有在计算"
            yield Lack(text, "请核对批准日期", articles, field="granted_on")
            continue
        stood = [
            Pause(other.first, None if other.last is None or other.last >= on else other.last)
            for other in pauses.get(pk, {}).values()
            if other.pause in deadline.pauses and other.first <= on
        ]
        counted = reckoning.clock(deadline, clock.started_on, law_on, organ, 0, stood)
        due = counted[DUE] if counted is not None else None
        if due is not None and on > due:
            text = f"“{deadline.label}”已于{due}届满，届满后不能延长"
            yield Lack(text, "请核对批准日期", articles, field="granted_on")
        else:
            yield None
