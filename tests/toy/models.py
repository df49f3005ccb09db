"""A permit with a hearing as its part, and an opinion it can be linked to."""

from django.db import models

from fazhi.engine.models import PartModel, RecordModel


class Step(models.TextChoices):
    RECEIVED = "received", "收到"
    OPEN = "open", "审查"
    SUSPENDED = "suspended", "中止"
    CLOSED = "closed", "办结"
    REFUSED = "refused", "不予受理"


class Weight(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    LIGHT = "light", "一般"
    HEAVY = "heavy", "重大"


class Ground(models.TextChoices):
    FLOOD = "flood", "不可抗力"
    OTHER = "other", "其他"


class Permit(RecordModel):
    applicant = models.CharField("申请人", max_length=60)
    id_no = models.CharField("证件号", max_length=18, blank=True)
    respondent = models.ForeignKey(
        "organs.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="相关机关"
    )
    weight = models.CharField("分量", max_length=10, choices=Weight, default=Weight.UNDECIDED)
    urgent = models.BooleanField("紧急", default=False)
    received_on = models.DateField("收到日期", null=True, blank=True)
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    approved_on = models.DateField("批准日期", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    refused_on = models.DateField("不予受理日期", null=True, blank=True)
    close_due_on = models.DateField("应办结日期", null=True, blank=True)
    outcome = models.CharField("结果", max_length=20, blank=True)
    amount = models.BigIntegerField("金额（分）", null=True, blank=True)

    class Meta:
        app_label = "toy"
        verbose_name = "许可"
        indexes = [models.Index(fields=["organ", "closed_on"], name="toy_permit_closed")]


class Hearing(PartModel):
    record = models.ForeignKey(Permit, models.CASCADE, related_name="hearings")
    held_on = models.DateField("听证日期", null=True, blank=True)

    class Meta:
        app_label = "toy"
        verbose_name = "听证"


class Opinion(RecordModel):
    issued_on = models.DateField("出具日期", null=True, blank=True)

    class Meta:
        app_label = "toy"
        verbose_name = "意见"
