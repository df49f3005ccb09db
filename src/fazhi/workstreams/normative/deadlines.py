"""行政规范性文件: the time limits ND-T1 to ND-T15; local ones are settings with a default."""

from fazhi.engine.condition import filled
from fazhi.engine.deadline import Deadline, Extension, deemed
from fazhi.engine.procedure import Pause
from fazhi.law import Days, FixedDay, Months, Workdays, Years, by_law
from fazhi.law.editions import ARL_2023 as RECONSIDERATION
from fazhi.law.editions import BUSINESS_ENVIRONMENT_2019 as OPERATORS
from fazhi.law.editions import DISCLOSURE_2008, DISCLOSURE_2019, LOCAL
from fazhi.law.editions import LEGALITY_REVIEW_2018 as DOC115
from fazhi.law.editions import LITIGATION_INTERPRETATION_2018 as INTERPRETATION
from fazhi.organs.role import Role
from fazhi.workstreams.normative import conditions as c

HANDLER, REVIEWER, PARTY, BODY_HEAD = Role.HANDLER, Role.REVIEWER, Role.PARTY, Role.BODY_HEAD

# fmt: off

def alert(key: str, rule: str, period: Days) -> Deadline:
    """So long before a document's validity ends, its maker is reminded that it has not been evaluated."""
    return Deadline(key, f"有效期届满前{period}提醒评估", rule=rule, who=HANDLER, starts="validity_ends_on",
        met=("evaluated_on", "renewed_on", "ended_on"), watch=True, local=True,
        period=by_law((LOCAL.whole(), period)))


# 公开征求意见的最短期限：届满日是最早可以截止的日子，早于它截止的由前置条件拦住
DOCUMENT_DEADLINES = (
    Deadline("comment", "公开征求意见（至少）", rule="ND-T1", least=True, local=True,
        when=c.NOT_KNOWN_FOR_OPERATORS, starts="comment_from_on", met=("comment_to_on",),
        writes="comment_least_on", period=by_law((LOCAL.whole(), Workdays(7)))),
    Deadline("comment_operators", "公开征求意见（与市场主体密切相关，至少）", rule="ND-T2", least=True,
        when=c.FOR_OPERATORS, starts="comment_from_on", met=("comment_to_on",), writes="comment_least_on",
        period=by_law((OPERATORS.art(62, 2), Days(30)))),
    Deadline("review", "合法性审核", rule="ND-T3/5", who=REVIEWER, local=True, starts="review_sent_on",
        met=("reviewed_on",), period=by_law((DOC115.whole(), Workdays(15)))),
    Deadline("file", "向上级备案", rule="ND-T4", who=HANDLER, local=True, starts="published_on",
        met=("filed_on",), writes="filing_due_on", period=by_law((LOCAL.whole(), Days(15)))),
    Deadline("file_congress", "向本级人大常委会备案", rule="ND-T5", who=HANDLER, local=True,
        when=c.OF_GOVERNMENT, starts="published_on", met=("congress_filed_on",),
        period=by_law((LOCAL.whole(), Days(30)))),
    Deadline("validity", "有效期（一般）", rule="ND-T8", who=HANDLER, watch=True, local=True,
        when=c.GENERAL & c.NO_STATED_END, starts="effective_on", met=("ended_on",),
        writes="validity_ends_on", period=by_law((LOCAL.whole(), Years(5))),
        lapse=by_law((LOCAL.whole(), deemed("expire")))),
    Deadline("validity_trial", "有效期（暂行、试行）", rule="ND-T8/2", who=HANDLER, watch=True, local=True,
        when=c.TRIAL & c.NO_STATED_END, starts="effective_on", met=("ended_on",),
        writes="validity_ends_on", period=by_law((LOCAL.whole(), Years(2))),
        lapse=by_law((LOCAL.whole(), deemed("expire")))),
    Deadline("validity_stated", "有效期（文件载明）", rule="ND-T8/3", who=HANDLER, watch=True,
        starts="expires_on", when=filled("effective_on"), met=("ended_on",), writes="validity_ends_on",
        period=by_law((LOCAL.whole(), Days(0))), lapse=by_law((LOCAL.whole(), deemed("expire")))),
    # 有效期届满前评估，是制定机关的事，列入待办；其后的提醒只在本件上显示。
    Deadline("evaluate", "有效期届满前评估", rule="ND-T8/4", who=HANDLER, local=True,
        starts="validity_ends_on", met=("evaluated_on", "renewed_on", "ended_on"),
        period=by_law((LOCAL.whole(), Months(6, back=True)))),
    alert("alert_90", "ND-T8/5", Days(90, back=True)),
    alert("alert_60", "ND-T8/6", Days(60, back=True)),
    alert("alert_30", "ND-T8/7", Days(30, back=True)),
    Deadline("publish", "作为政府信息公开", rule="ND-T10", who=HANDLER, starts="issued_on",
        met=("published_on",),
        period=by_law((DISCLOSURE_2008.art(18), Workdays(20)), (DISCLOSURE_2019.art(26), Workdays(20)))),
)

