"""行政应诉: what the organ sued goes through in one instance, move by move."""

from fazhi.engine.procedure import Move, Procedure
from fazhi.law.editions import HEAD_IN_COURT_2020 as HEADS
from fazhi.law.editions import LITIGATION_2014 as LAW
from fazhi.law.editions import LITIGATION_INTERPRETATION_2018 as INTERPRETATION
from fazhi.law.editions import LITIGATION_RESPONSE_2016 as RESPONSE
from fazhi.law.editions import LOCAL
from fazhi.workstreams.litigation import gates as g
from fazhi.workstreams.litigation.deadlines import BODY_HEAD, DEADLINES, HANDLER, HEAD, PARTY, PAUSES
from fazhi.workstreams.litigation.models.choices import Appellant, Evidence, Step

S = Step
BODY = (HANDLER, BODY_HEAD)
ORGAN = (BODY_HEAD, HEAD)
DOING = (HANDLER, PARTY)
PENDING = (S.ASSIGNED, S.TRIAL)
ENDED = (S.CLOSED, S.ARCHIVED)

# A move reads as the law prints it: from where to where, by which article, by whom, under which gates.
# The acts of the court are entered by the handler; who acts in law stands in the label.
# fmt: off

INTAKE = (
    Move("resolve", "诉前化解", (S.RECEIVED,), S.RESOLVED, LOCAL.whole(), who=BODY, sets="resolved_on",
         gates=(g.UNFILED,)),
    Move("file", "法院立案", (S.RECEIVED,), None, LAW.art(51, 1), who=HANDLER, sets="filed_on",
         fields=("court", "case_number", "served_on")),
    Move("receive_copy", "收到起诉状（上诉状）副本", (S.RECEIVED,), None, LAW.art(67, 1), who=HANDLER,
         sets="served_on"),
    Move("assign", "交办", (S.RECEIVED,), S.ASSIGNED, LAW.art(26, 1), RESPONSE.whole(), who=BODY,
         sets="assigned_on", fields=("role", "reconsidered", "handling", "defendant_level"),
         gates=(g.ROLE, g.JOINT, g.HANDLING)),
)

DEFENCE = (
    Move("answer", "提交答辩状、证据和依据", (S.ASSIGNED,), S.TRIAL, LAW.art(34, 1), LAW.art(67, 1),
         who=DOING, sets="answered_on", fields=("collected",), writes=(("evidence", Evidence.SUPPLIED),),
         evidence=("答辩状", "证据和依据清单"), gates=(g.EVIDENCE_IN_TIME, g.EVIDENCE_OWN)),
    # 逾期的答辩状仍可提交；证据没有按期提供的，视为没有相应证据。
    Move("answer_late", "逾期提交答辩状", (S.ASSIGNED,), S.TRIAL, LAW.art(34, 2), LAW.art(67, 2), who=DOING,
         sets="answered_on", writes=(("evidence", Evidence.NONE),), evidence=("答辩状",)),
    Move("ask_late", "申请延期提供证据", PENDING, None, LAW.art(36, 1), INTERPRETATION.art(34), who=DOING,
         sets="late_asked_on", fields=("late", "late_reason", "collected"),
         gates=(g.LATE_REASON, g.LATE_ASKED)),
    Move("receive_leave", "法院准许延期或者补充", PENDING, None, LAW.art(36, 1), LAW.art(36, 2), who=DOING,
         sets="leave_on", fields=("late", "late_reason"), needs=("late_reason",)),
    Move("end_hindrance", "正当事由消除", PENDING, None, LAW.art(36, 1), INTERPRETATION.art(34), who=DOING,
         sets="hindered_until_on"),
    Move("supply_late", "延期或者补充提供证据", PENDING, None, LAW.art(36, 1), LAW.art(36, 2), who=DOING,
         sets="late_supplied_on", writes=(("evidence", Evidence.ALLOWED),),
         gates=(g.LEAVE, g.LATE_IN_TIME)),
    Move("pass_on", "法院发送答辩状副本", (S.TRIAL,), None, LAW.art(67, 1), who=HANDLER,
         sets="answer_sent_on"),
)

