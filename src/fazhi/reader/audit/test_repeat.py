"""Situations for the rule repeat: every grade, and sentences that come near it."""

from __future__ import annotations

import pytest

GRADED = [
    ("holds", "受理行政复议案件{99件}。（二）全年受理行政复议案件{99件}。"),
    ("question", "依托法治跑团，开展普法宣传活动{120余场}。组建讲师团，开展普法宣传活动{400余场}。"),
    ("holds", "抽取{5个}单位开展评议，{5个}单位主要负责人现场述职。"),
]
NEAR = [
    "召开会议{3次}。召开会议{5次}。",
    "市级受理行政复议案件{30件}。县级受理行政复议案件{69件}。",
]


@pytest.mark.parametrize(("grade", "text"), GRADED)
def test_a_repeated_measure_gets_the_grade_of_its_values(audited, grade, text):
    audit = audited(text)
    assert grade in {f.grade for f in audit.findings if f.rule == "repeat"}
    assert grade == "contradiction" or not audit.graded("contradiction")


@pytest.mark.parametrize("text", NEAR)
def test_short_or_differing_measures_are_not_compared(audited, text):
    findings = audited(text).findings
    assert not [
        f for f in findings if f.grade == "contradiction" or (f.rule, f.grade) == ("repeat", "question")
    ]
