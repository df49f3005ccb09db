"""Situations for the rule equal: every grade, and sentences that come near it."""

from __future__ import annotations

import pytest

from fazhi.reader.audit import audit
from fazhi.reader.document import Claim, Document, Mention

GRADED = [
    ("holds", "收集线索{15条}，全部整改到位。"),
    ("contradiction", "收集线索{15条}，全部整改到位，整改率{90%}。"),
    ("holds", "提出审计建议{58条}，均被采纳。"),
    ("holds", "抽查{26个}单位，每个单位抽取{5宗}，共评查案卷{130宗}。"),
    ("question", "抽查{26个}单位，每个单位抽取{5宗}，共评查案卷{120宗}。"),
    ("holds", "罚款{15宗}，均已结案，{447件}留言均已及时答复。"),
    ("holds", "从{26个}执法单位各抽取{5宗}，共评查案卷{130宗}。"),
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


def test_a_claim_found_by_the_reader_is_checked_against_its_whole():
    text = "收到来信12封，每封均有专人回复。"
    mention = Mention(4, 7, "12封", 12, "封", "exact", "count")
    claim = Claim(10, 16, "均有专人回复", "均", value=12, share=100, whole=4)
    found = [
        f
        for f in audit(Document("示例.txt", text, mentions=(mention,), claims=(claim,))).findings
        if f.rule == "equal"
    ]
    assert [(f.grade, f.stated) for f in found] == [("holds", 12)]
