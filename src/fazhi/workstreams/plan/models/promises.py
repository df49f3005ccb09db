"""计划·督察·考核: what a report promises for the next year, and the chase of what is late."""

from django.db import models

from fazhi.engine.models import RecordModel
from fazhi.organs.models import Organ


class PromiseStep(models.TextChoices):
    """A promise is made in the report, taken into the plan, kept or not."""

    PROMISED = "promised", "已提出"
    TAKEN = "taken", "已列入安排"
    KEPT = "kept", "已兑现"
    MISSED = "missed", "未兑现"


class Promise(RecordModel):
    """One matter that a report arranges for the next year, with what became of it."""

    name = models.CharField("承诺事项", max_length=200, blank=True)
    report = models.CharField("提出承诺的报告", max_length=200, blank=True)
    promised_on = models.DateField("提出日期", null=True, blank=True)
    year_end_on = models.DateField("兑现年度末日", null=True, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任单位"
    )
    taken_on = models.DateField("列入安排日期", null=True, blank=True)
    plan_item = models.CharField("年度安排项目", max_length=200, blank=True)
    kept_on = models.DateField("兑现日期", null=True, blank=True)
    result = models.CharField("兑现结果", max_length=500, blank=True)
    evidence = models.CharField("佐证", max_length=200, blank=True)
    missed_on = models.DateField("确认未兑现日期", null=True, blank=True)
    missed_why = models.CharField("未兑现原因", max_length=300, blank=True)
    next_promise = models.CharField("下一步安排", max_length=200, blank=True)

    class Meta:
        verbose_name = "年度承诺"


class ChaseStep(models.TextChoices):
    """A chase is drafted, sent, answered and closed."""

    DRAFTED = "drafted", "拟发"
    SENT = "sent", "已发出"
    ANSWERED = "answered", "已答复"
    CLOSED = "closed", "已办结"


class Chase(RecordModel):
    """The office's letter to a unit about what is late (督办单), with the unit's answer."""

    name = models.CharField("督办事项", max_length=200, blank=True)
    cause = models.CharField("督办事由", max_length=300, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="督办对象"
    )
    drafted_on = models.DateField("拟发日期", null=True, blank=True)
    sent_on = models.DateField("发出日期", null=True, blank=True)
    reply_by_on = models.DateField("答复期限", null=True, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    answer = models.CharField("答复", max_length=500, blank=True)
    returned_on = models.DateField("退回日期", null=True, blank=True)
    return_reason = models.CharField("退回原因", max_length=300, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    outcome = models.CharField("办结情况", max_length=300, blank=True)

    class Meta:
        verbose_name = "督办"
