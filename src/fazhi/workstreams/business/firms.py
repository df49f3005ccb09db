"""营商环境: the procedures of requests, complaints, policies and standing services.

The Regulation (条例第四十九条) orders open channels and leaves the time to local rules; the lengths here are
the default of a limit that each government fixes for itself.
"""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, linked, same
from fazhi.engine.deadline import Deadline, Extension
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Days, FixedDay, Workdays, by_law
from fazhi.law.editions import BUSINESS_ENVIRONMENT_2019 as ENVIRONMENT
from fazhi.law.editions import LOCAL
from fazhi.organs.role import Role
from fazhi.workstreams.business.models.firms import (
    Channel,
    ComplaintResult,
    ComplaintStep,
    DemandOutcome,
    DemandStep,
    PlanStep,
    PolicyStep,
    Satisfaction,
    StandingStep,
)

HANDLER, PARTY, BODY_HEAD, HEAD = Role.HANDLER, Role.PARTY, Role.BODY_HEAD, Role.HEAD
YES, NO = Answer.YES, Answer.NO
LAW_DAY = "docs/decisions/0003-the-law-day.md"
D, C, P, S = DemandStep, ComplaintStep, PolicyStep, StandingStep

SOLVED = Q(outcome=DemandOutcome.SOLVED)
FOUNDED = Q(result__in=(ComplaintResult.FOUNDED, ComplaintResult.PARTLY))
UNFOUNDED = Q(result=ComplaintResult.UNFOUNDED)
FROM_12345 = Q(channel=Channel.TRANSFER)
REVIEW_CLEARED = linked("business.competition_review", Q(conclusion__in=("compliant", "excepted")))

# fmt: off

# 企业诉求

UNIT_NAMED = Gate("unit_named", "交办应当写明承办单位", filled("unit"), LOCAL.whole(),
    remedy="请填写“承办单位”")
DEMAND_COMPLEX = Gate("demand_complex", "情况复杂的，才可延长", Q(complicated=YES), LOCAL.whole(),
    remedy="请登记“情况复杂”")
OUTCOME_STATED = Gate("outcome_stated", "答复应当写明办理结果和内容",
    Q(outcome__in=(DemandOutcome.SOLVED, DemandOutcome.EXPLAINED, DemandOutcome.UNSOLVED), reply__gt=""),
    LOCAL.whole(), remedy="请选择“办理结果”，填写“答复内容”")
CLEARED = Gate("cleared", "企业诉求解决或者说明清楚后才可办结；不满意的，退回重办",
    Q(outcome__in=(DemandOutcome.SOLVED, DemandOutcome.EXPLAINED),
      satisfaction__in=(Satisfaction.UNDECIDED, Satisfaction.SATISFIED)), LOCAL.whole(),
    remedy="暂不能解决或者企业不满意的，请办理“退回重办”")
DEMAND_PROCEDURE = Procedure(
    steps=DemandStep,
    start=D.RECEIVED,
    ends=(D.ENDED,),
    moves=(
        Move("assign", "交办", (D.RECEIVED,), D.ASSIGNED, LOCAL.whole(), who=(HANDLER, BODY_HEAD),
             sets="assigned_on", fields=("unit",), gates=(UNIT_NAMED,)),
        Move("extend", "延长办理期限", (D.ASSIGNED,), None, LOCAL.whole(), who=(BODY_HEAD, HEAD),
             sets="extended_on", fields=("complicated",), gates=(DEMAND_COMPLEX,), extends="reply"),
        Move("reply", "答复企业", (D.ASSIGNED,), D.REPLIED, LOCAL.whole(), who=(PARTY, HANDLER),
             sets="replied_on", fields=("outcome", "reply"), gates=(OUTCOME_STATED,)),
        Move("send_back", "退回重办", (D.REPLIED,), D.ASSIGNED, LOCAL.whole(), who=(HANDLER, BODY_HEAD),
             sets="returned_on", fields=("satisfaction",), writes=(("replied_on", None),)),
        Move("end", "办结", (D.REPLIED,), D.ENDED, LOCAL.whole(), who=(HANDLER, BODY_HEAD), sets="ended_on",
             fields=("satisfaction",), gates=(CLEARED,)),
    ),
    deadlines=(
        Deadline("reply", "答复企业诉求", rule="BE-T1/3", who=(PARTY, HANDLER), local=True,
            starts="received_on", met=("replied_on",), period=by_law((LOCAL.whole(), Workdays(5))),
            extension=by_law((LOCAL.whole(), Extension(Workdays(10), HEAD)))),
    ),
    law_day=("received_on",),
    law_day_basis=LAW_DAY,
)

