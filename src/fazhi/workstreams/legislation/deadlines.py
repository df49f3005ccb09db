"""政府规章与立法: the time limits GR-T1 to GR-T12."""

from fazhi.engine.condition import filled
from fazhi.engine.deadline import Deadline
from fazhi.law import AnyPeriod, ByLaw, Days, FixedDay, Months, Years, by_law
from fazhi.law.editions import LEGISLATION_2015 as LEG15
from fazhi.law.editions import LEGISLATION_2023 as LEG23
from fazhi.law.editions import LOCAL
from fazhi.law.editions import RULE_FILING_2001 as FILING01
from fazhi.law.editions import RULE_FILING_2024 as FILING24
from fazhi.law.editions import RULE_PROCEDURE_2001 as OLD
from fazhi.law.editions import RULE_PROCEDURE_2017 as NEW
from fazhi.organs.role import Role
from fazhi.workstreams.legislation import conditions as c

HANDLER, BODY_HEAD = Role.HANDLER, Role.BODY_HEAD
FILING: ByLaw[AnyPeriod] = by_law((FILING01.art(3), Days(30)), (FILING24.art(4), Days(30)))
CONGRESS_FILING: ByLaw[AnyPeriod] = by_law((LEG15.art(98), Days(30)), (LEG23.art(109), Days(30)))

# fmt: off

# 征求意见的期限：届满日是最早可以截止的日子，早于它截止的由前置条件拦住。
# 施行的30日以前公布：由施行日期倒算，因为施行日期可以是休息日，不顺延。
RULE_DEADLINES = (
    Deadline("comment", "公开征求意见（至少）", rule="GR-T1", least=True, starts="comment_from_on",
        met=("comment_to_on",), writes="comment_least_on", period=by_law((NEW.art(15, 2), Days(30)))),
    Deadline("comment_again", "审查中再次公布征求意见（至少）", rule="GR-T1/2", least=True,
        starts="review_from_on", met=("review_to_on",), writes="review_least_on",
        period=by_law((NEW.art(21, 2), Days(30)))),
    Deadline("hearing_notice", "公布听证会的时间、地点和内容", rule="GR-T2", who=HANDLER,
        starts=("heard_on", "hearing_set_on"), met=("hearing_announced_on",), writes="hearing_notice_by_on",
        period=by_law((OLD.art(15), Days(30, back=True)), (NEW.art(16, 2), Days(30, back=True)))),
    Deadline("effect", "公布（施行的30日以前）", rule="GR-T3", who=HANDLER, when=c.AFTER_THIRTY_DAYS,
        starts="effective_on", met=("published_on",), writes="publish_by_on",
        period=by_law((OLD.art(32), Days(30, back=True)), (NEW.art(32), Days(30, back=True)))),
    Deadline("file", "报国务院备案", rule="GR-T4", who=HANDLER, starts="published_on", met=("filed_on",),
        writes="filing_due_on", period=FILING),
    Deadline("file_province", "报省、自治区人民政府备案", rule="GR-T4/2", who=HANDLER, when=c.MADE_BY_CITY,
        starts="published_on", met=("filed_province_on",), period=FILING),
    Deadline("file_congress", "报本级人大常委会备案", rule="GR-T4/3", who=HANDLER, starts="published_on",
        met=("filed_congress_on",), period=CONGRESS_FILING),
    Deadline("file_province_congress", "报省、自治区人大常委会备案", rule="GR-T4/4", who=HANDLER,
        when=c.MADE_BY_CITY, starts="published_on", met=("filed_province_congress_on",),
        period=CONGRESS_FILING),
    Deadline("refile", "补充或者重新报送备案", rule="GR-T5", who=HANDLER, starts="supplement_notice_on",
        met=("refiled_on",), period=by_law((FILING24.art(9, 2), Days(15)))),
    Deadline("examine", "国务院备案审查工作机构主动审查", rule="GR-T6", watch=True, starts="examined_from_on",
        met=("examined_on",), period=by_law((FILING24.art(11, 1), Months(2)))),
    Deadline("handle", "报送对备案审查意见的处理情况", rule="GR-T7", who=HANDLER,
        starts="correction_notice_on", met=("handled_on",),
        period=by_law((FILING01.whole(), Days(30)), (FILING24.art(21), Days(30)))),
    Deadline("temporary", "提请制定地方性法规（临时性规章实施满两年）", rule="GR-T9", who=HANDLER,
        when=c.TEMPORARY, starts="effective_on", met=("law_proposed_on", "ended_on"),
        period=by_law((LEG15.art(82, 5), Years(2)), (LEG23.art(93, 5), Years(2)))),
)
LIST_DEADLINES = (
    Deadline("send", "报送上一年规章目录", rule="GR-T8", who=HANDLER, starts="year_end_on", met=("sent_on",),
        period=by_law((FILING01.whole(), FixedDay(1, 31)), (FILING24.art(22), FixedDay(1, 31)))),
)
BILL_DEADLINES = (
    Deadline("approve", "省、自治区人大常委会批准地方性法规", rule="GR-T10", watch=True,
        when=c.TO_BE_APPROVED, starts="approval_asked_on", met=("approved_on",),
        period=by_law((LEG15.art(72, 2), Months(4)), (LEG23.art(81, 1), Months(4)))),
)

# 计划和来文自己定的日子
PROJECT_DEADLINES = (
    Deadline("finish", "计划完成", rule="GR-T11", who=HANDLER, when=filled("planned_on"), starts="due_on",
        met=("done_on", "dropped_on"), period=by_law((LOCAL.whole(), Days(0)))),
)
OPINION_DEADLINES = (
    Deadline("return", "联系点返回意见", rule="GR-T12", watch=True, starts="due_on", met=("returned_on",),
        period=by_law((LOCAL.whole(), Days(0)))),
)
# fmt: on
