"""重大行政决策: catalogue, supervision visits, matters for a meeting, liability: beside the file."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, linked, own, same
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law.editions import DECISION_2019 as LAW
from fazhi.law.editions import LOCAL
from fazhi.organs.role import Role
from fazhi.workstreams.agenda import deliberated, on_agenda
from fazhi.workstreams.decisions.conditions import stated
from fazhi.workstreams.decisions.deadlines import CATALOGUE_BY, MATTER_REVIEW_BY
from fazhi.workstreams.decisions.gates import BEFORE
from fazhi.workstreams.decisions.models.choices import Result, ReviewWay, Verdict
from fazhi.workstreams.decisions.models.registers import (
    Fault,
    FaultStep,
    ItemStep,
    MatterKind,
    MatterStep,
    VisitStep,
)

HANDLER, REVIEWER, BODY_HEAD, HEAD = Role.HANDLER, Role.REVIEWER, Role.BODY_HEAD, Role.HEAD
BODY = (HANDLER, BODY_HEAD)
LAW_DAY = "docs/decisions/0003-the-law-day.md"
YES, NO = Answer.YES, Answer.NO

# fmt: off

# 目录

CONSENT = Gate("consent", "目录经同级党委同意后，才向社会公布",
    filled("consented_on") & same("consented_on", "published_on", "lte"), LAW.art(3, 3),
    remedy="请先办理“党委同意”")
COMPLETED = Gate("completed", "目录事项作出决策的，才登记完成",
    stated("decision_number") | linked("decisions.decision", Q(decided_on__isnull=False)), LAW.art(3, 3),
    remedy="请填写“决策文号”，或者关联已经作出的决策")
REMOVAL = Gate("removal", "调出目录应当有理由，并经同级党委同意",
    stated("adjusted_why") & filled("removal_consented_on"), LAW.art(3, 3),
    remedy="请填写“调整理由”和“党委同意调出日期”")

T = ItemStep
ITEM_MOVES = (
    Move("consent", "党委同意", (T.DRAFTED,), T.CONSENTED, BEFORE, LAW.art(3, 3), who=BODY,
         sets="consented_on", fields=("consent_number",), needs=("consent_number",)),
    Move("publish", "向社会公布", (T.CONSENTED,), T.PUBLISHED, BEFORE, LAW.art(3, 3), who=HANDLER,
         sets="published_on", fields=("url",), needs=("url",), gates=(CONSENT,)),
    Move("adjust", "调整", (T.PUBLISHED,), None, BEFORE, LAW.art(3, 3), who=BODY, sets="adjusted_on",
         fields=("adjusted_why",), needs=("adjusted_why",)),
    Move("complete", "完成", (T.PUBLISHED,), T.COMPLETED, BEFORE, LAW.art(3, 3), who=BODY,
         sets="completed_on", fields=("decision_number",), gates=(COMPLETED,)),
    Move("remove", "调出目录", (T.PUBLISHED,), T.REMOVED, BEFORE, LAW.art(3, 3), who=HEAD,
         sets="removed_on", fields=("removal_consented_on",), gates=(REMOVAL,)),
)
ITEM_PROCEDURE = Procedure(
    steps=T,
    start=T.DRAFTED,
    ends=(T.COMPLETED, T.REMOVED),
    moves=ITEM_MOVES,
    deadlines=(CATALOGUE_BY,),
    law_day=("drafted_on",),
    law_day_basis=LAW_DAY,
)

# 督导

VISIT_MOVES = (
    Move("rectify", "整改", (VisitStep.VISITED,), None, BEFORE, LAW.art(34), who=(HANDLER, Role.PARTY),
         sets="rectified_on", fields=("rectification",), needs=("rectification",)),
    Move("close", "销号", (VisitStep.VISITED,), VisitStep.CLOSED, BEFORE, LAW.art(34), who=BODY,
         sets="closed_on"),
)
VISIT_PROCEDURE = Procedure(
    steps=VisitStep,
    start=VisitStep.VISITED,
    ends=(VisitStep.CLOSED,),
    moves=VISIT_MOVES,
    deadlines=(),
    law_day=("visited_on",),
    law_day_basis=LAW_DAY,
)

# 上会事项：条例只管重大行政决策，其余事项先审后议、集体讨论由地方规定。

MAJOR_KINDS = (MatterKind.DECISION, MatterKind.APPOINTMENT, MatterKind.PROJECT, MatterKind.FUNDS)
NOT_REVIEWED = Q(kind=MatterKind.APPOINTMENT)
"""Appointments are decided by their own rules; there is no draft whose legality could be reviewed."""
MATTER_REVIEWED = filled("reviewed_on") & Q(verdict__in=(Verdict.LAWFUL, Verdict.LAWFUL_IF_CHANGED))
MATTER_EXCEPTED = Q(excepted=YES) & stated("exception_why") & stated("exception_by")
MAJOR_MATTER = Q(kind__in=MAJOR_KINDS)

OPINION_TAKEN = linked("advisers.opinion", Q(issued_on__lte=own("reviewed_on"), conclusion=own("verdict")))
NOT_NOTED = Q(meeting="") | deliberated("settled_on")
"""No meeting is noted on the matter itself, or the agenda item tells of it."""
ON_AGENDA = stated("meeting") | on_agenda("settled_on")
UNCOUNTED = Q(members=0, present=0, in_favour=0)
"""Of a meeting of the past nothing but its name is known: that it was collective is told by the name."""
VOTED = Q(present__gt=0) & same("present", "members", "lte") & same("in_favour", "present", "lte")

MATTER_OPINION = Gate("matter_opinion", "登记的结论应当与已经出具的合法性审查意见一致",
    OPINION_TAKEN, LOCAL.whole(), remedy="请先关联已经出具的审查意见，并按其结论登记")
REVIEW_VERDICT = Gate("matter_verdict", "审查意见应当有明确的结论",
    Q(verdict__in=sorted(set(Verdict) - {Verdict.UNDECIDED})), LOCAL.whole(), remedy="请选择“审查结论”")
MATTER_POINTS = Gate("matter_points", "审查意见未采纳的，应当说明理由",
    same("points_adopted", "points", "lte") & (same("points_adopted", "points") | stated("not_adopted_why")),
    LOCAL.whole(), remedy="请核对采纳数，并填写“未采纳的理由”")
MATTER_LEGAL = Gate("matter_legality", "未经合法性审查的事项不得提交会议",
    NOT_REVIEWED | MATTER_REVIEWED | MATTER_EXCEPTED, LOCAL.whole(),
    remedy="请先办理“提出审查意见”；确需例外的，写明理由和批准人")
MATTER_AGENDA = Gate("matter_agenda", "议定的事项应当是会议在该日审议的议题",
    ON_AGENDA, LOCAL.whole(),
    remedy="请关联会议已经审议的议题（议题关联当日召开的会议），按审议日期办理；"
    "过去没有登记议题的，在“更正”中补记会议")
MATTER_MEETING = Gate("matter_meeting", "重大决策、人事任免、项目安排和大额资金使用应当集体讨论决定",
    NOT_NOTED | VOTED | UNCOUNTED, LOCAL.whole(), remedy="请填写应到、实到和同意人数")
MATTER_RESULT = Gate("matter_result", "应当记录会议对事项的决定",
    NOT_NOTED | Q(result__in=sorted(set(Result) - {Result.UNDECIDED})), LOCAL.whole(),
    remedy="请选择“结果”")

M = MatterStep
RULE = LOCAL.whole()
MATTER_MOVES = (
    Move("review", "提出审查意见", (M.RECEIVED,), M.REVIEWED, RULE, who=REVIEWER, sets="reviewed_on",
         fields=("reviewer", "opinion_number", "verdict", "points"), gates=(REVIEW_VERDICT,),
         apart=("open",)),
    # 意见已由负责审查的部门在同一队列中出具的，承办人只登记，不另作结论。
    Move("take_opinion", "登记已出具的审查意见", (M.RECEIVED,), M.REVIEWED, RULE, who=BODY,
         sets="reviewed_on", fields=("opinion_number", "verdict", "points"), needs=("opinion_number",),
         gates=(MATTER_OPINION, REVIEW_VERDICT), writes=(("review_way", ReviewWay.QUEUE),)),
    Move("adopt", "登记采纳情况", (M.REVIEWED,), None, RULE, who=HANDLER, sets="adoption_on",
         fields=("points_adopted", "not_adopted_why"), gates=(MATTER_POINTS,)),
    Move("submit", "提交会议", (M.RECEIVED, M.REVIEWED), M.SUBMITTED, RULE, who=BODY, sets="submitted_on",
         fields=("excepted", "exception_why", "exception_by"), gates=(MATTER_LEGAL,)),
    # 会议、出席、表决、不同意见和结果取自关联的议题，这里不再填写。
    Move("settle", "会议议定", (M.SUBMITTED,), M.SETTLED, RULE, who=BODY, sets="settled_on",
         gates=(MATTER_AGENDA, MATTER_MEETING, MATTER_RESULT)),
    Move("take_back", "撤回", (M.RECEIVED, M.REVIEWED), M.WITHDRAWN, RULE, who=HANDLER,
         sets="withdrawn_back_on"),
)
MATTER_PROCEDURE = Procedure(
    steps=M,
    start=M.RECEIVED,
    ends=(M.SETTLED, M.WITHDRAWN),
    moves=MATTER_MOVES,
    deadlines=(MATTER_REVIEW_BY,),
    law_day=("received_on",),
    law_day_basis=LAW_DAY,
)

# 责任追究

FOUND = Gate("fault", "应当查明属于哪一种应当追究的情形",
    Q(fault__in=sorted(set(Fault) - {Fault.UNDECIDED})) & stated("finding"), LAW.art(38, 1), LAW.art(39),
    LAW.art(40), LAW.art(41), remedy="请选择“情形”，填写“调查结论”")
DISSENT = Gate("dissent", "讨论时对严重失误的决策表示不同意见的，按照规定减免责任",
    Q(dissented=NO) | (Q(dissented=YES) & stated("mitigation")), LAW.art(38, 3),
    remedy="请查阅会议记录，登记是否表示不同意见和减免的考虑")
LIABILITY_MOVES = (
    Move("conclude", "作出处理", (FaultStep.OPENED,), FaultStep.CONCLUDED, BEFORE, LAW.art(38, 1),
         LAW.art(39), LAW.art(40), LAW.art(41), who=HEAD, sets="concluded_on",
         fields=("fault", "finding", "dissented", "mitigation", "measure"), needs=("measure",),
         gates=(FOUND, DISSENT)),
)
LIABILITY_PROCEDURE = Procedure(
    steps=FaultStep,
    start=FaultStep.OPENED,
    ends=(FaultStep.CONCLUDED,),
    moves=LIABILITY_MOVES,
    deadlines=(),
    law_day=("opened_on",),
    law_day_basis=LAW_DAY,
)
# fmt: on
