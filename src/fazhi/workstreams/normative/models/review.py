"""What the legal body reviews: drafts, papers referred to it, drafts of higher levels, filings."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel
from fazhi.organs.models import Organ
from fazhi.workstreams.normative.models import choices as c
from fazhi.workstreams.normative.models.document import answer, chosen, day, text

PROHIBITIONS = (
    ("no_power", "未增加法律、法规规定之外的权力或者减少法定职责"),
    ("no_licence", "未设定行政许可、处罚、强制等事项"),
    ("no_condition", "未增加办理行政许可事项的条件"),
    ("no_proof", "未规定出具循环证明、重复证明、无谓证明"),
    ("no_charge", "未设定收费等只能由法律、法规规定的事项"),
    ("no_burden", "未违法减损合法权益或者增加义务"),
    ("no_market", "未超越职权规定应由市场调节、自律的事项"),
    ("no_monopoly", "未违法制定排除、限制公平竞争的措施"),
)
"""The eight prohibitions (八个禁止) as the review form asks them: yes means that the document keeps it."""


class Review(RecordModel):
    """One paper reviewed by the legal body of the organ; the classes add up to all papers reviewed."""

    kind = chosen("类别", c.Paper)
    subject = text("文件名称")
    sender = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="送审（报备）机关"
    )
    sender_name = text("其他来文机关", 120)
    received_on = day("收到日期")
    urgent = answer("紧急情况或者上级要求立即实施")
    reply_by_on = day("要求答复日期")
    review_least_on = day("审核最早完成日期")
    concluded_on = day("审查完成日期")
    result = chosen("审查结论", c.Opinion)
    number_given = text("意见文号", 80)
    comments = models.PositiveIntegerField("提出意见条数", null=True, blank=True)
    comments_adopted = models.PositiveIntegerField("采纳意见条数", null=True, blank=True)
    no_power = answer(PROHIBITIONS[0][1])
    no_licence = answer(PROHIBITIONS[1][1])
    no_condition = answer(PROHIBITIONS[2][1])
    no_proof = answer(PROHIBITIONS[3][1])
    no_charge = answer(PROHIBITIONS[4][1])
    no_burden = answer(PROHIBITIONS[5][1])
    no_market = answer(PROHIBITIONS[6][1])
    no_monopoly = answer(PROHIBITIONS[7][1])
    demanded_on = day("制定机关收到审查意见日期")
    corrected_on = day("纠正日期")
    annulled_on = day("责令停止执行或者撤销日期")
    correction = text("纠正情况", 500)
    closed_on = day("办结日期")

    class Meta:
        verbose_name = "文件审查"


class Remark(PartModel):
    """One point of the exchange between reviewer and drafter (审核沟通回复)."""

    record = models.ForeignKey("normative.Review", models.CASCADE, related_name="remarks")
    raised_on = models.DateField("提出日期")
    remark = models.CharField("意见", max_length=500)
    adopted = models.CharField("采纳", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    reply = models.CharField("答复、不采纳的理由", max_length=500, blank=True)

    class Meta:
        verbose_name = "沟通意见"
