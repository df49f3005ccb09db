"""合法性审查: one row from the sending of a draft to the archive, whatever is reviewed."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel
from fazhi.organs.models import Organ
from fazhi.workstreams.advisers.models.choices import (
    Adoption,
    Capacity,
    Conclusion,
    Level,
    Side,
    Subject,
)


class Sending(models.Model):
    """What is sent by whom, with which papers, and by when an opinion is wanted. Amounts are integer 分."""

    subject = models.CharField("送审事项", max_length=300)
    subject_kind = models.CharField("事项种类", max_length=20, choices=Subject, default=Subject.UNDECIDED)
    reference = models.CharField("事项编号", max_length=80, blank=True)
    drafter = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="起草单位"
    )
    drafted_by = models.CharField("起草人", max_length=60, blank=True)
    level = models.CharField("审查层级", max_length=20, choices=Level, default=Level.UNDECIDED)
    county_body = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="县级司法行政部门"
    )
    counterparty = models.CharField("合同相对方", max_length=200, blank=True)
    amount = models.BigIntegerField("合同金额（分）", null=True, blank=True)
    sent_on = models.DateField("送审日期", null=True, blank=True)
    needed_by_on = models.DateField("要求提出意见日期", null=True, blank=True)
    send_by_on = models.DateField("最迟送审日期", null=True, blank=True)
    urgent_why = models.CharField("缩短审查时间的理由", max_length=300, blank=True)
    materials = models.CharField("收到时材料齐全", max_length=20, choices=Answer, default=Answer.UNKNOWN)

    class Meta:
        abstract = True


class Examination(models.Model):
    """From receipt to the opinion: supplements, reviewer, advisers, other bodies, the two levels."""

    received_on = models.DateField("收到日期", null=True, blank=True)
    supplement_asked_on = models.DateField("要求补充材料日期", null=True, blank=True)
    supplement_items = models.CharField("需要补充的材料", max_length=300, blank=True)
    supplemented_on = models.DateField("补充材料日期", null=True, blank=True)
    returned_on = models.DateField("退回日期", null=True, blank=True)
    return_why = models.CharField("退回理由", max_length=300, blank=True)
    received_again_on = models.DateField("重新收到日期", null=True, blank=True)
    assigned_on = models.DateField("指定审查人日期", null=True, blank=True)
    reviewer = models.CharField("审查人", max_length=60, blank=True)
    exchanged_on = models.DateField("最近沟通日期", null=True, blank=True)
    advice_required = models.CharField(
        "应当听取法律顾问、公职律师意见", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    advised_on = models.DateField("听取法律顾问、公职律师意见日期", null=True, blank=True)
    joint = models.CharField("联合审查", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    joint_asked_on = models.DateField("提请联合审查日期", null=True, blank=True)
    joint_concluded_on = models.DateField("联合审查完成日期", null=True, blank=True)
    first_reviewed_on = models.DateField("乡镇（街道）初审日期", null=True, blank=True)
    first_opinion = models.CharField("初审意见", max_length=500, blank=True)
    sent_up_on = models.DateField("报县级审查日期", null=True, blank=True)
    county_replied_on = models.DateField("县级反馈日期", null=True, blank=True)
    county_opinion = models.CharField("县级审查意见", max_length=500, blank=True)

    class Meta:
        abstract = True


class Prohibitions(models.Model):
    """规范性文件的八个禁止: each is asked by itself."""

    checked_on = models.DateField("对照八个禁止日期", null=True, blank=True)
    adds_power = models.CharField(
        "增加法定以外的权力或者减少法定职责", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    creates_coercion = models.CharField(
        "设定许可、处罚、强制", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    adds_conditions = models.CharField("增加许可条件", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    asks_proof = models.CharField(
        "要求循环、重复、无谓证明", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    reserved = models.CharField(
        "规定收费等应由法律法规规定的事项", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    cuts_rights = models.CharField(
        "没有依据减损权利或者增加义务", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    exceeds = models.CharField(
        "超越职权规定市场调节、社会自律事项", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    excludes_competition = models.CharField(
        "排除、限制公平竞争", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )

    class Meta:
        abstract = True


class Ending(models.Model):
    """The opinion and what became of it."""

    issued_on = models.DateField("出具意见日期", null=True, blank=True)
    due_on = models.DateField("审查届满日", null=True, blank=True)
    conclusion = models.CharField("审查结论", max_length=20, choices=Conclusion, default=Conclusion.UNDECIDED)
    opinion = models.CharField("审查意见", max_length=2000, blank=True)
    items_raised = models.PositiveIntegerField("提出意见条数", default=0)
    items_adopted = models.PositiveIntegerField("采纳条数", default=0)
    answered_on = models.DateField("反馈采纳情况日期", null=True, blank=True)
    adoption = models.CharField("采纳情况", max_length=20, choices=Adoption, default=Adoption.UNDECIDED)
    rejection_why = models.CharField("不采纳的理由", max_length=500, blank=True)
    archived_on = models.DateField("归档日期", null=True, blank=True)

    class Meta:
        abstract = True


class Opinion(Sending, Examination, Prohibitions, Ending, RecordModel):
    """A legality review; columns stand in the order in which it goes."""

    class Meta:
        verbose_name = "合法性审查意见"
        indexes = [
            models.Index(name="opinion_received", fields=["organ", "received_on"]),
            models.Index(name="opinion_issued", fields=["organ", "issued_on"]),
        ]


class OpinionItem(PartModel):
    """One point of the opinion and what the drafter did with it."""

    record = models.ForeignKey("advisers.Opinion", models.CASCADE, related_name="items")
    text = models.CharField("意见内容", max_length=1000)
    basis = models.CharField("依据", max_length=200, blank=True)
    adoption = models.CharField("采纳情况", max_length=20, choices=Adoption, default=Adoption.UNDECIDED)
    reason = models.CharField("不采纳的理由", max_length=500, blank=True)

    class Meta:
        verbose_name = "意见条目"


class Exchange(PartModel):
    """One word in the exchange between reviewer and drafter."""

    record = models.ForeignKey("advisers.Opinion", models.CASCADE, related_name="exchanges")
    said_on = models.DateField("沟通日期")
    side = models.CharField("发言方", max_length=20, choices=Side, default=Side.REVIEWER)
    text = models.CharField("内容", max_length=1000)
    adoption = models.CharField("采纳情况", max_length=20, choices=Adoption, default=Adoption.UNDECIDED)
    reason = models.CharField("理由", max_length=500, blank=True)

    class Meta:
        verbose_name = "审查沟通"


class Advice(PartModel):
    """What one adviser or public lawyer said in this review."""

    record = models.ForeignKey("advisers.Opinion", models.CASCADE, related_name="advice")
    name = models.CharField("姓名", max_length=60)
    capacity = models.CharField("身份", max_length=20, choices=Capacity, default=Capacity.UNDECIDED)
    advised_on = models.DateField("提出意见日期")
    conflict = models.CharField("与事项有利害关系", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    lawful = models.CharField("认为合法", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    text = models.CharField("意见", max_length=1000, blank=True)

    class Meta:
        verbose_name = "法律顾问、公职律师意见"


class JointReview(PartModel):
    """One unit's opinion in a joint review."""

    record = models.ForeignKey("advisers.Opinion", models.CASCADE, related_name="joint_reviews")
    unit = models.CharField("联审单位", max_length=120)
    replied_on = models.DateField("提出意见日期", null=True, blank=True)
    conclusion = models.CharField("审查结论", max_length=20, choices=Conclusion, default=Conclusion.UNDECIDED)
    text = models.CharField("意见", max_length=1000, blank=True)

    class Meta:
        verbose_name = "联合审查意见"
