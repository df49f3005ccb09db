"""Declared figures: entered with a source, logged, and told apart from the counted ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.declared import declare_figure
from fazhi.engine.figures.span import year
from fazhi.engine.figures.value import Figure
from fazhi.engine.models import DeclaredFigure, Event
from fazhi.engine.refusal import Refusal
from fazhi.organs.models import Grant, Person, Role
from tests.engine.counted import REGISTRY, Fact, Tree, keep, plant

pytestmark = pytest.mark.django_db

Y2017 = year(2017)
LAST = date(2017, 12, 31)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fazhi.engine.figures.declared.today", lambda: date(2018, 3, 1))


@pytest.fixture
def tree(db: None) -> Tree:
    return plant()


def declare(tree: Tree, key: str, value: Any, **more: Any) -> DeclaredFigure:
    given: dict[str, Any] = {"source": "市中级人民法院统计", "as_of": LAST, "actor": SYSTEM, **more}
    return declare_figure(key, tree.city, "within", Y2017, value, registry=REGISTRY, **given)


def figure(tree: Tree, key: str) -> Figure:
    return compile_figures([key], [tree.city], ["within"], Y2017, registry=REGISTRY)[
        tree.city.pk, "within", key
    ]


def test_a_declared_figure_is_read_with_its_origin(tree: Tree) -> None:
    assert figure(tree, "toy.calls").value is None
    declare(tree, "toy.calls", 23_808)
    one = figure(tree, "toy.calls")
    assert (one.value, one.origin, one.records, one.numerator) == (23_808, "declared", 0, None)
    other = compile_figures(["toy.calls"], [tree.city], ["own"], Y2017, registry=REGISTRY)
    assert other[tree.city.pk, "own", "toy.calls"].value is None


def test_a_decimal_is_kept_exactly(tree: Tree) -> None:
    declare(tree, "toy.closing_rate", Decimal("98.38"))
    assert figure(tree, "toy.closing_rate").value == Fraction(9838, 100)


def test_records_behind_a_declared_count_make_it_counted(tree: Tree) -> None:
    declare(tree, "toy.accepted", 7)
    assert (figure(tree, "toy.accepted").value, figure(tree, "toy.accepted").origin) == (7, "declared")
    keep(tree, [Fact()])
    assert (figure(tree, "toy.accepted").value, figure(tree, "toy.accepted").origin) == (1, "counted")


def test_a_declared_rate_stands_where_its_own_counts_contradict_it(tree: Tree) -> None:
    keep(tree, [Fact(closed_on=date(2017, 4, 3)), Fact()])
    declare(tree, "toy.closing_rate", Decimal("98.38"))
    assert (figure(tree, "toy.closing_rate").value, figure(tree, "toy.closing_rate").origin) == (
        Fraction(9838, 100),
        "declared",
    )


def test_a_rate_on_a_declared_part_is_declared_itself(tree: Tree) -> None:
    declare(tree, "toy.accepted", 8)
    declare(tree, "toy.closed", 6)
    one = figure(tree, "toy.closing_rate")
    assert (one.value, one.numerator, one.denominator, one.origin) == (75, 6, 8, "declared")


def test_a_declared_figure_may_be_a_part_of_a_rate(tree: Tree) -> None:
    keep(tree, [Fact(), Fact()])
    assert figure(tree, "toy.calls_rate").value is None
    declare(tree, "toy.calls", 5)
    one = figure(tree, "toy.calls_rate")
    assert (one.value, one.origin, one.records) == (Fraction(5, 2), "declared", 0)


def test_what_was_declared_for_others_is_left_alone(tree: Tree) -> None:
    declare(tree, "toy.calls", 5)
    assert figure(tree, "toy.closed").origin == "counted"


def test_entering_is_logged_with_the_source(tree: Tree) -> None:
    declare(tree, "toy.calls", 5)
    event = Event.objects.get(kind="declare")
    assert event.changes == {"toy.calls:within": [None, "5"], "source": [None, "市中级人民法院统计"]}
    assert event.organ_id == tree.city.pk


def test_a_correction_needs_a_reason_and_keeps_what_stood_before(tree: Tree) -> None:
    declare(tree, "toy.calls", 5)
    with pytest.raises(Refusal, match="已有申报数5。更正须写明理由"):
        declare(tree, "toy.calls", 6)
    declare(tree, "toy.calls", 6, why="平台更正")
    assert DeclaredFigure.objects.count() == 1
    assert Event.objects.filter(kind="declare").latest("pk").changes["toy.calls:within"] == ["5", "6"]


def test_all_faults_of_an_entry_are_named_at_once(tree: Tree) -> None:
    with pytest.raises(Refusal) as refused:
        declare_figure("toy.none", tree.city, "all", Y2017, 2**70, source=" ", as_of=date(2018, 3, 2),  # type: ignore[arg-type]
                       actor=SYSTEM, registry=REGISTRY)  # fmt: skip
    assert [lack.field for lack in refused.value.lacks] == ["indicator", "scope", "source", "as_of", "value"]
    with pytest.raises(Refusal, match="早于期间的第一日"):
        declare(tree, "toy.calls", 5, as_of=date(2016, 12, 31))
    assert not DeclaredFigure.objects.exists()


def test_only_who_may_enter_records_of_the_organ_may_declare_its_figures(tree: Tree) -> None:
    person = Person.objects.create(name="李四", synthetic=True)
    with pytest.raises(Refusal, match="李四没有该机关的登记权限"):
        declare(tree, "toy.calls", 5, actor=Actor.of(person))
    Grant.objects.create(person=person, organ=tree.city, role=Role.LIAISON)
    assert declare(tree, "toy.calls", 5, actor=Actor.of(person)).entered_by == person
