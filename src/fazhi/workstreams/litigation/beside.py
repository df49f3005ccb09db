"""行政应诉: how the small registers beside the lawsuit are entered, listed and shown."""

from django.db.models import Model, Q

from fazhi.engine.condition import filled
from fazhi.engine.register import Column, Filter, NumberLine, PartSpec, Register
from fazhi.workstreams.litigation import claims, exchanges, suggestions
from fazhi.workstreams.litigation.models import (
    Compensation,
    Enforcement,
    LossWarning,
    Meeting,
    Observation,
    Suggestion,
)
from fazhi.workstreams.litigation.papers import SUGGESTION_PAPERS


def columns_of(model: type[Model]) -> tuple[str, ...]:
    """The register's own columns, in the order in which they are declared."""
    hub = {"record", "organ", "step", "number", "stepped_on", "law_on", "law_chosen", "withdrawn_on"}
    return tuple(column.name for column in model._meta.local_fields if column.name not in hub)


SUGGESTION = Register(
    key="litigation.suggestion",
    label="司法建议、检察建议",
    model_name="litigation.Suggestion",
    procedure=suggestions.SUGGESTION_PROCEDURE,
    title="{issuing_office}{kind}：{topic}",
    columns=(
        Column("letter_number"),
        Column("kind"),
        Column("topic", wide=True),
        Column("step"),
        Column("received_on"),
        Column("reply_due_on"),
        Column("replied_on"),
        Column("adoption"),
    ),
    facts=columns_of(Suggestion),
    opening=(
        "issuer",
        "issuing_office",
        "kind",
        "letter_number",
        "topic",
        "field",
        "content",
        "judgment_effective_on",
        "sent_on",
        "received_on",
        "urgent",
        "reply_by_on",
        "handling",
    ),
    needs=("topic", "received_on"),
    parties=("handling",),
    search=("letter_number", "topic", "issuing_office"),
    key_fields=("letter_number",),
    papers=SUGGESTION_PAPERS,
    filters=(
        Filter("unreplied", "未回复", Q(replied_on__isnull=True)),
        Filter("court", "司法建议", suggestions.COURT),
        Filter("procuratorate", "检察建议", suggestions.PROCURATORATE),
        Filter("escalated", "被起诉或者上报", filled("escalated_on")),
    ),
    open_when=Q(closed_on__isnull=True),
)

OBSERVATION = Register(
    key="litigation.observation",
    label="旁听庭审",
    model_name="litigation.Observation",
    procedure=exchanges.OBSERVATION_PROCEDURE,
    title="在{court}旁听庭审",
    columns=(Column("court", wide=True), Column("held_on"), Column("cases"), Column("observers")),
    facts=columns_of(Observation),
    opening=("planned_on", "court", "case_numbers", "cases", "observers", "heads"),
    needs=("court",),
    parts=(PartSpec("litigation.Observer", "旁听人员", ("name", "post", "rank"), "hold"),),
    search=("court", "case_numbers"),
    key_fields=("held_on", "court"),
)

MEETING = Register(
    key="litigation.meeting",
    label="府院联席会议、应诉座谈会",
    model_name="litigation.Meeting",
    procedure=exchanges.MEETING_PROCEDURE,
    title="{kind}：{topic}",
    columns=(Column("kind"), Column("topic", wide=True), Column("held_on"), Column("replied_on")),
    facts=columns_of(Meeting),
    opening=("kind", "topic", "planned_on", "participants", "cross_region"),
    needs=("topic",),
    search=("topic", "participants"),
    key_fields=("kind", "held_on", "topic"),
    filters=(Filter("unanswered", "建议未答复", Q(advised="yes", replied_on__isnull=True)),),
    open_when=Q(concluded_on__isnull=True),
)

WARNING = Register(
    key="litigation.warning",
    label="败诉预警、约谈、通报",
    model_name="litigation.LossWarning",
    procedure=exchanges.WARNING_PROCEDURE,
    title="对{unit}的{kind}",
    columns=(
        Column("kind"),
        Column("unit", wide=True),
        Column("losses"),
        Column("issued_on"),
        Column("correct_by_on"),
        Column("corrected_on"),
    ),
    facts=columns_of(LossWarning),
    opening=("kind", "unit", "prepared_on", "losses", "threshold", "reason", "correct_by_on"),
    needs=("unit",),
    parties=("unit",),
    search=("reason",),
    key_fields=("kind", "unit", "issued_on"),
    filters=(Filter("uncorrected", "未整改", Q(corrected_on__isnull=True)),),
    open_when=Q(corrected_on__isnull=True),
)

COMPENSATION = Register(
    key="litigation.compensation",
    label="国家赔偿申请",
    model_name="litigation.Compensation",
    procedure=claims.COMPENSATION_PROCEDURE,
    title="{claimant}请求国家赔偿",
    columns=(
        Column("number", "文号"),
        Column("claimant", wide=True),
        Column("received_on"),
        Column("due:compensate"),
        Column("decided_on"),
        Column("result"),
    ),
    facts=columns_of(Compensation),
    opening=("claimant", "id_no", "phone", "received_on", "reason", "claimed_amount"),
    needs=("claimant", "received_on"),
    number=NumberLine("compensation", "{mark}赔〔{year}〕{n}号"),
    personal=("id_no", "phone"),
    search=("number", "claimant"),
    key_fields=("number",),
    open_when=Q(done_on__isnull=True),
)

ENFORCEMENT = Register(
    key="litigation.enforcement",
    label="非诉执行申请",
    model_name="litigation.Enforcement",
    procedure=claims.ENFORCEMENT_PROCEDURE,
    title="申请执行{decision_number}（{party}）",
    columns=(
        Column("decision_number"),
        Column("party", wide=True),
        Column("apply_due_on"),
        Column("applied_on"),
        Column("ruling"),
    ),
    facts=columns_of(Enforcement),
    opening=(
        "party",
        "decision_number",
        "decision_served_on",
        "sue_ends_on",
        "sued",
        "performed",
        "amount",
        "court",
    ),
    needs=("party", "decision_number", "sue_ends_on"),
    search=("decision_number", "party"),
    key_fields=("decision_number",),
    open_when=Q(done_on__isnull=True),
)
