"""行政规范性文件: the procedures beside the document: review, clean-up, objection, plan."""

from fazhi.engine.procedure import Move, Procedure
from fazhi.law.editions import ARL_2023 as RECONSIDERATION
from fazhi.law.editions import DOCUMENTS_2018 as DOC37
from fazhi.law.editions import LEGALITY_REVIEW_2018 as DOC115
from fazhi.law.editions import LITIGATION_INTERPRETATION_2018 as INTERPRETATION
from fazhi.law.editions import LOCAL
from fazhi.organs.role import Role
from fazhi.workstreams.normative import deadlines as d
from fazhi.workstreams.normative import gates as g
from fazhi.workstreams.normative.models.choices import (
    ObjectionStep,
    PlanStep,
    ReviewStep,
    RoundStep,
    VerdictStep,
    YearlyStep,
)
from fazhi.workstreams.normative.models.review import PROHIBITIONS

HANDLER, REVIEWER, PARTY = Role.HANDLER, Role.REVIEWER, Role.PARTY
BODY_HEAD, HEAD = Role.BODY_HEAD, Role.HEAD
LAW_DAY = "docs/decisions/0003-the-law-day.md"
BASIS = (LOCAL.whole(), DOC37.whole())
R, V, N, P, C, Y = ReviewStep, VerdictStep, ObjectionStep, PlanStep, RoundStep, YearlyStep

# fmt: off
REVIEW_MOVES = (
    Move("return", "退回补充材料", (R.RECEIVED,), R.RETURNED, *BASIS, DOC115.whole(), who=REVIEWER,
         opens="supplement"),
    Move("supplement", "收到补充材料", (R.RETURNED,), R.RECEIVED, *BASIS, DOC115.whole(),
         who=(HANDLER, REVIEWER), closes="supplement"),
    Move("exchange", "沟通意见", (R.RECEIVED,), None, *BASIS, DOC115.whole(), who=(REVIEWER, PARTY)),
    Move("extend", "延长备案审查期限", (R.RECEIVED,), None, LOCAL.whole(), who=BODY_HEAD,
         extends="filing_review"),
    Move("conclude", "提出审查意见", (R.RECEIVED,), R.CONCLUDED, *BASIS, DOC115.whole(), who=REVIEWER,
         sets="concluded_on",
         fields=("urgent", "result", "number_given", "comments", "comments_adopted",
                 *(name for name, _ in PROHIBITIONS)),
         gates=(g.CONCLUSION, g.PROHIBITIONS, g.REVIEW_LENGTH),
         # 起草、送审、内部法核的人不审查：登记在关联的文件的，一样。
         apart=("open", "normative.document.draft", "normative.document.check")),
    Move("demand", "要求制定机关纠正", (R.CONCLUDED,), R.CORRECTING, LOCAL.whole(), who=(REVIEWER, BODY_HEAD),
         sets="demanded_on", gates=(g.CORRECTABLE,)),
    Move("correct", "制定机关纠正", (R.CORRECTING,), R.CONCLUDED, LOCAL.whole(), who=(PARTY, REVIEWER),
         sets="corrected_on", fields=("correction",), needs=("correction",)),
    Move("annul", "责令停止执行或者撤销", (R.CORRECTING,), R.CONCLUDED, LOCAL.whole(), who=HEAD,
         sets="annulled_on"),
    Move("close", "办结", (R.CONCLUDED,), R.CLOSED, LOCAL.whole(), who=(REVIEWER, HANDLER),
         sets="closed_on"),
)
ROUND_MOVES = (
    # 会议和审议结果取自关联的议题，这里不再填写。
    Move("approve", "审议清理结果", (C.OPEN,), C.APPROVED, *BASIS, who=(BODY_HEAD, HEAD), sets="approved_on",
         fields=("papers",), gates=(g.ALL_JUDGED, g.ROUND_AGENDA)),
    Move("publish", "公布清理结果", (C.APPROVED,), C.PUBLISHED, *BASIS, who=HANDLER, sets="published_on",
         fields=("url",), gates=(g.LIST_PUBLISHED,)),
    Move("follow", "启动下一轮清理", (C.PUBLISHED,), C.FOLLOWED, *BASIS, who=HANDLER, sets="next_on"),
)
CLEAN_UP_MOVES = (
    Move("judge", "作出清理结论", (V.LISTED,), V.JUDGED, *BASIS, who=(HANDLER, REVIEWER), sets="judged_on",
         fields=("verdict", "reason"), gates=(g.VERDICT,)),
)
OBJECTION_MOVES = (
    Move("answer", "书面答复", (N.RECEIVED,), N.ANSWERED, LOCAL.whole(), INTERPRETATION.art(149),
         RECONSIDERATION.art(58, 1), RECONSIDERATION.art(60), who=(HANDLER, BODY_HEAD), sets="answered_on",
         fields=("finding", "answer"), gates=(g.FINDING,)),
    Move("correct", "纠正", (N.ANSWERED,), None, LOCAL.whole(), who=(HANDLER, BODY_HEAD),
         sets="corrected_on"),
    Move("close", "办结", (N.ANSWERED,), N.CLOSED, LOCAL.whole(), who=(HANDLER, BODY_HEAD), sets="closed_on",
         gates=(g.CORRECTION,)),
)
PLAN_MOVES = (
    Move("adopt", "列入计划", (P.PROPOSED,), P.PLANNED, LOCAL.whole(), who=(BODY_HEAD, HEAD),
         sets="planned_on", fields=("due_on",), needs=("due_on",)),
    Move("finish", "完成", (P.PLANNED,), P.DONE, LOCAL.whole(), who=HANDLER, sets="done_on",
         fields=("result",), gates=(g.PLAN_FINISHED,)),
    Move("drop", "调出计划", (P.PROPOSED, P.PLANNED), P.DROPPED, LOCAL.whole(), who=(BODY_HEAD, HEAD),
         sets="dropped_on", fields=("dropped_why",), needs=("dropped_why",)),
)
YEARLY_MOVES = (
    Move("send", "报送备案机关", (Y.COMPILED,), Y.SENT, LOCAL.whole(), who=(HANDLER, BODY_HEAD),
         sets="sent_on", fields=("papers", "unfiled", "sent_to"),
         gates=(g.LIST_YEAR, g.LIST_SENT, g.ALL_FILED)),
)
# fmt: on

REVIEW_PROCEDURE = Procedure(
    R, R.RECEIVED, (R.CLOSED,), REVIEW_MOVES, d.REVIEW_DEADLINES, ("received_on",), LAW_DAY, (d.SUPPLEMENT,)
)
ROUND_PROCEDURE = Procedure(C, C.OPEN, (C.FOLLOWED,), ROUND_MOVES, d.ROUND_DEADLINES, ("begun_on",), LAW_DAY)
CLEAN_UP_PROCEDURE = Procedure(V, V.LISTED, (V.JUDGED,), CLEAN_UP_MOVES, (), ("listed_on",), LAW_DAY)
OBJECTION_PROCEDURE = Procedure(
    N, N.RECEIVED, (N.CLOSED,), OBJECTION_MOVES, d.OBJECTION_DEADLINES, ("received_on",), LAW_DAY
)
YEARLY_PROCEDURE = Procedure(
    Y, Y.COMPILED, (Y.SENT,), YEARLY_MOVES, d.YEARLY_DEADLINES, ("year_end_on",), LAW_DAY
)
PLAN_PROCEDURE = Procedure(
    P, P.PROPOSED, (P.DONE, P.DROPPED), PLAN_MOVES, (), ("planned_on", "proposed_on"), LAW_DAY
)
