"""政府规章与立法: beside rule and bill: research, contact points, clean-up, bodies, statutes."""

from django.db.models import Model, Q

from fazhi.engine.register import AsOf, Column, Filter, Register
from fazhi.workstreams.legislation import beside
from fazhi.workstreams.legislation.models import (
    CleanUp,
    ContactPoint,
    LegislativeBody,
    PointOpinion,
    Research,
    Staff,
    Statute,
    Use,
    YearlyList,
)
from fazhi.workstreams.legislation.models.choices import UseKind


def columns_of(model: type[Model]) -> tuple[str, ...]:
    """The register's own columns, in the order in which they are declared."""
    hub = {"record", "organ", "step", "number", "stepped_on", "law_on", "law_chosen", "withdrawn_on"}
    return tuple(column.name for column in model._meta.local_fields if column.name not in hub)


# fmt: off
RESEARCH = Register(
    key="legislation.research", label="立法调研论证", model_name="legislation.Research",
    procedure=beside.RESEARCH_PROCEDURE, title="{project_name}：{kind}",
    columns=(Column("project_name", wide=True), Column("kind"), Column("held_on"), Column("participants"),
             Column("points"), Column("step")),
    facts=columns_of(Research), opening=("project_name", "kind", "prepared_on", "place"),
    needs=("project_name", "kind", "prepared_on"), search=("project_name", "report"),
    key_fields=("project_name", "kind", "prepared_on"), open_when=Q(reported_on__isnull=True),
)
CONTACT_POINT = Register(
    key="legislation.contact_point", label="立法联系点", model_name="legislation.ContactPoint",
    procedure=beside.POINT_PROCEDURE, title="{name}",
    columns=(Column("name", wide=True), Column("kind"), Column("place"), Column("since_on"),
             Column("ended_on")),
    facts=columns_of(ContactPoint), opening=("name", "kind", "place", "since_on", "document_number"),
    needs=("name", "since_on"), published=("name", "kind", "place", "since_on"), search=("name", "place"),
    key_fields=("name", "since_on"),
    filters=(AsOf("standing", "在册", "since_on", "ended_on"),),
)
POINT_OPINION = Register(
    key="legislation.point_opinion", label="联系点意见", model_name="legislation.PointOpinion",
    procedure=beside.OPINION_PROCEDURE, title="{point_name}：{draft}",
    columns=(Column("point_name"), Column("draft", wide=True), Column("sent_on"), Column("returned_on"),
             Column("opinions"), Column("adopted"), Column("step")),
    facts=columns_of(PointOpinion), opening=("point_name", "draft", "sent_on", "due_on"),
    needs=("point_name", "draft", "sent_on"), search=("point_name", "draft"),
    key_fields=("point_name", "draft", "sent_on"), open_when=Q(fed_back_on__isnull=True),
)
CLEAN_UP = Register(
    key="legislation.clean_up", label="规章清理结论", model_name="legislation.CleanUp",
    procedure=beside.CLEAN_UP_PROCEDURE, title="{subject}",
    columns=(Column("subject", wide=True), Column("order_number"), Column("round_name"),
             Column("judged_on"), Column("verdict"), Column("published_on")),
    facts=columns_of(CleanUp), opening=("round_name", "subject", "order_number", "listed_on"),
    needs=("round_name", "subject", "listed_on"),
    published=("subject", "order_number", "judged_on", "verdict", "url"),
    search=("subject", "order_number", "round_name"), key_fields=("round_name", "subject"),
    filters=(Filter("unjudged", "未作结论", Q(judged_on__isnull=True)),),
    open_when=Q(published_on__isnull=True),
)
YEARLY_LIST = Register(
    key="legislation.yearly_list", label="规章目录报送", model_name="legislation.YearlyList",
    procedure=beside.LIST_PROCEDURE, title="{name}",
    columns=(Column("name", wide=True), Column("year_end_on"), Column("rules"), Column("due:send"),
             Column("sent_on")),
    facts=columns_of(YearlyList), opening=("name", "year_end_on", "rules"), needs=("name", "year_end_on"),
    search=("name",), key_fields=("name", "year_end_on"), open_when=Q(sent_on__isnull=True),
)
BODY = Register(
    key="legislation.body", label="立法机构", model_name="legislation.LegislativeBody",
    procedure=beside.BODY_PROCEDURE, title="{name}",
    columns=(Column("name", wide=True), Column("posts"), Column("since_on"), Column("ended_on")),
    facts=columns_of(LegislativeBody), opening=("name", "posts", "since_on", "document_number"),
    needs=("name", "since_on"), search=("name",), key_fields=("name", "since_on"),
    filters=(AsOf("standing", "现有", "since_on", "ended_on"),),
)
STAFF = Register(
    key="legislation.staff", label="立法工作人员", model_name="legislation.Staff",
    procedure=beside.STAFF_PROCEDURE, title="{name}",
    columns=(Column("name"), Column("body_name"), Column("post"), Column("qualified"), Column("since_on"),
             Column("ended_on")),
    facts=columns_of(Staff), opening=("name", "body_name", "post", "qualified", "since_on"),
    needs=("name", "since_on"), search=("name", "body_name"), key_fields=("name", "since_on"),
    filters=(AsOf("standing", "在岗", "since_on", "ended_on"),),
)
STATUTE = Register(
    key="legislation.statute", label="法律法规名录", model_name="legislation.Statute",
    procedure=beside.STATUTE_PROCEDURE, title="{name}",
    columns=(Column("name", wide=True), Column("level"), Column("version"), Column("in_force_on"),
             Column("revised_on"), Column("ended_on")),
    facts=columns_of(Statute), opening=("name", "level", "version", "in_force_on", "since_on"),
    needs=("name", "level", "since_on"), search=("name",), key_fields=("name", "since_on"),
    filters=(AsOf("listed", "在名录", "since_on", "ended_on"),),
)
USE = Register(
    key="legislation.use", label="法律法规运用", model_name="legislation.Use",
    procedure=beside.USE_PROCEDURE, title="{statute_name}：{kind}",
    columns=(Column("statute_name", wide=True), Column("kind"), Column("occasion"), Column("done_on"),
             Column("persons")),
    facts=columns_of(Use), opening=("statute_name", "kind", "occasion", "arranged_on"),
    needs=("kind", "arranged_on"), search=("statute_name", "occasion"),
    key_fields=("statute_name", "kind", "arranged_on"),
    filters=tuple(Filter(kind, kind.label, Q(kind=kind)) for kind in UseKind if kind != UseKind.UNDECIDED),
    open_when=Q(done_on__isnull=True),
)
# fmt: on
SMALL = (RESEARCH, CONTACT_POINT, POINT_OPINION, CLEAN_UP, YEARLY_LIST, BODY, STAFF, STATUTE, USE)
