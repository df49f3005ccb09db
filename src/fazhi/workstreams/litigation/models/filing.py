"""What is sued over, by whom, before which court; and the dates on which the time to sue depends."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.organs.models import Organ
from fazhi.workstreams.litigation.models.choices import (
    Act,
    DefendantLevel,
    Field,
    Instance,
    PlaintiffKind,
    Reconsidered,
    Role,
    Track,
)


class Filing(models.Model):
    """The instance, its court and parties, and the act sued over."""

    court = models.CharField("受诉法院", max_length=120, blank=True)
    case_number = models.CharField("法院案号", max_length=80, blank=True)
    instance = models.CharField("审级", max_length=20, choices=Instance, default=Instance.UNDECIDED)
    track = models.CharField("程序", max_length=20, choices=Track, default=Track.UNDECIDED)
    invited_on = models.DateField("收到诉前调解邀请日期", null=True, blank=True)
    resolved_on = models.DateField("诉前化解日期", null=True, blank=True)
    appeal_received_on = models.DateField("法院收到上诉状日期", null=True, blank=True)
    filed_on = models.DateField("立案日期", null=True, blank=True)
    served_on = models.DateField("收到起诉状（上诉状）副本日期", null=True, blank=True)
    plaintiff = models.CharField("原告", max_length=200, blank=True)
    plaintiff_kind = models.CharField(
        "原告类型", max_length=20, choices=PlaintiffKind, default=PlaintiffKind.UNDECIDED
    )
    plaintiff_count = models.PositiveIntegerField("原告人数", default=1)
    enterprise = models.CharField("涉企", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    role = models.CharField("诉讼地位", max_length=20, choices=Role, default=Role.UNDECIDED)
    defendant_level = models.CharField(
        "被告层级", max_length=20, choices=DefendantLevel, default=DefendantLevel.UNDECIDED
    )
    reconsidered = models.CharField(
        "复议情况", max_length=20, choices=Reconsidered, default=Reconsidered.UNDECIDED
    )
    field = models.CharField("领域", max_length=20, choices=Field, default=Field.UNDECIDED)
    cause = models.CharField("案由", max_length=200, blank=True)
    act_kind = models.CharField("行政行为种类", max_length=20, choices=Act, default=Act.UNDECIDED)
    act_number = models.CharField("行政行为文号", max_length=80, blank=True)
    claim = models.CharField("诉讼请求", max_length=500, blank=True)
    handling = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="承办单位"
    )

    class Meta:
        abstract = True


class TimeToSue(models.Model):
    """From when the time to sue runs (第四十五条至第四十七条)."""

    acted_on = models.DateField("行政行为作出日期", null=True, blank=True)
    known_on = models.DateField("知道行政行为日期", null=True, blank=True)
    limit_told = models.CharField("已告知起诉期限", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    limit_known_on = models.DateField("知道起诉期限日期", null=True, blank=True)
    real_estate = models.CharField("因不动产提起", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    reconsideration_served_on = models.DateField("收到复议决定书日期", null=True, blank=True)
    reconsideration_due_on = models.DateField("复议期满日期", null=True, blank=True)
    duty_asked_on = models.DateField("接到履职申请日期", null=True, blank=True)
    duty_urgent = models.CharField("紧急情况", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    duty_by_on = models.DateField("其他法律、法规规定的履职期限", null=True, blank=True)
    duty_due_on = models.DateField("履职届满日", null=True, blank=True)
    duty_done_on = models.DateField("履行职责日期", null=True, blank=True)
    sued_on = models.DateField("起诉日期", null=True, blank=True)

    class Meta:
        abstract = True
