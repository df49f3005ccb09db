"""法律顾问·公职律师: the figures we count, the sentences we report."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.figures.kinds import Count, Indicator, Median, Ratio, Share, Sum
from fazhi.engine.figures.sentence import Sentence, any_of, says, whole
from fazhi.workstreams.advisers import conditions as c
from fazhi.workstreams.advisers.models.choices import Conclusion, Level, Subject

# fmt: off

# 合法性审查

CONTRACT_WORDS = (
    "合同|协议|政府合同|合同协议|合同、协议|重大合同|合同（协议）|行政合同|经济合同|各类合同|"
    "重大合同、协议及有关文件"
)
SUBMITTED = Count("submitted", "收到送审事项", on="received_on", of="opinion", says=("收到 送审事项",))
REVIEWED = Count("reviewed", "出具合法性审查意见", on="issued_on", of="opinion",
    says=("出具|作出 各类事项合法性审查意见", "出具|作出 合法性审查意见|合法性审查意见书"))
BY_SUBJECT = tuple(
    Count(f"reviewed_{kind}", f"审查{kind.label}", on="issued_on", where=Q(subject_kind=kind), of="opinion")
    for kind in Subject
)
"""Exclusive: the kinds add up to all that was reviewed."""
CONTRACTS = Count("contracts", "审查合同", on="issued_on", where=c.PAPERS, of="opinion",
    note="合同、协议和其他文件。",
    says=("审查|审核|参与审查|合法性审查 " + CONTRACT_WORDS,))
BY_CONCLUSION = tuple(
    Count(f"found_{one}", f"审查结论：{one.label}", on="issued_on", where=Q(conclusion=one), of="opinion")
    for one in Conclusion
)
OPINIONS = Sum("opinions", "法律意见", "items_raised", on="issued_on", of="opinion", unit="条",
    says=("提出|出具|提供|提出了 法律意见|法律意见书|法律意见建议|法律建议",))
ITEMS_ANSWERED = Sum("opinions_answered", "已反馈的法律意见", "items_raised", on="answered_on", of="opinion",
    unit="条")
ITEMS_ADOPTED = Sum("opinions_adopted", "采纳的法律意见", "items_adopted", on="answered_on", of="opinion",
    unit="条")
ITEM_ADOPTION_RATE = Ratio("opinion_adoption_rate", "法律意见采纳率（采纳条数/已反馈条数）",
    over=ITEMS_ADOPTED, under=ITEMS_ANSWERED, says=("法律意见采纳率|法律意见建议采纳率",))
ANSWERED = Count("answered", "已反馈采纳情况的审查意见", on="answered_on", of="opinion")
ADOPTION_RATE = Share("adoption_rate", "审查意见采纳率（完全采纳/已反馈）", whole=ANSWERED, where=c.ADOPTED,
    of="opinion")
WITH_LAWYERS = Share("with_lawyers_rate", "法律顾问、公职律师参与审查率", whole=REVIEWED, where=c.ADVISED,
    of="opinion")
REVIEWED_NORMATIVE = BY_SUBJECT[list(Subject).index(Subject.NORMATIVE)]
ON_TIME = Share("normative_on_time_rate", "规范性文件审核按期率", whole=REVIEWED_NORMATIVE, where=c.IN_TIME,
    of="opinion")
RETURNED = Count("returned", "退回送审事项", on="returned_on", of="opinion")
SUPPLEMENTS = Count("supplements", "要求补充材料的送审事项", on="supplement_asked_on", of="opinion")
JOINT = Count("joint_reviews", "联合审查", on="joint_concluded_on", of="opinion")
TOWNSHIP = Count("township_reviews", "乡镇（街道）合法性审查", on="issued_on", of="opinion",
    where=Q(level__in=(Level.TOWNSHIP, Level.TWO_LEVEL)))
SENT_UP = Count("sent_up", "乡镇（街道）报县级审查", on="sent_up_on", of="opinion")
MEDIAN_DAYS = Median("median_days", "合法性审查用时（自收到）", start="received_on", end="issued_on",
    on="issued_on", of="opinion", where=filled("received_on"))

INDICATORS: tuple[Indicator, ...] = (
    SUBMITTED, REVIEWED, *BY_SUBJECT, CONTRACTS, *BY_CONCLUSION, OPINIONS, ITEMS_ANSWERED, ITEMS_ADOPTED,
    ITEM_ADOPTION_RATE, ANSWERED, ADOPTION_RATE, WITH_LAWYERS, ON_TIME, RETURNED,
    SUPPLEMENTS, JOINT, TOWNSHIP, SENT_UP, MEDIAN_DAYS,
)

SENTENCES = (
    Sentence("review", "合法性审查", (
        says(whole("reviewed", "submitted"), "收到送审事项{submitted}件，全部出具合法性审查意见。"),
        says(any_of("reviewed"), "出具各类事项合法性审查意见{reviewed}件。"),
    )),
    Sentence("opinions", "法律意见", (
        says(any_of("opinions_adopted"), "提出法律意见{opinions}条，法律意见采纳率{opinion_adoption_rate}。"),
        says(any_of("opinions"), "提出法律意见{opinions}条。"),
    )),
    Sentence("contracts", "合同审查", (
        says(any_of("contracts"), "审查合同{contracts}件。"),
    )),
)
