"""Situations for the rule equal: every grade, and sentences that come near it."""

from __future__ import annotations

import pytest

GRADED = [
    ("holds", "收集线索{15条}，全部整改到位。"),
    ("contradiction", "收集线索{15条}，全部整改到位，整改率{90%}。"),
    ("holds", "提出审计建议{58条}，均被采纳。"),
    ("holds", "抽查{26个}单位，每个单位抽取{5宗}，共评查案卷{130宗}。"),
    ("question", "抽查{26个}单位，每个单位抽取{5宗}，共评查案卷{120宗}。"),
    ("holds", "罚款{15宗}，均已结案，{447件}留言均已及时答复。"),
]
NEAR = [
    "收集线索{15条}，整改{15条}。",
    "均安排{15人}参加。",
]


@pytest.mark.parametrize(("grade", "text"), GRADED)
def test_a_claim_of_all_gets_the_grade_of_the_counts_beside_it(audited, grade, text):
    audit = audited(text)
    assert grade in {f.grade for f in audit.findings if f.rule == "equal"}
    assert grade == "contradiction" or not audit.graded("contradiction")


@pytest.mark.parametrize("text", NEAR)
def test_words_without_a_claim_of_all_are_not_compared(audited, text):
    findings = audited(text).findings
    assert not [
        f for f in findings if f.grade == "contradiction" or (f.rule, f.grade) == ("equal", "question")
    ]
