"""计划·督察·考核: the documents (文书) of tasks, letters, inspections, reviews and the report."""

from django.db.models import Q

from fazhi.engine.condition import linked, part
from fazhi.engine.paper import Line, Listing, Paper
from fazhi.engine.register import NumberLine
from fazhi.workstreams.plan.bases import BY_PLACE, PLANNED, REPORTED, REVIEWED, SUPERVISED
from fazhi.workstreams.plan.models.consequences import RewardKind
from fazhi.workstreams.plan.models.reports import ReportKind
from fazhi.workstreams.plan.models.supervision import ReviewResult, Source

BLANK = "＿＿＿＿＿＿＿＿"
"""What no column says: written in by hand after download."""
TO_UNIT, TO_ALL = "{unit}：", "各有关单位："
OWN = Q(source=Source.OWN)

# A paper reads as its text: placeholders are columns of the record.
# fmt: off

FINDINGS = Listing("plan.finding", ("name", "unit", "severity", "rectify_by_on"), empty="督察问题清单另附。",
    order=("fed_back_on",), named=("inspection", "name"))
LATE_TASKS = Listing("plan.task", ("name", "lead_unit", "due_on"), empty="没有关联的任务。",
    order=("due_on",))
LATE_FINDINGS = Listing("plan.finding", ("name", "unit", "rectify_by_on"), empty="没有关联的问题。",
    order=("rectify_by_on",))
LATE_SUBMISSIONS = Listing("plan.submission", ("topic", "unit", "due_on"), empty="没有关联的材料。",
    order=("due_on",))

ASSIGNMENT = Paper("assignment", "法治任务交办单", *PLANNED, since="set_on", to="{lead_unit}：",
    remedy="请先登记“下达日期”", text=(
        "根据{articles}，现将下列任务交由你单位牵头办理。",
        "一、任务：{name}。",
        Line("编号：{code}。", loose=True),
        "二、来源：{source}。",
        "三、牵头领导：{leader}。",
        "四、完成期限：{due_on}。",
        Line("具体举措：{measure}。", loose=True),
        Line("配合单位：", part("plan.Assistant")),
        Line("{Assistant.unit}；{Assistant.share}", each="Assistant", loose=True),
        Line("节点：", part("plan.Milestone")),
        Line("{Milestone.name}；{Milestone.due_on}前完成", each="Milestone", loose=True),
        "请按期报告进展并附佐证，完成后报请核实。"))
SEND_BACK = Paper("send_back", "任务退回通知", *PLANNED, since="returned_on", to="{lead_unit}：",
    remedy="请先办理“退回”", text=(
        "你单位报告完成的“{name}”，经核实尚未完成：{return_reason}。",
        "根据{articles}，现予退回，请继续推进，完成期限仍为{due_on}。"))
LETTER = Paper("letter", "目标管理责任书", *BY_PLACE, since="drafted_on", when=part("plan.Target"),
    remedy="请先登记目标", title="{name}", text=(
        "为落实法治政府建设责任，根据{articles}，签订本责任书。",
        "责任单位：{organ}",
        Line("交办机关：{superior}", loose=True),
        Line("责任期限：至{year_end_on}。", loose=True),
        "责任目标：",
        Line("{Target.target}；衡量标准：{Target.measure}", each="Target"),
        "期满按照目标的完成情况考核，并按照考核结果兑现。",
        "交办机关负责人（签字）：",
        "责任单位负责人（签字）："))
REQUEST = Paper("request", "材料报送通知", *BY_PLACE, since="asked_on", to=TO_UNIT,
    remedy="请先登记“要求日期”", title="关于报送{topic}的通知", text=(
        "根据{articles}，请你单位报送{topic}。",
        Line("提纲：{template}。", loose=True),
        "请于{due_on}前经负责人审核后报送本机关。"))
CAMPAIGN = Paper("campaign", "专项行动通知", *PLANNED, since="begun_on", to=TO_ALL, remedy="请先办理“启动”",
    title="关于开展{name}的通知", text=(
        "根据{articles}，决定自{begun_on}起开展{name}。",
        "一、范围：{scope}。",
        "二、时间：至{until_on}结束。",
        "三、参加单位和分工：",
        Line("{CampaignUnit.unit}；{CampaignUnit.part}", each="CampaignUnit")))
INSPECTION_NOTICE = Paper("notice", "督察通知书", *SUPERVISED, since="noticed_on", when=OWN, to=TO_ALL,
    remedy="请先办理“通知”；上级督察的，由上级通知", title="关于开展{name}的通知", text=(
        "根据{articles}，决定开展{name}。",
        "督察内容：{scope}。",
        Line("年度计划项目：{plan_item}。", loose=True),
        Line("督察组成员：{Inspector.name}。", loose=True),
        "督察时间和需要提供的材料另行通知，请予配合。"))
INSPECTION_OPINION = Paper("opinion", "督察意见书", *SUPERVISED, since="begun_on", to="{Visit.unit}：",
    when=OWN & part("plan.Visit"), remedy="请先办理“进驻”，登记督察的单位；上级督察的，由上级反馈",
    number=NumberLine("feedback", "{mark}督〔{year}〕{n}号"), bears="feedback_number", text=(
        "根据{articles}，本机关自{begun_on}起对你单位开展{name}。现反馈如下：",
        Line("{Visit.unit}；{Visit.method}；{Visit.visited_on}", each="Visit"),
        Line("督察内容：{scope}。", loose=True),
        Line("发现问题{problems}个。请逐项制定整改方案，明确措施、责任领导和期限，按期报告整改情况。",
             Q(problems__gt=0)),
        Line("督察问题清单：", Q(problems__gt=0), lists=FINDINGS),
        Line("没有发现需要整改的问题。", Q(problems=0, fed_back_on__isnull=False))))
