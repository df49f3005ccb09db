"""The small registers beside the lawsuit: suggestions, observations, meetings, warnings."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import RecordModel
from fazhi.organs.models import Organ


class SuggestionStep(models.TextChoices):
    RECEIVED = "received", "收到"
    ASSIGNED = "assigned", "已交办"
    HANDLED = "handled", "已办理"
    REPLIED = "replied", "已回复"
    VERIFIED = "verified", "已核实"
    ESCALATED = "escalated", "被起诉或者上报"
    CLOSED = "closed", "办结"


class Issuer(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    COURT = "court", "人民法院"
    PROCURATORATE = "procuratorate", "人民检察院"


class SuggestionKind(models.TextChoices):
    """What kind of suggestion it is; on it depends the time to reply."""

    UNDECIDED = "undecided", "未定"
    GOVERNANCE = "governance", "综合治理类司法建议"
    CASE = "case", "其他司法建议"
    NORM = "norm", "规范性文件司法建议"
    PUBLIC_INTEREST = "public_interest", "公益诉讼检察建议"
    SUPERVISION = "supervision", "行政违法行为监督检察建议"
    SOCIAL = "social", "社会治理检察建议"


class Adoption(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    NOT_ADOPTED = "not_adopted", "未采纳"


class Escalation(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    SUED = "sued", "提起公益诉讼"
    REPORTED = "reported", "报告上级或者通报"


class Suggestion(RecordModel):
    """A suggestion of a court or a procuratorate to the organ (司法建议、检察建议)."""

    issuer = models.CharField("发出机关", max_length=20, choices=Issuer, default=Issuer.UNDECIDED)
    issuing_office = models.CharField("法院（检察院）名称", max_length=120, blank=True)
    kind = models.CharField("种类", max_length=20, choices=SuggestionKind, default=SuggestionKind.UNDECIDED)
    letter_number = models.CharField("建议书文号", max_length=80, blank=True)
    topic = models.CharField("主题", max_length=200, blank=True)
    field = models.CharField("领域", max_length=60, blank=True)
    content = models.CharField("建议内容", max_length=500, blank=True)
    judgment_effective_on = models.DateField("裁判生效日期", null=True, blank=True)
    sent_on = models.DateField("发出日期", null=True, blank=True)
    received_on = models.DateField("收到日期", null=True, blank=True)
    urgent = models.CharField("紧急情形", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    reply_by_on = models.DateField("建议书载明的回复期限", null=True, blank=True)
    reply_due_on = models.DateField("回复届满日", null=True, blank=True)
    handling = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="承办单位"
    )
    assigned_on = models.DateField("交办日期", null=True, blank=True)
    objected_on = models.DateField("提出异议日期", null=True, blank=True)
    handled_on = models.DateField("办理日期", null=True, blank=True)
    adoption = models.CharField("采纳", max_length=20, choices=Adoption, default=Adoption.UNDECIDED)
    adoption_reason = models.CharField("不采纳的理由", max_length=500, blank=True)
    measures = models.CharField("办理措施", max_length=500, blank=True)
    replied_on = models.DateField("书面回复日期", null=True, blank=True)
    reply_number = models.CharField("回复文号", max_length=80, blank=True)
    verified_on = models.DateField("核实整改到位日期", null=True, blank=True)
    escalated_on = models.DateField("被起诉或者上报日期", null=True, blank=True)
    escalation = models.CharField("后续处理", max_length=20, choices=Escalation, default=Escalation.UNDECIDED)
    closed_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        verbose_name = "司法建议、检察建议"


class ObservationStep(models.TextChoices):
    PLANNED = "planned", "计划"
    HELD = "held", "已旁听"


class Observation(RecordModel):
    """Officials observing a public trial (旁听庭审)."""

    planned_on = models.DateField("计划日期", null=True, blank=True)
    held_on = models.DateField("旁听日期", null=True, blank=True)
    court = models.CharField("法院", max_length=120, blank=True)
    case_numbers = models.CharField("旁听的案件", max_length=200, blank=True)
    cases = models.PositiveIntegerField("旁听案件数", default=1)
    observers = models.PositiveIntegerField("旁听人数", default=0)
    heads = models.PositiveIntegerField("其中负责人人数", default=0)

    class Meta:
        verbose_name = "旁听庭审"


class MeetingStep(models.TextChoices):
    PLANNED = "planned", "筹备"
    HELD = "held", "已召开"
    CONCLUDED = "concluded", "已落实"


class MeetingKind(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    JOINT = "joint", "府院联席会议"
    SEMINAR = "seminar", "行政应诉座谈会"
    BRIEFING = "briefing", "行政审判工作通报"


class Meeting(RecordModel):
    """A meeting of government and court, the advice given there, and what became of it."""

    kind = models.CharField("种类", max_length=20, choices=MeetingKind, default=MeetingKind.UNDECIDED)
    topic = models.CharField("议题", max_length=200, blank=True)
    planned_on = models.DateField("筹备日期", null=True, blank=True)
    held_on = models.DateField("召开日期", null=True, blank=True)
    participants = models.CharField("参加单位", max_length=500, blank=True)
    cross_region = models.CharField("跨区域", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    conclusions = models.CharField("议定事项", max_length=500, blank=True)
    advised = models.CharField("法院提出建议", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    advice = models.CharField("建议内容", max_length=500, blank=True)
    reply_by_on = models.DateField("答复期限", null=True, blank=True)
    replied_on = models.DateField("答复日期", null=True, blank=True)
    follow_up = models.CharField("落实情况", max_length=500, blank=True)
    concluded_on = models.DateField("落实日期", null=True, blank=True)

    class Meta:
        verbose_name = "府院联席会议、应诉座谈会"


class WarningStep(models.TextChoices):
    PREPARED = "prepared", "拟制"
    ISSUED = "issued", "已发出"
    CORRECTED = "corrected", "已整改"


class WarningKind(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    WARNING = "warning", "败诉预警"
    TALK = "talk", "约谈"
    CIRCULAR = "circular", "通报"


class LossWarning(RecordModel):
    """What a government does about the losses of a unit below it (败诉预警、约谈、通报); fixed locally."""

    kind = models.CharField("种类", max_length=20, choices=WarningKind, default=WarningKind.UNDECIDED)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="被预警单位"
    )
    prepared_on = models.DateField("拟制日期", null=True, blank=True)
    losses = models.PositiveIntegerField("败诉件数", default=0)
    threshold = models.PositiveIntegerField("预警线（件）", default=1)
    reason = models.CharField("事由", max_length=500, blank=True)
    issued_on = models.DateField("发出日期", null=True, blank=True)
    correct_by_on = models.DateField("整改期限", null=True, blank=True)
    corrected_on = models.DateField("整改日期", null=True, blank=True)
    correction = models.CharField("整改情况", max_length=500, blank=True)

    class Meta:
        verbose_name = "败诉预警、约谈、通报"
