"""重大行政决策: every time limit of a decision, in the order of the rules MD-T1 to MD-T8.

MD-T1 and MD-T4 are least times (一般不少于): the gates ``comment_period``, ``comment_urgent`` and
``review_time`` ask whether they were kept. MD-T4/2 and MD-T4/4 are the day that a request names. MD-T6
(及时完整归档) and MD-T7 (终身追究) have no length: the gates ``record`` and ``filed`` ask for the first, a
liability never lapses.
"""

from fazhi.engine.condition import filled
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Pause
from fazhi.law import Days, Months, Workdays, by_law
from fazhi.law.editions import DECISION_2019 as LAW
from fazhi.law.editions import DISCLOSURE_2008, DISCLOSURE_2019, LOCAL
from fazhi.organs.role import Role
from fazhi.workstreams.decisions import conditions as c

# fmt: off
SUPPLEMENT = Pause("supplement", "补充送审材料", LAW.art(26, 1), through=True)
PAUSES = (SUPPLEMENT,)

COMMENT_LEAST = Deadline("comment", "公开征求意见（最早截止日）", rule="MD-T1", least=True, when=c.NOT_URGENT,
    starts="comment_on", met=("comment_closed_on",), writes="comment_due_on",
    period=by_law((LAW.art(15, 1), Days(30))))
COMMENT_URGENT_LEAST = Deadline("comment_urgent", "公开征求意见（情况紧急，最早截止日）", rule="MD-T1/2",
    least=True, local=True, when=c.URGENT, starts="comment_on", met=("comment_closed_on",),
    writes="comment_least_on", period=by_law((LOCAL.whole(), Days(7))))
HEARING_PAPERS_BY = Deadline("hearing_papers", "送达听证会材料", rule="MD-T2", who=Role.HANDLER,
    starts="hearing_on", met=("hearing_sent_on",), writes="hearing_send_due_on",
    period=by_law((LAW.art(16, 3), Days(7, back=True))))
HEARING_NOTICE_BY = Deadline("hearing_notice", "发布听证公告", rule="MD-T3", who=Role.HANDLER, local=True,
    starts="hearing_on", met=("hearing_called_on",), period=by_law((LOCAL.whole(), Days(10, back=True))))
# 必要的审查时间由要求反馈的日期保证；审查单位提前审查完毕的，不是时间不足。
REVIEW_LEAST = Deadline("review", "合法性审查的必要时间（至少）", rule="MD-T4", least=True,
    starts="review_sent_on", met=("review_wanted_on",), writes="review_due_on", pauses=("supplement",),
    period=by_law((LAW.art(26, 2), Workdays(7))))
REVIEW_BY = Deadline("review_by", "提出合法性审查意见（要求反馈的日期）", rule="MD-T4/2", who=Role.REVIEWER,
    when=filled("review_sent_on"), starts="review_wanted_on", met=("reviewed_on",),
    period=by_law((LOCAL.whole(), Days(0))))
PUBLISH_BY = Deadline("publish", "公布决策", rule="MD-T5", who=Role.HANDLER, when=c.NOT_SECRET,
    starts="decided_on", met=("published_on",),
    period=by_law((DISCLOSURE_2008.art(18), Workdays(20)), (DISCLOSURE_2019.art(26), Workdays(20))))
MATTER_REVIEW_BY = Deadline("review", "反馈审查意见（要求反馈的日期）", rule="MD-T4/4", who=Role.REVIEWER,
    when=filled("received_on"), starts="reply_by_on", met=("reviewed_on", "withdrawn_back_on"),
    period=by_law((LOCAL.whole(), Days(0))))
CATALOGUE_BY = Deadline("catalogue", "公布年度决策事项目录", rule="MD-T8", who=Role.HANDLER, local=True,
    starts="counted_from_on", met=("published_on",), period=by_law((LOCAL.whole(), Months(3))))

DEADLINES = (
    COMMENT_LEAST, COMMENT_URGENT_LEAST, HEARING_PAPERS_BY, HEARING_NOTICE_BY, REVIEW_LEAST, REVIEW_BY,
    PUBLISH_BY,
)
# fmt: on
