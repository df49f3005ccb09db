"""公平竞争审查、营商环境: the documents (文书) of reviews, spot checks, reports, complaints and requests."""

from django.db.models import Q

from fazhi.engine.paper import Line, Paper
from fazhi.engine.register import NumberLine
from fazhi.law.editions import BUSINESS_ENVIRONMENT_2019 as ENVIRONMENT
from fazhi.law.editions import COMPETITION_2024 as NEW
from fazhi.law.editions import COMPETITION_OPINION_2016 as OLD
from fazhi.law.editions import COMPETITION_REPORT_2024 as REPORTS
from fazhi.law.editions import LOCAL
from fazhi.workstreams.business import firms, review, supervision

BLANK = "＿＿＿＿＿＿＿＿"
"""What no column says, or is personal: written in by hand after download."""
ACTS = (ENVIRONMENT.art(49), LOCAL.whole())
CHECKED = (
    "{StandardCheck.standard}；违反审查标准：{StandardCheck.hit}；"
    "条文：{StandardCheck.text}；处理：{StandardCheck.handling}"
)
HEARD = "{Heard.name}；{Heard.way}；意见：{Heard.opinion}；采纳：{Heard.adopted}；不采纳理由：{Heard.reason}"

# A paper reads as its text: placeholders are columns of the record.
# fmt: off

CONCLUSION = Paper("conclusion", "公平竞争审查结论", OLD.whole(), NEW.art(17), since="concluded_on",
    remedy="请先办理“作出审查结论”", title="关于{measure}的公平竞争审查结论", text=(
        "一、政策措施：{measure}（{kind}）。",
        "二、出台方式：{maker}。",
        Line("起草单位：{drafter}。", loose=True),
        "三、听取意见的情况：",
        Line(HEARD, each="Heard"),
        "四、对照审查标准的情况：",
        Line(CHECKED, each="StandardCheck"),
        Line("第三方评估机构：{third_party}。", loose=True),
        "五、审查结论：根据{articles}，经审查，{conclusion}。",
        "六、理由：{conclusion_reasons}。",
        Line("适用例外的情形：{exception_ground}。", review.EXCEPTED, cites=(OLD.whole(), NEW.art(12))),
        Line("没有对公平竞争影响更小的替代方案：{alternatives}。", review.EXCEPTED),
        Line("实施期限至{exception_ends_on}。", review.EXCEPTED, loose=True),
        Line("终止条件：{exception_end_condition}。", review.EXCEPTED, loose=True),
        Line("根据{articles}，不符合公平竞争审查标准的，不予出台。", review.NONCOMPLIANT,
             cites=(OLD.whole(), NEW.art(18)))))
JOINT_REQUEST = Paper("joint_request", "会同审查函", NEW.art(14), since="sent_on", by="drafter",
    remedy="请先办理“送市场监管部门审查”", title="关于会同审查{measure}的函", to=BLANK + "市场监督管理局：",
    text=(
        ("本单位起草的{measure}，拟以县级以上人民政府名义出台或者提请人大审议。根据{articles}，现送请会同开展公平"
        "竞争审查。"),
        "初审情况：于{reviewed_on}完成初审，意见为：{review_opinion}。",
        "听取意见的对象：{Heard.name}。",
        "附件：1. 草案及其说明",
        "　　　2. 初审意见",
        "　　　3. 听取意见的材料"))
SUPPLEMENT = Paper("supplement_notice", "补充材料通知书", NEW.art(14), since="supplement_asked_on",
    to="{drafter}：", remedy="请先办理“要求补充材料”", text=(
        "你单位于{sent_on}送请会同开展公平竞争审查的{measure}，于{received_on}收到。",
        "根据{articles}，请补充下列材料：" + BLANK + "。",
        "等待补充材料的时间不计入审查时间。"))
CHECK_NOTICE = Paper("rectification", "公平竞争审查整改通知书", OLD.whole(), NEW.art(21), since="notified_on",
    to="{unit}：", remedy="请先办理“通知整改”", text=(
        "本机关于{checked_on}对你单位的{measure}进行抽查，发现下列问题：{finding}。",
        "根据{articles}，请于{rectify_by_on}前整改，并将整改情况书面报告本机关。"))
CHECK_INTERVIEW = Paper("interview", "约谈通知书", NEW.art(24), since="interviewed_on", to="{unit}：",
    remedy="请先办理“约谈”", text=(
        ("你单位的{measure}存在下列问题：{finding}。本机关于{notified_on}通知整改，期限至{rectify_by_on}，"
        "尚未整改到位。"),
        "根据{articles}，决定约谈你单位负责人。",
        "时间：{interviewed_on}　　时　　分",
        "地点：" + BLANK))
