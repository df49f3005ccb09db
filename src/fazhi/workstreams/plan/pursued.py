"""计划·督察·考核: how promises and chases are entered and listed."""

from django.db.models import Q

from fazhi.engine.register import Column, Filter, NumberLine, Register
from fazhi.workstreams.plan.bases import facts
from fazhi.workstreams.plan.models import Chase, Promise
from fazhi.workstreams.plan.models.promises import ChaseStep, PromiseStep
from fazhi.workstreams.plan.papers import CHASE_PAPERS
from fazhi.workstreams.plan.pursuing import CHASE_PROCEDURE, PROMISE_PROCEDURE

PENDING = (PromiseStep.PROMISED, PromiseStep.TAKEN)

PROMISE = Register(
    key="plan.promise",
    label="年度承诺",
    model_name="plan.Promise",
    procedure=PROMISE_PROCEDURE,
    title="{name}",
    columns=(
        Column("name", wide=True),
        Column("report"),
        Column("unit"),
        Column("year_end_on"),
        Column("result", wide=True),
        Column("missed_why"),
        Column("step"),
    ),
    facts=facts(Promise),
    opening=("name", "report", "promised_on", "year_end_on", "unit"),
    needs=("name", "promised_on", "year_end_on"),
    parties=("unit",),
    search=("name", "report", "result"),
    key_fields=("name", "promised_on"),
    filters=(
        Filter("pending", "待兑现", Q(step__in=PENDING)),
        Filter("untaken", "未列入安排", Q(step=PromiseStep.PROMISED)),
        Filter("kept", "已兑现", Q(step=PromiseStep.KEPT)),
        Filter("missed", "未兑现", Q(step=PromiseStep.MISSED)),
    ),
    open_when=Q(step__in=PENDING),
)

CHASE = Register(
    key="plan.chase",
    label="督办",
    model_name="plan.Chase",
    procedure=CHASE_PROCEDURE,
    title="{name}",
    columns=(
        Column("number"),
        Column("name", wide=True),
        Column("unit"),
        Column("sent_on"),
        Column("due:answer"),
        Column("answered_on"),
        Column("step"),
    ),
    facts=facts(Chase),
    opening=("name", "cause", "unit", "drafted_on", "reply_by_on"),
    needs=("name", "unit", "drafted_on"),
    number=NumberLine("chase", "{mark}督办〔{year}〕{n}号"),
    parties=("unit",),
    search=("number", "name", "cause"),
    key_fields=("name", "unit", "drafted_on"),
    papers=CHASE_PAPERS,
    filters=(
        Filter("unanswered", "未答复", Q(step=ChaseStep.SENT)),
        Filter("unclosed", "待办结", Q(step=ChaseStep.ANSWERED)),
    ),
    open_when=Q(step__in=(ChaseStep.DRAFTED, ChaseStep.SENT, ChaseStep.ANSWERED)),
)

PURSUED = (PROMISE, CHASE)
