"""What the application says, and what became of it before the case was tried."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.organs.models import Organ
from fazhi.workstreams.reconsideration.models.choices import (
    Acceptance,
    Act,
    Admissibility,
    Channel,
    Damages,
    Excuse,
    Field,
)


class Application(models.Model):
    """Who applies against which act of whom. Amounts are integer 分."""

    received_on = models.DateField("收到申请日期", null=True, blank=True)
    channel = models.CharField("申请方式", max_length=20, choices=Channel, default=Channel.UNDECIDED)
    via_received_on = models.DateField("原机关收到申请日期", null=True, blank=True)
    applicant = models.CharField("申请人", max_length=200, blank=True)
    applicant_count = models.PositiveIntegerField("申请人数", default=1)
    representative = models.CharField("代表人", max_length=60, blank=True)
    enterprise = models.CharField("涉企", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    respondent = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="被申请人"
    )
    centralised = models.CharField("集中管辖", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    field = models.CharField("领域", max_length=20, choices=Field, default=Field.UNDECIDED)
    act_kind = models.CharField("行政行为种类", max_length=20, choices=Act, default=Act.UNDECIDED)
    act_number = models.CharField("行政行为文号", max_length=80, blank=True)
    acted_on = models.DateField("行政行为作出日期", null=True, blank=True)
    known_on = models.DateField("知道行政行为日期", null=True, blank=True)
    rights_told = models.CharField("已告知复议权利", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    rights_known_on = models.DateField("知道复议权利日期", null=True, blank=True)
    real_estate = models.CharField("因不动产提出", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    first_required = models.CharField("复议前置", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    claim = models.CharField("复议请求", max_length=500, blank=True)
    amount = models.BigIntegerField("涉及款额（分）", null=True, blank=True)
    damages = models.CharField("行政赔偿请求", max_length=20, choices=Damages, default=Damages.UNDECIDED)
    damages_amount = models.BigIntegerField("决定赔偿金额（分）", null=True, blank=True)

    class Meta:
        abstract = True


class Admission(models.Model):
    """From the receipt to acceptance, refusal, abandonment or passing on."""

    admissibility = models.CharField(
        "受理条件", max_length=20, choices=Admissibility, default=Admissibility.UNDECIDED
    )
    concurrent = models.CharField(
        "两个以上机关同时收到", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    negotiated_on = models.DateField("开始协商日期", null=True, blank=True)
    agreed_on = models.DateField("协商确定日期", null=True, blank=True)
    disagreed_on = models.DateField("协商不成日期", null=True, blank=True)
    designated_on = models.DateField("指定受理日期", null=True, blank=True)
    asked_on = models.DateField("通知补正日期", null=True, blank=True)
    asked_items = models.CharField("需要补正的事项", max_length=500, blank=True)
    notice_received_on = models.DateField("收到补正通知日期", null=True, blank=True)
    correct_by_on = models.DateField("指定或者延长的补正期限", null=True, blank=True)
    correct_due_on = models.DateField("补正届满日", null=True, blank=True)
    corrected_on = models.DateField("收到补正材料日期", null=True, blank=True)
    correction_excuse = models.CharField(
        "逾期补正理由", max_length=20, choices=Excuse, default=Excuse.UNDECIDED
    )
    abandoned_on = models.DateField("视为放弃日期", null=True, blank=True)
    acceptance = models.CharField("受理方式", max_length=20, choices=Acceptance, default=Acceptance.UNDECIDED)
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    refused_on = models.DateField("不予受理日期", null=True, blank=True)
    refusal_reasons = models.CharField("不予受理理由", max_length=500, blank=True)
    refusal_served_on = models.DateField("不予受理决定送达日期", null=True, blank=True)
    competent_organ = models.CharField("有管辖权的机关", max_length=120, blank=True)
    redirected_on = models.DateField("告知日期", null=True, blank=True)
    forwarded_on = models.DateField("转送日期", null=True, blank=True)
    dropped_on = models.DateField("受理前撤回日期", null=True, blank=True)

    class Meta:
        abstract = True
