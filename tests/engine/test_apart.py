"""Separation of duties between linked records: who drafted the one may not review it in the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.engine import checks
from fazhi.engine import registry as declared
from fazhi.engine.access import rights_of
from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.breaches import measure
from fazhi.engine.gates import possible_moves
from fazhi.engine.models import Breach, Event, Link, Record, RecordModel
from fazhi.engine.moves import make_move
from fazhi.engine.procedure import Move
from fazhi.engine.records import link_records, open_record, withdraw_record
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import Registry
from fazhi.organs.models import Grant, Role
from tests.engine.conftest import TODAY, County, Opened, move, official, opinion
from tests.toy.declaration import NEW, OLD, OPINIONS, PERMITS, TOY, Done
from tests.toy.models import Permit, Weight

pytestmark = pytest.mark.django_db
MARCH = date(2025, 3, 3)


def filing(*apart: str) -> Register:
    """The register of opinions, whose filing is kept apart from these acts."""
    act = Move(
        "file", "归档", (Done.ISSUED,), Done.FILED, OLD.art(6), NEW.art(6), who=Role.HANDLER, apart=apart
    )
    return replace(OPINIONS, procedure=replace(OPINIONS.procedure, moves=(act,)))


APART = filing("toy.permit.weigh", "toy.permit.open")


@pytest.fixture(autouse=True)
def _kept_apart(_declared: None) -> None:
    """Who entered a permit, or weighed it, may not file the opinion on it."""
    use(APART)


def use(opinions: Register) -> None:
    others = [one for key, one in declared.installed().workstreams.items() if key != TOY.key]
    declared.install((*others, replace(TOY, registers=(PERMITS, opinions))))


@pytest.fixture
def both(county: County) -> Actor:
    actor = official("孙八", county.government, Role.HANDLER)
    assert actor.person is not None
    Grant.objects.create(person=actor.person, organ=county.government, role=Role.HEAD)
    return actor


def file(row: RecordModel, actor: Actor) -> None:
    row.record.refresh_from_db()
    make_move(APART, row.pk, "file", actor=actor, on=TODAY, version=row.record.version)
    row.refresh_from_db()


def weighed(accepted: Opened, by: Actor) -> Permit:
    row = accepted(MARCH)
    move(row, "weigh", by, MARCH, values={"weight": Weight.LIGHT})
    return row


def link(row: RecordModel, other: RecordModel, actor: Actor) -> None:
    link_records(Record.objects.get(pk=row.pk), Record.objects.get(pk=other.pk), actor=actor)


def broken(row: RecordModel) -> list[tuple[str, str, str]]:
    return list(Breach.objects.filter(record=row.pk, gate="apart").values_list("move", "label", "article"))


@pytest.mark.parametrize("way", ["out", "back"])
def test_who_weighed_the_permit_may_not_file_the_opinion_linked_with_it(
    accepted: Opened, county: County, both: Actor, way: str
) -> None:
    row, advice = weighed(accepted, both), opinion(county, MARCH)
    link(row, advice, county.handler) if way == "out" else link(advice, row, county.handler)
    said = (
        "孙八已经在关联的许可“张三 申请 一般”中办理“认定分量”，不得再办理“归档”（《示例许可法》第六条）。"
        "请由另一人办理。"
    )
    for acted in (None, set[str]()):
        shown = possible_moves(APART, advice, both, rights_of(both.person, TODAY), acted=acted)
        assert [str(lack) for one in shown for lack in one.lacks] == [said]
    with pytest.raises(Refusal, match="不能办理“归档”") as refused:
        file(advice, both)
    assert [str(lack) for lack in refused.value.lacks] == [said]
    other = official("周九", county.government, Role.HANDLER)
    file(advice, other)
    assert (advice.step, broken(advice)) == (Done.FILED, [])


def test_who_entered_the_permit_may_not_file_the_opinion(accepted: Opened, county: County) -> None:
    row, advice = accepted(MARCH), opinion(county, MARCH)
    link(row, advice, SYSTEM)
    with pytest.raises(Refusal, match="李四已经在关联的许可“张三 申请 一般”中办理“登记”，不得再办理“归档”"):
        file(advice, county.handler)


def test_who_filed_the_opinion_may_not_weigh_the_permit_afterwards(
    accepted: Opened, county: County, both: Actor
) -> None:
    row, advice = accepted(MARCH), opinion(county, MARCH)
    link(row, advice, county.handler)
    file(advice, both)
    with pytest.raises(Refusal, match="孙八已经在关联的法律意见“法律意见”中办理“归档”，不得再办理“认定分量”"):
        move(row, "weigh", both, TODAY, values={"weight": Weight.HEAVY})
    move(row, "weigh", county.handler, TODAY, values={"weight": Weight.HEAVY})


def test_what_one_person_weighed_and_filed_is_not_linked_afterwards(
    accepted: Opened, county: County, both: Actor
) -> None:
    row, advice = weighed(accepted, both), opinion(county, MARCH)
    file(advice, both)
    for one, other in ((row, advice), (advice, row)):
        with pytest.raises(Refusal, match="不能关联") as refused:
            link(one, other, county.handler)
        [lack] = refused.value.lacks
        assert "孙八既办理了" in lack.text
        assert "许可“张三 申请 一般”的“认定分量”" in lack.text
        assert "法律意见“法律意见”的“归档”" in lack.text
        assert lack.articles == ("《示例许可法》第六条",)
    assert not Link.objects.exists()


def test_a_link_of_the_past_is_kept_and_stands_red_until_the_record_behind_it_goes(
    accepted: Opened, county: County, both: Actor
) -> None:
    row, advice = weighed(accepted, both), opinion(county, MARCH)
    file(advice, both)
    link(row, advice, SYSTEM)
    said = "办理“归档”的，应当不是办理“许可：认定分量”、“许可：登记”的人"
    assert broken(advice) == [("file", said, "《示例许可法》第六条")]
    assert broken(row) == []
    version = Record.objects.get(pk=row.pk).version
    withdraw_record(PERMITS, row.pk, actor=county.handler, version=version, why="误")
    assert broken(advice) == []


def test_a_withdrawn_permit_keeps_nobody_from_filing(accepted: Opened, county: County, both: Actor) -> None:
    row, advice = weighed(accepted, both), opinion(county, MARCH)
    link(row, advice, county.handler)
    withdraw_record(
        PERMITS, row.pk, actor=county.handler, version=Record.objects.get(pk=row.pk).version, why="误"
    )
    file(advice, both)
    assert advice.step == Done.FILED


def test_acts_of_the_past_on_one_record_are_measured_by_what_the_law_keeps_apart(county: County) -> None:
    """The separation was declared later than the acts were done."""
    use(OPINIONS)
    own = open_record(
        OPINIONS, organ=county.government, values={"issued_on": MARCH}, actor=county.handler, on=MARCH
    )
    other = opinion(county, MARCH)
    for row in (own, other):
        make_move(OPINIONS, row.pk, "file", actor=county.handler, on=TODAY, version=row.record.version)
    later = filing("open")
    use(later)
    assert measure(later) == 1
    said = "办理“归档”的，应当不是办理“登记”的人"
    assert (broken(own), broken(other)) == ([("file", said, "《示例许可法》第六条")], [])


def test_an_unknown_act_of_a_linked_record_is_a_fault() -> None:
    for name in ("toy.permit.fly", "toy.nothing.weigh"):
        registry = Registry([replace(TOY, registers=(PERMITS, filing(name)))])
        assert ("toy.opinion", f"move file: kept apart from the unknown move {name}") in list(
            checks.faults(registry)
        )
    assert list(checks.faults(Registry([replace(TOY, registers=(PERMITS, APART))]))) == []


def test_asking_what_was_done_beside_costs_no_more_for_many_linked_records(
    accepted: Opened, county: County, both: Actor
) -> None:
    advice = opinion(county, MARCH)
    costs = []
    for count in (1, 5):
        for _ in range(count):
            link(weighed(accepted, both), advice, county.handler)
        with CaptureQueriesContext(connection) as seen:
            possible_moves(APART, advice, both, rights_of(both.person, TODAY))
        costs.append(len(seen))
    assert costs[0] == costs[1]
    assert Event.objects.filter(kind="weigh", actor=both.person).count() == 6
