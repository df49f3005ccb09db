"""计划·督察·考核: how last year's promises are held against their results, and what is late is chased."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, linked
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Days, by_law
from fazhi.organs.role import Role
from fazhi.workstreams.plan.bases import LAW_DAY, PLANNED, REPORTED
from fazhi.workstreams.plan.models.promises import ChaseStep, PromiseStep

HANDLER, PARTY, COORDINATOR = Role.HANDLER, Role.PARTY, Role.COORDINATOR
REVIEWER, BODY_HEAD, HEAD = Role.REVIEWER, Role.BODY_HEAD, Role.HEAD
OFFICE = (HANDLER, COORDINATOR)
CHECKERS = (REVIEWER, COORDINATOR, BODY_HEAD, HEAD)

# fmt: off

# 年度承诺

P = PromiseStep
TAKEN_UP = Gate("taken_up", "报告的下一年度安排应当列入年度安排，明确责任单位",
    filled("unit") & (Q(plan_item__gt="") | linked("plan.task")), *REPORTED,
    remedy="请登记“责任单位”，填写“年度安排项目”或者关联法治任务")
KEPT = Gate("kept", "兑现承诺，应当写明结果，并有已核实的任务或者佐证",
    Q(result__gt="") & (Q(evidence__gt="") | linked("plan.task", filled("verified_on"))), *REPORTED,
    remedy="请填写“兑现结果”；再填写“佐证”，或者关联已核实的法治任务")
NEXT_PROMISE = Gate("next_promise", "未兑现的承诺应当有下一步安排",
    Q(next_promise__gt="") | linked("plan.task", Q(carried=Answer.YES)), *REPORTED,
    remedy="请填写“下一步安排”，或者关联下一年度任务（“上年滚入”填“是”）")
PROMISE_PROCEDURE = Procedure(
    steps=P, start=P.PROMISED, ends=(P.KEPT, P.MISSED), law_day=("promised_on",), law_day_basis=LAW_DAY,
    deadlines=(
        Deadline("keep", "兑现承诺", rule="PLAN-T7", who=(PARTY, HANDLER), starts="year_end_on",
            met=("kept_on", "missed_on"), period=by_law(*((cite, Days(0)) for cite in REPORTED))),
    ),
    moves=(
        Move("take", "列入年度安排", (P.PROMISED,), P.TAKEN, *REPORTED, who=OFFICE, sets="taken_on",
             fields=("unit", "plan_item"), gates=(TAKEN_UP,)),
        Move("keep", "确认兑现", (P.TAKEN,), P.KEPT, *REPORTED, who=CHECKERS, sets="kept_on",
             fields=("result", "evidence"), gates=(KEPT,), apart=("take",)),
        Move("miss", "确认未兑现", (P.PROMISED, P.TAKEN), P.MISSED, *REPORTED, who=CHECKERS,
             sets="missed_on", fields=("missed_why", "next_promise"), needs=("missed_why",),
             gates=(NEXT_PROMISE,)),
    ),
)

# 督办

C = ChaseStep
CHASE_GROUND = Gate("chase_ground", "督办应当有事由和答复期限",
    filled("reply_by_on") & (Q(cause__gt="") | linked("plan.task") | linked("plan.finding")
                             | linked("plan.submission") | linked("plan.problem")), *PLANNED,
    remedy="请登记“答复期限”；再填写“督办事由”，或者关联逾期的任务、问题、报送")
CHASE_ANSWER = Gate("chase_answer", "答复督办，应当写明办理情况", Q(answer__gt=""), *PLANNED,
    remedy="请填写“答复”")
CHASE_DONE = Gate("chase_done", "办结督办，督办的事项应当已经办理，或者写明办结情况",
    Q(outcome__gt="") | linked("plan.task", filled("completed_on"))
    | linked("plan.finding", filled("rectified_on")) | linked("plan.submission", filled("submitted_on")),
    *PLANNED, remedy="请填写“办结情况”；关联的任务、问题、报送已经办理的，可以直接办结")
CHASE_PROCEDURE = Procedure(
    steps=C, start=C.DRAFTED, ends=(C.CLOSED,), law_day=("sent_on", "drafted_on"), law_day_basis=LAW_DAY,
    deadlines=(
        Deadline("answer", "答复督办", rule="PLAN-T6", who=PARTY, starts="reply_by_on",
            when=filled("sent_on"), met=("answered_on",),
            period=by_law(*((cite, Days(0)) for cite in PLANNED))),
    ),
    moves=(
        Move("send", "发出督办单", (C.DRAFTED,), C.SENT, *PLANNED, who=(COORDINATOR, BODY_HEAD),
             sets="sent_on", fields=("cause", "reply_by_on"), gates=(CHASE_GROUND,), draws=True),
        Move("answer", "答复督办", (C.SENT,), C.ANSWERED, *PLANNED, who=(PARTY, HANDLER),
             sets="answered_on", fields=("answer",), gates=(CHASE_ANSWER,)),
        Move("send_back", "退回答复", (C.ANSWERED,), C.SENT, *PLANNED, who=CHECKERS, sets="returned_on",
             fields=("return_reason",), needs=("return_reason",), writes=(("answered_on", None),),
             apart=("answer",)),
        Move("close", "办结督办", (C.ANSWERED,), C.CLOSED, *PLANNED, who=(COORDINATOR, BODY_HEAD),
             sets="closed_on", fields=("outcome",), gates=(CHASE_DONE,), apart=("answer",)),
    ),
)
# fmt: on
