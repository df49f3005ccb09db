"""计划·督察·考核: how programmes, tasks, letters, problems and the parts of units are entered and listed."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import part, same
from fazhi.engine.register import AsOf, Column, Filter, PartSpec, Register
from fazhi.workstreams.plan.bases import facts
from fazhi.workstreams.plan.commitments import (
    ASSESSMENT_PROCEDURE,
    CAMPAIGN_PROCEDURE,
    LETTER_PROCEDURE,
    REWARD_PROCEDURE,
    SUBMISSION_PROCEDURE,
)
from fazhi.workstreams.plan.models import (
    Assessment,
    Campaign,
    Letter,
    Problem,
    Programme,
    Reward,
    Submission,
    Task,
)
from fazhi.workstreams.plan.models.tasks import ProblemStep, TaskStep
from fazhi.workstreams.plan.papers import (
    CAMPAIGN_PAPERS,
    LETTER_PAPERS,
    REWARD_PAPERS,
    SUBMISSION_PAPERS,
    TASK_PAPERS,
)
from fazhi.workstreams.plan.planning import PROBLEM_PROCEDURE, PROGRAMME_PROCEDURE, TASK_PROCEDURE

BEGUN = (TaskStep.SET, TaskStep.UNDERWAY)

TASK = Register(
    key="plan.task",
    label="法治任务",
    model_name="plan.Task",
    procedure=TASK_PROCEDURE,
    title="{name}",
    columns=(
        Column("name", wide=True),
        Column("source"),
        Column("lead_unit"),
        Column("leader"),
        Column("due_on"),
        Column("percent"),
        Column("step"),
    ),
    facts=facts(Task),
    opening=(
        "code",
        "name",
        "source",
        "above",
        "measure",
        "year_end_on",
        "set_on",
        "lead_unit",
        "leader",
        "deputy",
        "due_on",
        "node_on",
        "priority",
        "carried",
    ),
    needs=("name", "set_on", "year_end_on"),
    parts=(
        PartSpec("plan.Assistant", "配合单位", ("unit", "share"), "open"),
        PartSpec("plan.Milestone", "倒排节点", ("name", "due_on", "done_on"), "open"),
        PartSpec("plan.Progress", "进展报告", ("told_on", "percent", "text", "evidence"), "progress"),
    ),
    parties=("lead_unit",),
    search=("name", "code", "source"),
    key_fields=("year_end_on", "name"),
    papers=TASK_PAPERS,
    filters=(
        Filter("underway", "未完成", Q(step__in=BEGUN)),
        Filter("unverified", "待核实", Q(step="reported")),
        Filter("priority", "重点任务", Q(priority=Answer.YES)),
        Filter("late", "逾期完成", same("completed_on", "due_on", "gt")),
        Filter("carried", "上年滚入", Q(carried=Answer.YES)),
        Filter("from_above", "承接上级任务", Q(above__gt="")),
    ),
    open_when=Q(step__in=(*BEGUN, "reported")),
)

PROGRAMME = Register(
    key="plan.programme",
    label="规划安排",
    model_name="plan.Programme",
    procedure=PROGRAMME_PROCEDURE,
    title="{name}",
    columns=(Column("name", wide=True), Column("kind"), Column("tier"), Column("issued_on"), Column("step")),
    facts=facts(Programme),
    opening=("name", "kind", "tier", "above", "from_on", "until_on", "drafted_on"),
    needs=("name", "drafted_on"),
    parts=(PartSpec("plan.Clause", "条款", ("clause", "heading", "demand", "task", "unit"), "open"),),
    published=("name", "document_number", "issued_on"),
    search=("name", "document_number"),
    key_fields=("name", "drafted_on"),
    filters=(
        AsOf("standing", "施行中", "issued_on", "ended_on"),
        Filter("annual", "年度安排", Q(kind="annual")),
        Filter("uncovered", "有条款未落实到任务", part("plan.Clause", Q(task=""))),
    ),
)

LETTER = Register(
    key="plan.letter",
    label="目标管理责任书",
    model_name="plan.Letter",
    procedure=LETTER_PROCEDURE,
    title="{name}",
    columns=(Column("name", wide=True), Column("unit_kind"), Column("signatory"), Column("signed_on")),
    facts=facts(Letter),
    opening=("name", "unit_kind", "year_end_on", "drafted_on", "superior"),
    needs=("name", "drafted_on"),
    parts=(PartSpec("plan.Target", "目标", ("target", "measure", "result"), "open"),),
    parties=("superior",),
    search=("name",),
    key_fields=("name", "drafted_on"),
    papers=LETTER_PAPERS,
    filters=(Filter("unsigned", "未签订", Q(step="drafted")),),
)

PROBLEM = Register(
    key="plan.problem",
    label="存在问题",
    model_name="plan.Problem",
    procedure=PROBLEM_PROCEDURE,
    title="{name}",
    columns=(
        Column("name", wide=True),
        Column("list_name"),
        Column("unit"),
        Column("due_on"),
        Column("trend"),
    ),
    facts=facts(Problem),
    opening=("name", "list_name", "source", "cause", "raised_on", "unit", "carried", "trend"),
    needs=("name", "raised_on"),
    parties=("unit",),
    search=("name", "list_name"),
    key_fields=("name", "raised_on"),
    filters=(Filter("unsolved", "未解决", Q(step__in=(ProblemStep.RAISED, ProblemStep.ANSWERED))),),
)

SUBMISSION = Register(
    key="plan.submission",
    label="单位报送",
    model_name="plan.Submission",
    procedure=SUBMISSION_PROCEDURE,
    title="{topic}",
    columns=(Column("topic", wide=True), Column("unit"), Column("due_on"), Column("submitted_on")),
    facts=facts(Submission),
    opening=("topic", "template", "asked_on", "unit", "due_on"),
    needs=("topic", "asked_on", "unit", "due_on"),
    parties=("unit",),
    search=("topic",),
    key_fields=("topic", "unit", "asked_on"),
    papers=SUBMISSION_PAPERS,
    filters=(Filter("owed", "未报送", Q(step="asked")), Filter("waiting", "待采用", Q(step="submitted"))),
)

CAMPAIGN = Register(
    key="plan.campaign",
    label="专项行动",
    model_name="plan.Campaign",
    procedure=CAMPAIGN_PROCEDURE,
    title="{name}",
    columns=(Column("name", wide=True), Column("begun_on"), Column("until_on"), Column("found")),
    facts=facts(Campaign),
    opening=("name", "scope", "planned_on", "until_on"),
    needs=("name", "planned_on"),
    parts=(PartSpec("plan.CampaignUnit", "参加单位", ("unit", "part"), "open"),),
    search=("name",),
    key_fields=("name", "planned_on"),
    papers=CAMPAIGN_PAPERS,
)

REWARD = Register(
    key="plan.reward",
    label="奖惩",
    model_name="plan.Reward",
    procedure=REWARD_PROCEDURE,
    title="{name}",
    columns=(Column("name", wide=True), Column("unit"), Column("kind"), Column("decided_on")),
    facts=facts(Reward),
    opening=("name", "unit", "kind", "ground", "proposed_on"),
    needs=("name", "unit", "proposed_on"),
    parties=("unit",),
    search=("name", "document_number"),
    key_fields=("name", "proposed_on"),
    papers=REWARD_PAPERS,
)

ASSESSMENT = Register(
    key="plan.assessment",
    label="上级考评结果",
    model_name="plan.Assessment",
    procedure=ASSESSMENT_PROCEDURE,
    title="{name}",
    columns=(
        Column("name", wide=True),
        Column("year_end_on"),
        Column("grade"),
        Column("rank"),
        Column("pool"),
        Column("published_on"),
    ),
    facts=facts(Assessment),
    opening=("name", "year_end_on", "published_on", "grade", "rank", "pool"),
    needs=("name", "published_on"),
    parts=(PartSpec("plan.Deduction", "扣分", ("item", "points", "reason"), "open"),),
    search=("name",),
    key_fields=("name", "published_on"),
)

PLANNING = (TASK, PROGRAMME, LETTER, PROBLEM, SUBMISSION, CAMPAIGN, REWARD, ASSESSMENT)
