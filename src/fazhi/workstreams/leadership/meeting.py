"""第一责任人: how a meeting is held and recorded, and how an item goes through it."""

from django.db.models import F, Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, linked, own, part
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.organs.role import Role
from fazhi.workstreams.leadership.bases import (
    BY_PLACE,
    DECISION_REVIEWED,
    DELIBERATED,
    HEARD_ALL,
    LAW_DAY,
    NORMATIVE_REVIEWED,
    OUTLINES,
    RECORDED,
    RULE_DECIDED,
    RULE_REVIEWED,
)
from fazhi.workstreams.leadership.models.meetings import (
    Body,
    Exemption,
    ItemKind,
    ItemStep,
    MeetingStep,
    Result,
)

YES, NO = Answer.YES, Answer.NO
OFFICE = (Role.HANDLER, Role.COORDINATOR)
HEADS = (Role.HEAD, Role.BODY_HEAD)

# fmt: off

# 会议

M = MeetingStep
CHAIR = Gate("chair", "召开会议，应当有主持人", Q(chair__gt=""), *BY_PLACE, remedy="请填写“主持人”")
NO_QUORUM = Q(kind__in=(Body.STUDY_GROUP, Body.PROMOTION, Body.OTHER))
"""What takes no decision: sessions of study, meetings that push the work."""
QUORUM = Gate("quorum", "组成人员过半数到会，方可开会；常委会会议应当有半数以上到会",
    NO_QUORUM | Q(members__gt=0, members__lt=F("present") * 2)
    | Q(kind=Body.STANDING_COMMITTEE, members__gt=0, members=F("present") * 2), *BY_PLACE,
    remedy="请核对“应到人数”和“实到人数”；人数不足的，改期召开")
MINUTES = Gate("minutes", "会议应当形成纪要", Q(minutes_number__gt="") | Q(resolutions__gt=""), *BY_PLACE,
    remedy="请填写“纪要文号”或者“议定事项”")
SUBJECTS = Gate("subjects", "纪要应当写明是否研究法治建设、是否听取法治工作汇报",
    Q(governance__in=(YES, NO), heard__in=(YES, NO)), *OUTLINES,
    remedy="请登记“研究法治建设”和“听取法治工作汇报”")
MEETING_PROCEDURE = Procedure(
    steps=M, start=M.CALLED, ends=(M.ARCHIVED, M.CANCELLED), law_day=("held_on", "called_on"),
    law_day_basis=LAW_DAY, deadlines=(),
    moves=(
        Move("hold", "召开", (M.CALLED,), M.HELD, *BY_PLACE, who=OFFICE, sets="held_on",
             fields=("session", "chair", "members", "present"), gates=(CHAIR, QUORUM)),
        Move("record", "形成纪要", (M.HELD,), M.RECORDED, *BY_PLACE, who=OFFICE, sets="minutes_on",
             fields=("minutes_number", "resolutions", "governance", "heard", "relayed"),
             gates=(MINUTES, SUBJECTS)),
        Move("archive", "归档", (M.RECORDED,), M.ARCHIVED, *BY_PLACE, who=OFFICE, sets="archived_on"),
        Move("cancel", "取消会议", (M.CALLED,), M.CANCELLED, *BY_PLACE, who=(*OFFICE, *HEADS),
             sets="cancelled_on", fields=("cancel_reason",), needs=("cancel_reason",)),
    ),
)

# 议题

I = ItemStep  # noqa: E741 - the steps of an item
EXEMPTED = Q(exemption__in=(Exemption.REFORM, Exemption.EMERGENCY), exemption_why__gt="", exemption_by__gt="")
KNOWN = tuple(kind for kind in ItemKind if kind != ItemKind.UNDECIDED)
REVIEWED = linked(
    "advisers.opinion", Q(issued_on__isnull=False, conclusion__in=("lawful", "lawful_if_changed"))
)
SUBMITTED = linked("decisions.decision", filled("submitted_on"))
"""The file itself asks for the review, or for the lawful exception, before it is submitted."""
LAWFUL = filled("reviewed_on") & Q(review_result__in=("lawful", "lawful_if_changed"))
FOUND_LAWFUL = linked("normative.document", LAWFUL)
NOTED = Q(review_number__gt="")
"""A review of the past that nobody keeps; only an import or a correction notes it, no move."""
NOT_DECISION = Q(kind__in=tuple(kind for kind in KNOWN if kind != ItemKind.DECISION))
# An item of no kind yet is stopped by its own gate.
NO_DECISION = Q(kind__in=tuple(kind for kind in ItemKind if kind != ItemKind.DECISION))
NO_NORMATIVE = Q(kind__in=tuple(kind for kind in ItemKind if kind != ItemKind.NORMATIVE))
NO_RULE = Q(kind__in=tuple(kind for kind in ItemKind if kind != ItemKind.RULE))
NO_BILL = Q(kind__in=tuple(kind for kind in ItemKind if kind != ItemKind.BILL))
RESULTS = tuple(result for result in Result if result != Result.UNDECIDED)
KIND = Gate("kind", "列入议程，应当明确议题种类和提请单位", Q(kind__in=KNOWN) & filled("proposer"),
    *BY_PLACE, remedy="请登记“议题种类”和“提请单位”")
EXEMPTION = Gate("exemption", "以例外列入议程的，应当写明理由并经批准",
    Q(exemption=Exemption.UNDECIDED) | EXEMPTED, *DECISION_REVIEWED,
    remedy="请填写“例外理由（法律风险）”和“批准人”")
OPINION = Gate("opinion", "未经合法性审查或者审查不合法的决策草案，不得列入议程",
    NO_DECISION | SUBMITTED | REVIEWED | EXEMPTED, *DECISION_REVIEWED,
    remedy="请关联已提交讨论的决策，或者已出具的合法性审查意见；依法可以例外的，填写例外、理由和批准人")
