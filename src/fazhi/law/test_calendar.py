"""Working days as the State Council's notices make them."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.law.calendar import Calendar
from fazhi.law.holidays import DayEntry, Notice, read_notice, shipped_notices

SHIPPED = Calendar.shipped()
DAYS = st.dates(date(2005, 1, 1), date(2029, 12, 31))
NEW_YEAR_2027 = Notice(
    2027, (DayEntry(date(2027, 1, 1), True, "元旦"), DayEntry(date(2026, 12, 27), False, "元旦"))
)


def days_from(first: date, count: int) -> list[date]:
    return [first + timedelta(number) for number in range(count)]


def test_every_day_of_twenty_years_agrees_with_an_independent_calendar() -> None:
    """No difference is known between the shipped notices and chinesecalendar."""
    days = days_from(date(2007, 1, 1), (date(2027, 1, 1) - date(2007, 1, 1)).days)
    assert [day for day in days if SHIPPED.is_workday(day) != chinese_calendar.is_workday(day)] == []


def test_the_new_year_of_2019_was_arranged_by_the_notice_of_2019() -> None:
    assert SHIPPED.is_workday(date(2018, 12, 29))
    assert not SHIPPED.is_workday(date(2018, 12, 31))


def test_the_eve_of_spring_festival_2024_stays_a_working_day() -> None:
    assert SHIPPED.is_workday(date(2024, 2, 9))


def test_the_prolonged_spring_festival_of_2020_is_off() -> None:
    assert not SHIPPED.is_workday(date(2020, 1, 31))
    assert SHIPPED.is_workday(date(2020, 2, 3))


def test_a_make_up_entry_on_a_weekday_changes_nothing() -> None:
    plain = Calendar(shipped_notices())
    entry = DayEntry(date(2027, 3, 3), False, "元旦")
    with_entry = plain.with_notice(Notice(2027, (*NEW_YEAR_2027.days, entry)))
    without = plain.with_notice(NEW_YEAR_2027)
    assert with_entry.is_workday(date(2027, 3, 3))
    assert with_entry.workdays_between(date(2026, 1, 1), date(2028, 1, 1)) == without.workdays_between(
        date(2026, 1, 1), date(2028, 1, 1)
    )


def test_a_year_without_notice_has_weekends_only() -> None:
    assert not SHIPPED.known(2027)
    assert SHIPPED.is_workday(date(2027, 10, 1))
    assert not SHIPPED.is_workday(date(2027, 10, 2))
    assert SHIPPED.known(2026)
    assert not SHIPPED.known(2006)


def test_a_loaded_notice_makes_a_new_calendar_and_leaves_the_old_one() -> None:
    loaded = SHIPPED.with_notice(NEW_YEAR_2027)
    assert loaded.known(2027)
    assert not loaded.is_workday(date(2027, 1, 1))
    assert loaded.is_workday(date(2026, 12, 27))
    assert SHIPPED.is_workday(date(2027, 1, 1))
    assert loaded.edition != SHIPPED.edition
    assert loaded.edition.startswith("2007-2027/")


def test_a_notice_loaded_again_replaces_the_earlier_one_of_its_year() -> None:
    changed = Notice(2027, (DayEntry(date(2027, 1, 4), True, "元旦"),))
    loaded = SHIPPED.with_notice(NEW_YEAR_2027).with_notice(changed)
    assert loaded.is_workday(date(2027, 1, 1))
    assert not loaded.is_workday(date(2027, 1, 4))
    assert loaded.edition == SHIPPED.with_notice(changed).edition


def test_notices_of_two_years_may_not_contradict_each_other() -> None:
    opposite = Notice(
        2027, (DayEntry(date(2027, 1, 1), True, "元旦"), DayEntry(date(2026, 12, 27), True, "元旦"))
    )
    following = SHIPPED.with_notice(
        Notice(2026, (DayEntry(date(2026, 12, 27), False, "元旦"), DayEntry(date(2026, 1, 1), True, "元旦")))
    )
    with pytest.raises(ValueError, match="2026-12-27一处写放假、一处写上班"):
        following.with_notice(opposite)


def test_a_calendar_without_notices_counts_weeks() -> None:
    empty = Calendar(())
    assert empty.edition == "weekends"
    assert empty.add_workdays(date(2024, 9, 30), 5) == date(2024, 10, 7)


def test_entry_tells_the_holiday_of_a_day() -> None:
    entry = SHIPPED.entry(date(2025, 1, 29))
    assert entry is not None
    assert (entry.name, entry.off) == ("春节", True)
    assert SHIPPED.entry(date(2025, 3, 3)) is None


@given(DAYS, st.integers(-300, 300))
def test_adding_working_days_is_stepping_from_one_to_the_next(day: date, count: int) -> None:
    step, here, left = timedelta(1 if count > 0 else -1), day, abs(count)
    while left:
        here += step
        left -= SHIPPED.is_workday(here)
    while count == 0 and not SHIPPED.is_workday(here):
        here += timedelta(1)
    assert SHIPPED.add_workdays(day, count) == here


@given(DAYS, st.integers(0, 800))
def test_working_days_between_are_those_seen_one_by_one(day: date, length: int) -> None:
    seen = sum(map(SHIPPED.is_workday, days_from(day + timedelta(1), length)))
    assert SHIPPED.workdays_between(day, day + timedelta(length)) == seen
    assert SHIPPED.workdays_between(day + timedelta(length), day) == -seen


@given(DAYS)
def test_the_nearest_working_days_enclose_only_days_off(day: date) -> None:
    before, after = SHIPPED.previous_workday(day), SHIPPED.next_workday(day)
    assert before <= day <= after
    assert SHIPPED.is_workday(before)
    assert SHIPPED.is_workday(after)
    assert (before == after) == SHIPPED.is_workday(day)
    assert not any(map(SHIPPED.is_workday, days_from(before + timedelta(1), (after - before).days - 1)))


def test_every_shipped_notice_names_its_paper() -> None:
    notices = shipped_notices()
    assert [notice.year for notice in notices] == list(range(2007, 2027))
    assert all(paper.split("//")[1].startswith("www.gov.cn/") for one in notices for paper in one.papers)
    assert all(one.papers for one in notices)


def test_a_notice_is_read_from_json_and_from_lines_alike() -> None:
    lines = "2026-12-27,班,元旦\n\n2027-01-01，休".replace("，", ",")
    json_text = (
        '\ufeff{"year": 2027, "days": [{"name": "元旦", "date": "2026-12-27", "isOffDay": false},'
        ' {"date": "2027-01-01", "isOffDay": true}]}'
    )
    assert read_notice(lines) == read_notice(json_text)
    assert read_notice(lines).year == 2027


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2027-02-30,休,春节", "第1行的日期“2027-02-30”不存在"),
        ("2027-01-01,休\n2027-01-01,班", "2027-01-01既写放假又写上班"),
        ("2027-01-02,班", "没有写明任何放假日期"),
        ("2027-01-01,放假", "第1行应当写成"),
        ("2027-01-01", "第1行应当写成"),
        ("", "是空的"),
        ("2025-10-01,休\n2027-01-01,休", "2025-10-01不属于2027年"),
        ("2026-11-30,休\n2027-01-01,休", "2026-11-30不属于2027年"),
        ("0027-01-01,休", "年份有误"),
        ("{", "不完整"),
        ('{"year": 2027}', "不完整"),
        ('{"year": "2027", "days": []}', "year应当是整数"),
        ('{"year": 2027, "papers": [1], "days": []}', "papers应当是网址列表"),
        (
            '{"year": 2027, "days": [{"date": "2027-01-01", "isOffDay": "是"}]}',
            "第1项（2027-01-01）的isOffDay",
        ),
        ('{"year": 2027, "days": [{"date": "2028-01-01", "isOffDay": true}]}', "2028-01-01不属于2027年"),
    ],
)
def test_a_faulty_notice_is_refused_with_its_row(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_notice(text)
