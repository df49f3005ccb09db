"""Bars start at zero and their length is proportional to the number."""

from fazhi.web.bars import Amount, columns, spark, widths
from fazhi.web.figure import Measured, shares


def test_tallest_column_fills_the_drawing_and_others_are_in_proportion() -> None:
    drawn = columns([Amount("1月", 5, "5"), Amount("2月", 10, "10"), Amount("3月", 0, "0")])
    assert drawn is not None
    assert [(one.height, one.y) for one in drawn.columns] == [(44.0, 44.0), (88.0, 0.0), (0.0, 88.0)]


def test_what_is_not_known_has_no_height() -> None:
    drawn = columns([Amount("2019", None, "—"), Amount("2020", 3, "3")], low=True)
    assert drawn is not None
    assert (drawn.columns[0].height, drawn.low) == (0.0, True)


def test_columns_of_nothing_but_zero_are_drawn_flat() -> None:
    drawn = columns([Amount("1月", 0, "0")])
    assert drawn is not None
    assert drawn.columns[0].height == 0.0


def test_nothing_is_drawn_of_nothing() -> None:
    assert columns([]) is None


def test_longest_bar_is_the_whole_width() -> None:
    assert widths([34, 16, None, 0]) == (100.0, 47.1, 0.0, 0.0)
    assert widths([0, 0]) == (0.0, 0.0)


def test_line_runs_from_edge_to_edge_with_air_above_and_below() -> None:
    assert spark([1, 3, 2]) == "0.0,21.0 50.0,1.0 100.0,11.0"


def test_line_of_equal_values_is_level() -> None:
    assert spark([4, 4]) == "0.0,21.0 100.0,21.0"


def test_one_value_is_no_line() -> None:
    assert spark([4]) == ""


def test_declared_class_is_told_apart_by_form() -> None:
    counted, declared = shares(
        [Measured("甲区", "8", 8, origin="登记"), Measured("己县", "4", 4, origin="申报")]
    )
    assert (counted.declared, declared.declared, declared.width) == (False, True, 50.0)
