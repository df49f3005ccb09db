"""What the organ does while the case is tried: answer, evidence, who appears, sessions, settlement."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.organs.models import Rank
from fazhi.workstreams.litigation.models.choices import Absence, Collected, Evidence, Late, Scope


class Defence(models.Model):
    """Answer and evidence (第三十四条至第三十六条、第六十七条)."""

    assigned_on = models.DateField("交办日期", null=True, blank=True)
    answer_due_on = models.DateField("答辩举证届满日", null=True, blank=True)
    answered_on = models.DateField("提交答辩状日期", null=True, blank=True)
    answer_sent_on = models.DateField("法院发送答辩状副本日期", null=True, blank=True)
    collected = models.CharField("证据收集", max_length=20, choices=Collected, default=Collected.UNDECIDED)
    evidence = models.CharField("证据效力", max_length=20, choices=Evidence, default=Evidence.UNDECIDED)
    late = models.CharField("延期或者补充的事由", max_length=20, choices=Late, default=Late.UNDECIDED)
    late_reason = models.CharField("事由说明", max_length=300, blank=True)
    late_asked_on = models.DateField("书面申请延期日期", null=True, blank=True)
    leave_on = models.DateField("法院准许日期", null=True, blank=True)
    hindered_until_on = models.DateField("正当事由消除日期", null=True, blank=True)
    late_due_on = models.DateField("延期提供届满日", null=True, blank=True)
    late_supplied_on = models.DateField("延期或者补充提供日期", null=True, blank=True)

    class Meta:
        abstract = True


class Appearance(models.Model):
    """Who is to appear, decided before the session (第三条第三款；2018年解释第一百二十八至一百三十二条)."""

    called_on = models.DateField("收到出庭通知日期", null=True, blank=True)
    call_due_on = models.DateField("送达出庭通知最迟日", null=True, blank=True)
    session_on = models.DateField("拟开庭日期", null=True, blank=True)
    head_required = models.CharField(
        "法院通知负责人出庭", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    head_sent_on = models.DateField("确定负责人出庭日期", null=True, blank=True)
    staff_sent_on = models.DateField("委托工作人员出庭日期", null=True, blank=True)
    head_name = models.CharField("出庭负责人", max_length=60, blank=True)
    head_post = models.CharField("负责人职务", max_length=60, blank=True)
    head_rank = models.CharField("负责人职级", max_length=12, choices=Rank, blank=True)
    head_own = models.CharField("系本机关负责人", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    absence = models.CharField(
        "负责人不能出庭的理由", max_length=20, choices=Absence, default=Absence.UNDECIDED
    )
    absence_stated_on = models.DateField("提交情况说明日期", null=True, blank=True)
    absence_sealed = models.CharField(
        "说明已盖章或者由主要负责人签字", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )

    class Meta:
        abstract = True


class Trial(models.Model):
    """Sessions and settlement."""

    heard_on = models.DateField("开庭日期", null=True, blank=True)
    heard_again_on = models.DateField("再次开庭日期", null=True, blank=True)
    attendance_report_due_on = models.DateField("出庭情况报告届满日", null=True, blank=True)
    attendance_reported_on = models.DateField("报告出庭情况日期", null=True, blank=True)
    self_corrected_on = models.DateField("自行改变行政行为日期", null=True, blank=True)
    mediation_scope = models.CharField("争议性质", max_length=20, choices=Scope, default=Scope.UNDECIDED)
    agreement_lawful = models.CharField(
        "协议自愿、合法", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    mediated_on = models.DateField("达成调解协议日期", null=True, blank=True)

    class Meta:
        abstract = True
