"""Calls for figures: which organs were asked for which figures by a day, and what each answered."""

from __future__ import annotations

from fractions import Fraction

from django.db import models

from fazhi.organs.models import Organ, Person


class AnswerStep(models.TextChoices):
    """Where one figure of one organ stands."""

    ASKED = "asked", "待填报"
    RETURNED = "returned", "已退回"
    FILLED = "filled", "待核对"
    CONFIRMED = "confirmed", "待采用"
    ACCEPTED = "accepted", "已采用"


class Call(models.Model):
    """One call: an organ asks others for named figures of a span of days by a day."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="布置机关")
    title = models.CharField("名称", max_length=120)
    first = models.DateField("期间起")
    last = models.DateField("期间止")
    due_on = models.DateField("报送期限")
    note = models.CharField("填报说明", max_length=500, blank=True)
    opened_on = models.DateField("布置日期")
    opened_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    ended_on = models.DateField("结束日期", null=True, blank=True)

    class Meta:
        verbose_name = "填报任务"


class Asked(models.Model):
    """One figure asked of one organ, and its answer: ``numerator / denominator`` in the figure's unit.

    ``base_…`` is the same figure one year earlier, where the organ states it beside its answer.
    """

    call = models.ForeignKey(Call, models.PROTECT, related_name="asked")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="填报机关")
    indicator = models.CharField("指标", max_length=80)
    step = models.CharField("状态", max_length=12, choices=AnswerStep, default=AnswerStep.ASKED)
    numerator = models.BigIntegerField("值", null=True, blank=True)
    denominator = models.BigIntegerField("除数", default=1)
    source = models.CharField("来源", max_length=200, blank=True)
    as_of = models.DateField("截至", null=True, blank=True)
    note = models.CharField("说明", max_length=300, blank=True)
    base_numerator = models.BigIntegerField("上年同期值", null=True, blank=True)
    base_denominator = models.BigIntegerField("上年同期除数", default=1)
    base_source = models.CharField("上年同期来源", max_length=200, blank=True)
    base_as_of = models.DateField("上年同期截至", null=True, blank=True)
    remark = models.CharField("退回意见", max_length=300, blank=True)
    filled_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    filled_on = models.DateField("填报日期", null=True, blank=True)
    confirmed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    accepted_on = models.DateField("采用日期", null=True, blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "填报数"
        constraints = [
            models.UniqueConstraint(name="asked_once", fields=["call", "organ", "indicator"]),
            models.CheckConstraint(name="asked_divides", condition=models.Q(denominator__gt=0)),
            models.CheckConstraint(
                name="asked_answered_whole",
                condition=models.Q(step__in=("asked", "returned"))
                | models.Q(numerator__isnull=False, as_of__isnull=False),
            ),
            models.CheckConstraint(
                name="asked_base_whole",
                condition=models.Q(base_numerator__isnull=True, base_as_of__isnull=True)
                | models.Q(base_numerator__isnull=False, base_as_of__isnull=False, base_denominator__gt=0),
            ),
        ]
        indexes = [models.Index(name="asked_of", fields=["organ", "step"])]

    @property
    def value(self) -> Fraction | None:
        return None if self.numerator is None else Fraction(self.numerator, self.denominator)

    @property
    def base_value(self) -> Fraction | None:
        return None if self.base_numerator is None else Fraction(self.base_numerator, self.base_denominator)
