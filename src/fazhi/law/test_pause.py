"""Suspended and excluded days: how they move the end of a limit, and where they are refused."""

from datetime import date

import pytest

from fazhi.law.due import Pause, Refused, compute
from fazhi.law.period import AnyPeriod, Days, Months, Workdays


def due(start: date, period: AnyPeriod, *pauses: Pause) -> date | None:
    return compute(start, period, pauses=pauses).due


def test_the_days_of_a_pause_both_included_do_not_count() -> None:
    result = compute(date(2025, 1, 6), Days(60), pauses=[Pause(date(2025, 2, 10), date(2025, 2, 21))])
    assert result.due == date(2025, 3, 19)


def test_a_pause_may_begin_in_the_days_that_an_earlier_pause_added() -> None:
    first, second = Pause(date(2025, 2, 10), date(2025, 2, 21)), Pause(date(2025, 3, 19), date(2025, 3, 20))
    assert due(date(2025, 1, 6), Days(60), second, first) == date(2025, 3, 21)


def test_overlapping_pauses_are_not_taken_off_twice() -> None:
    pauses = (
        Pause(date(2025, 2, 14), date(2025, 2, 18)),
        Pause(date(2025, 2, 10), date(2025, 2, 21)),
        Pause(date(2025, 2, 20), date(2025, 2, 23)),
        Pause(date(2025, 2, 24), date(2025, 2, 25)),
    )
    result = compute(date(2025, 1, 6), Days(60), pauses=pauses)
    assert result.pauses == (Pause(date(2025, 2, 10), date(2025, 2, 25)),)
    assert result.raw_due == date(2025, 3, 23)


def test_a_pause_of_a_working_day_limit_takes_off_its_working_days() -> None:
    # 10 January to 24 January; the pause holds the working days 15, 16, 17
    assert due(date(2024, 1, 10), Workdays(10), Pause(date(2024, 1, 15), date(2024, 1, 17))) == date(
        2024, 1, 29
    )
    assert due(date(2024, 1, 10), Workdays(10), Pause(date(2024, 1, 20), date(2024, 1, 21))) == date(
        2024, 1, 24
    )


def test_a_month_limit_is_prolonged_by_the_natural_days_of_the_pause() -> None:
    assert due(date(2025, 3, 3), Months(2), Pause(date(2025, 4, 1), date(2025, 4, 3))) == date(2025, 5, 6)


def test_a_pause_on_the_last_day_leaves_that_day_for_after_the_pause() -> None:
    # day 60 is Friday 7 March
    assert due(date(2025, 1, 6), Days(60), Pause(date(2025, 3, 7), date(2025, 3, 11))) == date(2025, 3, 12)


def test_a_pause_on_the_day_to_which_the_last_day_moved_gives_the_working_day_after_it() -> None:
    # 60 days end on Sunday 2 March 2025, moved to Monday
    assert due(date(2025, 1, 1), Days(60)) == date(2025, 3, 3)
    result = compute(date(2025, 1, 1), Days(60), pauses=[Pause(date(2025, 3, 3), date(2025, 3, 7))])
    assert (result.raw_due, result.due) == (date(2025, 3, 8), date(2025, 3, 10))


def test_a_pause_that_begins_on_the_day_of_the_start_counts_from_the_next() -> None:
    assert compute(
        date(2025, 1, 6), Days(60), pauses=[Pause(date(2025, 1, 6), date(2025, 1, 8))]
    ).raw_due == (date(2025, 3, 9))
    assert compute(
        date(2025, 1, 6), Days(60), pauses=[Pause(date(2025, 1, 6), date(2025, 1, 6))]
    ).raw_due == (date(2025, 3, 7))


@pytest.mark.parametrize("first", [date(2025, 1, 5), date(2025, 3, 8), date(2026, 1, 1)])
def test_a_pause_outside_the_running_limit_is_refused(first: date) -> None:
    with pytest.raises(Refused, match=r"不在期限之内：期限自2025-01-06起算，至2025-03-07届满"):
        compute(date(2025, 1, 6), Days(60), pauses=[Pause(first, date(2026, 2, 1))])
    with pytest.raises(Refused, match=f"自{first}起的中止"):
        compute(date(2025, 1, 6), Days(60), pauses=[Pause(first)])


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refused, match="早于开始日期"):
        Pause(date(2025, 2, 2), date(2025, 2, 1))


# A pause that still runs


def test_while_a_pause_runs_no_due_day_is_known_but_what_remains_is() -> None:
    result = compute(date(2025, 1, 6), Days(60), pauses=[Pause(date(2025, 2, 10))])
    assert (result.due, result.raw_due, result.paused) == (None, None, True)
    assert result.remaining == 26
    resumed = compute(date(2025, 1, 6), Days(60), pauses=[Pause(date(2025, 2, 10), date(2025, 4, 1))])
    assert resumed.raw_due == date(2025, 4, 27)  # 26 days after the end of the pause
    assert not resumed.paused


def test_what_remains_of_a_working_day_limit_is_in_working_days() -> None:
    result = compute(date(2024, 1, 10), Workdays(10), pauses=[Pause(date(2024, 1, 15))])
    assert result.remaining == 8
    assert not result.provisional


def test_a_running_pause_swallows_the_later_ones() -> None:
    pauses = [Pause(date(2025, 2, 10)), Pause(date(2025, 2, 20), date(2025, 2, 21))]
    assert compute(date(2025, 1, 6), Days(60), pauses=pauses).pauses == (Pause(date(2025, 2, 10)),)
    pauses = [Pause(date(2025, 2, 10), date(2025, 2, 20)), Pause(date(2025, 2, 15))]
    assert compute(date(2025, 1, 6), Days(60), pauses=pauses).pauses == (Pause(date(2025, 2, 10)),)


def test_a_pause_running_since_the_moved_last_day_leaves_that_day() -> None:
    assert compute(date(2025, 1, 1), Days(60), pauses=[Pause(date(2025, 3, 3))]).remaining == 1


def test_what_remains_is_provisional_where_days_of_an_unknown_year_were_counted() -> None:
    assert compute(date(2026, 12, 20), Workdays(20), pauses=[Pause(date(2027, 1, 5))]).unknown_years == (
        2027,
    )
