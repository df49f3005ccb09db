"""行政复议: every time limit of a case, in the order of the rules RC-T1 to RC-T22.

“五日”“七日”是工作日（1999年法第四十条第二款），“三日”“五日”“七日”“十日”是工作日（2023年法第八十八条第二款）；
其余是自然日。“自……之日起”的当日不计。
"""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.deadline import Deadline, Extension, deemed
from fazhi.engine.procedure import Pause
from fazhi.law import Days, Workdays, Years, by_law
from fazhi.law.editions import ARL_1999 as OLD
from fazhi.law.editions import ARL_2023 as NEW
from fazhi.law.editions import ARL_RULES_2007 as RULES
from fazhi.law.editions import ARL_RULES_2024 as RULES_NOW
from fazhi.law.editions import LITIGATION_1989, LITIGATION_2014
from fazhi.organs.role import Role
from fazhi.workstreams.reconsideration import conditions as c
from fazhi.workstreams.reconsideration.models.choices import Channel, SuspensionGround

HANDLER, PARTY, SUPERIOR = Role.HANDLER, Role.PARTY, Role.SUPERIOR
BODY_HEAD, HEAD = Role.BODY_HEAD, Role.HEAD

# A limit reads as the law prints it: who, from when, within how long, by which article.
# fmt: off

# 中止与扣除：中止自决定之日停、自恢复之日续；扣除的时间首尾两日都不计入

SUSPENSION = Pause("suspension", "中止", RULES.art(41, 1), NEW.art(39, 1), through=False,
    grounds=SuspensionGround)
OBSTACLE = Pause("obstacle", "不可抗力或者其他正当理由耽误申请", OLD.art(9, 2), NEW.art(20, 2), through=True)
CORRECTION = Pause("correction", "补正申请材料", RULES.art(29), RULES_NOW.art(29), through=True)
NEGOTIATION = Pause("negotiation", "协商、指定受理机关", RULES.art(30), RULES_NOW.art(30), through=True)
SURVEY = Pause("survey", "现场勘验", RULES.art(34, 3), RULES_NOW.art(34, 3), through=True)
APPRAISAL = Pause("appraisal", "鉴定", RULES.art(37), RULES_NOW.art(37), through=True)
PAUSES = (SUSPENSION, OBSTACLE, CORRECTION, NEGOTIATION, SURVEY, APPRAISAL)
OFF_TRIAL = tuple(pause.key for pause in (SUSPENSION, CORRECTION, NEGOTIATION, SURVEY, APPRAISAL))

# 申请（申请人的期限，只提示）

APPLY_BY = Deadline("apply", "申请复议", rule="RC-T1", watch=True, when=c.RIGHTS_TOLD,
    starts="known_on", met=("via_received_on", "received_on"), pauses=("obstacle",),
    period=by_law((OLD.art(9, 1), Days(60)), (NEW.art(20, 1), Days(60))))
APPLY_UNTOLD_BY = Deadline("apply_untold", "申请复议（未告知权利，自知道权利之日）", rule="RC-T1/2",
    watch=True, when=c.RIGHTS_NOT_TOLD, starts="rights_known_on", met=("via_received_on", "received_on"),
    pauses=("obstacle",), period=by_law((NEW.art(20, 1), Days(60))))
APPLY_UNTOLD_LATEST = Deadline("apply_untold_latest", "申请复议（未告知权利，最长一年）", rule="RC-T1/3",
    watch=True, when=c.RIGHTS_NOT_TOLD, starts="known_on", met=("via_received_on", "received_on"),
    period=by_law((NEW.art(20, 3), Years(1))))
APPLY_REAL_ESTATE = Deadline("apply_real_estate", "因不动产申请复议的最长期限", rule="RC-T2", watch=True,
    when=c.REAL_ESTATE, starts="acted_on", met=("via_received_on", "received_on"),
    period=by_law((NEW.art(21), Years(20))))
APPLY_LATEST = Deadline("apply_latest", "申请复议的最长期限", rule="RC-T2/2", watch=True,
    when=c.OTHER_THAN_REAL_ESTATE, starts="acted_on", met=("via_received_on", "received_on"),
    period=by_law((NEW.art(21), Years(5))))

# 受理

