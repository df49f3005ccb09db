"""Running clocks: obligations, the intervals in which they stand still, extensions, settings and notices."""

from __future__ import annotations

from django.db import models

from fazhi.engine.models.evidence import Evidence
from fazhi.engine.models.record import Record
from fazhi.organs.models import Organ, Person


class Obligation(models.Model):
    """A started clock of one record. ``due_on`` is empty while a pause is open.

    ``article`` and ``law`` are the citation in words, ``calendar`` the edition of the working-day calendar
    used, so that the explanation is a pure function of this row and the record's intervals. The clocks of a
    record stand at the front of ``obligation_once``. Those of an organ and of a handler keep an index beside
    that of the open ones: SQLite passes over a partial one where either of two ways leads to a clock.
    """

    record = models.ForeignKey(Record, models.CASCADE, related_name="obligations", db_index=False)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    handler = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    register = models.CharField("登记簿", max_length=60)
    deadline = models.CharField("期限", max_length=40)
    started_on = models.DateField("起算日")
    raw_due_on = models.DateField("届满日（未顺延）", null=True, blank=True)
    due_on = models.DateField("届满日", null=True, blank=True)
    met_on = models.DateField("完成日", null=True, blank=True)
    extended = models.PositiveSmallIntegerField("延长", default=0)
    watch = models.BooleanField("外部期限", default=False)
    paused = models.BooleanField("停", default=False)
    provisional = models.BooleanField("暂定", default=False)
    article = models.CharField("依据", max_length=200)
    law = models.CharField("法律版本", max_length=100)
    calendar = models.CharField("日历版本", max_length=40)

    class Meta:
        verbose_name = "期限"
        constraints = [models.UniqueConstraint(name="obligation_once", fields=["record", "deadline"])]
        indexes = [
            models.Index(
                name="obligation_open",
                fields=["organ", "due_on"],
                condition=models.Q(met_on__isnull=True, watch=False),
            ),
            models.Index(
                name="obligation_mine",
                fields=["handler", "due_on"],
                condition=models.Q(met_on__isnull=True, watch=False),
            ),
        ]


class Interval(models.Model):
    """Days that do not count for the clocks its pause stops; ``last`` is empty while it runs. Both days
    excluded.
    """

    record = models.ForeignKey(Record, models.CASCADE, related_name="intervals")
    pause = models.CharField("种类", max_length=40)
    ground = models.CharField("情形", max_length=60, blank=True)
    first = models.DateField("起")
    last = models.DateField("止", null=True, blank=True)
    approver = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    why = models.CharField("说明", max_length=300, blank=True)
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "中止与扣除"
        constraints = [
            models.CheckConstraint(
                name="interval_ends_after_start",
                condition=models.Q(last__isnull=True) | models.Q(last__gte=models.F("first")),
            ),
            models.UniqueConstraint(
                name="interval_one_open", fields=["record", "pause"], condition=models.Q(last__isnull=True)
            ),
        ]


class Prolongation(models.Model):
    """An extension granted before expiry, in the limit's own unit."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="prolongations")
    deadline = models.CharField("期限", max_length=40)
    amount = models.PositiveSmallIntegerField("延长")
    granted_on = models.DateField("批准日期")
    approver = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    why = models.CharField("理由", max_length=300, blank=True)

    class Meta:
        verbose_name = "延长"
        constraints = [models.CheckConstraint(name="prolongation_adds", condition=models.Q(amount__gt=0))]


class LocalLimit(models.Model):
    """A limit that a province or city fixes, set by a government for itself and everything below it."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    rule = models.CharField("规则", max_length=20)
    length = models.PositiveSmallIntegerField("长度")
    basis = models.CharField("依据", max_length=200)

    class Meta:
        verbose_name = "地方期限"
        constraints = [models.UniqueConstraint(name="local_limit_once", fields=["organ", "rule"])]


class CalendarNotice(models.Model):
    """The holiday arrangement of a year loaded by a user, as given
    (:func:`fazhi.law.holidays.read_notice`).
    """

    year = models.PositiveSmallIntegerField("年度", unique=True)
    text = models.TextField("内容")

    class Meta:
        verbose_name = "放假安排"


class Tick(models.Model):
    """The days on which time was settled, so that it happens once a day however it is started."""

    ran_on = models.DateField("日期", unique=True)
    settled = models.PositiveIntegerField("结转", default=0)

    class Meta:
        verbose_name = "结转"
