"""行政应诉: every time limit of a lawsuit, in the order of the rules LT-T1 to LT-T11 and LT-T19.

行政诉讼法和司法解释的“日”都是自然日；期间届满之日是节假日的顺延，在途时间不计（法释〔2018〕1号第四十八条）。
LT-T17 是按日罚款的数额，不是期限，见 ``gates.FINE``。本法2014年修正前立案的案件不在此办理：资料中没有该文本。
"""

from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Pause
from fazhi.law import Days, Months, Years, by_law
from fazhi.law.editions import HEAD_IN_COURT_2020 as HEADS
from fazhi.law.editions import LITIGATION_2014 as LAW
from fazhi.law.editions import LITIGATION_INTERPRETATION_2018 as INTERPRETATION
from fazhi.law.editions import LOCAL
from fazhi.organs.role import Role
from fazhi.workstreams.litigation import conditions as c

HANDLER, PARTY, BODY_HEAD, HEAD = Role.HANDLER, Role.PARTY, Role.BODY_HEAD, Role.HEAD

# A limit reads as the law prints it: who, from when, within how long, by which article.
# fmt: off

OBSTACLE = Pause("obstacle", "因不可抗力等不属于起诉人自身的原因耽误起诉", LAW.art(48, 1), through=True)
PAUSES = (OBSTACLE,)

# 起诉（起诉人的期限，只提示）

SUE_BY = Deadline("sue", "直接起诉", rule="LT-T9", watch=True, when=c.DIRECT & c.NOT_FOR_DUTY & c.LIMIT_TOLD,
    starts="known_on", met=("sued_on", "filed_on"), pauses=("obstacle",),
    period=by_law((LAW.art(46, 1), Months(6))))
SUE_REAL_ESTATE = Deadline("sue_real_estate", "因不动产起诉的最长期限", rule="LT-T9/2", watch=True,
    when=c.REAL_ESTATE, starts="acted_on", met=("sued_on", "filed_on"),
    period=by_law((LAW.art(46, 2), Years(20))))
SUE_LATEST = Deadline("sue_latest", "起诉的最长期限", rule="LT-T9/3", watch=True,
    when=c.OTHER_THAN_REAL_ESTATE, starts="acted_on", met=("sued_on", "filed_on"),
    period=by_law((LAW.art(46, 2), Years(5))))
SUE_UNTOLD_LATEST = Deadline("sue_untold_latest", "未告知起诉期限的最长期限", rule="LT-T9/4", watch=True,
    when=c.LIMIT_NOT_TOLD, starts="known_on", met=("sued_on", "filed_on"), pauses=("obstacle",),
    period=by_law((INTERPRETATION.art(64), Years(1))))
SUE_UNTOLD_BY = Deadline("sue_untold", "未告知起诉期限，自知道起诉期限之日", rule="LT-T9/5", watch=True,
    when=c.DIRECT & c.NOT_FOR_DUTY & c.LIMIT_NOT_TOLD, starts="limit_known_on", met=("sued_on", "filed_on"),
    pauses=("obstacle",), period=by_law((LAW.art(46, 1), Months(6))))
SUE_RECONSIDERED_BY = Deadline("sue_reconsidered", "经复议后起诉", rule="LT-T10", watch=True,
    when=c.RECONSIDERED, starts="reconsideration_served_on", met=("sued_on", "filed_on"),
    pauses=("obstacle",), period=by_law((LAW.art(45), Days(15))))
SUE_SILENCE_BY = Deadline("sue_silence", "复议逾期不作决定后起诉", rule="LT-T10/2", watch=True,
    when=c.RECONSIDERED_IN_SILENCE, starts="reconsideration_due_on", met=("sued_on", "filed_on"),
    pauses=("obstacle",), period=by_law((LAW.art(45), Days(15))))
# 紧急情况不受两个月的限制（第四十七条第二款）；法律、法规另有期限的，从其规定。
DUTY_BY = Deadline("duty", "履行法定职责", rule="LT-T11", who=(PARTY, HANDLER),
    when=c.FOR_DUTY & c.NOT_URGENT & c.NO_OTHER_LIMIT, starts="duty_asked_on",
    met=("duty_done_on", "concluded_on"), writes="duty_due_on",
    period=by_law((LAW.art(47, 1), Months(2))))
SUE_INACTION_BY = Deadline("sue_inaction", "不履行法定职责，履职期限届满后起诉", rule="LT-T11/2", watch=True,
    when=c.FOR_DUTY, starts=("duty_by_on", "duty_due_on"), met=("sued_on", "filed_on"), pauses=("obstacle",),
    period=by_law((INTERPRETATION.art(66), Months(6))))

# 答辩与举证

