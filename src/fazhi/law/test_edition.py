"""Editions, citations, periods and numerals as values."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.law import editions
from fazhi.law.edition import Law, by_law, in_force
from fazhi.law.editions import ARL_1999, ARL_2023, EDITIONS, LITIGATION_1989, LITIGATION_2014, LOCAL
from fazhi.law.facts import facts_of
from fazhi.law.numeral import chinese_number, number_in
from fazhi.law.period import Days, FixedDay, Hours, Months, Workdays, Years

SWITCH = date(2024, 1, 1)


def test_an_edition_is_in_force_from_its_first_day_to_the_day_before_the_next() -> None:
    assert ARL_2023.covers(SWITCH)
    assert not ARL_1999.covers(SWITCH)
    assert ARL_1999.covers(SWITCH - timedelta(1))
    assert not ARL_1999.covers(date(1999, 9, 30))


def test_an_edition_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="失效日期应当晚于施行日期"):
        Law("行政复议法", edition="1999", in_force=SWITCH, until=SWITCH)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((62,), "《行政复议法》第六十二条"),
        ((62, 1), "《行政复议法》第六十二条第一款"),
        ((30, 1, 7), "《行政复议法》第三十条第一款第七项"),
    ],
)
def test_a_citation_reads_as_in_statutes(place: tuple[int, ...], words: str) -> None:
    assert str(ARL_2023.art(*place)) == words


def test_a_law_cited_as_a_whole_names_no_place() -> None:
    assert str(LOCAL.whole()) == "《地方规定》"
    assert str(ARL_2023) == "《行政复议法》（2023）"
    assert (LOCAL.local, LOCAL.verified, ARL_2023.verified) == (True, False, True)


def test_a_value_by_law_is_that_of_the_edition_in_force() -> None:
    reply = by_law((ARL_1999.art(23, 1), Days(10)), (ARL_2023.art(48), Workdays(10)))
    assert reply.at(date(2023, 12, 31)) == (ARL_1999.art(23, 1), Days(10))
    assert reply.at(SWITCH) == (ARL_2023.art(48), Workdays(10))
    assert reply.at(date(1998, 1, 1)) is None
    assert reply.cites == tuple(cite for cite, _ in reply)


def test_only_the_citations_in_force_apply() -> None:
    cites = (ARL_1999.art(28, 1), ARL_2023.art(61, 1))
    assert in_force(cites, SWITCH) == (ARL_2023.art(61, 1),)
    assert in_force(cites, date(1990, 1, 1)) == ()


def test_editions_of_one_law_follow_each_other_without_overlap() -> None:
    for earlier, later in ((ARL_1999, ARL_2023), (LITIGATION_1989, LITIGATION_2014)):
        assert earlier.name == later.name
        assert earlier.until == later.in_force


def test_every_edition_is_listed_and_its_text_has_facts() -> None:
    declared = {value for value in vars(editions).values() if isinstance(value, Law)}
    assert declared == set(EDITIONS)
    assert all(facts_of(law.text) for law in EDITIONS if law.text)


def test_periods_are_written_as_in_law() -> None:
    periods = (
        Days(60),
        Workdays(5),
        Months(2),
        Years(1),
        Hours(24),
        FixedDay(3, 31),
        FixedDay(4, 1, before=True),
    )
    assert [str(one) for one in periods] == [
        "60日", "5个工作日", "2个月", "1年", "24小时", "次年3月31日", "次年4月1日前"
    ]  # fmt: skip


def test_an_extended_period_keeps_its_unit() -> None:
    assert Workdays(20).longer(10) == Workdays(30)
    assert Days(5) != Workdays(5)


def test_a_negative_length_is_refused() -> None:
    with pytest.raises(ValueError, match="不能为负数"):
        Days(-1)


@pytest.mark.parametrize(("month", "day"), [(2, 29), (4, 31), (13, 1)])
def test_a_fixed_date_exists_every_year(month: int, day: int) -> None:
    with pytest.raises(ValueError, match="不是每年都有的日期"):
        FixedDay(month, day)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (1260, "一千二百六十"),
        (9999, "九千九百九十九"),
    ],
)
def test_numbers_are_written_as_in_statutes(number: int, words: str) -> None:
    assert chinese_number(number) == words


@given(st.integers(0, 9999))
def test_a_written_number_is_read_back(number: int) -> None:
    assert number_in(chinese_number(number)) == number_in(str(number)) == number


def test_two_and_full_width_digits_are_read() -> None:
    assert (number_in("两"), number_in("３０"), number_in("一百〇五")) == (2, 30, 105)


@pytest.mark.parametrize("words", ["", "日", "三X"])
def test_what_is_no_number_is_not_read(words: str) -> None:
    with pytest.raises(ValueError, match="数字"):
        number_in(words)


@pytest.mark.parametrize("number", [-1, 10_000])
def test_only_small_numbers_are_written(number: int) -> None:
    with pytest.raises(ValueError, match="0到9999"):
        chinese_number(number)
