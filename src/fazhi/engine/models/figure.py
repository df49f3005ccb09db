"""Figures that were kept: declared by another authority, or frozen with the records behind them."""

from __future__ import annotations

from django.db import models

from fazhi.engine.models.record import Record
from fazhi.organs.models import Organ, Person


class DeclaredFigure(models.Model):
    """A figure of another authority's system, with its source. The value is ``numerator / denominator``."""

    indicator = models.CharField("指标", max_length=80)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    scope = models.CharField("范围", max_length=10)
    first = models.DateField("期间起")
    last = models.DateField("期间止")
    numerator = models.BigIntegerField("值")
    denominator = models.BigIntegerField("除数", default=1)
    as_of = models.DateField("截至")
    source = models.CharField("来源", max_length=200)
    note = models.CharField("说明", max_length=300, blank=True)
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "申报数"
        constraints = [
            models.UniqueConstraint(
                name="declared_once", fields=["indicator", "organ", "scope", "first", "last"]
            ),
            models.CheckConstraint(name="declared_divides", condition=models.Q(denominator__gt=0)),
        ]


class Freeze(models.Model):
    """A set of figures fixed at one moment for one report; ``digest`` is over every figure and member."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    scope = models.CharField("范围", max_length=10)
    first = models.DateField("期间起")
    last = models.DateField("期间止")
    made_at = models.DateTimeField("冻结时间")
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    digest = models.CharField("摘要", max_length=64)
    code_version = models.CharField("程序版本", max_length=40, blank=True)

    class Meta:
        verbose_name = "冻结"


class FrozenFigure(models.Model):
    """One figure of a freeze as it was declared and printed; exact, with both parts where it is a rate."""

    freeze = models.ForeignKey(Freeze, models.CASCADE, related_name="figures")
    indicator = models.CharField("指标", max_length=80)
    label = models.CharField("名称", max_length=200, blank=True)
    unit = models.CharField("单位", max_length=20, blank=True)
    kind = models.CharField("种类", max_length=20, blank=True)
    printed = models.CharField("刊印形式", max_length=80, blank=True)
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(default=1)
    records = models.PositiveIntegerField("记录数")
    origin = models.CharField("来源", max_length=10)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = "冻结数"
        constraints = [models.UniqueConstraint(name="frozen_once", fields=["freeze", "indicator"])]


class FrozenMember(models.Model):
    """A record behind a frozen figure, in the version counted."""

    figure = models.ForeignKey(FrozenFigure, models.CASCADE, related_name="members")
    record = models.ForeignKey(Record, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()

    class Meta:
        verbose_name = "冻结数的记录"
        constraints = [models.UniqueConstraint(name="frozen_member_once", fields=["figure", "record"])]
