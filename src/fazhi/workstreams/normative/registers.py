"""行政规范性文件: how its registers are entered, listed and shown."""

from django.db.models import Model, Q

from fazhi.engine.condition import filled
from fazhi.engine.register import AsOf, Column, Filter, PartSpec, Register
from fazhi.workstreams.normative import beside
from fazhi.workstreams.normative import conditions as c
from fazhi.workstreams.normative.models import (
    CleanUp,
    Document,
    Objection,
    PlanItem,
    Review,
    Round,
    YearlyList,
)
from fazhi.workstreams.normative.models.choices import Paper
from fazhi.workstreams.normative.papers import (
    DOCUMENT_LINE,
    DOCUMENT_PAPERS,
    OBJECTION_PAPERS,
    REVIEW_PAPERS,
    ROUND_PAPERS,
)
from fazhi.workstreams.normative.procedure import DOCUMENT_PROCEDURE


def columns_of(model: type[Model]) -> tuple[str, ...]:
    """The register's own columns, in the order in which they are declared."""
    hub = {"record", "organ", "step", "number", "stepped_on", "law_on", "law_chosen", "withdrawn_on"}
    return tuple(column.name for column in model._meta.local_fields if column.name not in hub)


# fmt: off
DOCUMENT = Register(
    key="normative.document", label="行政规范性文件", model_name="normative.Document",
    procedure=DOCUMENT_PROCEDURE, title="{subject}",
    columns=(Column("number", "规范性文件编号"), Column("subject", wide=True), Column("document_number"),
             Column("maker_kind"), Column("step"), Column("issued_on"), Column("effective_on"),
             Column("validity_ends_on"), Column("filed_on"), Column("ending")),
    facts=columns_of(Document),
    opening=("subject", "maker_kind", "joint_makers", "drafter", "basis", "planned_on"),
    needs=("subject",),
    number=DOCUMENT_LINE,
    parties=("drafter",),
    published=("number", "subject", "document_number", "issued_on", "effective_on", "validity_ends_on", "url",
               "ended_on", "ending", "successor"),
    search=("number", "subject", "document_number"),
    key_fields=("document_number", "subject"), papers=DOCUMENT_PAPERS,
    filters=(
        AsOf("in_force", "现行有效", "effective_on", "ended_on"),
        Filter("under_way", "制定中", Q(published_on__isnull=True, dropped_on__isnull=True)),
        Filter("unfiled", "未备案", filled("published_on") & Q(filed_on__isnull=True)),
        Filter("ended", "不再有效", filled("ended_on")),
    ),
    open_when=Q(published_on__isnull=True, dropped_on__isnull=True),
)
REVIEW = Register(
    key="normative.review", label="文件审查", model_name="normative.Review",
    procedure=beside.REVIEW_PROCEDURE, title="{kind}：{subject}",
    columns=(Column("kind"), Column("subject", wide=True), Column("sender"), Column("step"),
             Column("received_on"), Column("concluded_on"), Column("result")),
    facts=columns_of(Review),
    opening=("kind", "subject", "sender", "sender_name", "received_on", "urgent", "reply_by_on"),
    needs=("kind", "subject", "received_on"),
    parts=(PartSpec("normative.Remark", "沟通意见", ("raised_on", "remark", "adopted", "reply"),
                    "exchange"),),
    parties=("sender",), search=("subject", "number_given"), key_fields=("kind", "subject", "received_on"),
    papers=REVIEW_PAPERS,
    filters=(Filter("pending", "待审查", Q(concluded_on__isnull=True)),
             *(Filter(kind, kind.label, Q(kind=kind)) for kind in Paper if kind != Paper.UNDECIDED),
             Filter("wrong", "不合法、超越权限", c.NOT_LAWFUL)),
    open_when=Q(closed_on__isnull=True),
)
ROUND = Register(
    key="normative.round", label="文件清理", model_name="normative.Round", procedure=beside.ROUND_PROCEDURE,
    title="{name}",
    columns=(Column("name", wide=True), Column("begun_on"), Column("approved_on"), Column("published_on"),
             Column("next_due_on")),
    facts=columns_of(Round), opening=("name", "begun_on", "scope", "papers"), needs=("name", "begun_on"),
    published=("name", "published_on", "url"), search=("name",), key_fields=("name", "begun_on"),
    papers=ROUND_PAPERS,
    open_when=Q(published_on__isnull=True),
)
CLEAN_UP = Register(
    key="normative.clean_up", label="清理结论", model_name="normative.CleanUp",
    procedure=beside.CLEAN_UP_PROCEDURE, title="{subject}",
    columns=(Column("subject", wide=True), Column("document_number"), Column("round_name"),
             Column("judged_on"), Column("verdict")),
    facts=columns_of(CleanUp), opening=("round_name", "subject", "document_number", "listed_on"),
    needs=("round_name", "subject", "listed_on"),
    published=("subject", "document_number", "judged_on", "verdict"),
    search=("subject", "document_number", "round_name"), key_fields=("round_name", "subject"),
    filters=(Filter("unjudged", "未作结论", Q(judged_on__isnull=True)),),
    open_when=Q(judged_on__isnull=True),
)
OBJECTION = Register(
    key="normative.objection", label="对文件的审查建议", model_name="normative.Objection",
    procedure=beside.OBJECTION_PROCEDURE, title="{kind}：{subject}",
    columns=(Column("kind"), Column("subject", wide=True), Column("received_on"), Column("answered_on"),
             Column("finding"), Column("corrected_on")),
    facts=columns_of(Objection),
    opening=("kind", "subject", "clause", "proposer", "letter_number", "asked_by", "received_on"),
    needs=("kind", "subject", "received_on"), parties=("asked_by",), personal=("proposer",),
    search=("subject", "letter_number"), key_fields=("kind", "subject", "received_on"),
    papers=OBJECTION_PAPERS,
    filters=(Filter("unanswered", "未答复", Q(answered_on__isnull=True)),),
    open_when=Q(closed_on__isnull=True),
)
PLAN_ITEM = Register(
    key="normative.plan_item", label="制定计划项目", model_name="normative.PlanItem",
    procedure=beside.PLAN_PROCEDURE, title="{subject}",
    columns=(Column("subject", wide=True), Column("year"), Column("drafter"), Column("step"),
             Column("due_on"), Column("done_on")),
    facts=columns_of(PlanItem), opening=("subject", "year", "drafter", "proposed_on", "due_on"),
    needs=("subject", "year", "proposed_on"), parties=("drafter",), search=("subject",),
    key_fields=("year", "subject"), open_when=Q(done_on__isnull=True, dropped_on__isnull=True),
)
YEARLY_LIST = Register(
    key="normative.yearly_list", label="年度文件目录", model_name="normative.YearlyList",
    procedure=beside.YEARLY_PROCEDURE, title="{name}",
    columns=(Column("name", wide=True), Column("year_end_on"), Column("papers"), Column("due:send"),
             Column("sent_on"), Column("sent_to")),
    facts=columns_of(YearlyList), opening=("name", "year_end_on", "compiled_on", "papers"),
    needs=("name", "year_end_on", "compiled_on"), search=("name",), key_fields=("name", "year_end_on"),
    filters=(Filter("unsent", "未报送", Q(sent_on__isnull=True)),), open_when=Q(sent_on__isnull=True),
)
# fmt: on
REGISTERS = (DOCUMENT, REVIEW, ROUND, CLEAN_UP, OBJECTION, PLAN_ITEM, YEARLY_LIST)
