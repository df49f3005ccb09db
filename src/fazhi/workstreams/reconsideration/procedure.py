"""行政复议: the procedure the law sets, move by move, under both editions."""

from fazhi.engine.procedure import Move, Procedure
from fazhi.law.editions import ARL_1999 as OLD
from fazhi.law.editions import ARL_2023 as NEW
from fazhi.law.editions import ARL_RULES_2007 as RULES
from fazhi.law.editions import ARL_RULES_2024 as RULES_NOW
from fazhi.organs.role import Role
from fazhi.workstreams.reconsideration import gates as g
from fazhi.workstreams.reconsideration.deadlines import DEADLINES, PAUSES
from fazhi.workstreams.reconsideration.models.choices import (
    Acceptance,
    Approval,
    Excuse,
    MediationResult,
    Outcome,
    Step,
    TerminationGround,
    Track,
)

S = Step
HANDLER, PARTY, SUPERIOR = Role.HANDLER, Role.PARTY, Role.SUPERIOR
BODY_HEAD, HEAD = Role.BODY_HEAD, Role.HEAD
BODY = (HANDLER, BODY_HEAD)
ORGAN = (BODY_HEAD, HEAD)
PENDING = (S.OPEN, S.SUSPENDED)
ENDED = (S.CLOSED, S.ARCHIVED)

# A move reads as the law prints it: from where to where, by which article, by whom, under which gates.
# What a gate demands is not asked again in ``needs``: the gate names its article.
# fmt: off

ADMISSION = (
    Move("negotiate", "协商受理机关", (S.RECEIVED,), None, RULES.art(30), RULES_NOW.art(30), who=HANDLER,
         sets="negotiated_on", fields=("concurrent",), gates=(g.CONCURRENT,), opens="negotiation"),
    Move("disagree", "协商不成", (S.RECEIVED,), None, RULES.art(30), RULES_NOW.art(30), who=HANDLER,
         sets="disagreed_on"),
    Move("agree", "协商确定由本机关受理", (S.RECEIVED,), None, RULES.art(30), RULES_NOW.art(30), who=HANDLER,
         sets="agreed_on", closes="negotiation"),
    Move("designate", "指定由本机关受理", (S.RECEIVED,), None, RULES.art(30), RULES_NOW.art(30),
         who=(SUPERIOR, HANDLER), sets="designated_on", closes="negotiation"),
    Move("ask", "通知补正", (S.RECEIVED,), S.ASKED, RULES.art(29), NEW.art(31, 1), who=HANDLER,
         sets="asked_on", fields=("asked_items", "correct_by_on", "notice_received_on"),
         gates=(g.CORRECTION_ITEMS, g.CORRECTION_PERIOD, g.CORRECTION_ONCE), opens="correction"),
    Move("receive_notice", "申请人收到补正通知", (S.ASKED,), None, RULES.art(29), NEW.art(31, 2), who=HANDLER,
         sets="notice_received_on"),
    Move("prolong_correction", "延长补正期限", (S.ASKED,), None, NEW.art(31, 2), who=HANDLER,
         fields=("correct_by_on", "correction_excuse"), needs=("correct_by_on", "correction_excuse"),
         gates=(g.CORRECTION_EXCUSE,)),
    Move("correct", "收到补正材料", (S.ASKED,), S.RECEIVED, RULES.art(29), NEW.art(31, 3), who=HANDLER,
         sets="corrected_on", closes="correction"),
    Move("abandon", "视为放弃申请", (S.ASKED,), S.ABANDONED, RULES.art(29), NEW.art(31, 2), who=HANDLER,
         sets="abandoned_on", writes=(("correction_excuse", Excuse.NONE),), gates=(g.CORRECTION_OVERDUE,)),
    Move("drop", "受理前撤回", (S.RECEIVED, S.ASKED), S.DROPPED, OLD.art(25), NEW.art(74, 2), who=HANDLER,
         sets="dropped_on"),
    Move("refuse", "不予受理", (S.RECEIVED,), S.REFUSED, OLD.art(17, 1), NEW.art(30, 2), who=BODY,
         sets="refused_on", fields=("admissibility", "refusal_reasons", "competent_organ", "first_required"),
         needs=("admissibility",),
         gates=(g.REFUSAL_GROUND, g.REFUSAL_GROUND_1999, g.REFUSAL_REASONS, g.REFUSAL_ORGAN)),
    Move("serve_refusal", "送达不予受理决定", (S.REFUSED,), None, OLD.art(17, 1), NEW.art(30, 2), who=HANDLER,
         sets="refusal_served_on"),
    Move("redirect", "告知向有关机关提出", (S.RECEIVED,), S.PASSED_ON, OLD.art(17, 1), who=HANDLER,
         sets="redirected_on", fields=("admissibility", "competent_organ"),
         gates=(g.REDIRECTION,)),
    Move("forward", "转送有关行政复议机关", (S.RECEIVED,), S.PASSED_ON, OLD.art(18), who=HANDLER,
         sets="forwarded_on", fields=("admissibility", "competent_organ"),
         gates=(g.FORWARDING,)),
    Move("accept", "受理", (S.RECEIVED,), S.OPEN, OLD.art(17, 1), NEW.art(30, 1), who=BODY,
         sets="accepted_on", fields=("admissibility", "major", "first_required"),
         writes=(("acceptance", Acceptance.EXPRESS),), gates=(g.ADMISSIBLE,), draws=True),
    Move("deem_accepted", "视为受理", (S.RECEIVED,), S.OPEN, OLD.art(17, 2), NEW.art(30, 3), who=HANDLER,
         sets="accepted_on", writes=(("acceptance", Acceptance.DEEMED),), draws=True),
)

