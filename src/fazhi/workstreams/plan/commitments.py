"""计划·督察·考核: responsibility letters, the parts that units hand in, rewards, campaigns and grades."""

from django.db.models import Q

from fazhi.engine.condition import filled, part
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Days, by_law
from fazhi.organs.role import Role
from fazhi.workstreams.plan.bases import BY_PLACE, LAW_DAY, PLANNED, SUPERVISED
from fazhi.workstreams.plan.models.consequences import (
    AssessmentStep,
    CampaignStep,
    Grade,
    RewardKind,
    RewardStep,
)
from fazhi.workstreams.plan.models.tasks import LetterStep, SubmissionStep, UnitKind

HANDLER, PARTY, COORDINATOR = Role.HANDLER, Role.PARTY, Role.COORDINATOR
LIAISON, BODY_HEAD, HEAD = Role.LIAISON, Role.BODY_HEAD, Role.HEAD
OFFICE = (HANDLER, COORDINATOR)

# fmt: off

# 目标管理责任书

L = LetterStep
TARGETS = Gate("targets", "责任书应当列出目标", part("plan.Target"), *BY_PLACE, remedy="请先登记目标")
SIGNATORY = Gate("signatory", "责任书应当由负责人签订，并写明单位类别",
    Q(signatory__gt="", unit_kind__in=[one for one in UnitKind if one != UnitKind.UNDECIDED]), *BY_PLACE,
    remedy="请填写签订人和单位类别")
SETTLEMENT = Gate("settlement", "兑现责任书，应当写明兑现情况", Q(settlement__gt=""), *BY_PLACE,
    remedy="请填写“兑现情况”")
LETTER_PROCEDURE = Procedure(
    steps=L, start=L.DRAFTED, ends=(L.SETTLED,), deadlines=(), law_day=("signed_on", "drafted_on"),
    law_day_basis=LAW_DAY,
    moves=(
        Move("sign", "签订", (L.DRAFTED,), L.SIGNED, *BY_PLACE, who=(HEAD, HANDLER), sets="signed_on",
             fields=("signatory", "unit_kind"), gates=(TARGETS, SIGNATORY)),
        Move("settle", "考核兑现", (L.SIGNED,), L.SETTLED, *BY_PLACE, who=(PARTY, COORDINATOR, BODY_HEAD),
             sets="settled_on", fields=("settlement",), gates=(SETTLEMENT,), apart=("sign",)),
    ),
)

# 单位报送

S = SubmissionStep
SUMMARY = Gate("summary", "报送应当有内容摘要", Q(summary__gt=""), *BY_PLACE, remedy="请填写“摘要”")
SUBMISSION_PROCEDURE = Procedure(
    steps=S, start=S.ASKED, ends=(S.ACCEPTED,), law_day=("asked_on",), law_day_basis=LAW_DAY,
    deadlines=(
        Deadline("submit", "单位报送", rule="PLAN-T3", who=PARTY, starts="due_on", met=("submitted_on",),
            period=by_law((BY_PLACE[0], Days(0)))),
    ),
    moves=(
        Move("submit", "报送", (S.ASKED,), S.SUBMITTED, *BY_PLACE, who=(PARTY, LIAISON, HANDLER),
             sets="submitted_on", fields=("summary",), gates=(SUMMARY,)),
        Move("send_back", "退回", (S.SUBMITTED,), S.ASKED, *BY_PLACE, who=(COORDINATOR, BODY_HEAD),
             sets="returned_on", fields=("return_reason",), needs=("return_reason",),
             writes=(("submitted_on", None),), apart=("submit",)),
        Move("accept", "采用", (S.SUBMITTED,), S.ACCEPTED, *BY_PLACE, who=(COORDINATOR, BODY_HEAD),
             sets="accepted_on", apart=("submit",)),
    ),
)

# 专项法治提升行动

C = CampaignStep
CAMPAIGN_UNITS = Gate("campaign_units", "专项行动应当明确范围和参加单位",
    Q(scope__gt="") & part("plan.CampaignUnit"), *PLANNED, remedy="请填写范围，添加参加单位")
RESULTS = Gate("results", "结束专项行动，应当写明成效", Q(results__gt=""), *PLANNED, remedy="请填写“成效”")
CAMPAIGN_PROCEDURE = Procedure(
    steps=C, start=C.PLANNED, ends=(C.ENDED,), deadlines=(), law_day=("planned_on",), law_day_basis=LAW_DAY,
    moves=(
        Move("begin", "启动", (C.PLANNED,), C.RUNNING, *PLANNED, who=OFFICE, sets="begun_on",
             fields=("scope", "until_on"), gates=(CAMPAIGN_UNITS,)),
        Move("finish", "结束", (C.RUNNING,), C.ENDED, *PLANNED, who=OFFICE, sets="ended_on",
             fields=("found", "solved", "results"), gates=(RESULTS,)),
    ),
)

# 奖惩

R = RewardStep
GROUND = Gate("ground", "奖惩应当有对象、种类和依据", filled("unit") & Q(ground__gt="",
    kind__in=[one for one in RewardKind if one != RewardKind.UNDECIDED]), *SUPERVISED,
    remedy="请登记对象单位、种类和依据（考核结果、督察问题）")
REWARD_PROCEDURE = Procedure(
    steps=R, start=R.PROPOSED, ends=(R.DECIDED,), deadlines=(), law_day=("proposed_on",),
    law_day_basis=LAW_DAY,
    moves=(
        Move("decide", "决定", (R.PROPOSED,), R.DECIDED, *SUPERVISED, who=HEAD, sets="decided_on",
             fields=("document_number",), gates=(GROUND,), apart=("open",)),
    ),
)

# 上级考评结果

A = AssessmentStep
GRADED = Gate("graded", "考评结果应当写明等次或者位次",
    Q(grade__in=[one for one in Grade if one != Grade.UNDECIDED]) | Q(rank__gt=0, pool__gt=0), *PLANNED,
    remedy="请登记等次，或者位次和参评单位数")
ASSESSMENT_PROCEDURE = Procedure(
    steps=A, start=A.RECORDED, ends=(A.ANSWERED,), deadlines=(), law_day=("published_on",),
    law_day_basis=LAW_DAY,
    moves=(
        Move("answer", "完成整改", (A.RECORDED,), A.ANSWERED, *PLANNED, who=OFFICE, sets="answered_on",
             gates=(GRADED,)),
    ),
)
# fmt: on
