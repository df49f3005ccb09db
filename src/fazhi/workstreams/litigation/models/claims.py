"""The two small registers of money and force: state compensation, and enforcement through the court."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import RecordModel


class CompensationStep(models.TextChoices):
    RECEIVED = "received", "审查"
    DECIDED = "decided", "已决定"
    DONE = "done", "办结"


class CompensationResult(models.TextChoices):
    """国家赔偿法第十三条第二款、第三款."""

    UNDECIDED = "undecided", "未定"
    GRANTED = "granted", "决定赔偿"
    REFUSED = "refused", "决定不予赔偿"


class Compensation(RecordModel):
    """A claim to the organ liable for administrative compensation. Amounts are integer 分."""

    claimant = models.CharField("赔偿请求人", max_length=120, blank=True)
    id_no = models.CharField("证件号码", max_length=40, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    received_on = models.DateField("收到申请日期", null=True, blank=True)
    reason = models.CharField("请求事项", max_length=500, blank=True)
    claimed_amount = models.BigIntegerField("请求金额（分）", null=True, blank=True)
    heard_on = models.DateField("听取意见日期", null=True, blank=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    result = models.CharField(
        "决定", max_length=20, choices=CompensationResult, default=CompensationResult.UNDECIDED
    )
    refusal_reasons = models.CharField("不予赔偿的理由", max_length=500, blank=True)
    amount = models.BigIntegerField("赔偿金额（分）", null=True, blank=True)
    served_on = models.DateField("送达日期", null=True, blank=True)
    paid_on = models.DateField("支付日期", null=True, blank=True)
    recovered_on = models.DateField("追偿日期", null=True, blank=True)
    done_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        verbose_name = "国家赔偿申请"


class EnforcementStep(models.TextChoices):
    DUE = "due", "待申请"
    APPLIED = "applied", "已申请"
    RULED = "ruled", "已裁定"
    DONE = "done", "办结"


class Ruling(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    ALLOWED = "allowed", "准予执行"
    REFUSED = "refused", "不予受理或者不准予执行"


class Enforcement(RecordModel):
    """An application to the court to enforce the organ's own decision (非诉执行)."""

    party = models.CharField("被执行人", max_length=120, blank=True)
    decision_number = models.CharField("行政决定文号", max_length=80, blank=True)
    decision_served_on = models.DateField("行政决定送达日期", null=True, blank=True)
    sue_ends_on = models.DateField("法定起诉期限届满日", null=True, blank=True)
    sued = models.CharField("当事人已复议或者起诉", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    performed = models.CharField("当事人已履行", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    demanded_on = models.DateField("催告日期", null=True, blank=True)
    amount = models.BigIntegerField("执行标的（分）", null=True, blank=True)
    court = models.CharField("法院", max_length=120, blank=True)
    applied_on = models.DateField("申请日期", null=True, blank=True)
    apply_due_on = models.DateField("申请届满日", null=True, blank=True)
    ruled_on = models.DateField("裁定日期", null=True, blank=True)
    ruling = models.CharField("裁定", max_length=20, choices=Ruling, default=Ruling.UNDECIDED)
    enforced_on = models.DateField("执行完毕日期", null=True, blank=True)
    done_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        verbose_name = "非诉执行申请"
