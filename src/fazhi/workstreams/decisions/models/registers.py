"""The registers beside the decision file: catalogue, supervision visits, matters for a meeting, liability."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import RecordModel
from fazhi.organs.models import Organ
from fazhi.workstreams.decisions.models.choices import ItemKind, Result, ReviewWay, Verdict


class ItemStep(models.TextChoices):
    DRAFTED = "drafted", "拟列"
    CONSENTED = "consented", "党委同意"
    PUBLISHED = "published", "已公布"
    COMPLETED = "completed", "已完成"
    REMOVED = "removed", "调出"


class CatalogueItem(RecordModel):
    """One item of the yearly catalogue (条例第三条第三款)."""

    year = models.PositiveSmallIntegerField("年度", null=True, blank=True)
    seq = models.PositiveSmallIntegerField("序号", null=True, blank=True)
    name = models.CharField("决策事项", max_length=200, blank=True)
    item_kind = models.CharField("事项类型", max_length=20, choices=ItemKind, default=ItemKind.UNDECIDED)
    basis = models.CharField("依据", max_length=300, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决策承办单位"
    )
    executor = models.CharField("决策执行单位", max_length=120, blank=True)
    steps = models.CharField("拟履行程序和时间安排", max_length=500, blank=True)
    planned_on = models.DateField("计划完成日期", null=True, blank=True)
    drafted_on = models.DateField("拟列日期", null=True, blank=True)
    counted_from_on = models.DateField("目录年度起算日（上年12月31日）", null=True, blank=True)
    consented_on = models.DateField("党委同意日期", null=True, blank=True)
    consent_number = models.CharField("党委同意的文号", max_length=80, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    url = models.CharField("公布网址", max_length=300, blank=True)
    adjusted_on = models.DateField("调整日期", null=True, blank=True)
    adjusted_why = models.CharField("调整理由", max_length=300, blank=True)
    completed_on = models.DateField("完成日期", null=True, blank=True)
    decision_number = models.CharField("决策文号", max_length=80, blank=True)
    removed_on = models.DateField("调出日期", null=True, blank=True)
    removal_consented_on = models.DateField("党委同意调出日期", null=True, blank=True)

    class Meta:
        verbose_name = "重大行政决策目录事项"


class VisitStep(models.TextChoices):
    VISITED = "visited", "已督导"
    CLOSED = "closed", "已销号"


class Visit(RecordModel):
    """A visit of the supervision team to the unit that undertakes a catalogue item."""

    team = models.CharField("督导组", max_length=120, blank=True)
    item = models.CharField("目录事项", max_length=200, blank=True)
    visited_unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="被督导单位"
    )
    visited_on = models.DateField("督导日期", null=True, blank=True)
    finding = models.CharField("发现的问题", max_length=500, blank=True)
    rectified_on = models.DateField("整改日期", null=True, blank=True)
    rectification = models.CharField("整改情况", max_length=500, blank=True)
    closed_on = models.DateField("销号日期", null=True, blank=True)

    class Meta:
        verbose_name = "目录督导"


class MatterStep(models.TextChoices):
    RECEIVED = "received", "待审查"
    REVIEWED = "reviewed", "已审查"
    SUBMITTED = "submitted", "已提交会议"
    SETTLED = "settled", "已议定"
    WITHDRAWN = "withdrawn", "未提交"


class MatterKind(models.TextChoices):
    """What is put to a meeting; the last four are the 三重一大."""

    UNDECIDED = "undecided", "未定"
    TOPIC = "topic", "政府会议议题"
    DOCUMENT = "document", "重要文件"
    DECISION = "decision", "重大决策"
    APPOINTMENT = "appointment", "重要人事任免"
    PROJECT = "project", "重大项目安排"
    FUNDS = "funds", "大额资金使用"


class Matter(RecordModel):
    """A matter put to a meeting of the organ (government, department, township): its gate and its vote.

    Kept apart from major decisions, so that the topics reviewed and the decisions reviewed are two counters.
    """

    name = models.CharField("事项", max_length=200, blank=True)
    kind = models.CharField("类型", max_length=20, choices=MatterKind, default=MatterKind.UNDECIDED)
    amount = models.BigIntegerField("金额（分）", null=True, blank=True)
    submitter = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提交单位"
    )
    received_on = models.DateField("收到日期", null=True, blank=True)
    reply_by_on = models.DateField("要求反馈日期", null=True, blank=True)
    reviewed_on = models.DateField("审查日期", null=True, blank=True)
    review_way = models.CharField(
        "审查意见出处", max_length=20, choices=ReviewWay, default=ReviewWay.UNDECIDED
    )
    reviewer = models.CharField("审查人", max_length=60, blank=True)
    opinion_number = models.CharField("审查意见文号", max_length=80, blank=True)
    verdict = models.CharField("审查结论", max_length=20, choices=Verdict, default=Verdict.UNDECIDED)
    points = models.PositiveIntegerField("提出意见数", default=0)
    points_adopted = models.PositiveIntegerField("采纳意见数", default=0)
    adoption_on = models.DateField("登记采纳日期", null=True, blank=True)
    not_adopted_why = models.CharField("未采纳的理由", max_length=300, blank=True)
    excepted = models.CharField("例外（未经审查提交）", max_length=20, choices=Answer, default=Answer.NO)
    exception_why = models.CharField("例外的理由", max_length=300, blank=True)
    exception_by = models.CharField("例外的批准人", max_length=60, blank=True)
    submitted_on = models.DateField("提交会议日期", null=True, blank=True)
    meeting = models.CharField("会议", max_length=120, blank=True)
    settled_on = models.DateField("会议日期", null=True, blank=True)
    members = models.PositiveSmallIntegerField("应到人数", default=0)
    present = models.PositiveSmallIntegerField("实到人数", default=0)
    in_favour = models.PositiveSmallIntegerField("同意人数", default=0)
    dissent = models.CharField("不同意见", max_length=500, blank=True)
    result = models.CharField("结果", max_length=20, choices=Result, default=Result.UNDECIDED)
    withdrawn_back_on = models.DateField("撤回提交日期", null=True, blank=True)

    class Meta:
        verbose_name = "上会事项"


class FaultStep(models.TextChoices):
    OPENED = "opened", "调查"
    CONCLUDED = "concluded", "已处理"


class Fault(models.TextChoices):
    """Whose fault under which article (条例第三十八条至第四十一条)."""

    UNDECIDED = "undecided", "未定"
    PROCEDURE = "procedure", "决策机关违反程序"
    GRAVE = "grave", "决策严重失误或者久拖不决"
    UNDERTAKING = "undertaking", "承办单位失职渎职、弄虚作假"
    EXECUTION = "execution", "拒不执行、推诿执行、拖延执行"
    EXPERT = "expert", "专家、专业机构违反职业道德"


class Measure(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    ORDERED = "ordered", "责令改正"
    CRITICISED = "criticised", "通报批评"
    TALKED = "talked", "约谈、诫勉"
    PUNISHED = "punished", "处分"
    DISQUALIFIED = "disqualified", "取消评估资格"
    TRANSFERRED = "transferred", "移送有关机关"
    EXEMPTED = "exempted", "免予追究"


class Liability(RecordModel):
    """A person held to account for a decision; grave mistakes are pursued for life."""

    decision = models.CharField("决策事项", max_length=200, blank=True)
    person = models.CharField("责任人", max_length=60, blank=True)
    duty = models.CharField("职务", max_length=120, blank=True)
    fault = models.CharField("情形", max_length=20, choices=Fault, default=Fault.UNDECIDED)
    opened_on = models.DateField("启动日期", null=True, blank=True)
    finding = models.CharField("调查结论", max_length=500, blank=True)
    dissented = models.CharField("讨论时表示不同意见", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    mitigation = models.CharField("减免责任的考虑", max_length=300, blank=True)
    concluded_on = models.DateField("处理日期", null=True, blank=True)
    measure = models.CharField("处理", max_length=20, choices=Measure, default=Measure.UNDECIDED)

    class Meta:
        verbose_name = "决策责任追究"
