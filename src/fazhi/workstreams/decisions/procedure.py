"""重大行政决策: the procedure the law sets, from the proposal to the archive."""

from fazhi.engine.procedure import Move, Procedure
from fazhi.law.editions import DECISION_2019 as LAW
from fazhi.organs.role import Role
from fazhi.workstreams.decisions import gates as g
from fazhi.workstreams.decisions.conditions import REPEATS
from fazhi.workstreams.decisions.deadlines import DEADLINES, PAUSES
from fazhi.workstreams.decisions.models.choices import ReviewWay, Step

S = Step
BEFORE = g.BEFORE
HANDLER, REVIEWER, HEAD = Role.HANDLER, Role.REVIEWER, Role.HEAD
BODY = (HANDLER, Role.BODY_HEAD)
FORMING = (S.STARTED, S.REVIEW, S.REVIEWED)
EXECUTING = (S.DECIDED, S.SUSPENDED)
NEEDS = ("public", "comment", "hearing", "expert", "risk", "competition", "party", "congress")

# 重新送请审查的，审查时间和要求反馈的日期重新起算。
AFRESH = (("review_sent_on", None), ("review_wanted_on", None))

# A move reads as the law prints it: from where to where, by which article, by whom, under which gates.
# fmt: off

STARTING = (
    Move("study", "研究论证", (S.PROPOSED,), None, BEFORE, LAW.art(10), who=HANDLER, sets="studied_on",
         fields=("study",), needs=("study",)),
    Move("start", "决定启动", (S.PROPOSED,), S.STARTED, BEFORE, LAW.art(11), who=HEAD, sets="started_on",
         fields=("item_kind", "scope", "unit", "other_units"), needs=("unit",),
         gates=(g.COVERED, g.STUDIED)),
    Move("decline", "不予启动", (S.PROPOSED,), S.DECLINED, BEFORE, LAW.art(10), who=HEAD, sets="declined_on",
         fields=("declined_why",), needs=("declined_why",)),
)

DRAFTING = (
    Move("research", "调查研究", (S.STARTED,), None, BEFORE, LAW.art(12, 1), who=HANDLER,
         sets="researched_on"),
    Move("consult", "征求有关单位意见", (S.STARTED,), None, BEFORE, LAW.art(13), who=HANDLER,
         sets="consulted_on", fields=("consulted", "disagreement"), needs=("consulted",),
         gates=(g.CONSULTED, g.DISAGREEMENT)),
    Move("draft", "拟订草案", (S.STARTED,), None, BEFORE, LAW.art(12, 1), who=HANDLER, sets="drafted_on",
         fields=("alternatives",)),
    Move("weigh", "确定应当履行的程序", (S.STARTED,), None, BEFORE, LAW.art(14, 1), LAW.art(29), who=BODY,
         sets="scoped_on", gates=(g.PROCEDURES,),
         fields=tuple(f"{name}_{what}" for name in NEEDS for what in ("need", "reason"))),
)

PARTICIPATION = (
    Move("hear", "听取公众意见", FORMING, None, BEFORE, LAW.art(14, 2), who=HANDLER, sets="heard_on",
         fields=("heard_by",), needs=("heard_by",)),
    Move("open_comment", "公开征求意见", (S.STARTED,), None, BEFORE, LAW.art(15, 1), who=HANDLER,
         sets="comment_on", fields=("comment_url", "comment_urgent", "comment_short_why"),
         needs=("comment_url",), gates=(g.SHOWN, g.SHORTENED)),
    Move("close_comment", "截止征求意见", (S.STARTED,), None, BEFORE, LAW.art(15, 1), who=HANDLER,
         sets="comment_closed_on", gates=(g.COMMENT_PERIOD, g.COMMENT_URGENT)),
    Move("answer", "研究采纳并反馈意见", FORMING, None, BEFORE, LAW.art(18), who=HANDLER, sets="answered_on",
         fields=("comments", "comments_adopted", "rejected_why", "feedback_url"), gates=(g.ADOPTION,)),
    Move("call_hearing", "发布听证公告", (S.STARTED,), None, BEFORE, LAW.art(16, 2), who=HANDLER,
         sets="hearing_called_on", fields=("hearing_on", "hearing_place"),
         needs=("hearing_on", "hearing_place")),
    Move("list_participants", "公布听证参加人名单", (S.STARTED,), None, BEFORE, LAW.art(16, 3), who=HANDLER,
         sets="hearing_listed_on"),
    Move("send_papers", "送达听证会材料", (S.STARTED,), None, BEFORE, LAW.art(16, 3), who=HANDLER,
         sets="hearing_sent_on"),
    Move("hold_hearing", "举行听证会", (S.STARTED,), None, BEFORE, LAW.art(17), who=HANDLER,
         sets="hearing_held_on", fields=("hearing_open", "hearing_signed", "hearing_adoption"),
         evidence=("听证笔录",), gates=(g.HEARING_LIST, g.HEARING_PAPERS, g.HEARING_SIGNED)),
)

