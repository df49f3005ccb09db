"""Situations for the rule numbering: markers, brackets and check digits."""

from __future__ import annotations

import pytest

from fazhi.reader.audit.code import credit_check, organisation_check


def grades(audit):
    return [f.grade for f in audit.findings if f.rule == "numbering"]


@pytest.mark.parametrize(
    "text",
    [
        "一、甲\n二、乙\n三、丙\n",
        "一、甲\n（一）子\n（二）丑\n二、乙\n（一）子\n（二）丑\n",
        "一、甲。一是加强。二是落实。\n二、乙。一是加强。二是不断落实。三是检查。\n",
        "1.甲\n2.乙\n3.丙\n",
        "（一）甲\n1.子\n2.丑\n（二）乙\n3.寅\n4.卯\n",
        "一是甲。\n1.子\n2.丑\n二是乙。\n1.子\n2.丑\n",
        "（1）甲\n（2）乙\n",
        "".join(
            f"{n}、项\n" for n in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
        ),
    ],
)
def test_markers_in_order_hold(audited, text):
    assert set(grades(audited(text))) <= {"holds"}


@pytest.mark.parametrize(
    "text",
    [
        "一、甲\n二、乙\n四、丁\n",
        "一、甲\n二、乙\n二、丙\n",
        "一、甲\n（一）子\n（三）寅\n",
        "推进工作。一是加强。三是落实。",
        "1.甲\n2.乙\n4.丁\n",
    ],
)
def test_a_gap_or_a_repeat_contradicts(audited, text):
    assert "contradiction" in grades(audited(text))


def test_a_document_that_starts_with_its_second_heading_contradicts_and_an_excerpt_is_questioned(audited):
    assert "contradiction" in grades(audited("示例报告\n二、乙\n三、丙\n", title="示例报告"))
    assert "contradiction" not in grades(audited("二、乙\n三、丙\n"))


def test_a_decimal_or_a_date_at_the_start_of_a_line_is_no_marker(audited):
    assert grades(audited("1.8万件事项办结\n3.15宣传\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "加强保障（落实经费。\n",
        "落实《示例办法。\n",
        "推行“一网通办。\n",
        "加强保障）落实。\n",
        "“甲“活动。\n",
    ],
)
def test_an_unpaired_mark_contradicts(audited, text):
    assert grades(audited(text)) == ["contradiction"] * (2 if "甲" in text else 1)


@pytest.mark.parametrize(
    "text",
    [
        "加强（含“甲”《乙》）保障。\n",
        "1）甲；2）乙。\n",
        "一）甲\n二）乙\n",
        "“跨行\n的引号”完整。\n",
        "(半角）混用。\n",
    ],
)
def test_pairs_and_item_marks_are_no_finding(audited, text):
    assert "contradiction" not in grades(audited(text))


def test_check_digits_follow_the_standards():
    assert credit_check("91350100M000100Y4") == "3"
    assert organisation_check("D2143569") == "X"


def test_a_labelled_code_with_a_wrong_check_digit_contradicts(audited):
    assert grades(audited("索引号：91350100M000100Y43/2024-00001")) == ["holds"]
    assert grades(audited("索引号：91350100M000100Y44/2024-00001")) == ["contradiction"]
    assert grades(audited("订单91350100M000100Y44")) == []
    assert grades(audited("索引号：D2143569-X/2024-1")) == ["holds"]
    assert grades(audited("索引号：D21435691/2024-1")) == ["question"]
