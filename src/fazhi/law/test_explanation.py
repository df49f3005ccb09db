"""The sentence a clerk reads beside a due day."""

from datetime import date, datetime

import pytest

from fazhi.law.calendar import Calendar
from fazhi.law.due import Pause, compute
from fazhi.law.editions import ARL_1999, ARL_2023
from fazhi.law.explanation import explain
from fazhi.law.holidays import DayEntry, Notice
from fazhi.law.period import AnyPeriod, Days, FixedDay, Hours, Months, Workdays

PAUSE = Pause(date(2025, 2, 10), date(2025, 2, 21))


def said(start: date, period: AnyPeriod, *pauses: Pause, extension: int = 0) -> str:
    return explain(compute(start, period, pauses=pauses, extension=extension))


def test_a_paused_limit_tells_the_days_taken_off() -> None:
    assert said(date(2025, 1, 6), Days(60), PAUSE) == (
        "自2025年1月6日次日起60日，至3月7日；扣除12日（2月10日至2月21日），至3月19日（周三）届满。"
    )


def test_a_least_time_tells_the_first_lawful_day_and_that_later_is_not_late() -> None:
    assert explain(compute(date(2025, 3, 4), Days(30)), least=True) == (
        "自2025年3月4日次日起不少于30日，至4月3日（周四）期满；期满以后办理的，不是逾期。"
    )


def test_a_moved_last_day_tells_the_holiday_that_moved_it() -> None:
    assert said(date(2024, 12, 2), Days(60)) == (
        "自2024年12月2日次日起60日，至2025年1月31日；1月28日至2月4日春节放假，顺延至2月5日（周三）届满。"
    )


def test_a_moved_last_day_tells_the_weekend_that_moved_it() -> None:
    assert said(date(2024, 3, 1), Days(15)) == (
        "自2024年3月1日次日起15日，至3月16日；3月16日为周六，顺延至3月18日（周一）届满。"
    )


def test_a_day_stated_in_a_document_is_told_as_the_limit_and_not_as_no_days_after_it() -> None:
    assert said(date(2025, 4, 5), Days(0)) == (
        "以写明的2025年4月5日为限，至4月5日；4月4日至4月6日清明节放假，顺延至4月7日（周一）届满。"
    )


def test_working_days_tell_which_days_off_were_skipped_and_which_weekend_was_worked() -> None:
    assert said(date(2025, 1, 24), Workdays(5)) == (
        "自2025年1月24日次日起5个工作日（1月26日（周日）上班，1月28日至2月4日春节放假），至2月7日（周五）届满。"
    )


def test_a_last_day_on_a_make_up_weekend_says_why_it_does_not_move() -> None:
    assert (
        said(date(2026, 1, 31), Months(1)) == "自2026年1月31日次日起1个月，至2月28日（周六，调休上班）届满。"
    )


def test_an_extension_is_named() -> None:
    assert said(date(2025, 1, 6), Days(60), extension=30) == (
        "自2025年1月6日次日起60日，延长30日，至4月6日；4月4日至4月6日清明节放假，顺延至4月7日（周一）届满。"
    )


def test_working_days_of_a_pause_are_counted_in_working_days() -> None:
    assert said(date(2024, 1, 10), Workdays(10), Pause(date(2024, 1, 15), date(2024, 1, 21))) == (
        "自2024年1月10日次日起10个工作日，至1月24日；扣除5个工作日（1月15日至1月21日），至1月31日（周三）届满。"
    )


def test_a_pause_from_the_day_of_the_start_takes_off_the_days_after_it() -> None:
    assert "扣除2日（1月6日至1月8日）" in said(
        date(2025, 1, 6), Days(60), Pause(date(2025, 1, 6), date(2025, 1, 8))
    )
    assert "扣除0日（1月6日）" in said(date(2025, 1, 6), Days(60), Pause(date(2025, 1, 6), date(2025, 1, 6)))


def test_a_running_pause_tells_what_remains() -> None:
    assert said(date(2025, 1, 6), Days(60), Pause(date(2025, 2, 10))) == (
        "自2025年1月6日次日起60日，至3月7日；2月10日起中止，尚余26日，恢复后继续计算。"
    )
    assert said(date(2024, 1, 10), Workdays(10), Pause(date(2024, 1, 15))).endswith(
        "1月15日起中止，尚余8个工作日，恢复后继续计算。"
    )


