"""计划·督察·考核: inspection to the use of its results, findings, the review of conclusions."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, linked, no_part, part, same
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Days, by_law
from fazhi.law.editions import SUPERVISION_2019
from fazhi.organs.role import Role
from fazhi.workstreams.plan.bases import LAW_DAY, REVIEWED, SUPERVISED
from fazhi.workstreams.plan.models.choices import Avoidance
from fazhi.workstreams.plan.models.supervision import (
    Escalation,
    FindingStep,
    InspectionStep,
    ReviewResult,
    ReviewStep,
    Source,
)

HANDLER, PARTY, COORDINATOR = Role.HANDLER, Role.PARTY, Role.COORDINATOR
REVIEWER, BODY_HEAD, HEAD = Role.REVIEWER, Role.BODY_HEAD, Role.HEAD
OFFICE = (HANDLER, COORDINATOR)
CHECKERS = (REVIEWER, COORDINATOR, BODY_HEAD, HEAD)
RULES = (SUPERVISION_2019.whole(),)

# fmt: off

# 督察

I = InspectionStep  # noqa: E741 - the initial, as for the other registers
FROM_ABOVE = Q(source__in=(Source.CITY, Source.PROVINCE, Source.CENTRE))
PLAN_ITEM = Gate("plan_item", "督察应当列入年度计划；上级督察从其安排", Q(plan_item__gt="") | FROM_ABOVE,
    *RULES, remedy="请登记“年度计划项目”；上级督察的，请登记“督察方”")
NO_CONFLICT = Gate("no_conflict", "督察人员有回避情形的，应当回避",
    Q(avoided=Avoidance.DONE)
    | Q(avoided=Avoidance.NONE)
    & no_part("plan.Inspector", Q(conflict__in=(Answer.YES, Answer.UNKNOWN))), *RULES,
    remedy="请登记每名督察组成员是否“存在回避情形”和“回避情况”；存在回避情形的，回避以后登记“已回避”")
VISITED = Gate("visited", "反馈以前，应当登记督察的单位和方式", part("plan.Visit"), *SUPERVISED,
    remedy="请先登记督察的单位、方式和日期")
FEEDBACK = Gate("feedback", "督察应当书面反馈", Q(feedback_number__gt=""), *RULES, remedy="请填写“反馈文号”")
FOUND = Gate("found", "反馈的问题应当逐项登记",
    Q(problems=0) | linked("plan.finding"), *RULES,
    remedy="请登记督察问题并与本次督察关联；没有问题的，“发现问题数”填 0")
ANSWERED_FOR = Gate("used", "办结督察，应当写明结果运用", Q(used__gt=""), *SUPERVISED,
    remedy="请填写“结果运用”（考核、通报、约谈、移送）")
JOINT = Gate("partners", "与纪检监察机关联动的，应当写明联动单位和移送的线索",
    Q(partners__gt="", leads__gt=""), *RULES, remedy="请填写联动单位和移送线索")
INSPECTION_PROCEDURE = Procedure(
    steps=I, start=I.PLANNED, ends=(I.CLOSED,), law_day=("planned_on",), law_day_basis=LAW_DAY,
    deadlines=(
        Deadline("respond", "答复督察（上级来函）", rule="PLAN-T4", who=HANDLER, when=FROM_ABOVE,
            starts="respond_by_on", met=("responded_on",),
            period=by_law(*((cite, Days(0)) for cite in SUPERVISED))),
    ),
    moves=(
        Move("notify", "通知", (I.PLANNED,), I.NOTICED, *SUPERVISED, who=OFFICE, sets="noticed_on",
             fields=("scope", "plan_item"), gates=(PLAN_ITEM,)),
        Move("enter", "进驻", (I.NOTICED,), I.FIELD, *SUPERVISED, who=OFFICE, sets="begun_on",
             fields=("avoided",), gates=(NO_CONFLICT,)),
        Move("leave", "结束实地督察", (I.FIELD,), None, *SUPERVISED, who=OFFICE, sets="ended_on"),
        Move("feed_back", "反馈", (I.FIELD,), I.FED_BACK, *SUPERVISED, who=(COORDINATOR, BODY_HEAD),
             sets="fed_back_on", fields=("feedback_number", "problems"), gates=(VISITED, FEEDBACK)),
        Move("respond", "答复上级督察", (I.FIELD, I.FED_BACK), None, *SUPERVISED, who=OFFICE,
             sets="responded_on", fields=("documents_asked",)),
        Move("hand_over", "移送线索", (I.FIELD, I.FED_BACK), None, *RULES, who=(COORDINATOR, BODY_HEAD),
             sets="leads_on", fields=("partners", "leads"), gates=(JOINT,)),
        Move("report", "报告督察情况", (I.FED_BACK,), I.REPORTED, *SUPERVISED, who=(COORDINATOR, BODY_HEAD),
             sets="reported_on"),
        Move("disclose", "公开整改情况", (I.FED_BACK, I.REPORTED), None, *SUPERVISED, who=OFFICE,
             sets="disclosed_on"),
        Move("close", "办结", (I.REPORTED,), I.CLOSED, *SUPERVISED, who=(COORDINATOR, BODY_HEAD),
             sets="closed_on", fields=("used",), gates=(FOUND, ANSWERED_FOR)),
    ),
)

# 督察问题

F = FindingStep
MEASURES = Gate("measures", "整改应当有措施、责任领导和期限",
    Q(measures__gt="", responsible__gt="") & filled("rectify_by_on"), *SUPERVISED,
    remedy="请登记整改措施、责任领导和整改期限")
RECTIFIED = Gate("rectified", "报告整改，应当写明整改情况", Q(rectification__gt=""), *SUPERVISED,
    remedy="请填写“整改情况”")
CHECK = Gate("check", "核查应当写明核查情况", Q(verification__gt=""), *SUPERVISED, remedy="请填写“核查情况”")
ESCALATED = Gate("escalated", "追责应当写明方式",
    Q(escalation__in=[one for one in Escalation if one != Escalation.UNDECIDED]), *RULES,
    remedy="请选择通报、约谈或者移送追责")
FINDING_PROCEDURE = Procedure(
    steps=F, start=F.FED_BACK, ends=(F.CLOSED,), law_day=("fed_back_on",), law_day_basis=LAW_DAY,
    deadlines=(
        Deadline("rectify", "整改并报告", rule="AR-T12", who=PARTY, starts="rectify_by_on",
            met=("rectified_on",), period=by_law(*((cite, Days(0)) for cite in SUPERVISED))),
    ),
    moves=(
        Move("plan", "制定整改方案", (F.FED_BACK,), F.PLANNED, *SUPERVISED, who=(PARTY, HANDLER),
             sets="planned_on", fields=("measures", "responsible", "rectify_by_on"), gates=(MEASURES,)),
        Move("rectify", "报告整改", (F.PLANNED,), F.RECTIFIED, *SUPERVISED, who=(PARTY, HANDLER),
             sets="rectified_on", fields=("rectification",), gates=(RECTIFIED,)),
        Move("send_back", "退回整改", (F.RECTIFIED,), F.PLANNED, *SUPERVISED, who=CHECKERS,
             sets="returned_on", fields=("return_reason",), needs=("return_reason",),
             writes=(("rectified_on", None),), apart=("rectify",)),
        Move("verify", "核查", (F.RECTIFIED,), F.VERIFIED, *SUPERVISED, who=CHECKERS, sets="verified_on",
             fields=("verification",), gates=(CHECK,), apart=("rectify", "plan")),
        Move("escalate", "追责", (F.FED_BACK, F.PLANNED, F.RECTIFIED), None, *RULES, who=(HEAD, BODY_HEAD),
             sets="escalated_on", fields=("escalation",), gates=(ESCALATED,)),
        Move("close", "销号", (F.VERIFIED,), F.CLOSED, *SUPERVISED, who=(COORDINATOR, BODY_HEAD),
             sets="closed_on", apart=("rectify",)),
    ),
)

# 督查结论复核

V = ReviewStep
GROUNDS = Gate("grounds", "申请复核应当说明理由", Q(grounds__gt=""), *REVIEWED, remedy="请填写“申请理由”")
DECISION = Gate("decision", "复核应当作出决定并说明理由",
    Q(result__in=[one for one in ReviewResult if one != ReviewResult.UNDECIDED], reasons__gt=""), *REVIEWED,
    remedy="请选择复核结果，填写复核理由")
RECEIVED = Gate("received", "收到申请以后，才作出复核决定", same("received_on", "decided_on", "lte"),
    *REVIEWED, remedy="请先登记“收到复核申请”")
RECUSED = Gate("recused", "参与作出督查结论的工作人员在复核中应当回避", Q(recused=Answer.YES), *REVIEWED,
    remedy="请由没有参与作出结论的人员复核，登记“参与作出结论的人员已回避”")
REVIEW_PROCEDURE = Procedure(
    steps=V, start=V.CONCLUDED, ends=(V.DECIDED, V.SETTLED), law_day=("conclusion_received_on",),
    law_day_basis=LAW_DAY,
    deadlines=(
        Deadline("request", "申请复核", rule="AR-T13", who=PARTY, watch=True, starts="conclusion_received_on",
            met=("requested_on", "settled_on"), period=by_law((REVIEWED[0], Days(30)))),
        Deadline("decide", "作出复核决定", rule="AR-T13/2", who=HANDLER, starts="received_on",
            met=("decided_on",), period=by_law((REVIEWED[0], Days(30)))),
    ),
    moves=(
        Move("request", "申请复核", (V.CONCLUDED,), V.REQUESTED, *REVIEWED, who=(PARTY, HANDLER),
             sets="requested_on", fields=("grounds",), gates=(GROUNDS,)),
        Move("receive", "收到复核申请", (V.REQUESTED,), None, *REVIEWED, who=HANDLER, sets="received_on"),
        Move("decide", "作出复核决定", (V.REQUESTED,), V.DECIDED, *REVIEWED, who=(HEAD, BODY_HEAD),
             sets="decided_on", fields=("result", "reasons", "recused"), gates=(RECEIVED, RECUSED, DECISION),
             apart=("request",)),
        Move("settle", "期满未申请", (V.CONCLUDED,), V.SETTLED, *REVIEWED, who=HANDLER, sets="settled_on"),
    ),
)
# fmt: on
