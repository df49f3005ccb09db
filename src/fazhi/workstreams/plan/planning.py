"""计划·督察·考核: how programmes, tasks and problems go from the clause to their verified end."""

from django.db.models import Exists, OuterRef, Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import Linked, filled, linked, no_part, own, part, same
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Days, by_law
from fazhi.organs.role import Role
from fazhi.workstreams.plan.bases import LAW_DAY, PLANNED, REPORTED
from fazhi.workstreams.plan.models.tasks import ProblemStep, ProgrammeKind, ProgrammeStep, TaskStep

HANDLER, PARTY, COORDINATOR = Role.HANDLER, Role.PARTY, Role.COORDINATOR
REVIEWER, BODY_HEAD, HEAD = Role.REVIEWER, Role.BODY_HEAD, Role.HEAD
OFFICE = (HANDLER, COORDINATOR)
CHECKERS = (REVIEWER, COORDINATOR, BODY_HEAD, HEAD)

# fmt: off

# 规划安排

P = ProgrammeStep
ANNUAL = Q(kind__in=(ProgrammeKind.ANNUAL, ProgrammeKind.UNIT))
CLAUSES = Gate("clauses", "印发规划安排，应当列出条款", part("plan.Clause"), *PLANNED,
    remedy="请先登记至少一个条款")
ANNUAL_ONLY = Gate("annual", "年初部署、年中督查、年底考核属于年度安排", ANNUAL, *PLANNED,
    remedy="请核对“种类”：年度重点工作安排或者单位年度工作要点")
DEPLOYED = Gate("deployed", "年初部署以后，才进行年中督查", same("deployed_on", "checked_on", "lte"),
    *PLANNED, remedy="请先登记“年初部署”")
CHECKED = Gate("checked", "年中督查以后，才进行年底考核", same("checked_on", "appraised_on", "lte"), *PLANNED,
    remedy="请先登记“年中督查”")
PROGRAMME_PROCEDURE = Procedure(
    steps=P, start=P.DRAFTED, ends=(P.ENDED,), law_day=("issued_on", "drafted_on"), law_day_basis=LAW_DAY,
    deadlines=(),
    moves=(
        Move("issue", "印发", (P.DRAFTED,), P.STANDING, *PLANNED, who=(HEAD, BODY_HEAD), sets="issued_on",
             fields=("document_number", "from_on", "until_on"), gates=(CLAUSES,)),
        Move("deploy", "年初部署", (P.STANDING,), None, *PLANNED, who=OFFICE, sets="deployed_on",
             fields=("aspects",), gates=(ANNUAL_ONLY,)),
        Move("check", "年中督查", (P.STANDING,), None, *PLANNED, who=OFFICE, sets="checked_on",
             gates=(DEPLOYED,)),
        Move("appraise", "年底考核", (P.STANDING,), None, *PLANNED, who=OFFICE, sets="appraised_on",
             gates=(CHECKED,)),
        Move("end", "停止施行", (P.STANDING,), P.ENDED, *PLANNED, who=(HEAD, BODY_HEAD), sets="ended_on",
             fields=("ended_why",)),
    ),
)

# 法治任务


class PartsDone(Linked):
    """No linked task that names this one as the task above it is unverified."""

    def __init__(self) -> None:
        unverified = Q(verified_on__isnull=True, rolled_on__isnull=True, cancelled_on__isnull=True)
        super().__init__("plan.task", Q(above=own("name")) & unverified)

    def rows(self) -> Exists:
        return ~super().rows()  # type: ignore[return-value]  # negated, it is resolved alike


T = TaskStep
BEGUN = (T.SET, T.UNDERWAY)
SOURCE = Gate("source", "任务应当写明来源条款", Q(source__gt=""), *PLANNED,
    remedy="请登记“来源条款”（纲要、年度安排的第几项）")
LEAD = Gate("lead", "任务应当明确牵头单位、牵头领导和完成期限",
    filled("lead_unit") & Q(leader__gt="") & filled("due_on"), *PLANNED,
    remedy="请登记牵头单位、牵头领导和完成期限")
NODES = Gate("nodes", "倒排进度，各节点不晚于完成期限",
    no_part("plan.Milestone", Q(due_on__gt=OuterRef("due_on"))), *PLANNED,
    remedy="请核对“完成期限”和倒排节点的“节点期限”")
PROGRESS = Gate("progress", "进展报告应当附佐证", part("plan.Progress", Q(evidence__gt="")), *PLANNED,
    remedy="请添加进展报告，写明佐证（文件、记录、数据）")
RESULT = Gate("result", "报告完成，应当写明完成情况", Q(result__gt=""), *PLANNED, remedy="请填写“完成情况”")
PROGRESSED = Gate("progressed", "报告完成前，应当有附佐证的进展报告",
    same("progressed_on", "completed_on", "lte"), *PLANNED, remedy="请先报告进展并写明佐证")
PARTS_DONE = Gate("parts_done", "一级抓一级，分解给下级的任务核实以后，才报告完成", Q(PartsDone()), *PLANNED,
    remedy="请先核实分解给下级的任务（“上级任务”为本任务、与本任务关联）；不再实施的，滚入下一年度或者取消")
