"""重大行政决策: how the decision file and the registers beside it are entered, listed and shown."""

from django.db.models import Model, Q

from fazhi.engine.register import Column, Filter, PartSpec, Register
from fazhi.workstreams.decisions import beside, conditions
from fazhi.workstreams.decisions.models.choices import Step
from fazhi.workstreams.decisions.models.following import Following
from fazhi.workstreams.decisions.models.forming import Drafting, Participation, Proposal
from fazhi.workstreams.decisions.models.registers import CatalogueItem, ItemStep, Liability, Matter, Visit
from fazhi.workstreams.decisions.models.weighing import Discussion, Legality, Weighing
from fazhi.workstreams.decisions.papers import DECISION_LINE, DECISION_PAPERS, VISIT_PAPERS
from fazhi.workstreams.decisions.procedure import DECISION_PROCEDURE


def facts(*chapters: type[Model]) -> tuple[str, ...]:
    """Every column of its own, in the order in which the law comes to them."""
    hub = {"record", "organ", "step", "number", "stepped_on", "law_on", "law_chosen", "withdrawn_on"}
    return tuple(
        column.name for chapter in chapters for column in chapter._meta.local_fields if column.name not in hub
    )


DECISION = Register(
    key="decisions.decision",
    label="重大行政决策",
    model_name="decisions.Decision",
    procedure=DECISION_PROCEDURE,
    title="{name}",
    columns=(
        Column("number", "文号"),
        Column("name", wide=True),
        Column("unit"),
        Column("step"),
        Column("started_on"),
        Column("reviewed_on"),
        Column("verdict"),
        Column("discussed_on"),
        Column("decided_on"),
    ),
    facts=facts(Proposal, Drafting, Participation, Weighing, Legality, Discussion, Following),
    opening=("name", "proposed_on", "proposer", "item_kind", "scope", "catalogued"),
    needs=("name", "proposed_on"),
    number=DECISION_LINE,
    parts=(
        PartSpec(
            "decisions.Participant", "听证参加人", ("name", "represents", "opinion"), "list_participants"
        ),
        PartSpec(
            "decisions.Expert",
            "论证专家",
            ("name", "workplace", "field", "interested", "signed", "opinion"),
            "argue",
        ),
        PartSpec(
            "decisions.UnitOpinion",
            "联合审查意见",
            ("unit", "given_on", "opinion", "adopted"),
            "review_jointly",
        ),
        PartSpec("decisions.Speaker", "会议发言", ("name", "dissenting", "opinion")),
        PartSpec("decisions.FollowUp", "跟踪检查", ("checked_on", "way", "finding", "correction"), "track"),
    ),
    parties=("unit", "executor"),
    published=("number", "name", "unit", "item_kind", "decided_on", "published_on", "url"),
    search=("number", "name", "opinion_number"),
    key_fields=("name", "proposed_on"),
    papers=DECISION_PAPERS,
    filters=(
        Filter("forming", "形成中", Q(step__in=(Step.STARTED, Step.REVIEW, Step.REVIEWED, Step.SUBMITTED))),
        Filter("review", "待审查", Q(step=Step.REVIEW)),
        Filter("executing", "执行中", Q(step__in=(Step.DECIDED, Step.SUSPENDED))),
        Filter("failed", "审查不合法", conditions.FAILED),
        Filter("excepted", "例外提交", conditions.EXCEPTED),
    ),
    open_when=Q(
        step__in=(
            Step.PROPOSED,
            Step.STARTED,
            Step.REVIEW,
            Step.REVIEWED,
            Step.SUBMITTED,
            Step.DECIDED,
            Step.SUSPENDED,
            Step.STOPPED,
        )
    ),
)

CATALOGUE = Register(
    key="decisions.catalogue_item",
    label="重大行政决策目录事项",
    model_name="decisions.CatalogueItem",
    procedure=beside.ITEM_PROCEDURE,
    title="{year}年目录第{seq}项：{name}",
    columns=(
        Column("year"),
        Column("seq"),
        Column("name", wide=True),
        Column("unit"),
        Column("planned_on"),
        Column("step"),
        Column("completed_on"),
    ),
    facts=facts(CatalogueItem),
    opening=(
        "year",
        "seq",
        "name",
        "item_kind",
        "basis",
        "unit",
        "executor",
        "steps",
        "planned_on",
        "drafted_on",
        "counted_from_on",
    ),
    needs=("year", "seq", "name", "drafted_on"),
    parties=("unit",),
    published=("year", "seq", "name", "item_kind", "unit", "planned_on", "published_on", "url"),
    search=("name", "decision_number"),
    key_fields=("year", "seq"),
    filters=(
        Filter("open", "未完成", Q(step=ItemStep.PUBLISHED)),
        Filter("removed", "调出", Q(step=ItemStep.REMOVED)),
    ),
    open_when=Q(step__in=(ItemStep.DRAFTED, ItemStep.CONSENTED, ItemStep.PUBLISHED)),
)

VISIT = Register(
    key="decisions.visit",
    label="目录督导",
    model_name="decisions.Visit",
    procedure=beside.VISIT_PROCEDURE,
    title="{team}督导{visited_unit}：{item}",
    columns=(
        Column("team"),
        Column("item", wide=True),
        Column("visited_unit"),
        Column("visited_on"),
        Column("rectified_on"),
        Column("closed_on"),
    ),
    facts=facts(Visit),
    opening=("team", "item", "visited_unit", "visited_on", "finding"),
    needs=("team", "item", "visited_on"),
    parties=("visited_unit",),
    search=("team", "item", "finding"),
    key_fields=("team", "item", "visited_on"),
    papers=VISIT_PAPERS,
    open_when=Q(closed_on__isnull=True),
)

MATTER = Register(
    key="decisions.matter",
    label="上会事项",
    model_name="decisions.Matter",
    procedure=beside.MATTER_PROCEDURE,
    title="{name}",
    columns=(
        Column("name", wide=True),
        Column("kind"),
        Column("submitter"),
        Column("received_on"),
        Column("reply_by_on"),
        Column("reviewed_on"),
        Column("verdict"),
        Column("settled_on"),
        Column("result"),
    ),
    facts=facts(Matter),
    opening=("name", "kind", "amount", "submitter", "received_on", "reply_by_on"),
    needs=("name", "kind", "received_on"),
    parties=("submitter",),
    search=("name", "opinion_number"),
    key_fields=("name", "received_on"),
    filters=(
        Filter("unreviewed", "待审查", Q(reviewed_on__isnull=True, submitted_on__isnull=True)),
        Filter("major", "三重一大", beside.MAJOR_MATTER),
        Filter("excepted", "例外提交", beside.MATTER_EXCEPTED),
    ),
    open_when=Q(settled_on__isnull=True, withdrawn_back_on__isnull=True),
)

LIABILITY = Register(
    key="decisions.liability",
    label="决策责任追究",
    model_name="decisions.Liability",
    procedure=beside.LIABILITY_PROCEDURE,
    title="{decision}（责任追究）",
    columns=(
        Column("decision", wide=True),
        Column("fault"),
        Column("opened_on"),
        Column("concluded_on"),
        Column("measure"),
    ),
    facts=facts(Liability),
    opening=("decision", "person", "duty", "opened_on"),
    needs=("decision", "opened_on"),
    personal=("person", "duty"),
    search=("decision",),
    key_fields=("decision", "person", "opened_on"),
    open_when=Q(concluded_on__isnull=True),
)
