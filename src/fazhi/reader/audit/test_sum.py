"""Situations for the rule sum: every grade, and sentences that come near it."""

from __future__ import annotations

import pytest

GRADED = [
    ("holds", "全年共审查文件{60件}，其中规范性文件{20件}、合同{30件}、其他文件{10件}。"),
    ("contradiction", "全年共审查文件{60件}，其中规范性文件{20件}、合同{30件}、其他文件{12件}。"),
    ("contradiction", "全年共审查文件{60件}，其中规范性文件{20件}、合同{30件}、其他文件{7件}。"),
    ("incomplete", "全年共审查文件{60件}，其中规范性文件{20件}、合同{30件}。"),
    ("holds", "审查合同{20件}、规范性文件{30件}、重大决策{10件}，共计{60件}。"),
    ("contradiction", "审查合同{20件}、规范性文件{30件}、重大决策{10件}，共计{61件}。"),
    ("holds", "清理规范性文件{30件}，废止{5件}、失效{10件}、修改{3件}、继续有效{12件}。"),
    ("incomplete", "清理规范性文件{30件}，废止{5件}、失效{10件}。"),
    ("contradiction", "清理规范性文件{30件}，废止{5件}、失效{10件}、修改{3件}、继续有效{13件}。"),
    ("contradiction", "清理规范性文件{30件}，废止{5件}、失效{10件}、修改{3件}、继续有效{11件}。"),
    ("contradiction", "清理规范性文件{30件}，废止{25件}、失效{10件}。"),
    ("holds", "收到行政复议申请{120件}，受理{100件}，不予受理{15件}，告知{5件}。"),
    ("holds", "受理行政复议案件{100件}，审结{90件}，其中维持{60件}，撤销{10件}，驳回{20件}。"),
    ("holds", "全市共有法律顾问{434人}（其中市级{34人}，县级{400人}），律师{90人}。"),
    ("holds", "办理建议{150件}、提案{158件}，合计{308件}。"),
    ("holds", "受理案件{99件}，审结{91件}，正在办理{8件}。"),
    ("holds", "审核规范性文件{12件}、合同{85份}、重大决策{8件}，共{105件}。"),
    ("holds", "全镇辖{11个}村、{2个}社区，共{13个}村（社区）。"),
    ("question", "全年应诉{136件}，审结{111件}，其中市政府{4件}、县政府{56件}、其他{76件}。"),
    ("holds", "审结{1038件}（含上年结转{64件}），其中维持{486件}、驳回{138件}、撤销{112件}、终止{302件}。"),
    ("contradiction", "发生诉讼{150件}，审结{111件}，其中市政府{4件}、县政府{56件}、其他{76件}。"),
    ("truncation", "印发资料{5.1万份}，其中画册{2.05万份}、折页{3.14万份}。"),
    (
        "holds",
        "全年清理各类文件{59件}，其中规范性文件{40件}。经审查，废止{10件}，失效{16件}，修改{2件}，继续执行{12件}。",
    ),
    ("holds", "举办培训班{11期}{1833人次}，其中初任培训{3期}{200人次}、专题培训{8期}{1633人次}。"),
    ("holds", "审计项目送审金额{5210.36万元}，审定{4817.24万元}，核减{393.12万元}，核减率{7.55%}。"),
    ("holds", "办理案件{3569件}，其中一般程序{1203件}，简易程序{2366件}，罚款{892.4万元}，没收{3.2万元}。"),
]
NEAR = [
    "召开会议{3次}，开展督查{5次}，共整改问题{61个}。",
    "收到行政复议申请{120件}，其中受理{100件}，审结{90件}，维持{60件}，撤销{10件}。",
    "受理案件{99件}，审结{91件}，正在办理{7件}。",
    "组建队伍{50人}，其中党员{40人}、女性{25人}。",
]


@pytest.mark.parametrize(("grade", "text"), GRADED)
def test_a_breakdown_gets_the_grade_of_its_arithmetic(audited, grade, text):
    audit = audited(text)
    assert grade in {f.grade for f in audit.findings if f.rule == "sum"}
    assert grade == "contradiction" or not audit.graded("contradiction")


@pytest.mark.parametrize("text", NEAR)
def test_stages_and_overlapping_classes_never_contradict_a_whole(audited, text):
    findings = audited(text).findings
    assert not [f for f in findings if f.grade == "contradiction" or (f.rule, f.grade) == ("sum", "question")]
