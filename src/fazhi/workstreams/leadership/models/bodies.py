"""第一责任人: bodies with their members, instructions relayed, and the staff of legal offices."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel


class BodyStep(models.TextChoices):
    """A body stands until it is dissolved."""

    STANDING = "standing", "运行"
    ENDED = "ended", "撤销"


class BodyKind(models.TextChoices):
    """What the body is."""

    UNDECIDED = "undecided", "未定"
    COMMISSION = "commission", "全面依法治理委员会"
    COMMISSION_OFFICE = "commission_office", "委员会办公室"
    LEADING_GROUP = "leading_group", "法治政府建设领导小组"
    OTHER = "other", "其他"


class Council(RecordModel):
    """A body that coordinates, with its members; their changes are dated."""

    name = models.CharField("机构名称", max_length=200, blank=True)
    kind = models.CharField("机构种类", max_length=30, choices=BodyKind, default=BodyKind.UNDECIDED)
    duties = models.CharField("职责", max_length=500, blank=True)
    founded_on = models.DateField("成立日期", null=True, blank=True)
    document_number = models.CharField("成立文号", max_length=80, blank=True)
    adjusted_on = models.DateField("最近调整成员日期", null=True, blank=True)
    adjustment = models.CharField("调整说明", max_length=300, blank=True)
    ended_on = models.DateField("撤销日期", null=True, blank=True)

    class Meta:
        verbose_name = "议事协调机构"


class CouncilMember(PartModel):
    """A member, with post and days."""

    record = models.ForeignKey("leadership.Council", models.CASCADE, related_name="members")
    name = models.CharField("姓名", max_length=60)
    post = models.CharField("职务", max_length=120, blank=True)
    role = models.CharField("机构内职务", max_length=60, blank=True)
    since_on = models.DateField("任职日期", null=True, blank=True)
    until_on = models.DateField("卸任日期", null=True, blank=True)

    class Meta:
        verbose_name = "成员"


class InstructionStep(models.TextChoices):
    """An instruction is received and relayed."""

    RECEIVED = "received", "已收到"
    RELAYED = "relayed", "已传达"


class Source(models.TextChoices):
    """Where the instruction comes from."""

    UNDECIDED = "undecided", "未定"
    CENTRE = "centre", "中央"
    PROVINCE = "province", "省（区、市）"
    CITY = "city", "市"
    COUNTY = "county", "县（市、区）"


class Instruction(RecordModel):
    """A speech, a meeting or a document from above that is relayed and followed up."""

    name = models.CharField("名称", max_length=200, blank=True)
    source = models.CharField("来源", max_length=30, choices=Source, default=Source.UNDECIDED)
    issued_on = models.DateField("发布日期", null=True, blank=True)
    received_on = models.DateField("收到日期", null=True, blank=True)
    relayed_on = models.DateField("传达日期", null=True, blank=True)
    meeting_name = models.CharField("传达的会议", max_length=200, blank=True)
    follow_up = models.CharField("贯彻文件", max_length=200, blank=True)

    class Meta:
        verbose_name = "重要精神传达"


class StaffStep(models.TextChoices):
    """In post or not."""

    SERVING = "serving", "在岗"
    LEFT = "left", "离岗"


class Time(models.TextChoices):
    """Full or part time."""

    UNDECIDED = "undecided", "未定"
    FULL = "full", "专职"
    PART = "part", "兼职"


class LegalStaff(RecordModel):
    """A person of a legal office."""

    name = models.CharField("姓名", max_length=60, blank=True)
    post = models.CharField("职务", max_length=120, blank=True)
    office = models.CharField("法治机构", max_length=120, blank=True)
    time = models.CharField("专职、兼职", max_length=30, choices=Time, default=Time.UNDECIDED)
    qualified = models.CharField("法律职业资格", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    trained = models.CharField("本年度参加培训", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    since_on = models.DateField("任职日期", null=True, blank=True)
    left_on = models.DateField("离岗日期", null=True, blank=True)

    class Meta:
        verbose_name = "法治机构人员"
