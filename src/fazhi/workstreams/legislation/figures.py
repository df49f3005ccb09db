"""政府规章与立法: the figures we count."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.figures.kinds import Count, Indicator, Ratio, Share, Stock, Sum
from fazhi.workstreams.legislation import conditions as c
from fazhi.workstreams.legislation.models.choices import (
    ProjectKind,
    ProposalDecision,
    ResearchKind,
    UseKind,
    Verdict,
)

# fmt: off

# 计划和征集
PROPOSALS = Count("proposals", "收到立法项目建议", on="received_on", of="proposal",
    says=("征集|收到|征集到 立法项目建议|立法建议项目|立法项目",))
PROPOSALS_ADOPTED = Share("proposal_adopted_rate", "立法项目建议采纳率（列入计划/收到）", whole=PROPOSALS,
    where=Q(decision=ProposalDecision.ADOPTED), says=("立法项目建议采纳率",))
PLANNED = Count("planned", "列入立法计划项目", on="planned_on", of="project", unit="项",
    says=("列入立法计划 项目",))
PLANNED_RULES = Count("planned_rules", "列入计划的规章项目", on="planned_on", of="project", unit="项",
    where=Q(kind=ProjectKind.RULE))
PLANNED_BILLS = Count("planned_bills", "列入计划的地方性法规项目", on="planned_on", of="project", unit="项",
    where=Q(kind=ProjectKind.BILL))
PLANNED_UNKNOWN = Count("planned_unknown", "列入计划而未登记种类的项目", on="planned_on", of="project",
    unit="项", where=Q(kind=ProjectKind.UNDECIDED))
PLAN_DONE = Count("plan_done", "完成立法计划项目", on="done_on", of="project", unit="项",
    says=("完成 立法计划项目|立法项目",))
PLAN_RATE = Ratio("plan_rate", "立法计划完成率（当年完成/当年列入）", over=PLAN_DONE, under=PLANNED,
    says=("立法计划完成率",))
PLANS = Count("plans_published", "公布立法计划", on="published_on", of="plan", unit="个")

# 规章
RULES_MADE = Count("rules_made", "制定政府规章", on="published_on", unit="部",
    says=("制定|出台|颁布|公布|制定公布 政府规章|规章",))
RULES_REVIEWED = Count("rules_reviewed", "审查政府规章草案", on="reviewed_on", unit="部",
    says=("审查|审核 政府规章草案|规章草案|政府规章",))
COMMENTED = Count("rules_commented", "公开征求意见的规章草案", on="comment_from_on", unit="部")
COMMENTS = Sum("comments", "规章草案公开征求的意见", "comments", on="comment_to_on", unit="条",
    says=("规章草案公开征求意见收到意见|规章草案收到意见",))
COMMENTS_ADOPTED = Sum("comments_adopted", "采纳规章草案公开征求的意见", "comments_adopted",
    on="comment_to_on", unit="条", says=("采纳规章草案意见|采纳对规章草案的意见",))
HEARINGS = Count("hearings", "规章听证会", on="heard_on", unit="次",
    says=("规章听证会|立法听证会",))
FILED = Count("rules_filed", "报国务院备案的规章", on="filed_on", unit="部",
    says=("备案|报备|报送备案 政府规章|规章",))
FILING_RATE = Share("filing_rate", "规章报备率（已报备/公布）", whole=RULES_MADE, where=filled("filed_on"),
    says=("规章报备率|规章备案率",))
TIMELY_RATE = Share("filing_timely_rate", "规章报备及时率（按期报备/报备）", whole=FILED,
    where=c.FILED_IN_TIME, says=("规章报备及时率|规章备案及时率",))
IN_FORCE = Stock("rules_in_force", "现行有效政府规章", since="effective_on", until="ended_on", unit="部",
    says=("现行有效 政府规章|规章", "现行有效的政府规章|现行有效的规章"))
INTERPRETED = Count("rules_interpreted", "政策解读的规章", on="interpreted_on", unit="部")
EXPLAINED = Count("rules_explained", "公布规章解释", on="explained_on")
EVALUATED = Count("rules_evaluated", "立法后评估的规章", on="evaluated_on", unit="部",
    says=("立法后评估 政府规章|规章",))
ENDED = Count("rules_ended", "不再有效的规章", on="ended_on", unit="部")

# 地方性法规草案
BILLS_REVIEWED = Count("bills_reviewed", "审查地方性法规草案", on="reviewed_on", of="bill",
    says=("审查|审核|起草 地方性法规草案|法规草案",))
BILLS_SUBMITTED = Count("bills_submitted", "提请人大审议地方性法规草案", on="submitted_on", of="bill",
    says=("提请|提请人大审议|提请市人大常委会审议 地方性法规草案|地方性法规|法规草案",))
BILLS_ENACTED = Count("bills_enacted", "公布的地方性法规", on="published_on", of="bill",
    says=("公布|颁布|出台 地方性法规",))

# 调研论证
RESEARCHES = Count("researches", "立法调研论证", on="held_on", of="research", unit="次",
    says=("立法调研论证|立法调研|开展立法调研",))
EXPERT_ARGUMENTS = Count("expert_arguments", "立法专家论证会", on="held_on", of="research", unit="次",
    where=Q(kind=ResearchKind.EXPERTS), says=("立法专家论证会|立法论证会",))

# 联系点
CONTACT_POINTS = Stock("contact_points", "立法联系点", since="since_on", until="ended_on", of="contact_point",
    unit="个", says=("立法联系点|基层立法联系点", ">立法联系点|基层立法联系点"))
POINT_OPINIONS = Sum("point_opinions", "立法联系点提出意见", "opinions", on="returned_on", of="point_opinion",
    unit="条", says=("立法联系点意见|立法联系点意见建议|联系点意见建议",))
POINT_ADOPTED = Sum("point_opinions_adopted", "采纳立法联系点意见", "adopted", on="fed_back_on",
    of="point_opinion", unit="条", says=("采纳立法联系点意见|采纳联系点意见",))

# 清理：三种结论与未作结论的相加等于清理的全部规章
CLEANED = Count("cleaned", "清理政府规章", on="judged_on", of="clean_up", unit="部",
    says=("清理|全面清理|共清理 政府规章|规章",))

def verdict(key: str, label: str, given: Verdict, *words: str) -> Count:
    """Rules of which a clean-up said so."""
    return Count(key, label, on="judged_on", of="clean_up", unit="部", where=Q(verdict=given), says=words)


KEPT = verdict("kept", "继续有效政府规章", Verdict.KEEP, "继续有效 政府规章|规章")
CHANGED = verdict("changed", "修改政府规章", Verdict.CHANGE, "修改|修订 政府规章|规章")
ABOLISHED = verdict("abolished", "废止政府规章", Verdict.ABOLISH, "废止 政府规章|规章")
VERDICT_UNKNOWN = verdict("verdict_unknown", "清理而未登记结论的规章", Verdict.UNDECIDED)
VERDICTS = (KEPT, CHANGED, ABOLISHED, VERDICT_UNKNOWN)
LISTS_SENT = Count("lists_sent", "报送规章目录", on="sent_on", of="yearly_list", unit="次")

# 机构、法律法规及其运用
BODIES = Stock("bodies", "立法机构", since="since_on", until="ended_on", of="body", unit="个")
STAFF = Stock("staff", "立法工作人员", since="since_on", until="ended_on", of="staff", unit="人",
    says=("立法工作人员",))
STATUTES = Stock("statutes", "名录中的法律法规", since="since_on", until="ended_on", of="statute", unit="部")

def use(key: str, label: str, kind: UseKind) -> Count:
    """Uses of statutes of one kind."""
    return Count(key, label, on="done_on", of="use", where=Q(kind=kind))


USES = Count("uses", "法律法规运用", on="done_on", of="use")
USE_KINDS = (
    use("uses_study", "列入学法课程的法律法规", UseKind.STUDY),
    use("uses_publicity", "普法宣传运用法律法规", UseKind.PUBLICITY),
    use("uses_item", "法律法规列入执法事项", UseKind.ITEM),
    use("uses_case", "执法案件适用法律法规", UseKind.CASE),
    use("uses_unknown", "未登记用途的法律法规运用", UseKind.UNDECIDED),
)

INDICATORS: tuple[Indicator, ...] = (
    PROPOSALS, PROPOSALS_ADOPTED, PLANNED, PLANNED_RULES, PLANNED_BILLS, PLANNED_UNKNOWN, PLAN_DONE,
    PLAN_RATE, PLANS, RULES_MADE, RULES_REVIEWED, COMMENTED, COMMENTS,
    COMMENTS_ADOPTED, HEARINGS, FILED, FILING_RATE,
    TIMELY_RATE, IN_FORCE, INTERPRETED, EXPLAINED, EVALUATED, ENDED, BILLS_REVIEWED, BILLS_SUBMITTED,
    BILLS_ENACTED, RESEARCHES, EXPERT_ARGUMENTS, CONTACT_POINTS, POINT_OPINIONS, POINT_ADOPTED,
    CLEANED, *VERDICTS, LISTS_SENT, BODIES, STAFF, STATUTES, USES, *USE_KINDS,
)
# fmt: on
