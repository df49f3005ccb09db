"""Tables on a terminal keep their columns whatever stands in them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fazhi.engine.figures.span import year
from fazhi.engine.figures.value import Figure
from fazhi.reports.listing import figure_lines, shown
from fazhi.reports.printout import cut, padded, table, width
from tests.engine.counted import REGISTRY


def figure(key: str, value: Fraction | None, records: int, unit: str = "件") -> Figure:
    label = REGISTRY.indicators[key].label
    return Figure(key, label, "within", 1, year(2017), value, unit, "count", None, None, "counted", records)


def test_columns_stand_under_each_other_with_chinese_in_them() -> None:
    lines = list(table(("名称", "数"), [("受理", "99"), ("a", "1")], right=(1,)))
    assert {width(line) for line in lines} == {8}
    assert lines[2] == "受理  99"
    assert lines[3] == "a      1"


def test_a_wide_cell_is_cut_to_the_width_asked() -> None:
    assert cut("行政复议案件", 12) == "行政复议案件"
    assert cut("行政复议案件", 9) == "行政复议…"
    assert width(cut("行政复议案件", 10)) <= 10
    assert padded("复议", 6) == "复议  "


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(Fraction(91), "件", "91件"), (Fraction(9100, 99), "%", "91.92%"), (None, "%", "—"), (None, "件", "—")],
)
def test_a_value_is_shown_with_its_unit_once(value: Fraction | None, unit: str, text: str) -> None:
    assert shown(figure("toy.closed", value, 1, unit)) == text


def test_figures_that_say_nothing_are_counted_and_listed_on_demand() -> None:
    figures = [
        figure("toy.closed", Fraction(91), 91),
        figure("toy.accepted", Fraction(0), 0),
        figure("toy.closing_rate", None, 0, "%"),
    ]
    lines = list(figure_lines(figures, REGISTRY))
    assert sum("toy." in line for line in lines) == 1
    assert lines[-1] == "另有2个指标为0或者没有可比的基数（—），加 --all 一并列出。"
    every = list(figure_lines(figures, REGISTRY, every=True))
    assert sum("toy." in line for line in every) == 3
    assert "—" in every[-1]


def test_a_zero_with_records_behind_it_says_something() -> None:
    lines = list(figure_lines([figure("toy.closing_rate", Fraction(0), 3, "%")], REGISTRY))
    assert any("toy.closing_rate" in line for line in lines)
