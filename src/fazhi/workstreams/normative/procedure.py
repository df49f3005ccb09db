"""行政规范性文件: the way of a document from plan to archive, in the order of the fifteen stages."""

from fazhi.engine.procedure import Move, Procedure
from fazhi.law.editions import BUSINESS_ENVIRONMENT_2019 as OPERATORS
from fazhi.law.editions import DISCLOSURE_2008, DISCLOSURE_2019, LOCAL
from fazhi.law.editions import DOCUMENTS_2018 as DOC37
from fazhi.law.editions import LEGALITY_REVIEW_2018 as DOC115
from fazhi.organs.role import Role
from fazhi.workstreams.normative import gates as g
from fazhi.workstreams.normative.deadlines import DOCUMENT_DEADLINES
from fazhi.workstreams.normative.models.choices import Ending, FilingResult, ReviewWay, Step

S = Step
HANDLER, REVIEWER, BODY_HEAD, HEAD = Role.HANDLER, Role.REVIEWER, Role.BODY_HEAD, Role.HEAD
MAKING = (LOCAL.whole(), DOC37.whole())
STANDING = LOCAL.whole()
UNDER_WAY = (
    S.PLANNED, S.ASSESSED, S.DRAFTED, S.CONSULTED, S.SPECIAL, S.CHECKED, S.REVIEWED, S.DECIDED, S.SIGNED,
)  # fmt: skip

