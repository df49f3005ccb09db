"""A small tree, permits as facts, and indicators of every kind, for the tests of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from hypothesis import strategies as st

from fazhi.engine.figures.kinds import (
    Change,
    Count,
    Coverage,
    Declared,
    Distinct,
    Indicator,
    Median,
    Ratio,
    Share,
    Stock,
    Sum,
)
from fazhi.engine.models import Link, Record, RecordModel
from fazhi.engine.registry import Registry
from fazhi.organs.models import Kind, Level, Organ
from fazhi.organs.tree import add_organ
from tests.toy.declaration import ACCEPTED, ADVISED, CLOSED, HEARD, TOY
from tests.toy.models import Hearing, Opinion, Permit, Weight

HEAVY = Q(weight=Weight.HEAVY)
LIGHT_CLOSED = Count("light_closed", "办结一般许可", on="closed_on", where=Q(weight=Weight.LIGHT))
HEAVY_CLOSED = Count("heavy_closed", "办结重大许可", on="closed_on", where=HEAVY)
PAID = Sum("paid_heavy", "重大许可金额", "amount", on="closed_on", where=HEAVY, unit="元", scale=100)
OPINIONS = Count("opinions_2", "法律意见", on="issued_on", of="opinion", unit="份")
ADVICE_RATE = Ratio("advice_rate", "法律意见与受理之比", OPINIONS, ACCEPTED)
CALLS = Declared("calls", "12345来电", owner="12345平台")

MORE: tuple[Indicator, ...] = (
    LIGHT_CLOSED,
    HEAVY_CLOSED,
    Count("urgent_closed", "办结紧急重大许可", on="closed_on", where=Q(urgent=True) & HEAVY),
    Count(
        "weighed_closed", "办结已定分量许可", on="closed_on", where=Q(weight__in=(Weight.LIGHT, Weight.HEAVY))
    ),
    Count("either_closed", "办结紧急或者重大许可", on="closed_on", where=Q(urgent=True) | HEAVY),
    Count("dear_closed", "办结金额较大许可", on="closed_on", where=Q(amount__gte=5_000)),
    Count("heard", "听证许可", on="accepted_on", where=HEARD),
    Count("advised", "有法律意见的许可", on="accepted_on", where=ADVISED),
    Stock("opening", "上年结转许可", since="accepted_on", until="closed_on", opening=True),
    Stock("heavy_open", "在办重大许可", since="accepted_on", until="closed_on", where=HEAVY),
    Count("left", "办结已受理许可", on="closed_on", where=Q(accepted_on__isnull=False)),
    PAID,
    Distinct("outcomes", "结果种类", "outcome", on="closed_on", unit="种"),
    Share("heavy_closed_rate", "办结中重大占比", CLOSED, HEAVY),
    ADVICE_RATE,
    Ratio("mean_paid", "件均金额", PAID, HEAVY_CLOSED, unit="元/件"),
    Coverage("coverage", "办理许可的部门占比", ACCEPTED, (Kind.DEPARTMENT,)),
    Coverage("county_coverage", "县级部门占比", ACCEPTED, (Kind.DEPARTMENT,), (Level.COUNTY,)),
    Coverage("city_coverage", "市级部门占比", ACCEPTED, (Kind.DEPARTMENT,), (Level.CITY,)),
    Change("growth", "受理增长率", ACCEPTED),
    Change("rate_growth", "结案率变化", Ratio("rate", "结案率", CLOSED, ACCEPTED)),
    Median("wait", "受理用时", "received_on", "accepted_on", on="accepted_on"),
    Change("advice_growth", "法律意见与受理之比的增长率", ADVICE_RATE),
    CALLS,
    Ratio("calls_rate", "每件许可来电", CALLS, ACCEPTED, unit="次"),
)

REGISTRY = Registry([replace(TOY, indicators=(*TOY.indicators, *MORE))])
COUNTED = [key for key, one in REGISTRY.indicators.items() if one.kind != "declared"]


@dataclass(frozen=True)
class Tree:
    """A city with two counties, each with bureaus; one bureau merged into another in mid 2017."""

    city: Organ
    county: Organ
    other: Organ
    bureau: Organ
    merged: Organ
    city_bureau: Organ

    @property
    def all(self) -> tuple[Organ, ...]:
        return (self.city, self.county, self.other, self.bureau, self.merged, self.city_bureau)


def plant() -> Tree:
    from fazhi.organs.reform import merge

    with transaction.atomic():
        city = add_organ("999900", "示例市人民政府", kind=Kind.GOVERNMENT, level=Level.CITY)
        city_bureau = add_organ("999900/a", "示例市局", kind=Kind.DEPARTMENT, level=Level.CITY, parent=city)
        counties = [
            add_organ(
                f"99990{at}", f"示例{at}县人民政府", kind=Kind.GOVERNMENT, level=Level.COUNTY, parent=city
            )
            for at in (1, 2)
        ]
        below: dict[str, Any] = {"kind": Kind.DEPARTMENT, "level": Level.COUNTY, "parent": counties[0]}
        bureau = add_organ("999901/a", "示例县甲局", line=city_bureau, **below)
        merged = add_organ("999901/b", "示例县乙局", **below)
        merge(merged, bureau, date(2017, 7, 1))
        merged.refresh_from_db()
    return Tree(city, counties[0], counties[1], bureau, merged, city_bureau)


@dataclass(frozen=True)
class Fact:
    """One permit as a fact; ``organ`` counts into :attr:`Tree.all`."""

    organ: int = 3
    applicant: str = "张三"
    received_on: date | None = date(2017, 3, 1)
    accepted_on: date | None = date(2017, 3, 2)
    closed_on: date | None = None
    weight: Weight = Weight.LIGHT
    urgent: bool = False
    amount: int | None = None
    outcome: str = ""
    withdrawn: bool = False
    heard: bool = False
    advised: bool = False


def keep(tree: Tree, facts: Iterable[Fact]) -> list[Permit]:
    """Save facts as they are, without the engine's checks."""
    return [keep_one(tree, fact) for fact in facts]


