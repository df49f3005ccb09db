"""第一责任人: one level answers to the next, and how the coordinating office gets its posts."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.engine.register import AsOf, Column, Filter, Register
from fazhi.organs.role import Role
from fazhi.workstreams.leadership.bases import BY_PLACE, LAW_DAY, facts
from fazhi.workstreams.leadership.models import Charge, Staffing
from fazhi.workstreams.leadership.models.tiers import ChargeKind, ChargeStep, StaffingStep

OFFICE = (Role.HANDLER, Role.COORDINATOR)
HEADS = (Role.HEAD, Role.BODY_HEAD)
KINDS = tuple(kind for kind in ChargeKind if kind != ChargeKind.UNDECIDED)

# fmt: off

ANSWERS = Gate("answers", "一级抓一级，责任人应当明确责任类别、负责事项和向谁负责",
    Q(kind__in=KINDS, duties__gt="", answers_to__gt="") & filled("superior"), *BY_PLACE,
    remedy="请登记“责任类别”“负责事项”“上一级机关”和“向谁负责”")
HANDED_OVER = Gate("handed_over", "卸任应当明确接任人", Q(successor__gt=""), *BY_PLACE,
    remedy="请填写“接任人”，并登记接任的责任人")
CHARGE_PROCEDURE = Procedure(
    steps=ChargeStep, start=ChargeStep.NAMED, ends=(ChargeStep.ENDED,), law_day=("since_on",),
    law_day_basis=LAW_DAY, deadlines=(),
    moves=(
        Move("confirm", "上级确认", (ChargeStep.NAMED,), ChargeStep.CONFIRMED, *BY_PLACE, who=Role.PARTY,
             sets="confirmed_on", gates=(ANSWERS,), apart=("open",)),
        Move("end", "卸任", (ChargeStep.NAMED, ChargeStep.CONFIRMED), ChargeStep.ENDED, *BY_PLACE,
             who=(*OFFICE, *HEADS), sets="until_on", fields=("successor",), gates=(HANDED_OVER,)),
    ),
)

ESTABLISHED = Gate("established", "核定编制，应当有文号和增减的编制数",
    Q(document_number__gt="") & (Q(added__gt=0) | Q(removed__gt=0)), *BY_PLACE,
    remedy="请填写“核定文号”，登记“增加编制”或者“减少编制”")
STAFFING_PROCEDURE = Procedure(
    steps=StaffingStep, start=StaffingStep.PROPOSED, ends=(StaffingStep.APPROVED,),
    law_day=("proposed_on",), law_day_basis=LAW_DAY, deadlines=(),
    moves=(
        Move("approve", "核定", (StaffingStep.PROPOSED,), StaffingStep.APPROVED, *BY_PLACE,
             who=(Role.COORDINATOR, *HEADS), sets="approved_on",
             fields=("document_number", "added", "removed"), gates=(ESTABLISHED,)),
    ),
)

CHARGE = Register(
    key="leadership.charge", label="法治责任人", model_name="leadership.Charge", procedure=CHARGE_PROCEDURE,
    title="{name}（{kind}）", facts=facts(Charge),
    columns=(Column("name", wide=True), Column("organ", "单位"), Column("kind"), Column("post"),
             Column("body"), Column("answers_to"), Column("since_on"), Column("step")),
    opening=("name", "kind", "post", "body", "duties", "phone", "superior", "answers_to", "since_on"),
    needs=("name", "kind", "since_on"), parties=("superior",), personal=("phone",),
    search=("name", "post", "body"), key_fields=("name", "kind", "since_on"),
    filters=(Filter("unconfirmed", "待上级确认", Q(step=ChargeStep.NAMED)),
             AsOf("principals", "主要负责人", "since_on", "until_on", Q(kind=ChargeKind.PRINCIPAL)),
             AsOf("internal", "内设机构负责人", "since_on", "until_on", Q(kind=ChargeKind.INTERNAL)),
             AsOf("contacts", "联络员", "since_on", "until_on", Q(kind=ChargeKind.CONTACT))),
    open_when=Q(step=ChargeStep.NAMED),
)
STAFFING = Register(
    key="leadership.staffing", label="办事机构编制", model_name="leadership.Staffing",
    procedure=STAFFING_PROCEDURE, title="{name}", facts=facts(Staffing),
    columns=(Column("name", wide=True), Column("approved_on"), Column("added"), Column("removed"),
             Column("document_number"), Column("step")),
    opening=("name", "proposed_on", "added", "removed"), needs=("name", "proposed_on"),
    search=("name", "document_number"), key_fields=("name", "proposed_on"),
    open_when=Q(step=StaffingStep.PROPOSED),
)
# fmt: on

TIERS = (CHARGE, STAFFING)
