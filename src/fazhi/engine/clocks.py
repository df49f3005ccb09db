"""Clocks as obligations: started, met, paused, extended, and recomputed when inputs or the calendar change.

The inputs of all clocks of a register come in one SELECT (conditions included); what each clock says is then
a pure function of these, so one record after a move and a million after a notice take the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Case, IntegerField, Value, When

from fazhi.engine import copying
from fazhi.engine.condition import ALWAYS, columns_in
from fazhi.engine.copying import chosen
from fazhi.engine.deadline import Deadline
from fazhi.engine.models import CalendarNotice, Interval, Obligation, Prolongation
from fazhi.engine.reckoning import Reckoning, count
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.law import Citation
from fazhi.law.calendar import Calendar
from fazhi.law.due import Pause, Refused, explain
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
DUE = KEPT.index("due_on")
LONGEST_CHAIN = 4
Clock = tuple[Any, ...]
"""What an obligation keeps, in the order of :data:`KEPT`."""


def working_calendar() -> Calendar:
    """The shipped calendar with the notices that users have loaded: one query.

    :raises Refusal: a notice contradicts that of another year.
    """
    calendar = Calendar.shipped()
    for row in CalendarNotice.objects.order_by("year"):
        try:
            calendar = calendar.with_notice(read_notice(row.text))
        except ValueError as error:
            raise Refusal(f"{row.year}年放假安排不能使用：{error}") from None
    return calendar


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the clocks of one record depend on besides its own row."""

    pauses: Mapping[str, Sequence[Pause]]
    extended: Mapping[str, int]


NO_INPUTS = Inputs({}, {})


def recompute(register: Register, pks: Iterable[int], calendar: Calendar | None = None) -> int:
    """Bring the obligations of these records to what their rows now say; returns how many rows changed.

    Costs a fixed number of queries per :data:`CHUNK` records. Due days that a deadline ``writes`` go to its
    column.
    """
    if not register.procedure.deadlines:
        return 0
    reckoning = Reckoning(calendar or working_calendar())
    ids = pks if isinstance(pks, range) else sorted(set(pks))
    with transaction.atomic():
        return sum(
            _recompute_chunk(register, ids[at : at + CHUNK], reckoning) for at in range(0, len(ids), CHUNK)
        )


def _recompute_chunk(register: Register, pks: Sequence[int], reckoning: Reckoning) -> int:
    """Where one clock rests on the due day that another writes, the written rows are asked again."""
    inputs = _inputs(pks)
    columns = written_columns(register)
    chained = _chained(register, columns)
    for _ in range(LONGEST_CHAIN):
        wanted, written = _reckon(register, pks, inputs, reckoning)
        copying.update(register.model, copying.columns_of(register.model, columns), written)
        if not written or not chained:
            break
    return _settle(register, pks, wanted)


def _reckon(
    register: Register, pks: Sequence[int], inputs: Mapping[int, Inputs], reckoning: Reckoning
) -> tuple[dict[tuple[int, str], Clock], list[tuple[Any, ...]]]:
    """The clocks that the rows call for, and the rows whose written due days differ from them."""
    columns = written_columns(register)
    by_start = _by_start(register)
    again = {deadline.key: repeated(register, deadline) for deadline in register.procedure.deadlines}
    wanted: dict[tuple[int, str], Clock] = {}
    written: list[tuple[Any, ...]] = []
    for row in _rows(register, pks):
        pk = row["pk"]
        own = inputs.get(pk, NO_INPUTS)
        due_days = dict.fromkeys(columns)
        for deadline in [
            one for starts, some in by_start if any(row[name] for name in starts) for one in some
        ]:
            clock = started(deadline, row, own, reckoning, again[deadline.key])
            if clock is None:
                continue
            wanted[pk, deadline.key] = clock
            if deadline.writes:
                due_days[deadline.writes] = clock[DUE]
        if any(row[name] != day for name, day in due_days.items()):
            written.append((*due_days.values(), pk))
    return wanted, written


def _by_start(register: Register) -> list[tuple[tuple[str, ...], list[Deadline]]]:
    """The clocks by what starts them, so that a row is asked once for those that begin together."""
    found: dict[tuple[str, ...], list[Deadline]] = defaultdict(list)
    for deadline in register.procedure.deadlines:
        found[deadline.starts].append(deadline)
    return list(found.items())


def written_columns(register: Register) -> list[str]:
    """The columns that take a due day; several deadlines may write one, of which one applies."""
    return sorted({deadline.writes for deadline in register.procedure.deadlines if deadline.writes})


def _chained(register: Register, columns: Iterable[str]) -> bool:
    """Whether a clock starts from, is met by, or applies under a written due day."""
    return any(not named(deadline).isdisjoint(columns) for deadline in register.procedure.deadlines)


def named(deadline: Deadline) -> set[str]:
    """The columns of the register that a clock looks at."""
    return {*deadline.starts, *deadline.met, *columns_in(deadline.when)}


def _rows(register: Register, pks: Sequence[int]) -> Iterator[dict[str, Any]]:
    """The columns that clocks read, and whether each clock applies, in one SELECT."""
    deadlines = register.procedure.deadlines
    columns = {name for deadline in deadlines for name in (*deadline.starts, *deadline.met)}
    columns |= {deadline.writes for deadline in deadlines if deadline.writes}
    flags = {f"when_{deadline.key}": _flag(deadline) for deadline in deadlines if deadline.when is not ALWAYS}
    rows = register.model._default_manager.filter(chosen("pk", pks), withdrawn_on__isnull=True)
    yield from rows.annotate(**flags).values(
        "pk", "organ_id", "record__handler_id", "law_on", *sorted(columns), *flags
    )


