"""公平竞争审查: what comes after: spot checks, reports, the clean-up of documents in force, training."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import RecordModel
from fazhi.organs.models import Organ
from fazhi.workstreams.business.models.review import Standard


class CheckStep(models.TextChoices):
    PLANNED = "planned", "待抽查"
    CHECKED = "checked", "已抽查"
    NOTIFIED = "notified", "整改中"
    RECTIFIED = "rectified", "已整改"
    CLOSED = "closed", "办结"


class CheckKind(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    SPOT = "spot", "抽查"
    INSPECTION = "inspection", "督查"
    ASSESSMENT = "assessment", "考核评估"


class SpotCheck(RecordModel):
    """A measure in force looked at again by market supervision (条例第二十一条、第二十四条)."""

    kind = models.CharField("种类", max_length=20, choices=CheckKind, default=CheckKind.UNDECIDED)
    measure = models.CharField("政策措施名称", max_length=200, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="被抽查单位"
    )
    planned_on = models.DateField("列入抽查日期", null=True, blank=True)
    checked_on = models.DateField("抽查日期", null=True, blank=True)
    problem = models.CharField("发现问题", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    finding = models.CharField("问题内容", max_length=500, blank=True)
    notified_on = models.DateField("整改通知日期", null=True, blank=True)
    rectify_by_on = models.DateField("整改期限", null=True, blank=True)
    rectified_on = models.DateField("整改完成日期", null=True, blank=True)
    rectification = models.CharField("整改情况", max_length=500, blank=True)
    interviewed_on = models.DateField("约谈日期", null=True, blank=True)
    reported_on = models.DateField("报告本级政府日期", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        verbose_name = "公平竞争审查抽查"


class ReportStep(models.TextChoices):
    RECEIVED = "received", "收到"
    TRANSFERRED = "transferred", "已转送"
    HANDLED = "handled", "核查中"
    CONCLUDED = "concluded", "已处理"
    CLOSED = "closed", "办结"


class ReportResult(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    FOUNDED = "founded", "举报属实"
    UNFOUNDED = "unfounded", "举报不属实"


class CompetitionReport(RecordModel):
    """A report (举报) that a measure breaks the standards of the review (条例第二十二条)."""

    measure = models.CharField("被举报的政策措施", max_length=200, blank=True)
    maker = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="被举报单位"
    )
    received_on = models.DateField("收到日期", null=True, blank=True)
    channel = models.CharField("渠道", max_length=60, blank=True)
    named = models.CharField("实名举报", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    reporter = models.CharField("举报人", max_length=120, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    content = models.CharField("举报内容", max_length=500, blank=True)
    transferred_on = models.DateField("转送日期", null=True, blank=True)
    transferred_to = models.CharField("转送机关", max_length=120, blank=True)
    accepted_on = models.DateField("开始核查日期", null=True, blank=True)
    complicated = models.CharField("情况复杂", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    extended_on = models.DateField("延长日期", null=True, blank=True)
    concluded_on = models.DateField("处理日期", null=True, blank=True)
    result = models.CharField("核查结果", max_length=20, choices=ReportResult, default=ReportResult.UNDECIDED)
    finding = models.CharField("核查情况", max_length=500, blank=True)
    answered_on = models.DateField("反馈举报人日期", null=True, blank=True)
    rectified_on = models.DateField("整改完成日期", null=True, blank=True)
    rectification = models.CharField("整改情况", max_length=500, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        verbose_name = "公平竞争审查举报"


class CleanUpStep(models.TextChoices):
    LISTED = "listed", "列入清理"
    DECIDED = "decided", "已有清理意见"
    DONE = "done", "清理完毕"


class CleanUpResult(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    KEPT = "kept", "继续有效"
    AMENDED = "amended", "修改"
    ABOLISHED = "abolished", "废止"


class CleanUp(RecordModel):
    """One document in force looked at in a clean-up (清理妨碍统一市场和公平竞争的政策措施)."""

    document = models.CharField("文件名称", max_length=200, blank=True)
    document_number = models.CharField("文号", max_length=80, blank=True)
    maker = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="制定单位"
    )
    listed_on = models.DateField("列入清理日期", null=True, blank=True)
    barrier = models.CharField("妨碍公平竞争", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    barrier_kind = models.CharField("涉及的审查标准", max_length=20, choices=Standard, blank=True, default="")
    decided_on = models.DateField("清理意见日期", null=True, blank=True)
    result = models.CharField(
        "清理结果", max_length=20, choices=CleanUpResult, default=CleanUpResult.UNDECIDED
    )
    reason = models.CharField("理由", max_length=300, blank=True)
    done_on = models.DateField("清理完毕日期", null=True, blank=True)

    class Meta:
        verbose_name = "存量政策措施清理"


class TrainingStep(models.TextChoices):
    PLANNED = "planned", "筹备"
    HELD = "held", "已举办"


class Training(RecordModel):
    """A training on the review of measures."""

    topic = models.CharField("培训主题", max_length=200, blank=True)
    planned_on = models.DateField("筹备日期", null=True, blank=True)
    held_on = models.DateField("举办日期", null=True, blank=True)
    persons = models.PositiveIntegerField("参训人次", default=0)
    units = models.CharField("参加单位", max_length=300, blank=True)

    class Meta:
        verbose_name = "公平竞争审查培训"