WEIGHING = (
    Move("argue", "专家论证", (S.STARTED,), None, BEFORE, LAW.art(19, 1), who=HANDLER, sets="argued_on",
         fields=("expert_conclusion", "expert_free", "expert_adoption"), needs=("expert_conclusion",),
         evidence=("专家论证意见",), gates=(g.EXPERT_FREE, g.EXPERT_SIGNED)),
    Move("assess", "风险评估", (S.STARTED,), None, BEFORE, LAW.art(22, 1), who=HANDLER, sets="assessed_on",
         fields=("risk_kind", "risk_level", "risk_points", "risk_measures", "risk_finding",
                 "risk_assessor"), evidence=("风险评估报告",), gates=(g.RISK_REPORT,)),
    Move("review_competition", "公平竞争审查", (S.STARTED,), None, LAW.art(29, 1, 1), who=BODY,
         sets="competition_on", fields=("competition", "competition_by"), needs=("competition",)),
)

REVIEW = (
    Move("send", "送请合法性审查", (S.STARTED,), S.REVIEW, BEFORE, LAW.art(26, 1), who=BODY,
         sets="review_sent_on", fields=("review_wanted_on", "review_short_why", "procedures_told"),
         needs=("review_wanted_on",), gates=(g.REVIEW_PAPERS, g.REPEATED)),
    Move("ask_supplement", "要求补充材料", (S.REVIEW,), None, LAW.art(26, 1), who=REVIEWER,
         sets="supplement_asked_on", opens="supplement"),
    Move("supplement", "补充材料", (S.REVIEW,), None, LAW.art(26, 1), who=HANDLER, sets="supplemented_on",
         closes="supplement"),
    Move("return", "退回材料", (S.REVIEW,), S.STARTED, BEFORE, LAW.art(26, 1), who=REVIEWER,
         sets="review_returned_on", writes=AFRESH),
    Move("review_jointly", "联合审查", (S.REVIEW,), None, BEFORE, LAW.art(25, 1), who=REVIEWER,
         sets="joint_on"),
    # 负责合法性审查的不是承办单位，也不是拟订草案的人。
    Move("review", "提出合法性审查意见", (S.REVIEW,), S.REVIEWED, BEFORE, LAW.art(28), who=REVIEWER,
         sets="reviewed_on", fields=("opinion_number", "verdict", "advisers_heard", "points"),
         needs=("opinion_number",), gates=(g.ADVISERS, g.VERDICT), apart=("draft", "send"),
         writes=(("review_way", ReviewWay.HERE),)),
    # 意见已由负责审查的部门在同一队列中出具的，承办人只登记，不另作结论。
    Move("take_opinion", "登记已出具的审查意见", (S.REVIEW,), S.REVIEWED, BEFORE, LAW.art(28), who=BODY,
         sets="reviewed_on", fields=("opinion_number", "verdict", "advisers_heard", "points"),
         needs=("opinion_number",), gates=(g.OPINION, g.ADVISERS, g.VERDICT),
         writes=(("review_way", ReviewWay.QUEUE),)),
    Move("adjust", "根据审查意见调整", (S.REVIEWED,), None, BEFORE, LAW.art(28), who=HANDLER,
         sets="adjusted_on", fields=("points_adopted", "not_adopted_why"), gates=(g.POINTS,)),
    Move("redraft", "实质性修改，重新履行程序", (S.REVIEWED,), S.STARTED, BEFORE, LAW.art(28), who=BODY,
         sets="redrafted_on", fields=("redraft_why", *(f"repeat_{name}" for name, _ in REPEATS)),
         needs=("redraft_why",), writes=(*AFRESH, ("reviewed_on", None), ("adjusted_on", None)),
         gates=(g.REPEATS_FIXED,)),
)

