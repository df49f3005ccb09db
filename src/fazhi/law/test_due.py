"""Limits in the words of the law: received on this day, due on that."""

from datetime import date, datetime

import pytest

from fazhi.law.calendar import Calendar
from fazhi.law.due import Due, Pause, Refused, compute, due_day
from fazhi.law.holidays import DayEntry, Notice
from fazhi.law.period import AnyPeriod, Days, FixedDay, Hours, Months, Workdays, Years


def due(start: date, period: AnyPeriod, *pauses: Pause, extension: int = 0) -> date | None:
    return compute(start, period, pauses=pauses, extension=extension).due


def both(start: date, period: AnyPeriod) -> date:
    """The due day, once it is the same by the quick and by the full way."""
    full = compute(start, period)
    assert due_day(start, period) == full.due
    assert full.due is not None
    return full.due


# The worked examples


def test_an_application_received_before_spring_festival_is_reviewed_in_5_working_days() -> None:
    assert both(date(2025, 1, 24), Workdays(5)) == date(2025, 2, 7)


def test_a_case_due_within_spring_festival_is_due_on_the_first_working_day_after_it() -> None:
    result = compute(date(2024, 12, 2), Days(60))
    assert (result.raw_due, result.due) == (date(2025, 1, 31), date(2025, 2, 5))


def test_a_licence_of_20_working_days_counts_two_make_up_saturdays() -> None:
    assert both(date(2026, 2, 9), Workdays(20)) == date(2026, 3, 13)


def test_a_penalty_is_published_within_7_working_days_across_labour_day() -> None:
    assert both(date(2026, 4, 30), Workdays(7)) == date(2026, 5, 13)


def test_one_month_from_the_31st_of_january_ends_on_a_make_up_saturday() -> None:
    assert both(date(2026, 1, 31), Months(1)) == date(2026, 2, 28)


def test_the_old_reply_period_may_end_on_a_make_up_sunday() -> None:
    assert both(date(2023, 9, 28), Days(10)) == date(2023, 10, 8)


# The respondent's reply on both sides of the new law


def test_under_the_old_law_the_reply_is_due_in_10_natural_days() -> None:
    assert both(date(2023, 12, 20), Days(10)) == date(2024, 1, 2)


def test_under_the_new_law_the_reply_is_due_in_10_working_days() -> None:
    assert both(date(2024, 1, 10), Workdays(10)) == date(2024, 1, 24)


# Months and years


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        (date(2024, 1, 31), Months(1), date(2024, 2, 29)),
        (date(2023, 12, 31), Months(2), date(2024, 2, 29)),
        (date(2024, 2, 29), Years(1), date(2025, 2, 28)),
        (date(2024, 11, 15), Months(2), date(2025, 1, 15)),
        (date(2020, 2, 29), Years(4), date(2024, 2, 29)),
    ],
)
def test_months_and_years_end_on_the_corresponding_date_or_the_end_of_the_month(
    start: date, period: AnyPeriod, end: date
) -> None:
    assert compute(start, period).raw_due == end


# Hours and fixed dates


def test_hours_run_through_holidays_to_a_moment() -> None:
    assert both(datetime(2024, 9, 30, 17, 30), Hours(24)) == datetime(2024, 10, 1, 17, 30)
    assert due(datetime(2024, 9, 30, 17, 30), Hours(24), extension=24) == datetime(2024, 10, 2, 17, 30)
    assert both(datetime(2024, 10, 1, 9, 0), Hours(24, back=True)) == datetime(2024, 9, 30, 9, 0)


def test_an_hour_limit_without_a_moment_is_refused() -> None:
    with pytest.raises(Refused, match="起算时刻"):
        compute(date(2024, 9, 30), Hours(24))


def test_a_day_limit_from_a_moment_counts_from_its_day() -> None:
    assert both(datetime(2023, 9, 28, 23, 59), Days(10)) == date(2023, 10, 8)
    assert due(datetime(2023, 9, 28, 9, 0), Days(10), Pause(date(2023, 9, 28), date(2023, 9, 30))) == date(
        2023, 10, 10
    )


def test_before_the_1st_of_april_means_the_31st_of_march_even_on_a_weekend() -> None:
    assert both(date(2023, 6, 1), FixedDay(4, 1, before=True)) == date(2024, 3, 31)  # a Sunday


def test_a_fixed_date_falls_in_the_year_after_the_reported_one_and_does_not_move() -> None:
    result = compute(date(2025, 12, 31), FixedDay(1, 31))
    assert result.due == result.raw_due == date(2026, 1, 31)  # a Saturday
    assert not result.provisional
    assert (result.unit, result.length) == ("FIX", None)


def test_before_the_1st_of_march_is_the_last_of_february_also_in_a_leap_year() -> None:
    assert both(date(2023, 1, 1), FixedDay(3, 1, before=True)) == date(2024, 2, 29)


