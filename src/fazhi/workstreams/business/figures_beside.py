"""营商环境·公平竞争: the figures of supervision, of firms, and those of the market-supervision authority."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled
from fazhi.engine.figures.kinds import (
    Change,
    Count,
    Declared,
    Indicator,
    Median,
    Ratio,
    Share,
    Stock,
    Sum,
)
from fazhi.workstreams.business import supervision as s
from fazhi.workstreams.business.models.firms import Channel, DemandOutcome, Satisfaction, ServiceKind
from fazhi.workstreams.business.models.supervision import CleanUpResult

# fmt: off

# 抽查、举报、清理、培训

SPOT_CHECKS = Count("spot_checks", "公平竞争审查抽查", on="checked_on", of="spot_check",
    says=("抽查 政策措施|文件 &公平竞争",))
SPOT_CHECK_PROBLEMS = Count("spot_check_problems", "抽查发现问题的政策措施", on="checked_on",
    where=s.PROBLEM, of="spot_check")
RECTIFICATION_RATE = Share("rectification_rate", "抽查问题整改率（已整改/发现问题）",
    whole=SPOT_CHECK_PROBLEMS, where=filled("rectified_on"), says=("抽查问题整改率 &公平竞争",))
REPORTS = Count("competition_reports", "公平竞争审查举报", on="received_on", of="competition_report",
    says=("公平竞争审查举报|公平竞争举报",))
REPORTS_CONCLUDED = Count("competition_reports_concluded", "办结公平竞争审查举报", on="concluded_on",
    of="competition_report")
REPORT_RATE = Share("competition_report_rate", "公平竞争审查举报办结率（已办结/收到）", whole=REPORTS,
    where=filled("concluded_on") | filled("transferred_on"),
    says=("公平竞争审查举报办结率|公平竞争举报办结率",))
CLEANED = Count("stock_cleaned", "清理妨碍公平竞争文件", on="done_on", of="clean_up",
    where=Q(barrier=Answer.YES),
    note="清理中查明妨碍统一市场和公平竞争的文件；全部梳理的另计。",
    says=("清理 存量政策措施|存量文件|妨碍统一市场和公平竞争的政策措施",
          "清理 文件|政策措施|政策文件 &公平竞争"))
LOOKED_AT = Count("stock_looked_at", "梳理存量政策措施", on="decided_on", of="clean_up",
    says=("梳理 存量政策措施|存量文件",))
AMENDED = Count("stock_amended", "清理后修改的文件", on="done_on", of="clean_up",
    where=Q(result=CleanUpResult.AMENDED))
ABOLISHED = Count("stock_abolished", "清理后废止的文件", on="done_on", of="clean_up",
    where=Q(result=CleanUpResult.ABOLISHED))
TRAININGS = Count("trainings", "公平竞争审查培训", on="held_on", of="training", unit="次",
    says=("公平竞争审查培训",))
TRAINED = Sum("trained", "公平竞争审查培训人次", "persons", on="held_on", of="training", unit="人次",
    says=("培训 &公平竞争",))

# 企业诉求、营商环境投诉

DEMANDS = Count("enterprise_demands", "企业诉求", on="received_on", of="demand",
    says=("企业诉求|企业反映问题|企业困难问题", "解决|收集|办理|协调解决 企业诉求|企业问题|企业困难"))
DEMANDS_ENDED = Count("demands_ended", "办结企业诉求", on="ended_on", of="demand")
DEMANDS_SOLVED = Count("demands_solved", "解决企业诉求", on="ended_on", of="demand",
    where=Q(outcome=DemandOutcome.SOLVED))
DEMANDS_OPEN = Stock("demands_open", "未办结企业诉求", since="received_on", until="ended_on", of="demand",
    note="“动态清零”即此数为零。", says=("未办结企业诉求",))
DEMAND_RATE = Ratio("demand_rate", "企业诉求办结率（当年办结/当年收到，办结含上年结转）", over=DEMANDS_ENDED,
    under=DEMANDS, says=("企业诉求办结率",))
DEMAND_DAYS = Median("demand_reply_days", "企业诉求答复用时（自收到）", start="received_on", end="replied_on",
    on="replied_on", of="demand", says=("企业诉求平均答复用时|企业诉求答复用时",))
DIRECT_DAYS = Median("direct_reply_days", "“企业直通车”答复用时（自收到）", start="received_on",
    end="replied_on", on="replied_on", of="demand", where=Q(channel=Channel.DIRECT))
TEAM_DAYS = Median("team_solved_days", "“五个一”专班解决诉求用时（自收到）", start="received_on",
    end="ended_on", on="ended_on", of="demand",
    where=Q(channel=Channel.TEAM, outcome=DemandOutcome.SOLVED))
RATED = Count("demands_rated", "企业评价的诉求", on="ended_on", of="demand",
    where=Q(satisfaction__in=(Satisfaction.SATISFIED, Satisfaction.DISSATISFIED)))
SATISFACTION_RATE = Share("demand_satisfaction_rate", "企业诉求满意率（满意/已评价）", whole=RATED,
    where=Q(satisfaction=Satisfaction.SATISFIED), of="demand", says=("企业诉求满意率|企业满意率",))


def came(key: str, label: str, channel: Channel) -> Count:
    """Requests that came in by one channel."""
    return Count(key, label, on="received_on", of="demand", where=Q(channel=channel))


BY_CHANNEL = (
    came("demands_12345", "12345转接的企业诉求", Channel.TRANSFER),
    came("demands_platform", "服务企业平台收到的企业诉求", Channel.PLATFORM),
    came("demands_direct", "“企业直通车”收到的企业诉求", Channel.DIRECT),
    came("demands_officer", "首席服务官收到的企业诉求", Channel.OFFICER),
    came("demands_team", "“五个一”专班收到的企业诉求", Channel.TEAM),
)
COMPLAINTS = Count("complaints", "营商环境投诉", on="received_on", of="complaint",
    says=("营商环境投诉举报|营商环境投诉|损害营商环境问题线索",))
COMPLAINTS_CLOSED = Count("complaints_closed", "办结营商环境投诉", on="closed_on", of="complaint")
COMPLAINT_RATE = Share("complaint_rate", "营商环境投诉办结率（已办结或者转送/收到）", whole=COMPLAINTS,
    where=filled("closed_on") | filled("transferred_on"), says=("营商环境投诉办结率|营商环境投诉举报办结率",))
CAMPAIGN = Count("campaign_leads", "专项整治发现的损害营商环境问题", on="received_on", of="complaint",
    where=Q(campaign=Answer.YES))
CORRECTED = Count("complaints_rectified", "投诉属实并整改", on="rectified_on", of="complaint")
ACCOUNTABLE = Sum("accountable", "损害营商环境问责人数", "accountable", on="accountable_on", of="complaint",
    unit="人")

# 政策、计划、服务

POLICIES = Count("policies", "出台惠企政策", on="issued_on", of="policy", says=("出台 惠企政策",))
POLICIES_STANDING = Stock("policies_standing", "实施中的惠企政策", since="issued_on", until="ended_on",
    of="policy")
POLICY_MEASURES = Sum("policy_measures", "惠企政策措施条数", "measures", on="issued_on", of="policy",
    unit="条", says=("惠企政策措施|惠企措施",))
POLICY_FIRMS = Sum("policy_firms", "享受惠企政策企业户数", "firms", on="progress_on", of="policy", unit="户")
PLANS = Count("inspection_plans", "公布涉企行政检查年度计划", on="published_on", of="inspection_plan")
TEAMS = Stock("service_teams", "“五个一”服务企业（项目）", since="since_on", until="ended_on", of="service",
    where=Q(kind=ServiceKind.TEAM), unit="个")
OFFICERS = Stock("service_officers", "首席服务官结对企业", since="since_on", until="ended_on", of="service",
    where=Q(kind=ServiceKind.OFFICER), unit="户")
PLATFORMS = Stock("platforms", "服务企业平台", since="since_on", until="ended_on", of="platform", unit="个",
    says=("服务平台 &企业|园区",))
SUPERVISORS = Stock("supervisors", "营商环境监督员", since="since_on", until="ended_on", of="supervisor",
    unit="人", says=("营商环境监督员",))

# 经营主体与园区：属于其他机关的系统，申报而不由本系统计数

REGISTRY = "市场监督管理部门的登记系统"
PARK = "园区管理机构的统计"
ENTITIES = Declared("entities", "市场主体总数（年末实有）", owner=REGISTRY, unit="户",
    says=("市场主体总数|经营主体总数|市场主体总量|经营主体总量|累计市场主体",
          "实有市场主体|实有经营主体|现有市场主体|现有经营主体", "市场主体|经营主体 总数|总量"))
ENTITIES_CHANGE = Change("entities_change", "市场主体总数同比（年末实有）", base=ENTITIES,
    says=("市场主体总数同比|经营主体总数同比",))
NEW_ENTITIES = Declared("new_entities", "新增市场主体（当年登记）", owner=REGISTRY, unit="户",
    says=("新增|新登记|新设立|新设|新增登记|新登记注册 市场主体|经营主体|各类市场主体|各类经营主体",))
NEW_CHANGE = Change("new_entities_change", "新增市场主体同比", base=NEW_ENTITIES,
    says=("新增市场主体同比|新增经营主体同比",))
EXITS = Declared("entity_exits", "注销、吊销的市场主体", owner=REGISTRY, unit="户",
    says=("注销 市场主体|经营主体",))
REGISTRATIONS = Declared("registrations", "多证合一办理", owner=REGISTRY, says=("办理 多证合一", "多证合一"))
REGISTERED = Declared("entity_registrations", "登记业务办理", owner=REGISTRY)
ELECTRONIC = Declared("electronic_registrations", "全程电子化登记和变更登记", owner=REGISTRY,
    says=("全程电子化登记|全程电子化登记和变更登记",))
ELECTRONIC_RATE = Ratio("electronic_rate", "全程电子化登记率（全程电子化/登记业务）", over=ELECTRONIC,
    under=REGISTERED)


def of_park(key: str, label: str, unit: str) -> tuple[Declared, Change]:
    """A yearly figure of the park, and its growth, which needs the year before."""
    figure = Declared(f"park_{key}", label, owner=PARK, unit=unit)
    return figure, Change(f"park_{key}_change", f"{label}同比", base=figure)


PARK_FIGURES = (
    *of_park("firms", "园区企业数量", "户"),
    *of_park("staff", "园区从业人员", "人"),
    *of_park("taxes", "园区税收", "元"),
    *of_park("income", "园区技工贸收入", "元"),
)

BESIDE_INDICATORS: tuple[Indicator, ...] = (
    SPOT_CHECKS, SPOT_CHECK_PROBLEMS, RECTIFICATION_RATE, REPORTS, REPORTS_CONCLUDED, REPORT_RATE, CLEANED,
    LOOKED_AT, AMENDED, ABOLISHED, TRAININGS, TRAINED, DEMANDS, DEMANDS_ENDED, DEMANDS_SOLVED, DEMANDS_OPEN,
    DEMAND_RATE, DEMAND_DAYS, DIRECT_DAYS, TEAM_DAYS, RATED, SATISFACTION_RATE, *BY_CHANNEL, COMPLAINTS,
    COMPLAINTS_CLOSED, COMPLAINT_RATE, CAMPAIGN, CORRECTED, ACCOUNTABLE, POLICIES, POLICIES_STANDING,
    POLICY_MEASURES, POLICY_FIRMS, PLANS, TEAMS, OFFICERS, PLATFORMS, SUPERVISORS, ENTITIES,
    ENTITIES_CHANGE, NEW_ENTITIES, NEW_CHANGE, EXITS, REGISTRATIONS, REGISTERED, ELECTRONIC, ELECTRONIC_RATE,
    *PARK_FIGURES,
)
# fmt: on
