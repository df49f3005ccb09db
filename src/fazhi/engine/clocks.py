"""Clocks as obligations: started, met, paused, extended, and recomputed when inputs or the calendar change.

The inputs of all clocks of a register come in one SELECT (conditions included); what each clock says is then
a pure function of these, so one record after a move and a million after a notice take the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import Any

from django.db import transaction
from django.db.models import Case, IntegerField, Q, Value, When

from fazhi.engine import copying
from fazhi.engine.condition import ALWAYS, columns_in, filled, has_parts
from fazhi.engine.copying import chosen
from fazhi.engine.deadline import Deadline
from fazhi.engine.models import CalendarNotice, Interval, Obligation, Prolongation
from fazhi.engine.reckoning import NO_INPUTS, Clock, Hand, Inputs, Reckoning, count
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.law import Citation
from fazhi.law.calendar import Calendar
from fazhi.law.due import Pause, explain
from fazhi.law.holidays import read_notice

CHUNK = 10_000
KEPT = (
    "organ_id",
    "handler_id",
    "met_on",
    "started_on",
    "raw_due_on",
    "due_on",
    "extended",
    "watch",
    "paused",
    "provisional",
    "article",
    "law",
    "calendar",
)
DUE = KEPT.index("due_on")
DAYS = tuple(2 + KEPT.index(name) for name in ("met_on", "started_on", "raw_due_on", "due_on"))
"""The places of days in a row of an obligation: its record and deadline come first."""
LONGEST_CHAIN = 4
Wanted = dict[int, dict[str, Clock]]
"""The clocks that the rows call for, by record and deadline."""


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


HEAD = ("pk", "organ_id", "record__handler_id", "law_on")
"""What stands before the dates in a row that clocks are reckoned of."""


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
    """Where a clock rests on the due day that another writes, it is asked again of the written rows."""
    inputs, wanted = _inputs(pks), Wanted()
    deadlines: Sequence[Deadline] = register.procedure.deadlines
    for _ in range(LONGEST_CHAIN):
        written = _reckon(register, deadlines, pks, inputs, reckoning, wanted)
        columns = written_columns(deadlines)
        copying.update(register.model, copying.columns_of(register.model, columns), written)
        deadlines = chained(deadlines)
        if not written or not deadlines:
            break
    return _settle(register, pks, wanted)


def _reckon(
    register: Register,
    deadlines: Sequence[Deadline],
    pks: Sequence[int],
    inputs: Mapping[int, Inputs],
    reckoning: Reckoning,
    wanted: Wanted,
) -> list[tuple[Any, ...]]:
    """Put into ``wanted`` what the rows call for; returns the rows whose written due days differ from it."""
    columns = written_columns(deadlines)
    dates = [name for one in deadlines for name in (*one.starts, *one.met)]
    places = {name: at for at, name in enumerate(dict.fromkeys((*HEAD, *columns, *dates)))}
    hands = [Hand(one, register.procedure, places, reckoning) for one in deadlines]
    flags = len(places)
    written: list[tuple[Any, ...]] = []
    for row in _rows(register, deadlines, pks, list(places)):
        pk = row[0]
        given = inputs.get(pk)
        running = wanted.setdefault(pk, {})
        if running:
            for one in deadlines:
                running.pop(one.key, None)
        due_days = dict.fromkeys(columns)
        for hand in compress(hands, row[flags:]):
            clock = hand.clock(row, given)
            if clock is not None:
                running[hand.deadline.key] = clock
                if hand.deadline.writes:
                    due_days[hand.deadline.writes] = clock[DUE]
        days = tuple(due_days.values())
        if row[len(HEAD) : len(HEAD) + len(days)] != days:
            written.append((*days, pk))
    return written


def written_columns(deadlines: Iterable[Deadline]) -> list[str]:
    """The columns that take a due day; several deadlines may write one, of which one applies."""
    return sorted({deadline.writes for deadline in deadlines if deadline.writes})


def rests_on_due_day(register: Register, wheres: Iterable[Q]) -> bool:
    """Whether one of the conditions looks at a due day that a clock of the register writes."""
    written = set(written_columns(register.procedure.deadlines))
    return any(not written.isdisjoint(columns_in(where)) for where in wheres)


def chained(deadlines: Sequence[Deadline]) -> list[Deadline]:
    """The clocks that start from, are met by, or apply under a due day that one of these writes; with them
    those that write the same column.
    """
    columns = set(written_columns(deadlines))
    resting = {one.key for one in deadlines if not columns.isdisjoint(named(one)) or has_parts(one.when)}
    taken = {one.writes for one in deadlines if one.key in resting and one.writes}
    return [one for one in deadlines if columns and (one.key in resting or one.writes in taken)]


def named(deadline: Deadline) -> set[str]:
    """The columns of the register that a clock looks at."""
    return {*deadline.starts, *deadline.met, *columns_in(deadline.when)}


def _rows(
    register: Register, deadlines: Sequence[Deadline], pks: Sequence[int], names: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """The columns that clocks read, and after them whether each clock runs, in one SELECT."""
    flags = {f"runs_{deadline.key}": _flag(deadline) for deadline in deadlines}
    rows = register.model._default_manager.filter(chosen("pk", pks), withdrawn_on__isnull=True)
    return copying.read(rows.annotate(**flags).values_list(*names, *flags))


def _flag(deadline: Deadline) -> Case:
    """1 or 0: it has started under a law, and applies."""
    begun = Q()
    for name in deadline.starts:
        begun |= filled(name)
    begun &= filled("law_on")
    runs = begun if deadline.when is ALWAYS else begun & deadline.when
    return Case(When(runs, then=Value(1)), default=Value(0), output_field=IntegerField())


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


def _settle(register: Register, pks: Sequence[int], wanted: Wanted) -> int:
    """Write the difference between what stands and what is wanted, which is used up."""
    gone: list[int] = []
    changed: dict[tuple[int, ...], list[tuple[Any, ...]]] = defaultdict(list)
    standing = Obligation.objects.filter(chosen("record", pks))
    for pk, record, deadline, *have in copying.read(
        standing.values_list("pk", "record_id", "deadline", *KEPT)
    ):
        want = wanted.get(record, {}).pop(deadline, None)
        if want is None:
            gone.append(pk)
        elif differs := tuple(at for at, value in enumerate(have) if value != want[at]):
            changed[differs].append((*(want[at] for at in differs), pk))
    if gone:
        Obligation.objects.filter(pk__in=gone).delete()
    # Only what differs is written: a new edition of the calendar leaves the indexes on due days alone.
    for differs, rows in changed.items():
        copying.update(Obligation, [KEPT[at] for at in differs], rows)
    missing = sum(map(len, wanted.values()))
    if missing:
        new = ((pk, key, *clock) for pk, running in wanted.items() for key, clock in running.items())
        columns = ("record_id", "deadline", *KEPT)
        copying.insert(Obligation, columns, copying.with_days(new, DAYS), {"register": register.key})
    return len(gone) + sum(map(len, changed.values())) + missing


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
    cites = citations(deadline, cite, obligation)
    return explain(due, cites, calendar=reckoning.calendar, least=deadline.least)


def citations(deadline: Deadline, cite: Citation, obligation: Obligation) -> tuple[Citation, ...]:
    """The articles a due day rests on: the period's, and the extension's where one was granted."""
    if not obligation.extended or deadline.extension is None:
        return (cite,)
    return (cite, *(more for more in deadline.extension.cites if more.law == cite.law))
