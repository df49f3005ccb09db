"""Properties of procedures and clocks: always a way to an end, days given back, days never taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi.engine import clocks
from fazhi.engine.access import rights_of
from fazhi.engine.actor import SYSTEM
from fazhi.engine.breaches import measure
from fazhi.engine.checks import reach
from fazhi.engine.gates import possible_moves
from fazhi.engine.models import Breach, CalendarNotice, Obligation, Record
from fazhi.engine.moves import Given, make_move
from fazhi.engine.procedure import Move, Procedure
from fazhi.engine.register import Register
from fazhi.engine.tick import recount
from fazhi.engine.trail import verify
from fazhi.workstreams.all import WORKSTREAMS
from tests.engine.conftest import TODAY, County, Opened, move
from tests.toy.declaration import OPINIONS, PERMITS
from tests.toy.models import Permit, Weight

ONE_DAY = timedelta(1)
REGISTERS = (PERMITS, OPINIONS, *(one for line in WORKSTREAMS for one in line.registers))
walking = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])


def law_days(register: Register) -> list[date]:
    """The first and the last day of every edition under which a record can be brought to an end at all."""
    procedure = register.procedure
    laws = {cite.law for one in procedure.moves for cite in one.cites}
    days = {day for law in laws for day in (law.in_force, law.until and law.until - ONE_DAY) if day}
    return sorted(day for day in days if procedure.start in steps_with_a_way_out(register, day))


def ways(procedure: Procedure, day: date) -> list[Move]:
    """The moves that lead from step to step under the law of the day."""
    return [one for one in procedure.moves if one.target is not None and one.applies(day)]


@cache
def steps_with_a_way_out(register: Register, day: date) -> frozenset[str]:
    procedure = register.procedure
    back = [(str(one.target), source) for one in ways(procedure, day) for source in one.sources]
    return frozenset(reach(set(procedure.ends), back))


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.key)
@given(data=st.data())
def test_from_wherever_a_record_is_moved_there_is_a_way_to_an_end_under_its_law(
    register: Register, data: st.DataObject
) -> None:
    procedure = register.procedure
    day = data.draw(st.sampled_from(law_days(register)))
    step = procedure.start
    for _ in range(12):
        assert step in steps_with_a_way_out(register, day), f"{step} under the law of {day}"
        onward = [one for one in ways(procedure, day) if step in one.sources]
        if not onward:
            assert step in procedure.ends
            return
        step = str(data.draw(st.sampled_from(onward)).target)


def given_with(key: str, data: st.DataObject) -> Given:
    """What comes with a permit's move."""
    values: dict[str, Any] = {"close": {"outcome": "准予"}, "weigh": {"weight": Weight.LIGHT}}
    amount = data.draw(st.integers(1, 30)) if key == "extend" else None
    return Given(values.get(key, {}), ground="flood" if key == "suspend" else "", amount=amount)


@pytest.mark.django_db
@walking
@given(data=st.data())
def test_a_record_moved_by_the_rules_breaks_none_and_its_clocks_and_trail_agree(
    county: County, permit: Opened, data: st.DataObject
) -> None:
    day = data.draw(st.dates(date(2019, 6, 3), date(2026, 1, 5)))
    row = permit(day, weight=data.draw(st.sampled_from((Weight.LIGHT, Weight.UNDECIDED))))
    rights = rights_of(county.handler.person, TODAY)
    for made in range(1, 9):
        ready = [one.move.key for one in possible_moves(PERMITS, row, SYSTEM, rights) if one.ready]
        allowed = [key for key in ready if lawful_now(row, key, day)]
        if not allowed:
            break
        key = data.draw(st.sampled_from(allowed))
        event = make_move(
            PERMITS, row.pk, key, actor=SYSTEM, on=day, version=made, given=given_with(key, data)
        )
        row = Permit.objects.get(pk=row.pk)
        assert (event.kind, row.record.version) == (key, made + 1)
        assert clocks.recompute(PERMITS, [row.pk]) == 0
        day += timedelta(data.draw(st.integers(0, 6)))
    assert measure(PERMITS, [row.pk]) == 0
    assert not Breach.objects.filter(record=row.pk).exists()
    assert list(verify()) == []


