"""Situations for the rule change: every grade, and sentences that come near it."""

from __future__ import annotations

import pytest

GRADED = [
    ("contradiction", "行政审批事项由{351项}减少到{210项}，减幅达{41%}。"),
    ("holds", "行政审批事项由{351项}减少到{210项}，减幅达{40.17%}。"),
    ("truncation", "行政审批事项由{351项}减少到{210项}，减幅达{40.1%}。"),
    ("holds", "办理时间由{20个工作日}压缩至{5个工作日}，压缩{75%}。"),
    ("contradiction", "审批事项由{210项}减少到{351项}。"),
    ("holds", "今年受理案件{120件}，比上年的{100件}增长{20%}。"),
    ("contradiction", "今年受理案件{120件}，比上年的{100件}增长{25%}。"),
    ("holds", "受理案件{120件}，比上年增加{20件}，增长{20%}。"),
    ("contradiction", "受理案件{120件}，比上年增加{20件}，增长{16.67%}。"),
    ("contradiction", "网办率由{85%}提高到{92%}，提高{9个百分点}。"),
    ("holds", "律师{1486人}，比上年增加{112人}，增长{8.2%}。"),
    ("contradiction", "处理各类案件{86件}，比上年减少{14件}，下降{16.3%}。"),
    ("holds", "案件数由上年的{100件}下降到{86件}，同比下降{14%}。"),
    ("holds", "受理案件{120件}，上年同期{100件}，同比增长{20%}。"),
    ("contradiction", "受理案件{120件}，上年同期{100件}，同比增长{22%}。"),
    ("holds", "刑事案件{262件}，同比下降{2.60%}，同比减少{7件}。"),
    ("contradiction", "刑事案件{262件}，同比下降{3.60%}，同比减少{7件}。"),
    ("truncation", "2023年办理复议案件{66件}，2024年办理复议案件{151件}，同比增长{128.78%}。"),
    ("contradiction", "2023年办理复议案件{66件}，2024年办理复议案件{151件}，同比增长{138.78%}。"),
    ("contradiction", "诉讼{31件}，同比减少{3件}；执行案件{2220件}，同比下降{5.21%}，同比减少{111件}。"),
]
NEAR = [
    "累计市场主体{23808户}，新增{3127户}，同比增长{4.77%}。",
    "结案率提高到{96%}，同比提高{3个百分点}。",
]


@pytest.mark.parametrize(("grade", "text"), GRADED)
def test_a_change_gets_the_grade_of_its_recomputation(audited, grade, text):
    audit = audited(text)
    assert grade in {f.grade for f in audit.findings if f.rule == "change"}
    assert grade == "contradiction" or not audit.graded("contradiction")


@pytest.mark.parametrize("text", NEAR)
def test_a_level_or_another_base_is_not_taken_for_a_wrong_change(audited, text):
    findings = audited(text).findings
    assert not [
        f for f in findings if f.grade == "contradiction" or (f.rule, f.grade) == ("change", "question")
    ]
