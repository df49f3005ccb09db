"""计划·督察·考核: campaigns, rewards and criticism, and the grades that a higher level gives."""

from django.db import models

from fazhi.engine.models import PartModel, RecordModel
from fazhi.organs.models import Organ


class CampaignStep(models.TextChoices):
    """A campaign is planned, runs, and ends."""

    PLANNED = "planned", "已部署"
    RUNNING = "running", "开展中"
    ENDED = "ended", "已结束"


class Campaign(RecordModel):
    """A special campaign about one problem area."""

    name = models.CharField("名称", max_length=200, blank=True)
    scope = models.CharField("范围", max_length=300, blank=True)
    planned_on = models.DateField("部署日期", null=True, blank=True)
    begun_on = models.DateField("启动日期", null=True, blank=True)
    until_on = models.DateField("计划结束日期", null=True, blank=True)
    found = models.PositiveIntegerField("发现问题数", default=0)
    solved = models.PositiveIntegerField("解决问题数", default=0)
    ended_on = models.DateField("结束日期", null=True, blank=True)
    results = models.CharField("成效", max_length=500, blank=True)

    class Meta:
        verbose_name = "专项法治提升行动"


class CampaignUnit(PartModel):
    """A unit that takes part in a campaign."""

    record = models.ForeignKey("plan.Campaign", models.CASCADE, related_name="units")
    unit = models.CharField("单位", max_length=120)
    part = models.CharField("分工", max_length=200, blank=True)

    class Meta:
        verbose_name = "参加单位"


class RewardStep(models.TextChoices):
    """A reward or criticism is proposed and decided."""

    PROPOSED = "proposed", "拟定"
    DECIDED = "decided", "已决定"


class RewardKind(models.TextChoices):
    """What consequence."""

    UNDECIDED = "undecided", "未定"
    REWARD = "reward", "表扬奖励"
    CRITICISM = "criticism", "通报批评"
    INTERVIEW = "interview", "约谈"


class Reward(RecordModel):
    """A consequence that results carry for a unit (奖惩并行)."""

    name = models.CharField("事项", max_length=200, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="对象单位"
    )
    kind = models.CharField("种类", max_length=30, choices=RewardKind, default=RewardKind.UNDECIDED)
    ground = models.CharField("依据（考核结果、问题）", max_length=300, blank=True)
    proposed_on = models.DateField("拟定日期", null=True, blank=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    document_number = models.CharField("文号", max_length=80, blank=True)

    class Meta:
        verbose_name = "奖惩"


class AssessmentStep(models.TextChoices):
    """The result received, and answered for."""

    RECORDED = "recorded", "已登记"
    ANSWERED = "answered", "已整改"


class Grade(models.TextChoices):
    """The grade given."""

    UNDECIDED = "undecided", "未定"
    EXCELLENT = "excellent", "优秀"
    GOOD = "good", "良好"
    QUALIFIED = "qualified", "合格"
    UNQUALIFIED = "unqualified", "不合格"


class Assessment(RecordModel):
    """The grade and rank that a higher level gave; the year assessed is not the year reported."""

    name = models.CharField("考评名称", max_length=200, blank=True)
    year_end_on = models.DateField("被考评年度末日", null=True, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    grade = models.CharField("等次", max_length=30, choices=Grade, default=Grade.UNDECIDED)
    rank = models.PositiveIntegerField("位次", default=0)
    pool = models.PositiveIntegerField("参评单位数", default=0)
    answered_on = models.DateField("整改完成日期", null=True, blank=True)

    class Meta:
        verbose_name = "上级考评结果"


class Deduction(PartModel):
    """One deduction, by indicator."""

    record = models.ForeignKey("plan.Assessment", models.CASCADE, related_name="deductions")
    item = models.CharField("指标", max_length=200)
    points = models.PositiveIntegerField("扣分（百分之一分）", default=0)
    reason = models.CharField("原因", max_length=300, blank=True)

    class Meta:
        verbose_name = "扣分"
