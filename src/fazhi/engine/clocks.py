"""Clocks as obligations: started, met, paused, extended, and recomputed when inputs or the calendar change.

The inputs of all clocks of a register come in one SELECT (conditions included); what each clock says is then
a pure function of these, so one record after a move and a million after a notice take the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Value, When

from fazhi.engine.deadline import Deadline
from fazhi.engine.models import CalendarNotice, Interval, LocalLimit, Obligation, Prolongation, RecordModel
from fazhi.engine.register import Register
from fazhi.law import AnyPeriod, Citation
from fazhi.law.calendar import Calendar
from fazhi.law.due import Due, Pause, Refused, compute, explain
from fazhi.law.holidays import read_notice

CHUNK = 2000
KEPT = (
    "organ_id",
    "handler_id",
    "started_on",
    "raw_due_on",
    "due_on",
    "met_on",
    "extended",
    "watch",
    "paused",
    "provisional",
    "article",
    "law",
    "calendar",
)


def working_calendar() -> Calendar:
    """The shipped calendar with the notices that users have loaded: one query."""
    calendar = Calendar.shipped()
    for row in CalendarNotice.objects.order_by("year"):
        calendar = calendar.with_notice(read_notice(row.text))
    return calendar


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the clocks of one record depend on besides its own row."""

    pauses: Mapping[str, Sequence[Pause]]
    extended: Mapping[str, int]


def recompute(register: Register, pks: Iterable[int], calendar: Calendar | None = None) -> int:
    """Bring the obligations of these records to what their rows now say; returns how many rows changed.

    Costs a fixed number of queries per :data:`CHUNK` records. Due days that a deadline ``writes`` go to its
    column.
    """
    if not register.procedure.deadlines:
        return 0
    calendar = calendar or working_calendar()
    ids = sorted(set(pks))
    return sum(_recompute_chunk(register, ids[at : at + CHUNK], calendar) for at in range(0, len(ids), CHUNK))


def _recompute_chunk(register: Register, pks: list[int], calendar: Calendar) -> int:
    inputs = _inputs(pks)
    empty = Inputs({}, {})
    wanted: dict[tuple[int, str], Obligation] = {}
    written: dict[int, dict[str, date | None]] = defaultdict(dict)
    for row in _rows(register, pks):
        for deadline in register.procedure.deadlines:
            obligation = started(register, deadline, row, inputs.get(row["pk"], empty), calendar)
            if deadline.writes:
                written[row["pk"]][deadline.writes] = obligation.due_on if obligation else None
            if obligation is not None:
                wanted[row["pk"], deadline.key] = obligation
    _write_due_days(register, written)
    return _settle(pks, wanted)


def _rows(register: Register, pks: list[int]) -> Iterator[dict[str, Any]]:
    """The columns that clocks read, and whether each clock applies, in one SELECT."""
    deadlines = register.procedure.deadlines
    columns = {name for deadline in deadlines for name in (*deadline.starts, *deadline.met)}
    columns |= {deadline.writes for deadline in deadlines if deadline.writes}
    flags = {f"when_{deadline.key}": _flag(deadline) for deadline in deadlines}
    rows = register.model._default_manager.filter(pk__in=pks, withdrawn_on__isnull=True).annotate(**flags)
    yield from rows.values("pk", "organ_id", "record__handler_id", "law_on", *sorted(columns), *flags)


def _flag(deadline: Deadline) -> Case:
    return Case(When(deadline.when, then=Value(True)), default=Value(False), output_field=BooleanField())


def _inputs(pks: list[int]) -> dict[int, Inputs]:
    pauses: dict[int, dict[str, list[Pause]]] = defaultdict(lambda: defaultdict(list))
    for record, pause, first, last in (
        Interval.objects.filter(record__in=pks)
        .order_by("first")
        .values_list("record_id", "pause", "first", "last")
    ):
        pauses[record][pause].append(Pause(first, last))
    extended: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for record, deadline, amount in Prolongation.objects.filter(record__in=pks).values_list(
        "record_id", "deadline", "amount"
    ):
        extended[record][deadline] += amount
    return {pk: Inputs(pauses[pk], extended[pk]) for pk in {*pauses, *extended}}