RECTIFICATION = Paper("rectification", "整改通知书", *SUPERVISED, since="fed_back_on", to=TO_UNIT,
    remedy="请先登记“反馈日期”", number=NumberLine("rectification", "{mark}督改〔{year}〕{n}号"), text=(
        Line("经{inspection}发现，你单位存在下列问题：", Q(inspection__gt="")),
        Line("经督察，你单位存在下列问题：", Q(inspection="")),
        "{name}。",
        Line("程度：{severity}。", loose=True),
        "根据{articles}，请制定整改措施，明确责任领导和期限，整改后书面报告。",
        Line("整改期限：{rectify_by_on}。", loose=True)))
CLOSURE = Paper("closure", "整改销号通知", *SUPERVISED, since="closed_on", to=TO_UNIT,
    remedy="请先办理“销号”", text=(
        "你单位于{rectified_on}报告整改的“{name}”，本机关于{verified_on}核查：{verification}。",
        "根据{articles}，同意销号。"))
CHASE = Paper("chase", "督办单", *PLANNED, since="sent_on", to=TO_UNIT, remedy="请先办理“发出督办单”",
    number=NumberLine("chase", "{mark}督办〔{year}〕{n}号"), bears="number", text=(
        "督办事项：{name}。",
        Line("督办事由：{cause}。", loose=True),
        Line("未按期完成的任务：", linked("plan.task"), lists=LATE_TASKS),
        Line("未按期整改的问题：", linked("plan.finding"), lists=LATE_FINDINGS),
        Line("未按期报送的材料：", linked("plan.submission"), lists=LATE_SUBMISSIONS),
        "根据{articles}，请抓紧办理，并于{reply_by_on}前将办理情况书面答复本机关。"))
REVIEW_DECISION = Paper("decision", "督查结论复核决定书", *REVIEWED, since="decided_on", to=TO_UNIT,
    remedy="请先办理“作出复核决定”", number=NumberLine("review", "{mark}督复〔{year}〕{n}号"), text=(
        "你单位于{conclusion_received_on}收到《{conclusion}》，于{requested_on}申请复核，本机关于{received_on}收到。",
        "申请理由：{grounds}。",
        "经复核，本机关认为：{reasons}。",
        *(Line(f"根据{{articles}}，决定：{text}。", Q(result=result)) for result, text in (
            (ReviewResult.UPHELD, "维持原督查结论"),
            (ReviewResult.CHANGED, "变更原督查结论"),
            (ReviewResult.ANNULLED, "撤销原督查结论")))))
COMMENDATION = Paper("commendation", "通报表扬", *SUPERVISED, since="decided_on", to=TO_ALL,
    when=Q(kind=RewardKind.REWARD), remedy="请先办理“决定”", title="关于表扬{unit}的通报", text=(
        "根据{articles}和{ground}，决定对{unit}予以通报表扬。",
        Line("文号：{document_number}。", loose=True)))
CRITICISM = Paper("criticism", "通报批评", *SUPERVISED, since="decided_on", to=TO_ALL,
    when=Q(kind=RewardKind.CRITICISM), remedy="请先办理“决定”", title="关于批评{unit}的通报", text=(
        "根据{articles}和{ground}，决定对{unit}予以通报批评。请认真整改，并将整改情况书面报告本机关。",
        Line("文号：{document_number}。", loose=True)))
INTERVIEW = Paper("interview", "约谈通知书", *SUPERVISED, since="decided_on", to=TO_UNIT,
    when=Q(kind=RewardKind.INTERVIEW), remedy="请先办理“决定”", text=(
        "根据{articles}和{ground}，决定约谈你单位负责人。",
        "时间：　　年　　月　　日　　时",
        "地点：" + BLANK,
        "请按时参加，并准备书面说明和整改措施。"))
DRAFTING_NOTICE = Paper("drafting_notice", "年度报告起草通知", *REPORTED, since="notified_on", to=TO_ALL,
    remedy="请先办理“发出起草通知”", title="关于报送{name}材料的通知", text=(
        "根据{articles}，本机关组织起草{name}，报告年度至{year_end_on}。",
        ("请报送本单位的材料，包括该年度推进法治政府建设的主要举措和成效、存在的不足和原因、主要负责人"
        "履行推进法治建设第一责任人职责的情况、下一年度的主要安排，数字附来源。"),
        Line("报送期限：{local_due_on}前。", loose=True)))
COVER = Paper("cover", "年度报告报送报告", *REPORTED, since="approved_on", remedy="请先办理“审定签发”",
    when=Q(kind__in=[one for one in ReportKind if one != ReportKind.UNDECIDED]),
    title="关于报送{name}的报告", to=BLANK + "：", text=(
        "{name}已经{meeting}于{approved_on}审定，由{signer}签发。",
        "根据{articles}，现予报送。",
        Line("文号：{document_number}。", loose=True),
        "附件：{name}"))
# fmt: on

TASK_PAPERS = (ASSIGNMENT, SEND_BACK)
LETTER_PAPERS = (LETTER,)
SUBMISSION_PAPERS = (REQUEST,)
CAMPAIGN_PAPERS = (CAMPAIGN,)
INSPECTION_PAPERS = (INSPECTION_NOTICE, INSPECTION_OPINION)
FINDING_PAPERS = (RECTIFICATION, CLOSURE)
CHASE_PAPERS = (CHASE,)
REVIEW_PAPERS = (REVIEW_DECISION,)
REWARD_PAPERS = (COMMENDATION, CRITICISM, INTERVIEW)
REPORT_PAPERS = (DRAFTING_NOTICE, COVER)
