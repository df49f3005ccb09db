"""Situations for the rule list: every grade, and sentences that come near it."""

from __future__ import annotations

import pytest

from fazhi.reader.audit import audit
from fazhi.reader.document import Document, Mention

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
    ("holds", "建成示范村{2个}（甲村、乙村）。"),
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


LABELS = [
    ("严格落实行政执法公示、执法全过程记录、重大执法决定法制审核“", "三项制度", 3, "”。"),
    ("执行“", "三统一", 3, "”（统一登记、统一编号、统一印发）。"),
    ("按照“", "四制定", 4, "”要求，编制了清单，细化了流程，明确了范围，规范了程序。"),
]


@pytest.mark.parametrize(("before", "label", "numeral", "behind"), LABELS)
def test_a_name_with_a_number_holds_with_as_many_things_beside_it(before, label, numeral, behind):
    mention = Mention(
        len(before),
        len(before) + len(label),
        label,
        None,
        None,
        "exact",
        "label",
        numeral=numeral,
        label="name",
    )
    findings = audit(Document("示例.txt", before + label + behind, mentions=(mention,))).findings
    assert [f.grade for f in findings if f.rule == "list"] == ["holds"]


def test_a_name_with_another_number_of_things_beside_it_is_no_finding():
    mention = Mention(5, 9, "四项制度", None, None, "exact", "label", numeral=4, label="name")
    findings = audit(Document("示例.txt", "公示、记录四项制度。", mentions=(mention,))).findings
    assert [f for f in findings if f.rule == "list"] == []
