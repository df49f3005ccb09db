"""营商环境·公平竞争: how the registers beside the review are entered, listed and shown."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.register import AsOf, Column, Filter, NumberLine, PartSpec, Register
from fazhi.workstreams.business import firms, supervision
from fazhi.workstreams.business.models import (
    CleanUp,
    CompetitionReport,
    Complaint,
    Demand,
    InspectionPlan,
    Platform,
    Policy,
    Service,
    SpotCheck,
    Supervisor,
    Training,
)
from fazhi.workstreams.business.papers import (
    COMPLAINT_PAPERS,
    DEMAND_PAPERS,
    REPORT_PAPERS,
    SPOT_CHECK_PAPERS,
)
from fazhi.workstreams.business.registers import columns_of


def listed(*names: str, wide: str) -> tuple[Column, ...]:
    """Columns of a list, one of them wide; a register here has one limit, so its day needs no longer name."""
    return tuple(
        Column(name, "届满日" if name.startswith("due:") else "", wide=name == wide) for name in names
    )


SPOT_CHECK = Register(
    key="business.spot_check",
    label="公平竞争审查抽查",
    model_name="business.SpotCheck",
    procedure=supervision.CHECK_PROCEDURE,
    title="{kind}：{measure}",
    columns=listed(
        "measure", "unit", "checked_on", "problem", "rectify_by_on", "rectified_on", wide="measure"
    ),
    facts=columns_of(SpotCheck),
    opening=("kind", "measure", "unit", "planned_on"),
    needs=("measure", "planned_on"),
    parties=("unit",),
    published=("measure", "unit", "checked_on", "problem", "finding", "rectified_on"),
    search=("measure", "finding"),
    key_fields=("measure", "planned_on"),
    papers=SPOT_CHECK_PAPERS,
    filters=(
        Filter("problem", "发现问题", supervision.PROBLEM),
        Filter("unrectified", "未整改", supervision.PROBLEM & Q(rectified_on__isnull=True)),
    ),
    open_when=Q(closed_on__isnull=True),
)
REPORT = Register(
    key="business.competition_report",
    label="公平竞争审查举报",
    model_name="business.CompetitionReport",
    procedure=supervision.REPORT_PROCEDURE,
    title="举报：{measure}",
    columns=listed("measure", "maker", "received_on", "due:handle", "concluded_on", "result", wide="measure"),
    facts=columns_of(CompetitionReport),
    opening=("measure", "maker", "received_on", "channel", "named", "reporter", "phone", "content"),
    needs=("measure", "received_on"),
    parties=("maker",),
    personal=("reporter", "phone"),
    search=("measure", "content"),
    key_fields=("measure", "received_on"),
    papers=REPORT_PAPERS,
    filters=(Filter("founded", "举报属实", supervision.FOUNDED),),
    open_when=Q(closed_on__isnull=True, transferred_on__isnull=True),
)
CLEAN_UP = Register(
    key="business.clean_up",
    label="存量政策措施清理",
    model_name="business.CleanUp",
    procedure=supervision.CLEAN_UP_PROCEDURE,
    title="清理：{document}",
    columns=listed("document", "maker", "listed_on", "barrier", "result", "done_on", wide="document"),
    facts=columns_of(CleanUp),
    opening=("document", "document_number", "maker", "listed_on"),
    needs=("document", "listed_on"),
    parties=("maker",),
    published=("document", "document_number", "maker", "result", "done_on"),
    search=("document", "document_number"),
    key_fields=("document", "listed_on"),
    open_when=Q(done_on__isnull=True),
)
TRAINING = Register(
    key="business.training",
    label="公平竞争审查培训",
    model_name="business.Training",
    procedure=supervision.TRAINING_PROCEDURE,
    title="{topic}",
    columns=listed("topic", "held_on", "persons", wide="topic"),
    facts=columns_of(Training),
    opening=("topic", "planned_on", "persons", "units"),
    needs=("topic", "planned_on"),
    search=("topic",),
    key_fields=("topic", "planned_on"),
    open_when=Q(held_on__isnull=True),
)
DEMAND = Register(
    key="business.demand",
    label="企业诉求",
    model_name="business.Demand",
    procedure=firms.DEMAND_PROCEDURE,
    title="{firm}：{matter}",
    columns=listed(
        "firm",
        "matter",
        "channel",
        "unit",
        "received_on",
        "due:reply",
        "replied_on",
        "outcome",
        wide="matter",
    ),
    facts=columns_of(Demand),
    opening=("firm", "contact", "phone", "channel", "source_number", "matter", "received_on", "unit"),
    needs=("firm", "matter", "received_on"),
    parties=("unit",),
    personal=("contact", "phone"),
    search=("firm", "matter", "source_number"),
    key_fields=("firm", "matter", "received_on"),
    papers=DEMAND_PAPERS,
    filters=(
        Filter("open", "未办结", Q(ended_on__isnull=True)),
        Filter("from_12345", "12345转接", firms.FROM_12345),
        Filter("returned", "退回重办", filled("returned_on")),
    ),
    open_when=Q(ended_on__isnull=True),
)
COMPLAINT = Register(
    key="business.complaint",
    label="营商环境投诉",
    model_name="business.Complaint",
    procedure=firms.COMPLAINT_PROCEDURE,
    title="对{subject}的营商环境投诉",
    columns=listed(
        "number", "content", "subject", "channel", "received_on", "due:answer", "result", wide="content"
    ),
    facts=columns_of(Complaint),
    opening=(
        "channel",
        "source_number",
        "complainant",
        "phone",
        "subject",
        "campaign",
        "content",
        "received_on",
    ),
    needs=("content", "received_on"),
    number=NumberLine("complaint", "{mark}营投〔{year}〕{n}号"),
    personal=("complainant", "phone"),
    search=("number", "content", "source_number"),
    key_fields=("content", "received_on"),
    papers=COMPLAINT_PAPERS,
    filters=(
        Filter("founded", "属实", firms.FOUNDED),
        Filter("campaign", "专项整治线索", Q(campaign=firms.YES)),
    ),
    open_when=Q(closed_on__isnull=True, transferred_on__isnull=True),
)
POLICY = Register(
    key="business.policy",
    label="惠企政策",
    model_name="business.Policy",
    procedure=firms.POLICY_PROCEDURE,
    title="{name}",
    columns=listed("name", "document_number", "issued_on", "measures", "firms", wide="name"),
    facts=columns_of(Policy),
    opening=("name", "programme", "drafted_on", "measures"),
    needs=("name", "drafted_on"),
    parts=(PartSpec("business.Measure", "政策措施", ("text", "owner", "progress", "done"), "progress"),),
    published=("name", "document_number", "issued_on"),
    search=("name", "document_number", "programme"),
    key_fields=("name", "drafted_on"),
    filters=(AsOf("standing", "实施中", "issued_on", "ended_on"),),
    open_when=Q(issued_on__isnull=True),
)
PLAN = Register(
    key="business.inspection_plan",
    label="涉企行政检查年度计划",
    model_name="business.InspectionPlan",
    procedure=firms.PLAN_PROCEDURE,
    title="{name}",
    columns=listed("name", "inspections", "due:publish", "published_on", wide="name"),
    facts=columns_of(InspectionPlan),
    opening=("name", "prepared_on", "year_before_on", "inspections"),
    needs=("name", "prepared_on", "year_before_on"),
    published=("name", "published_on", "url"),
    search=("name",),
    key_fields=("name", "prepared_on"),
    open_when=Q(published_on__isnull=True),
)
SERVICE = Register(
    key="business.service",
    label="结对服务企业",
    model_name="business.Service",
    procedure=firms.SERVICE_PROCEDURE,
    title="{kind}：{firm}",
    columns=listed("firm", "kind", "leader", "since_on", "ended_on", wide="firm"),
    facts=columns_of(Service),
    opening=("kind", "firm", "leader", "team", "plan", "since_on"),
    needs=("firm", "since_on"),
    parts=(PartSpec("business.Visit", "走访", ("visited_on", "raised", "solved", "note"), "visit"),),
    search=("firm", "leader"),
    key_fields=("kind", "firm", "since_on"),
    filters=(AsOf("standing", "服务中", "since_on", "ended_on"),),
)
PLATFORM = Register(
    key="business.platform",
    label="服务企业平台",
    model_name="business.Platform",
    procedure=firms.PLATFORM_PROCEDURE,
    title="{name}",
    columns=listed("name", "kind", "operator", "since_on", "ended_on", wide="name"),
    facts=columns_of(Platform),
    opening=("name", "kind", "operator", "url", "since_on"),
    needs=("name", "since_on"),
    parts=(PartSpec("business.PlatformCase", "平台办理事项", ("handled_on", "firm", "matter"), "handle"),),
    published=("name", "kind", "operator", "url"),
    search=("name", "operator"),
    key_fields=("name", "since_on"),
    filters=(AsOf("standing", "运行中", "since_on", "ended_on"),),
)
SUPERVISOR = Register(
    key="business.supervisor",
    label="营商环境监督员",
    model_name="business.Supervisor",
    procedure=firms.SUPERVISOR_PROCEDURE,
    title="{name}（{workplace}）",
    columns=listed("name", "workplace", "since_on", "ended_on", wide="name"),
    facts=columns_of(Supervisor),
    opening=("name", "workplace", "since_on"),
    needs=("name", "since_on"),
    parts=(PartSpec("business.Observation", "监督反映", ("made_on", "content", "handled"), "observe"),),
    search=("name", "workplace"),
    key_fields=("name", "since_on"),
    filters=(AsOf("standing", "在聘", "since_on", "ended_on"),),
)
BESIDE = (
    SPOT_CHECK,
    REPORT,
    CLEAN_UP,
    TRAINING,
    DEMAND,
    COMPLAINT,
    POLICY,
    PLAN,
    SERVICE,
    PLATFORM,
    SUPERVISOR,
)
