"""What holds for every limit, whatever its start, length, pauses and days off."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from fazhi.law.calendar import Calendar
from fazhi.law.due import Pause, compute, due_day
from fazhi.law.explanation import explain
from fazhi.law.holidays import DayEntry, Notice
from fazhi.law.period import Days, Months, Period, Workdays, Years

SHIPPED = Calendar.shipped()
STARTS = st.dates(date(2007, 1, 1), date(2028, 12, 31))
ROLLING = st.one_of(
    st.builds(Days, st.integers(0, 400)),
    st.builds(Months, st.integers(0, 24)),
    st.builds(Years, st.integers(0, 20)),
)
FORWARD = st.one_of(ROLLING, st.builds(Workdays, st.integers(0, 250)))
ONE_DAY = timedelta(1)


@st.composite
def pauses_within(draw: st.DrawFn, start: date, raw: date) -> list[Pause]:
    """Up to three pauses that begin within the limit; they may overlap."""
    first = st.integers(1, (raw - start).days).map(lambda days: start + timedelta(days))
    return [
        Pause(begin, begin + timedelta(draw(st.integers(0, 60))))
        for begin in draw(st.lists(first, min_size=1, max_size=3))
    ]


def off_in(*days: date) -> Calendar:
    """The shipped calendar with days off added to the (otherwise unknown) year 2027."""
    return SHIPPED.with_notice(Notice(2027, tuple(DayEntry(day, True, "测试") for day in days)))


@given(STARTS, FORWARD)
def test_a_period_ends_on_a_working_day_not_before_its_end_by_count(start: date, period: Period) -> None:
    result = compute(start, period)
    assert result.due is not None
    assert result.raw_due is not None
    assert SHIPPED.is_workday(result.due)
    assert start <= result.raw_due <= result.due
    assert SHIPPED.workdays_between(result.raw_due - ONE_DAY, result.due) == 1
    assert due_day(start, period) == result.due


@given(
    st.dates(date(2026, 6, 1), date(2027, 11, 30)),
    FORWARD,
    st.lists(st.dates(date(2027, 1, 1), date(2027, 12, 31)), min_size=1, max_size=8),
)
def test_adding_a_day_off_never_shortens(start: date, period: Period, days: list[date]) -> None:
    fewer, more = off_in(date(2027, 1, 1)), off_in(date(2027, 1, 1), *days)
    assert due_day(start, period, more) >= due_day(start, period, fewer)


@given(STARTS, FORWARD)
def test_a_longer_period_never_ends_earlier(start: date, period: Period) -> None:
    assert due_day(start, period.longer(1)) >= due_day(start, period)


@given(STARTS, FORWARD, st.integers(0, 60))
def test_an_extension_is_a_longer_period(start: date, period: Period, extension: int) -> None:
    assert compute(start, period, extension=extension).due == due_day(start, period.longer(extension))


@given(st.data(), STARTS, ROLLING)
def test_pause_and_resume_add_exactly_the_paused_days(
    data: st.DataObject, start: date, period: Period
) -> None:
    raw = compute(start, period).raw_due
    assert raw is not None
    assume(raw > start)
    pauses = data.draw(pauses_within(start, raw))
    paused = {
        one.first + timedelta(n) for one in pauses if one.last for n in range((one.last - one.first).days + 1)
    }
    result = compute(start, period, pauses=pauses)
    assert result.raw_due == raw + timedelta(len(paused))
    assert result.raw_due not in paused


@given(st.data(), STARTS, st.integers(1, 120))
def test_a_paused_working_day_limit_counts_as_many_working_days(
    data: st.DataObject, start: date, length: int
) -> None:
    raw = due_day(start, Workdays(length))
    pauses = data.draw(pauses_within(start, raw))
    due = compute(start, Workdays(length), pauses=pauses).due
    assert due is not None
    counted = [
        day
        for day in (start + timedelta(n) for n in range(1, (due - start).days + 1))
        if SHIPPED.is_workday(day) and not any(one.last and one.first <= day <= one.last for one in pauses)
    ]
    assert len(counted) == length
    assert counted[-1] == due


@given(st.data(), STARTS, FORWARD, st.integers(0, 90))
def test_what_remains_while_paused_is_what_runs_after_it(
    data: st.DataObject, start: date, period: Period, length: int
) -> None:
    raw = compute(start, period).raw_due
    assert raw is not None
    assume(raw > start)
    first = data.draw(st.integers(1, (raw - start).days).map(lambda days: start + timedelta(days)))
    last = first + timedelta(length)
    standing = compute(start, period, pauses=[Pause(first)])
    ended = compute(start, period, pauses=[Pause(first, last)])
    assert standing.due is None
    assert standing.remaining is not None
    rest = Workdays(standing.remaining) if period.code == "WD" else Days(standing.remaining)
    assert due_day(last, rest) == ended.due


@given(STARTS, st.integers(1, 250))
def test_a_backward_limit_is_the_mirror_of_the_forward_one(event: date, length: int) -> None:
    act = due_day(event, Workdays(length, back=True))
    assert SHIPPED.workdays_between(act - ONE_DAY, event - ONE_DAY) == length
    assert due_day(act - ONE_DAY, Workdays(length)) < event


@given(STARTS, st.integers(0, 400))
def test_a_backward_limit_never_moves_toward_the_event(event: date, length: int) -> None:
    act = due_day(event, Days(length, back=True))
    assert SHIPPED.is_workday(act)
    assert act <= event - timedelta(length)
    assert SHIPPED.workdays_between(act, event - timedelta(length)) == 0


@given(st.data(), STARTS, FORWARD, st.integers(0, 30))
def test_every_result_can_be_explained_and_names_its_due_day(
    data: st.DataObject, start: date, period: Period, extension: int
) -> None:
    raw = compute(start, period, extension=extension).raw_due
    assert raw is not None
    pauses = data.draw(pauses_within(start, raw)) if raw > start else []
    result = compute(start, period, pauses=pauses, extension=extension)
    assert result.due is not None
    said = explain(result)
    day = f"{start.year}年{start.month}月{start.day}日"
    assert said.startswith(f"自{day}次日起{period}" if period.length else f"以写明的{day}为限")
    assert f"{result.due.month}月{result.due.day}日（周" in said
    assert said.endswith("。")
    assert ("暂定" in said) == result.provisional