SESSIONS = (
    Move("receive_call", "收到开庭和出庭通知", PENDING, None, LAW.art(3, 3), INTERPRETATION.art(129, 1),
         HEADS.art(5), who=HANDLER, sets="called_on", fields=("session_on", "head_required"),
         needs=("session_on",)),
    Move("send_head", "确定负责人出庭", PENDING, None, LAW.art(3, 3), INTERPRETATION.art(128, 1),
         HEADS.art(2), who=(BODY_HEAD, HEAD), sets="head_sent_on",
         fields=("head_name", "head_post", "head_rank", "head_own"), gates=(g.HEAD_RANK, g.HEAD_OWN)),
    Move("send_staff", "委托工作人员出庭", PENDING, None, LAW.art(3, 3), INTERPRETATION.art(128, 2),
         HEADS.art(9), who=(BODY_HEAD, HEAD), sets="staff_sent_on",
         fields=("absence", "absence_stated_on", "absence_sealed"),
         gates=(g.STAFF, g.STAFF_AUTHORISED, g.ABSENCE)),
    Move("hear", "开庭", PENDING, S.TRIAL, LAW.art(3, 3), INTERPRETATION.art(128, 2), HEADS.art(4),
         who=HANDLER, sets="heard_on",
         gates=(g.CALL_GROUND, g.ATTENDED, g.HEAD_DUTY, g.OPINION)),
    Move("hear_again", "再次开庭", (S.TRIAL,), None, LAW.art(3, 3), INTERPRETATION.art(128, 2),
         HEADS.art(7), who=HANDLER, sets="heard_again_on", gates=(g.ATTENDED_AGAIN, g.HEAD_DUTY_AGAIN)),
    Move("report_attendance", "报告负责人出庭情况", (S.TRIAL, S.JUDGED, S.APPEALED, S.CLOSED), None,
         LOCAL.whole(), who=HANDLER, sets="attendance_reported_on"),
    Move("correct_act", "自行改变行政行为", PENDING, None, LAW.art(62), who=ORGAN,
         sets="self_corrected_on"),
    Move("mediate", "达成调解协议", PENDING, None, LAW.art(60, 1), LAW.art(60, 2), who=ORGAN,
         sets="mediated_on", fields=("mediation_scope", "agreement_lawful"),
         gates=(g.MEDIATION_SCOPE, g.MEDIATION_LAWFUL)),
)

JUDGMENT = (
    Move("conclude", "法院裁判", PENDING, S.JUDGED, LAW.art(69), LAW.art(70), LAW.art(89, 1), who=HANDLER,
         sets="concluded_on",
         fields=("form", "outcome", "appeal_result", "withdrawal_allowed", "to_perform", "perform_by_on"),
         gates=(g.OUTCOME, g.APPEAL_RESULT, g.WITHDRAWAL, g.MEDIATION_SCOPE, g.MEDIATION_LAWFUL)),
    Move("receive_judgment", "收到裁判文书", (S.JUDGED,), None, LAW.art(80, 2), who=HANDLER,
         sets="judgment_served_on"),
    Move("appeal", "本机关上诉", (S.JUDGED,), S.APPEALED, LAW.art(85), who=ORGAN, sets="appealed_on",
         writes=(("appellant", Appellant.ORGAN),), gates=(g.APPEAL_FIRST, g.APPEAL_IN_TIME)),
    Move("be_appealed", "对方上诉", (S.JUDGED,), S.APPEALED, LAW.art(85), who=HANDLER, sets="appealed_on",
         writes=(("appellant", Appellant.OPPONENT),), gates=(g.APPEAL_FIRST,)),
    Move("waive", "决定不上诉", (S.JUDGED,), None, LAW.art(85), who=ORGAN, sets="waived_on"),
    Move("take_effect", "裁判生效", (S.JUDGED, S.APPEALED), S.CLOSED, LAW.art(85), LAW.art(94), who=HANDLER,
         sets="effective_on", fields=("to_perform", "perform_by_on"), gates=(g.EFFECT,)),
)

AFTERMATH = (
    Move("perform", "履行生效裁判", ENDED, None, LAW.art(94), who=DOING, sets="performed_on",
         evidence=("履行证明",)),
    Move("coerce", "法院采取执行措施", ENDED, None, LAW.art(96), who=HANDLER, sets="coerced_on",
         fields=("coercion", "fine_per_day", "to_perform"), gates=(g.MEASURE, g.FINE)),
    Move("retry", "进入再审", ENDED, None, LAW.art(90), LAW.art(92), LAW.art(93), who=HANDLER,
         sets="retried_on", fields=("retrial_ground",), gates=(g.RETRIAL_GROUND,)),
    Move("review", "败诉分析", (S.CLOSED,), None, LOCAL.whole(), who=(*DOING, BODY_HEAD), sets="reviewed_on",
         fields=("loss_cause", "loss_cause_text", "responsible", "rectification"),
         gates=(g.LOST, g.LOSS_CAUSE)),
    Move("report_loss", "报告败诉情况", (S.CLOSED,), None, LOCAL.whole(), who=BODY, sets="loss_reported_on",
         gates=(g.LOSS_REVIEWED,)),
    Move("rectify", "整改完成", (S.CLOSED,), None, LOCAL.whole(), who=DOING, sets="rectified_on",
         gates=(g.LOSS_REVIEWED,)),
    Move("archive", "归档", (S.CLOSED, S.APPEALED, S.RESOLVED), S.ARCHIVED, LAW.art(94), LOCAL.whole(),
         who=HANDLER, sets="archived_on", gates=(g.PERFORMED, g.LOSS_REVIEWED)),
)
# fmt: on

LAWSUIT_PROCEDURE = Procedure(
    steps=S,
    start=S.RECEIVED,
    ends=(S.ARCHIVED,),
    moves=(*INTAKE, *DEFENCE, *SESSIONS, *JUDGMENT, *AFTERMATH),
    deadlines=DEADLINES,
    law_day=("filed_on", "served_on", "invited_on"),
    law_day_basis="docs/decisions/0003-the-law-day.md",
    pauses=PAUSES,
)