def keep_one(tree: Tree, fact: Fact) -> Permit:
    organ = tree.all[fact.organ]
    gone = date(2018, 1, 1) if fact.withdrawn else None
    hub = Record.objects.create(
        register="toy.permit", organ=organ, title="示例", withdrawn_on=gone, synthetic=True
    )
    row = Permit.objects.create(
        record=hub,
        organ=organ,
        step="open",
        withdrawn_on=gone,
        **{
            name: getattr(fact, name)
            for name in (
                "applicant",
                "received_on",
                "accepted_on",
                "closed_on",
                "weight",
                "urgent",
                "amount",
                "outcome",
            )
        },
    )
    if fact.heard:
        Hearing.objects.create(record=row, held_on=date(2017, 5, 1))
        Hearing.objects.create(record=row, held_on=None)
    if fact.advised:
        opinion = Record.objects.create(register="toy.opinion", organ=organ, title="意见", synthetic=True)
        Opinion.objects.create(record=opinion, organ=organ, step="issued", issued_on=date(2017, 5, 2))
        Link.objects.create(here=hub, there=opinion)
    return row


DAYS = st.dates(date(2016, 1, 1), date(2018, 12, 31))


@st.composite
def facts(draw: Any) -> Fact:
    """A permit whose dates follow each other, from 2016 to 2018."""
    first = draw(DAYS)
    accepted = draw(st.one_of(st.none(), st.dates(first, date(2018, 12, 31))))
    closed = None if accepted is None else draw(st.one_of(st.none(), st.dates(accepted, date(2018, 12, 31))))
    return Fact(
        organ=draw(st.integers(0, 5)),
        applicant=draw(st.sampled_from(["张三", "李四", ""])),
        received_on=first,
        accepted_on=accepted,
        closed_on=closed,
        weight=draw(st.sampled_from(list(Weight))),
        urgent=draw(st.booleans()),
        amount=draw(st.one_of(st.none(), st.integers(0, 10**4))),
        outcome=draw(st.sampled_from(["", "准予", "不准予"])),
        withdrawn=draw(st.integers(0, 5)) == 0,
        heard=draw(st.booleans()),
        advised=draw(st.booleans()),
    )


@contextmanager
def rolled_back() -> Iterator[None]:
    """What is saved inside is gone afterwards: examples of one property do not see each other's records."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def pks(rows: Iterable[RecordModel]) -> set[int]:
    return {row.pk for row in rows}
