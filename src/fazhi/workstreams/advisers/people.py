"""法律顾问·公职律师: engagements, certificates, villages, tasks; what each goes through."""

from django.db.models import Q, TextChoices

from fazhi.engine.condition import filled
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Years, by_law
from fazhi.law.editions import ADVISERS_2016 as ADVICE
from fazhi.law.editions import LOCAL
from fazhi.law.editions import PUBLIC_LAWYERS_2018 as LAWYERS
from fazhi.organs.role import Role
from fazhi.workstreams.advisers import conditions as c
from fazhi.workstreams.advisers.models.choices import Capacity
from fazhi.workstreams.advisers.models.people import (
    Assessment,
    EngagementStep,
    LawyerStep,
    StandingStep,
    TaskStep,
)

HANDLER, HEADS = Role.HANDLER, (Role.BODY_HEAD, Role.HEAD)
BODY = (Role.HANDLER, Role.BODY_HEAD)
LAW_DAY = "docs/decisions/0003-the-law-day.md"
WHOLE = (ADVICE.whole(), LOCAL.whole())
E, L, T, V = EngagementStep, LawyerStep, TaskStep, StandingStep
ASSESSED = Q(assessment__in=sorted(set(Assessment) - {Assessment.UNDECIDED}))

# fmt: off

# 法律顾问

CAPACITY = Gate("capacity", "法律顾问应当有相应的身份",
    Q(capacity__in=sorted(set(Capacity) - {Capacity.UNDECIDED})), *WHOLE, remedy="请选择“身份”")
CONFLICT = Gate("conflict", "聘任以前应当声明没有利益冲突", Q(conflict_stated=c.YES), *WHOLE,
    remedy="请登记“已作利益冲突声明”")
CONTRACT = Gate("contract", "聘任应当签订合同", c.stated("contract"), *WHOLE, remedy="请填写“聘任合同编号”")
RESULT = Gate("assessment", "考核应当有结果", ASSESSED, *WHOLE, remedy="请选择“考核结果”")

ADVISER_PROCEDURE = Procedure(
    steps=E, start=E.SELECTED, ends=(E.ENDED,),
    moves=(
        Move("engage", "聘任", (E.SELECTED,), E.ENGAGED, *WHOLE, who=HEADS, sets="engaged_on",
             fields=("capacity", "conflict_stated", "contract", "fee"), gates=(CAPACITY, CONFLICT, CONTRACT)),
        Move("assess", "年度考核", (E.ENGAGED,), None, *WHOLE, who=BODY, sets="assessed_on",
             fields=("assessment",), gates=(RESULT,)),
        Move("renew", "续聘", (E.ENGAGED,), None, *WHOLE, who=HEADS, sets="renewed_on", fields=("contract",)),
        Move("end", "解聘", (E.SELECTED, E.ENGAGED), E.ENDED, *WHOLE, who=(*BODY, Role.HEAD),
             sets="ended_on"),
    ),
    deadlines=(
        Deadline("term", "聘期届满", rule="LA-T2", local=True, who=HANDLER,
            starts=("renewed_on", "engaged_on"), met=("ended_on",), writes="term_until_on",
            period=by_law((LOCAL.whole(), Years(3)))),
    ),
    law_day=("selected_on",), law_day_basis=LAW_DAY,
)

# 公职律师

FIT = Gate("fit", "公职律师应当具有法律职业资格、公职人员身份和规定的工作经历，并经所在单位同意",
    Q(qualified=c.YES, official=c.YES, experienced=c.YES, unit_agrees=c.YES), LAWYERS.whole(),
    remedy="请逐项登记资格、身份、经历和单位意见")
CERTIFICATE = Gate("certificate", "颁发证书应当登记证书号", c.stated("certificate"), *WHOLE,
    remedy="请填写“公职律师证书号”")
CHECKED = Gate("checked", "年度考核应当有结果", ASSESSED, LAWYERS.whole(), LOCAL.whole(),
    remedy="请选择“考核结果”")