DISCUSSION = (
    Move("submit", "提交讨论", (S.REVIEWED,), S.SUBMITTED, BEFORE, LAW.art(29), who=BODY,
         sets="submitted_on", fields=("exploratory", "legal_risk", "exception_why", "exception_by"),
         gates=g.SUBMISSION),
    # 会议、出席、不同意见和结果取自关联的议题，这里不再填写。
    Move("discuss", "集体讨论", (S.SUBMITTED,), None, BEFORE, LAW.art(30, 1), who=BODY, sets="discussed_on",
         gates=(g.AGENDA, g.MEETING, g.PRESENCE, g.HEAD_LAST, g.MINUTES)),
    Move("return_draft", "退回修改后再次讨论", (S.SUBMITTED,), S.REVIEWED, BEFORE, LAW.art(30, 1), who=BODY,
         sets="returned_on"),
    Move("drop", "不予决策", (S.SUBMITTED,), S.DROPPED, BEFORE, LAW.art(30, 1), who=HEAD,
         sets="dropped_on"),
    Move("ask_party", "向党委请示报告", (S.REVIEWED, S.SUBMITTED), None, BEFORE, LAW.art(31), who=BODY,
         sets="party_asked_on"),
    Move("hear_party", "党委答复", (S.REVIEWED, S.SUBMITTED), None, BEFORE, LAW.art(31), who=BODY,
         sets="party_replied_on", fields=("party_reply",), needs=("party_reply",)),
    Move("tell_congress", "向人大及其常委会报告", (S.REVIEWED, S.SUBMITTED), None, BEFORE, LAW.art(8, 1),
         who=BODY, sets="congress_on", fields=("congress_reply",)),
    Move("decide", "作出决策", (S.SUBMITTED,), S.DECIDED, BEFORE, LAW.art(30, 1), LAW.art(34), who=HEAD,
         sets="decided_on", fields=("executor",), needs=("executor",),
         gates=(g.AGREED, g.MAJORITY, g.PARTY, g.CONGRESS), draws=True),
)

AFTERMATH = (
    Move("publish", "公布", EXECUTING, None, BEFORE, LAW.art(32), who=HANDLER, sets="published_on",
         fields=("url", "gazette", "concern", "adoption_told"), needs=("url",), gates=(g.ADOPTION_TOLD,)),
    Move("withhold", "依法不予公布", EXECUTING, None, BEFORE, LAW.art(32), who=BODY, fields=("secret_why",),
         needs=("secret_why",)),
    Move("file", "过程材料归档", EXECUTING, None, BEFORE, LAW.art(33), who=HANDLER, sets="filed_on",
         fields=("file_number", "file_complete"), needs=("file_number",), gates=(g.RECORD,)),
    Move("report", "报告执行情况", EXECUTING, None, BEFORE, LAW.art(34), who=(HANDLER, Role.PARTY),
         sets="executed_on", fields=("execution",), needs=("execution",)),
    Move("report_problem", "报告执行中的问题", EXECUTING, None, BEFORE, LAW.art(35, 1),
         who=(HANDLER, Role.PARTY), sets="problem_on", fields=("problem",), needs=("problem",)),
    Move("track", "跟踪检查", EXECUTING, None, BEFORE, LAW.art(34), who=HANDLER, sets="tracked_on"),
    Move("suspend", "先决定中止执行", (S.DECIDED,), S.SUSPENDED, LAW.art(37), who=HEAD, sets="suspended_on",
         fields=("urgent",), gates=(g.URGENT,)),
    Move("resume", "恢复执行", (S.SUSPENDED,), S.DECIDED, LAW.art(37), who=HEAD, sets="resumed_on"),
    Move("change", "调整", EXECUTING, None, LAW.art(37), who=HEAD, sets="changed_on",
         fields=("change", "change_by"), needs=("change",), gates=(g.CHANGE,)),
    Move("stop", "停止执行", EXECUTING, S.STOPPED, LAW.art(37), who=HEAD, sets="stopped_on",
         fields=("stop_discussed", "change_why"), gates=(g.STOP,)),
    Move("evaluate", "决策后评估", (*EXECUTING, S.STOPPED), None, BEFORE, LAW.art(36, 1), who=BODY,
         sets="evaluated_on", fields=("evaluation_ground", "evaluator", "evaluator_free", "evaluation"),
         needs=("evaluator", "evaluation"), gates=(g.EVALUATION_GROUND, g.EVALUATOR)),
    Move("archive", "办结归档", (S.DECIDED, S.STOPPED), S.ARCHIVED, BEFORE, LAW.art(33), who=HANDLER,
         sets="archived_on", gates=(g.PUBLISHED, g.FILED)),
)
# fmt: on

DECISION_PROCEDURE = Procedure(
    steps=S,
    start=S.PROPOSED,
    ends=(S.ARCHIVED, S.DECLINED, S.DROPPED),
    moves=(*STARTING, *DRAFTING, *PARTICIPATION, *WEIGHING, *REVIEW, *DISCUSSION, *AFTERMATH),
    deadlines=DEADLINES,
    law_day=("started_on", "proposed_on"),
    law_day_basis="docs/decisions/0003-the-law-day.md",
    pauses=PAUSES,
)
