"""第一责任人: who answers for law-based government in each unit, and the posts of the coordinating office."""

from django.db import models

from fazhi.engine.models import RecordModel
from fazhi.organs.models import Organ


class ChargeStep(models.TextChoices):
    """A person is named, confirmed by the level above, and steps down."""

    NAMED = "named", "已明确"
    CONFIRMED = "confirmed", "上级已确认"
    ENDED = "ended", "卸任"


class ChargeKind(models.TextChoices):
    """For what the person answers."""

    UNDECIDED = "undecided", "未定"
    PRINCIPAL = "principal", "主要负责人"
    DEPUTY = "deputy", "分管负责人"
    INTERNAL = "internal", "内设机构负责人"
    CONTACT = "contact", "联络员"


class Charge(RecordModel):
    """A person who answers in a unit, and the level above to which that person answers."""

    name = models.CharField("姓名", max_length=60, blank=True)
    kind = models.CharField("责任类别", max_length=30, choices=ChargeKind, default=ChargeKind.UNDECIDED)
    post = models.CharField("职务", max_length=120, blank=True)
    body = models.CharField("内设机构", max_length=120, blank=True)
    duties = models.CharField("负责事项", max_length=300, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    superior = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="上一级机关"
    )
    answers_to = models.CharField("向谁负责", max_length=60, blank=True)
    since_on = models.DateField("明确日期", null=True, blank=True)
    confirmed_on = models.DateField("上级确认日期", null=True, blank=True)
    until_on = models.DateField("卸任日期", null=True, blank=True)
    successor = models.CharField("接任人", max_length=60, blank=True)

    class Meta:
        verbose_name = "法治责任人"


class StaffingStep(models.TextChoices):
    """Posts are asked for and approved."""

    PROPOSED = "proposed", "已申请"
    APPROVED = "approved", "已核定"


class Staffing(RecordModel):
    """One change of the posts of an office (办事机构编制)."""

    name = models.CharField("办事机构", max_length=120, blank=True)
    proposed_on = models.DateField("申请日期", null=True, blank=True)
    approved_on = models.DateField("核定日期", null=True, blank=True)
    added = models.PositiveIntegerField("增加编制", default=0)
    removed = models.PositiveIntegerField("减少编制", default=0)
    document_number = models.CharField("核定文号", max_length=80, blank=True)

    class Meta:
        verbose_name = "办事机构编制"
