"""重大行政决策: the figures we count. Decisions reviewed and topics reviewed are two counters."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.figures.kinds import Count, Coverage, Indicator, Ratio, Share, Stock, Sum
from fazhi.organs.models import Kind, Level
from fazhi.workstreams.decisions import conditions as c
from fazhi.workstreams.decisions.beside import MAJOR_MATTER, MATTER_EXCEPTED
from fazhi.workstreams.decisions.models.choices import Verdict
from fazhi.workstreams.decisions.models.registers import MatterKind

# fmt: off

# 目录

CATALOGUE_ITEMS = Count("catalogue_items", "公布重大行政决策目录事项", on="published_on", of="catalogue_item",
    unit="项", says=("重大行政决策事项|重大行政决策事项目录|重大行政决策目录",
                     "纳入|列入|确定|公布 重大行政决策事项|重大决策事项|重大行政决策目录"))
COMPLETED = Count("catalogue_completed", "完成重大行政决策目录事项", on="completed_on", of="catalogue_item",
    unit="项")
REMOVED = Count("catalogue_removed", "调出目录的重大行政决策事项", on="removed_on", of="catalogue_item",
    unit="项")
COMPLETION_RATE = Share("completion_rate", "目录事项完成率（当年公布的事项中已决策或者依法调出）",
    whole=CATALOGUE_ITEMS, where=filled("completed_on") | filled("removed_on"), of="catalogue_item",
    says=("目录事项完成率|重大行政决策目录完成率",))
VISITS = Count("visits", "开展决策目录督导", on="visited_on", of="visit", unit="次",
    says=("决策目录督导",))

# 程序

STARTED = Count("started", "启动重大行政决策", on="started_on", unit="项")
DECIDED = Count("decided", "作出重大行政决策", on="decided_on", unit="项", says=("作出 重大行政决策",))
CONSULTATIONS = Count("consultations", "重大行政决策公开征求意见", on="comment_on", unit="次",
    says=("重大行政决策公开征求意见|决策公开征求意见", "公开征求意见 &重大行政决策|重大决策"))
COMMENTS = Sum("comments", "公开征求意见收到意见", "comments", on="answered_on", unit="条",
    says=("收到公众意见|征集公众意见|收到意见 &重大行政决策|重大决策 !规章|规范性文件",))
COMMENTS_ADOPTED = Sum("comments_adopted", "公开征求意见采纳意见", "comments_adopted", on="answered_on",
    unit="条", says=("采纳公众意见|采纳意见 &重大行政决策|重大决策 !规章|规范性文件",))
COMMENT_ADOPTION_RATE = Ratio("comment_adoption_rate", "公众意见采纳率（采纳/收到）", over=COMMENTS_ADOPTED,
    under=COMMENTS, says=("公众意见采纳率",))
SHORTENED = Count("consultations_shortened", "缩短期限的公开征求意见", on="comment_on", where=c.URGENT,
    unit="次")
HEARINGS = Count("hearings", "重大行政决策听证", on="hearing_held_on", unit="次",
    says=("决策听证|决策听证会|重大行政决策听证会",
          "召开|举行|组织 听证会 &重大行政决策|重大决策"))
EXPERT_REVIEWS = Count("expert_reviews", "重大行政决策专家论证", on="argued_on", unit="次",
    says=("重大行政决策专家论证|决策专家论证", "专家论证|专家论证会 &重大行政决策|重大决策"))
RISK_ASSESSMENTS = Count("risk_assessments", "重大行政决策风险评估", on="assessed_on", unit="次",
    says=("重大行政决策风险评估|社会稳定风险评估|决策风险评估|重大决策社会稳定风险评估",))
COMPETITION_REVIEWS = Count("competition_reviews", "重大行政决策公平竞争审查", on="competition_on", unit="次",
    says=("重大行政决策公平竞争审查|重大决策公平竞争审查",))

# 合法性审查

REVIEWED = Count("reviewed", "重大行政决策合法性审查", on="reviewed_on",
    says=("重大行政决策合法性审查|审查重大行政决策|合法性审查重大行政决策|重大决策合法性审查",
          "对重大行政决策 进行合法性审查|合法性审查"))
LAWFUL = Count("reviewed_lawful", "审查结论为合法的重大行政决策", on="reviewed_on", where=c.PASSED)
CONDITIONAL = Count("reviewed_conditional", "审查结论为修改后合法的重大行政决策", on="reviewed_on",
    where=c.CONDITIONAL)
FAILED = Count("reviewed_failed", "审查不合法的重大行政决策", on="reviewed_on", where=c.FAILED)
VERDICT_UNKNOWN = Count("reviewed_unknown", "审查而未登记结论的重大行政决策", on="reviewed_on",
    where=Q(verdict=Verdict.UNDECIDED))
WITH_LAWYERS = Count("with_lawyers", "法律顾问、公职律师参与审查的重大行政决策", on="reviewed_on",
    where=c.ADVISED, says=("法律顾问、公职律师参与重大行政决策审查|法律顾问参与重大行政决策审查",
                           "参与 重大行政决策合法性审查|重大决策合法性审查"))
JOINT_REVIEWS = Count("joint_reviews", "重大行政决策联合审查", on="joint_on", unit="次")
DECISION_OPINIONS = Sum("decision_opinions", "对重大行政决策提出审查意见", "points", on="reviewed_on",
    unit="条", says=("对重大行政决策提出审查意见|对重大行政决策提出合法性审查意见",))
EXCEPTIONS = Count("exceptions", "未通过合法性审查而例外提交讨论的重大行政决策", on="submitted_on",
    where=c.EXCEPTED, says=("例外提交讨论的探索性改革事项",))
DISCUSSED = Count("discussed", "集体讨论的重大行政决策", on="discussed_on")
REVIEW_RATE = Share("review_rate", "重大行政决策合法性审查率（讨论前已审查/集体讨论）", whole=DISCUSSED,
    where=c.REVIEWED_BEFORE,
    says=("重大行政决策合法性审查率|重大决策合法性审查率|政府重大决策合法性审查率|决策合法性审查率",))
PARTY_REPORTS = Count("party_reports", "重大行政决策向党委请示报告", on="party_asked_on", unit="次",
    says=("向党委请示报告重大行政决策|向党委请示报告重大决策",
          "重大行政决策向党委请示报告|重大决策向党委请示报告"))
CONGRESS_REPORTS = Count("congress_reports", "重大行政决策向人大及其常委会报告", on="congress_on", unit="次",
    says=("向人大及其常委会报告重大行政决策|向人大常委会报告重大行政决策",))

# 决策以后

PUBLISHED = Count("published", "公布重大行政决策", on="published_on", unit="项")
EXECUTING = Stock("executing", "作出而未办结的重大行政决策", since="decided_on",
    until="archived_on", unit="项")
TRACKED = Count("tracked", "跟踪检查的重大行政决策", on="tracked_on", unit="项",
    says=("跟踪检查 重大行政决策|重大决策",))
SUSPENDED = Count("suspended", "中止执行的重大行政决策", on="suspended_on", unit="项")
CHANGED = Count("changed", "调整的重大行政决策", on="changed_on", unit="项",
    says=("调整 重大行政决策|重大决策",))
STOPPED = Count("stopped", "停止执行的重大行政决策", on="stopped_on", unit="项",
    says=("停止执行 重大行政决策|重大决策",))
POST_EVALUATIONS = Count("post_evaluations", "重大行政决策后评估", on="evaluated_on", unit="项",
    says=("决策后评估|重大行政决策后评估|开展决策后评估",))
LIABILITIES = Count("liabilities", "决策责任追究", on="concluded_on", of="liability", unit="人次")

# 上会事项

TOPIC_PAPERS = "|".join((
    "政府常务会议题材料", "议题材料", "会议议题", "常务会议议题", "常务会议题", "政府会议议题",
    "政府专题会、常务会议题材料", "政府专题会，常务会议题材料", "上会议题",
))
MATERIALS_REVIEWED = Count("materials_reviewed", "审查政府会议议题材料", on="reviewed_on", of="matter",
    unit="份", where=Q(kind=MatterKind.TOPIC), says=(f"审查 {TOPIC_PAPERS}",))
DOCUMENTS_REVIEWED = Count("documents_reviewed", "审查重要文件", on="reviewed_on", of="matter",
    where=Q(kind=MatterKind.DOCUMENT), says=("审查 重要文件",))
MATTERS_REVIEWED = Count("matters_reviewed", "审查上会事项", on="reviewed_on", of="matter")
OPINIONS = Sum("opinions", "提出合法性审查意见（上会事项）", "points", on="reviewed_on", of="matter",
    unit="条", says=("提出|出具|提出了 合法性审查意见|合法性审核意见|审查意见",))
OPINIONS_ADOPTED = Sum("opinions_adopted", "采纳合法性审查意见（上会事项）", "points_adopted",
    on="reviewed_on", of="matter", unit="条")
ADOPTION_RATE = Ratio("adoption_rate", "审查意见采纳率（上会事项，采纳/提出）", over=OPINIONS_ADOPTED,
    under=OPINIONS, says=("审查意见采纳率|合法性审查意见采纳率", "采纳率 &合法性审查"))
MATTERS_SUBMITTED = Count("matters_submitted", "提交会议的事项", on="submitted_on", of="matter")
MATTERS_DUE = Count("matters_due", "提交会议、应当审查的事项", on="submitted_on", of="matter",
    where=Q(kind__in=sorted(set(MatterKind) - {MatterKind.APPOINTMENT})))
MATTER_REVIEW_RATE = Share("matter_review_rate", "上会事项审查率（已审查/提交会议，不含人事任免）",
    whole=MATTERS_DUE,
    where=filled("reviewed_on"), of="matter")
MATTER_EXCEPTIONS = Count("matter_exceptions", "未经审查例外提交会议的事项", on="submitted_on", of="matter",
    where=MATTER_EXCEPTED, says=("例外提交会议的事项",))
MAJOR_MATTERS = Count("major_matters", "集体讨论决定“三重一大”事项", on="settled_on", of="matter",
    where=MAJOR_MATTER, says=("集体讨论决定“三重一大”事项|集体研究“三重一大”事项|审议“三重一大”事项",))
TOWNSHIP_COVERAGE = Coverage("township_coverage", "乡镇（街道）合法性审查覆盖率", have=MATTERS_REVIEWED,
    kinds=(Kind.GOVERNMENT, Kind.STREET), levels=(Level.TOWNSHIP,), of="matter",
    says=("乡镇合法性审查覆盖率|乡镇街道合法性审查覆盖率",))

INDICATORS: tuple[Indicator, ...] = (
    CATALOGUE_ITEMS, COMPLETED, REMOVED, COMPLETION_RATE, VISITS, STARTED, DECIDED, CONSULTATIONS, COMMENTS,
    COMMENTS_ADOPTED, COMMENT_ADOPTION_RATE, SHORTENED, HEARINGS, EXPERT_REVIEWS, RISK_ASSESSMENTS,
    COMPETITION_REVIEWS, REVIEWED, LAWFUL, CONDITIONAL, FAILED, VERDICT_UNKNOWN, WITH_LAWYERS,
    JOINT_REVIEWS, DECISION_OPINIONS, EXCEPTIONS, DISCUSSED, REVIEW_RATE, PARTY_REPORTS, CONGRESS_REPORTS,
    PUBLISHED, EXECUTING, TRACKED, SUSPENDED, CHANGED, STOPPED,
    POST_EVALUATIONS, LIABILITIES, MATERIALS_REVIEWED, DOCUMENTS_REVIEWED, MATTERS_REVIEWED, OPINIONS,
    OPINIONS_ADOPTED, ADOPTION_RATE, MATTERS_SUBMITTED, MATTERS_DUE, MATTER_REVIEW_RATE, MATTER_EXCEPTIONS,
    MAJOR_MATTERS, TOWNSHIP_COVERAGE,
)