TRIAL = (
    Move("assign", "指定承办人员", (S.OPEN,), None, RULES.art(32), NEW.art(36, 1), who=BODY_HEAD,
         sets="assigned_on", gates=(g.QUALIFIED_1999, g.QUALIFIED)),
    Move("weigh", "认定是否重大、疑难、复杂", PENDING, None, RULES.art(33), NEW.art(50, 1), who=BODY,
         fields=("major", "committee_ground"), needs=("major",)),
    Move("take_ordinary", "适用普通程序", (S.OPEN,), None, NEW.art(36, 1), who=BODY, sets="ordinary_on",
         writes=(("track", Track.ORDINARY),)),
    Move("take_simple", "适用简易程序", (S.OPEN,), None, NEW.art(53), who=BODY, sets="simple_on",
         fields=("simple_ground", "clear", "amount"), needs=("simple_ground",),
         writes=(("track", Track.SIMPLE),), gates=(g.SIMPLE_GROUND, g.SIMPLE_CLEAR)),
    Move("convert", "转为普通程序", (S.OPEN,), None, NEW.art(55), who=BODY_HEAD, sets="converted_on",
         fields=("conversion_reason",), needs=("conversion_reason",),
         writes=(("track", Track.ORDINARY),), gates=(g.CONVERSION,)),
    Move("send_copy", "发送申请书副本", PENDING, None, OLD.art(23, 1), NEW.art(48), NEW.art(54, 1),
         who=HANDLER, sets="copy_sent_on", fields=("copy_received_on",)),
    Move("receive_copy", "被申请人收到副本", PENDING, None, OLD.art(23, 1), NEW.art(48), NEW.art(54, 1),
         who=(HANDLER, PARTY), sets="copy_received_on"),
    Move("answer", "被申请人答复", PENDING, None, OLD.art(23, 1), NEW.art(48), NEW.art(54, 1),
         who=(PARTY, HANDLER), sets="answered_on", fields=("head_signed", "collected"), needs=("collected",),
         gates=(g.EVIDENCE_1999, g.EVIDENCE)),
    Move("hear_opinions", "听取意见", (S.OPEN,), None, OLD.art(22), NEW.art(49), who=HANDLER,
         sets="opinions_on", fields=("opinions_mode",), needs=("opinions_mode",)),
    Move("fail_opinions", "因当事人原因不能听取意见", (S.OPEN,), None, NEW.art(49), who=HANDLER,
         sets="opinions_failed_on", fields=("opinions_failed_why",), needs=("opinions_failed_why",)),
    Move("call_hearing", "通知听证", (S.OPEN,), None, RULES.art(33), NEW.art(51, 1), who=HANDLER,
         sets="hearing_notified_on", fields=("hearing_on",), needs=("hearing_on",)),
    Move("hold_hearing", "举行听证", (S.OPEN,), None, RULES.art(33), NEW.art(50), who=HANDLER,
         sets="heard_on", gates=(g.HEARING_NOTICE, g.HEARING_BENCH), evidence=("听证笔录",)),
    # 旧法没有委员会：认为有必要时可以向有关组织和人员调查情况、听取意见。
    Move("ask_committee", "提请委员会", (S.OPEN,), None, OLD.art(22), NEW.art(52, 2), who=BODY,
         sets="committee_asked_on", fields=("committee_ground",), needs=("committee_ground",),
         gates=(g.COMMITTEE_GROUND,)),
    Move("advise", "委员会提出咨询意见", (S.OPEN,), None, OLD.art(22), NEW.art(52, 3), who=BODY,
         sets="committee_advised_on", fields=("committee_opinion",),
         gates=(g.COMMITTEE_RECORD,)),
    Move("investigate", "调查取证", (S.OPEN,), None, OLD.art(22), RULES.art(34, 2), NEW.art(45, 1),
         who=HANDLER, sets="investigated_on", gates=(g.INVESTIGATION,)),
    Move("stay", "停止执行", (S.RECEIVED, *PENDING), None, OLD.art(21), NEW.art(42), who=(*BODY, HEAD),
         sets="stayed_on", fields=("stay_ground",), needs=("stay_ground",), gates=(g.STAY,)),
    Move("suspend", "中止", (S.OPEN,), S.SUSPENDED, OLD.art(26), OLD.art(27), RULES.art(41, 1),
         NEW.art(39, 1), who=BODY, sets="suspended_on", fields=("suspension_told_on",), opens="suspension",
         gates=(g.SUSPENSION, g.SUSPENSION_2007, g.SUSPENSION_TOLD)),
    Move("resume", "恢复审理", (S.SUSPENDED,), S.OPEN, OLD.art(26), OLD.art(27), RULES.art(41, 2),
         NEW.art(39, 2), who=BODY, sets="resumed_on", fields=("resumption_told_on",),
         closes="suspension", gates=(g.RESUMPTION_TOLD,)),
    Move("begin_appraisal", "开始鉴定", (S.OPEN,), None, RULES.art(37), RULES_NOW.art(37), who=HANDLER,
         sets="appraisal_begun_on", opens="appraisal"),
    Move("end_appraisal", "鉴定结束", (S.OPEN,), None, RULES.art(37), RULES_NOW.art(37), who=HANDLER,
         sets="appraisal_ended_on", closes="appraisal"),
    Move("begin_survey", "开始现场勘验", (S.OPEN,), None, RULES.art(34, 3), RULES_NOW.art(34, 3),
         who=HANDLER, sets="survey_begun_on", opens="survey"),
    Move("end_survey", "现场勘验结束", (S.OPEN,), None, RULES.art(34, 3), RULES_NOW.art(34, 3), who=HANDLER,
         sets="survey_ended_on", closes="survey"),
    Move("extend", "延长审理期限", (S.OPEN,), None, OLD.art(31, 1), NEW.art(62, 1), who=(HEAD, BODY_HEAD),
         sets="extended_on", fields=("complicated", "extension_told_on"), extends="decide",
         gates=(g.COMPLICATED, g.EXTENSION_TOLD)),
    Move("begin_mediation", "开始调解", PENDING, None, RULES.art(50, 1), NEW.art(5, 1), who=HANDLER,
         sets="mediation_begun_on", fields=("mediation_method", "mediation_scope")),
    Move("fail_mediation", "调解未达成协议", PENDING, None, RULES.art(50, 3), NEW.art(73, 2), who=HANDLER,
         writes=(("mediation_result", MediationResult.NOT_AGREED),)),
    Move("settle", "达成和解", PENDING, None, RULES.art(40), NEW.art(74, 1), who=HANDLER, sets="settled_on",
         fields=("agreement_lawful", "mediation_scope"), needs=("agreement_lawful",)),
)