# 两个机关同时收到而尚未确定由谁受理的，审查期限不进行。
ACCEPT_BY = Deadline("accept", "审查受理", rule="RC-T3", who=HANDLER, when=c.NOT_TO_FORWARD,
    starts="received_on", pauses=("negotiation",),
    met=("accepted_on", "refused_on", "asked_on", "redirected_on", "forwarded_on", "dropped_on"),
    period=by_law((OLD.art(17, 1), Workdays(5)), (NEW.art(30, 1), Workdays(5))),
    lapse=by_law((OLD.art(17, 2), deemed("deem_accepted", on="start")),
                 (NEW.art(30, 3), deemed("deem_accepted", on="due"))))
ACCEPT_CORRECTED_BY = Deadline("accept_corrected", "审查受理（补正后）", rule="RC-T3/2", who=HANDLER,
    starts="corrected_on", pauses=("negotiation",),
    met=("accepted_on", "refused_on", "redirected_on", "dropped_on"),
    period=by_law((OLD.art(17, 1), Workdays(5)), (NEW.art(30, 1), Workdays(5))),
    lapse=by_law((OLD.art(17, 2), deemed("deem_accepted", on="start")),
                 (NEW.art(30, 3), deemed("deem_accepted", on="due"))))
AGREE_BY = Deadline("agree", "协商确定受理机关", rule="RC-T3/3", who=HANDLER, when=c.CONCURRENT,
    starts="received_on", met=("agreed_on", "disagreed_on", "dropped_on"),
    period=by_law((RULES.art(30), Days(10)), (RULES_NOW.art(30), Workdays(10))))
DESIGNATE_BY = Deadline("designate", "指定受理机关", rule="RC-T3/4", who=SUPERIOR, when=c.CONCURRENT,
    starts="disagreed_on", met=("designated_on", "dropped_on"),
    period=by_law((RULES.art(30), Days(10)), (RULES_NOW.art(30), Workdays(10))))
ASK_BY = Deadline("ask", "通知补正", rule="RC-T4", who=HANDLER, when=filled("asked_on"),
    starts="received_on", met=("asked_on",),
    period=by_law((RULES.art(29), Workdays(5)), (NEW.art(31, 1), Workdays(5))))
# 旧法由通知书载明合理的期限；新法有正当理由的可以延长。两种情形都以指定的日期为准。
CORRECT_BY = Deadline("correct", "申请人补正", rule="RC-T5", watch=True, when=c.NO_SET_PERIOD,
    starts="notice_received_on", met=("corrected_on", "dropped_on"), writes="correct_due_on",
    period=by_law((NEW.art(31, 2), Workdays(10))),
    lapse=by_law((NEW.art(31, 2), deemed("abandon"))))
HAND_OVER_BY = Deadline("hand_over", "处罚机关转送申请", rule="RC-T6", who=PARTY,
    when=Q(channel=Channel.VIA_ORGAN), starts="via_received_on", met=("received_on",),
    period=by_law((NEW.art(32, 2), Workdays(5))))
FORWARD_BY = Deadline("forward", "转送有关行政复议机关", rule="RC-T6/2", who=HANDLER, when=c.TO_FORWARD,
    starts="received_on", met=("forwarded_on", "dropped_on"),
    period=by_law((OLD.art(18), Workdays(7))))

# 审理

COPY_BY = Deadline("copy", "发送申请书副本", rule="RC-T7", who=HANDLER, when=c.NOT_SIMPLE,
    starts="accepted_on", met=("copy_sent_on", "closed_on"),
    period=by_law((OLD.art(23, 1), Workdays(7)), (NEW.art(48), Workdays(7))))
ANSWER_BY = Deadline("answer", "被申请人答复", rule="RC-T8", who=PARTY, when=c.NOT_SIMPLE,
    starts="copy_received_on", met=("answered_on",), writes="answer_due_on",
    period=by_law((OLD.art(23, 1), Days(10)),  # 旧法只有“五日”“七日”指工作日
                  (NEW.art(48), Workdays(10))))
COPY_SIMPLE_BY = Deadline("copy_simple", "发送申请书副本（简易程序）", rule="RC-T9", who=HANDLER,
    when=c.SIMPLE, starts="accepted_on", met=("copy_sent_on", "closed_on"),
    period=by_law((NEW.art(54, 1), Workdays(3))))