def _flag(deadline: Deadline) -> Case:
    """1 or 0: a number comes out of both databases without being converted row by row."""
    return Case(When(deadline.when, then=Value(1)), default=Value(0), output_field=IntegerField())


def _inputs(pks: Sequence[int]) -> dict[int, Inputs]:
    pauses: dict[int, dict[str, list[Pause]]] = defaultdict(lambda: defaultdict(list))
    for record, pause, first, last in (
        Interval.objects.filter(chosen("record", pks))
        .order_by("first")
        .values_list("record_id", "pause", "first", "last")
    ):
        pauses[record][pause].append(Pause(first, last))
    extended: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for record, deadline, amount in Prolongation.objects.filter(chosen("record", pks)).values_list(
        "record_id", "deadline", "amount"
    ):
        extended[record][deadline] += amount
    return {pk: Inputs(pauses[pk], extended[pk]) for pk in {*pauses, *extended}}


def repeated(register: Register, deadline: Deadline) -> frozenset[str]:
    """The dates that meet the clock only from its start on: of acts that end the pause its start began.

    A case is suspended a second time: that it was resumed after the first does not meet the new clock.
    """
    moves = register.procedure.moves
    opened = {move.opens for move in moves if move.sets in deadline.starts and move.opens}
    return frozenset(move.sets for move in moves if move.closes in opened and move.sets in deadline.met)


def started(
    deadline: Deadline,
    row: Mapping[str, Any],
    inputs: Inputs,
    reckoning: Reckoning,
    again: Collection[str] = (),
) -> Clock | None:
    """The clock that the row calls for, or None: not started, not applicable, or no edition sets the
    limit.

    :param again: the dates that meet it only from its start on (:func:`repeated`).
    :raises Refusal: the limit cannot be counted, as from a day at the end of the calendar.
    """
    start = next((day for name in deadline.starts if (day := row[name])), None)
    if start is None or row["law_on"] is None or not row.get(f"when_{deadline.key}", 1):
        return None
    limit = reckoning.limit(deadline, row["law_on"], row["organ_id"])
    if limit is None:
        return None
    pauses = [pause for key in deadline.pauses for pause in inputs.pauses.get(key, ())]
    extended = inputs.extended.get(deadline.key, 0)
    try:
        due = reckoning.due(start, limit.period, pauses, extended)
    except Refused as refused:
        raise Refusal(f"“{deadline.label}”不能计算：{refused}") from None
    met = (day for name in deadline.met if (day := row[name]) and (day >= start or name not in again))
    return (
        row["organ_id"],
        row["record__handler_id"],
        start,
        due.raw_due,
        due.due,
        min(met, default=None),
        extended,
        deadline.watch,
        due.paused,
        due.provisional,
        limit.article,
        limit.law,
        due.calendar_edition,
    )


def _settle(register: Register, pks: Sequence[int], wanted: Mapping[tuple[int, str], Clock]) -> int:
    """Write the difference between what stands and what is wanted."""
    gone: list[int] = []
    changed: dict[tuple[int, ...], list[tuple[Any, ...]]] = defaultdict(list)
    missing = dict(wanted)
    standing = Obligation.objects.filter(chosen("record", pks))
    for pk, record, deadline, *have in standing.values_list("pk", "record_id", "deadline", *KEPT):
        want = missing.pop((record, deadline), None)
        if want is None:
            gone.append(pk)
        elif differs := tuple(at for at, value in enumerate(have) if value != want[at]):
            changed[differs].append((*(want[at] for at in differs), pk))
    if gone:
        Obligation.objects.filter(pk__in=gone).delete()
    # Only what differs is written: a new edition of the calendar leaves the indexes on due days alone.
    for differs, rows in changed.items():
        copying.update(Obligation, [KEPT[at] for at in differs], rows)
    copying.insert(
        Obligation,
        ("record_id", "deadline", "register", *KEPT),
        [copying.plain((*key, register.key, *clock)) for key, clock in missing.items()],
    )
    return len(gone) + sum(map(len, changed.values())) + len(missing)


def explanation(
    register: Register,
    obligation: Obligation,
    calendar: Calendar | None = None,
    *,
    inputs: Inputs | None = None,
    reckoning: Reckoning | None = None,
) -> str:
    """How the due day was counted, for a clerk: a pure function of the obligation and the record's
    intervals.

    :param inputs, reckoning: for several clocks of one record, read once by the caller.
    """
    deadline = register.procedure.deadline(obligation.deadline)
    found = next(
        ((cite, period) for cite, period in deadline.period if str(cite.law) == obligation.law), None
    )
    if found is None:
        return f"期限依据{obligation.article}，现行声明中已无该版本。"
    reckoning = reckoning or Reckoning(calendar or working_calendar())
    cite = found[0]
    period = reckoning.local(deadline, found[1], obligation.organ_id)
    inputs = inputs or _inputs([obligation.record_id]).get(obligation.record_id, NO_INPUTS)
    pauses = [pause for key in deadline.pauses for pause in inputs.pauses.get(key, ())]
    due = count(obligation.started_on, period, pauses, obligation.extended, reckoning.calendar)
    return explain(due, citations(deadline, cite, obligation), calendar=reckoning.calendar)


def citations(deadline: Deadline, cite: Citation, obligation: Obligation) -> tuple[Citation, ...]:
    """The articles a due day rests on: the period's, and the extension's where one was granted."""
    if not obligation.extended or deadline.extension is None:
        return (cite,)
    return (cite, *(more for more in deadline.extension.cites if more.law == cite.law))