def lawful_now(row: Permit, key: str, day: date) -> bool:
    """What the step alone does not tell: pauses that run already or do not, one extension, before expiry."""
    running = set(row.record.intervals.filter(last__isnull=True).values_list("pause", flat=True))
    clock = Obligation.objects.filter(record=row.pk, deadline="close", met_on__isnull=True).first()
    in_time = clock is not None and (clock.due_on is None or day <= clock.due_on)
    return {
        "appraise": "appraisal" not in running and in_time,
        "appraised": "appraisal" in running,
        "suspend": in_time,
        "extend": in_time and not row.record.prolongations.exists(),
    }.get(key, True)


def halts(data: st.DataObject, start: date) -> Iterator[tuple[str, date]]:
    """Begin and end standstills of both kinds in any order, each act some days after the one before."""
    day, running, suspended = start, False, False
    for _ in range(data.draw(st.integers(1, 7))):
        day += timedelta(data.draw(st.integers(0, 8)))
        if suspended:
            yield "resume", day
            suspended = False
        elif data.draw(st.booleans()):
            yield "suspend", day
            suspended = True
        else:
            yield ("appraised" if running else "appraise"), day
            running = not running
    if suspended:
        yield "resume", day
    if running:
        yield "appraised", day


@pytest.mark.django_db
@walking
@given(data=st.data())
def test_pauses_begun_and_ended_by_moves_add_exactly_the_days_they_excluded(
    county: County, accepted: Opened, data: st.DataObject
) -> None:
    start = data.draw(st.dates(date(2018, 1, 2), date(2026, 3, 2)))
    row = accepted(start)
    excluded: set[date] = set()
    began: dict[str, date] = {}
    for key, day in halts(data, start):
        move(row, key, county.handler, day, ground="flood")
        if key in {"suspend", "appraise"}:
            began[key] = day
            continue
        first = began["suspend" if key == "resume" else "appraise"]
        last = day - ONE_DAY if key == "resume" else day
        excluded |= {first + timedelta(n) for n in range((last - first).days + 1)}
    clock = Obligation.objects.get(record=row.pk, deadline="close")
    # The day of acceptance is not counted, so excluding it takes nothing.
    assert clock.raw_due_on == start + timedelta(60 + len(excluded - {start}))


@pytest.mark.django_db
@walking
@given(
    st.dates(date(2026, 10, 9), date(2026, 11, 24)),
    st.lists(st.dates(date(2027, 1, 1), date(2027, 3, 31)), max_size=12),
    st.lists(st.dates(date(2027, 1, 1), date(2027, 3, 31)), max_size=6),
)
def test_a_notice_of_holidays_never_shortens_a_running_clock(
    county: County, accepted: Opened, start: date, days: list[date], more: list[date]
) -> None:
    CalendarNotice.objects.all().delete()
    row = accepted(start, respondent=county.bureau)
    stood = due_days(row)
    for off in (days, days + more):
        text = "\n".join(f"{day},休" for day in sorted({date(2027, 1, 1), *off}))
        CalendarNotice.objects.update_or_create(year=2027, defaults={"text": text})
        recount()
        now = due_days(row)
        assert all(now[key] >= stood[key] for key in stood)
        assert now == fresh(row)
        stood = now


def due_days(row: Permit) -> dict[str, date]:
    return {
        clock.deadline: clock.due_on
        for clock in Obligation.objects.filter(record=row.pk, met_on__isnull=True)
        if clock.due_on is not None
    }


def fresh(row: Permit) -> dict[str, date]:
    """The due days of the same record as if its clocks were started now."""
    Obligation.objects.filter(record=row.pk).delete()
    clocks.recompute(PERMITS, [row.pk])
    assert Record.objects.filter(pk=row.pk).exists()
    return due_days(row)