DECISION = (
    "outcome", "decision_number", "decision_reasons", "admissibility", "act_kind", "worse",
    "third_party_opposed", "third_party_proved", "on_record", "committee_adopted", "damages",
    "damages_amount", "redo_ordered", "redo_by_on", "perform_by_on",
)
DECISION_GATES = (
    g.OFFICERS, g.OPINIONS, g.HEARING, g.HEARING_RECORD, g.COMMITTEE, g.COMMITTEE_WEIGHED, g.PROPOSAL,
    g.APPROVAL, g.DECISION_KIND_1999, g.DECISION_KIND, g.UNANSWERED_1999, g.UNANSWERED, g.NOT_WORSE_2007,
    g.NOT_WORSE, g.REJECTION_GROUND, g.REJECTION_REASONS, g.CLAIM_REJECTION, g.PERFORMANCE_PERIOD,
    g.AGREEMENT_ACT, g.DAMAGES,
)
TERMINATION_GATES = (g.TERMINATION_GROUND, g.WITHDRAWAL, g.SETTLEMENT, g.SETTLEMENT_SCOPE)

CLOSING = (
    Move("propose", "机构提出意见", (S.OPEN,), None, OLD.art(28, 1), NEW.art(61, 1), who=BODY,
         sets="proposed_on", fields=("proposal",), needs=("proposal",)),
    Move("approve", "负责人同意", (S.OPEN,), None, OLD.art(28, 1), NEW.art(61, 1), who=HEAD,
         sets="approved_on", writes=(("approval", Approval.CONSENT),)),
    Move("discuss", "集体讨论通过", (S.OPEN,), None, OLD.art(28, 1), NEW.art(61, 1), who=ORGAN,
         sets="approved_on", writes=(("approval", Approval.MEETING),), evidence=("集体讨论记录",)),
    Move("decide", "作出决定", (S.OPEN,), S.CLOSED, OLD.art(28, 1), NEW.art(61, 1), who=ORGAN,
         sets="closed_on", fields=DECISION, needs=("outcome",), gates=DECISION_GATES),
    Move("mediate", "制作调解书结案", (S.OPEN,), S.CLOSED, RULES.art(50, 2), NEW.art(73, 1), who=ORGAN,
         sets="closed_on", fields=("agreement_lawful", "mediation_scope", "statement_signed_on"),
         evidence=("行政复议调解书",),
         writes=(("outcome", Outcome.MEDIATED), ("mediation_result", MediationResult.AGREED)),
         gates=(g.MEDIATION_LAWFUL, g.MEDIATION_STATEMENT, g.MEDIATION_SCOPE)),
    Move("terminate", "终止", (S.OPEN,), S.CLOSED, OLD.art(25), RULES.art(42, 1), NEW.art(41), who=ORGAN,
         sets="closed_on", fields=("termination_ground", "withdrawal_allowed"),
         needs=("termination_ground",), writes=(("outcome", Outcome.TERMINATED),), gates=TERMINATION_GATES),
    Move("terminate_suspended", "中止期间终止", (S.SUSPENDED,), S.CLOSED, RULES.art(42, 1), NEW.art(41),
         who=ORGAN, sets="closed_on", fields=("termination_ground", "withdrawal_allowed"),
         needs=("termination_ground",), writes=(("outcome", Outcome.TERMINATED),), closes="suspension",
         gates=TERMINATION_GATES),
    Move("expire", "中止满六十日终止", (S.SUSPENDED,), S.CLOSED, RULES.art(42, 2), NEW.art(41, 1, 5),
         who=ORGAN, sets="closed_on", closes="suspension", gates=(g.SUSPENDED_60_DAYS,),
         writes=(("outcome", Outcome.TERMINATED),
                 ("termination_ground", TerminationGround.SUSPENDED_60_DAYS))),
)