SUPPLEMENT = Pause("supplement", "补充材料", DOC115.whole(), LOCAL.whole(), through=True)
REVIEW_DEADLINES = (
    Deadline("review", "合法性审核", rule="ND-T3", who=REVIEWER, local=True, when=c.OF_DRAFT,
        starts="received_on", met=("concluded_on",), pauses=("supplement",),
        period=by_law((DOC115.whole(), Workdays(15)))),
    Deadline("review_least", "合法性审核（至少）", rule="ND-T3/2", least=True, local=True, when=c.OF_DRAFT,
        starts="received_on", met=("concluded_on",), writes="review_least_on",
        period=by_law((DOC115.whole(), Workdays(5)))),
    Deadline("filing_review", "备案审查", rule="ND-T6", who=REVIEWER, local=True, when=c.OF_FILING,
        starts="received_on", met=("concluded_on",), pauses=("supplement",),
        period=by_law((LOCAL.whole(), Days(30))),
        extension=by_law((LOCAL.whole(), Extension(Days(30), BODY_HEAD)))),
    Deadline("reply", "答复法规、规章征求意见稿（来文要求）", rule="ND-T15", who=REVIEWER,
        when=c.OF_CONSULTATION, starts="reply_by_on", met=("concluded_on",),
        period=by_law((LOCAL.whole(), Days(0)))),
    Deadline("correct", "制定机关答复备案审查意见", rule="ND-T7", who=PARTY, local=True,
        starts="demanded_on", met=("corrected_on", "annulled_on"),
        period=by_law((LOCAL.whole(), Days(30)))),
)
ROUND_DEADLINES = (
    Deadline("next", "下一轮定期清理", rule="ND-T9", who=HANDLER, local=True, starts="published_on",
        met=("next_on",), writes="next_due_on", period=by_law((LOCAL.whole(), Years(2)))),
)
YEARLY_DEADLINES = (
    Deadline("send", "报送上年度文件目录", rule="ND-T11", who=HANDLER, local=True, starts="year_end_on",
        met=("sent_on",), period=by_law((LOCAL.whole(), FixedDay(1, 31)))),
)
OBJECTION_DEADLINES = (
    Deadline("court", "书面答复法院对规范性文件的建议", rule="ND-T12", who=HANDLER, when=c.BY_COURT,
        starts="received_on", met=("answered_on",), period=by_law((INTERPRETATION.art(149), Days(60)))),
    Deadline("explain", "就条款合法性答复行政复议机构", rule="ND-T13", who=HANDLER, when=c.TO_EXPLAIN,
        starts="received_on", met=("answered_on",),
        period=by_law((RECONSIDERATION.art(58, 1), Workdays(10)))),
    Deadline("transfer", "处理行政复议机关转送的文件并回复", rule="ND-T14", who=HANDLER,
        when=c.TRANSFERRED, starts="received_on", met=("answered_on",),
        period=by_law((RECONSIDERATION.art(60), Days(60)))),
)
# fmt: on
