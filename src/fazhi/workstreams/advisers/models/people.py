"""Who gives legal advice, for whom, and what they did: advisers, public lawyers, villages, tasks."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel
from fazhi.workstreams.advisers.models.choices import Adoption, Capacity


class EngagementStep(models.TextChoices):
    SELECTED = "selected", "选聘"
    ENGAGED = "engaged", "在聘"
    ENDED = "ended", "解聘"


class Engager(models.TextChoices):
    """Which of the six levels engages; exclusive, with a remainder."""

    UNDECIDED = "undecided", "未定"
    CITY = "city", "市政府"
    CITY_DEPARTMENT = "city_department", "市级部门单位"
    COUNTY = "county", "县级政府"
    COUNTY_DEPARTMENT = "county_department", "县级部门"
    TOWNSHIP = "township", "乡镇（街道）"
    VILLAGE = "village", "村（社区）"


class Assessment(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    EXCELLENT = "excellent", "优秀"
    PASSED = "passed", "称职"
    FAILED = "failed", "不称职"


class Adviser(RecordModel):
    """One engagement of one adviser. Fees are integer 分."""

    name = models.CharField("姓名", max_length=60)
    capacity = models.CharField("身份", max_length=20, choices=Capacity, default=Capacity.UNDECIDED)
    firm = models.CharField("执业机构", max_length=120, blank=True)
    engager = models.CharField("聘请单位层级", max_length=20, choices=Engager, default=Engager.UNDECIDED)
    unit = models.CharField("聘请单位", max_length=120, blank=True)
    team = models.CharField("政府法律顾问团成员", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    shared = models.CharField("多个单位共同聘用", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    conflict_stated = models.CharField(
        "已作利益冲突声明", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    selected_on = models.DateField("选聘日期", null=True, blank=True)
    contract = models.CharField("聘任合同编号", max_length=80, blank=True)
    fee = models.BigIntegerField("年度报酬（分）", null=True, blank=True)
    engaged_on = models.DateField("聘任日期", null=True, blank=True)
    term_until_on = models.DateField("聘期届满日", null=True, blank=True)
    renewed_on = models.DateField("续聘日期", null=True, blank=True)
    assessed_on = models.DateField("最近考核日期", null=True, blank=True)
    assessment = models.CharField("考核结果", max_length=20, choices=Assessment, default=Assessment.UNDECIDED)
    ended_on = models.DateField("解聘日期", null=True, blank=True)

    class Meta:
        verbose_name = "法律顾问"


class ServedUnit(PartModel):
    """One unit or village that a shared engagement covers."""

    record = models.ForeignKey("advisers.Adviser", models.CASCADE, related_name="served_units")
    unit = models.CharField("服务单位", max_length=120)
    matters = models.PositiveIntegerField("办理事务件数", default=0)

    class Meta:
        verbose_name = "共同聘用单位"


class LawyerStep(models.TextChoices):
    APPLIED = "applied", "申请"
    CERTIFIED = "certified", "持证"
    CANCELLED = "cancelled", "注销"


class PublicLawyer(RecordModel):
    """A public lawyer, from the unit's application to the cancelling of the certificate."""

    name = models.CharField("姓名", max_length=60)
    unit = models.CharField("所在单位", max_length=120, blank=True)
    qualified = models.CharField("法律职业资格", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    official = models.CharField("公职人员身份", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    experienced = models.CharField(
        "具备规定的工作经历", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    unit_agrees = models.CharField("所在单位同意", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    applied_on = models.DateField("申请日期", null=True, blank=True)
    certificate = models.CharField("公职律师证书号", max_length=80, blank=True)
    certified_on = models.DateField("颁发证书日期", null=True, blank=True)
    worked_on = models.DateField("最近工作日期", null=True, blank=True)
    assessed_on = models.DateField("最近年度考核日期", null=True, blank=True)
    assessment = models.CharField("考核结果", max_length=20, choices=Assessment, default=Assessment.UNDECIDED)
    cancelled_on = models.DateField("注销日期", null=True, blank=True)
    cancel_why = models.CharField("注销理由", max_length=300, blank=True)

    class Meta:
        verbose_name = "公职律师"


class Work(PartModel):
    """One entry in a public lawyer's log."""

    record = models.ForeignKey("advisers.PublicLawyer", models.CASCADE, related_name="works")
    done_on = models.DateField("日期")
    text = models.CharField("工作内容", max_length=500)

    class Meta:
        verbose_name = "工作日志"


class StandingStep(models.TextChoices):
    STANDING = "standing", "有效"
    ENDED = "ended", "终止"


class Village(RecordModel):
    """A village or community: the denominator of one adviser per village."""

    name = models.CharField("村（社区）", max_length=120)
    township = models.CharField("所属乡镇（街道）", max_length=120, blank=True)
    listed_on = models.DateField("列入名册日期", null=True, blank=True)
    adviser = models.CharField("法律顾问", max_length=60, blank=True)
    contract = models.CharField("聘任合同编号", max_length=80, blank=True)
    advised_from_on = models.DateField("聘请法律顾问日期", null=True, blank=True)
    advised_until_on = models.DateField("顾问合同终止日期", null=True, blank=True)
    ended_on = models.DateField("移出名册日期", null=True, blank=True)

    class Meta:
        verbose_name = "村（社区）法律顾问"


class Member(RecordModel):
    """A member of the legal experts' committee."""

    name = models.CharField("姓名", max_length=60)
    workplace = models.CharField("工作单位", max_length=120, blank=True)
    since_on = models.DateField("聘任日期", null=True, blank=True)
    ended_on = models.DateField("离任日期", null=True, blank=True)

    class Meta:
        verbose_name = "法律专家咨询委员会委员"


class AdviceRule(RecordModel):
    """A rule by which advisers and public lawyers work."""

    name = models.CharField("制度名称", max_length=200)
    document_number = models.CharField("文号", max_length=80, blank=True)
    issued_on = models.DateField("印发日期", null=True, blank=True)
    ended_on = models.DateField("废止日期", null=True, blank=True)

    class Meta:
        verbose_name = "法律顾问制度"


class TaskStep(models.TextChoices):
    ASKED = "asked", "办理中"
    DONE = "done", "已办结"


class TaskKind(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    CONSULTATION = "consultation", "法律咨询"
    DISCUSSION = "discussion", "法务讨论"
    DOCUMENT = "document", "文件起草、论证"
    LITIGATION = "litigation", "诉讼、复议"
    NEGOTIATION = "negotiation", "谈判、协商"
    INCIDENT = "incident", "重大突发事件处置"
    OTHER = "other", "其他涉法事务"


class TaskChannel(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    MEETING = "meeting", "会议、当面"
    LETTER = "letter", "书面"
    GROUP = "group", "微信群"
    TELEPHONE = "telephone", "电话"


class Task(RecordModel):
    """One matter in which an adviser or public lawyer was asked, and what was said."""

    kind = models.CharField("事务种类", max_length=20, choices=TaskKind, default=TaskKind.UNDECIDED)
    channel = models.CharField("方式", max_length=20, choices=TaskChannel, default=TaskChannel.UNDECIDED)
    subject = models.CharField("事务", max_length=300)
    unit = models.CharField("提出单位", max_length=120, blank=True)
    adviser = models.CharField("承办的法律顾问、公职律师", max_length=120, blank=True)
    asked_on = models.DateField("提出日期", null=True, blank=True)
    done_on = models.DateField("办结日期", null=True, blank=True)
    opinion = models.CharField("法律意见", max_length=1000, blank=True)
    adoption = models.CharField("采纳情况", max_length=20, choices=Adoption, default=Adoption.UNDECIDED)
    rejection_why = models.CharField("不采纳的理由", max_length=500, blank=True)

    class Meta:
        verbose_name = "法律顾问事务"
