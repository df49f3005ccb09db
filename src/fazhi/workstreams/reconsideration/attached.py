"""行政复议: opinion letters (意见书) and attached reviews (附带审查), records beside the case."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import same
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Days, Workdays, by_law
from fazhi.law.editions import ARL_1999 as OLD
from fazhi.law.editions import ARL_2023 as NEW
from fazhi.law.editions import ARL_RULES_2007 as RULES
from fazhi.organs.role import Role
from fazhi.workstreams.reconsideration.models.registers import (
    LetterStep,
    ReviewBasis,
    ReviewResult,
    ReviewStep,
)

HANDLER, PARTY, BODY_HEAD, HEAD = Role.HANDLER, Role.PARTY, Role.BODY_HEAD, Role.HEAD
LAW_DAY = "docs/decisions/0003-the-law-day.md"

# fmt: off

# 意见书

LETTER_MOVES = (
    Move("issue", "制发意见书", (LetterStep.DRAFTED,), LetterStep.ISSUED, RULES.art(57, 1), NEW.art(76),
         who=(BODY_HEAD, HEAD), sets="issued_on", fields=("problem",), needs=("problem",), draws=True),
    Move("receive", "有关机关收到", (LetterStep.ISSUED,), None, RULES.art(57, 1), NEW.art(76),
         who=(HANDLER, PARTY), sets="received_on"),
    Move("copy_up", "抄告上一级主管部门", (LetterStep.ISSUED,), None, NEW.art(79, 2), who=HANDLER,
         sets="copied_on"),
    Move("report", "报送纠正情况", (LetterStep.ISSUED,), LetterStep.REPORTED, RULES.art(57, 1), NEW.art(76),
         who=(PARTY, HANDLER), sets="reported_on", fields=("report",), needs=("report",)),
)
LETTER_REPORT_BY = Deadline("report", "报送纠正情况", rule="RC-T21", who=PARTY, starts="received_on",
    met=("reported_on",),
    period=by_law((RULES.art(57, 1), Days(60)), (NEW.art(76), Days(60))))
LETTER_PROCEDURE = Procedure(
    steps=LetterStep,
    start=LetterStep.DRAFTED,
    ends=(LetterStep.REPORTED,),
    moves=LETTER_MOVES,
    deadlines=(LETTER_REPORT_BY,),
    law_day=("issued_on", "drafted_on"),
    law_day_basis=LAW_DAY,
)

# 附带审查

ON_REQUEST = Q(basis=ReviewBasis.REQUEST)
ON_OWN_FINDING = Q(basis=ReviewBasis.OWN_FINDING)
COMPETENT = Q(competent=Answer.YES)
NOT_COMPETENT = Q(competent=Answer.NO)

COMPETENCE = Gate("competence", "本机关有权处理的，才自行处理", COMPETENT,
    OLD.art(26), OLD.art(27), NEW.art(56), NEW.art(57), remedy="请登记“本机关有权处理”；无权处理的，请转送")
NO_COMPETENCE = Gate("no_competence", "本机关无权处理的，才转送有权处理的机关", NOT_COMPETENT,
    OLD.art(26), OLD.art(27), NEW.art(56), NEW.art(57),
    remedy="请登记“本机关有权处理”为“否”；有权处理的，请自行处理")
MAKER_ASKED = Gate("maker_asked", "应当书面通知制定机关就相关条款的合法性提出答复",
    same("maker_told_on", "concluded_on", "lte"), NEW.art(58, 1), remedy="请先登记“通知制定机关日期”")
RESULT = Gate("result", "相关条款合法的一并告知，超越权限或者违反上位法的停止执行并责令纠正",
    Q(result__in=(ReviewResult.LAWFUL, ReviewResult.STOPPED)), NEW.art(59), remedy="请选择“处理结果”")

REVIEW_MOVES = (
    Move("suspend_case", "案件因附带审查中止", (ReviewStep.RAISED,), None, OLD.art(26), OLD.art(27),
         NEW.art(39, 1, 9), who=HANDLER, sets="suspended_on"),
    Move("tell_maker", "通知制定机关", (ReviewStep.RAISED,), None, NEW.art(58, 1), who=HANDLER,
         sets="maker_told_on", fields=("competent", "maker"), needs=("maker",), gates=(COMPETENCE,)),
    Move("receive_notice", "制定机关收到通知", (ReviewStep.RAISED,), None, NEW.art(58, 1),
         who=(HANDLER, PARTY), sets="maker_received_on"),
    Move("answer", "制定机关答复", (ReviewStep.RAISED,), None, NEW.art(58, 1), who=(PARTY, HANDLER),
         sets="maker_answered_on"),
    Move("conclude", "依法处理", (ReviewStep.RAISED,), ReviewStep.CONCLUDED, OLD.art(26), OLD.art(27),
         NEW.art(56), NEW.art(57), who=(BODY_HEAD, HEAD), sets="concluded_on",
         fields=("competent", "result"), needs=("result",), gates=(COMPETENCE, MAKER_ASKED, RESULT)),
    Move("transfer", "转送有权处理的机关", (ReviewStep.RAISED,), ReviewStep.TRANSFERRED, OLD.art(26),
         OLD.art(27), NEW.art(56), NEW.art(57), who=HANDLER, sets="transferred_on",
         fields=("competent", "transferred_to"), needs=("transferred_to",), gates=(NO_COMPETENCE,)),
    Move("receive_transfer", "收到转送", (ReviewStep.TRANSFERRED,), None, OLD.art(26), NEW.art(60),
         who=(PARTY, HANDLER), sets="transfer_received_on"),
    Move("reply", "回复处理意见", (ReviewStep.TRANSFERRED,), ReviewStep.CONCLUDED, OLD.art(26), OLD.art(27),
         NEW.art(60), who=(PARTY, HANDLER), sets="replied_on", fields=("result",), needs=("result",)),
)
REVIEW_DEADLINES = (
    Deadline("handle", "处理规范性文件（申请人提出）", rule="RC-T14", who=HANDLER,
        when=ON_REQUEST & COMPETENT, starts="raised_on", met=("concluded_on",),
        period=by_law((OLD.art(26), Days(30)), (NEW.art(56), Days(30)))),
    Deadline("handle_basis", "处理依据（本机关发现）", rule="RC-T14/2", who=HANDLER,
        when=ON_OWN_FINDING & COMPETENT, starts="raised_on", met=("concluded_on",),
        period=by_law((OLD.art(27), Days(30)), (NEW.art(57), Days(30)))),
    Deadline("transfer", "转送规范性文件（申请人提出）", rule="RC-T15", who=HANDLER,
        when=ON_REQUEST & NOT_COMPETENT, starts="raised_on", met=("transferred_on",),
        period=by_law((OLD.art(26), Workdays(7)), (NEW.art(56), Workdays(7)))),
    Deadline("transfer_basis", "转送依据（本机关发现）", rule="RC-T15/2", who=HANDLER,
        when=ON_OWN_FINDING & NOT_COMPETENT, starts="raised_on", met=("transferred_on",),
        period=by_law((OLD.art(27), Workdays(7)), (NEW.art(57), Workdays(7)))),
    Deadline("tell_maker", "通知制定机关", rule="RC-T16", who=HANDLER, when=COMPETENT, starts="suspended_on",
        met=("maker_told_on",), period=by_law((NEW.art(58, 1), Workdays(3)))),
    Deadline("maker_answer", "制定机关答复", rule="RC-T17", who=PARTY, starts="maker_received_on",
        met=("maker_answered_on",), period=by_law((NEW.art(58, 1), Workdays(10)))),
    Deadline("reply", "回复处理意见（申请人提出）", rule="RC-T18", who=PARTY, when=ON_REQUEST,
        starts="transfer_received_on", met=("replied_on",),
        period=by_law((OLD.art(26), Days(60)), (NEW.art(60), Days(60)))),
    # 旧法第二十七条没有规定接受转送的机关的期限。
    Deadline("reply_basis", "回复处理意见（本机关发现）", rule="RC-T18/2", who=PARTY, when=ON_OWN_FINDING,
        starts="transfer_received_on", met=("replied_on",), period=by_law((NEW.art(60), Days(60)))),
)
# fmt: on

REVIEW_PROCEDURE = Procedure(
    steps=ReviewStep,
    start=ReviewStep.RAISED,
    ends=(ReviewStep.CONCLUDED,),
    moves=REVIEW_MOVES,
    deadlines=REVIEW_DEADLINES,
    law_day=("raised_on",),
    law_day_basis=LAW_DAY,
)