# 营商环境投诉

ACTS = (ENVIRONMENT.art(49), LOCAL.whole())
COMPLAINT_COMPLEX = Gate("complaint_complex", "情况复杂的，经负责人批准才可延长", Q(complicated=YES),
    LOCAL.whole(), remedy="请登记“情况复杂”")
INVESTIGATED = Gate("investigated", "答复投诉应当写明调查结果和情况",
    (FOUNDED | UNFOUNDED) & Q(finding__gt=""), *ACTS, remedy="请登记“调查结果”和“调查情况”")
COMPLAINT_FOUNDED = Gate("complaint_founded", "投诉属实的，才整改、问责", FOUNDED, *ACTS,
    remedy="请核对“调查结果”")
COMPLAINT_SETTLED = Gate("complaint_settled", "投诉属实的，应当整改到位后办结",
    UNFOUNDED | (FOUNDED & filled("rectified_on")), *ACTS, remedy="请先登记“整改完成日期”")
COMPLAINT_PROCEDURE = Procedure(
    steps=ComplaintStep,
    start=C.RECEIVED,
    ends=(C.TRANSFERRED, C.CLOSED),
    moves=(
        Move("transfer", "转送", (C.RECEIVED,), C.TRANSFERRED, *ACTS, who=HANDLER, sets="transferred_on",
             fields=("transferred_to",), needs=("transferred_to",)),
        Move("accept", "受理", (C.RECEIVED,), C.ACCEPTED, *ACTS, who=HANDLER, sets="accepted_on",
             draws=True),
        Move("extend", "延长办理期限", (C.ACCEPTED,), None, LOCAL.whole(), who=HEAD, sets="extended_on",
             fields=("complicated",), gates=(COMPLAINT_COMPLEX,), extends="answer"),
        Move("answer", "答复投诉人", (C.ACCEPTED,), C.ANSWERED, *ACTS, who=(HANDLER, BODY_HEAD),
             sets="answered_on", fields=("result", "finding"), gates=(INVESTIGATED,)),
        Move("rectify", "整改到位", (C.ANSWERED,), None, *ACTS, who=HANDLER, sets="rectified_on",
             fields=("rectification",), needs=("rectification",), gates=(COMPLAINT_FOUNDED,)),
        Move("hold_accountable", "问责", (C.ANSWERED,), None, *ACTS, who=(BODY_HEAD, HEAD),
             sets="accountable_on", fields=("accountable",), gates=(COMPLAINT_FOUNDED,)),
        Move("expose", "通报典型案例", (C.ANSWERED,), None, *ACTS, who=(BODY_HEAD, HEAD), sets="exposed_on",
             gates=(COMPLAINT_FOUNDED,)),
        Move("close", "办结", (C.ANSWERED,), C.CLOSED, *ACTS, who=(HANDLER, BODY_HEAD), sets="closed_on",
             gates=(COMPLAINT_SETTLED,)),
    ),
    deadlines=(
        Deadline("answer", "答复营商环境投诉", rule="BE-T1", who=HANDLER, local=True, starts="received_on",
            met=("answered_on", "transferred_on"), period=by_law((LOCAL.whole(), Days(30))),
            extension=by_law((LOCAL.whole(), Extension(Days(30), HEAD)))),
        Deadline("accept", "受理或者转送营商环境投诉", rule="BE-T1/2", who=HANDLER, local=True,
            starts="received_on", met=("accepted_on", "transferred_on"),
            period=by_law((LOCAL.whole(), Workdays(5)))),
    ),
    law_day=("received_on",),
    law_day_basis=LAW_DAY,
)

# 惠企政策

