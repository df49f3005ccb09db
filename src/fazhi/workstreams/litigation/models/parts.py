"""Child rows of a lawsuit and of an observation: saved, logged and seen with their record."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel
from fazhi.organs.models import Rank
from fazhi.workstreams.litigation.models.choices import Absence, AgentKind, HeadGround


class Plaintiff(PartModel):
    """What is kept of a plaintiff; number, telephone and address are personal."""

    record = models.ForeignKey("litigation.Lawsuit", models.CASCADE, related_name="plaintiffs")
    name = models.CharField("名称", max_length=120)
    entity = models.CharField("法人或者其他组织", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    id_no = models.CharField("证件号码", max_length=40, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    address = models.CharField("地址", max_length=200, blank=True)

    class Meta:
        verbose_name = "原告"


class Participant(PartModel):
    """Another defendant or a third party."""

    record = models.ForeignKey("litigation.Lawsuit", models.CASCADE, related_name="participants")
    name = models.CharField("名称", max_length=120)
    standing = models.CharField("诉讼地位", max_length=60, blank=True)

    class Meta:
        verbose_name = "其他被告、第三人"


class Agent(PartModel):
    """Somebody entrusted to appear.

    Name, post and powers stand in the sealed authorisation (法释〔2018〕1号第一百三十一条第二款).
    """

    record = models.ForeignKey("litigation.Lawsuit", models.CASCADE, related_name="agents")
    name = models.CharField("姓名", max_length=60)
    kind = models.CharField("类别", max_length=20, choices=AgentKind, default=AgentKind.STAFF)
    post = models.CharField("职务", max_length=60, blank=True)
    powers = models.CharField("代理权限", max_length=120, blank=True)
    sealed = models.CharField("授权委托书已盖章", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    certificate = models.CharField("执业证号", max_length=40, blank=True)

    class Meta:
        verbose_name = "诉讼代理人"


class Session(PartModel):
    """One session in court, as it was held.

    ``spoke`` and ``resolution_opinion``: 法释〔2020〕3号第十一条; ``absence_accepted`` is the court's finding
    on the reason (第九条).
    """

    record = models.ForeignKey("litigation.Lawsuit", models.CASCADE, related_name="sessions")
    held_on = models.DateField("开庭日期")
    head_required = models.CharField(
        "法院通知负责人出庭", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    head_ground = models.CharField(
        "通知出庭的情形", max_length=20, choices=HeadGround, default=HeadGround.UNDECIDED
    )
    head_attended = models.CharField("负责人出庭", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    head_name = models.CharField("出庭负责人", max_length=60, blank=True)
    head_post = models.CharField("职务", max_length=60, blank=True)
    head_rank = models.CharField("职级", max_length=12, choices=Rank, blank=True)
    spoke = models.CharField("负责人发言", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    resolution_opinion = models.CharField(
        "就实质性解决争议发表意见", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    absence = models.CharField("未出庭理由", max_length=20, choices=Absence, default=Absence.UNDECIDED)
    absence_sealed = models.CharField(
        "说明已盖章或者签字", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    absence_accepted = models.CharField("法院认可理由", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    staff_attended = models.CharField("工作人员出庭", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    lawyer_attended = models.CharField("律师出庭", max_length=20, choices=Answer, default=Answer.UNKNOWN)

    class Meta:
        verbose_name = "开庭"


class Observer(PartModel):
    """Somebody who observed a trial."""

    record = models.ForeignKey("litigation.Observation", models.CASCADE, related_name="attendees")
    name = models.CharField("姓名", max_length=60)
    post = models.CharField("职务", max_length=60, blank=True)
    rank = models.CharField("职级", max_length=12, choices=Rank, blank=True)

    class Meta:
        verbose_name = "旁听人员"