# Backward limits


def test_a_hearing_notice_goes_out_5_working_days_before_the_hearing() -> None:
    assert both(date(2026, 10, 9), Workdays(5, back=True)) == date(2026, 9, 24)


def test_a_backward_limit_on_a_day_off_gives_the_working_day_before() -> None:
    result = compute(date(2026, 3, 10), Days(3, back=True))
    assert (result.raw_due, result.due) == (date(2026, 3, 7), date(2026, 3, 6))
    assert both(date(2026, 3, 10), Days(3, back=True)) == date(2026, 3, 6)


def test_a_month_before_the_end_of_march_is_the_end_of_february() -> None:
    assert both(date(2025, 3, 31), Months(1, back=True)) == date(2025, 2, 28)


# Extensions


def test_an_extension_is_added_before_the_last_day_moves() -> None:
    assert due(date(2024, 12, 2), Days(60), extension=30) == date(2025, 3, 3)  # 2 March is a Sunday
    assert due(date(2026, 2, 9), Workdays(20), extension=10) == date(2026, 3, 27)


# What the kind of limit does not know


@pytest.mark.parametrize(
    ("start", "period", "kind"),
    [
        (date(2025, 1, 6), FixedDay(3, 31), "固定日期"),
        (date(2025, 1, 6), Workdays(5, back=True), "倒计"),
        (datetime(2025, 1, 6, 8, 0), Hours(24), "以小时计算"),
    ],
)
def test_a_rigid_limit_cannot_be_paused(start: date, period: AnyPeriod, kind: str) -> None:
    with pytest.raises(Refused, match=f"{kind}的期限不能中止"):
        compute(start, period, pauses=[Pause(date(2025, 1, 7), date(2025, 1, 8))])


@pytest.mark.parametrize("period", [FixedDay(3, 31), Workdays(5, back=True), Hours(24, back=True)])
def test_a_fixed_or_backward_limit_cannot_be_extended(period: AnyPeriod) -> None:
    with pytest.raises(Refused, match="期限不能延长"):
        compute(datetime(2025, 1, 6, 8, 0), period, extension=1)


def test_a_negative_extension_is_refused() -> None:
    with pytest.raises(Refused, match="不能为负数"):
        compute(date(2025, 1, 6), Days(60), extension=-1)


@pytest.mark.parametrize(
    "period", [Days(10**7), Workdays(10**7), Months(10**6), Years(9000), Years(9000, back=True)]
)
def test_a_limit_beyond_the_calendar_is_refused(period: AnyPeriod) -> None:
    with pytest.raises(Refused, match="超出公历范围"):
        compute(date(2025, 1, 6), period)


def test_hours_fixed_dates_and_pauses_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(Refused, match="超出公历范围"):
        compute(datetime(2025, 1, 6, 8, 0), Hours(10**9))
    with pytest.raises(Refused, match="超出公历范围"):
        compute(date(9999, 1, 6), FixedDay(3, 31))
    with pytest.raises(Refused, match="超出公历范围"):
        compute(date(2025, 1, 6), Days(60), pauses=[Pause(date(2025, 1, 7), date.max)])


# Provisional


def test_a_limit_that_reaches_into_a_year_without_notice_is_provisional() -> None:
    assert compute(date(2026, 12, 20), Workdays(10)).unknown_years == (2027,)
    assert compute(date(2026, 12, 20), Days(30)).provisional
    assert not compute(date(2026, 12, 20), Days(5)).provisional
    assert not compute(date(2006, 12, 1), Days(60)).provisional  # only the last day asks the calendar
    assert compute(date(2006, 12, 1), Workdays(40)).unknown_years == (2006,)
    assert compute(date(2027, 1, 8), Workdays(10, back=True)).unknown_years == (2027,)
    assert compute(date(2027, 1, 8), Days(30, back=True)).due == date(2026, 12, 9)
    assert not compute(date(2027, 1, 8), Days(30, back=True)).provisional


def test_a_loaded_notice_settles_what_was_provisional() -> None:
    notice = Notice(2027, (DayEntry(date(2027, 1, 1), True, "元旦"),))
    calendar = Calendar.shipped().with_notice(notice)
    result = compute(date(2026, 12, 20), Workdays(10), calendar=calendar)
    assert result.due == due_day(date(2026, 12, 20), Workdays(10), calendar) == date(2027, 1, 4)
    assert not result.provisional
    assert result.calendar_edition == calendar.edition


def test_the_result_tells_unit_and_length_without_the_extension() -> None:
    result: Due = compute(date(2024, 12, 2), Days(60), extension=30)
    assert (result.unit, result.length, result.extended) == ("CD", 60, 30)
    assert result.calendar_edition == Calendar.shipped().edition