CANCELLING = Gate("cancelling", "注销证书应当说明理由", c.stated("cancel_why"), LAWYERS.whole(),
    LOCAL.whole(), remedy="请填写“注销理由”")

LAWYER_PROCEDURE = Procedure(
    steps=L, start=L.APPLIED, ends=(L.CANCELLED,),
    moves=(
        Move("certify", "颁发证书", (L.APPLIED,), L.CERTIFIED, LAWYERS.whole(), *WHOLE, who=HEADS,
             sets="certified_on",
             fields=("qualified", "official", "experienced", "unit_agrees", "certificate"),
             gates=(FIT, CERTIFICATE)),
        Move("work", "登记工作", (L.CERTIFIED,), None, LAWYERS.whole(), LOCAL.whole(), who=BODY,
             sets="worked_on"),
        Move("assess", "年度考核", (L.CERTIFIED,), None, LAWYERS.whole(), LOCAL.whole(), who=BODY,
             sets="assessed_on", fields=("assessment",), gates=(CHECKED,)),
        Move("cancel", "注销", (L.APPLIED, L.CERTIFIED), L.CANCELLED, LAWYERS.whole(), LOCAL.whole(),
             who=(*BODY, Role.HEAD), sets="cancelled_on", fields=("cancel_why",), gates=(CANCELLING,)),
    ),
    deadlines=(), law_day=("applied_on",), law_day_basis=LAW_DAY,
)

# 事务：咨询、法务讨论和其他

ANSWERED = Gate("answered", "办结应当记录法律意见", c.stated("opinion"), *WHOLE, remedy="请填写“法律意见”")
TAKEN = Gate("taken", "不采纳法律意见的，应当说明理由", c.ADOPTION_STATED & c.REASONED, *WHOLE,
    remedy="请选择“采纳情况”；没有完全采纳的，请填写“不采纳的理由”")

TASK_PROCEDURE = Procedure(
    steps=T, start=T.ASKED, ends=(T.DONE,),
    moves=(
        Move("finish", "办结", (T.ASKED,), T.DONE, *WHOLE, who=BODY, sets="done_on",
             fields=("opinion", "adoption", "rejection_why"), gates=(ANSWERED, TAKEN)),
    ),
    deadlines=(), law_day=("asked_on",), law_day_basis=LAW_DAY,
)


# 名册

ENGAGEMENT = Gate("engagement", "一村（社区）一法律顾问应当签订合同",
    c.stated("contract") & c.stated("adviser"), *WHOLE, remedy="请填写“法律顾问”和“聘任合同编号”")
COVERED = Gate("covered", "已聘请法律顾问的，才终止顾问合同", filled("advised_from_on"), *WHOLE,
    remedy="请先登记“聘请法律顾问日期”")


def standing(since: str, steps: type[TextChoices], *more: Move, end: str) -> Procedure:
    """What begins with its date ``since`` and stands until it is ended."""
    ending = Move("end", end, (V.STANDING,), V.ENDED, *WHOLE, who=BODY, sets="ended_on")
    return Procedure(steps=steps, start=V.STANDING, ends=(V.ENDED,), moves=(*more, ending), deadlines=(),
        law_day=(since,), law_day_basis=LAW_DAY)


VILLAGE_PROCEDURE = standing("listed_on", V,
    Move("engage", "聘请法律顾问", (V.STANDING,), None, *WHOLE, who=BODY, sets="advised_from_on",
         fields=("adviser", "contract"), writes=(("advised_until_on", None),), gates=(ENGAGEMENT,)),
    Move("stop", "终止顾问合同", (V.STANDING,), None, *WHOLE, who=BODY, sets="advised_until_on",
         gates=(COVERED,)),
    end="移出名册")
MEMBER_PROCEDURE = standing("since_on", V, end="离任")
RULE_PROCEDURE = standing("issued_on", V, end="废止")
# fmt: on
