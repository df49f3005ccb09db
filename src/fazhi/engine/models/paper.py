"""Case documents made of records, and the templates of organs that they are set in."""

from __future__ import annotations

from django.db import models

from fazhi.engine.models.evidence import Evidence
from fazhi.engine.models.record import Record
from fazhi.organs.models import Organ, Person


class PaperTemplate(models.Model):
    """An organ's own layout of one paper; the newest that was not taken back is used."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")
    register = models.CharField("登记簿", max_length=60)
    paper = models.CharField("文书", max_length=40)
    file = models.FileField("文件", upload_to="templates/%Y/%m", max_length=300)
    filename = models.CharField("文件名", max_length=200)
    sha256 = models.CharField(max_length=64)
    added_on = models.DateField("上传日期")
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_on = models.DateField("停用日期", null=True, blank=True)

    class Meta:
        verbose_name = "文书模板"
        indexes = [models.Index(name="template_of", fields=["organ", "register", "paper"])]


class MadePaper(models.Model):
    """One version of a paper of a record; the file and its dates are its evidence."""

    evidence = models.OneToOneField(Evidence, models.PROTECT, primary_key=True, related_name="made")
    record = models.ForeignKey(Record, models.PROTECT, related_name="+")
    paper = models.CharField("文书", max_length=40)
    number = models.CharField("文号", max_length=80, blank=True)
    edition = models.PositiveSmallIntegerField("版次", default=1)
    served = models.ForeignKey(Evidence, models.PROTECT, null=True, blank=True, related_name="+")
    template = models.ForeignKey(PaperTemplate, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "文书"
        indexes = [models.Index(name="paper_number", fields=["number"])]