POLICY_COMMENT = Gate("policy_comment", "向社会公开征求意见一般不少于三十日",
    same("comment_closed_on", "comment_due_on", "gte"), ENVIRONMENT.art(62, 2),
    remedy="请在三十日届满后再登记“公开征求意见结束日期”")
POLICY_REVIEWED = Gate("policy_reviewed", "与经营活动密切相关的政策，应当先经公平竞争审查",
    Q(review_reference__gt="") | REVIEW_CLEARED, ENVIRONMENT.art(63, 1),
    remedy="请关联公平竞争审查记录，或者填写“公平竞争审查结论文号”")
POLICY_PROCEDURE = Procedure(
    steps=PolicyStep,
    start=P.DRAFTED,
    ends=(P.ENDED,),
    moves=(
        Move("begin_comment", "公开征求意见", (P.DRAFTED,), None, ENVIRONMENT.art(62, 2), who=HANDLER,
             sets="comment_begun_on"),
        Move("close_comment", "公开征求意见结束", (P.DRAFTED,), None, ENVIRONMENT.art(62, 2), who=HANDLER,
             sets="comment_closed_on", gates=(POLICY_COMMENT,)),
        Move("issue", "印发", (P.DRAFTED,), P.ISSUED, ENVIRONMENT.art(63, 1), LOCAL.whole(),
             who=(HANDLER, BODY_HEAD, HEAD), sets="issued_on",
             fields=("document_number", "measures", "review_reference"), needs=("document_number",),
             gates=(POLICY_REVIEWED,)),
        Move("progress", "登记进展", (P.ISSUED,), None, LOCAL.whole(), who=HANDLER, sets="progress_on",
             fields=("firms",)),
        Move("end", "失效", (P.ISSUED,), P.ENDED, LOCAL.whole(), who=(HANDLER, BODY_HEAD), sets="ended_on"),
    ),
    deadlines=(
        Deadline("comment", "公开征求意见（不少于）", rule="BE-T2", least=True, starts="comment_begun_on",
            met=("comment_closed_on",), writes="comment_due_on",
            period=by_law((ENVIRONMENT.art(62, 2), Days(30)))),
    ),
    law_day=("issued_on", "drafted_on"),
    law_day_basis=LAW_DAY,
)

# 涉企行政检查年度计划

PLAN_PROCEDURE = Procedure(
    steps=PlanStep,
    start=PlanStep.PREPARED,
    ends=(PlanStep.PUBLISHED,),
    moves=(
        Move("publish", "公布", (PlanStep.PREPARED,), PlanStep.PUBLISHED, LOCAL.whole(),
             who=(HANDLER, BODY_HEAD), sets="published_on", fields=("inspections", "url")),
    ),
    deadlines=(
        Deadline("publish", "公布涉企行政检查年度计划", rule="BE-T3", who=HANDLER, local=True,
            starts="year_before_on", met=("published_on",), period=by_law((LOCAL.whole(), FixedDay(3, 31)))),
    ),
    law_day=("prepared_on",),
    law_day_basis=LAW_DAY,
)

# 在册的：结对服务、平台、监督员


def standing(end: str, *more: Move) -> Procedure:
    """What begins with ``since_on`` and stands until it is ended."""
    ending = Move("end", end, (S.STANDING,), S.ENDED, LOCAL.whole(), who=(HANDLER, BODY_HEAD),
        sets="ended_on")
    return Procedure(steps=StandingStep, start=S.STANDING, ends=(S.ENDED,), moves=(*more, ending),
        deadlines=(), law_day=("since_on",), law_day_basis=LAW_DAY)


SERVICE_PROCEDURE = standing("终止",
    Move("visit", "走访", (S.STANDING,), None, LOCAL.whole(), who=HANDLER))
PLATFORM_PROCEDURE = standing("停用",
    Move("handle", "登记办理事项", (S.STANDING,), None, LOCAL.whole(), who=HANDLER))
SUPERVISOR_PROCEDURE = standing("解聘",
    Move("observe", "登记反映的问题", (S.STANDING,), None, LOCAL.whole(), who=HANDLER))
# fmt: on
