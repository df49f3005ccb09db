"""The hub, one row a record; the base of every register; parts, links, breaches and drawn numbers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from fazhi.organs.models import Organ, Person


class Record(models.Model):
    """What all records have in common. ``version`` rises with each write; ``synthetic`` marks sample data."""

    register = models.CharField("登记簿", max_length=60)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")
    title = models.CharField("标题", max_length=300)
    handler = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="承办人"
    )
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    withdrawn_why = models.CharField("撤回理由", max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    version = models.PositiveIntegerField("版本", default=1)
    synthetic = models.BooleanField("示例", default=False)

    class Meta:
        verbose_name = "记录"
        indexes = [
            models.Index(name="record_register_organ", fields=["register", "organ", "id"]),
            models.Index(
                name="record_merged",
                fields=["merged_into"],
                condition=models.Q(merged_into__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class RecordModel(models.Model):
    """The base of every register: all facts of a record but the hub's stand in the register's own table.

    ``organ`` and ``withdrawn_on`` repeat the hub's, so that a figure reads one table; the engine's write
    functions keep them equal. ``law_on`` is the law day: the day whose law the record is held to, by the
    procedure's rule or (``law_chosen``) by decision with a reason. ``stepped_on`` is the legal day on which
    the present step was reached.
    """

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True, related_name="+")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")
    step = models.CharField("步骤", max_length=20)
    number = models.CharField("编号", max_length=80, blank=True)
    stepped_on = models.DateField("进入步骤日期", null=True, blank=True)
    law_on = models.DateField("适用法律日期", null=True, blank=True)
    law_chosen = models.BooleanField("适用法律已指定", default=False)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)

    record_id: int
    organ_id: int

    class Meta:
        abstract = True


class PartModel(models.Model):
    """A child table of one register, without a hub row: the subclass names its parent in ``record``."""

    parent: ClassVar[str] = "record"

    class Meta:
        abstract = True


class Link(models.Model):
    """A link between two records; the one way in which a workstream speaks of another."""

    here = models.ForeignKey(Record, models.PROTECT, related_name="links_out", db_index=False)
    there = models.ForeignKey(Record, models.PROTECT, related_name="links_in", db_index=False)
    kind = models.CharField("关系", max_length=40, blank=True)

    class Meta:
        verbose_name = "关联"
        constraints = [
            models.UniqueConstraint(name="link_once", fields=["here", "there", "kind"]),
            models.CheckConstraint(name="link_not_to_itself", condition=~models.Q(here=models.F("there"))),
        ]
        indexes = [models.Index(name="link_back", fields=["there", "here"])]


class Breach(models.Model):
    """A gate that was closed when an act of the past was done: kept, shown red, counted."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="breaches", db_index=False)
    move = models.CharField("办理", max_length=40)
    gate = models.CharField("要求", max_length=40)
    label = models.CharField("说明", max_length=200)
    article = models.CharField("依据", max_length=200)

    class Meta:
        verbose_name = "违反规定"
        constraints = [models.UniqueConstraint(name="breach_once", fields=["record", "move", "gate"])]


class NumberDraw(models.Model):
    """The last number drawn per organ, year and line; locked while one is drawn, so there are no gaps."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年度")
    line = models.CharField("编号种类", max_length=40)
    last = models.PositiveIntegerField("最近编号", default=0)

    class Meta:
        verbose_name = "编号"
        constraints = [models.UniqueConstraint(name="number_line_once", fields=["organ", "year", "line"])]
