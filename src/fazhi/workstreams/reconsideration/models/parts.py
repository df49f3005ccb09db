"""Child rows of a case or of a supervisor: saved, logged and seen with their record."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel
from fazhi.workstreams.reconsideration.models.choices import Duty, Qualification


class Party(PartModel):
    """What is kept of a person in the case; number, telephone and address are personal."""

    name = models.CharField("名称", max_length=120)
    entity = models.CharField("法人或者其他组织", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    id_no = models.CharField("证件号码", max_length=40, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    address = models.CharField("地址", max_length=200, blank=True)
    agent = models.CharField("代理人", max_length=60, blank=True)

    class Meta:
        abstract = True


class Applicant(Party):
    record = models.ForeignKey("reconsideration.Case", models.CASCADE, related_name="applicants")
    legal_aid = models.CharField("法律援助", max_length=20, choices=Answer, default=Answer.UNKNOWN)

    class Meta:
        verbose_name = "申请人"


class ThirdParty(Party):
    record = models.ForeignKey("reconsideration.Case", models.CASCADE, related_name="third_parties")

    class Meta:
        verbose_name = "第三人"


class Officer(PartModel):
    """A reconsideration officer in charge of the case."""

    record = models.ForeignKey("reconsideration.Case", models.CASCADE, related_name="officers")
    name = models.CharField("姓名", max_length=60)
    duty = models.CharField("分工", max_length=20, choices=Duty, default=Duty.LEAD)
    qualification = models.CharField(
        "法律职业资格", max_length=20, choices=Qualification, default=Qualification.UNDECIDED
    )
    trained = models.CharField("职前培训", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    certificate = models.CharField("工作证件号", max_length=40, blank=True)

    class Meta:
        verbose_name = "行政复议人员"


class Hearing(PartModel):
    """One session of a hearing, as it was held (2023年法第五十条第三款、第五十一条)."""

    record = models.ForeignKey("reconsideration.Case", models.CASCADE, related_name="hearings")
    held_on = models.DateField("听证日期")
    notified_on = models.DateField("通知日期", null=True, blank=True)
    open_to_public = models.CharField("公开举行", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    host = models.CharField("主持人", max_length=60, blank=True)
    hearers = models.PositiveSmallIntegerField("听证员人数", default=0)
    recorder = models.CharField("记录员", max_length=60, blank=True)
    head_attended = models.CharField(
        "被申请人负责人参加", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    head_absent_why = models.CharField("负责人不能参加的理由", max_length=300, blank=True)
    staff_sent = models.CharField("委托工作人员参加", max_length=20, choices=Answer, default=Answer.UNKNOWN)

    class Meta:
        verbose_name = "听证"


class Investigation(PartModel):
    """One investigation by officers of the body (2023年法第四十五条，条例第三十四条)."""

    record = models.ForeignKey("reconsideration.Case", models.CASCADE, related_name="investigations")
    made_on = models.DateField("调查日期")
    officers = models.PositiveSmallIntegerField("调查人员人数", default=0)
    cards_shown = models.CharField("出示工作证件", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    asked = models.CharField("被调查的单位和个人", max_length=200, blank=True)

    class Meta:
        verbose_name = "调查取证"


class Attendance(PartModel):
    """A committee member who took part in advising on the case."""

    record = models.ForeignKey("reconsideration.Case", models.CASCADE, related_name="attendances")
    member = models.CharField("委员", max_length=60)
    opinion = models.CharField("意见", max_length=300, blank=True)

    class Meta:
        verbose_name = "委员会参加人员"


class Served(PartModel):
    """One document served on one person."""

    record = models.ForeignKey("reconsideration.Case", models.CASCADE, related_name="served")
    document = models.CharField("文书", max_length=120)
    receiver = models.CharField("受送达人", max_length=120)
    way = models.CharField("送达方式", max_length=40, blank=True)
    served_on = models.DateField("送达日期")

    class Meta:
        verbose_name = "送达"


class Watch(PartModel):
    """A case that an invited supervisor watched, and what was said of it."""

    record = models.ForeignKey("reconsideration.Supervisor", models.CASCADE, related_name="watches")
    watched_on = models.DateField("监督日期")
    case_number = models.CharField("监督的案件", max_length=80, blank=True)
    opinion = models.CharField("意见", max_length=500, blank=True)

    class Meta:
        verbose_name = "监督活动"