AFTERMATH = (
    Move("serve", "送达", (S.CLOSED,), None, OLD.art(31, 3), NEW.art(75, 2), who=HANDLER, sets="served_on",
         evidence=("送达回证",)),
    Move("publish", "公开决定书", ENDED, None, NEW.art(79, 1), who=HANDLER, sets="published_on",
         fields=("url", "act_public"), needs=("url",), gates=(g.PUBLICITY,)),
    Move("copy_up", "抄告上一级主管部门", ENDED, None, NEW.art(79, 2), who=HANDLER, sets="copied_on",
         fields=("copied_to",), needs=("copied_to",), gates=(g.EFFECTIVE,)),
    Move("perform", "被申请人履行", ENDED, None, OLD.art(32, 1), NEW.art(77, 1), who=(PARTY, HANDLER),
         sets="performed_on"),
    Move("urge", "责令限期履行", ENDED, None, OLD.art(32, 2), NEW.art(77, 2), who=(*BODY, HEAD),
         sets="urged_on", fields=("urged_by_on",), needs=("urged_by_on",), gates=(g.UNPERFORMED,)),
    Move("enforce", "强制执行", ENDED, None, OLD.art(33), NEW.art(78), who=(*BODY, HEAD),
         sets="enforced_on", fields=("enforcer",), needs=("enforcer",),
         gates=(g.UNSUED, g.ENFORCER_1999, g.ENFORCER)),
    Move("redo", "重新作出行政行为", ENDED, None, OLD.art(28, 2), RULES.art(49, 1), NEW.art(64, 2),
         who=(PARTY, HANDLER), sets="redone_on", gates=(g.REDOING,)),
    Move("sue", "申请人起诉", (S.REFUSED, *PENDING, *ENDED), None, OLD.art(5), NEW.art(10), who=HANDLER,
         sets="sued_on"),
    Move("judge", "法院裁判", (S.REFUSED, *PENDING, *ENDED), None, OLD.art(5), NEW.art(10), who=HANDLER,
         sets="judged_on", fields=("judgment",), needs=("judgment",)),
    Move("archive", "归档", (S.CLOSED, S.REFUSED, S.ABANDONED, S.PASSED_ON, S.DROPPED), S.ARCHIVED,
         OLD.art(3, 1), NEW.art(4, 2), who=HANDLER, sets="archived_on"),
)
# fmt: on

CASE_PROCEDURE = Procedure(
    steps=S,
    start=S.RECEIVED,
    ends=(S.ARCHIVED,),
    moves=(*ADMISSION, *TRIAL, *CLOSING, *AFTERMATH),
    deadlines=DEADLINES,
    law_day=("accepted_on", "refused_on", "received_on"),
    law_day_basis="docs/decisions/0003-the-law-day.md",
    pauses=PAUSES,
)
