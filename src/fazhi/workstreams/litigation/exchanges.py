"""行政应诉: between government and court: trials observed, meetings held, warnings after losses."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, same
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law.editions import LITIGATION_2014 as LAW
from fazhi.law.editions import LITIGATION_RESPONSE_2016 as RESPONSE
from fazhi.law.editions import LOCAL
from fazhi.organs.role import Role
from fazhi.workstreams.litigation.models.registers import (
    MeetingStep,
    ObservationStep,
    WarningKind,
    WarningStep,
)

HANDLER, PARTY, BODY_HEAD, HEAD = Role.HANDLER, Role.PARTY, Role.BODY_HEAD, Role.HEAD
LAW_DAY = "docs/decisions/0003-the-law-day.md"

# fmt: off

# 旁听庭审：行政案件公开审理，公众可以旁听

OBSERVED = Gate("observed", "应当登记旁听的法院、案件数和人数",
    Q(court__gt="", cases__gte=1, observers__gte=1), LAW.art(54, 1), remedy="请填写法院、案件数和人数")
OBSERVATION_PROCEDURE = Procedure(
    steps=ObservationStep,
    start=ObservationStep.PLANNED,
    ends=(ObservationStep.HELD,),
    moves=(
        Move("hold", "旁听庭审", (ObservationStep.PLANNED,), ObservationStep.HELD, LAW.art(54, 1),
             who=(HANDLER, BODY_HEAD), sets="held_on",
             fields=("court", "case_numbers", "cases", "observers", "heads"), gates=(OBSERVED,)),
    ),
    deadlines=(),
    law_day=("held_on", "planned_on"),
    law_day_basis=LAW_DAY,
)

# 府院联席会议、应诉座谈会：法院提出的建议应当答复（地方规定）

ADVISED = Gate("advised", "应当登记法院是否提出建议",
    Q(advised=Answer.NO) | Q(advised=Answer.YES, advice__gt=""), LOCAL.whole(),
    remedy="请登记“法院提出建议”及内容")
ADVICE_ANSWERED = Gate("advice_answered", "法院提出建议的，应当答复后落实",
    Q(advised=Answer.NO) | filled("replied_on"), LOCAL.whole(), remedy="请先登记“答复日期”")
ANSWERED_IN_TIME = Gate("answered_in_time", "应当在约定的期限内答复",
    Q(reply_by_on__isnull=True) | same("replied_on", "reply_by_on", "lte"), LOCAL.whole(),
    remedy="请核对“答复期限”")
MEETING_PROCEDURE = Procedure(
    steps=MeetingStep,
    start=MeetingStep.PLANNED,
    ends=(MeetingStep.CONCLUDED,),
    moves=(
        Move("hold", "召开", (MeetingStep.PLANNED,), MeetingStep.HELD, LOCAL.whole(), RESPONSE.whole(),
             who=(HANDLER, BODY_HEAD, HEAD), sets="held_on",
             fields=("participants", "conclusions", "advised", "advice", "reply_by_on"),
             needs=("participants",), gates=(ADVISED,)),
        Move("reply", "答复法院建议", (MeetingStep.HELD,), None, LOCAL.whole(), RESPONSE.whole(),
             who=(HANDLER, BODY_HEAD), sets="replied_on", gates=(ANSWERED_IN_TIME,)),
        Move("conclude", "落实", (MeetingStep.HELD,), MeetingStep.CONCLUDED, LOCAL.whole(),
             RESPONSE.whole(), who=(HANDLER, BODY_HEAD), sets="concluded_on", fields=("follow_up",),
             needs=("follow_up",), gates=(ADVICE_ANSWERED,)),
    ),
    deadlines=(),
    law_day=("held_on", "planned_on"),
    law_day_basis=LAW_DAY,
)

# 败诉预警、约谈、通报（地方规定）

THRESHOLD = Gate("threshold", "败诉件数达到预警线的，才预警、约谈、通报",
    same("losses", "threshold", "gte"), LOCAL.whole(), remedy="请核对“败诉件数”和“预警线”")
GROUNDED = Gate("grounded", "应当写明种类、被预警单位和事由",
    Q(kind__in=(WarningKind.WARNING, WarningKind.TALK, WarningKind.CIRCULAR), reason__gt="")
    & filled("unit"), LOCAL.whole(), remedy="请填写种类、单位和事由")
CORRECTION = Gate("correction", "整改应当写明情况",
    Q(correction__gt=""), LOCAL.whole(), remedy="请填写“整改情况”")
WARNING_PROCEDURE = Procedure(
    steps=WarningStep,
    start=WarningStep.PREPARED,
    ends=(WarningStep.CORRECTED,),
    moves=(
        Move("issue", "发出", (WarningStep.PREPARED,), WarningStep.ISSUED, LOCAL.whole(),
             who=(BODY_HEAD, HEAD), sets="issued_on", fields=("correct_by_on",),
             gates=(GROUNDED, THRESHOLD)),
        Move("correct", "整改", (WarningStep.ISSUED,), WarningStep.CORRECTED, LOCAL.whole(),
             who=(PARTY, HANDLER), sets="corrected_on", fields=("correction",), gates=(CORRECTION,)),
    ),
    deadlines=(),
    law_day=("issued_on", "prepared_on"),
    law_day_basis=LAW_DAY,
)
# fmt: on
