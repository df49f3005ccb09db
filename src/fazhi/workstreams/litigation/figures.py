"""行政应诉: the figures we count, the sentences we report."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.figures.kinds import Change, Count, Indicator, Median, Share, Stock
from fazhi.workstreams.litigation import conditions as c
from fazhi.workstreams.litigation.models.choices import (
    DefendantLevel,
    Field,
    Instance,
    LossCause,
    Outcome,
    PlaintiffKind,
    Role,
)

# fmt: off

# 收案与结案：几个机关共同被诉的，计在作出行政行为（列名在先）的机关一件

FILED = Count("filed", "一审行政诉讼案件", on="filed_on", where=c.FILED_FIRST,
    note="按立案日期；本机关是被告的一审案件，共同被告案件计在作出原行政行为的机关。",
    says=("行政诉讼案件|行政应诉案件|一审行政诉讼案件|一审行政应诉案件|发生行政诉讼案件|行政诉讼",
          "发生|办理|新收 行政诉讼案件|行政应诉案件"))
RECEIVED = Count("received", "收到行政诉讼案件（各审级，含第三人）", on="served_on",
    note="按收到起诉状、上诉状副本的日期。")
CONCLUDED = Count("concluded", "一审审结行政诉讼案件", on="concluded_on", where=c.FILED_FIRST,
    says=("审结|法院审结|已审结 &行政诉讼|行政应诉", "审结 行政诉讼案件|行政应诉案件"))
CONCLUDED_ALL = Count("concluded_all", "审结行政诉讼案件（各审级）", on="concluded_on",
    where=c.AS_DEFENDANT)
PENDING = Stock("pending", "未审结的一审行政诉讼案件", since="filed_on", until="concluded_on",
    where=c.FILED_FIRST, says=("未审结行政诉讼案件",))
CARRIED_OVER = Stock("carried_over", "上年结转的一审行政诉讼案件", since="filed_on", until="concluded_on",
    where=c.FILED_FIRST, opening=True, says=("上年结转行政诉讼案件",))
FILED_CHANGE = Change("filed_change", "一审行政诉讼案件同比", base=FILED,
    says=("行政诉讼案件同比", "行政应诉案件同比"))
MEDIAN_DAYS = Median("median_days", "一审审结用时（自立案）", start="filed_on", end="concluded_on",
    on="concluded_on", where=c.FILED_FIRST)
SECOND_FILED = Count("filed_second", "二审行政诉讼案件", on="filed_on", where=c.AS_DEFENDANT & c.SECOND,
    says=("二审行政诉讼案件",))
RETRIAL_FILED = Count("filed_retrial", "再审行政诉讼案件", on="filed_on",
    where=c.AS_DEFENDANT & Q(instance=Instance.RETRIAL), says=("再审行政诉讼案件",))
JOINT_RECONSIDERING = Count("joint_reconsidering", "复议机关作共同被告的一审案件", on="filed_on",
    where=c.FIRST & Q(role=Role.JOINT_RECONSIDERING), says=("复议机关作共同被告", "复议机关为共同被告"))
THIRD_PARTY = Count("third_party", "作为第三人参加的一审案件", on="filed_on",
    where=c.FIRST & Q(role=Role.THIRD_PARTY))
RECONSIDERED = Count("filed_reconsidered", "经复议的一审行政诉讼案件", on="filed_on",
    where=c.FILED_FIRST & (c.RECONSIDERED | c.RECONSIDERED_IN_SILENCE), says=("经复议行政诉讼案件",))

# 被告层级：各类互斥，相加等于一审行政诉讼案件

LEVEL_SAYS: dict[DefendantLevel, tuple[str, ...]] = {
    DefendantLevel.CITY_GOVERNMENT: ("市政府为被告|市人民政府为被告|市政府作为被告|市本级政府为被告",),
    DefendantLevel.CITY_DEPARTMENT: (
        "市级政府部门为被告|市级部门为被告|市直部门为被告|市政府部门为被告|市直单位为被告",),
    DefendantLevel.COUNTY_GOVERNMENT: (
        "县级政府为被告|县政府为被告|区政府为被告|县市区政府为被告|县级人民政府为被告",),
    DefendantLevel.COUNTY_DEPARTMENT: (
        "县级政府部门为被告|县级部门为被告|县直部门为被告|区级部门为被告|县政府部门为被告",),
    DefendantLevel.TOWNSHIP_GOVERNMENT: ("乡镇政府为被告|乡级政府为被告|乡镇人民政府为被告|乡镇街道为被告",),
    DefendantLevel.PROVINCE_GOVERNMENT: ("省政府为被告|省人民政府为被告",),
    DefendantLevel.PROVINCE_DEPARTMENT: ("省级部门为被告|省直部门为被告|省政府部门为被告",),
}
BY_LEVEL = tuple(
    Count(f"filed_{level}", f"一审行政诉讼案件（{level.label}）", on="filed_on",
        where=c.FILED_FIRST & Q(defendant_level=level), says=LEVEL_SAYS.get(level, ()))
    for level in DefendantLevel
)
NAMED_BY_A_CITY = (DefendantLevel.CITY_GOVERNMENT, DefendantLevel.COUNTY_GOVERNMENT,
                   DefendantLevel.CITY_DEPARTMENT)
FILED_REST = Count("filed_rest", "一审行政诉讼案件（市政府、县级政府、市级部门以外）", on="filed_on",
    where=c.FILED_FIRST & Q(defendant_level__in=sorted(set(DefendantLevel) - set(NAMED_BY_A_CITY))),
    note="与市政府、县级政府、市级部门三类相加等于一审行政诉讼案件。",
    says=("其他被告", "其他 &为被告", "其他 &被告"))

# 结果：各类互斥，相加等于一审审结

BY_OUTCOME = tuple(
    Count(f"ended_{outcome}", f"一审结果：{outcome.label}", on="concluded_on",
        where=c.FILED_FIRST & Q(outcome=outcome))
    for outcome in Outcome
)
JUDGED = Count("judged", "一审以胜败裁判审结的行政诉讼案件", on="concluded_on",
    where=c.FILED_FIRST & Q(outcome__in=(*c.LOSING, *c.WINNING)),
    note="不含撤诉、调解、移送、终结。")
LOST = Count("lost", "一审败诉行政诉讼案件", on="concluded_on", where=c.FILED_FIRST & c.LOST,
    note="撤销、变更、确认违法或者无效、判决履行、给付、赔偿、补偿、承担协议责任。",
    says=("败诉 !率", "败诉 行政诉讼案件|案件", "被判败诉", "行政机关败诉 !率"))
LOSS_RATE = Share("loss_rate", "败诉率（一审败诉/一审审结，含撤诉、调解）", whole=CONCLUDED, where=c.LOST,
    says=("败诉率|行政诉讼败诉率|行政应诉败诉率|行政机关败诉率|一审败诉率",))
LOSS_RATE_JUDGED = Share("loss_rate_judged", "败诉率（一审败诉/一审胜败裁判，不含撤诉、调解）", whole=JUDGED,
    where=c.LOST, says=("不含撤诉败诉率",))
WON = Count("won", "一审胜诉行政诉讼案件", on="concluded_on",
    where=c.FILED_FIRST & Q(outcome__in=c.WINNING), says=("行政机关胜诉", "胜诉案件"))
WITHDRAWN = Count("withdrawn", "一审撤诉行政诉讼案件", on="concluded_on",
    where=c.FILED_FIRST & Q(outcome__in=c.WITHDRAWN), says=("原告撤诉", "撤诉行政诉讼案件", "撤诉案件"))
MEDIATED = Count("mediated", "一审调解行政诉讼案件", on="concluded_on",
    where=c.FILED_FIRST & Q(outcome=Outcome.MEDIATED), says=("调解行政诉讼案件",))
AMICABLE_RATE = Share("amicable_rate", "调撤率（一审调解、撤诉/一审审结）", whole=CONCLUDED,
    where=Q(outcome__in=(*c.WITHDRAWN, Outcome.MEDIATED)),
    says=("行政诉讼案件调撤率", "行政案件调撤率", "行政诉讼调撤率"))
SELF_CORRECTED = Count("self_corrected", "诉讼中自行改变行政行为的案件", on="self_corrected_on",
    where=c.AS_DEFENDANT, says=("自行纠正行政行为",))
PRESUIT = Count("presuit", "诉前调解行政争议", on="invited_on", says=("诉前调解行政争议",))
RESOLVED = Count("resolved", "诉前化解行政争议", on="resolved_on",
    says=("诉前化解行政争议", "诉前化解行政案件", "诉前化解行政诉讼案件"))
RESOLVED_RATE = Share("resolved_rate", "诉前化解率（诉前化解/诉前调解）", whole=PRESUIT,
    where=filled("resolved_on"), says=("行政争议诉前化解率", "诉前化解率"))

# 出庭：两种分母都存，报告写明用哪一种；同一审级多次开庭计一件，各审级分别计

HEARD = Count("heard", "开庭审理的行政诉讼案件（各审级）", on="heard_on", where=c.AS_DEFENDANT,
    says=("开庭审理行政诉讼案件", "开庭审理行政案件"))
HEADS_ATTENDED = Count("heads_attended", "负责人出庭应诉的案件", on="heard_on",
    where=c.AS_DEFENDANT & c.HEAD_IN_COURT,
    says=("行政机关负责人出庭应诉", "负责人出庭应诉", "负责人出庭"))
HEAD_ATTENDANCE_RATE = Share("head_attendance_rate", "负责人出庭应诉率（负责人出庭/开庭审理）", whole=HEARD,
    where=c.HEAD_IN_COURT,
    says=("行政机关负责人出庭应诉率|负责人出庭应诉率|行政机关负责人出庭率|负责人出庭率|出庭应诉率",))
CALLED = Count("heads_called", "法院通知负责人出庭的案件", on="heard_on",
    where=c.AS_DEFENDANT & c.CALLED_TO_COURT, says=("通知负责人出庭", "负责人应出庭"))
HEAD_CALLED_RATE = Share("head_called_rate", "负责人应出庭案件出庭率（应通知出庭/法院通知出庭）",
    whole=CALLED, where=c.HEAD_IN_COURT_WHEN_CALLED, says=("应出庭案件出庭率", "应出庭案件负责人出庭率"))
CHIEFS_ATTENDED = Count("chiefs_attended", "正职负责人出庭应诉的案件", on="heard_on",
    where=c.AS_DEFENDANT & c.CHIEF_IN_COURT,
    says=("正职负责人出庭应诉", "主要负责人出庭应诉", "正职出庭", "主要负责人出庭"))
CHIEF_RATE = Share("chief_rate", "正职出庭率（正职出庭/负责人出庭）", whole=HEADS_ATTENDED,
    where=c.CHIEF_IN_COURT, says=("正职负责人出庭率", "正职出庭率", "主要负责人出庭率"))
SPOKE_RATE = Share("spoke_rate", "出庭又出声率（负责人发言/负责人出庭）", whole=HEADS_ATTENDED,
    where=c.HEAD_SPOKE, says=("出庭又出声率", "出庭出声率", "负责人出庭发声率"))
ABSENT_UNACCEPTED = Count("absent_unaccepted", "法院通知而无正当理由未出庭的案件", on="heard_on",
    where=c.AS_DEFENDANT & c.ABSENCE_UNACCEPTED)

# 生效、履行与败诉纠错

EFFECTIVE = Count("effective", "生效行政裁判", on="effective_on", where=c.AS_DEFENDANT,
    says=("生效行政裁判",))
PERFORMANCE_DUE = Count("performance_due", "有履行内容的生效裁判", on="effective_on", where=c.TO_PERFORM)
PERFORMANCE_RATE = Share("performance_rate", "生效裁判履行率（按期履行/有履行内容）", whole=PERFORMANCE_DUE,
    where=c.PERFORMED_IN_TIME,
    says=("生效裁判履行率", "行政机关生效裁判履行率", "法院生效裁判履行率", "裁判履行率"))
COERCED = Count("coerced", "法院对行政机关采取执行措施的案件", on="coerced_on")
LOST_EFFECTIVE = Count("lost_effective", "生效裁判败诉的案件", on="effective_on",
    where=c.AS_DEFENDANT & c.LOST, says=("生效裁判败诉案件",))
REVIEWED_RATE = Share("reviewed_rate", "败诉案件分析率（已分析/生效败诉）", whole=LOST_EFFECTIVE,
    where=c.REVIEWED)
LOSS_REPORTED_RATE = Share("loss_reported_rate", "败诉案件按期报告率（地方规定）", whole=LOST_EFFECTIVE,
    where=c.REPORTED_IN_TIME, says=("败诉案件报告率",))
RECTIFIED = Count("rectified", "整改完成的败诉案件", on="rectified_on", where=c.AS_DEFENDANT,
    says=("整改败诉案件", "完成败诉案件整改"))
RECTIFIED_RATE = Share("rectified_rate", "败诉案件整改率（已整改/生效败诉）", whole=LOST_EFFECTIVE,
    where=filled("rectified_on"), says=("败诉案件整改率", "败诉案件纠错率"))
BY_CAUSE = tuple(
    Count(f"lost_{cause}", f"生效败诉原因：{cause.label}", on="effective_on",
        where=c.AS_DEFENDANT & c.LOST & Q(loss_cause=cause))
    for cause in LossCause
)
RETRIED = Count("retried", "生效后进入再审的案件", on="retried_on")
APPEALED_RATE = Share("appealed_rate", "上诉率（上诉/一审审结）", whole=CONCLUDED,
    where=filled("appealed_on"), says=("行政诉讼上诉率",))

# 涉企、领域、公益诉讼

ENTERPRISE = Count("filed_enterprise", "涉企一审行政诉讼案件", on="filed_on",
    where=c.FILED_FIRST & Q(enterprise=c.YES), says=("涉企行政诉讼案件", "涉企行政应诉案件"))
PUBLIC_INTEREST = Count("filed_public_interest", "检察机关提起的行政公益诉讼", on="filed_on",
    where=c.FILED_FIRST & Q(plaintiff_kind=PlaintiffKind.PROCURATORATE), says=("行政公益诉讼案件",))
BY_FIELD = tuple(
    Count(f"filed_in_{field}", f"一审行政诉讼案件（{field.label}）", on="filed_on",
        where=c.FILED_FIRST & Q(field=field))
    for field in Field
)

LAWSUIT_INDICATORS: tuple[Indicator, ...] = (
    FILED, RECEIVED, CONCLUDED, CONCLUDED_ALL, PENDING, CARRIED_OVER, FILED_CHANGE, MEDIAN_DAYS,
    SECOND_FILED, RETRIAL_FILED, JOINT_RECONSIDERING, THIRD_PARTY, RECONSIDERED, *BY_LEVEL, FILED_REST,
    *BY_OUTCOME, JUDGED, LOST, LOSS_RATE, LOSS_RATE_JUDGED, WON, WITHDRAWN, MEDIATED, AMICABLE_RATE,
    SELF_CORRECTED, PRESUIT, RESOLVED, RESOLVED_RATE, HEARD, HEADS_ATTENDED, HEAD_ATTENDANCE_RATE, CALLED,
    HEAD_CALLED_RATE, CHIEFS_ATTENDED, CHIEF_RATE, SPOKE_RATE, ABSENT_UNACCEPTED, EFFECTIVE,
    PERFORMANCE_DUE, PERFORMANCE_RATE, COERCED, LOST_EFFECTIVE, REVIEWED_RATE, LOSS_REPORTED_RATE,
    RECTIFIED, RECTIFIED_RATE, *BY_CAUSE, RETRIED, APPEALED_RATE, ENTERPRISE, PUBLIC_INTEREST, *BY_FIELD,
)
