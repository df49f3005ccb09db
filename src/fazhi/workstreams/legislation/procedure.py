"""政府规章与立法: the way of a rule from the project to the archive, under the rules of its day."""

from fazhi.engine.procedure import Move, Procedure
from fazhi.law.editions import LEGISLATION_2015 as LEG15
from fazhi.law.editions import LEGISLATION_2023 as LEG23
from fazhi.law.editions import RULE_FILING_2001 as FILING01
from fazhi.law.editions import RULE_FILING_2024 as FILING24
from fazhi.law.editions import RULE_PROCEDURE_2001 as OLD
from fazhi.law.editions import RULE_PROCEDURE_2017 as NEW
from fazhi.organs.role import Role
from fazhi.workstreams.legislation import gates as g
from fazhi.workstreams.legislation.deadlines import RULE_DEADLINES
from fazhi.workstreams.legislation.models.choices import Ending, Step

S = Step
HANDLER, REVIEWER, PARTY = Role.HANDLER, Role.REVIEWER, Role.PARTY
BODY_HEAD, HEAD = Role.BODY_HEAD, Role.HEAD
DRAFTERS = (HANDLER, PARTY)
FILING = (FILING01.art(3), FILING24.art(4))
CONGRESS = (LEG15.art(98), LEG23.art(109))
UNDER_WAY = (S.ASSIGNED, S.DRAFTING, S.SUBMITTED, S.DEFERRED, S.REVIEWED, S.DISCUSSED)

