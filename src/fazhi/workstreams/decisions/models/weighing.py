"""How a draft is weighed: experts, risks, competition, legality; and what the meeting made of it."""

from __future__ import annotations

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.workstreams.decisions.models.choices import (
    Competition,
    CompetitionBy,
    Meeting,
    Result,
    ReviewWay,
    RiskFinding,
    RiskKind,
    RiskLevel,
    Verdict,
)
from fazhi.workstreams.decisions.models.forming import reason


def again(label: str) -> models.CharField[str, str]:
    """Whether a substantial change of the draft calls for one of the procedures once more."""
    return models.CharField(label, max_length=20, choices=Answer, default=Answer.UNKNOWN)


class Weighing(models.Model):
    """Expert argument, risk assessment, fair competition review (条例第十九条至第二十四条、第二十九条)."""

    argued_on = models.DateField("专家论证日期", null=True, blank=True)
    expert_conclusion = models.CharField("论证意见", max_length=1000, blank=True)
    expert_free = models.CharField(
        "经核查无直接利害关系", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    expert_adoption = models.CharField("论证意见采纳情况", max_length=500, blank=True)
    assessed_on = models.DateField("风险评估日期", null=True, blank=True)
    risk_kind = models.CharField("风险类型", max_length=20, choices=RiskKind, default=RiskKind.UNDECIDED)
    risk_level = models.CharField("风险等级", max_length=20, choices=RiskLevel, default=RiskLevel.UNDECIDED)
    risk_points = models.CharField("风险点", max_length=1000, blank=True)
    risk_measures = models.CharField("防范措施和处置预案", max_length=1000, blank=True)
    risk_finding = models.CharField(
        "评估结论", max_length=20, choices=RiskFinding, default=RiskFinding.UNDECIDED
    )
    risk_assessor = models.CharField("评估单位", max_length=120, blank=True)
    competition_on = models.DateField("公平竞争审查日期", null=True, blank=True)
    competition = models.CharField(
        "公平竞争审查结论", max_length=20, choices=Competition, default=Competition.UNDECIDED
    )
    competition_by = models.CharField(
        "公平竞争审查方式", max_length=20, choices=CompetitionBy, default=CompetitionBy.UNDECIDED
    )

    class Meta:
        abstract = True


class Legality(models.Model):
    """The legality review (条例第二十五条至第二十八条)."""

    review_sent_on = models.DateField("送请审查日期", null=True, blank=True)
    review_wanted_on = models.DateField("要求反馈日期", null=True, blank=True)
    review_short_why = reason("审查时间不足的理由")
    review_due_on = models.DateField("必要审查时间届满日", null=True, blank=True)
    procedures_told = models.CharField(
        "附依据和程序说明", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    supplement_asked_on = models.DateField("要求补充材料日期", null=True, blank=True)
    supplemented_on = models.DateField("补充材料日期", null=True, blank=True)
    review_returned_on = models.DateField("退回材料日期", null=True, blank=True)
    joint_on = models.DateField("联合审查日期", null=True, blank=True)
    reviewed_on = models.DateField("审查意见日期", null=True, blank=True)
    review_way = models.CharField(
        "审查意见出处", max_length=20, choices=ReviewWay, default=ReviewWay.UNDECIDED
    )
    opinion_number = models.CharField("审查意见文号", max_length=80, blank=True)
    verdict = models.CharField("合法性审查结论", max_length=20, choices=Verdict, default=Verdict.UNDECIDED)
    advisers_heard = models.CharField(
        "法律顾问、公职律师提出意见", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    points = models.PositiveIntegerField("提出审查意见数", default=0)
    adjusted_on = models.DateField("根据审查意见调整日期", null=True, blank=True)
    points_adopted = models.PositiveIntegerField("采纳审查意见数", default=0)
    not_adopted_why = reason("未采纳审查意见的理由")
    redrafted_on = models.DateField("实质性修改日期", null=True, blank=True)
    redraft_why = reason("实质性修改的内容")
    repeat_comment = again("重新公开征求意见")
    repeat_expert = again("重新组织专家论证")
    repeat_risk = again("重新评估风险")
    repeat_competition = again("重新进行公平竞争审查")
    exploratory = models.CharField(
        "国家尚无明确规定的探索性改革", max_length=20, choices=Answer, default=Answer.NO
    )
    legal_risk = models.CharField("明示的法律风险", max_length=500, blank=True)
    exception_why = reason("例外提交的理由")
    exception_by = models.CharField("例外提交的批准人", max_length=60, blank=True)

    class Meta:
        abstract = True


class Discussion(models.Model):
    """Submission, discussion, Party committee and congress, decision (条例第八条、第二十九至三十一条)."""

    submitted_on = models.DateField("提交讨论日期", null=True, blank=True)
    meeting_kind = models.CharField("会议类型", max_length=20, choices=Meeting, default=Meeting.UNDECIDED)
    meeting_number = models.CharField("会议名称和次数", max_length=120, blank=True)
    discussed_on = models.DateField("集体讨论日期", null=True, blank=True)
    members = models.PositiveSmallIntegerField("应到组成人员", default=0)
    present = models.PositiveSmallIntegerField("实到组成人员", default=0)
    head_last = models.CharField(
        "行政首长最后发表意见", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    dissent = models.CharField("不同意见", max_length=1000, blank=True)
    recorded = models.CharField(
        "如实记录并载明不同意见", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    deputies_attended = models.CharField(
        "代表、委员列席", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    legal_head_attended = models.CharField(
        "法制机构负责人列席", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    discussion_result = models.CharField("讨论结果", max_length=20, choices=Result, default=Result.UNDECIDED)
    returned_on = models.DateField("退回修改日期", null=True, blank=True)
    dropped_on = models.DateField("不予决策日期", null=True, blank=True)
    party_asked_on = models.DateField("向党委请示报告日期", null=True, blank=True)
    party_replied_on = models.DateField("党委答复日期", null=True, blank=True)
    party_reply = models.CharField("党委意见", max_length=500, blank=True)
    congress_on = models.DateField("向人大及其常委会报告日期", null=True, blank=True)
    congress_reply = models.CharField("人大及其常委会意见", max_length=500, blank=True)
    decided_on = models.DateField("作出决策日期", null=True, blank=True)
    with_majority = models.CharField(
        "与多数人意见一致", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    head_reason = reason("与多数人意见不一致的理由")

    class Meta:
        abstract = True
