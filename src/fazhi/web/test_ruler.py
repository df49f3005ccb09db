"""The ruler draws what the clock says, and nothing outside the drawing."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.web.ruler import Ruler, Standstill, ruler

START, DUE, TODAY = date(2025, 1, 6), date(2025, 3, 19), date(2025, 3, 14)
APPRAISAL = Standstill(date(2025, 2, 10), date(2025, 2, 21), "鉴定")


def drawn(*args: object, **named: object) -> Ruler:
    found = ruler(*args, **named)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_running_time_is_broken_by_the_excluded_days() -> None:
    spans = drawn(START, DUE, TODAY, [APPRAISAL]).spans
    assert [span.kind for span in spans] == ["run", "hatch", "run"]
    cell = 355 / 72
    assert [span.width for span in spans] == [pytest.approx(n * cell, abs=0.2) for n in (34, 12, 21)]
    assert spans[1].x == pytest.approx(34 * cell, abs=0.1)


def test_today_and_the_due_day_are_marked_at_the_end_of_their_cells() -> None:
    marks = drawn(START, DUE, TODAY).marks
    assert [(mark.x, mark.due) for mark in marks] == [(0.0, False), (330.3, False), (355.0, True)]


def test_overdue_days_stand_beyond_the_due_day() -> None:
    late = drawn(START, date(2025, 3, 12), TODAY)
    assert [span.kind for span in late.spans] == ["run", "over"]
    assert late.spans[1].x == next(mark.x for mark in late.marks if mark.due)


def test_last_lawful_day_is_not_overdue() -> None:
    assert [span.kind for span in drawn(START, TODAY, TODAY).spans] == ["run"]


def test_met_clock_is_flat_done_and_without_text() -> None:
    met = drawn(START, DUE, TODAY, met=date(2025, 3, 1))
    assert (met.height, met.labels, [span.kind for span in met.spans]) == (14, (), ["done"])
    assert "3月1日办结" in met.label


def test_late_completion_shows_both_the_due_day_and_the_delay() -> None:
    met = drawn(START, date(2025, 2, 10), TODAY, met=date(2025, 2, 20))
    assert [span.kind for span in met.spans] == ["done", "over"]
    assert any(mark.due for mark in met.marks)


def test_days_beyond_a_least_time_are_not_red() -> None:
    met = drawn(START, date(2025, 2, 10), TODAY, met=date(2025, 2, 20), least=True)
    assert [span.kind for span in met.spans] == ["wait", "done"]
    running = drawn(START, date(2025, 3, 12), TODAY, least=True)
    assert [span.kind for span in running.spans] == ["wait", "run"]
    assert "3月12日期满" in running.label


def test_open_standstill_has_no_due_day() -> None:
    still = drawn(START, None, TODAY, [Standstill(date(2025, 3, 1), None, "中止")])
    assert [span.kind for span in still.spans] == ["run", "hatch"]
    assert not any(mark.due for mark in still.marks)
    assert "期限停止计算" in still.label


def test_standstill_still_to_come_is_not_drawn() -> None:
    spans = drawn(START, DUE, TODAY, [Standstill(date(2025, 3, 16), date(2025, 3, 18), "鉴定")]).spans
    assert [span.kind for span in spans] == ["run"]


def test_backward_limit_and_limit_of_hours_are_not_drawn() -> None:
    assert ruler(START, date(2025, 1, 1), TODAY) is None
    assert ruler(START, START, TODAY) is None
    assert ruler(START, None, START) is None


def test_clock_that_starts_in_the_future_has_nothing_run() -> None:
    assert drawn(date(2025, 4, 1), date(2025, 4, 20), TODAY).spans == ()


def test_drawing_is_read_aloud_in_the_order_of_time() -> None:
    said = drawn(START, DUE, TODAY, [APPRAISAL], word="受理").label
    assert said == "自1月6日受理起，鉴定12日不计入，3月19日届满，今日3月14日"


days = st.dates(date(2015, 1, 1), date(2026, 12, 31))


@given(days, st.integers(1, 400), st.integers(-50, 500), st.integers(1, 300), st.integers(0, 90))
def test_nothing_lies_outside_and_no_labels_touch(
    start: date, length: int, now: int, at: int, still: int
) -> None:
    first = start + timedelta(at)
    pause = Standstill(first, first + timedelta(still), "中止")
    found = ruler(start, start + timedelta(length), start + timedelta(now), [pause])
    assert found is not None
    for span in found.spans:
        assert span.x >= 0
        assert span.width >= 0
        assert span.x + span.width <= 360.2
    for near, far in pairwise(found.spans):
        assert near.x + near.width <= far.x + 0.3
    for label in found.labels:
        assert label.reach[0] >= -0.1
        assert label.reach[1] <= 360.1
    for line in (12, 54):
        reaches = sorted(label.reach for label in found.labels if label.y == line)
        assert all(a[1] < b[0] for a, b in pairwise(reaches))
