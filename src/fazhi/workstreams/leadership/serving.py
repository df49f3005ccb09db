"""第一责任人: how bodies, instructions and the staff of legal offices are kept."""

from django.db.models import Q

from fazhi.engine.condition import linked, part
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.organs.role import Role
from fazhi.workstreams.leadership.bases import BY_PLACE, LAW_DAY
from fazhi.workstreams.leadership.models.bodies import BodyStep, InstructionStep, StaffStep

OFFICE = (Role.HANDLER, Role.COORDINATOR)
HEADS = (Role.HEAD, Role.BODY_HEAD)

# fmt: off

MEMBERS = Gate("members", "调整成员，应当列出成员并作说明",
    part("leadership.CouncilMember") & Q(adjustment__gt=""), *BY_PLACE, remedy="请登记成员，填写“调整说明”")
COUNCIL_PROCEDURE = Procedure(
    steps=BodyStep, start=BodyStep.STANDING, ends=(BodyStep.ENDED,), law_day=("founded_on",),
    law_day_basis=LAW_DAY, deadlines=(),
    moves=(
        Move("adjust", "调整成员", (BodyStep.STANDING,), None, *BY_PLACE, who=(*OFFICE, *HEADS),
             sets="adjusted_on", fields=("adjustment",), gates=(MEMBERS,)),
        Move("end", "撤销", (BodyStep.STANDING,), BodyStep.ENDED, *BY_PLACE, who=HEADS, sets="ended_on"),
    ),
)

RELAYED_AT = Gate("relayed_at", "传达学习，应当写明在哪次会议传达",
    Q(meeting_name__gt="") | linked("leadership.meeting"), *BY_PLACE,
    remedy="请填写“传达的会议”，或者关联会议")
INSTRUCTION_PROCEDURE = Procedure(
    steps=InstructionStep, start=InstructionStep.RECEIVED, ends=(InstructionStep.RELAYED,),
    law_day=("received_on",), law_day_basis=LAW_DAY, deadlines=(),
    moves=(
        Move("relay", "传达", (InstructionStep.RECEIVED,), InstructionStep.RELAYED, *BY_PLACE, who=OFFICE,
             sets="relayed_on", fields=("meeting_name", "follow_up"), gates=(RELAYED_AT,)),
    ),
)

STAFF_PROCEDURE = Procedure(
    steps=StaffStep, start=StaffStep.SERVING, ends=(StaffStep.LEFT,), law_day=("since_on",),
    law_day_basis=LAW_DAY, deadlines=(),
    moves=(
        Move("leave", "离岗", (StaffStep.SERVING,), StaffStep.LEFT, *BY_PLACE, who=OFFICE, sets="left_on"),
    ),
)
# fmt: on