ANSWER_SIMPLE_BY = Deadline("answer_simple", "被申请人答复（简易程序）", rule="RC-T10", who=PARTY,
    when=c.SIMPLE, starts="copy_received_on", met=("answered_on",), writes="answer_due_on",
    period=by_law((NEW.art(54, 1), Workdays(5))))
HEARING_NOTICE_BY = Deadline("hearing_notice", "通知听证", rule="RC-T11", who=HANDLER,
    starts="hearing_on", met=("hearing_notified_on",), writes="hearing_notice_due_on",
    period=by_law((NEW.art(51, 1), Workdays(5, back=True))))
DECIDE_BY = Deadline("decide", "作出决定", rule="RC-T12", who=HANDLER, when=c.NOT_SIMPLE,
    starts="accepted_on", met=("closed_on",), writes="decide_due_on", pauses=OFF_TRIAL,
    period=by_law((OLD.art(31, 1), Days(60)), (NEW.art(62, 1), Days(60))),
    extension=by_law((OLD.art(31, 1), Extension(Days(30), HEAD)),  # 行政复议机关的负责人
                     (NEW.art(62, 1), Extension(Days(30), BODY_HEAD))))  # 行政复议机构的负责人
# 转为普通程序的，仍自受理之日起算六十日（第六十二条第一款没有另定起算日）。
DECIDE_SIMPLE_BY = Deadline("decide_simple", "作出决定（简易程序）", rule="RC-T13", who=HANDLER,
    when=c.SIMPLE, starts="accepted_on", met=("closed_on",), writes="decide_due_on", pauses=OFF_TRIAL,
    period=by_law((NEW.art(62, 2), Days(30))))
# 旧法中止满六十日即告终止；新法应当由行政复议机关决定终止，期限届满是决定的条件。
SUSPENDED_BY = Deadline("suspended", "中止满六十日", rule="RC-T19", who=HANDLER,
    when=c.suspended_for(c.STILL_60_DAYS), starts="suspended_on", met=("resumed_on", "closed_on"),
    writes="suspension_ends_on",
    period=by_law((RULES.art(42, 2), Days(60)), (NEW.art(41, 1, 5), Days(60))),
    lapse=by_law((RULES.art(42, 2), deemed("expire"))))

# 起诉（申请人的期限，只提示）

SUE_BY = Deadline("sue", "不服决定起诉", rule="RC-T20", watch=True, starts="served_on", met=("sued_on",),
    writes="sue_due_on",
    period=by_law((LITIGATION_1989.art(38, 2), Days(15)), (LITIGATION_2014.art(45), Days(15))))
SUE_REFUSAL_BY = Deadline("sue_refusal", "复议前置案件不予受理后起诉", rule="RC-T20/2", watch=True,
    when=c.FIRST_REQUIRED, starts="refusal_served_on", met=("sued_on",),
    period=by_law((OLD.art(19), Days(15)), (NEW.art(34), Days(15))))
SUE_SILENCE_BY = Deadline("sue_silence", "逾期不作决定起诉", rule="RC-T20/3", watch=True, when=c.SILENT,
    starts="decide_due_on", met=("sued_on",),
    period=by_law((LITIGATION_1989.art(38, 2), Days(15)), (LITIGATION_2014.art(45), Days(15))))

# 重新作出

# 责令时指定了期限的，以指定的日期为准；法律、法规、规章没有规定期限的，为六十日。
REDO_BY = Deadline("redo", "重新作出行政行为", rule="RC-T22", who=PARTY,
    when=c.REDO_ORDERED & c.NO_REDO_PERIOD, starts="served_on", met=("redone_on",),
    period=by_law((RULES.art(49, 1), Days(60)), (RULES_NOW.art(49, 1), Days(60))))

DEADLINES = (
    APPLY_BY, APPLY_UNTOLD_BY, APPLY_UNTOLD_LATEST, APPLY_REAL_ESTATE, APPLY_LATEST,
    ACCEPT_BY, ACCEPT_CORRECTED_BY, AGREE_BY, DESIGNATE_BY, ASK_BY, CORRECT_BY, HAND_OVER_BY, FORWARD_BY,
    COPY_BY, ANSWER_BY, COPY_SIMPLE_BY, ANSWER_SIMPLE_BY, HEARING_NOTICE_BY, DECIDE_BY, DECIDE_SIMPLE_BY,
    SUSPENDED_BY, SUE_BY, SUE_REFUSAL_BY, SUE_SILENCE_BY, REDO_BY,
)