# fmt: off
DRAFTING = (
    Move("draft", "组织起草", (S.ASSIGNED,), S.DRAFTING, OLD.art(13), NEW.art(14, 3), who=DRAFTERS,
         sets="drafted_on",
         fields=("title_kind", "maker_kind", "matter", "drafter", "co_drafters", "basis", "burdens",
                 "burden_basis"),
         gates=(g.POWER, g.MATTER_2015, g.MATTER, g.TITLE, g.BURDENS)),
    Move("publish_draft", "公布草案征求意见", (S.DRAFTING,), None, OLD.art(14), NEW.art(15, 2), who=DRAFTERS,
         sets="comment_from_on", fields=("consultation", "comment_url", "comment_to_on"),
         needs=("comment_url",)),
    Move("argue", "论证咨询", (S.DRAFTING, S.SUBMITTED), None, OLD.art(14), NEW.art(16, 1), NEW.art(23, 1),
         who=(HANDLER, PARTY, REVIEWER), sets="argued_on", fields=("argument",), needs=("argument",)),
    Move("announce_hearing", "公布听证会的时间、地点和内容", (S.DRAFTING, S.SUBMITTED), None, OLD.art(15),
         NEW.art(16, 2), NEW.art(23, 2), who=(HANDLER, PARTY, REVIEWER), sets="hearing_announced_on",
         fields=("hearing", "hearing_set_on"), needs=("hearing_set_on",)),
    Move("hold_hearing", "举行听证会", (S.DRAFTING, S.SUBMITTED), None, OLD.art(15), NEW.art(16, 2),
         NEW.art(23, 2), who=(HANDLER, PARTY, REVIEWER), sets="heard_on", fields=("hearing_record",),
         gates=(g.HEARING_NOTICE,)),
    Move("ask_departments", "征求部门意见", (S.DRAFTING,), None, OLD.art(16), NEW.art(17, 2), who=DRAFTERS,
         sets="departments_on", fields=("differing", "differences")),
    Move("submit", "报送审查", (S.DRAFTING,), S.SUBMITTED, OLD.art(17), NEW.art(18), who=DRAFTERS,
         sets="submitted_on",
         fields=("consultation", "consultation_why", "comment_to_on", "comments", "comments_adopted",
                 "interests", "hearing", "hearing_handling", "submit_signer", "submit_complete"),
         gates=(g.COMMENT, g.ARGUMENT, g.HEARING, g.HEARING_RECORD, g.DEPARTMENTS, g.SUBMISSION,
                g.MATERIALS)),
)
REVIEWING = (
    Move("seek_opinions", "审查中征求意见", (S.SUBMITTED,), None, OLD.art(20), NEW.art(21, 1), who=REVIEWER,
         sets="opinions_sought_on"),
    Move("visit", "深入基层调研", (S.SUBMITTED,), None, OLD.art(21), NEW.art(22), who=REVIEWER,
         sets="grassroots_on"),
    Move("publish_again", "再次公布征求意见", (S.SUBMITTED,), None, OLD.art(20), NEW.art(21, 2),
         who=REVIEWER, sets="review_from_on", fields=("review_to_on",)),
    Move("coordinate", "协调", (S.SUBMITTED,), None, OLD.art(24), NEW.art(24), who=(REVIEWER, BODY_HEAD),
         sets="coordinated_on", fields=("coordination",), needs=("coordination",)),
    Move("raise", "提出审查意见", (S.SUBMITTED,), None, OLD.art(18), NEW.art(19), who=(REVIEWER, PARTY)),
    Move("defer", "缓办", (S.SUBMITTED,), S.DEFERRED, OLD.art(19), NEW.art(20), who=(REVIEWER, BODY_HEAD),
         sets="deferred_on", fields=("defer_ground",), gates=(g.DEFER_GROUND,)),
    Move("resume", "恢复审查", (S.DEFERRED,), S.SUBMITTED, OLD.art(18), NEW.art(19),
         who=(REVIEWER, BODY_HEAD), sets="resumed_on"),
    Move("return", "退回起草单位", (S.SUBMITTED, S.DEFERRED, S.REVIEWED, S.DISCUSSED), S.DRAFTING,
         OLD.art(19), NEW.art(20), who=(REVIEWER, BODY_HEAD, HEAD), sets="returned_on",
         fields=("defer_ground",), gates=(g.DEFER_GROUND,)),
    Move("review", "形成规章草案", (S.SUBMITTED,), S.REVIEWED, OLD.art(25), NEW.art(25), who=REVIEWER,
         sets="reviewed_on",
         fields=("review_to_on", "operators", "competition", "competition_by", "review_result",
                 "review_number", "review_signer"),
         gates=(g.OPINIONS_SOUGHT, g.GRASSROOTS, g.COMMENT_AGAIN, g.COORDINATION, g.COMPETITION_REVIEW,
                g.COMPETITION_JOINT, g.CONCLUSION, g.DRAFT_SIGNED),
         apart=("draft", "submit")),
)
DECIDING = (
    Move("report_party", "报告同级党委", (S.REVIEWED,), None, OLD.whole(), NEW.art(4, 2),
         who=(HANDLER, BODY_HEAD, HEAD), sets="party_reported_on", fields=("weighty",)),
    Move("discuss", "提请会议审议", (S.REVIEWED, S.DISCUSSED), S.DISCUSSED, OLD.art(27), NEW.art(27, 2),
         who=(BODY_HEAD, HEAD), sets="discussed_on", fields=("weighty",),
         gates=(g.LAWFUL, g.PARTY, g.AGENDA)),
    Move("sign", "签署命令", (S.DISCUSSED,), S.SIGNED, OLD.art(29), NEW.art(29), LEG15.art(85),
         LEG23.art(96, 2), who=HEAD, sets="signed_on",
         fields=("signer", "order_number", "effective_on", "at_once"), gates=(g.DISCUSSION, g.ORDER)),
    Move("publish", "公布", (S.SIGNED,), S.PUBLISHED, OLD.art(29), NEW.art(29), who=(HANDLER, BODY_HEAD),
         sets="published_on", fields=("url",), gates=(g.EFFECT,)),
    Move("drop", "终止制定", UNDER_WAY, S.DROPPED, OLD.art(12), NEW.art(13, 3), who=(BODY_HEAD, HEAD),
         sets="dropped_on", fields=("dropped_why",), needs=("dropped_why",)),
)
FILED = (
    Move("carry", "刊载", (S.PUBLISHED,), None, OLD.art(31), NEW.art(31, 2), who=HANDLER, sets="carried_on",
         fields=("gazette", "url", "newspaper"), gates=(g.CARRIAGE,)),
    Move("file", "报国务院备案", (S.PUBLISHED,), None, *FILING, OLD.art(34), NEW.art(34), who=HANDLER,
         sets="filed_on", fields=("filing_complete",), gates=(g.PACKAGE,)),
    Move("file_province", "报省、自治区人民政府备案", (S.PUBLISHED,), None, *FILING, who=HANDLER,
         sets="filed_province_on", fields=("filing_complete",), gates=(g.PACKAGE,)),
    Move("file_congress", "报本级人大常委会备案", (S.PUBLISHED,), None, *CONGRESS, who=HANDLER,
         sets="filed_congress_on"),
    Move("file_province_congress", "报省、自治区人大常委会备案", (S.PUBLISHED,), None, *CONGRESS,
         who=HANDLER, sets="filed_province_congress_on"),
    Move("be_notified", "收到补充、重新报送通知", (S.PUBLISHED,), None, FILING01.whole(),
         FILING24.art(9, 2), who=HANDLER, sets="supplement_notice_on"),
    Move("refile", "补充、重新报送备案", (S.PUBLISHED,), None, FILING01.whole(), FILING24.art(9, 2),
         who=HANDLER, sets="refiled_on"),
    Move("learn_result", "登记备案结果", (S.PUBLISHED,), None, FILING01.whole(), FILING24.art(9, 1),
         who=HANDLER, sets="filing_result_on", fields=("filing_result", "filing_number"),
         needs=("filing_result",)),
    Move("be_examined", "备案审查启动", (S.PUBLISHED,), None, FILING24.art(11, 1), who=HANDLER,
         sets="examined_from_on"),
    Move("end_examination", "备案审查完成", (S.PUBLISHED,), None, FILING24.art(11, 1), who=HANDLER,
         sets="examined_on"),
    Move("receive_opinion", "收到备案审查意见", (S.PUBLISHED,), None, FILING01.whole(), FILING24.art(18),
         who=HANDLER, sets="correction_notice_on"),
    Move("handle", "报送处理情况", (S.PUBLISHED,), None, FILING01.whole(), FILING24.art(21), who=HANDLER,
         sets="handled_on", fields=("handling",), needs=("handling",)),
)
STANDING = (
    Move("interpret", "政策解读", (S.PUBLISHED,), None, OLD.whole(), NEW.whole(), who=HANDLER,
         sets="interpreted_on", fields=("interpretation_url",), needs=("interpretation_url",)),
    Move("explain", "公布规章解释", (S.PUBLISHED,), None, OLD.art(33), NEW.art(33, 3),
         who=(HANDLER, BODY_HEAD), sets="explained_on", fields=("explanation", "explanation_approved"),
         gates=(g.EXPLANATION,)),
    Move("propose_law", "提请制定地方性法规", (S.PUBLISHED,), None, LEG15.art(82, 5), LEG23.art(93, 5),
         who=(BODY_HEAD, HEAD), sets="law_proposed_on"),
    Move("evaluate", "立法后评估", (S.PUBLISHED,), None, OLD.whole(), NEW.art(38), who=(HANDLER, REVIEWER),
         sets="evaluated_on", fields=("evaluation_method", "evaluation"), gates=(g.EVALUATION,)),
    Move("abolish", "废止", (S.PUBLISHED,), S.ENDED, OLD.art(37), NEW.art(37), who=(BODY_HEAD, HEAD),
         sets="ended_on", fields=("ending_ground", "ending_url"), writes=(("ending", Ending.ABOLISHED),),
         gates=(g.ENDING, g.ENDING_PUBLISHED)),
    Move("replace", "修改后重新公布", (S.PUBLISHED,), S.ENDED, OLD.art(37), NEW.art(39),
         who=(BODY_HEAD, HEAD), sets="ended_on", fields=("ending_ground", "ending_url", "successor"),
         needs=("successor",), writes=(("ending", Ending.REPLACED),),
         gates=(g.ENDING, g.ENDING_PUBLISHED)),
    Move("annul", "被改变或者撤销", (S.PUBLISHED,), S.ENDED, LEG15.whole(), LEG23.art(108),
         who=(BODY_HEAD, HEAD), sets="ended_on", writes=(("ending", Ending.ANNULLED),)),
    Move("archive", "归档", (S.ENDED, S.DROPPED), S.ARCHIVED, OLD.whole(), NEW.whole(), who=HANDLER,
         sets="archived_on"),
)
# fmt: on

RULE_PROCEDURE = Procedure(
    steps=S,
    start=S.ASSIGNED,
    ends=(S.ARCHIVED,),
    moves=(*DRAFTING, *REVIEWING, *DECIDING, *FILED, *STANDING),
    deadlines=RULE_DEADLINES,
    law_day=("submitted_on", "assigned_on"),
    law_day_basis="docs/decisions/0014-the-law-and-the-meeting-of-a-rule.md",
)
