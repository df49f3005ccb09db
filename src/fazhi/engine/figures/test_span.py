"""Spans: both days included, read from text, and the same one a year before."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.engine.figures.span import Span, half, month, parse, quarter, year
from fazhi.engine.refusal import Refusal

days = st.dates(date(1901, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2017", year(2017)),
        ("2017年", year(2017)),
        ("2017年度", year(2017)),
        ("2017-H2", half(2017, 2)),
        ("2017年上半年", half(2017, 1)),
        ("2017-Q3", quarter(2017, 3)),
        ("2017年第四季度", quarter(2017, 4)),
        ("2017年2季度", quarter(2017, 2)),
        ("2024-02", month(2024, 2)),
        ("2017年3月", month(2017, 3)),
        (" 2017-01-09..2017-08-03 ", Span(date(2017, 1, 9), date(2017, 8, 3))),
        ("2017-01-09至2017-08-03", Span(date(2017, 1, 9), date(2017, 8, 3))),
    ],
)
def test_a_span_is_read_from_its_text(text: str, span: Span) -> None:
    assert parse(text) == span


@pytest.mark.parametrize(
    "text", ["", "去年", "2017-13", "2017-00", "2017-02-30..2017-03-01", "2017-05-02..2017-05-01", "17"]
)
def test_a_text_that_names_no_span_is_refused_with_examples(text: str) -> None:
    with pytest.raises(Refusal, match=r"看不懂期间.*2017-Q3"):
        parse(text)


@given(first=days, length=st.integers(0, 800))
def test_what_a_span_calls_itself_is_read_back(first: date, length: int) -> None:
    last = min(date.fromordinal(first.toordinal() + length), date(2100, 12, 31))
    assert parse(str(Span(first, last))) == Span(first, last)


@pytest.mark.parametrize("span", [year(2017), half(2017, 1), quarter(2017, 4), month(2017, 2)])
def test_named_spans_are_whole_and_named_alike_a_year_before(span: Span) -> None:
    assert str(span.before()) == str(span).replace("2017", "2016")
    assert parse(str(span)) == span


def test_a_february_keeps_its_end_a_year_before() -> None:
    assert month(2024, 2).before() == month(2023, 2)
    assert month(2025, 2).before() == month(2024, 2)
    assert Span(date(2024, 2, 29), date(2024, 3, 15)).before() == Span(date(2023, 2, 28), date(2023, 3, 15))


def test_both_days_belong_to_a_span() -> None:
    span = year(2017)
    assert date(2017, 1, 1) in span
    assert date(2017, 12, 31) in span
    assert date(2018, 1, 1) not in span
    assert span.eve == date(2016, 12, 31)


def test_a_span_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Span(date(2017, 2, 1), date(2017, 1, 1))
