"""How an instance ends, and what follows: appeal, effect, performance, review of a loss, archive."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.workstreams.litigation.models.choices import (
    AppealResult,
    Appellant,
    Coercion,
    Form,
    LossCause,
    Outcome,
    RetrialGround,
)


class Judgment(models.Model):
    """The judgment, the choice to appeal, and the day it takes effect."""

    concluded_on = models.DateField("裁判日期", null=True, blank=True)
    form = models.CharField("裁判形式", max_length=20, choices=Form, default=Form.UNDECIDED)
    outcome = models.CharField("结果", max_length=20, choices=Outcome, default=Outcome.UNDECIDED)
    appeal_result = models.CharField(
        "上诉（再审）结果", max_length=20, choices=AppealResult, default=AppealResult.UNDECIDED
    )
    withdrawal_allowed = models.CharField(
        "法院准许撤诉", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    judgment_served_on = models.DateField("收到裁判文书日期", null=True, blank=True)
    appeal_due_on = models.DateField("上诉届满日", null=True, blank=True)
    appealed_on = models.DateField("上诉日期", null=True, blank=True)
    appellant = models.CharField("上诉人", max_length=20, choices=Appellant, default=Appellant.UNDECIDED)
    waived_on = models.DateField("决定不上诉日期", null=True, blank=True)
    effective_on = models.DateField("裁判生效日期", null=True, blank=True)

    class Meta:
        abstract = True


class Aftermath(models.Model):
    """Performance, retrial, review of a loss, reports, archive. Amounts are integer 分."""

    to_perform = models.CharField("本机关有履行义务", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    perform_by_on = models.DateField("履行期限", null=True, blank=True)
    performed_on = models.DateField("履行日期", null=True, blank=True)
    coerced_on = models.DateField("法院采取执行措施日期", null=True, blank=True)
    coercion = models.CharField("执行措施", max_length=20, choices=Coercion, default=Coercion.UNDECIDED)
    fine_per_day = models.BigIntegerField("负责人每日罚款（分）", null=True, blank=True)
    retried_on = models.DateField("进入再审日期", null=True, blank=True)
    retrial_ground = models.CharField(
        "再审启动", max_length=20, choices=RetrialGround, default=RetrialGround.UNDECIDED
    )
    reviewed_on = models.DateField("败诉分析日期", null=True, blank=True)
    loss_cause = models.CharField("败诉原因", max_length=20, choices=LossCause, default=LossCause.UNDECIDED)
    loss_cause_text = models.CharField("原因分析", max_length=500, blank=True)
    responsible = models.CharField("责任认定", max_length=300, blank=True)
    rectification = models.CharField("整改措施", max_length=500, blank=True)
    loss_report_due_on = models.DateField("败诉报告届满日", null=True, blank=True)
    loss_reported_on = models.DateField("报告败诉情况日期", null=True, blank=True)
    rectified_on = models.DateField("整改完成日期", null=True, blank=True)
    archived_on = models.DateField("归档日期", null=True, blank=True)

    class Meta:
        abstract = True
