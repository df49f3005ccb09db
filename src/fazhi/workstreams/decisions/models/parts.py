"""Child rows of a decision: saved, logged and seen with it."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel
from fazhi.workstreams.decisions.models.choices import FollowUpWay


class Expert(PartModel):
    """An expert or institution that argued the draft (条例第十九条第二款、第二十条)."""

    record = models.ForeignKey("decisions.Decision", models.CASCADE, related_name="experts")
    name = models.CharField("专家、专业机构", max_length=120)
    workplace = models.CharField("单位", max_length=120, blank=True)
    field = models.CharField("专业领域", max_length=60, blank=True)
    interested = models.CharField("有直接利害关系", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    signed = models.CharField("书面意见署名、盖章", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    opinion = models.CharField("意见", max_length=500, blank=True)

    class Meta:
        verbose_name = "论证专家"


class Participant(PartModel):
    """Who took part in the hearing (条例第十六条第三款)."""

    record = models.ForeignKey("decisions.Decision", models.CASCADE, related_name="participants")
    name = models.CharField("姓名", max_length=60)
    represents = models.CharField("代表的方面", max_length=120, blank=True)
    opinion = models.CharField("意见", max_length=500, blank=True)

    class Meta:
        verbose_name = "听证参加人"


class UnitOpinion(PartModel):
    """What one of several units said in a joint review."""

    record = models.ForeignKey("decisions.Decision", models.CASCADE, related_name="unit_opinions")
    unit = models.CharField("审查单位", max_length=120)
    given_on = models.DateField("提出日期")
    opinion = models.CharField("意见", max_length=500, blank=True)
    adopted = models.CharField("采纳", max_length=20, choices=Answer, default=Answer.UNKNOWN)

    class Meta:
        verbose_name = "联合审查意见"


class Speaker(PartModel):
    """What a member of the meeting said; a dissent lessens liability later (条例第三十八条第三款)."""

    record = models.ForeignKey("decisions.Decision", models.CASCADE, related_name="speakers")
    name = models.CharField("组成人员", max_length=60)
    dissenting = models.CharField("不同意见", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    opinion = models.CharField("发言要点", max_length=500, blank=True)

    class Meta:
        verbose_name = "会议发言"


class FollowUp(PartModel):
    """A check on a decision in execution: how, what it found, what was put right."""

    record = models.ForeignKey("decisions.Decision", models.CASCADE, related_name="follow_ups")
    checked_on = models.DateField("检查日期")
    way = models.CharField("方式", max_length=20, choices=FollowUpWay, default=FollowUpWay.UNDECIDED)
    finding = models.CharField("发现的问题", max_length=500, blank=True)
    correction = models.CharField("纠正、调整情况", max_length=500, blank=True)

    class Meta:
        verbose_name = "跟踪检查"
