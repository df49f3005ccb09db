"""合法性审查、法律顾问: the documents (文书) that are made of a review and of an engagement."""

from django.db.models import Q

from fazhi.engine.condition import part
from fazhi.engine.paper import Line, Paper
from fazhi.engine.register import NumberLine
from fazhi.law.editions import ADVISERS_2016 as ADVICE
from fazhi.law.editions import DECISION_2019 as DECISION
from fazhi.law.editions import LEGALITY_REVIEW_2018 as REVIEW
from fazhi.law.editions import LOCAL
from fazhi.workstreams.advisers import conditions as c

OPINION_LINE = NumberLine("opinion", "{mark}法审〔{year}〕{n}号")
TO_DRAFTER = "{drafter}："
SENT = "你单位于{sent_on}送请合法性审查的{subject}（{subject_kind}）及有关材料，本机关于{received_on}收到。"
WHOLE = (REVIEW.whole(), LOCAL.whole())

STATUTE = c.DECISION & Q(law_on__gte=DECISION.in_force)
"""Decisions under the regulation; before it, and for what is no document, the rules of the place hold."""
BY_PLACE = c.OTHERWISE | (c.DECISION & Q(law_on__lt=DECISION.in_force))


def resting(text: str, article: int, paragraph: int | None = None) -> tuple[Line, ...]:
    """The line once for each kind of subject, by the rules that its review rests on."""
    return (
        Line(text, STATUTE, cites=(DECISION.art(article, paragraph),)),
        Line(text, c.NORMATIVE, cites=WHOLE),
        Line(text, BY_PLACE, cites=(LOCAL.whole(),)),
    )


# A paper reads as its text: placeholders are columns of the record.
# fmt: off

OPINION = Paper("opinion", "合法性审查意见书", DECISION.art(28), *WHOLE, since="issued_on", to=TO_DRAFTER,
    remedy="请先办理“出具审查意见”", number=OPINION_LINE, bears="number", text=(
        SENT,
        Line("事项编号：{reference}。", loose=True),
        Line("合同相对方：{counterparty}。", loose=True),
        Line("合同金额：{amount}。", loose=True),
        Line("本机关于{supplement_asked_on}要求补充材料，你单位于{supplemented_on}补充。", loose=True),
        Line("审查中，本机关于{advised_on}听取了法律顾问、公职律师的意见。", loose=True),
        Line("审查中，本机关组织{JointReview.unit}联合审查，于{joint_concluded_on}完成。", loose=True),
        Line("乡镇（街道）初审意见：{first_opinion}。", loose=True),
        Line("县级司法行政部门审查意见：{county_opinion}。", loose=True),
        *resting("根据{articles}，经审查，提出如下意见：", 28),
        "一、审查结论：{conclusion}。",
        "二、审查意见：{opinion}。",
        Line("三、应当修改、补充的内容：", c.ITEMS_STATED),
        Line("{OpinionItem.text}；依据：{OpinionItem.basis}", c.ITEMS_STATED, each="OpinionItem"),
        Line("根据{articles}，决策草案经审查不合法的，不得提交决策机关讨论。", STATUTE & c.FAILED,
             cites=(DECISION.art(25, 2),)),
        Line("根据{articles}，未经合法性审核或者经审核不合法的文件，不得提交集体审议。",
             c.NORMATIVE & c.FAILED, cites=WHOLE),
        "请根据本意见进行必要的调整或者补充，并将采纳情况书面反馈本机关；未采纳的，说明理由。"))
SUPPLEMENT = Paper("supplement_notice", "补充材料通知书", DECISION.art(26, 1), *WHOLE,
    since="supplement_asked_on", to=TO_DRAFTER, remedy="请先办理“要求补充材料”",
    number=NumberLine("supplement", "{mark}法审补〔{year}〕{n}号"), text=(
        SENT,
        *resting("经审查，提供的材料不符合要求。根据{articles}，请补充下列材料：{supplement_items}。", 26, 1),
        Line("补充材料的时间不计入审查期限。", c.NORMATIVE | c.OTHERWISE),
        "材料补齐后，本机关继续审查。"))
RETURN = Paper("return_notice", "退回材料通知书", DECISION.art(26, 1), *WHOLE, since="returned_on",
    to=TO_DRAFTER, remedy="请先办理“退回”",
    number=NumberLine("return", "{mark}法审退〔{year}〕{n}号"), text=(
        SENT,
        "经审查，提供的材料不符合要求：{return_why}。",
        *resting("根据{articles}，现将材料退回。", 26, 1),
        "请备齐材料后重新送请审查，审查时间自本机关重新收到之日起计算。"))
REQUEST = Paper("joint_request", "联合审查函", LOCAL.whole(), since="joint_asked_on",
    title="关于联合审查{subject}的函", to="{JointReview.unit}：", remedy="请先办理“提请联合审查”", text=(
        "{drafter}送请本机关对{subject}（{subject_kind}）进行合法性审查。",
        "因内容涉及你单位职责，根据{articles}，现提请你单位联合审查，请将审查意见书面反馈本机关。",
        Line("要求提出意见的日期：{needed_by_on}。", loose=True)))
APPOINTMENT = Paper("appointment", "法律顾问聘书", ADVICE.whole(), LOCAL.whole(), since="engaged_on",
    remedy="请先办理“聘任”", text=(
        Line("根据{articles}，兹聘请{name}（{capacity}）担任{unit}法律顾问。", Q(unit__gt="")),
        Line("根据{articles}，兹聘请{name}（{capacity}）担任本机关法律顾问。", Q(unit="")),
        Line("执业机构：{firm}。", loose=True),
        Line("共同聘用、一并服务的单位：{ServedUnit.unit}。", part("advisers.ServedUnit"), loose=True),
        Line("聘期自{engaged_on}起，至{term_until_on}止。", loose=True),
        Line("聘任合同编号：{contract}。", loose=True),
        "特发此聘书。"))
# fmt: on

OPINION_PAPERS = (OPINION, SUPPLEMENT, RETURN, REQUEST)
ADVISER_PAPERS = (APPOINTMENT,)
