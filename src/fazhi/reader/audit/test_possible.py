"""Situations for the rule possible: every grade, and sentences that come near it."""

from __future__ import annotations

import pytest

GRADED = [
    ("truncation", "新增市场主体{8254户}，同比增长{10.28%}。"),
    ("holds", "新增市场主体{8254户}，同比增长{10.27%}。"),
    ("truncation", "调处纠纷{929件}，调解成功率达{98.38%}。"),
    ("question", "调处纠纷{29件}，调解成功率达{98.38%}。"),
    ("holds", "调处纠纷{929件}，调解成功率达{98.39%}。"),
    ("contradiction", "行政机关负责人出庭应诉率{105%}。"),
    ("question", "全年结案率{105%}。"),
]
NEAR = [
    "举办{二期}讲座，参训率达{98%}。",
    "纠错{27件}，纠错率{12.83%}。",
    "办理事项{93.33万件}，办结率{98.75%}。",
]


@pytest.mark.parametrize(("grade", "text"), GRADED)
def test_a_percentage_gets_the_grade_of_its_whole_numbers(audited, grade, text):
    audit = audited(text)
    assert grade in {f.grade for f in audit.findings if f.rule == "possible"}
    assert grade == "contradiction" or not audit.graded("contradiction")


@pytest.mark.parametrize("text", NEAR)
def test_a_percentage_without_a_fitting_base_is_passed_over(audited, text):
    findings = audited(text).findings
    assert not [
        f for f in findings if f.grade == "contradiction" or (f.rule, f.grade) == ("possible", "question")
    ]
