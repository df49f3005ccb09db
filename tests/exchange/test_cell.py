"""Cells in the ways in which they are typed, and what cannot be read refused with a remedy."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from fazhi.engine.registry import register
from fazhi.exchange.cell import (
    MASKED,
    Unreadable,
    day,
    money,
    offered,
    points,
    reader,
    shown,
    whole_number,
)
from fazhi.exchange.guard import guarded, unguarded
from fazhi.exchange.heading import Headings, main_table
from tests.toy.declaration import PERMITS

DAY = date(2023, 1, 5)
TABLE = main_table(PERMITS)
BY_NAME = {one.name: one for one in TABLE.headings}


@pytest.mark.parametrize(
    "typed",
    [
        DAY,
        datetime(2023, 1, 5, 13, 30),
        "2023-01-05",
        "2023/1/5",
        "2023.1.5",
        "2023年1月5日",
        "２０２３年１月５日",
        "2023 年 1 月 5 号",
        "二〇二三年一月五日",
        "2023-01-05 00:00:00",
        "20230105",
        20230105,
        20230105.0,
        44931,
        44931.0,
        " 2023-1-5 ",
    ],
)
def test_a_day_is_read_in_every_usual_form(typed: object) -> None:
    assert day(typed) == DAY


@pytest.mark.parametrize("typed", ["2023-02-30", "去年", "5/1/2023", 12, "20231340", "2023年", 0.5])
def test_what_is_no_day_is_refused_with_a_remedy(typed: object) -> None:
    with pytest.raises(Unreadable) as refused:
        day(typed)
    assert "不是有效的日期" in refused.value.text
    assert "2023-01-05" in refused.value.remedy


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        (12000, 1_200_000),
        (0.1, 10),
        ("12,000.50", 1_200_050),
        ("１２，０００元", 1_200_000),
        ("1.2万", 1_200_000),
        ("1.2万元", 1_200_000),
        ("3亿", 30_000_000_000),
        ("350分", 350),
        ("￥300", 30_000),
        ("-5", -500),
    ],
)
def test_money_is_counted_exactly_in_fen(typed: object, fen: int) -> None:
    assert money(typed, 100) == fen


@pytest.mark.parametrize("typed", ["若干", "1.234", 0.001, "12元整"])
def test_money_that_is_none_or_finer_than_fen_is_refused(typed: object) -> None:
    with pytest.raises(Unreadable):
        money(typed, 100)


@pytest.mark.parametrize(
    ("typed", "hundredths"), [(92.5, 9250), ("92.50分", 9250), ("100", 10_000), ("", None)]
)
def test_a_score_is_points_with_up_to_two_decimals(typed: object, hundredths: int | None) -> None:
    assert points(typed) == hundredths


@pytest.mark.parametrize("typed", ["优秀", "92.505", "90元", "9万"])
def test_what_is_no_score_is_refused_with_the_remedy(typed: object) -> None:
    with pytest.raises(Unreadable) as refused:
        points(typed)
    assert "最多两位小数" in refused.value.remedy


def test_scores_of_a_register_stand_in_its_sheet_in_points() -> None:
    column = next(one for one in main_table(register("leadership.law_report")).columns if one.score)
    assert column.label.endswith("（分）")
    assert shown(column, 9250) == "92.50"
    assert reader(column)("92.5") == 9250


def test_of_very_many_choices_the_ones_written_alike_are_told() -> None:
    registers = [f"第{at}号登记簿" for at in range(80)] + ["合法性审查意见"]
    assert offered(registers, "合法性审核意见") == "合法性审查意见等81项"
    assert offered(registers, "没有的").endswith("、第9号登记簿等81项")
    assert offered(["一般", "重大"], "特大") == "一般、重大"


def test_a_heading_names_the_unit_in_which_its_numbers_count() -> None:
    headings = Headings(TABLE)
    units = [headings.find(text) for text in ("金额（元）", "金额(万元)", "金额（分）", "金额")]
    assert [one.unit for one in units if one] == [100, 1_000_000, 1, 100]


@pytest.mark.parametrize(
    "text", ["收到日期", " 收到 日期 ", "收到日期*", "收到日期（必填）", "【收到日期】", "收到日期："]
)
def test_headings_are_known_in_their_common_variants(text: str) -> None:
    found = Headings(TABLE).find(text)
    assert found is not None
    assert found.name == "received_on"


def test_a_heading_of_no_column_is_not_taken_for_one() -> None:
    assert Headings(TABLE).find("经办科室电话") is None


def test_choices_are_read_by_label_and_others_refused_with_the_list() -> None:
    read = reader(BY_NAME["weight"])
    assert read("重大") == "heavy"
    assert read(" 重大 ") == "heavy"
    assert read("heavy") == "heavy"
    with pytest.raises(Unreadable) as refused:
        read("特大")
    assert "未定、一般、重大" in refused.value.remedy


def test_a_whole_number_has_no_fraction() -> None:
    assert whole_number("1,200") == 1200
    assert whole_number(3.0) == 3
    with pytest.raises(Unreadable):
        whole_number(3.5)


def test_a_masked_personal_cell_is_told_apart_and_too_long_a_text_refused() -> None:
    assert reader(BY_NAME["id_no"])("****1234") is MASKED
    with pytest.raises(Unreadable, match="超过18字"):
        reader(BY_NAME["id_no"])("1" * 19)
    with pytest.raises(Unreadable, match="错误值"):
        reader(BY_NAME["applicant"])("#REF!")


@given(some.text(max_size=20).map(str.strip))
def test_a_guarded_text_is_no_formula_and_comes_back_as_it_was(text: str) -> None:
    out = guarded(text)
    assert not out.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"))
    assert unguarded(out) == text


@given(some.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_back_from_its_forms(when: date) -> None:
    for form in (when.isoformat(), f"{when:%Y%m%d}", f"{when.year}年{when.month}月{when.day}日"):
        assert day(form) == when
