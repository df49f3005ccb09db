"""行政应诉: state compensation decided by the organ liable, and enforcement applied for to the court."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, same
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Days, Months, by_law
from fazhi.law.editions import COERCION_2011 as COERCION
from fazhi.law.editions import LITIGATION_2014 as LAW
from fazhi.law.editions import LITIGATION_INTERPRETATION_2018 as INTERPRETATION
from fazhi.law.editions import STATE_COMPENSATION_2012 as COMPENSATION
from fazhi.organs.role import Role
from fazhi.workstreams.litigation.models.claims import (
    CompensationResult,
    CompensationStep,
    EnforcementStep,
    Ruling,
)

HANDLER, BODY_HEAD, HEAD = Role.HANDLER, Role.BODY_HEAD, Role.HEAD
LAW_DAY = "docs/decisions/0003-the-law-day.md"

# fmt: off

# 国家赔偿

GRANTED = Q(result=CompensationResult.GRANTED)
REFUSED = Q(result=CompensationResult.REFUSED)
NOT_GRANTED = Q(result__in=(CompensationResult.UNDECIDED, CompensationResult.REFUSED))
RESULT = Gate("result", "应当作出是否赔偿的决定",
    GRANTED | REFUSED, COMPENSATION.art(13, 1), remedy="请选择“决定”")
HEARD = Gate("heard", "作出赔偿决定，应当充分听取赔偿请求人的意见",
    NOT_GRANTED | same("heard_on", "decided_on", "lte"), COMPENSATION.art(13, 1),
    remedy="请先登记“听取意见日期”")
REASONS = Gate("reasons", "决定不予赔偿的，应当书面通知并说明理由",
    GRANTED | Q(refusal_reasons__gt=""), COMPENSATION.art(13, 3), remedy="请填写“不予赔偿的理由”")
PAID = Gate("paid", "决定赔偿的，应当支付后办结",
    REFUSED | filled("paid_on"), COMPENSATION.art(37, 3), remedy="请先登记“支付日期”")
SERVED = Gate("served", "赔偿决定书应当送达，不予赔偿应当书面通知",
    filled("served_on"), COMPENSATION.art(13, 2), COMPENSATION.art(13, 3), remedy="请先登记“送达日期”")
COMPENSATION_PROCEDURE = Procedure(
    steps=CompensationStep,
    start=CompensationStep.RECEIVED,
    ends=(CompensationStep.DONE,),
    moves=(
        Move("hear", "听取意见", (CompensationStep.RECEIVED,), None, COMPENSATION.art(13, 1), who=HANDLER,
             sets="heard_on"),
        Move("decide", "作出决定", (CompensationStep.RECEIVED,), CompensationStep.DECIDED,
             COMPENSATION.art(13, 1), who=(BODY_HEAD, HEAD), sets="decided_on",
             fields=("result", "refusal_reasons", "amount"), gates=(RESULT, HEARD, REASONS), draws=True),
        Move("serve", "送达", (CompensationStep.DECIDED,), None, COMPENSATION.art(13, 2),
             COMPENSATION.art(13, 3), who=HANDLER, sets="served_on", evidence=("送达回证",)),
        Move("pay", "支付", (CompensationStep.DECIDED,), None, COMPENSATION.art(37, 3), who=HANDLER,
             sets="paid_on"),
        Move("recover", "追偿", (CompensationStep.DECIDED, CompensationStep.DONE), None,
             COMPENSATION.art(16, 1), who=(BODY_HEAD, HEAD), sets="recovered_on"),
        Move("finish", "办结", (CompensationStep.DECIDED,), CompensationStep.DONE, COMPENSATION.art(37, 3),
             who=HANDLER, sets="done_on", gates=(SERVED, PAID)),
    ),
    deadlines=(
        Deadline("compensate", "作出是否赔偿的决定", rule="LT-T18", who=HANDLER, starts="received_on",
            met=("decided_on",), period=by_law((COMPENSATION.art(13, 1), Months(2)))),
        Deadline("serve_compensation", "送达赔偿决定书", rule="LT-T18/2", who=HANDLER, when=GRANTED,
            starts="decided_on", met=("served_on",), period=by_law((COMPENSATION.art(13, 2), Days(10)))),
        Deadline("serve_refusal", "书面通知不予赔偿", rule="LT-T18/3", who=HANDLER, when=REFUSED,
            starts="decided_on", met=("served_on",), period=by_law((COMPENSATION.art(13, 3), Days(10)))),
    ),
    law_day=("received_on",),
    law_day_basis=LAW_DAY,
)

# 非诉执行

UNSUED = Gate("unsued", "当事人在法定期限内不复议、不起诉又不履行的，才申请人民法院强制执行",
    Q(sued=Answer.NO, performed=Answer.NO) & same("applied_on", "sue_ends_on", "gt"), LAW.art(97),
    COERCION.art(53), remedy="请登记当事人是否起诉、履行，并核对“法定起诉期限届满日”")
IN_TIME = Gate("in_time", "应当自法定起诉期限届满之日起三个月内提出申请",
    same("applied_on", "apply_due_on", "lte"), INTERPRETATION.art(156), COERCION.art(53),
    remedy="请核对“法定起诉期限届满日”；逾期的，除有正当理由外，法院不予受理")
DEMANDED = Gate("demanded", "申请强制执行前，应当催告当事人履行义务",
    same("demanded_on", "applied_on", "lt"), COERCION.art(54), remedy="请先登记“催告日期”")
RULED = Gate("ruled", "法院对申请应当作出裁定",
    Q(ruling__in=(Ruling.ALLOWED, Ruling.REFUSED)), COERCION.art(57), COERCION.art(58, 2),
    remedy="请选择“裁定”")
ENFORCEMENT_PROCEDURE = Procedure(
    steps=EnforcementStep,
    start=EnforcementStep.DUE,
    ends=(EnforcementStep.DONE,),
    moves=(
        Move("demand", "催告", (EnforcementStep.DUE,), None, COERCION.art(54), who=HANDLER,
             sets="demanded_on"),
        Move("apply", "申请强制执行", (EnforcementStep.DUE,), EnforcementStep.APPLIED, LAW.art(97),
             COERCION.art(53), who=(BODY_HEAD, HEAD), sets="applied_on",
             fields=("court", "sued", "performed"), gates=(UNSUED, DEMANDED, IN_TIME)),
        Move("receive_ruling", "法院裁定", (EnforcementStep.APPLIED,), EnforcementStep.RULED,
             COERCION.art(57), COERCION.art(58, 2), who=HANDLER, sets="ruled_on", fields=("ruling",),
             gates=(RULED,)),
        Move("enforce", "执行完毕", (EnforcementStep.RULED,), None, LAW.art(97), who=HANDLER,
             sets="enforced_on"),
        Move("finish", "办结", (EnforcementStep.DUE, EnforcementStep.RULED), EnforcementStep.DONE,
             LAW.art(97), who=HANDLER, sets="done_on"),
    ),
    deadlines=(
        Deadline("enforce", "申请法院强制执行", rule="LT-T16", who=HANDLER, starts="sue_ends_on",
            met=("applied_on", "done_on"), writes="apply_due_on",
            period=by_law((INTERPRETATION.art(156), Months(3)), (COERCION.art(53), Months(3)))),
    ),
    law_day=("sue_ends_on",),
    law_day_basis=LAW_DAY,
)
# fmt: on
