"""Tables: totals of rows and columns, and text against table."""

from __future__ import annotations

from fazhi.reader.audit import audit
from fazhi.reader.audit.conftest import table_of

ROWS = [
    ["事项", "维持", "撤销", "合计"],
    ["行政处罚", "{30}", "{5}", "{35}"],
    ["行政许可", "{12}", "{3}", "{15}"],
    ["合计", "{42}", "{8}", "{50}"],
]


def changed(row, column, cell):
    return [
        [cell if (r, c) == (row, column) else old for c, old in enumerate(line)]
        for r, line in enumerate(ROWS)
    ]


def grades(document, rule="sum"):
    return [f.grade for f in audit(document).findings if f.rule == rule]


def test_a_table_that_adds_up_holds_in_every_row_and_column():
    assert grades(table_of(ROWS)) == ["holds"] * 6


def test_one_wrong_number_contradicts_its_row_and_its_column():
    assert sorted(grades(table_of(changed(1, 1, "{31}")))) == ["contradiction"] * 2 + ["holds"] * 4


def test_a_table_with_subtotals_or_rates_is_not_added_up():
    assert grades(table_of(changed(0, 1, "其中维持"))) == []


def test_a_row_with_an_empty_cell_is_not_added_up():
    assert len(grades(table_of(changed(1, 1, "—")))) == 4


def test_text_and_table_with_two_values_of_one_measure_contradict():
    rows = [["指标", "数量"], ["受理行政复议案件", "{99}"], ["审结行政复议案件", "{91}"]]
    assert grades(table_of(rows, before="受理行政复议案件{99件}。"), "repeat") == ["holds"]
    assert grades(table_of(rows, before="受理行政复议案件{98件}。"), "repeat") == ["contradiction"]
    assert grades(table_of(rows, before="市本级受理行政复议案件{30件}。"), "repeat") == []
