"""Whole numbers of rows of each kind that give the figures, or the two figures in each other's way."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.samples.solve import Unsolvable, solve

ACCEPTED, CLOSED, UPHELD = range(3)
KINDS = [(True, True, True), (True, True, False), (True, False, False), (False, True, False)]


def total(numbers: list[int], kinds: list[tuple[bool, ...]]) -> list[int]:
    return [
        sum(n for n, kind in zip(numbers, kinds, strict=True) if kind[line]) for line in range(len(kinds[0]))
    ]


def test_figures_that_nest_are_filled_from_the_most_specific() -> None:
    assert solve([99, 91, 40], KINDS) == [40, 51, 8, 0]


def test_more_closed_than_accepted_are_cases_carried_over() -> None:
    assert solve([91, 99, 40], KINDS) == [40, 51, 0, 8]


def test_a_part_larger_than_its_whole_is_refused_with_both_named() -> None:
    with pytest.raises(Unsolvable) as clash:
        solve([50, 20, 30], KINDS)
    assert (clash.value.short, clash.value.full, clash.value.least) == (UPHELD, CLOSED, 30)


def test_parts_that_exclude_each_other_need_their_sum() -> None:
    kinds = [(True, True, False), (True, False, True), (True, False, False)]
    with pytest.raises(Unsolvable) as clash:
        solve([50, 30, 30], kinds)
    assert clash.value.least == 60


def test_rows_are_exchanged_where_the_first_choice_left_a_figure_lacking() -> None:
    # The widest kind comes first and would use up the second figure, which the third alone also needs.
    kinds = [(True, True, True, False), (False, True, False, True), (True, False, True, False)]
    assert total(solve([5, 5, 5, 3], kinds), kinds) == [5, 5, 5, 3]


def test_a_figure_of_nothing_keeps_out_every_kind_that_counts_in_it() -> None:
    assert solve([10, 0, 0], KINDS) == [0, 0, 10, 0]


@given(numbers=st.lists(st.integers(0, 300), min_size=4, max_size=4))
def test_whatever_rows_gave_the_figures_rows_are_found_again(numbers: list[int]) -> None:
    targets = total(numbers, KINDS)
    assert total(solve(targets, KINDS), KINDS) == targets


@given(
    numbers=st.lists(st.integers(0, 60), min_size=7, max_size=7),
)
def test_figures_that_overlap_freely_are_found_as_well(numbers: list[int]) -> None:
    kinds = [kind for kind in product((True, False), repeat=3) if any(kind)]
    targets = total(numbers, kinds)
    assert total(solve(targets, kinds), kinds) == targets
