"""Situations for the rule subset: every grade, and sentences that come near it."""

from __future__ import annotations

import pytest

GRADED = [
    ("holds", "清理文件{59件}，其中规范性文件{40件}。"),
    ("contradiction", "清理文件{59件}，其中规范性文件{400件}。"),
    ("holds", "提出意见{58条}，采纳{50条}。"),
    ("contradiction", "提出意见{58条}，采纳{60条}。"),
    ("question", "受理案件{58件}，审结{60件}。"),
    ("holds", "开展培训{7期}{753人次}。"),
    ("contradiction", "开展培训{7期}{5人次}。"),
    ("holds", "在抽检的{85个}网站中排名{第一}。"),
    ("contradiction", "在抽检的{8个}网站中排名{第九}。"),
    ("question", "计划审计项目{60个}，实际完成{85个}。"),
    ("contradiction", "负责人应出庭{40件}，实际出庭{46件}。"),
    ("question", "取消、调整和下放行政审批事项{26项}。向示例县下放行政审批事项{41项}。"),
    (
        "holds",
        "现有行政执法主体资格{505个}，行政执法人员{5520名}。审核换发执法主体资格证{132个}、行政执法证{616个}。",
    ),
    ("holds", "留言{292件}，回复{292件}。"),
    ("contradiction", "审批总投资{5000万元}至{1000万元}的项目。"),
    ("question", "计划实施审计项目{60个}，完成{85个}。"),
    ("holds", "培训{1833人次}，其中领导干部{300多人}。"),
    ("contradiction", "梳理许可{1508项}，列入审核{842项}；处罚{141项}，列入审核{927项}。"),
    (
        "question",
        "对外公布行政权力事项{3205项}。各试点单位梳理行政许可{1508项}，列入审核{842项}；行政处罚{14190项}，列入审核{9271项}。",
    ),
    (
        "holds",
        "对外公布行政权力事项{3205项}。试点单位梳理行政许可{150项}，列入审核{84项}；行政处罚{1419项}，列入审核{927项}。",
    ),
]
NEAR = [
    "召开推进会{2次}，开展督查{20次}。",
    "设立执法队{12个}，配备装备{300套}。",
]


@pytest.mark.parametrize(("grade", "text"), GRADED)
def test_a_part_gets_the_grade_of_its_size_against_the_whole(audited, grade, text):
    audit = audited(text)
    assert grade in {f.grade for f in audit.findings if f.rule == "subset"}
    assert grade == "contradiction" or not audit.graded("contradiction")


@pytest.mark.parametrize("text", NEAR)
def test_figures_side_by_side_are_not_parts_of_each_other(audited, text):
    findings = audited(text).findings
    assert not [
        f for f in findings if f.grade == "contradiction" or (f.rule, f.grade) == ("subset", "question")
    ]
