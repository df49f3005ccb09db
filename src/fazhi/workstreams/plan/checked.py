"""计划·督察·考核: how inspections, findings, reports and honours are entered and listed."""

from django.db.models import Q

from fazhi.engine.register import AsOf, Column, Filter, PartSpec, Register
from fazhi.workstreams.plan.bases import facts
from fazhi.workstreams.plan.honouring import AREA_PROCEDURE, HONOUR_PROCEDURE
from fazhi.workstreams.plan.models import Finding, Honour, Inspection, ModelArea, Report, Review
from fazhi.workstreams.plan.models.supervision import FindingStep, InspectionKind, Source
from fazhi.workstreams.plan.papers import FINDING_PAPERS, INSPECTION_PAPERS, REPORT_PAPERS, REVIEW_PAPERS
from fazhi.workstreams.plan.reporting import REPORT_PROCEDURE
from fazhi.workstreams.plan.supervising import FINDING_PROCEDURE, INSPECTION_PROCEDURE, REVIEW_PROCEDURE

UNDONE = (FindingStep.FED_BACK, FindingStep.PLANNED, FindingStep.RECTIFIED)

INSPECTION = Register(
    key="plan.inspection",
    label="督察",
    model_name="plan.Inspection",
    procedure=INSPECTION_PROCEDURE,
    title="{name}",
    columns=(
        Column("name", wide=True),
        Column("kind"),
        Column("source"),
        Column("begun_on"),
        Column("problems"),
        Column("step"),
    ),
    facts=facts(Inspection),
    opening=(
        "name",
        "kind",
        "source",
        "supervisor",
        "batch",
        "scope",
        "plan_item",
        "planned_on",
        "joint",
        "respond_by_on",
    ),
    needs=("name", "planned_on"),
    parts=(
        PartSpec(
            "plan.Visit", "督察的单位", ("unit", "unit_kind", "method", "visited_on", "problems"), "feed_back"
        ),
        PartSpec("plan.Inspector", "督察组成员", ("name", "workplace", "conflict"), "open"),
    ),
    personal=("leads",),
    search=("name", "batch"),
    key_fields=("name", "planned_on"),
    papers=INSPECTION_PAPERS,
    filters=(
        Filter("ours", "本级督察", Q(source=Source.OWN)),
        Filter("above", "上级督察", Q(source__in=(Source.CITY, Source.PROVINCE, Source.CENTRE))),
        Filter("environment", "生态环境保护督察", Q(kind=InspectionKind.ENVIRONMENT)),
        Filter("back", "回头看", Q(kind=InspectionKind.LOOK_BACK)),
    ),
)

FINDING = Register(
    key="plan.finding",
    label="督察问题",
    model_name="plan.Finding",
    procedure=FINDING_PROCEDURE,
    title="{name}",
    columns=(
        Column("name", wide=True),
        Column("unit"),
        Column("severity"),
        Column("fed_back_on"),
        Column("due:rectify"),
        Column("step"),
    ),
    facts=facts(Finding),
    opening=("name", "basis", "inspection", "unit", "severity", "fed_back_on", "rectify_by_on"),
    needs=("name", "unit", "fed_back_on"),
    parties=("unit",),
    published=("name", "unit", "rectification", "verified_on"),
    search=("name", "inspection"),
    key_fields=("name", "unit", "fed_back_on"),
    papers=FINDING_PAPERS,
    filters=(
        Filter("undone", "未完成整改", Q(step__in=UNDONE)),
        Filter("unverified", "待核查", Q(step=FindingStep.RECTIFIED)),
        Filter("unclosed", "待销号", Q(step=FindingStep.VERIFIED)),
    ),
)

REVIEW = Register(
    key="plan.review",
    label="督查结论复核",
    model_name="plan.Review",
    procedure=REVIEW_PROCEDURE,
    title="{conclusion}",
    columns=(Column("conclusion", wide=True), Column("unit"), Column("requested_on"), Column("due:decide")),
    facts=facts(Review),
    opening=("conclusion", "unit", "conclusion_received_on"),
    needs=("conclusion", "unit", "conclusion_received_on"),
    parties=("unit",),
    search=("conclusion",),
    key_fields=("conclusion", "unit"),
    papers=REVIEW_PAPERS,
)

REPORT = Register(
    key="plan.report",
    label="年度报告",
    model_name="plan.Report",
    procedure=REPORT_PROCEDURE,
    title="{name}",
    columns=(
        Column("name", wide=True),
        Column("kind"),
        Column("year_end_on"),
        Column("reported_on"),
        Column("published_on"),
        Column("step"),
    ),
    facts=facts(Report),
    opening=("name", "kind", "year_end_on", "planned_on", "local_due_on"),
    needs=("name", "kind", "year_end_on", "planned_on"),
    parts=(
        PartSpec("plan.Block", "报告内容", ("kind", "text", "causes"), "draft"),
        PartSpec("plan.Delivery", "报送", ("recipient", "body", "sent_on", "proof"), "report"),
    ),
    published=("name", "year_end_on", "document_number", "published_on", "url"),
    search=("name", "document_number"),
    key_fields=("name", "year_end_on"),
    papers=REPORT_PAPERS,
    filters=(Filter("unpublished", "未公开", Q(published_on__isnull=True)),),
)

HONOUR = Register(
    key="plan.honour",
    label="荣誉与典型",
    model_name="plan.Honour",
    procedure=HONOUR_PROCEDURE,
    title="{name}（{holder}）",
    columns=(
        Column("name", wide=True),
        Column("holder"),
        Column("level"),
        Column("granted_on"),
        Column("expires_on"),
    ),
    facts=facts(Honour),
    opening=("name", "kind", "level", "holder", "granter", "document", "work", "granted_on", "expires_on"),
    needs=("name", "holder", "granted_on"),
    published=("name", "holder", "level", "granter", "granted_on"),
    search=("name", "holder", "document"),
    key_fields=("name", "holder", "granted_on"),
    filters=(
        AsOf("standing", "有效", "granted_on", "ended_on"),
        Filter("villages", "示范村（社区）", Q(kind="village")),
    ),
    open_when=Q(step="ended", ended_on__isnull=True),
)

MODEL_AREA = Register(
    key="plan.model_area",
    label="示范创建申报",
    model_name="plan.ModelArea",
    procedure=AREA_PROCEDURE,
    title="{name}",
    columns=(
        Column("name", wide=True),
        Column("kind"),
        Column("batch"),
        Column("applied_on"),
        Column("step"),
    ),
    facts=facts(ModelArea),
    opening=("name", "kind", "batch", "checked_on", "voluntary"),
    needs=("name", "checked_on"),
    parts=(PartSpec("plan.SelfCheck", "自查项目", ("item", "met", "evidence", "gap"), "open"),),
    search=("name", "batch"),
    key_fields=("name", "checked_on"),
    filters=(Filter("named", "已命名", Q(step="named")),),
)

CHECKED = (INSPECTION, FINDING, REVIEW, REPORT, HONOUR, MODEL_AREA)
