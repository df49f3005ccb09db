"""重大行政决策: the documents (文书) from the draft to the evaluation, each by its article."""

from django.db.models import Q

from fazhi.engine.paper import Line, Paper
from fazhi.engine.register import NumberLine
from fazhi.law.editions import DECISION_2019 as LAW
from fazhi.workstreams.decisions import conditions as c
from fazhi.workstreams.decisions.gates import BEFORE
from fazhi.workstreams.decisions.models.choices import Result

DECISION_LINE = NumberLine("decision", "{mark}政决〔{year}〕{n}号")
BLANK = "＿＿＿＿＿＿＿＿"
"""What no column says: written in by hand after download."""

# What had been done when the draft was sent or submitted (条例第二十六条第一款、第二十九条第一款).
# fmt: off
PROCEDURES = (
    Line("公众参与：于{heard_on}以{heard_by}方式听取公众意见。", loose=True),
    Line("公开征求意见：自{comment_on}起至{comment_closed_on}止，收到意见{comments}条，采纳{comments_adopted}条。",
         loose=True),
    Line("未采纳意见的理由：{rejected_why}。", loose=True),
    Line("听证：于{hearing_held_on}举行听证会，意见采纳情况：{hearing_adoption}。", loose=True),
    Line("专家论证：于{argued_on}组织论证，论证意见：{expert_conclusion}；采纳情况：{expert_adoption}。",
         loose=True),
    Line("风险评估：于{assessed_on}完成评估，{risk_level}，评估结论：{risk_finding}。", loose=True),
    Line("公平竞争审查：于{competition_on}完成审查，结论：{competition}。", loose=True),
)

# A paper reads as its text: placeholders are columns of the record.

CONSULTATION = Paper("consultation", "征求意见函", LAW.art(13), since="started_on", by="unit",
    remedy="请先办理“决定启动”", title="关于征求{name}（草案）意见的函", to=BLANK + "：", text=(
        "{keeper}于{started_on}决定启动{name}的决策程序，由本单位承办。",
        "因事项涉及你单位职责或者与你单位关系紧密，根据{articles}，现送上决策草案征求意见。",
        "请于　　年　　月　　日前书面反馈；有不同意见的，请说明理由和依据。",
        "附件：决策草案及其说明"))
COMMENT_NOTICE = Paper("comment_notice", "公开征求意见公告", LAW.art(15, 1), since="comment_on", by="unit",
    remedy="请先办理“公开征求意见”", title="关于{name}（草案）公开征求意见的公告", text=(
        "根据{articles}，现就{name}（草案）向社会公开征求意见。",
        Line("一、期限：自{comment_on}起至{comment_due_on}止。", c.NOT_URGENT),
        Line("一、期限：自{comment_on}起至{comment_least_on}止。因{comment_short_why}，缩短期限，特此说明。",
             c.URGENT),
        "二、草案及其说明：{comment_url}。",
        "三、提出意见的方式：信函寄" + BLANK + "；电子邮件发" + BLANK + "。",
        "联系人、联系电话：" + BLANK,
        "附件：决策草案及其说明"))
HEARING_NOTICE = Paper("hearing_notice", "听证公告", LAW.art(16, 2), since="hearing_called_on", by="unit",
    remedy="请先办理“发布听证公告”", title="关于举行{name}听证会的公告", text=(
        "根据{articles}，现就举行{name}听证会的有关事项公告如下：",
        "一、听证事项：{name}。",
        "二、听证时间：{hearing_on}　　时　　分。",
        "三、听证地点：{hearing_place}。",
        Line("四、听证参加人的遴选办法和报名方式：" + BLANK + "。", cites=(LAW.art(16, 3),)),
        "附件：决策草案及其说明"))
PARTICIPANT_LIST = Paper("participant_list", "听证参加人名单公告", LAW.art(16, 3), since="hearing_listed_on",
    by="unit", remedy="请先办理“公布听证参加人名单”", title="关于{name}听证会参加人名单的公告", text=(
        "{name}听证会定于{hearing_on}在{hearing_place}举行。根据{articles}，现将听证参加人名单公布如下：",
        Line("{Participant.name}；代表：{Participant.represents}", each="Participant")))
HEARING_PAPERS = Paper("hearing_papers", "听证会材料送达通知书", LAW.art(16, 3), since="hearing_sent_on",
    by="unit", remedy="请先办理“送达听证会材料”", to="{Participant.name}：", text=(
        "根据{articles}，现将{name}听证会的材料送达，请按时参加听证会。",
        "听证时间：{hearing_on}　　时　　分",
        "听证地点：{hearing_place}",
        "附件：决策草案及其说明"))
REVIEW_REQUEST = Paper("review_request", "送请合法性审查函", BEFORE, LAW.art(26, 1), since="review_sent_on",
    by="unit", remedy="请先办理“送请合法性审查”", title="关于送请审查{name}（草案）合法性的函",
    to=BLANK + "：", text=(
        ("本单位承办的{name}，由{keeper}于{started_on}决定启动，决策草案已经形成。根据{articles}，"
        "现送请你单位进行合法性审查，请于{review_wanted_on}前提出审查意见。"),
        Line("缩短审查时间的理由：{review_short_why}。", loose=True),
        "履行决策法定程序的情况：",
        *PROCEDURES,
        "附件：1. 决策草案及其说明",
        "　　　2. 有关法律、法规、规章等依据",
        "　　　3. 履行决策法定程序的材料"))
