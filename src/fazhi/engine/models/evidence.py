"""Papers behind a record: a file with three dates."""

from __future__ import annotations

from django.db import models

from fazhi.engine.models.record import Record
from fazhi.organs.models import Person


class Evidence(models.Model):
    """``effective_on`` decides the period a paper supports; ``proves`` names the move it was asked for."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="evidence")
    name = models.CharField("名称", max_length=200)
    proves = models.CharField("证明事项", max_length=40, blank=True)
    file = models.FileField("文件", upload_to="evidence/%Y/%m", max_length=300, blank=True)
    filename = models.CharField("文件名", max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField("大小", default=0)
    kind = models.CharField("类型", max_length=100, blank=True)
    effective_on = models.DateField("生效日")
    received_on = models.DateField("收到日")
    expires_on = models.DateField("有效至", null=True, blank=True)
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)

    class Meta:
        verbose_name = "证据"
