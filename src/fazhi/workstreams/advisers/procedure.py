"""合法性审查: from the sending of a draft to the archive; who drafted or sent it does not review it."""

from fazhi.engine.procedure import Move, Procedure
from fazhi.law.editions import ADVISERS_2016 as ADVICE
from fazhi.law.editions import DECISION_2019 as DECISION
from fazhi.law.editions import DOCUMENTS_2018, LOCAL
from fazhi.law.editions import LEGALITY_REVIEW_2018 as REVIEW
from fazhi.organs.role import Role
from fazhi.workstreams.advisers import gates as g
from fazhi.workstreams.advisers.conditions import PROHIBITIONS
from fazhi.workstreams.advisers.deadlines import OPINION_DEADLINES, SUPPLEMENT
from fazhi.workstreams.advisers.models.choices import Step

S = Step
HANDLER, PARTY = Role.HANDLER, Role.PARTY
BODY = (Role.HANDLER, Role.REVIEWER, Role.BODY_HEAD)
HEADS = (Role.BODY_HEAD, Role.HEAD)
ANYWHERE = (REVIEW.whole(), LOCAL.whole())
# 起草、送审与审查由不同的人办理：送审登记在本件，起草登记在关联的决策、事项、文件、规章、法规草案。
DRAFTED = (
    "decisions.decision.draft",
    "decisions.decision.send",
    "decisions.matter.open",
    "normative.document.draft",
    "normative.document.check",
    "legislation.rule.draft",
    "legislation.rule.submit",
    "legislation.bill.draft",
)
SENT_OR_DRAFTED = ("open", *DRAFTED)

# fmt: off
OPINION_MOVES = (
    Move("receive", "收到", (S.SENT,), S.REVIEWING, DECISION.art(26, 1), *ANYWHERE, who=BODY,
         sets="received_on", fields=("level", "materials"),
         gates=(g.KIND, g.REVIEW_TIME, g.NORMATIVE_TIME)),
    Move("ask_supplement", "要求补充材料", (S.REVIEWING,), S.SUPPLEMENTING, DECISION.art(26, 1), *ANYWHERE,
         who=BODY, sets="supplement_asked_on", fields=("materials", "supplement_items"),
         needs=("supplement_items",), gates=(g.DEFICIENT,), opens="supplement"),
    Move("supplement", "补充材料", (S.SUPPLEMENTING,), S.REVIEWING, DECISION.art(26, 1), *ANYWHERE,
         who=(PARTY, HANDLER), sets="supplemented_on", closes="supplement"),
    Move("return", "退回", (S.REVIEWING,), S.RETURNED, DECISION.art(26, 1), *ANYWHERE, who=BODY,
         sets="returned_on", fields=("materials", "return_why"), needs=("return_why",), gates=(g.DEFICIENT,)),
    Move("receive_again", "重新收到", (S.RETURNED,), S.REVIEWING, DECISION.art(26, 1), *ANYWHERE, who=BODY,
         sets="received_again_on"),
    Move("assign", "指定审查人", (S.REVIEWING,), None, DECISION.art(25, 1), *ANYWHERE, who=BODY,
         sets="assigned_on", fields=("reviewer",), needs=("reviewer",), gates=(g.REVIEWER,)),
    Move("exchange", "与起草单位沟通", (S.REVIEWING,), None, DECISION.art(28), *ANYWHERE, who=(*BODY, PARTY),
         sets="exchanged_on"),
    Move("advise", "听取法律顾问、公职律师意见", (S.REVIEWING,), None, DECISION.art(28), ADVICE.whole(),
         LOCAL.whole(), who=BODY, sets="advised_on", fields=("advice_required",)),
    Move("ask_joint", "提请联合审查", (S.REVIEWING,), None, LOCAL.whole(), who=BODY, sets="joint_asked_on",
         fields=("joint",), needs=("joint",)),
    Move("conclude_joint", "联合审查完成", (S.REVIEWING,), None, LOCAL.whole(), who=BODY,
         sets="joint_concluded_on", fields=("joint",)),
    Move("first_review", "乡镇（街道）初审", (S.REVIEWING,), None, LOCAL.whole(), who=BODY,
         sets="first_reviewed_on", fields=("level", "first_opinion"), needs=("first_opinion",),
         apart=SENT_OR_DRAFTED),
    Move("send_up", "报县级审查", (S.REVIEWING,), None, LOCAL.whole(), who=BODY, sets="sent_up_on",
         fields=("county_body",), needs=("county_body",), gates=(g.FIRST_BEFORE_COUNTY,)),
    Move("reply_down", "县级反馈审查意见", (S.REVIEWING,), None, LOCAL.whole(), who=(PARTY, HANDLER),
         sets="county_replied_on", fields=("county_opinion",), needs=("county_opinion",),
         apart=SENT_OR_DRAFTED),
    Move("check", "对照八个禁止", (S.REVIEWING,), None, DOCUMENTS_2018.whole(), LOCAL.whole(), who=BODY,
         sets="checked_on", fields=PROHIBITIONS, apart=DRAFTED),
    Move("issue", "出具审查意见", (S.REVIEWING,), S.ISSUED, DECISION.art(28), *ANYWHERE, who=HEADS,
         sets="issued_on", draws=True, apart=SENT_OR_DRAFTED,
         fields=("conclusion", "opinion", "items_raised", "advice_required", "joint"), needs=("opinion",),
         gates=(g.REVIEWER, g.TOWNSHIP, g.TWO_LEVEL, g.JOINT, g.LAWYERS, g.ADVISED, g.HELD_UNLAWFUL,
                g.PROHIBITIONS, g.PROHIBITED, g.CONCLUSION, g.ITEMS)),
    Move("answer", "反馈采纳情况", (S.ISSUED,), S.ANSWERED, DECISION.art(28), *ANYWHERE,
         who=(PARTY, HANDLER), sets="answered_on", fields=("adoption", "items_adopted", "rejection_why"),
         gates=(g.ADOPTION, g.REASON, g.WITHIN)),
    Move("archive", "归档", (S.ANSWERED, S.RETURNED), S.ARCHIVED, *ANYWHERE, who=BODY,
         sets="archived_on"),
)
# fmt: on

OPINION_PROCEDURE = Procedure(
    steps=S,
    start=S.SENT,
    ends=(S.ARCHIVED,),
    moves=OPINION_MOVES,
    deadlines=OPINION_DEADLINES,
    law_day=("sent_on",),
    law_day_basis="docs/decisions/0003-the-law-day.md",
    pauses=(SUPPLEMENT,),
)
