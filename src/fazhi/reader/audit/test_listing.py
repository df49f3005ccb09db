"""Situations for the rule list: every grade, and sentences that come near it."""

from __future__ import annotations

import pytest

GRADED = [
    ("holds", "会同公安、住建、城管{三部门}开展检查。"),
    ("contradiction", "会同公安、住建、城管{两部门}开展检查。"),
    ("contradiction", "严格履行甲、乙、丙、丁{五大程序}。"),
    ("question", "严格履行公众参与、专家论证、风险评估、集体讨论{五大程序}。"),
    ("holds", "制定《甲规定》、《乙规定》{2项}制度。"),
    ("contradiction", "制定《甲规定》、《乙规定》{3项}制度。"),
    ("incomplete", "制定《甲规定》、《乙规定》等{12项}制度。"),
    ("holds", "推进区乡{两级}审查。"),
    ("holds", "建立县、乡镇（街道）、村（社区）{三级}网络。"),
    ("holds", "{3人}分别被表彰为“甲能手”“乙标兵”“丙模范”。"),
    ("question", "{4人}分别被表彰为“甲能手”“乙标兵”“丙模范”。"),
    ("holds", "答复率、办结率、满意率{三个}{100%}。"),
]
NEAR = [
    "向人大、政协报告工作{3次}。",
    "对公安、住建等部门开展督查{3次}。",
    "与{7个}县（市、区）签订责任书。",
]


@pytest.mark.parametrize(("grade", "text"), GRADED)
def test_a_stated_number_gets_the_grade_of_the_list_beside_it(audited, grade, text):
    audit = audited(text)
    assert grade in {f.grade for f in audit.findings if f.rule == "list"}
    assert grade == "contradiction" or not audit.graded("contradiction")


@pytest.mark.parametrize("text", NEAR)
def test_a_list_of_something_else_is_not_counted(audited, text):
    findings = audited(text).findings
    assert not [
        f for f in findings if f.grade == "contradiction" or (f.rule, f.grade) == ("list", "question")
    ]
