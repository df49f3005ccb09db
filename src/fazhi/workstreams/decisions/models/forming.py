"""How a draft comes about: proposal, start, draft, and what the public said of it."""

from __future__ import annotations

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.organs.models import Organ
from fazhi.workstreams.decisions.models.choices import Consulted, ItemKind, Need, Proposer, Scope, Way


def need(label: str) -> models.CharField[str, str]:
    """Whether one of the procedures has to be gone through."""
    return models.CharField(label, max_length=20, choices=Need, default=Need.UNDECIDED)


def reason(label: str) -> models.CharField[str, str]:
    return models.CharField(label, max_length=300, blank=True)


class Proposal(models.Model):
    """The item, who proposed it, and the decision to start (条例第十条、第十一条)."""

    name = models.CharField("决策事项", max_length=200, blank=True)
    proposed_on = models.DateField("提出日期", null=True, blank=True)
    proposer = models.CharField("提出方", max_length=20, choices=Proposer, default=Proposer.UNDECIDED)
    item_kind = models.CharField("事项类型", max_length=20, choices=ItemKind, default=ItemKind.UNDECIDED)
    scope = models.CharField("条例适用", max_length=20, choices=Scope, default=Scope.UNDECIDED)
    catalogued = models.CharField("列入目录", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    studied_on = models.DateField("研究论证日期", null=True, blank=True)
    study = models.CharField("论证意见（问题、理由、依据、初步方案）", max_length=1000, blank=True)
    started_on = models.DateField("启动日期", null=True, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决策承办单位"
    )
    other_units = models.CharField("其他承办单位", max_length=200, blank=True)
    declined_on = models.DateField("不予启动日期", null=True, blank=True)
    declined_why = reason("不予启动理由")

    class Meta:
        abstract = True


class Drafting(models.Model):
    """The draft, the units consulted, and which procedures it needs (条例第十二条至第二十二条)."""

    researched_on = models.DateField("调查研究日期", null=True, blank=True)
    consulted_on = models.DateField("征求有关单位意见日期", null=True, blank=True)
    consulted = models.CharField("协商结果", max_length=20, choices=Consulted, default=Consulted.UNDECIDED)
    disagreement = models.CharField("争议问题、各方意见和理由依据", max_length=1000, blank=True)
    drafted_on = models.DateField("草案拟订日期", null=True, blank=True)
    alternatives = models.PositiveSmallIntegerField("方案数", default=1)
    scoped_on = models.DateField("确定程序日期", null=True, blank=True)
    public_need = need("公众参与")
    public_reason = reason("依法不予公开的依据")
    comment_need = need("向社会公开征求意见")
    comment_reason = reason("不公开征求意见的理由")
    hearing_need = need("听证")
    hearing_reason = reason("不听证的理由")
    expert_need = need("专家论证")
    expert_reason = reason("不组织专家论证的理由")
    risk_need = need("风险评估")
    risk_reason = reason("不组织风险评估的理由")
    competition_need = need("公平竞争审查")
    competition_reason = reason("不进行公平竞争审查的理由")
    party_need = need("向同级党委请示报告")
    party_reason = reason("不请示报告的理由")
    congress_need = need("向人大及其常委会报告")
    congress_reason = reason("不报告人大的理由")

    class Meta:
        abstract = True


class Participation(models.Model):
    """What the public was shown, and what it said (条例第十四条至第十八条)."""

    heard_on = models.DateField("听取公众意见日期", null=True, blank=True)
    heard_by = models.CharField("听取意见方式", max_length=20, choices=Way, default=Way.UNDECIDED)
    comment_on = models.DateField("公开征求意见日期", null=True, blank=True)
    comment_url = models.CharField("征求意见公告网址", max_length=300, blank=True)
    comment_urgent = models.CharField("缩短期限", max_length=20, choices=Answer, default=Answer.NO)
    comment_short_why = reason("缩短期限的说明")
    comment_due_on = models.DateField("征求意见最早截止日", null=True, blank=True)
    comment_least_on = models.DateField("缩短后最早截止日", null=True, blank=True)
    comment_closed_on = models.DateField("征求意见截止日期", null=True, blank=True)
    answered_on = models.DateField("意见反馈日期", null=True, blank=True)
    comments = models.PositiveIntegerField("收到意见数", default=0)
    comments_adopted = models.PositiveIntegerField("采纳意见数", default=0)
    rejected_why = models.CharField("未采纳意见的理由", max_length=1000, blank=True)
    feedback_url = models.CharField("反馈网址", max_length=300, blank=True)
    hearing_called_on = models.DateField("听证公告日期", null=True, blank=True)
    hearing_on = models.DateField("听证日期", null=True, blank=True)
    hearing_place = models.CharField("听证地点", max_length=120, blank=True)
    hearing_listed_on = models.DateField("参加人名单公布日期", null=True, blank=True)
    hearing_sent_on = models.DateField("听证材料送达日期", null=True, blank=True)
    hearing_send_due_on = models.DateField("听证材料送达届满日", null=True, blank=True)
    hearing_held_on = models.DateField("举行听证日期", null=True, blank=True)
    hearing_open = models.CharField("听证公开举行", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    hearing_signed = models.CharField("笔录经签字", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    hearing_adoption = models.CharField("听证意见采纳情况", max_length=500, blank=True)

    class Meta:
        abstract = True
