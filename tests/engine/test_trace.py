"""Both ways agree: the rows behind a figure, and the figures that a row feeds."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.span import Span, year
from fazhi.engine.figures.trace import Feed, Side, all_members, figures_fed, members
from fazhi.engine.refusal import Refusal
from tests.engine.counted import COUNTED, REGISTRY, Fact, Tree, facts, keep, keep_one, pks, plant, rolled_back
from tests.toy.models import Weight

pytestmark = pytest.mark.django_db

THROUGH = date(2019, 12, 31)
YEARS = [year(number) for number in range(2015, 2020)]
SIDES: tuple[Side, ...] = ("numerator", "denominator")


@pytest.fixture
def tree(db: None) -> Tree:
    return plant()


def fed(pk: int) -> dict[tuple[str, Side], set[Span]]:
    found: dict[tuple[str, Side], set[Span]] = {}
    for feed in figures_fed("toy.permit", pk, through=THROUGH, registry=REGISTRY):
        found.setdefault((feed.key, feed.part), set()).update(feed.spans)
    return found


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(facts(), min_size=1, max_size=5))
def test_a_record_feeds_exactly_the_figures_it_is_behind(tree: Tree, rows: list[Fact]) -> None:
    with rolled_back():
        kept = keep(tree, rows)
        ways = {row.pk: fed(row.pk) for row in kept}
        for key in COUNTED:
            for span in YEARS:
                for side in SIDES:
                    behind = pks(members(key, tree.city, "within", span, part=side, registry=REGISTRY))
                    for row in kept:
                        says = span in ways[row.pk].get((key, side), set())
                        assert says == (row.pk in behind), (key, side, str(span), row)


def test_the_figures_of_a_record_are_asked_in_one_select(tree: Tree) -> None:
    row = keep_one(tree, Fact(closed_on=date(2017, 4, 1), heard=True))
    with CaptureQueriesContext(connection) as queries:
        feeds = figures_fed("toy.permit", row.pk, through=THROUGH, registry=REGISTRY)
    assert {REGISTRY.indicators[feed.key].kind for feed in feeds} >= {"coverage", "count"}
    assert len(queries) == 1


def test_a_withdrawn_record_feeds_nothing(tree: Tree) -> None:
    assert fed(keep_one(tree, Fact(withdrawn=True)).pk) == {}


def test_a_record_feeds_the_change_of_its_own_and_of_the_next_year(tree: Tree) -> None:
    found = fed(keep_one(tree, Fact()).pk)
    assert found["toy.growth", "numerator"] == {year(2017)}
    assert found["toy.growth", "denominator"] == {year(2018)}


def test_an_open_record_is_followed_up_to_the_day_asked(tree: Tree) -> None:
    found = fed(keep_one(tree, Fact()).pk)
    assert found["toy.open", "numerator"] == {year(2017), year(2018), year(2019)}
    assert found["toy.opening", "numerator"] == {year(2018), year(2019)}


def test_the_denominator_is_its_own_list(tree: Tree) -> None:
    keep(tree, [Fact(), Fact(weight=Weight.HEAVY)])
    below = members("toy.heavy_rate", tree.city, "within", year(2017), part="denominator", registry=REGISTRY)
    above = members("toy.heavy_rate", tree.city, "within", year(2017), registry=REGISTRY)
    assert (above.count(), below.count()) == (1, 2)
    assert pks(above) < pks(below)
    assert not members("toy.closed", tree.city, "within", year(2017), part="denominator", registry=REGISTRY)


def test_every_part_of_a_figure_has_its_rows(tree: Tree) -> None:
    keep(tree, [Fact(advised=True), Fact()])
    rows = list(all_members("toy.advice_rate", tree.city, "within", year(2017), registry=REGISTRY))
    assert sorted(found.model.__name__ for found in rows) == ["Opinion", "Permit"]
    assert sorted(found.count() for found in rows) == [1, 2]


def test_the_parts_of_one_register_stand_in_one_list(tree: Tree) -> None:
    keep(tree, [Fact(advised=True), Fact(accepted_on=date(2016, 5, 1))])
    below = members(
        "toy.advice_growth", tree.city, "within", year(2017), part="denominator", registry=REGISTRY
    )
    assert below.count() == 2
    assert {type(row).__name__ for row in below} == {"Permit"}


def test_a_rate_on_a_declared_numerator_lists_its_denominator_alone(tree: Tree) -> None:
    keep(tree, [Fact()])
    found = {
        side: members("toy.calls_rate", tree.city, "within", year(2017), part=side, registry=REGISTRY).count()
        for side in SIDES
    }
    assert found == {"numerator": 0, "denominator": 1}


def test_the_rows_of_coverage_are_those_of_the_organs_that_should(tree: Tree) -> None:
    keep(tree, [Fact(organ=4), Fact(organ=1)])
    figure = compile_figures(["toy.coverage"], [tree.city], ["within"], year(2017), registry=REGISTRY)
    rows = members("toy.coverage", tree.city, "within", year(2017), registry=REGISTRY)
    assert [row.organ_id for row in rows] == [tree.merged.pk]
    assert figure[tree.city.pk, "within", "toy.coverage"].records == 1


def test_a_declared_figure_has_no_rows_to_show(tree: Tree) -> None:
    with pytest.raises(Refusal, match="是申报数"):
        members("toy.calls", tree.city, "own", year(2017), registry=REGISTRY)
    assert list(all_members("toy.calls", tree.city, "own", year(2017), registry=REGISTRY)) == []


def test_a_feed_names_its_side_and_years() -> None:
    assert Feed("a.b", "numerator", (year(2017),)).spans == (year(2017),)
