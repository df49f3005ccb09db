"""第一责任人: how meetings and their items are entered and listed."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import linked
from fazhi.engine.register import Column, Filter, PartSpec, Register
from fazhi.workstreams.leadership.bases import facts
from fazhi.workstreams.leadership.meeting import EXEMPTED, ITEM_PROCEDURE, MEETING_PROCEDURE
from fazhi.workstreams.leadership.models import AgendaItem, Meeting
from fazhi.workstreams.leadership.models.meetings import Body, ItemKind, ItemStep, MeetingStep
from fazhi.workstreams.leadership.papers import ITEM_PAPERS, MEETING_PAPERS

MEETING = Register(
    key="leadership.meeting",
    label="会议",
    model_name="leadership.Meeting",
    procedure=MEETING_PROCEDURE,
    title="{name}",
    columns=(
        Column("name", wide=True),
        Column("kind"),
        Column("session"),
        Column("held_on"),
        Column("chair"),
        Column("step"),
    ),
    facts=facts(Meeting),
    opening=("name", "kind", "session", "called_on", "meet_on", "meet_time", "place", "chair"),
    needs=("name", "called_on"),
    parts=(
        PartSpec("leadership.Attendance", "参会人员", ("name", "capacity", "attended", "absent_why"), "hold"),
        PartSpec(
            "leadership.Study",
            "学法内容",
            ("kind", "topic", "instrument", "lecturer", "minutes", "attendees", "plan_item"),
            "hold",
        ),
    ),
    search=("name", "minutes_number", "chair"),
    key_fields=("name", "called_on"),
    papers=MEETING_PAPERS,
    filters=(
        Filter("governance", "研究法治建设", Q(governance=Answer.YES)),
        Filter("executive", "政府常务会议", Q(kind=Body.EXECUTIVE)),
        Filter("standing_committee", "党委常委会会议", Q(kind=Body.STANDING_COMMITTEE)),
        Filter("commission", "委员会会议", Q(kind=Body.COMMISSION)),
        Filter("unrecorded", "未形成纪要", Q(step=MeetingStep.HELD)),
    ),
    open_when=Q(step__in=(MeetingStep.CALLED, MeetingStep.HELD)),
)

ITEM = Register(
    key="leadership.agenda_item",
    label="议题",
    model_name="leadership.AgendaItem",
    procedure=ITEM_PROCEDURE,
    title="{name}",
    columns=(
        Column("name", wide=True),
        Column("kind"),
        Column("proposer"),
        Column("placed_on"),
        Column("discussed_on"),
        Column("result"),
        Column("step"),
    ),
    facts=facts(AgendaItem),
    opening=("name", "kind", "proposer", "proposed_on", "meeting_name"),
    needs=("name", "kind", "proposed_on", "proposer"),
    parts=(PartSpec("leadership.Dissent", "不同意见", ("name", "opinion"), "discuss"),),
    parties=("proposer",),
    search=("name", "meeting_name"),
    key_fields=("name", "proposed_on"),
    papers=ITEM_PAPERS,
    filters=(
        Filter("waiting", "待列入议程", Q(step=ItemStep.PROPOSED)),
        Filter("decisions", "决策、规范性文件", Q(kind__in=(ItemKind.DECISION, ItemKind.NORMATIVE))),
        Filter("drafts", "规章、法规草案", Q(kind__in=(ItemKind.RULE, ItemKind.BILL))),
        Filter("exempted", "例外列入", EXEMPTED),
        Filter("unsettled", "待落实", Q(step=ItemStep.DISCUSSED)),
        Filter("linked", "已关联会议", linked("leadership.meeting")),
    ),
    open_when=Q(step__in=(ItemStep.PROPOSED, ItemStep.PLACED, ItemStep.DISCUSSED)),
)

MEETINGS = (MEETING, ITEM)