SUBMISSION = Paper("submission", "提请审议请示", BEFORE, LAW.art(29, 1), since="submitted_on", by="unit",
    remedy="请先办理“提交讨论”", title="关于提请审议{name}（草案）的请示", to="{keeper}：", text=(
        "本单位承办的{name}，决策草案已经形成。根据{articles}，现提请审议。",
        *PROCEDURES,
        Line("合法性审查：于{reviewed_on}提出审查意见（{opinion_number}），结论：{verdict}。", loose=True),
        Line("审查意见采纳情况：提出{points}条，采纳{points_adopted}条。", loose=True),
        Line("未采纳审查意见的理由：{not_adopted_why}。", loose=True),
        Line("本事项属于国家尚无明确规定的探索性改革。根据{articles}，明示法律风险：{legal_risk}。",
             c.EXCEPTED & Q(law_on__gte=LAW.in_force), cites=(LAW.art(25, 2),)),
        "妥否，请批示。",
        "附件：决策草案及其说明、合法性审查意见和其他有关材料"))
PARTY_REQUEST = Paper("party_request", "向党委请示报告", LAW.art(31), since="party_asked_on",
    remedy="请先办理“向党委请示报告”", title="关于{name}的请示", to="中共" + BLANK + "委员会：", text=(
        "{name}由{unit}承办，决策草案已经形成。根据{articles}，现将有关情况请示如下：",
        *PROCEDURES,
        Line("合法性审查结论：{verdict}。", loose=True),
        Line("{discussed_on}，{meeting_number}讨论，结果：{discussion_result}。", loose=True),
        Line("{discussed_on}，经会议讨论通过。", c.NOT_NAMED & c.at_meeting(result=Result.PASSED)),
        Line("{discussed_on}，经会议讨论，修改后通过。",
             c.NOT_NAMED & c.at_meeting(result=Result.PASSED_IF_CHANGED)),
        "妥否，请批示。"))
PUBLICATION = Paper("publication", "重大行政决策公告", BEFORE, LAW.art(32), since="decided_on",
    when=c.NOT_SECRET, remedy="请先办理“作出决策”；依法不予公布的，不制作公告", number=DECISION_LINE,
    bears="number", title="关于公布{name}的公告", text=(
        Line("{name}已经{meeting_number}于{discussed_on}集体讨论，本机关于{decided_on}作出决定。"
             "根据{articles}，现予公布。", c.NAMED),
        Line("{name}已于{discussed_on}经会议集体讨论，本机关于{decided_on}作出决定。根据{articles}，现予公布。",
             c.NOT_NAMED),
        Line("执行单位：{executor}。", loose=True),
        Line("公众意见采纳情况：收到意见{comments}条，采纳{comments_adopted}条。", Q(comments__gt=0)),
        Line("专家论证意见采纳情况：{expert_adoption}。", loose=True),
        "附件：决策正文"))
EXECUTION = Paper("execution", "决策执行通知", LAW.art(34), since="decided_on", remedy="请先办理“作出决策”",
    number=DECISION_LINE, bears="number", title="关于执行{name}的通知", to="{executor}：", text=(
        "{name}已于{decided_on}作出决定。根据{articles}，由你单位负责执行。",
        "请依法全面、及时、正确执行，并向本机关报告执行情况。",
        Line("根据{articles}，发现决策存在问题、客观情况发生重大变化，或者执行中发生不可抗力等严重影响"
             "决策目标实现的，应当及时向本机关报告。", cites=(LAW.art(35, 1),))))
SUSPENSION = Paper("suspension", "中止执行通知", LAW.art(37), since="suspended_on",
    remedy="请先办理“先决定中止执行”", title="关于中止执行{name}的通知", to="{executor}：", text=(
        "{name}在执行中出现下列问题：{problem}。",
        "因情况紧急，根据{articles}，决定自{suspended_on}起中止执行。需要作出重大调整的，依法履行相关程序。"))
STOP = Paper("stop", "停止执行决定", LAW.art(37), since="stopped_on", remedy="请先办理“停止执行”",
    title="关于停止执行{name}的决定", to="{executor}：", text=(
        ("{name}于{decided_on}作出决定。因{change_why}，经集体讨论，根据{articles}，"
        "决定自{stopped_on}起停止执行。"),))
EVALUATION = Paper("evaluation", "决策后评估报告", BEFORE, LAW.art(36, 1), since="evaluated_on",
    remedy="请先办理“决策后评估”", title="{name}决策后评估报告", text=(
        "根据{articles}，本机关组织了对{name}的决策后评估，现将情况报告如下：",
        "一、评估的情形：{evaluation_ground}。",
        "二、评估单位：{evaluator}。",
        "三、决策和执行情况：本机关于{decided_on}作出决定，由{executor}执行。",
        Line("执行情况：{execution}。", loose=True),
        "四、听取公众意见和参与评估的情况：" + BLANK + "。",
        "五、评估结果：{evaluation}。"))
VISIT_NOTICE = Paper("rectification", "督导整改通知书", BEFORE, LAW.art(34), since="visited_on",
    remedy="请先登记督导日期", to="{visited_unit}：", text=(
        "{team}于{visited_on}就{item}的推进、执行情况进行督导，发现下列问题：{finding}。",
        "根据{articles}，请研究整改，并将整改情况书面报告本机关。"))
# fmt: on

DECISION_PAPERS = (
    CONSULTATION,
    COMMENT_NOTICE,
    HEARING_NOTICE,
    PARTICIPANT_LIST,
    HEARING_PAPERS,
    REVIEW_REQUEST,
    SUBMISSION,
    PARTY_REQUEST,
    PUBLICATION,
    EXECUTION,
    SUSPENSION,
    STOP,
    EVALUATION,
)
VISIT_PAPERS = (VISIT_NOTICE,)