# fmt: off
BEFORE = (
    Move("assess", "评估论证", (S.PLANNED,), S.ASSESSED, *MAKING, who=HANDLER, sets="assessed_on",
         fields=("necessary",), needs=("necessary",)),
    Move("draft", "起草", (S.ASSESSED,), S.DRAFTED, *MAKING, who=HANDLER, sets="drafted_on",
         fields=("maker_kind", "joint_makers", "drafter", "basis", "classified", "responsible", "operators"),
         gates=(g.MAKER, g.ASSESSMENT, g.CLASSIFICATION, g.RESPONSIBILITY)),
    Move("publish_draft", "公开征求意见", (S.DRAFTED,), None, *MAKING, OPERATORS.art(62, 2), who=HANDLER,
         sets="comment_from_on", fields=("comment_url", "comment_to_on"),
         needs=("comment_url", "comment_to_on")),
    Move("hear_operators", "听取市场主体、行业协会商会意见", (S.DRAFTED,), None, LOCAL.whole(),
         OPERATORS.art(62, 1), who=HANDLER, sets="operators_heard_on"),
    Move("feed_back", "反馈意见采纳情况", (S.DRAFTED,), None, *MAKING, OPERATORS.art(62, 2), who=HANDLER,
         sets="comment_feedback_on", fields=("comments", "comments_adopted", "comments_rejected_why"),
         gates=(g.REJECTION,)),
    Move("consult", "完成征求意见", (S.DRAFTED,), S.CONSULTED, *MAKING, OPERATORS.art(62, 2), who=HANDLER,
         sets="consulted_on", fields=("consultation", "consultation_why", "comment_to_on"),
         needs=("consultation",),
         gates=(g.COMMENT, g.COMMENT_OPERATORS, g.OPERATORS_HEARD, g.FEEDBACK)),
    Move("clear", "完成公平竞争等专项审查", (S.CONSULTED,), S.SPECIAL, *MAKING, OPERATORS.art(63, 1),
         who=(HANDLER, REVIEWER), sets="special_on",
         fields=("competition", "competition_by", "special_reviews"),
         gates=(g.COMPETITION_REVIEW, g.COMPETITION_JOINT)),
    Move("check", "起草单位内部法核", (S.SPECIAL,), S.CHECKED, *MAKING, who=(HANDLER, REVIEWER),
         sets="checked_on", apart=("draft",)),
    Move("send", "送合法性审核", (S.CHECKED,), None, *MAKING, DOC115.whole(), who=HANDLER,
         sets="review_sent_on", fields=("review_body",)),
    Move("review", "登记合法性审核意见", (S.CHECKED,), S.REVIEWED, *MAKING, DOC115.whole(), who=REVIEWER,
         sets="reviewed_on", fields=("review_body", "review_number", "review_result", "points"),
         needs=("review_number", "review_result"), apart=("draft", "check")),
    # 意见已由负责审查的部门在同一队列中出具的，承办人只登记，不另作结论。
    Move("take_opinion", "登记已出具的审查意见", (S.CHECKED,), S.REVIEWED, *MAKING, DOC115.whole(),
         who=(HANDLER, BODY_HEAD), sets="reviewed_on",
         fields=("review_body", "review_number", "review_result", "points"),
         needs=("review_number", "review_result"), gates=(g.OPINION,),
         writes=(("review_way", ReviewWay.QUEUE),)),
    Move("adjust", "根据审核意见修改", (S.REVIEWED,), None, *MAKING, DOC115.whole(), who=HANDLER,
         sets="adjusted_on", fields=("points_adopted", "points_rejected_why"), gates=(g.POINTS,)),
    # 退回修改的，重新送审，审核期限重新起算。
    Move("return", "退回修改", (S.CONSULTED, S.SPECIAL, S.CHECKED, S.REVIEWED, S.DECIDED), S.DRAFTED, *MAKING,
         who=(REVIEWER, HEAD), sets="returned_on",
         writes=(("review_sent_on", None), ("reviewed_on", None), ("adjusted_on", None))),
)
MAKING_MOVES = (
    # 会议和审议结果取自关联的议题，这里不再填写。
    # 再次审议的，按最后一次会议登记。
    Move("discuss", "集体审议", (S.REVIEWED, S.DECIDED), S.DECIDED, *MAKING, DOC115.whole(),
         who=(BODY_HEAD, HEAD), sets="decided_on", gates=(g.LEGALITY, g.AGENDA)),
    Move("sign", "签署", (S.DECIDED,), S.SIGNED, *MAKING, who=HEAD, sets="signed_on", fields=("signer",),
         gates=(g.DISCUSSION,)),
    Move("number", "统一登记编号", (S.SIGNED,), S.NUMBERED, *MAKING, who=(HANDLER, BODY_HEAD),
         sets="numbered_on", gates=(g.LEGALITY, g.DISCUSSION), draws=True),
    Move("issue", "统一印发", (S.NUMBERED,), S.ISSUED, *MAKING, who=(HANDLER, BODY_HEAD), sets="issued_on",
         fields=("document_number",), gates=(g.NUMBERED,)),
    Move("publish", "公布", (S.ISSUED,), S.PUBLISHED, *MAKING, OPERATORS.art(64, 2), DISCLOSURE_2008.art(18),
         DISCLOSURE_2019.art(26), who=HANDLER, sets="published_on",
         fields=("url", "gazette", "effective_on", "validity", "expires_on"),
         needs=("effective_on", "validity"), gates=(g.PUBLICATION, g.EFFECT)),
    Move("drop", "终止制定", UNDER_WAY, S.DROPPED, *MAKING, who=(HANDLER, BODY_HEAD, HEAD),
         sets="dropped_on", fields=("dropped_why", "classified"), needs=("dropped_why",)),
)
AFTER = (
    Move("interpret", "发布解读", (S.PUBLISHED,), None, *MAKING, who=HANDLER, sets="interpreted_on",
         fields=("interpretation_url",), needs=("interpretation_url",)),
    Move("file", "向上级备案", (S.PUBLISHED,), None, *MAKING, who=HANDLER, sets="filed_on",
         fields=("filed_to", "filing_complete"), needs=("filed_to",), gates=(g.PACKAGE,)),
    Move("file_congress", "向人大常委会备案", (S.PUBLISHED,), None, *MAKING, who=HANDLER,
         sets="congress_filed_on"),
    Move("learn_result", "登记备案结果", (S.PUBLISHED,), None, *MAKING, who=HANDLER, sets="filing_result_on",
         fields=("filing_result", "filing_number"), needs=("filing_result",), gates=(g.FILED_FIRST,)),
    Move("learn_congress_result", "登记人大常委会备案审查结果", (S.PUBLISHED,), None, *MAKING, who=HANDLER,
         sets="congress_result_on", fields=("congress_result", "congress_number"), needs=("congress_result",),
         gates=(g.CONGRESS_FILED_FIRST,)),
    Move("evaluate", "后评估", (S.PUBLISHED,), None, *MAKING, who=HANDLER, sets="evaluated_on",
         fields=("evaluation_method", "evaluation"), needs=("evaluation",)),
    Move("renew", "延续有效期", (S.PUBLISHED,), None, STANDING, who=(BODY_HEAD, HEAD), sets="renewed_on",
         fields=("expires_on",), needs=("expires_on",), gates=(g.RENEWAL,)),
    Move("abolish", "废止", (S.PUBLISHED,), S.ENDED, STANDING, who=(BODY_HEAD, HEAD), sets="ended_on",
         fields=("ending_ground",), writes=(("ending", Ending.ABOLISHED),), gates=(g.ENDING,)),
    Move("declare_invalid", "宣布失效", (S.PUBLISHED,), S.ENDED, STANDING, who=(BODY_HEAD, HEAD),
         sets="ended_on", fields=("ending_ground",), writes=(("ending", Ending.INVALID),), gates=(g.ENDING,)),
    Move("replace", "修改后重新发布", (S.PUBLISHED,), S.ENDED, STANDING, who=(BODY_HEAD, HEAD),
         sets="ended_on", fields=("ending_ground", "successor"), needs=("successor",),
         writes=(("ending", Ending.REPLACED),), gates=(g.ENDING,)),
    Move("annul", "经备案审查撤销", (S.PUBLISHED,), S.ENDED, STANDING, who=(BODY_HEAD, HEAD), sets="ended_on",
         writes=(("ending", Ending.ANNULLED), ("filing_result", FilingResult.ANNULLED))),
    Move("expire", "有效期届满", (S.PUBLISHED,), S.ENDED, STANDING, who=HANDLER, sets="ended_on",
         writes=(("ending", Ending.EXPIRED),), gates=(g.EXPIRY,)),
    Move("archive", "归档", (S.ENDED, S.DROPPED), S.ARCHIVED, STANDING, who=HANDLER, sets="archived_on"),
)
# fmt: on

DOCUMENT_PROCEDURE = Procedure(
    steps=S,
    start=S.PLANNED,
    ends=(S.ARCHIVED,),
    moves=(*BEFORE, *MAKING_MOVES, *AFTER),
    deadlines=DOCUMENT_DEADLINES,
    law_day=("issued_on", "drafted_on", "planned_on"),
    law_day_basis="docs/decisions/0003-the-law-day.md",
)