REPORT_TRANSFER = Paper("transfer", "举报转送函", OLD.whole(), NEW.art(22), since="transferred_on",
    to="{transferred_to}：", remedy="请先办理“转送有权处理的机关”", text=(
        "本机关于{received_on}收到对{measure}的举报。",
        "根据{articles}，现转送你单位处理，请将处理结果反馈本机关。"))
REPORT_ANSWER = Paper("answer", "举报处理结果告知书", OLD.whole(), NEW.art(22), REPORTS.whole(),
    since="concluded_on", when=Q(named=supervision.YES), to=BLANK + "：",
    remedy="请先办理“作出处理”；实名举报的，才告知举报人",
    text=(
        "你（单位）对{measure}的举报，本机关于{received_on}收到，于{concluded_on}作出处理。",
        "经核查，{result}：{finding}。",
        Line("整改情况：{rectification}。", loose=True),
        "根据{articles}，特此告知。"))
COMPLAINT_ACCEPTANCE = Paper("acceptance", "投诉受理通知书", *ACTS, since="accepted_on", to=BLANK + "：",
    remedy="请先办理“受理”", text=(
        "你（单位）反映“{content}”的投诉，本机关于{received_on}收到。",
        "根据{articles}，已于{accepted_on}受理。",
        Line("答复期限至{due:answer}届满；情况复杂需要延长的，另行告知。", loose=True)))
COMPLAINT_TRANSFER = Paper("transfer", "投诉转送函", *ACTS, since="transferred_on", to="{transferred_to}：",
    remedy="请先办理“转送”", text=(
        "本机关于{received_on}收到下列投诉：{content}。",
        Line("工单号：{source_number}。", loose=True),
        "根据{articles}，现转送你单位办理，请依法答复投诉人。"))
COMPLAINT_ANSWER = Paper("answer", "投诉答复书", *ACTS, since="answered_on", to=BLANK + "：",
    remedy="请先办理“答复投诉人”", text=(
        "你（单位）反映“{content}”的投诉，本机关于{received_on}收到，于{accepted_on}受理。",
        "经调查，{result}：{finding}。",
        Line("整改情况：{rectification}。", loose=True),
        "根据{articles}，特此答复。"))
COMPLAINT_RECTIFICATION = Paper("rectification", "整改通知书", *ACTS, since="answered_on",
    when=firms.FOUNDED, to="{subject}：", remedy="请先办理“答复投诉人”；投诉属实的，才通知整改", text=(
        "经调查，下列涉及你单位的事项，{result}：{content}。",
        "调查情况：{finding}。",
        "根据{articles}，请整改，并将整改情况书面报告本机关。"))
DEMAND_ASSIGNMENT = Paper("assignment", "企业诉求交办单", LOCAL.whole(), since="assigned_on", to="{unit}：",
    number=NumberLine("demand", "{mark}企诉〔{year}〕{n}号"), remedy="请先办理“交办”", text=(
        "{firm}的下列诉求，于{received_on}收到，现交你单位办理：{matter}。",
        Line("渠道：{channel}。", loose=True),
        Line("工单号：{source_number}。", loose=True),
        "根据{articles}，请依法办理，并将办理结果答复企业、告知本机关。",
        Line("答复期限至{due:reply}届满。", loose=True)))
DEMAND_REPLY = Paper("reply", "企业诉求答复函", LOCAL.whole(), since="replied_on", to="{firm}：",
    remedy="请先办理“答复企业”", text=(
        "你单位反映的“{matter}”，于{received_on}收悉，由{unit}办理。",
        "根据{articles}，现答复如下：{reply}。",
        "办理结果：{outcome}。"))
# fmt: on

REVIEW_PAPERS = (CONCLUSION, JOINT_REQUEST, SUPPLEMENT)
SPOT_CHECK_PAPERS = (CHECK_NOTICE, CHECK_INTERVIEW)
REPORT_PAPERS = (REPORT_TRANSFER, REPORT_ANSWER)
COMPLAINT_PAPERS = (
    COMPLAINT_ACCEPTANCE,
    COMPLAINT_TRANSFER,
    COMPLAINT_ANSWER,
    COMPLAINT_RECTIFICATION,
)
DEMAND_PAPERS = (DEMAND_ASSIGNMENT, DEMAND_REPLY)
