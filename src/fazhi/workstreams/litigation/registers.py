"""行政应诉: how the lawsuit is entered, listed and shown."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.register import Column, Filter, PartSpec, Register
from fazhi.workstreams.litigation import conditions
from fazhi.workstreams.litigation.models.choices import Step
from fazhi.workstreams.litigation.models.filing import Filing, TimeToSue
from fazhi.workstreams.litigation.models.judgment import Aftermath, Judgment
from fazhi.workstreams.litigation.models.trial import Appearance, Defence, Trial
from fazhi.workstreams.litigation.papers import LAWSUIT_PAPERS
from fazhi.workstreams.litigation.procedure import LAWSUIT_PROCEDURE

PERSON = ("id_no", "phone", "address")
FACTS = tuple(
    column.name
    for chapter in (Filing, TimeToSue, Defence, Appearance, Trial, Judgment, Aftermath)
    for column in chapter._meta.local_fields
)
"""Every column, in the order in which the law comes to them."""
OPEN_STEPS = (Step.RECEIVED, Step.ASSIGNED, Step.TRIAL, Step.JUDGED)
SESSION = (
    "held_on",
    "head_required",
    "head_ground",
    "head_attended",
    "head_name",
    "head_post",
    "head_rank",
    "spoke",
    "resolution_opinion",
    "absence",
    "absence_sealed",
    "absence_accepted",
    "staff_attended",
    "lawyer_attended",
)

LAWSUIT = Register(
    key="litigation.lawsuit",
    label="行政诉讼案件",
    model_name="litigation.Lawsuit",
    procedure=LAWSUIT_PROCEDURE,
    title="{plaintiff}诉{organ}（{act_kind}，{instance}）",
    columns=(
        Column("case_number"),
        Column("plaintiff", wide=True),
        Column("instance"),
        Column("defendant_level"),
        Column("step"),
        Column("filed_on"),
        Column("answer_due_on"),
        Column("heard_on"),
        Column("concluded_on"),
        Column("outcome"),
    ),
    facts=FACTS,
    opening=(
        "court",
        "case_number",
        "instance",
        "track",
        "invited_on",
        "appeal_received_on",
        "filed_on",
        "served_on",
        "plaintiff",
        "plaintiff_kind",
        "plaintiff_count",
        "enterprise",
        "role",
        "defendant_level",
        "reconsidered",
        "field",
        "cause",
        "act_kind",
        "act_number",
        "claim",
        "handling",
        "acted_on",
        "known_on",
        "limit_told",
        "limit_known_on",
        "real_estate",
        "reconsideration_served_on",
        "reconsideration_due_on",
        "duty_asked_on",
        "duty_urgent",
        "duty_by_on",
        "duty_done_on",
        "sued_on",
    ),
    needs=("plaintiff",),
    parts=(
        PartSpec("litigation.Plaintiff", "原告", ("name", "entity", *PERSON), "open"),
        PartSpec("litigation.Participant", "其他被告、第三人", ("name", "standing"), "assign"),
        PartSpec(
            "litigation.Agent",
            "诉讼代理人",
            ("name", "kind", "post", "powers", "sealed", "certificate"),
            "send_staff",
        ),
        PartSpec("litigation.Session", "开庭", SESSION, "hear"),
    ),
    parties=("handling",),
    personal=tuple(f"Plaintiff.{name}" for name in PERSON),
    published=("case_number", "court", "instance", "defendant_level", "filed_on", "concluded_on", "outcome"),
    search=("case_number", "plaintiff", "act_number", "cause"),
    key_fields=("case_number",),
    papers=LAWSUIT_PAPERS,
    filters=(
        Filter("open", "在办", Q(step__in=OPEN_STEPS)),
        Filter("first", "一审", conditions.FIRST),
        Filter("lost", "败诉", conditions.LOST),
        Filter("unperformed", "生效未履行", conditions.TO_PERFORM & Q(performed_on__isnull=True)),
        Filter("unreviewed", "败诉未分析", conditions.LOST & Q(reviewed_on__isnull=True)),
        Filter("absent", "通知出庭而未认可的缺席", conditions.ABSENCE_UNACCEPTED),
        Filter("enterprise", "涉企", Q(enterprise=conditions.YES)),
        Filter("appealed", "已上诉", filled("appealed_on")),
    ),
    open_when=Q(step__in=OPEN_STEPS),
)
