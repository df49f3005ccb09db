"""The intervals that printed figures allow."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.reader.audit.finding import in_steps, show
from fazhi.reader.audit.interval import Interval, exactly, printed


def test_a_whole_count_stands_for_itself_only():
    assert printed("99件", 99).rounded == exactly(99)


def test_a_figure_in_hundred_millions_stands_for_half_its_last_digit_either_way():
    span = printed("2.23亿元", Fraction(223_000_000)).rounded
    assert (span.low, span.high) == (222_500_000, 223_500_000)


def test_a_rate_holds_by_rounding_or_only_by_cutting_or_not_at_all():
    rate = printed("98.38%", Fraction("98.38"), rate=True)
    assert rate.fit(exactly(Fraction(91400, 929))) == "truncation"
    assert rate.fit(exactly(Fraction(91300, 928))) == "holds"
    assert rate.fit(exactly(Fraction(91300, 929))) is None


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "inside", "outside"),
    [
        ("650余场次", 650, "more_than", 659, 660),
        ("5000余条", 5000, "more_than", 5999, 6000),
        ("3.5万余份", 35000, "more_than", 35999, 36000),
        ("30%以上", 30, "more_than", 99, 29),
        ("5000万元以下", 50_000_000, "less_than", 50_000_000, 50_000_001),
        ("近40万份", 400_000, "approx", 395_000, 400_001),
        ("约100人", 100, "approx", 104, 120),
    ],
)
def test_a_qualifier_widens_a_figure_to_one_side_only_as_far_as_it_says(
    text, value, qualifier, inside, outside
):
    shown = printed(text, value, qualifier)
    assert shown.fit(exactly(inside))
    assert not shown.fit(exactly(outside))


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_a_quotient_printed_by_rounding_always_holds(part, whole, places):
    exact = Fraction(part * 100, whole)
    text = in_steps(exact, Fraction(1, 10**places))
    assert printed(f"{text}%", Fraction(text), rate=True).fit(exactly(exact)) == "holds"


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_a_quotient_printed_by_cutting_is_never_called_impossible(part, whole, places):
    exact = Fraction(part * 100, whole)
    cut = Fraction(int(exact * 10**places), 10**places)
    text = f"{int(cut)}.{int(cut * 10**places) % 10**places:0{places}d}" if places else str(int(cut))
    assert not cut or printed(f"{text}%", cut, rate=True).fit(exactly(exact))


@given(st.fractions(0, 10**6), st.fractions(0, 10**6), st.fractions(0, 100), st.fractions(0, 100))
def test_the_sum_of_two_intervals_holds_the_sum_of_their_values(low, other, width, more):
    added = Interval(low, low + width) + Interval(other, other + more)
    assert added.meets(exactly(low + other))
    assert added.meets(exactly(low + width + other + more))


def test_an_interval_is_above_another_only_if_they_do_not_touch():
    assert Interval(5, 6).above(Interval(1, 5, open_high=True))
    assert not Interval(5, 6).above(Interval(1, 5))
    assert not Interval(5, None).above(Interval(1, None))


def test_numbers_are_shown_rounded_half_up():
    assert show(Fraction(1, 3)) == "0.33"
    assert show(Fraction(-5, 2), 1) == "-2.5"
    assert in_steps(Fraction("40.1709"), 1) == "40"
    assert in_steps(Fraction("98.385"), Fraction(1, 100)) == "98.39"
