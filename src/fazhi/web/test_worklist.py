"""Tasks stand under the stretch of time in which they are due, and none is lost."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fazhi.web.clock import reading
from fazhi.web.worklist import Group, Task, grouped, last_of_month, spread

FRIDAY, MONDAY = date(2025, 3, 14), date(2025, 3, 10)


def task(due: date, today: date = FRIDAY) -> Task:
    return Task(str(due), "/r", due, reading(due, today), "张三")


def heads(groups: tuple[Group, ...]) -> list[tuple[str, str]]:
    return [(group.label, group.note) for group in groups]


def test_groups_follow_the_calendar_of_a_friday() -> None:
    dues = [FRIDAY + timedelta(days) for days in (-2, 0, 3, 10, 17, 300)]
    assert heads(grouped(map(task, dues), FRIDAY)) == [
        ("已逾期", "1 件"),
        ("今天", "3月14日"),
        ("下周", "17—21日"),
        ("月底前", "24—31日"),
        ("以后", "2026年"),
    ]


def test_rest_of_the_week_is_a_group_of_its_own() -> None:
    assert heads(grouped([task(date(2025, 3, 13))], MONDAY)) == [("本周", "11—14日")]


def test_weekend_is_named_where_something_is_due_on_it() -> None:
    assert heads(grouped([task(date(2025, 3, 23))], FRIDAY)) == [("下周", "17—23日")]


def test_last_days_of_the_month_within_next_week_belong_to_next_week() -> None:
    today = date(2025, 3, 27)
    found = grouped([task(date(2025, 3, 31)), task(date(2025, 4, 8))], today)
    assert heads(found) == [("下周", "3月31日—4月4日"), ("以后", "4月")]


def test_later_months_are_named_within_the_year() -> None:
    assert heads(grouped([task(date(2025, 5, 1)), task(date(2025, 7, 1))], FRIDAY)) == [("以后", "5—7月")]


def test_nothing_to_do_is_no_group() -> None:
    assert grouped([], FRIDAY) == ()


def test_february_ends_on_its_29th_in_a_leap_year() -> None:
    assert last_of_month(date(2024, 2, 5)) == date(2024, 2, 29)


days = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(days, st.lists(st.integers(-400, 900), max_size=20))
def test_every_task_stands_in_exactly_one_group(today: date, ahead: list[int]) -> None:
    tasks = [task(today + timedelta(days), today) for days in ahead]
    found = [one for group in grouped(tasks, today) for one in group.tasks]
    assert found == sorted(tasks, key=lambda one: one.due)


@given(days, st.dictionaries(st.integers(-400, 900), st.integers(1, 9), min_size=1, max_size=20))
def test_spread_counts_every_open_clock_once(today: date, ahead: dict[int, int]) -> None:
    drawn = spread({today + timedelta(days): count for days, count in ahead.items()}, today)
    assert drawn is not None
    assert sum(int(column.text) for column in drawn.columns) == sum(ahead.values())


def test_spread_names_weeks_by_their_monday() -> None:
    drawn = spread({FRIDAY: 1}, FRIDAY)
    assert drawn is not None
    assert [column.label for column in drawn.columns] == ["逾期", "本周", "17—", "24—", "31—", "4/7—", "以后"]


def test_spread_of_nothing_is_not_drawn() -> None:
    assert spread({}, FRIDAY) is None
