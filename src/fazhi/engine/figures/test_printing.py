"""Printed values: exact digits, one rounding, and texts that a value prints as."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.engine.figures.printing import (
    Qualifier,
    Rounding,
    print_about,
    print_value,
    prints_as,
    read_printed,
    rounded,
)
from fazhi.engine.refusal import Refusal

values = st.fractions(min_value=-(10**10), max_value=10**10, max_denominator=10**4)


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        (Fraction(9100, 99), "%", "91.92%"),
        (Fraction(100), "%", "100%"),
        (Fraction(175, 2), "%", "87.5%"),
        (Fraction(99996, 1000), "%", "100.00%"),
        (Fraction(-100, 3), "%", "-33.33%"),
        (Fraction(5, 10**4), "%", "0.00%"),
        (Fraction(0), "%", "0%"),
        (Fraction(91), "件", "91"),
        (Fraction(27, 2), "日", "13.5"),
        (None, "%", "—"),
    ],
)
def test_a_value_prints_with_its_own_digits_or_two(value: Fraction | None, unit: str, printed: str) -> None:
    assert print_value(value, unit) == printed


def test_half_goes_up_where_binary_numbers_would_go_down() -> None:
    assert print_value(Fraction("1.005")) == "1.01"
    assert print_value(Fraction("0.125")) == "0.13"
    assert print_value(Fraction(5, 2), digits=0) == "3"
    assert print_value(Fraction(-5, 2), digits=0) == "-3"


def test_digits_may_be_cut_instead() -> None:
    assert print_value(Fraction(91400, 929), "%") == "98.39%"
    assert print_value(Fraction(91400, 929), "%", rounding="cut") == "98.38%"


def test_money_prints_in_myriads() -> None:
    assert print_value(Fraction(223_456_789), "元", myriad="亿") == "2.23亿"
    assert print_value(Fraction(1_178_700), "元", myriad="万") == "117.87万"
    assert print_value(Fraction(18_000), "件", myriad="万") == "1.8万"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (657, "650余"),
        (650, "650"),
        (1234, "1200余"),
        (48, "40余"),
        (40, "40"),
        (7, "7"),
        (0, "0"),
        (23_456, "2.3万余"),
        (20_100, "2万余"),
        (10_000, "1万"),
        (234_567, "23万余"),
        (2_345_678, "230万余"),
        (123_456_789, "1.2亿余"),
    ],
)
def test_more_than_keeps_the_leading_digits(value: int, printed: str) -> None:
    assert print_about(Fraction(value)) == printed


def test_a_rate_keeps_its_sign_before_more_than() -> None:
    assert print_about(Fraction(9192, 100), "%") == "90%余"
    assert print_about(None, "%") == "—"


@pytest.mark.parametrize(
    ("value", "text", "qualifier", "rounding", "prints"),
    [
        ("657", "650余场次", "more_than", "cut", True),
        ("650", "650余场次", "more_than", "cut", False),
        ("660", "650余场次", "more_than", "cut", False),
        ("657", "600余件", "more_than", "cut", True),
        ("30", "30%以上", "more_than", "cut", True),
        ("20001", "2万余份", "more_than", "cut", True),
        ("409999", "40余万份", "more_than", "cut", True),
        ("91", "91件", "exact", "half_up", True),
        ("92", "91件", "exact", "half_up", False),
        ("1234", "1,234件", "exact", "half_up", True),
        ("223456789", "2.23亿元", "exact", "half_up", True),
        ("225000000", "2.25亿元", "exact", "half_up", True),
        ("228000000", "2.23亿元", "exact", "half_up", False),
        ("2", "两次", "exact", "half_up", True),
        ("12", "十二件", "exact", "half_up", True),
        ("90", "百分之九十", "exact", "half_up", True),
        ("-5", "-5%", "exact", "half_up", True),
        ("99", "不足100件", "less_than", "half_up", True),
        ("100", "不足100件", "less_than", "half_up", False),
        ("100", "100件以下", "less_than", "half_up", True),
        ("196000", "近20万份", "approx", "half_up", True),
        ("204000", "近20万份", "approx", "half_up", False),
        ("204000", "约20万份", "approx", "half_up", True),
        ("0", "0件", "exact", "half_up", True),
    ],
)
def test_a_value_is_told_from_its_text(
    value: str, text: str, qualifier: Qualifier, rounding: Rounding, prints: bool
) -> None:
    assert prints_as(Fraction(value), text, qualifier, rounding) is prints


def test_a_rate_fits_its_digits_by_rounding_or_only_by_cutting() -> None:
    assert prints_as(Fraction(9100, 99), "91.92%")
    assert not prints_as(Fraction(91400, 929), "98.38%")
    assert prints_as(Fraction(91400, 929), "98.38%", "exact", "cut")
    assert prints_as(None, "—")
    assert not prints_as(None, "0%")


def test_a_text_without_a_number_is_refused_with_an_example() -> None:
    with pytest.raises(Refusal, match="“多次”中没有数字"):
        read_printed("多次")


@given(value=values, digits=st.integers(-3, 6))
def test_rounding_is_off_by_half_a_step_and_cutting_by_less_than_one(value: Fraction, digits: int) -> None:
    step = Fraction(1, 10) ** digits
    assert abs(rounded(value, digits) - value) <= step / 2
    assert 0 <= abs(value) - abs(rounded(value, digits, "cut")) < step


@given(value=values, unit=st.sampled_from(["%", "件"]), digits=st.integers(0, 4), cut=st.booleans())
def test_what_is_printed_is_read_back_as_the_value(
    value: Fraction, unit: str, digits: int, cut: bool
) -> None:
    rounding: Rounding = "cut" if cut else "half_up"
    text = print_value(value, unit, digits=digits, rounding=rounding)
    assert prints_as(value, text, "exact", rounding)
    assert read_printed(text).value == rounded(value, digits, rounding)


@given(value=st.integers(1, 10**10))
def test_what_more_than_prints_is_read_back_as_the_value(value: int) -> None:
    text = print_about(Fraction(value))
    assert prints_as(Fraction(value), text, "more_than" if "余" in text else "exact", "cut")
