"""计划·督察·考核: the figures we count, the sentences we report."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, same
from fazhi.engine.figures.kinds import Count, Coverage, Declared, Indicator, Share, Stock, Sum
from fazhi.engine.figures.sentence import Sentence, any_of, says, whole
from fazhi.organs.models import Kind
from fazhi.workstreams.plan.models.consequences import RewardKind
from fazhi.workstreams.plan.models.honours import Ending, HonourKind, HonourLevel
from fazhi.workstreams.plan.models.reports import ReportKind
from fazhi.workstreams.plan.models.supervision import InspectionKind, Source
from fazhi.workstreams.plan.models.tasks import UnitKind

# fmt: off

# 任务：未启动、推进中、按期完成、逾期完成、滚入、取消互斥，相加等于下达

LIVE = Q(rolled_on__isnull=True, cancelled_on__isnull=True)
TASKS = Count("tasks", "法治重点任务", on="set_on", unit="项",
    says=("法治重点任务|法治政府建设重点任务|法治政府建设任务",
          ">法治重点任务|法治政府建设重点任务|法治建设任务"))
TASKS_DONE = Count("tasks_done", "完成法治重点任务（已核实）", on="verified_on", unit="项")
TASK_RATE = Share("task_rate", "重点任务完成率（已核实/下达）", whole=TASKS, where=filled("verified_on"),
    says=("法治重点任务完成率|法治政府建设任务完成率|法治政府建设重点任务完成率", "任务完成率 &法治政府建设"))


def task(key: str, label: str, where: Q) -> Count:
    """Tasks set in the span that stand so."""
    return Count(key, label, on="set_on", where=where, unit="项")


TASKS_NOT_BEGUN = task("tasks_not_begun", "未启动的任务",
    LIVE & Q(begun_on__isnull=True, verified_on__isnull=True))
TASKS_UNDERWAY = task("tasks_underway", "推进中的任务",
    LIVE & filled("begun_on") & Q(verified_on__isnull=True))
TASKS_ON_TIME = task("tasks_on_time", "按期完成的任务",
    LIVE & filled("verified_on")
    & (same("completed_on", "due_on", "lte") | Q(due_on__isnull=True) | Q(completed_on__isnull=True)))
TASKS_LATE = task("tasks_late", "逾期完成的任务",
    LIVE & filled("verified_on") & same("completed_on", "due_on", "gt"))
TASKS_ROLLED = task("tasks_rolled", "滚入下一年度的任务", filled("rolled_on"))
TASKS_CANCELLED = task("tasks_cancelled", "取消的任务",
    Q(rolled_on__isnull=True) & filled("cancelled_on"))
TASKS_CARRIED = task("tasks_carried", "上年滚入的任务", Q(carried=Answer.YES))
LIGHTS = (TASKS_NOT_BEGUN, TASKS_UNDERWAY, TASKS_ON_TIME, TASKS_LATE, TASKS_ROLLED, TASKS_CANCELLED)

# 规划、责任书、报送、专项行动

PROGRAMMES = Count("programmes", "印发规划安排", on="issued_on", of="programme", unit="份")
PROGRAMMES_STANDING = Stock("programmes_standing", "施行中的规划安排", since="issued_on", until="ended_on",
    of="programme", unit="份")
ASPECTS = Sum("aspects_deployed", "年初部署的工作方面", "aspects", on="deployed_on",
    of="programme", unit="个")
LETTERS = Count("letters", "签订目标责任书", on="signed_on", of="letter", unit="份",
    says=("签订|签订了 法治政府建设目标责任书|法治建设目标责任书|目标管理责任书|依法行政目标责任书",))


def signed(key: str, label: str, *kinds: UnitKind) -> Count:
    """Units of these kinds that signed; each signs one letter a year."""
    return Count(key, label, on="signed_on", where=Q(unit_kind__in=kinds), of="letter", unit="个")


LETTERS_COUNTIES = signed("letters_counties", "签订责任书的县（市、区）政府", UnitKind.COUNTY)
LETTERS_UNITS = signed("letters_units", "签订责任书的部门和驻地执法单位",
    UnitKind.DEPARTMENT, UnitKind.STATIONED)
LETTERS_TOWNSHIPS = signed("letters_townships", "签订责任书的乡镇（街道）", UnitKind.TOWNSHIP)
LETTER_COVERAGE = Coverage("letter_coverage", "责任书签订率（已签订的政府和部门/应当签订的）",
    have=LETTERS, kinds=(Kind.GOVERNMENT, Kind.DEPARTMENT), of="letter")
SUBMISSIONS = Count("submissions", "要求单位报送", on="asked_on", of="submission", unit="份")
SUBMITTED_RATE = Share("submitted_rate", "单位按期报送率（按期报送/要求报送）", whole=SUBMISSIONS,
    where=same("submitted_on", "due_on", "lte"), of="submission")
CAMPAIGNS = Count("campaigns", "开展专项法治提升行动", on="begun_on", of="campaign", unit="项")
CAMPAIGN_FOUND = Sum("campaign_found", "专项行动发现问题", "found", on="ended_on", of="campaign", unit="个")
CAMPAIGN_SOLVED = Sum("campaign_solved", "专项行动解决问题", "solved", on="ended_on", of="campaign",
    unit="个")
REWARDS = Count("rewards", "表扬奖励单位", on="decided_on", where=Q(kind=RewardKind.REWARD), of="reward",
    unit="个")
CRITICISMS = Count("criticisms", "通报批评、约谈单位", on="decided_on",
    where=Q(kind__in=(RewardKind.CRITICISM, RewardKind.INTERVIEW)), of="reward", unit="个")
ASSESSED = Count("assessed", "公布的上级考评结果", on="published_on", of="assessment", unit="次")
RANK = Declared("rank", "上级考评位次", owner="上级考评机关", unit="位",
    note="位次不相加；每次考评的位次、等次和扣分在“上级考评结果”登记。")

# 督察与整改

INSPECTIONS = Count("inspections", "法治督察", on="begun_on", where=Q(source=Source.OWN), of="inspection",
    unit="次",
    says=("法治督察|法治督查|法治建设督察|法治政府建设督察|法治政府建设督查",
          "开展|组织开展|组织 法治督察|法治督查|法治政府建设督察"))
INSPECTIONS_ABOVE = Count("inspections_above", "接受上级督察", on="begun_on",
    where=Q(source__in=(Source.CITY, Source.PROVINCE, Source.CENTRE)), of="inspection", unit="次")
INSPECTIONS_MIDYEAR = Count("inspections_midyear", "年中督查", on="begun_on",
    where=Q(kind=InspectionKind.MIDYEAR), of="inspection", unit="次")
INSPECTIONS_JOINT = Count("inspections_joint", "与纪检监察联动督察", on="begun_on", where=Q(joint=Answer.YES),
    of="inspection", unit="次")
FOUND = Count("problems_found", "督察发现问题", on="fed_back_on", of="finding", unit="个",
    says=("督察发现问题|法治督察发现问题|督查发现问题", "发现问题 &法治督察|法治督查",
          "发现 >问题 &法治督察|法治督查"))
RECTIFIED = Count("problems_rectified", "整改到位的督察问题", on="verified_on", of="finding", unit="个")
RECTIFICATION_RATE = Share("rectification_rate", "督察问题整改完成率（按期整改并核查/发现）", whole=FOUND,
    where=filled("verified_on")
    & (same("rectified_on", "rectify_by_on", "lte") | Q(rectify_by_on__isnull=True)),
    of="finding",
    says=("督察问题整改率|督察发现问题整改率|督察问题整改完成率", "整改率|整改完成率 &法治督察|法治督查"))
FINDINGS_OPEN = Stock("findings_open", "未销号的督察问题", since="fed_back_on", until="closed_on",
    of="finding", unit="个")
ESCALATED = Count("escalated", "督察问题通报、约谈、移送追责", on="escalated_on", of="finding", unit="个")
REVIEWS = Count("reviews", "申请督查结论复核", on="requested_on", of="review")
REVIEWS_DECIDED = Count("reviews_decided", "作出督查结论复核决定", on="decided_on", of="review")

# 报告与问题

REPORTS = Count("reports", "应当报送的年度报告", on="planned_on", of="report", unit="份")
REPORTED = Count("reported", "报送年度报告", on="reported_on", of="report", unit="份",
    says=("报送 年度报告|法治政府建设年度报告",))
PUBLISHED = Count("published", "公开年度报告", on="published_on", of="report", unit="份",
    says=("公开 年度报告|法治政府建设年度报告",))
PUBLIC_KINDS = (ReportKind.JOINT, ReportKind.GOVERNMENT, ReportKind.TOWNSHIP, ReportKind.DEPARTMENT,
    ReportKind.PROVINCE)
REPORTS_PUBLIC = Count("reports_public", "应当公开的年度报告", on="planned_on", of="report", unit="份",
    where=Q(kind__in=PUBLIC_KINDS))
PUBLISHED_RATE = Share("published_rate", "年度报告公开率（公开/应当公开）", whole=REPORTS_PUBLIC,
    where=filled("published_on"), of="report")
REPORTED_RATE = Share("reported_rate", "年度报告报送率（报送/应当报送）", whole=REPORTS,
    where=filled("reported_on"), of="report")
REPORTED_ON_TIME = Share("reported_on_time_rate", "年度报告按时报送率（按时报送/应当报送）", whole=REPORTS,
    where=same("reported_on", "report_due_on", "lte"), of="report",
    says=("年度报告按时报送率|年度报告按期报送率",))
PUBLISHED_ON_TIME = Share("published_on_time_rate", "年度报告按时公开率（按时公开/应当公开）",
    whole=REPORTS_PUBLIC, where=same("published_on", "publish_due_on", "lte"), of="report",
    says=("年度报告按时公开率|年度报告按期公开率",))
PROMISES = Count("promises", "报告提出的下一年度承诺", on="promised_on", of="promise", unit="项",
    says=("年度承诺事项",))


def promised(key: str, label: str, where: Q) -> Count:
    """Promises made in the span that stand so; the three classes add up to all."""
    return Count(key, label, on="promised_on", where=where, of="promise", unit="项")


PROMISES_KEPT = promised("promises_kept", "已兑现的承诺", filled("kept_on"))
PROMISES_MISSED = promised("promises_missed", "未兑现的承诺",
    filled("missed_on") & Q(kept_on__isnull=True))
PROMISES_PENDING = promised("promises_pending", "待兑现的承诺",
    Q(kept_on__isnull=True, missed_on__isnull=True))
PROMISE_RATE = Share("promise_rate", "承诺兑现率（已兑现/提出）", whole=PROMISES, where=filled("kept_on"),
    of="promise", says=("年度承诺兑现率|年度承诺事项兑现率",))
CHASES = Count("chases", "发出督办单", on="sent_on", of="chase", unit="份",
    says=("发出|下发|印发 法治督办单|法治政府建设督办单",))
CHASES_OPEN = Stock("chases_open", "未办结的督办", since="sent_on", until="closed_on", of="chase", unit="份")
CHASE_RATE = Share("chase_rate", "督办按期答复率（按期答复/发出）", whole=CHASES,
    where=same("answered_on", "reply_by_on", "lte"), of="chase")
PROBLEMS = Count("problems", "列出的存在问题", on="raised_on", of="problem", unit="个")
PROBLEMS_SOLVED = Count("problems_solved", "解决的存在问题", on="solved_on", of="problem", unit="个")
PROBLEMS_ROLLED = Count("problems_rolled", "滚入下一年度的问题", on="rolled_on", of="problem", unit="个")

# 荣誉：当年新增与年末有效分开


def granted(key: str, label: str, kind: HonourKind, *levels: HonourLevel, unit: str = "个") -> Count:
    """Granted in the span."""
    return Count(key, label, on="granted_on", where=held(kind, *levels), of="honour", unit=unit)


def standing(key: str, label: str, kind: HonourKind, *levels: HonourLevel) -> Stock:
    """Standing at its end."""
    return Stock(key, label, since="granted_on", until="ended_on", where=held(kind, *levels), of="honour",
        unit="个")


def held(kind: HonourKind, *levels: HonourLevel) -> Q:
    """Honours of that kind, of these levels where some are named."""
    return Q(kind=kind, level__in=levels) if levels else Q(kind=kind)


NATION, PROVINCE = HonourLevel.NATION, HonourLevel.PROVINCE
HONOURS = (
    granted("villages_new", "新获评民主法治示范村（社区）", HonourKind.VILLAGE),
    standing("villages", "民主法治示范村（社区）（年末）", HonourKind.VILLAGE),
    standing("villages_nation", "全国民主法治示范村（社区）（年末）", HonourKind.VILLAGE, NATION),
    standing("villages_province", "省级民主法治示范村（社区）（年末）", HonourKind.VILLAGE, PROVINCE),
    granted("units_new", "新获评法治示范单位", HonourKind.UNIT),
    standing("units", "法治示范单位（年末）", HonourKind.UNIT),
    standing("areas", "法治政府建设示范地区（年末）", HonourKind.AREA),
    standing("projects", "法治政府建设示范项目（年末）", HonourKind.PROJECT),
    granted("commendations", "受通报表扬", HonourKind.COMMENDATION, unit="次"),
    granted("practices", "典型经验获推广", HonourKind.PRACTICE, unit="项"),
    granted("cases", "入选典型案例", HonourKind.CASE),
    Count("honours_expired", "期满终止的荣誉", on="ended_on", where=Q(ending=Ending.EXPIRED), of="honour",
        unit="个"),
    Count("honours_revoked", "被撤销的荣誉", on="ended_on", where=Q(ending=Ending.REVOKED), of="honour",
        unit="个"),
)
AREAS_APPLIED = Count("areas_applied", "申报示范创建", on="applied_on", of="model_area", unit="个")
AREAS_NAMED = Count("areas_named", "示范创建获命名", on="named_on", of="model_area", unit="个")

INDICATORS: tuple[Indicator, ...] = (
    TASKS, TASKS_DONE, TASK_RATE, *LIGHTS, TASKS_CARRIED, PROGRAMMES, PROGRAMMES_STANDING, ASPECTS, LETTERS,
    LETTERS_COUNTIES, LETTERS_UNITS, LETTERS_TOWNSHIPS, LETTER_COVERAGE, SUBMISSIONS, SUBMITTED_RATE,
    CAMPAIGNS, CAMPAIGN_FOUND, CAMPAIGN_SOLVED, REWARDS, CRITICISMS, ASSESSED, RANK, INSPECTIONS,
    INSPECTIONS_ABOVE, INSPECTIONS_MIDYEAR, INSPECTIONS_JOINT, FOUND, RECTIFIED, RECTIFICATION_RATE,
    FINDINGS_OPEN, ESCALATED, REVIEWS, REVIEWS_DECIDED, REPORTS, REPORTS_PUBLIC, REPORTED, PUBLISHED,
    REPORTED_RATE,
    PUBLISHED_RATE, REPORTED_ON_TIME, PUBLISHED_ON_TIME, PROBLEMS, PROBLEMS_SOLVED, PROBLEMS_ROLLED, PROMISES,
    PROMISES_KEPT, PROMISES_MISSED, PROMISES_PENDING, PROMISE_RATE, CHASES, CHASES_OPEN, CHASE_RATE,
    *HONOURS, AREAS_APPLIED, AREAS_NAMED,
)

SENTENCES = (
    Sentence("tasks", "重点任务", (
        says(whole("tasks_done", "tasks"), "确定法治重点任务{tasks}项，全部完成。"),
        says(any_of("tasks"), "确定法治重点任务{tasks}项，法治重点任务完成率{task_rate}。"),
    )),
    Sentence("promises", "年度承诺", (
        says(any_of("promises"), "年度承诺事项{promises}项，年度承诺兑现率{promise_rate}。"),
    )),
    Sentence("chases", "督办", (
        says(any_of("chases"), "发出法治督办单{chases}份。"),
    )),
    Sentence("letters", "责任书", (
        says(any_of("letters"), "签订法治政府建设目标责任书{letters}份。"),
    )),
    Sentence("inspections", "督察", (
        says(any_of("problems_found"),
             "组织开展法治督察{inspections}次，督察发现问题{problems_found}个，"
             "督察问题整改完成率{rectification_rate}。"),
        says(any_of("inspections"), "组织开展法治督察{inspections}次。"),
    )),
    Sentence("reports", "年度报告", (
        says(whole("published", "reported"), "报送年度报告{reported}份，均已公开。"),
        says(any_of("reported"), "报送年度报告{reported}份，公开年度报告{published}份。"),
    )),
)
