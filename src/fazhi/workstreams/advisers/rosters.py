"""法律顾问·公职律师: how engagements, certificates, villages, tasks and rules are entered and shown."""

from django.db.models import Q

from fazhi.engine.register import AsOf, Column, PartSpec, Register
from fazhi.workstreams.advisers import people
from fazhi.workstreams.advisers.models.people import Adviser, PublicLawyer, Task, Village
from fazhi.workstreams.advisers.papers import ADVISER_PAPERS

KEPT = {"record", "organ", "step", "number", "stepped_on", "law_on", "law_chosen", "withdrawn_on"}


def facts(model: type[Adviser | PublicLawyer | Task | Village]) -> tuple[str, ...]:
    """The model's own columns, in their order."""
    return tuple(column.name for column in model._meta.local_fields if column.name not in KEPT)


ADVISER = Register(
    key="advisers.adviser",
    label="法律顾问",
    model_name="advisers.Adviser",
    procedure=people.ADVISER_PROCEDURE,
    title="{name}（{firm}）",
    columns=(
        Column("name", wide=True),
        Column("capacity"),
        Column("firm"),
        Column("engager"),
        Column("unit"),
        Column("engaged_on"),
        Column("term_until_on"),
        Column("step"),
    ),
    facts=facts(Adviser),
    opening=("name", "capacity", "firm", "engager", "unit", "team", "shared", "selected_on"),
    needs=("name", "selected_on"),
    parts=(PartSpec("advisers.ServedUnit", "共同聘用单位", ("unit", "matters"), "engage"),),
    search=("name", "firm", "unit"),
    key_fields=("name", "unit", "selected_on"),
    papers=ADVISER_PAPERS,
    filters=(
        AsOf("engaged", "在聘", "engaged_on", "ended_on"),
        AsOf("team", "政府法律顾问团", "engaged_on", "ended_on", Q(team="yes")),
        AsOf("shared", "共同聘用", "engaged_on", "ended_on", Q(shared="yes")),
    ),
    open_when=Q(ended_on__isnull=True),
)

LAWYER = Register(
    key="advisers.public_lawyer",
    label="公职律师",
    model_name="advisers.PublicLawyer",
    procedure=people.LAWYER_PROCEDURE,
    title="{name}（{unit}）",
    columns=(
        Column("name", wide=True),
        Column("unit"),
        Column("certificate"),
        Column("certified_on"),
        Column("assessed_on"),
        Column("step"),
    ),
    facts=facts(PublicLawyer),
    opening=("name", "unit", "qualified", "official", "experienced", "unit_agrees", "applied_on"),
    needs=("name", "applied_on"),
    parts=(PartSpec("advisers.Work", "工作日志", ("done_on", "text"), "work"),),
    search=("name", "unit", "certificate"),
    key_fields=("name", "applied_on"),
    filters=(AsOf("certified", "在册", "certified_on", "cancelled_on"),),
    open_when=Q(cancelled_on__isnull=True),
)

TASK = Register(
    key="advisers.task",
    label="法律顾问事务",
    model_name="advisers.Task",
    procedure=people.TASK_PROCEDURE,
    title="{subject}（{kind}）",
    columns=(
        Column("subject", wide=True),
        Column("kind"),
        Column("channel"),
        Column("unit"),
        Column("adviser"),
        Column("asked_on"),
        Column("done_on"),
        Column("adoption"),
    ),
    facts=facts(Task),
    opening=("subject", "kind", "channel", "unit", "adviser", "asked_on"),
    needs=("subject", "asked_on"),
    search=("subject", "unit", "adviser"),
    key_fields=("subject", "asked_on"),
    open_when=Q(done_on__isnull=True),
)

VILLAGE = Register(
    key="advisers.village",
    label="村（社区）法律顾问",
    model_name="advisers.Village",
    procedure=people.VILLAGE_PROCEDURE,
    title="{name}（{township}）",
    columns=(
        Column("name", wide=True),
        Column("township"),
        Column("adviser"),
        Column("advised_from_on"),
        Column("advised_until_on"),
    ),
    facts=facts(Village),
    opening=("name", "township", "listed_on"),
    needs=("name", "listed_on"),
    search=("name", "township", "adviser"),
    key_fields=("name", "township"),
    filters=(AsOf("covered", "已聘请", "advised_from_on", "advised_until_on"),),
)

MEMBER = Register(
    key="advisers.member",
    label="法律专家咨询委员会委员",
    model_name="advisers.Member",
    procedure=people.MEMBER_PROCEDURE,
    title="{name}（{workplace}）",
    columns=(Column("name", wide=True), Column("workplace"), Column("since_on"), Column("ended_on")),
    facts=("name", "workplace", "since_on", "ended_on"),
    opening=("name", "workplace", "since_on"),
    needs=("name", "since_on"),
    search=("name", "workplace"),
    key_fields=("name", "since_on"),
    filters=(AsOf("standing", "在任", "since_on", "ended_on"),),
)

RULE = Register(
    key="advisers.rule",
    label="法律顾问制度",
    model_name="advisers.AdviceRule",
    procedure=people.RULE_PROCEDURE,
    title="{name}",
    columns=(Column("name", wide=True), Column("document_number"), Column("issued_on"), Column("ended_on")),
    facts=("name", "document_number", "issued_on", "ended_on"),
    opening=("name", "document_number", "issued_on"),
    needs=("name", "issued_on"),
    search=("name", "document_number"),
    key_fields=("name", "issued_on"),
)

ROSTERS = (ADVISER, LAWYER, TASK, VILLAGE, MEMBER, RULE)
