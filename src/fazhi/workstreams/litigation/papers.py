"""行政应诉: the documents (文书) that the organ sued makes for the court."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.paper import Line, Paper
from fazhi.engine.register import NumberLine
from fazhi.law.editions import HEAD_IN_COURT_2020 as HEADS
from fazhi.law.editions import JUDICIAL_SUGGESTION_2023 as JUDICIAL
from fazhi.law.editions import LITIGATION_2014 as LAW
from fazhi.law.editions import LITIGATION_INTERPRETATION_2018 as INTERPRETATION
from fazhi.law.editions import PUBLIC_INTEREST_LITIGATION_2018 as PUBLIC_INTEREST
from fazhi.workstreams.litigation.models.choices import Absence

TO_COURT = "{court}："
SUIT = "{plaintiff}诉本机关（{act_kind}）一案（{case_number}）"

EXCUSED = (Absence.FORCE_MAJEURE, Absence.ACCIDENT, Absence.DUTY, Absence.OTHER)
"""Grounds that the court may accept (法释〔2020〕3号第八条)."""

# A paper reads as its text: placeholders are columns of the record.
# fmt: off

ANSWER = Paper("answer", "答辩状", LAW.art(67, 1), since="served_on", to=TO_COURT,
    remedy="请先登记“收到起诉状（上诉状）副本”", text=(
        "答辩人：{organ}",
        "对方当事人：{plaintiff}",
        SUIT + "，答辩人于{served_on}收到起诉状（上诉状）副本，依照{articles}的规定，提出如下答辩：",
        Line("对方的诉讼请求：{claim}", loose=True),
        Line("被诉行政行为文号：{act_number}。", loose=True),
        "答辩请求：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿",
        "事实和理由：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿"))
EVIDENCE_LIST = Paper("evidence_list", "证据和依据清单", LAW.art(34, 1), LAW.art(67, 1), since="served_on",
    to=TO_COURT, remedy="请先登记“收到起诉状（上诉状）副本”", text=(
        SUIT + "，依照{articles}的规定，提交作出行政行为的证据和所依据的规范性文件如下：",
        Line("举证期限至{answer_due_on}届满。", loose=True),
        "一、证据（名称、页数、证明对象）：＿＿＿＿＿＿＿＿＿＿＿＿",
        "二、所依据的规范性文件：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿"))
LATE_REQUEST = Paper("late_request", "延期提供证据申请书", LAW.art(36, 1), INTERPRETATION.art(34),
    since="served_on", when=filled("assigned_on"), to=TO_COURT, remedy="请先办理“交办”", text=(
        SUIT + "，本机关于{served_on}收到起诉状（上诉状）副本。",
        "因{late_reason}，不能在举证期限内提供证据。依照{articles}的规定，申请延期提供，请予准许。"))
HEAD_NOTICE = Paper("head_notice", "行政机关负责人出庭通知", LAW.art(3, 3), HEADS.art(2),
    since="called_on", to="{head_name}同志：", remedy="请先登记“收到开庭和出庭通知”", text=(
        SUIT + "，{court}定于{session_on}开庭审理。",
        "依照{articles}的规定，请你（{head_post}）作为本机关负责人按时出庭应诉。",
        "请事先熟悉案情，就实质解决行政争议发表意见。"))
ABSENCE_STATEMENT = Paper("absence_statement", "行政机关负责人不能出庭情况说明", LAW.art(3, 3), HEADS.art(8),
    since="called_on", to=TO_COURT, remedy="请先办理“委托工作人员出庭”，并登记正当的“未出庭理由”",
    when=filled("staff_sent_on") & Q(absence__in=EXCUSED), text=(
        SUIT + "，贵院通知本机关负责人于{session_on}出庭。",
        "因{absence}，本机关负责人不能出庭，已委托相应的工作人员出庭。依照{articles}的规定，特此说明，请予认可。"))
REPLY = Paper("reply", "司法建议、检察建议回复函", JUDICIAL.art(8), INTERPRETATION.art(149),
    PUBLIC_INTEREST.art(21), since="received_on", to="{issuing_office}：", remedy="请先登记收到日期",
    number=NumberLine("reply", "{mark}函〔{year}〕{n}号"), bears="reply_number", text=(
        "贵院《{topic}》（{letter_number}）收悉，本机关于{received_on}收到。现将办理情况回复如下：",
        "采纳情况：{adoption}。",
        Line("办理措施：{measures}", loose=True),
        Line("不采纳的理由：{adoption_reason}", loose=True)))
# fmt: on

LAWSUIT_PAPERS = (ANSWER, EVIDENCE_LIST, LATE_REQUEST, HEAD_NOTICE, ABSENCE_STATEMENT)
SUGGESTION_PAPERS = (REPLY,)