VERIFIED = Gate("verification", "核实任务，应当写明核实意见", Q(verification__gt=""), *PLANNED,
    remedy="请填写“核实意见”")
NEXT_TASK = Gate("next_task", "未完成的任务应当在下一年度安排中接续",
    linked("plan.task", Q(carried=Answer.YES, rolled_on__isnull=True)) | Q(next_task__gt=""), *PLANNED,
    remedy="请登记下一年度任务（“上年滚入”填“是”），并与本任务关联；或者写明下一年度任务")
TASK_DUE = Deadline("due", "完成任务", rule="PLAN-T1", who=(PARTY, HANDLER), starts="due_on",
    met=("completed_on", "rolled_on", "cancelled_on"),
    period=by_law(*((cite, Days(0)) for cite in PLANNED)))
TASK_NODE = Deadline("node", "完成下一节点", rule="PLAN-T8", who=(PARTY, HANDLER), starts="node_on",
    met=("completed_on", "rolled_on", "cancelled_on"),
    period=by_law(*((cite, Days(0)) for cite in PLANNED)))
"""Of the milestones the next one: a report of progress names the one after it."""
TASK_PROCEDURE = Procedure(
    steps=T, start=T.SET, ends=(T.DONE, T.ROLLED, T.CANCELLED), law_day=("set_on",), law_day_basis=LAW_DAY,
    deadlines=(TASK_DUE, TASK_NODE),
    moves=(
        Move("begin", "启动", (T.SET,), T.UNDERWAY, *PLANNED, who=(PARTY, *OFFICE), sets="begun_on",
             fields=("measure", "node_on"), gates=(SOURCE, LEAD, NODES)),
        Move("progress", "报告进展", (T.UNDERWAY,), None, *PLANNED, who=(PARTY, *OFFICE),
             sets="progressed_on", fields=("percent", "node_on"), gates=(PROGRESS,)),
        Move("complete", "报告完成", (T.UNDERWAY,), T.REPORTED, *PLANNED, who=(PARTY, HANDLER),
             sets="completed_on", fields=("result",), gates=(PROGRESSED, RESULT, PARTS_DONE)),
        Move("send_back", "退回", (T.REPORTED,), T.UNDERWAY, *PLANNED, who=CHECKERS, sets="returned_on",
             fields=("return_reason",), needs=("return_reason",), writes=(("completed_on", None),),
             apart=("complete",)),
        Move("verify", "核实完成", (T.REPORTED,), T.DONE, *PLANNED, who=CHECKERS, sets="verified_on",
             fields=("verification",), gates=(VERIFIED,), apart=("complete", "progress")),
        Move("roll", "滚入下一年度", BEGUN, T.ROLLED, *PLANNED, who=OFFICE, sets="rolled_on",
             fields=("unfinished_why", "next_task"), needs=("unfinished_why",), gates=(NEXT_TASK,)),
        Move("cancel", "取消任务", BEGUN, T.CANCELLED, *PLANNED, who=(HEAD, BODY_HEAD), sets="cancelled_on",
             fields=("cancel_reason",), needs=("cancel_reason",)),
    ),
)

# 存在问题

B = ProblemStep
MEASURE = Gate("measure", "存在的问题应当有整改措施和责任单位", Q(measure__gt="") & filled("unit"), *REPORTED,
    remedy="请填写整改措施和责任单位")
SOLVED = Gate("solved", "解决问题，应当写明解决情况", Q(result__gt=""), *REPORTED, remedy="请填写“解决情况”")
NEXT_PROBLEM = Gate("next_problem", "未解决的问题应当列入下一年度安排",
    linked("plan.task", Q(carried=Answer.YES)) | Q(next_problem__gt="")
    | linked("plan.problem", Q(carried=Answer.YES, rolled_on__isnull=True)), *REPORTED,
    remedy="请登记下一年度任务或者问题（“上年滚入”填“是”），并与本问题关联；或者写明下一年度任务")
PROBLEM_PROCEDURE = Procedure(
    steps=B, start=B.RAISED, ends=(B.SOLVED, B.ROLLED), law_day=("raised_on",), law_day_basis=LAW_DAY,
    deadlines=(
        Deadline("solve", "解决问题", rule="PLAN-T2", who=(PARTY, HANDLER), starts="due_on",
            met=("solved_on", "rolled_on"), period=by_law(*((cite, Days(0)) for cite in REPORTED))),
    ),
    moves=(
        Move("answer", "制定整改措施", (B.RAISED,), B.ANSWERED, *REPORTED, who=(PARTY, *OFFICE),
             sets="answered_on", fields=("measure", "due_on", "trend"), gates=(MEASURE,)),
        Move("solve", "解决", (B.ANSWERED,), B.SOLVED, *REPORTED, who=CHECKERS, sets="solved_on",
             fields=("result", "trend"), gates=(SOLVED,), apart=("answer",)),
        Move("roll", "滚入下一年度", (B.RAISED, B.ANSWERED), B.ROLLED, *REPORTED, who=OFFICE,
             sets="rolled_on", fields=("unfinished_why", "next_problem", "trend"), needs=("unfinished_why",),
             gates=(NEXT_PROBLEM,)),
    ),
)
# fmt: on
