"""Situations for the rule share: every grade, and sentences that come near it."""

from __future__ import annotations

import pytest

GRADED = [
    ("holds", "受理行政复议案件{99件}，审结{91件}，结案率为{91.92%}。"),
    ("contradiction", "受理行政复议案件{99件}，审结{91件}，结案率为{93.5%}。"),
    ("truncation", "受理行政复议案件{99件}，审结{91件}，结案率为{91.91%}。"),
    ("question", "受理行政复议案件{99件}（含上年结转），审结{91件}，结案率为{95%}。"),
    ("holds", "评查案卷{532宗}，评出优秀案卷{425宗}，占评查案卷的{79.89%}。"),
    ("contradiction", "评查案卷{532宗}，评出优秀案卷{425宗}，占评查案卷的{89.79%}。"),
    ("holds", "打捞诉求{10903件}，办结{10467件}，办结率{96%}。"),
    ("contradiction", "打捞诉求{10903件}，办结{10467件}，办结率{98%}。"),
    ("holds", "接收依申请公开{64件}，答复率{100%}。"),
    ("contradiction", "接收依申请公开{64件}，答复{60件}，答复率{100%}。"),
    ("holds", "办理人大代表建议{150件}、政协提案{158件}，办复率和满意率均达{100%}。"),
    ("contradiction", "负责人应出庭{40件}，实际出庭{36件}，出庭率{95%}。"),
    ("holds", "负责人应出庭{40件}，实际出庭{36件}，出庭率{90%}。"),
    ("holds", "参加考试{200人}，合格{190人}，合格率{95%}。"),
    ("contradiction", "参加考试{200人}，合格{190人}，合格率{97%}。"),
    ("holds", "审结{69宗}，其中维持{35宗}，撤销{8宗}，确认违法{2宗}，终止{24宗}，纠错率{14.49%}。"),
    ("holds", "办理人大建议{20件}、政协提案{30件}，实现答复率、办结率、满意率三个{100%}。"),
    ("holds", "审计项目送审金额{5210.36万元}，审定{4817.24万元}，核减{393.12万元}，核减率{7.55%}。"),
    ("contradiction", "收到诉求{500件}，办结{490件}，办结率{99%}，满意率{99.5%}。"),
    ("holds", "共办理行政执法案件{3569件}，其中通过平台办理{3212件}，占比{90%}。"),
    ("holds", "收案{321146件}（不含上年旧存{28802件}），审结{325490件}，综合结案率为{93.0%}。"),
    ("holds", "参考{200人}，合格{190人}，优秀{80人}，合格率和优秀率分别为{95%}和{40%}。"),
    (
        "holds",
        "收案{321件}。其中，基层{272件}，占总数的{84.7%}；中级{44件}，占{13.7%}；高级{5件}，占{1.6%}。",
    ),
    ("contradiction", "收到复议申请{16件}，立案受理{15件}。经过审理，维持{5件}，占受理案件总数的{38%}。"),
    ("question", "共审结行政复议申请{135件}，其中纠错{29件}，纠错率{19.2%}。"),
    ("contradiction", "在岗人员{674人}，其中持证{583人}，持证率{95.26%}。"),
    ("question", "行政应诉案件{918件}，败诉{91件}，败诉率{10.9%}。"),
]
NEAR = [
    "受理案件{99件}，审结{91件}，群众满意率{98%}。",
    "办结{23301件}，按时办结率{99.8%}。",
    "提出合法性审查意见{120余条}，重大决策审查率达到{100%}。",
]


@pytest.mark.parametrize(("grade", "text"), GRADED)
def test_a_rate_gets_the_grade_of_its_quotient(audited, grade, text):
    audit = audited(text)
    assert grade in {f.grade for f in audit.findings if f.rule == "share"}
    assert grade == "contradiction" or not audit.graded("contradiction")


@pytest.mark.parametrize("text", NEAR)
def test_a_rate_of_something_else_is_not_contradicted(audited, text):
    findings = audited(text).findings
    assert not [
        f for f in findings if f.grade == "contradiction" or (f.rule, f.grade) == ("share", "question")
    ]