SEND_COPY_BY = Deadline("send_copy", "法院发送起诉状副本", rule="LT-T1", watch=True, when=c.FIRST,
    starts="filed_on", met=("served_on",), period=by_law((LAW.art(67, 1), Days(5))))
ANSWER_BY = Deadline("answer", "提交答辩状、证据和依据", rule="LT-T2", who=(PARTY, HANDLER),
    when=c.ANSWER_DUE, starts="served_on", met=("answered_on",), writes="answer_due_on",
    period=by_law((LAW.art(67, 1), Days(15))))
ASK_LATE_BY = Deadline("ask_late", "书面申请延期提供证据", rule="LT-T2/2", who=(PARTY, HANDLER),
    when=c.ANSWER_DUE & c.HINDERED, starts="served_on", met=("late_asked_on",),
    period=by_law((INTERPRETATION.art(34), Days(15))))
SUPPLY_LATE_BY = Deadline("supply_late", "延期提供证据（自正当事由消除）", rule="LT-T2/3",
    who=(PARTY, HANDLER), when=c.HINDERED, starts="hindered_until_on", met=("late_supplied_on",),
    writes="late_due_on", period=by_law((INTERPRETATION.art(34), Days(15))))
SEND_ANSWER_BY = Deadline("send_answer", "法院发送答辩状副本", rule="LT-T3", watch=True, when=c.FIRST,
    starts="answered_on", met=("answer_sent_on",), period=by_law((LAW.art(67, 1), Days(5))))

# 开庭与审理

CALL_BY = Deadline("call", "法院送达负责人出庭通知", rule="LT-T4", watch=True, when=c.HEAD_CALLED,
    starts="session_on", met=("called_on",), writes="call_due_on",
    period=by_law((HEADS.art(5), Days(3, back=True))))
TRY_BY = Deadline("try", "法院一审审结（普通程序）", rule="LT-T5", watch=True, when=c.FIRST & c.NOT_SIMPLE,
    starts="filed_on", met=("concluded_on",), period=by_law((LAW.art(81), Months(6))))
TRY_SIMPLE_BY = Deadline("try_simple", "法院一审审结（简易程序）", rule="LT-T6", watch=True,
    when=c.FIRST & c.SIMPLE, starts="filed_on", met=("concluded_on",),
    period=by_law((LAW.art(83), Days(45))))
TRY_APPEAL_BY = Deadline("try_appeal", "法院二审审结", rule="LT-T8", watch=True, when=c.SECOND,
    starts="appeal_received_on", met=("concluded_on",), period=by_law((LAW.art(88), Months(3))))

# 上诉：本机关在期限内上诉或者决定不上诉

APPEAL_BY = Deadline("appeal", "上诉或者决定不上诉（判决）", rule="LT-T7", who=HANDLER,
    when=c.JUDGMENT_APPEALABLE, starts="judgment_served_on", met=("appealed_on", "waived_on"),
    writes="appeal_due_on", period=by_law((LAW.art(85), Days(15))))
APPEAL_RULING_BY = Deadline("appeal_ruling", "上诉或者决定不上诉（裁定）", rule="LT-T7/2", who=HANDLER,
    when=c.RULING_APPEALABLE, starts="judgment_served_on", met=("appealed_on", "waived_on"),
    writes="appeal_due_on", period=by_law((LAW.art(85), Days(10))))

# 双报告（地方规定）：败诉情况、负责人出庭情况

REPORT_LOSS_BY = Deadline("report_loss", "报告败诉情况", rule="LT-T19", who=HANDLER, local=True,
    when=c.LOST, starts="effective_on", met=("loss_reported_on",), writes="loss_report_due_on",
    period=by_law((LOCAL.whole(), Days(30))))
REPORT_ATTENDANCE_BY = Deadline("report_attendance", "报告负责人出庭情况", rule="LT-T19/2", who=HANDLER,
    local=True, starts="heard_on", met=("attendance_reported_on",), writes="attendance_report_due_on",
    period=by_law((LOCAL.whole(), Days(10))))

DEADLINES = (
    SEND_COPY_BY, ANSWER_BY, ASK_LATE_BY, SUPPLY_LATE_BY, SEND_ANSWER_BY, CALL_BY, TRY_BY, TRY_SIMPLE_BY,
    APPEAL_BY, APPEAL_RULING_BY, TRY_APPEAL_BY, SUE_BY, SUE_REAL_ESTATE, SUE_LATEST, SUE_UNTOLD_LATEST,
    SUE_UNTOLD_BY, SUE_RECONSIDERED_BY, SUE_SILENCE_BY, DUTY_BY, SUE_INACTION_BY, REPORT_LOSS_BY,
    REPORT_ATTENDANCE_BY,
)
