"""A clock says what is left, in words of the statute, and its seal says the same."""

from datetime import date, timedelta

import pytest

from fazhi.web import seal
from fazhi.web.clock import SOON_DAYS, Days, clock, reading
from fazhi.web.record import settled

TODAY = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("days", "left", "stamp"),
    [
        (-2, "逾 2 天", seal.LATE),
        (-1, "逾 1 天", seal.LATE),
        (0, "今日届满", seal.SOON),
        (1, "剩 1 天", seal.SOON),
        (SOON_DAYS, "剩 5 天", seal.SOON),
        (SOON_DAYS + 1, "剩 6 天", seal.OPEN),
    ],
)
def test_open_clock_counts_from_today(days: int, left: str, stamp: seal.Seal) -> None:
    said = reading(TODAY + timedelta(days), TODAY)
    assert (said.left, said.seal) == (left, stamp)


@pytest.mark.parametrize(
    ("early", "left", "stamp"),
    [(4, "提前 4 天", seal.DONE), (0, "届满日办结", seal.DONE), (-1, "逾 1 天办结", seal.LATE)],
)
def test_met_clock_counts_from_the_day_it_was_met(early: int, left: str, stamp: seal.Seal) -> None:
    said = reading(TODAY, TODAY + timedelta(99), TODAY - timedelta(early))
    assert (said.left, said.seal) == (left, stamp)


@pytest.mark.parametrize(
    ("days", "left", "stamp"),
    [
        (9, "还须 9 天", seal.WAIT),
        (1, "还须 1 天", seal.WAIT),
        (0, "今日期满", seal.MAY),
        (-3, "已满 3 天", seal.MAY),
    ],
)
def test_a_least_time_says_how_long_still_and_then_that_the_act_is_lawful(
    days: int, left: str, stamp: seal.Seal
) -> None:
    said = reading(TODAY + timedelta(days), TODAY, least=True)
    assert (said.left, said.seal) == (left, stamp)


@pytest.mark.parametrize(
    ("more", "left"), [(0, "期满日结束"), (12, "期满后 12 天结束"), (-2, "期满前 2 天结束")]
)
def test_an_act_after_a_least_time_is_never_late(more: int, left: str) -> None:
    said = reading(TODAY, TODAY + timedelta(99), TODAY + timedelta(more), least=True)
    assert (said.left, said.seal) == (left, seal.DONE)


def test_a_least_time_that_is_over_stands_among_the_running_clocks() -> None:
    days = Days(TODAY - timedelta(40), TODAY - timedelta(9))
    over = clock("c", "公开征求意见", days, TODAY, "", least=True)
    met = [clock(f"m{n}", "已办", Days(TODAY, TODAY + timedelta(9), TODAY), TODAY, "") for n in range(3)]
    shown, _ = settled([*met, over], most=1)
    assert [one.key for one in shown] == ["c"]


def test_paused_clock_has_no_days_left() -> None:
    assert reading(None, TODAY).seal is seal.PAUSED


def test_clock_met_while_paused_is_done() -> None:
    assert reading(None, TODAY, TODAY).left == "已办"


def test_provisional_day_is_not_counted_down_until_it_is_near() -> None:
    assert reading(TODAY + timedelta(60), TODAY, provisional=True).seal is seal.GUESS
    assert reading(TODAY + timedelta(3), TODAY, provisional=True).seal is seal.SOON


def test_provisional_clock_says_so_in_a_tag() -> None:
    days = Days(TODAY, TODAY + timedelta(60), provisional=True)
    assert [tag.text for tag in clock("file", "备案", days, TODAY, "").tags] == ["暂定"]


def test_running_clocks_come_first_and_none_of_them_is_folded_away() -> None:
    met = [clock(f"m{n}", "已办", Days(TODAY, TODAY + timedelta(9), TODAY), TODAY, "") for n in range(3)]
    late = [
        clock(f"l{n}", "逾期", Days(TODAY - timedelta(9), TODAY - timedelta(2)), TODAY, "") for n in range(3)
    ]
    shown, folded = settled([*met, *late], most=2)
    assert [one.key for one in shown] == ["l0", "l1", "l2"]
    assert [one.key for one in folded] == ["m0", "m1", "m2"]
