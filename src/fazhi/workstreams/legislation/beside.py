"""政府规章与立法: the procedures of the plan, its projects, proposals, research, contact points, bills."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law.editions import LEGISLATION_2023 as LEG23
from fazhi.law.editions import LOCAL
from fazhi.law.editions import RULE_FILING_2001 as FILING01
from fazhi.law.editions import RULE_FILING_2024 as FILING24
from fazhi.law.editions import RULE_PROCEDURE_2001 as OLD
from fazhi.law.editions import RULE_PROCEDURE_2017 as NEW
from fazhi.organs.role import Role
from fazhi.workstreams.legislation import conditions as c
from fazhi.workstreams.legislation import deadlines as d
from fazhi.workstreams.legislation.models import choices as m

HANDLER, REVIEWER, PARTY = Role.HANDLER, Role.REVIEWER, Role.PARTY
BODY_HEAD, HEAD = Role.BODY_HEAD, Role.HEAD
LAW_DAY = "docs/decisions/0003-the-law-day.md"
PLANNING = (OLD.art(11), NEW.art(12))
HELD = (LOCAL.whole(), LEG23.art(90))

# fmt: off

# 立法计划
P = m.PlanStep
ASSESSED = Gate("assessed", "立项申请和征集的项目建议应当经评估论证",
    Q(assessed=c.YES), NEW.art(12, 1),
    remedy="请先评估论证并登记“项目经评估论证”")
PLAN_PUBLISHED = Gate("plan_published", "年度计划批准后应当向社会公布，写明公布网址", c.stated("url"),
    NEW.art(12, 1), remedy="请填写“公布网址”")
PLAN_MOVES = (
    Move("call", "公开征集项目建议", (P.PREPARED,), None, LOCAL.whole(), NEW.art(10, 3),
         who=(HANDLER, REVIEWER), sets="called_on", fields=("call_url",), needs=("call_url",)),
    Move("approve", "批准计划", (P.PREPARED,), P.APPROVED, *PLANNING, who=(BODY_HEAD, HEAD),
         sets="approved_on", fields=("assessed",), gates=(ASSESSED,)),
    Move("publish", "公布计划", (P.APPROVED,), P.PUBLISHED, *PLANNING, who=HANDLER, sets="published_on",
         fields=("url",), gates=(PLAN_PUBLISHED,)),
)
PLAN_UNDER_WAY = (
    Move("check", "督促检查执行情况", (P.APPROVED, P.PUBLISHED), None, OLD.art(12), NEW.art(13, 2),
         who=(REVIEWER, BODY_HEAD), sets="checked_on"),
    Move("adjust", "调整计划", (P.APPROVED, P.PUBLISHED), None, OLD.art(12), NEW.art(13, 3),
         who=(BODY_HEAD, HEAD), sets="adjusted_on", fields=("adjustment",), needs=("adjustment",)),
)

# 立法项目
J = m.ProjectStep
APPLICATION = Gate("application", "立项申请应当说明必要性、所要解决的主要问题和拟确立的主要制度",
    c.stated("necessity"), OLD.art(10), NEW.art(11), remedy="请填写“必要性、主要问题和拟确立的主要制度”")
CONTENTS = Gate("contents", "年度计划应当明确规章的名称、起草单位、完成时间", c.PROJECT_COMPLETE, OLD.art(11),
    NEW.art(12, 2), remedy="请填写“项目名称”“起草单位”和“计划完成日期”")
ADDED = Gate("added", "计划执行中拟增加的项目，应当进行补充论证", c.ADDED_ARGUED, NEW.art(13, 3),
    remedy="请登记“计划执行中增加”；增加的，先登记“补充论证”")
ACHIEVED = Gate("achieved", "列入计划的项目，应当按照要求上报决定", c.ACHIEVED, OLD.art(12), NEW.art(13, 1),
    remedy="请关联已经审议的规章、已经提请人大的法规草案，或者填写“完成情况”")
PROJECT_MOVES = (
    Move("argue", "补充论证", (J.APPLIED,), None, LOCAL.whole(), NEW.art(13, 3), who=(HANDLER, REVIEWER),
         sets="argued_on"),
    Move("adopt", "列入计划", (J.APPLIED,), J.PLANNED, *PLANNING, who=(BODY_HEAD, HEAD), sets="planned_on",
         fields=("drafter", "due_on", "added"), gates=(APPLICATION, CONTENTS, ADDED)),
    Move("finish", "完成", (J.PLANNED,), J.DONE, OLD.art(12), NEW.art(13, 1), who=(HANDLER, PARTY),
         sets="done_on", fields=("result",), gates=(ACHIEVED,)),
    Move("drop", "调出计划", (J.APPLIED, J.PLANNED), J.DROPPED, OLD.art(12), NEW.art(13, 3),
         who=(BODY_HEAD, HEAD), sets="dropped_on", fields=("dropped_why",), needs=("dropped_why",)),
)

# 立法项目建议
R = m.ProposalStep
DECISION = Gate("decision", "征集的项目建议应当评估论证，作出处理并说明理由",
    c.PROPOSAL_DECIDED, LOCAL.whole(),
    NEW.art(12, 1), remedy="请选择“处理决定”，填写“处理理由”")
PROPOSAL_MOVES = (
    Move("decide", "作出处理", (R.RECEIVED,), R.DECIDED, LOCAL.whole(), NEW.art(12, 1),
         who=(REVIEWER, BODY_HEAD), sets="decided_on", fields=("decision", "decision_why"),
         gates=(DECISION,)),
    Move("reply", "答复建议人", (R.DECIDED,), R.REPLIED, LOCAL.whole(), who=HANDLER, sets="replied_on"),
)

# 立法调研论证
E = m.ResearchStep
REPORT = Gate("report", "调研论证应当形成报告", c.stated("report"), LOCAL.whole(), NEW.art(18, 4),
    remedy="请填写“报告名称”，并把报告添加为证据")
RESEARCH_MOVES = (
    Move("hold", "开展", (E.PREPARED,), E.HELD, OLD.art(14), NEW.art(15, 1), who=(HANDLER, REVIEWER, PARTY),
         sets="held_on", fields=("kind", "place", "participants", "points")),
    Move("report", "形成报告", (E.HELD,), E.REPORTED, OLD.art(14), NEW.art(15, 1),
         who=(HANDLER, REVIEWER, PARTY), sets="reported_on", fields=("points", "report"), gates=(REPORT,)),
)

# 联系点和它的意见
A = m.AskStep
ADOPTED = Gate("adopted", "采纳的条数不能多于意见条数", c.ADOPTED_AMONG, LOCAL.whole(),
    remedy="请核对“意见条数”和“采纳条数”")
OPINION_MOVES = (
    Move("return", "收回意见", (A.SENT,), A.RETURNED, *HELD, who=(HANDLER, REVIEWER), sets="returned_on",
         fields=("opinions",), needs=("opinions",)),
    Move("feed_back", "反馈采纳情况", (A.RETURNED,), A.FED_BACK, *HELD, who=(HANDLER, REVIEWER),
         sets="fed_back_on", fields=("adopted",), gates=(ADOPTED,)),
)

# 规章清理、目录报送
V, L = m.VerdictStep, m.ListStep
CLEANING = (OLD.art(37), NEW.art(37))
VERDICT = Gate("verdict", "清理应当逐件作出继续有效、修改或者废止的结论", c.JUDGED, *CLEANING,
    remedy="请选择“清理结论”")
CLEAN_UP_URL = Gate("clean_up_url", "清理结果应当公布，写明公布网址", c.stated("url"), LOCAL.whole(),
    remedy="请填写“公布网址”")
CLEAN_UP_MOVES = (
    Move("judge", "作出清理结论", (V.LISTED,), V.JUDGED, *CLEANING, who=(HANDLER, REVIEWER),
         sets="judged_on", fields=("verdict", "reason"), gates=(VERDICT,)),
    Move("publish", "公布清理结果", (V.JUDGED,), V.PUBLISHED, *CLEANING, who=HANDLER, sets="published_on",
         fields=("url",), gates=(CLEAN_UP_URL,)),
)
COUNTED = Gate("counted", "规章目录应当列明上一年制定的规章", filled("rules"), FILING01.whole(),
    FILING24.art(22), remedy="请填写“规章件数”，没有的填0")
LIST_MOVES = (
    Move("send", "报送规章目录", (L.PREPARED,), L.SENT, FILING01.whole(), FILING24.art(22), who=HANDLER,
         sets="sent_on", fields=("rules",), gates=(COUNTED,)),
)

# 机构、人员、法律法规及其运用
ST, U = m.StandingStep, m.UseStep
NAMED = Gate("named", "运用应当写明是哪一部法律法规", c.STATUTE_NAMED, LOCAL.whole(),
    remedy="请填写“法律法规名称”，或者关联法律法规名录")
VERSION = Gate("version", "修订的，应当写明版本和施行日期", c.stated("version") & filled("in_force_on"),
    LOCAL.whole(), remedy="请填写“版本（制定、修订年份）”和“施行日期”")
REVISE = Move("revise", "登记修订", (ST.STANDING,), None, LOCAL.whole(), who=(HANDLER, REVIEWER),
    sets="revised_on", fields=("version", "in_force_on"), gates=(VERSION,))
USE_MOVES = (
    Move("do", "完成", (U.ARRANGED,), U.DONE, LOCAL.whole(), who=HANDLER, sets="done_on",
         fields=("occasion", "persons"), gates=(NAMED,)),
)
# fmt: on


def standing(*more: Move) -> Procedure:
    """What begins with ``since_on`` and stands until it is ended."""
    end = Move(
        "end",
        "终止",
        (ST.STANDING,),
        ST.ENDED,
        LOCAL.whole(),
        who=(HANDLER, BODY_HEAD),
        sets="ended_on",
    )
    return Procedure(ST, ST.STANDING, (ST.ENDED,), (*more, end), (), ("since_on",), LAW_DAY)


PLAN_PROCEDURE = Procedure(
    P, P.PREPARED, (P.PUBLISHED,), (*PLAN_MOVES, *PLAN_UNDER_WAY), (), ("approved_on", "prepared_on"), LAW_DAY
)
PROJECT_PROCEDURE = Procedure(
    J,
    J.APPLIED,
    (J.DONE, J.DROPPED),
    PROJECT_MOVES,
    d.PROJECT_DEADLINES,
    ("planned_on", "applied_on"),
    LAW_DAY,
)
PROPOSAL_PROCEDURE = Procedure(R, R.RECEIVED, (R.REPLIED,), PROPOSAL_MOVES, (), ("received_on",), LAW_DAY)
RESEARCH_PROCEDURE = Procedure(
    E, E.PREPARED, (E.REPORTED,), RESEARCH_MOVES, (), ("held_on", "prepared_on"), LAW_DAY
)
POINT_PROCEDURE = standing()
OPINION_PROCEDURE = Procedure(
    A, A.SENT, (A.FED_BACK,), OPINION_MOVES, d.OPINION_DEADLINES, ("sent_on",), LAW_DAY
)
CLEAN_UP_PROCEDURE = Procedure(
    V, V.LISTED, (V.PUBLISHED,), CLEAN_UP_MOVES, (), ("judged_on", "listed_on"), LAW_DAY
)
LIST_PROCEDURE = Procedure(L, L.PREPARED, (L.SENT,), LIST_MOVES, d.LIST_DEADLINES, ("year_end_on",), LAW_DAY)
BODY_PROCEDURE = standing()
STAFF_PROCEDURE = standing()
STATUTE_PROCEDURE = standing(REVISE)
USE_PROCEDURE = Procedure(U, U.ARRANGED, (U.DONE,), USE_MOVES, (), ("done_on", "arranged_on"), LAW_DAY)
