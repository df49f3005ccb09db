"""地方性法规草案: from research to the bill before the congress, and what the congress makes of it."""

from fazhi.engine.condition import filled
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law.editions import COMPETITION_2024 as COMPETITION
from fazhi.law.editions import LEGISLATION_2015 as LEG15
from fazhi.law.editions import LEGISLATION_2023 as LEG23
from fazhi.law.editions import LOCAL
from fazhi.organs.role import Role
from fazhi.workstreams.legislation import conditions as c
from fazhi.workstreams.legislation import gates as g
from fazhi.workstreams.legislation.deadlines import BILL_DEADLINES
from fazhi.workstreams.legislation.models.choices import BillStep, Opinion

HANDLER, REVIEWER, PARTY = Role.HANDLER, Role.REVIEWER, Role.PARTY
BODY_HEAD, HEAD = Role.BODY_HEAD, Role.HEAD
B = BillStep
# 提出、审议和表决程序由本级人民代表大会规定
BY_CONGRESS = (LOCAL.whole(), LEG15.art(77), LEG23.art(87, 1))
NOT_ENACTED = (B.STUDYING, B.DRAFTED, B.REVIEWED, B.DISCUSSED, B.SUBMITTED, B.PASSED)

# fmt: off
RESEARCH = Gate("research", "起草地方性法规草案，应当先行调研论证", c.RESEARCHED, LOCAL.whole(),
    remedy="请登记“调研”，并关联立法调研论证记录或者填写“调研报告”")
BILL_MATTER_2015 = Gate("bill_matter_2015",
    "设区的市的地方性法规，限于城乡建设与管理、环境保护、历史文化保护等方面的事项",
    c.MATTER_2015, LEG15.art(72, 2), remedy="请核对“提请机关”和“规定的事项”")
BILL_MATTER = Gate("bill_matter",
    "设区的市的地方性法规，限于城乡建设与管理、生态文明建设、历史文化保护、基层治理等方面的事项",
    c.MATTER_2023, LEG23.art(81, 1), remedy="请核对“提请机关”和“规定的事项”")
BILL_COMPETITION = Gate("bill_competition",
    "涉及经营者经济活动的法规草案，提请人大审议以前应当经公平竞争审查",
    c.NOT_FOR_OPERATORS | c.COMPETITION_PASSED,
    COMPETITION.art(14), COMPETITION.art(18),
    remedy="请登记“涉及经营者经济活动”；涉及的，关联公平竞争审查记录，或者登记“公平竞争审查结论”")
BILL_CONCLUSION = Gate("bill_conclusion", "应当提出明确的审查结论", c.decided("review_result", Opinion),
    LOCAL.whole(), remedy="请选择“审查结论”")
BILL_LAWFUL = Gate("bill_lawful", "经审查合法的草案，才提请会议审议", c.FOUND_LAWFUL, LOCAL.whole(),
    remedy="请先退回修改，再次审查")
BILL_AGENDA = Gate("bill_agenda", "审议应当是会议在该日审议的议题", c.BILL_ON_AGENDA, LOCAL.whole(),
    remedy="请关联会议已经审议的议题（议题种类为地方性法规草案，关联当日召开的会议），按审议日期办理；"
    "过去没有登记议题的，在“更正”中补记会议")
BILL_DISCUSSION = Gate("bill_discussion", "提请人大审议的法规草案，应当经政府常务会议或者全体会议通过",
    c.BILL_DISCUSSED, LOCAL.whole(),
    remedy="请先办理“提请政府会议审议”；议题的审议结果应当是通过")
MOTION = Gate("motion", "提请审议应当有议案文号", c.stated("submission_number"), LOCAL.whole(),
    remedy="请填写“议案文号”")
APPROVAL = Gate("approval", "设区的市的地方性法规，报省、自治区人大常委会批准后施行",
    c.NO_APPROVAL_NEEDED | filled("approved_on"), LEG15.art(72, 2), LEG23.art(81, 1), LEG23.art(88, 3),
    remedy="请登记“须报批准”；须报的，先登记“批准”")

MOVES = (
    Move("research", "调研", (B.STUDYING,), None, LOCAL.whole(), who=(HANDLER, PARTY), sets="researched_on",
         fields=("research_report",)),
    Move("draft", "起草", (B.STUDYING,), B.DRAFTED, LOCAL.whole(), who=(HANDLER, PARTY), sets="drafted_on",
         fields=("maker_kind", "matter", "drafter"), gates=(RESEARCH, BILL_MATTER_2015, BILL_MATTER)),
    Move("publish_draft", "公开征求意见", (B.DRAFTED,), None, LOCAL.whole(), who=(HANDLER, PARTY),
         sets="comment_from_on", fields=("comment_to_on",)),
    Move("review", "审查", (B.DRAFTED,), B.REVIEWED, LOCAL.whole(), who=REVIEWER, sets="reviewed_on",
         fields=("comment_to_on", "comments", "comments_adopted", "operators", "competition",
                 "competition_by", "review_result", "review_number"),
         gates=(BILL_COMPETITION, g.COMPETITION_JOINT, BILL_CONCLUSION), apart=("draft",)),
    Move("return", "退回修改", (B.REVIEWED, B.DISCUSSED), B.DRAFTED, LOCAL.whole(),
         who=(REVIEWER, BODY_HEAD, HEAD), sets="returned_on"),
    Move("discuss", "提请政府会议审议", (B.REVIEWED, B.DISCUSSED), B.DISCUSSED, LOCAL.whole(),
         who=(BODY_HEAD, HEAD), sets="discussed_on", gates=(BILL_LAWFUL, BILL_AGENDA)),
    Move("submit", "提请人大审议", (B.DISCUSSED,), B.SUBMITTED, *BY_CONGRESS, who=HEAD, sets="submitted_on",
         fields=("submission_number",), gates=(BILL_DISCUSSION, MOTION)),
    Move("deliberate", "登记人大审议", (B.SUBMITTED,), None, *BY_CONGRESS, who=HANDLER, sets="deliberated_on",
         fields=("readings",), needs=("readings",)),
    Move("pass", "登记表决通过", (B.SUBMITTED,), B.PASSED, *BY_CONGRESS, who=HANDLER, sets="adopted_on",
         fields=("needs_approval",)),
    Move("ask_approval", "登记报请批准", (B.PASSED,), None, LOCAL.whole(), LEG15.art(72, 2),
         LEG23.art(81, 1), who=HANDLER, sets="approval_asked_on", fields=("needs_approval",)),
    Move("approve", "登记批准", (B.PASSED,), B.APPROVED, LOCAL.whole(), LEG15.art(72, 2), LEG23.art(81, 1),
         who=HANDLER, sets="approved_on"),
    Move("publish", "登记公布", (B.PASSED, B.APPROVED), B.PUBLISHED, LOCAL.whole(), LEG23.art(88),
         who=HANDLER, sets="published_on", fields=("effective_on", "url"), needs=("effective_on",),
         gates=(APPROVAL,)),
    Move("end", "终止", NOT_ENACTED, B.ENDED, LOCAL.whole(), who=(HANDLER, BODY_HEAD, HEAD),
         sets="ended_on", fields=("ended_why",), needs=("ended_why",)),
)
# fmt: on

BILL_PROCEDURE = Procedure(
    steps=B,
    start=B.STUDYING,
    ends=(B.PUBLISHED, B.ENDED),
    moves=MOVES,
    deadlines=BILL_DEADLINES,
    law_day=("submitted_on", "begun_on"),
    law_day_basis="docs/decisions/0003-the-law-day.md",
)
