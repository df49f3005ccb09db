"""What a write changes elsewhere: records that ask over links are settled, however many links away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.db.models import OuterRef, Q
from django.test.utils import CaptureQueriesContext

from fazhi.engine import registry as declared
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, Linkage, load
from fazhi.engine.condition import columns_in, columns_named, filled, linked, own, part, paths_in
from fazhi.engine.deadline import Deadline
from fazhi.engine.models import Breach, Obligation, Record, RecordModel
from fazhi.engine.neighbours import reached
from fazhi.engine.procedure import Gate, Move
from fazhi.engine.records import link_records, save_record, withdraw_record
from fazhi.engine.registry import Registry, installed
from fazhi.law import Days, by_law
from fazhi.organs.models import Role
from tests.engine.conftest import County, opinion
from tests.toy.declaration import NEW, OLD, OPINIONS, PERMITS, PROCEDURE, TOY, Done

pytestmark = pytest.mark.django_db
MARCH, APRIL = date(2025, 3, 3), date(2025, 4, 1)

BEHIND = Gate(
    "behind",
    "批准以前，另一许可当日应当有法律意见",
    linked(
        "toy.permit",
        Q(received_on__lte=own("approved_on")) & linked("toy.opinion", Q(issued_on=own("received_on"))),
    ),
    NEW.art(6),
    remedy="请先关联",
)
DUE = Gate(
    "due", "许可应当有期限", linked("toy.permit", filled("close_due_on")), NEW.art(6), remedy="请先关联"
)


def install(moves: tuple[Move, ...] = PROCEDURE.moves, *, waiting: bool = False) -> Registry:
    """The toy with these moves of a permit; ``waiting`` lets its clock wait for an opinion of April, and the
    filing of opinions ask for the due day.
    """
    opinions, deadlines = OPINIONS, PROCEDURE.deadlines
    if waiting:
        last = Deadline(
            "close", "办结", rule="TY-T3", who=Role.HANDLER, starts="accepted_on", met=("closed_on",),
            when=linked("toy.opinion", Q(issued_on=APRIL)), period=by_law((NEW.art(4), Days(60))),
            writes="close_due_on",
        )  # fmt: skip
        deadlines = (*(one for one in deadlines if one.key != "close"), last)
        filed = Move(
            "file", "归档", (Done.ISSUED,), Done.FILED, OLD.art(6), NEW.art(6), who=Role.HANDLER,
            sets="issued_on", gates=(DUE,),
        )  # fmt: skip
        opinions = replace(OPINIONS, procedure=replace(OPINIONS.procedure, moves=(filed,)))
    changed = replace(PERMITS, procedure=replace(PROCEDURE, moves=moves, deadlines=deadlines))
    others = [one for key, one in installed().workstreams.items() if key != TOY.key]
    declared.install((*others, replace(TOY, registers=(changed, opinions))))
    return installed()


@pytest.fixture
def _looking(_declared: None) -> None:
    """To approve a permit asks, through a linked permit, for an opinion of the day it was received."""
    approve = PROCEDURE.move("approve")
    asking = Move("approve", approve.label, approve.sources, None, *approve.cites, who=Role.HEAD,
                  sets="approved_on", gates=(BEHIND,))  # fmt: skip
    install(tuple(asking if one.key == "approve" else one for one in PROCEDURE.moves))


def permit(county: County, **facts: date) -> RecordModel:
    register = installed().registers["toy.permit"]
    values = {"applicant": "张三", "received_on": MARCH, **facts}
    [pk] = load(register, [BulkRow(county.government.pk, MARCH, values)], actor=SYSTEM).pks()
    return register.model._default_manager.select_related("record").get(pk=pk)


def link(one: RecordModel, other: RecordModel) -> None:
    link_records(Record.objects.get(pk=one.pk), Record.objects.get(pk=other.pk), actor=SYSTEM)


def correct(row: RecordModel, **values: date) -> None:
    row.record.refresh_from_db()
    register = installed().registers[row.record.register]
    save_record(register, row.pk, values, actor=SYSTEM, version=row.record.version, why="录入有误")
    row.record.refresh_from_db()


def broken(row: RecordModel, gate: str = "behind") -> bool:
    return Breach.objects.filter(record=row.pk, gate=gate).exists()


@pytest.mark.usefixtures("_looking")
def test_a_correction_two_links_away_measures_the_record_again(county: County) -> None:
    asks, between, advice = permit(county, approved_on=APRIL), permit(county), opinion(county, MARCH)
    link(asks, between)
    link(between, advice)
    assert not broken(asks)
    correct(advice, issued_on=APRIL)
    assert broken(asks)
    correct(between, received_on=APRIL)
    assert not broken(asks)
    version = Record.objects.get(pk=advice.pk).version
    withdraw_record(OPINIONS, advice.pk, actor=SYSTEM, version=version, why="误")
    assert broken(asks)


@pytest.mark.usefixtures("_looking")
@pytest.mark.parametrize("way", ["out", "back"])
def test_a_link_further_on_measures_the_record_again_that_looks_through(county: County, way: str) -> None:
    asks, between, advice = permit(county, approved_on=APRIL), permit(county), opinion(county, MARCH)
    link(between, asks)
    assert broken(asks)
    link(*((between, advice) if way == "out" else (advice, between)))
    assert not broken(asks)


@pytest.mark.usefixtures("_looking")
def test_a_load_two_links_away_measures_the_record_again(county: County) -> None:
    asks, between = permit(county, approved_on=APRIL), permit(county)
    link(asks, between)
    assert broken(asks)
    given = BulkRow(county.government.pk, MARCH, {"issued_on": MARCH}, links=(Linkage(between.pk),))
    load(OPINIONS, [given], actor=SYSTEM)
    assert not broken(asks)


@pytest.mark.usefixtures("_looking")
def test_settling_costs_no_more_statements_for_more_records_behind(county: County) -> None:
    costs = []
    for count in (2, 4):
        advice = opinion(county, MARCH)
        asking = []
        for _ in range(count):
            between = permit(county)
            link(between, advice)
            for _ in range(count):
                asking.append(permit(county, approved_on=APRIL))
                link(asking[-1], between)
        assert not any(map(broken, asking))
        with CaptureQueriesContext(connection) as seen:
            correct(advice, issued_on=APRIL)
        costs.append(sum("SAVEPOINT" not in query["sql"] for query in seen.captured_queries))
        assert all(map(broken, asking))
    assert costs[0] == costs[1]


@pytest.mark.usefixtures("_declared")
def test_a_due_day_that_a_clock_writes_is_heard_further_on_and_a_circle_ends(county: County) -> None:
    """An opinion of April starts the clock of a permit; filing another opinion asks for its due day."""
    registry = install(waiting=True)
    assert registry.ways["toy.opinion"] == {("toy.permit",), ("toy.permit", "toy.opinion")}
    row, starts, asks = permit(county, accepted_on=MARCH), opinion(county, APRIL), opinion(county, MARCH)
    link(row, asks)
    assert broken(asks, "due")
    link(row, starts)
    assert not broken(asks, "due")
    correct(starts, issued_on=MARCH)
    assert not Obligation.objects.filter(record=row.pk, deadline="close").exists()
    assert broken(asks, "due")


@pytest.mark.usefixtures("_declared")
def test_a_record_that_does_not_ask_itself_is_passed_through(county: County) -> None:
    """Of permits only the approval asks, through another permit, about opinions: the one between is not."""
    approve = PROCEDURE.move("approve")
    asking = Move("approve", approve.label, approve.sources, None, *approve.cites, who=Role.HEAD,
                  sets="approved_on", gates=(BEHIND,))  # fmt: skip
    close = PROCEDURE.move("close")
    bare = Move("close", close.label, close.sources, close.target, *close.cites, who=close.who,
                sets="closed_on")  # fmt: skip
    registry = install(tuple({"approve": asking, "close": bare}.get(one.key, one) for one in PROCEDURE.moves))
    assert registry.ways["toy.opinion"] == {("toy.permit", "toy.permit")}
    assert (registry.asking["toy.opinion"], registry.asking["toy.permit"]) == (set(), {"toy.permit"})
    asks, between, advice = permit(county, approved_on=APRIL), permit(county), opinion(county, MARCH)
    link(asks, between)
    link(between, advice)
    found = list(reached(installed().registers["toy.opinion"], [advice.pk]))
    assert found == [("toy.permit", [asks.pk])]
    assert not broken(asks)


def test_registers_that_are_not_declared_lead_nowhere() -> None:
    apart = Move("file", "归档", (Done.ISSUED,), Done.FILED, NEW.art(6), who=Role.HANDLER,
                 apart=("toy.nothing.weigh",))  # fmt: skip
    alone = replace(OPINIONS, procedure=replace(OPINIONS.procedure, moves=(apart,)))
    assert Registry([replace(TOY, registers=(PERMITS,), indicators=())]).ways == {"toy.permit": set()}
    assert Registry([replace(TOY, registers=(alone,), indicators=())]).ways == {"toy.opinion": set()}


def test_where_nobody_asks_nothing_is_read(county: County) -> None:
    advice = opinion(county, MARCH)
    silent = replace(OPINIONS, key="toy.silent")
    with CaptureQueriesContext(connection) as seen:
        assert list(reached(silent, [advice.pk])) == []
    assert not seen.captured_queries


def test_the_columns_at_the_end_of_each_path_are_known() -> None:
    assert [(path, sorted(columns)) for path, columns in paths_in(BEHIND.met)] == [
        (("toy.permit",), ["received_on"]),
        (("toy.permit", "toy.opinion"), ["issued_on"]),
    ]
    assert (columns_named(BEHIND.met), columns_in(BEHIND.met)) == (set(), {"approved_on"})
    hearing = part("toy.Hearing", Q(held_on=OuterRef("received_on"))) | filled("closed_on")
    assert (columns_named(hearing), columns_in(hearing)) == ({"closed_on"}, {"closed_on", "received_on"})