def started(
    register: Register, deadline: Deadline, row: Mapping[str, Any], inputs: Inputs, calendar: Calendar
) -> Obligation | None:
    """The obligation that the row calls for, or None: not started, not applicable, or no edition sets the
    limit.
    """
    start = next((row[name] for name in deadline.starts if row[name]), None)
    if start is None or row["law_on"] is None or not row[f"when_{deadline.key}"]:
        return None
    found = deadline.at(row["law_on"])
    if found is None:
        return None
    cite, period = found
    pauses = [pause for key in deadline.pauses for pause in inputs.pauses.get(key, ())]
    extended = inputs.extended.get(deadline.key, 0)
    due = count(start, period, pauses, extended, calendar)
    met = [row[name] for name in deadline.met if row[name]]
    return Obligation(
        record_id=row["pk"],
        organ_id=row["organ_id"],
        handler_id=row["record__handler_id"],
        register=register.key,
        deadline=deadline.key,
        started_on=start,
        raw_due_on=due.raw_due,
        due_on=due.due,
        met_on=min(met) if met else None,
        extended=extended,
        watch=deadline.watch,
        paused=due.paused,
        provisional=due.provisional,
        article=str(cite),
        law=str(cite.law),
        calendar=due.calendar_edition,
    )


def count(start: date, period: AnyPeriod, pauses: Sequence[Pause], extended: int, calendar: Calendar) -> Due:
    """The due day of a record's clock. A pause that lies outside the running limit has no effect on it."""
    if period.back or not pauses:
        return compute(start, period, extension=0 if period.back else extended, calendar=calendar)
    try:
        return compute(start, period, pauses=pauses, extension=extended, calendar=calendar)
    except Refused:
        pass
    inside: list[Pause] = []
    for pause in sorted(pauses):
        try:
            compute(start, period, pauses=[*inside, pause], extension=extended, calendar=calendar)
        except Refused:
            continue
        inside.append(pause)
    return compute(start, period, pauses=inside, extension=extended, calendar=calendar)


def _settle(pks: list[int], wanted: dict[tuple[int, str], Obligation]) -> int:
    """Write the difference between what stands and what is wanted."""
    changed, gone = [], []
    missing = dict(wanted)
    for have in Obligation.objects.filter(record__in=pks):
        want = missing.pop((have.record_id, have.deadline), None)
        if want is None:
            gone.append(have.pk)
        elif any(getattr(have, name) != getattr(want, name) for name in KEPT):
            want.pk = have.pk
            changed.append(want)
    if gone:
        Obligation.objects.filter(pk__in=gone).delete()
    if changed:
        Obligation.objects.bulk_update(changed, KEPT, batch_size=500)
    if missing:
        Obligation.objects.bulk_create(missing.values(), batch_size=1000)
    return len(gone) + len(changed) + len(missing)


def _write_due_days(register: Register, written: Mapping[int, Mapping[str, date | None]]) -> None:
    rows: list[RecordModel] = []
    columns: set[str] = set()
    for pk, values in written.items():
        row = register.model(record_id=pk)
        for name, day in values.items():
            setattr(row, name, day)
            columns.add(name)
        rows.append(row)
    if rows:
        register.model._default_manager.bulk_update(rows, sorted(columns), batch_size=500)


def local_length(organ_id: int, rule: str) -> int | None:
    """The length that the organ's government has set for a LOCAL limit, if any."""
    from fazhi.organs.models import Axis, Below

    highs = Below.objects.filter(low_id=organ_id, axis=Axis.TERRITORY).order_by("depth").values("high_id")
    rows = dict(LocalLimit.objects.filter(rule=rule, organ__in=highs).values_list("organ_id", "length"))
    return next((rows[high["high_id"]] for high in highs if high["high_id"] in rows), None)


def explanation(register: Register, obligation: Obligation, calendar: Calendar | None = None) -> str:
    """How the due day was counted, for a clerk: a pure function of the obligation and the record's
    intervals.
    """
    deadline = register.procedure.deadline(obligation.deadline)
    found = next(
        ((cite, period) for cite, period in deadline.period if str(cite.law) == obligation.law), None
    )
    if found is None:
        return f"期限依据{obligation.article}，现行声明中已无该版本。"
    cite, period = found
    inputs = _inputs([obligation.record_id]).get(obligation.record_id, Inputs({}, {}))
    pauses = [pause for key in deadline.pauses for pause in inputs.pauses.get(key, ())]
    due = count(obligation.started_on, period, pauses, obligation.extended, calendar or working_calendar())
    return explain(due, citations(deadline, cite, obligation), calendar=calendar)


def citations(deadline: Deadline, cite: Citation, obligation: Obligation) -> tuple[Citation, ...]:
    """The articles a due day rests on: the period's, and the extension's where one was granted."""
    if not obligation.extended or deadline.extension is None:
        return (cite,)
    return (cite, *(more for more in deadline.extension.cites if more.law == cite.law))
