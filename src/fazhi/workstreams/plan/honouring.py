"""计划·督察·考核: honours that expire or are revoked, and the way of a model area to its name."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import part, same
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Days, by_law
from fazhi.organs.role import Role
from fazhi.workstreams.plan.bases import BY_PLACE, CHOSEN, LAW_DAY
from fazhi.workstreams.plan.models.honours import AreaStep, Ending, HonourStep

HANDLER, COORDINATOR = Role.HANDLER, Role.COORDINATOR
BODY_HEAD, HEAD = Role.BODY_HEAD, Role.HEAD
OFFICE = (HANDLER, COORDINATOR)

# fmt: off

# 荣誉

H = HonourStep
ENDING = Gate("ending", "荣誉期满才终止；撤销的，应当写明原因",
    Q(ending=Ending.EXPIRED) & same("expires_on", "ended_on", "lt")
    | Q(ending=Ending.REVOKED, ended_why__gt=""), *BY_PLACE,
    remedy="请选择“终止方式”：期满的核对有效期，撤销的填写原因")
HONOUR_PROCEDURE = Procedure(
    steps=H, start=H.STANDING, ends=(H.ENDED,), law_day=("granted_on",), law_day_basis=LAW_DAY,
    deadlines=(
        Deadline("renew", "申请复核（有效期届满前）", rule="PLAN-T5", who=HANDLER, starts="expires_on",
            met=("renewed_on", "ended_on"), period=by_law((BY_PLACE[0], Days(0)))),
    ),
    moves=(
        Move("renew", "复核合格", (H.STANDING,), None, *BY_PLACE, who=OFFICE, sets="renewed_on",
             fields=("document",)),
        Move("end", "终止", (H.STANDING,), H.ENDED, *BY_PLACE, who=OFFICE, sets="ended_on",
             fields=("ending", "ended_why"), gates=(ENDING,)),
    ),
)

# 示范创建申报

A = AreaStep
VOLUNTARY = Gate("voluntary", "申报应当自愿", Q(voluntary=Answer.YES), *CHOSEN, remedy="请登记“自愿申报”")
SELF_CHECK = Gate("self_check", "申报以前应当对照指标自查", part("plan.SelfCheck"), *CHOSEN,
    remedy="请登记自查项目、佐证和差距")
SURVEY = Gate("survey", "第三方评估应当同时测评群众满意度", same("surveyed_on", "assessed_on", "lte"),
    *CHOSEN, remedy="请登记“群众满意度测评日期”")
NOTICE = Gate("notice", "公示应当写明截止日期", same("publicised_until_on", "publicised_on", "gte"), *CHOSEN,
    remedy="请登记“公示截止日期”")
PUBLICISED = Gate("publicised", "公示期满、异议已经处理，才命名",
    same("publicised_until_on", "named_on", "lt") & Q(objections__gt=""), *CHOSEN,
    remedy="请等公示期满，登记“公示异议处理”")
FAILURE = Gate("failure", "未通过应当写明原因", Q(failed_why__gt=""), *CHOSEN, remedy="请填写“未通过原因”")
AREA_REVOCATION = Gate("area_revocation", "撤销命名应当写明原因", Q(revoked_why__gt=""), *CHOSEN,
    remedy="请填写“撤销原因”")
UNDER_WAY = (A.APPLIED, A.REVIEWED, A.FILED, A.ASSESSED, A.VISITED, A.PUBLICISED)
AREA_PROCEDURE = Procedure(
    steps=A, start=A.CHECKED, ends=(A.REVOKED, A.FAILED), deadlines=(), law_day=("checked_on",),
    law_day_basis=LAW_DAY,
    moves=(
        Move("apply", "申报", (A.CHECKED,), A.APPLIED, *CHOSEN, who=(HEAD, COORDINATOR), sets="applied_on",
             fields=("voluntary",), gates=(VOLUNTARY, SELF_CHECK)),
        Move("review", "省级初审", (A.APPLIED,), A.REVIEWED, *CHOSEN, who=OFFICE, sets="reviewed_on"),
        Move("file", "材料报送", (A.REVIEWED,), A.FILED, *CHOSEN, who=OFFICE, sets="filed_on"),
        Move("assess", "第三方评估", (A.FILED,), A.ASSESSED, *CHOSEN, who=OFFICE, sets="assessed_on",
             fields=("surveyed_on",), gates=(SURVEY,)),
        Move("visit", "实地核查", (A.ASSESSED,), A.VISITED, *CHOSEN, who=OFFICE, sets="visited_on"),
        Move("publicise", "公示", (A.VISITED,), A.PUBLICISED, *CHOSEN, who=OFFICE, sets="publicised_on",
             fields=("publicised_until_on",), gates=(NOTICE,)),
        Move("name", "命名", (A.PUBLICISED,), A.NAMED, *CHOSEN, who=OFFICE, sets="named_on",
             fields=("objections", "document"), gates=(PUBLICISED,)),
        Move("fail", "未通过", UNDER_WAY, A.FAILED, *CHOSEN, who=OFFICE, sets="failed_on",
             fields=("failed_why",), gates=(FAILURE,)),
        Move("revoke", "撤销命名", (A.NAMED,), A.REVOKED, *CHOSEN, who=OFFICE, sets="revoked_on",
             fields=("revoked_why",), gates=(AREA_REVOCATION,)),
    ),
)
# fmt: on