OPINION_NORMATIVE = Gate("opinion_normative", "未经合法性审核或者审核不合法的规范性文件草案，不得列入议程",
    NO_NORMATIVE | FOUND_LAWFUL | REVIEWED | EXEMPTED, *NORMATIVE_REVIEWED,
    remedy="请关联已审核合法的文件，或者已出具的合法性审查意见；依法可以例外的，填写例外、理由和批准人")
OPINION_RULE = Gate("opinion_rule", "未经法制机构审查或者审查不合法的规章草案，不得列入议程",
    NO_RULE | linked("legislation.rule", LAWFUL) | REVIEWED | NOTED, *RULE_REVIEWED,
    remedy="请关联已审查合法的规章，或者已出具的合法性审查意见；过去没有登记审查的，在“更正”中补记审查意见文号")
OPINION_BILL = Gate("opinion_bill", "未经审查或者审查不合法的地方性法规草案，不得列入议程",
    NO_BILL | linked("legislation.bill", LAWFUL) | REVIEWED | NOTED, *BY_PLACE,
    remedy="请关联已审查合法的地方性法规草案，或者已出具的合法性审查意见；过去没有登记审查的，在“更正”中补记审查意见文号")
AT_MEETING = Gate("at_meeting", "议题由会议在召开之日审议",
    Q(meeting_name__gt="") | linked("leadership.meeting", Q(held_on=own("discussed_on"))), *BY_PLACE,
    remedy="请把议题与已召开的会议关联，按召开日期办理；会议没有登记的，填写“会议名称”")
DELIBERATING = (Body.EXECUTIVE, Body.PLENARY)
BY_GOVERNMENT = (
    Q(meeting_name__contains="常务会议") | Q(meeting_name__contains="全体会议")
    | linked("leadership.meeting", Q(held_on=own("discussed_on"), kind__in=DELIBERATING))
)
ASK_GOVERNMENT = "请关联常务会议或者全体会议；会议没有登记的，“会议名称”写明是哪一种会议"
BODY = Gate("body", "决策草案应当经常务会议或者全体会议讨论", NOT_DECISION | BY_GOVERNMENT, *DELIBERATED,
    remedy=ASK_GOVERNMENT)
BODY_RULE = Gate("body_rule", "规章应当经政府常务会议或者全体会议决定", NO_RULE | BY_GOVERNMENT,
    *RULE_DECIDED, remedy=ASK_GOVERNMENT)
BODY_BILL = Gate("body_bill", "提请人大审议的法规草案，应当经政府常务会议或者全体会议通过",
    NO_BILL | BY_GOVERNMENT, *BY_PLACE, remedy=ASK_GOVERNMENT)
RESULT = Gate("result", "审议应当有结果", Q(result__in=RESULTS), *BY_PLACE, remedy="请登记“审议结果”")
HEAD_LAST = Gate("head_last", "讨论决策草案，行政首长最后发表意见", NOT_DECISION | Q(head_last=YES),
    *HEARD_ALL,
    remedy="请核对会议记录，登记“主要负责人最后发言”")
REASONS = Gate("reasons", "行政首长拟作出的决定与多数意见不一致的，应当在会上说明理由",
    NOT_DECISION | Q(against_majority=NO) | Q(against_majority=YES, against_reasons__gt=""), *HEARD_ALL,
    remedy="请登记“拟作决定与多数意见不一致”；不一致的，填写“在会上说明的理由”")
DISSENT = Gate("dissent", "集体讨论情况应当如实记录，不同意见应当如实载明",
    NOT_DECISION | Q(dissent=NO) | (Q(dissent=YES) & part("leadership.Dissent")), *RECORDED,
    remedy="请登记“有不同意见”；有的，逐人添加不同意见")
SETTLED = Gate("settled", "落实议定事项，应当有任务或者落实情况",
    Q(settlement__gt="") | linked("plan.task"), *OUTLINES, remedy="请填写“落实情况”，或者关联法治任务")
ITEM_PROCEDURE = Procedure(
    steps=I, start=I.PROPOSED, ends=(I.SETTLED, I.WITHDRAWN),
    law_day=("discussed_on", "placed_on", "proposed_on"), law_day_basis=LAW_DAY, deadlines=(),
    moves=(
        Move("place", "列入议程", (I.PROPOSED,), I.PLACED, *BY_PLACE, who=(*OFFICE, *HEADS), sets="placed_on",
             fields=("exemption", "exemption_why", "exemption_by"),
             gates=(KIND, EXEMPTION, OPINION, OPINION_NORMATIVE, OPINION_RULE, OPINION_BILL)),
        Move("discuss", "审议", (I.PLACED,), I.DISCUSSED, *BY_PLACE, who=OFFICE, sets="discussed_on",
             fields=("meeting_name", "head_last", "against_majority", "against_reasons", "dissent",
                     "in_favour", "result", "resolution"),
             gates=(AT_MEETING, BODY, BODY_RULE, BODY_BILL, RESULT, HEAD_LAST, REASONS, DISSENT)),
        Move("settle", "落实", (I.DISCUSSED,), I.SETTLED, *BY_PLACE, who=OFFICE, sets="settled_on",
             fields=("settlement",), gates=(SETTLED,)),
        Move("withdraw", "撤回议题", (I.PROPOSED, I.PLACED), I.WITHDRAWN, *BY_PLACE, who=(*OFFICE, *HEADS),
             sets="withdrawn_item_on", fields=("withdrawn_why",), needs=("withdrawn_why",)),
    ),
)
# fmt: on
