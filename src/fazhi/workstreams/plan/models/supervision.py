"""计划·督察·考核: inspections with visits, their findings, the review of conclusions."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel
from fazhi.organs.models import Organ
from fazhi.workstreams.plan.models.choices import Avoidance, Method, VisitedKind


class InspectionStep(models.TextChoices):
    """As the work of an inspection runs (督察)."""

    PLANNED = "planned", "已立项"
    NOTICED = "noticed", "已通知"
    FIELD = "field", "进行中"
    FED_BACK = "fed_back", "已反馈"
    REPORTED = "reported", "已报告"
    CLOSED = "closed", "已办结"


class InspectionKind(models.TextChoices):
    """What kind of inspection."""

    UNDECIDED = "undecided", "未定"
    LAW_BASED = "law_based", "法治政府建设督察"
    MIDYEAR = "midyear", "年中督查"
    SPECIAL = "special", "专项督察"
    HIERARCHY = "hierarchy", "对下级行政机关的监督"
    LOOK_BACK = "look_back", "回头看"
    ENVIRONMENT = "environment", "生态环境保护督察"
    GOVERNMENT = "government", "政府督查"


class Source(models.TextChoices):
    """Who inspects."""

    UNDECIDED = "undecided", "未定"
    OWN = "own", "本级"
    CITY = "city", "市级"
    PROVINCE = "province", "省级"
    CENTRE = "centre", "中央"


class Inspection(RecordModel):
    """One inspection, our own or one from above, with the units visited."""

    name = models.CharField("名称", max_length=200, blank=True)
    kind = models.CharField("种类", max_length=30, choices=InspectionKind, default=InspectionKind.UNDECIDED)
    source = models.CharField("督察方", max_length=30, choices=Source, default=Source.UNDECIDED)
    supervisor = models.CharField("督察单位", max_length=120, blank=True)
    batch = models.CharField("批次", max_length=60, blank=True)
    scope = models.CharField("督察内容", max_length=300, blank=True)
    plan_item = models.CharField("年度计划项目", max_length=120, blank=True)
    planned_on = models.DateField("立项日期", null=True, blank=True)
    noticed_on = models.DateField("通知日期", null=True, blank=True)
    begun_on = models.DateField("进驻日期", null=True, blank=True)
    ended_on = models.DateField("结束日期", null=True, blank=True)
    joint = models.CharField("与纪检监察联动", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    partners = models.CharField("联动单位", max_length=200, blank=True)
    avoided = models.CharField("回避情况", max_length=30, choices=Avoidance, default=Avoidance.UNDECIDED)
    fed_back_on = models.DateField("反馈日期", null=True, blank=True)
    feedback_number = models.CharField("反馈文号", max_length=80, blank=True)
    problems = models.PositiveIntegerField("发现问题数", default=0)
    documents_asked = models.CharField("调阅资料", max_length=300, blank=True)
    respond_by_on = models.DateField("答复期限", null=True, blank=True)
    responded_on = models.DateField("答复日期", null=True, blank=True)
    leads = models.CharField("移送线索", max_length=500, blank=True)
    leads_on = models.DateField("移送线索日期", null=True, blank=True)
    reported_on = models.DateField("督察报告日期", null=True, blank=True)
    used = models.CharField("结果运用", max_length=300, blank=True)
    disclosed_on = models.DateField("公开整改情况日期", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        verbose_name = "督察"


class Visit(PartModel):
    """One unit visited, by type and method."""

    record = models.ForeignKey("plan.Inspection", models.CASCADE, related_name="visits")
    unit = models.CharField("被督察单位", max_length=120)
    unit_kind = models.CharField(
        "单位类别", max_length=30, choices=VisitedKind, default=VisitedKind.UNDECIDED
    )
    method = models.CharField("方式", max_length=30, choices=Method, default=Method.UNDECIDED)
    visited_on = models.DateField("督察日期")
    problems = models.PositiveIntegerField("发现问题数", default=0)

    class Meta:
        verbose_name = "督察单位情况"


class Inspector(PartModel):
    """One member of the team, and whether a conflict was declared."""

    record = models.ForeignKey("plan.Inspection", models.CASCADE, related_name="members")
    name = models.CharField("姓名", max_length=60)
    workplace = models.CharField("工作单位", max_length=120, blank=True)
    conflict = models.CharField("存在回避情形", max_length=20, choices=Answer, default=Answer.UNKNOWN)

    class Meta:
        verbose_name = "督察组成员"


class FindingStep(models.TextChoices):
    """From the feedback to the closed file."""

    FED_BACK = "fed_back", "已反馈"
    PLANNED = "planned", "整改中"
    RECTIFIED = "rectified", "报告整改"
    VERIFIED = "verified", "已核查"
    CLOSED = "closed", "已销号"


class FindingSource(models.TextChoices):
    """Where the finding comes from."""

    UNDECIDED = "undecided", "未定"
    INSPECTION = "inspection", "督察"
    ASSESSMENT = "assessment", "考评"
    EXTERNAL = "external", "上级督察"
    AUDIT = "audit", "其他监督"


class Severity(models.TextChoices):
    """How grave."""

    UNDECIDED = "undecided", "未定"
    LIGHT = "light", "一般"
    GRAVE = "grave", "较重"
    SERIOUS = "serious", "严重"


class Escalation(models.TextChoices):
    """What follows where a finding is not put right."""

    UNDECIDED = "undecided", "未定"
    CIRCULAR = "circular", "通报"
    INTERVIEW = "interview", "约谈"
    TRANSFER = "transfer", "移送追责"


class Finding(RecordModel):
    """One problem found, the measure that answers it, and who verified it."""

    name = models.CharField("问题", max_length=300, blank=True)
    basis = models.CharField("来源", max_length=30, choices=FindingSource, default=FindingSource.UNDECIDED)
    inspection = models.CharField("来自（督察、考评名称）", max_length=200, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="整改单位"
    )
    severity = models.CharField("程度", max_length=30, choices=Severity, default=Severity.UNDECIDED)
    fed_back_on = models.DateField("反馈日期", null=True, blank=True)
    rectify_by_on = models.DateField("整改期限", null=True, blank=True)
    measures = models.CharField("整改措施", max_length=500, blank=True)
    responsible = models.CharField("责任领导", max_length=60, blank=True)
    planned_on = models.DateField("制定整改方案日期", null=True, blank=True)
    rectified_on = models.DateField("报告整改日期", null=True, blank=True)
    rectification = models.CharField("整改情况", max_length=500, blank=True)
    returned_on = models.DateField("退回整改日期", null=True, blank=True)
    return_reason = models.CharField("退回原因", max_length=300, blank=True)
    verified_on = models.DateField("核查日期", null=True, blank=True)
    verification = models.CharField("核查情况", max_length=300, blank=True)
    escalation = models.CharField("追责方式", max_length=30, choices=Escalation, default=Escalation.UNDECIDED)
    escalated_on = models.DateField("追责日期", null=True, blank=True)
    closed_on = models.DateField("销号日期", null=True, blank=True)

    class Meta:
        verbose_name = "督察问题"


class ReviewStep(models.TextChoices):
    """The review of a conclusion of government inspection (政府督查结论复核)."""

    CONCLUDED = "concluded", "结论已送达"
    REQUESTED = "requested", "已申请复核"
    DECIDED = "decided", "已作复核决定"
    SETTLED = "settled", "未申请"


class ReviewResult(models.TextChoices):
    """What the review decided."""

    UNDECIDED = "undecided", "未定"
    UPHELD = "upheld", "维持结论"
    CHANGED = "changed", "变更结论"
    ANNULLED = "annulled", "撤销结论"


class Review(RecordModel):
    """A unit's request to have the conclusion of a government inspection reviewed."""

    conclusion = models.CharField("督查结论", max_length=200, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="督查对象"
    )
    conclusion_received_on = models.DateField("收到督查结论日期", null=True, blank=True)
    requested_on = models.DateField("申请复核日期", null=True, blank=True)
    grounds = models.CharField("申请理由", max_length=500, blank=True)
    received_on = models.DateField("收到复核申请日期", null=True, blank=True)
    recused = models.CharField(
        "参与作出结论的人员已回避", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    decided_on = models.DateField("复核决定日期", null=True, blank=True)
    result = models.CharField("复核结果", max_length=30, choices=ReviewResult, default=ReviewResult.UNDECIDED)
    reasons = models.CharField("复核理由", max_length=500, blank=True)
    settled_on = models.DateField("期满未申请日期", null=True, blank=True)

    class Meta:
        verbose_name = "督查结论复核"
