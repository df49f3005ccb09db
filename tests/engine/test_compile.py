"""Compiled figures: equal to their rows, added up the tree, and true to the kind they are of."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi.engine.figures.compile import compile_figures, compile_year
from fazhi.engine.figures.coverage import Carrier, Eligible
from fazhi.engine.figures.kinds import Count, Distinct, Median, Stock, Sum
from fazhi.engine.figures.span import Span, quarter, year
from fazhi.engine.figures.trace import members
from fazhi.engine.figures.value import SCOPES, Figure, Scope
from fazhi.engine.refusal import Refusal
from fazhi.organs.models import Kind, Level, Organ
from fazhi.organs.reform import merge
from tests.engine.counted import COUNTED, REGISTRY, Fact, Tree, facts, keep, plant, rolled_back
from tests.toy.models import Permit, Weight

pytestmark = pytest.mark.django_db

few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SPANS = st.sampled_from(
    [year(2016), year(2017), year(2018), quarter(2017, 2), Span(date(2017, 1, 9), date(2017, 8, 3))]
)


@pytest.fixture
def tree(db: None) -> Tree:
    return plant()


Y2017 = year(2017)


def one(key: str, organ: Organ, scope: Scope = "within", span: Span = Y2017) -> Figure:
    return compile_figures([key], [organ], [scope], span, registry=REGISTRY)[organ.pk, scope, key]


def recount(key: str, organ: Organ, scope: Scope, span: Span) -> Fraction | None:
    """The figure of a counted kind from its rows, one by one."""
    indicator = REGISTRY.indicators[key]
    rows: Any = list(members(key, organ, scope, span, registry=REGISTRY))
    match indicator:
        case Count() | Stock():
            return Fraction(len(rows))
        case Sum():
            return Fraction(sum(getattr(row, indicator.column) or 0 for row in rows), indicator.scale)
        case Distinct():
            return Fraction(len({getattr(row, indicator.column) for row in rows}))
        case Median():
            days = sorted((getattr(row, indicator.end) - getattr(row, indicator.start)).days for row in rows)
            middle = (len(days) - 1) // 2
            return Fraction(days[middle] + days[len(days) // 2], 2) if days else None
    raise AssertionError(key)


@few
@given(rows=st.lists(facts(), max_size=12), span=SPANS)
def test_every_compiled_figure_equals_its_rows(tree: Tree, rows: list[Fact], span: Span) -> None:
    with rolled_back():
        keep(tree, rows)
        found = compile_figures(COUNTED, tree.all, SCOPES, span, registry=REGISTRY)
        assert len(found) == len(COUNTED) * len(tree.all) * len(SCOPES)
        for organ in tree.all:
            for scope in SCOPES:
                for key in COUNTED:
                    figure = found[organ.pk, scope, key]
                    where = key, organ.name, scope, str(span)
                    assert figure.records == members(key, organ, scope, span, registry=REGISTRY).count(), (
                        where
                    )
                    if figure.kind in {"count", "stock", "sum", "distinct", "median"}:
                        assert figure.value == recount(key, organ, scope, span), where
                    if figure.kind == "share":
                        below = members(
                            key, organ, scope, span, part="denominator", registry=REGISTRY
                        ).count()
                        assert (figure.numerator, figure.denominator) == (figure.records, below), where


@few
@given(rows=st.lists(facts(), max_size=12), span=SPANS)
def test_a_narrowed_count_is_never_larger(tree: Tree, rows: list[Fact], span: Span) -> None:
    with rolled_back():
        keep(tree, rows)
        found = {
            key: figure.value or 0
            for (_, _, key), figure in compile_figures(
                COUNTED, [tree.city], ["within"], span, registry=REGISTRY
            ).items()
        }
        assert found["toy.heavy"] <= found["toy.accepted"]
        assert found["toy.urgent_closed"] <= found["toy.heavy_closed"] <= found["toy.closed"]
        assert found["toy.heavy_closed"] <= found["toy.either_closed"] <= found["toy.closed"]
        assert found["toy.light_closed"] + found["toy.heavy_closed"] == found["toy.weighed_closed"]
        assert found["toy.applicants"] <= found["toy.accepted"]
        assert 0 <= found["toy.heavy_rate"] <= 100


@few
@given(rows=st.lists(facts(), max_size=12), span=SPANS)
def test_opening_stock_and_what_comes_and_goes_make_the_closing_stock(
    tree: Tree, rows: list[Fact], span: Span
) -> None:
    with rolled_back():
        keep(tree, rows)
        keys = ("toy.opening", "toy.accepted", "toy.left", "toy.open")
        found = compile_figures(keys, tree.all, SCOPES, span, registry=REGISTRY)
        for organ in tree.all:
            for scope in SCOPES:
                opening, came, went, closing = (found[organ.pk, scope, key].records for key in keys)
                assert opening + came - went == closing


@few
@given(rows=st.lists(facts(), max_size=12), span=SPANS)
def test_the_sum_over_disjoint_organs_is_the_whole(tree: Tree, rows: list[Fact], span: Span) -> None:
    with rolled_back():
        keep(tree, rows)
        additive = [key for key in COUNTED if REGISTRY.indicators[key].kind in {"count", "stock", "sum"}]
        found = compile_figures(additive, tree.all, SCOPES, span, registry=REGISTRY)
        for key in additive:
            total = found[tree.city.pk, "within", key].value
            assert total == sum(found[organ.pk, "own", key].value or 0 for organ in tree.all)


def test_a_merged_bureau_stays_in_the_total_and_out_of_its_successors_own_figure(tree: Tree) -> None:
    keep(tree, [Fact(organ=4), Fact(organ=3)])
    assert one("toy.accepted", tree.county).value == 2
    assert one("toy.accepted", tree.bureau, "own").value == 1
    assert one("toy.accepted", tree.bureau, "within").value == 2
    assert one("toy.accepted", tree.merged, "own").value == 1


def test_the_line_leads_to_the_bureau_below_and_not_to_its_county(tree: Tree) -> None:
    keep(tree, [Fact(organ=3), Fact(organ=1)])
    assert one("toy.accepted", tree.city_bureau, "line").value == 1
    assert one("toy.accepted", tree.city_bureau, "within").value == 0


def test_an_unknown_value_is_never_counted(tree: Tree) -> None:
    keep(
        tree, [Fact(closed_on=date(2017, 4, 1), amount=None), Fact(closed_on=date(2017, 4, 1), amount=5_000)]
    )
    assert one("toy.dear_closed", tree.city).value == 1
    assert one("toy.paid", tree.city).value == Fraction(50)


def test_a_withdrawn_record_is_in_no_figure(tree: Tree) -> None:
    keep(tree, [Fact(withdrawn=True)])
    for figure in compile_year(tree.city, "within", 2017, registry=REGISTRY):
        assert figure.value in {0, None}
        assert figure.records == 0


def test_the_first_and_last_day_of_a_span_are_in_it(tree: Tree) -> None:
    days = [date(2016, 12, 31), date(2017, 1, 1), date(2017, 12, 31), date(2018, 1, 1)]
    keep(tree, [Fact(received_on=day, accepted_on=day) for day in days])
    assert one("toy.accepted", tree.city).value == 2


def test_what_ends_on_the_last_day_no_longer_stands(tree: Tree) -> None:
    keep(tree, [Fact(closed_on=date(2017, 12, 31)), Fact(closed_on=date(2018, 1, 1)), Fact()])
    assert one("toy.open", tree.city).value == 2
    assert one("toy.opening", tree.city, span=year(2018)).value == 2
    assert one("toy.opening", tree.city).value == 0


def test_an_empty_denominator_gives_no_value(tree: Tree) -> None:
    figure = one("toy.closing_rate", tree.city)
    assert (figure.value, figure.numerator, figure.denominator) == (None, 0, 0)


def test_a_ratio_may_exceed_the_whole_and_stays_exact(tree: Tree) -> None:
    keep(tree, [Fact(accepted_on=date(2016, 5, 1), closed_on=date(2017, 1, 5))] * 4 + [Fact()] * 3)
    figure = one("toy.closing_rate", tree.city)
    assert figure.value == Fraction(400, 3)
    assert (figure.numerator, figure.denominator, figure.unit) == (4, 3, "%")


def test_a_ratio_in_another_unit_is_no_percentage(tree: Tree) -> None:
    keep(
        tree, [Fact(closed_on=date(2017, 4, 1), weight=Weight.HEAVY, amount=amount) for amount in (100, 250)]
    )
    assert one("toy.mean_paid", tree.city).value == Fraction(175, 100)


def test_a_change_needs_its_base(tree: Tree) -> None:
    keep(tree, [Fact(), Fact()])
    assert one("toy.growth", tree.city).value is None
    keep(tree, [Fact(accepted_on=date(2016, 5, 1))] * 3)
    figure = one("toy.growth", tree.city)
    assert figure.value == Fraction(-100, 3)
    assert (figure.numerator, figure.denominator) == (-1, 3)


def test_coverage_counts_organs_once_and_lets_a_successor_keep_what_the_merged_one_had(tree: Tree) -> None:
    assert one("toy.coverage", tree.city).value == 0
    keep(tree, [Fact(organ=4), Fact(organ=4), Fact(organ=1)])
    figure = one("toy.coverage", tree.city)
    assert (figure.numerator, figure.denominator, figure.records) == (1, 2, 2)
    assert figure.value == 50


def test_what_a_merged_organ_had_by_itself_is_no_coverage_of_its_successor(tree: Tree) -> None:
    keep(tree, [Fact(organ=4)])
    both = compile_figures(["toy.coverage"], [tree.merged, tree.bureau], ["own"], Y2017, registry=REGISTRY)
    figure = both[tree.merged.pk, "own", "toy.coverage"]
    assert (figure.value, figure.numerator, figure.denominator) == (None, 0, 0)
    assert both[tree.bureau.pk, "own", "toy.coverage"].value == 0


def test_a_line_of_successors_is_followed_to_its_end(tree: Tree) -> None:
    with transaction.atomic():
        merge(tree.bureau, tree.city_bureau, date(2017, 9, 1))
    keep(tree, [Fact(organ=4)])
    figure = one("toy.coverage", tree.city)
    assert (figure.numerator, figure.denominator) == (1, 1)


def test_what_an_organ_had_counts_for_whoever_stood_in_its_place_on_the_day(tree: Tree) -> None:
    """并入以前算本机关，此后算承继的机关，承继的机关再并入的，从那天起算其后一个。"""
    with transaction.atomic():
        merge(tree.bureau, tree.city_bureau, date(2018, 9, 1))
    carrier = Carrier(tree.merged)
    days = (date(2017, 6, 30), date(2017, 7, 1), date(2018, 8, 31), date(2018, 9, 1))
    for level, counted in (
        (Level.COUNTY, [True, True, True, False]),
        (Level.CITY, [False, False, False, True]),
    ):
        should = Eligible((Kind.DEPARTMENT,), (level,))
        assert [carrier.counts(should, day) for day in days] == counted
    assert not Carrier(tree.bureau).counts(Eligible((Kind.GOVERNMENT,), ()), days[0])


def test_coverage_may_ask_one_level_only(tree: Tree) -> None:
    keep(tree, [Fact(organ=3)])
    assert one("toy.county_coverage", tree.city).value == 100
    assert one("toy.city_coverage", tree.city).value == 0


def test_different_persons_are_counted_once_in_the_whole(tree: Tree) -> None:
    keep(tree, [Fact(organ=3), Fact(organ=2), Fact(organ=2, applicant="李四"), Fact(organ=2, applicant="")])
    assert one("toy.applicants", tree.city).value == 2
    assert one("toy.applicants", tree.other).value == 2
    assert one("toy.applicants", tree.bureau).value == 1
    assert one("toy.applicants", tree.city).records == 3


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle(tree: Tree) -> None:
    for organ, days in ((3, (1, 2)), (2, (9, 4))):
        keep(
            tree,
            [
                Fact(organ=organ, accepted_on=date(2017, 3, 1), closed_on=date(2017, 3, 1 + wait))
                for wait in days
            ],
        )
    assert one("toy.days", tree.city).value == 3
    assert one("toy.days", tree.bureau).value == Fraction(3, 2)
    assert one("toy.days", tree.merged, "own").value is None


def test_parts_and_links_are_counted_once_a_record(tree: Tree) -> None:
    keep(tree, [Fact(heard=True), Fact(advised=True), Fact(advised=True, withdrawn=True)])
    assert one("toy.heard", tree.city).value == 1
    assert one("toy.advised", tree.city).value == 1


def test_indicators_of_one_date_are_read_in_one_scan(tree: Tree) -> None:
    keep(tree, [Fact(closed_on=date(2017, 4, 1))])
    keys = [
        f"toy.{name}"
        for name in (
            "closed",
            "light_closed",
            "heavy_closed",
            "urgent_closed",
            "weighed_closed",
            "dear_closed",
        )
    ]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        compile_figures(keys, tree.all, ["own"], year(2017), registry=REGISTRY)
    scans = [query["sql"] for query in queries if Permit._meta.db_table in query["sql"]]
    assert len(scans) == 1
    # The three that differ by the weight alone share one column with the whole.
    assert scans[0].count("COUNT(*)") == 1
    assert scans[0].count("CASE") == 2


def test_the_statements_use_plain_sql_only(tree: Tree) -> None:
    with CaptureQueriesContext(connection) as queries:
        compile_figures(COUNTED, tree.all, SCOPES, year(2017), registry=REGISTRY)
    for query in queries:
        for word in (
            " FILTER",
            "ROUND(",
            "AVG(",
            "COALESCE(",
            "JULIANDAY",
            " / ",
            "DISTINCT",
            "LIKE",
            "EXTRACT",
        ):
            assert word not in query["sql"].upper(), query["sql"]


def test_all_organs_are_read_alike_whether_named_or_not(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tree, [Fact(organ=at, closed_on=date(2017, 4, 1)) for at in range(6)])
    named = compile_figures(COUNTED, tree.all, SCOPES, year(2017), registry=REGISTRY)
    monkeypatch.setattr("fazhi.engine.figures.sql.FEW", 0)
    monkeypatch.setattr("fazhi.engine.figures.rollup.FEW", 0)
    monkeypatch.setattr("fazhi.engine.figures.sql.WIDTH", 2)
    assert compile_figures(COUNTED, tree.all, SCOPES, year(2017), registry=REGISTRY) == named
    some = compile_figures(COUNTED, [tree.county], SCOPES, year(2017), registry=REGISTRY)
    assert some == {place: named[place] for place in some}


def test_an_unknown_indicator_or_scope_is_refused_by_name(tree: Tree) -> None:
    with pytest.raises(Refusal, match="没有“toy"):
        compile_figures(["toy.nothing"], tree.all, ["own"], year(2017), registry=REGISTRY)
    with pytest.raises(Refusal, match="没有“all”这个范围"):
        compile_figures(["toy.closed"], tree.all, ["all"], year(2017), registry=REGISTRY)  # type: ignore[list-item]


def test_a_year_is_compiled_in_the_order_of_declaration(tree: Tree) -> None:
    figures = compile_year(tree.city, "within", 2017, registry=REGISTRY)
    assert [figure.key for figure in figures] == list(REGISTRY.indicators)
