"""Days in the words of the page."""

from datetime import date

import pytest

from fazhi.web.day import counted, days, grouped, short, spoken


def test_title_of_a_day_is_written_in_chinese_numerals() -> None:
    assert spoken(date(2025, 3, 14)) == "三月十四日　星期五"
    assert spoken(date(2025, 12, 31)) == "十二月三十一日　星期三"


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (31, "三十一")]
)
def test_numeral_leaves_out_the_one_before_ten(number: int, text: str) -> None:
    assert counted(number) == text


def test_year_is_printed_only_where_it_is_another() -> None:
    assert short(date(2025, 1, 6), date(2025, 3, 14)) == "01-06"
    assert short(date(2024, 12, 30), date(2025, 3, 14)) == "2024-12-30"


def test_span_names_both_months_where_it_crosses_one() -> None:
    assert days(date(2025, 3, 31), date(2025, 4, 4)) == "3月31日—4月4日"
    assert days(date(2025, 3, 17), date(2025, 3, 17)) == "17日"


def test_thousands_are_set_apart() -> None:
    assert grouped(12046) == "12,046"