def test_a_backward_limit_tells_the_last_day_to_act() -> None:
    assert said(date(2026, 10, 9), Workdays(5, back=True)) == (
        "应当在2026年10月9日的5个工作日前完成（9月25日至9月27日中秋节放假，10月1日至10月7日国庆节放假），"
        "最迟为9月24日（周四）。"
    )
    assert said(date(2026, 3, 10), Days(3, back=True)) == (
        "应当在2026年3月10日的3日前完成；3月7日为周六，应当提前，最迟为3月6日（周五）。"
    )
    assert (
        said(date(2026, 3, 13), Days(3, back=True))
        == "应当在2026年3月13日的3日前完成，最迟为3月10日（周二）。"
    )


def test_hours_tell_both_moments() -> None:
    assert said(datetime(2024, 9, 30, 9, 5), Hours(24), extension=24) == (
        "自2024年9月30日09时05分起24小时，延长24小时，至2024年10月2日09时05分届满，不因节假日顺延。"
    )
    assert said(datetime(2024, 9, 30, 9, 5), Hours(24)) == (
        "自2024年9月30日09时05分起24小时，至2024年10月1日09时05分届满，不因节假日顺延。"
    )
    assert said(datetime(2024, 10, 1, 9, 5), Hours(24, back=True)) == (
        "应当在2024年10月1日09时05分的24小时前完成，最迟为2024年9月30日09时05分。"
    )


def test_a_fixed_date_tells_the_year_it_reports_on() -> None:
    assert said(date(2025, 5, 5), FixedDay(4, 1, before=True)) == (
        "2025年度的事项应当在次年4月1日之前完成，最迟为2026年3月31日（周二），不因节假日顺延。"
    )
    assert said(date(2025, 5, 5), FixedDay(1, 31)).startswith(
        "2025年度的事项应当在次年1月31日完成，最迟为2026年1月31日（周六）"
    )


def test_a_provisional_day_names_the_year_whose_notice_is_missing() -> None:
    assert said(date(2026, 12, 20), Workdays(10)).endswith(
        "至2027年1月1日（周五）届满。暂定：2027年放假安排尚未公布，只按周末推算，公布后重新计算。"
    )


def test_the_articles_come_first_each_once() -> None:
    due = compute(date(2024, 12, 2), Days(60))
    cite = ARL_2023.art(62, 1)
    assert explain(due, (cite, cite)).startswith("依《行政复议法》第六十二条第一款，自2024年12月2日")
    assert explain(due, (ARL_1999.art(31), cite)).startswith(
        "依《行政复议法》第三十一条、《行政复议法》第六十二条第一款，自"
    )


def test_days_off_are_not_named_from_another_calendar_than_the_one_counted_on() -> None:
    other = Calendar.shipped().with_notice(Notice(2027, (DayEntry(date(2027, 1, 1), True, "元旦"),)))
    moved = compute(date(2024, 12, 2), Days(60))
    assert explain(moved, calendar=other) == (
        "自2024年12月2日次日起60日，至2025年1月31日；1月31日为休息日，顺延至2月5日（周三）届满。"
    )
    assert "放假" not in explain(compute(date(2025, 1, 24), Workdays(5)), calendar=other)
    assert explain(compute(date(2024, 3, 1), Days(15)), calendar=other).count("为周六") == 1


@pytest.mark.parametrize(("name", "told"), [("", "节假日"), ("元旦", "元旦")])
def test_a_day_off_without_a_name_is_called_a_holiday(name: str, told: str) -> None:
    notice = Notice(2027, (DayEntry(date(2027, 3, 3), True, name),))
    calendar = Calendar.shipped().with_notice(notice)
    working = compute(date(2027, 3, 1), Workdays(5), calendar=calendar)
    moved = compute(date(2027, 3, 1), Days(2), calendar=calendar)
    assert f"3月3日{told}放假" in explain(working, calendar=calendar)
    assert f"3月3日{told}放假，顺延至3月4日" in explain(moved, calendar=calendar)


def test_a_holiday_of_several_weekdays_is_named_once() -> None:
    assert said(date(2024, 9, 29), Workdays(5)).count("国庆节") == 1
