"""行政应诉: the figures of suggestions, meetings, warnings, compensation and enforcement; the courts' own."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.figures.kinds import Count, Declared, Indicator, Share, Sum
from fazhi.workstreams.litigation import suggestions as s
from fazhi.workstreams.litigation.models.claims import CompensationResult, Ruling
from fazhi.workstreams.litigation.models.registers import MeetingKind, SuggestionKind, WarningKind

# fmt: off

# 司法建议、检察建议

SUGGESTIONS = Count("suggestions", "收到司法建议、检察建议", on="received_on", of="suggestion", unit="份",
    says=("收到司法建议、检察建议", "收到司法建议和检察建议", "收到司法建议书、检察建议书", "收到建议书"))
FROM_COURT = Count("suggestions_judicial", "收到司法建议", on="received_on", of="suggestion", unit="份",
    where=s.COURT, says=("司法建议|收到司法建议|司法建议书", ">司法建议"))
FROM_PROCURATORATE = Count("suggestions_procuratorial", "收到检察建议", on="received_on", of="suggestion",
    unit="份", where=s.PROCURATORATE, says=("检察建议|收到检察建议|检察建议书", ">检察建议"))
BY_KIND = tuple(
    Count(f"suggestions_{kind}", f"收到{kind.label}", on="received_on", of="suggestion", unit="份",
        where=Q(kind=kind), says=("收到公益诉讼检察建议",) if kind is SuggestionKind.PUBLIC_INTEREST else ())
    for kind in SuggestionKind
)
REPLIED = Count("suggestions_replied", "书面回复司法建议、检察建议", on="replied_on", of="suggestion",
    unit="份", says=("回复司法建议、检察建议",))
REPLY_RATE = Share("reply_rate", "建议按期回复率（按期回复/收到）", whole=SUGGESTIONS, of="suggestion",
    where=s.REPLIED_IN_TIME, says=("司法建议、检察建议按期回复率", "建议按期回复率", "建议回复率"))
JUDICIAL_REPLY_RATE = Share("judicial_reply_rate", "司法建议按期回复率（按期回复/收到）", whole=FROM_COURT,
    of="suggestion", where=s.REPLIED_IN_TIME, says=("司法建议按期回复率", "司法建议回复率"))
PROCURATORIAL_REPLY_RATE = Share("procuratorial_reply_rate", "检察建议按期回复率（按期回复/收到）",
    whole=FROM_PROCURATORATE, of="suggestion", where=s.REPLIED_IN_TIME,
    says=("检察建议按期回复率", "检察建议回复率"))
ADOPTION_RATE = Share("adoption_rate", "建议采纳率（采纳、部分采纳/收到）", whole=SUGGESTIONS,
    of="suggestion", where=s.ADOPTED, says=("司法建议、检察建议采纳率", "建议采纳率"))
ADOPTED = Count("suggestions_adopted", "采纳的司法建议、检察建议", on="received_on", of="suggestion",
    unit="份", where=s.ADOPTED)
RECTIFIED = Share("public_interest_rectified_rate", "公益诉讼检察建议整改率（整改到位/收到）",
    whole=next(one for one in BY_KIND if one.key == "suggestions_public_interest"), of="suggestion",
    where=s.RECTIFIED, says=("公益诉讼检察建议整改率", "检察建议整改率"))

# 旁听、会议、预警

OBSERVATIONS = Count("observations", "组织旁听庭审", on="held_on", of="observation", unit="次",
    says=("组织旁听庭审", "开展旁听庭审"))
OBSERVERS = Sum("observers", "旁听庭审人次", "observers", on="held_on", of="observation", unit="人次",
    says=("旁听庭审", "参加旁听庭审"))
HEADS_OBSERVING = Sum("heads_observing", "旁听庭审的负责人", "heads", on="held_on", of="observation",
    unit="人次", says=("负责人旁听庭审", "主要负责人旁听庭审"))
CASES_OBSERVED = Sum("cases_observed", "旁听的行政案件", "cases", on="held_on", of="observation",
    says=("旁听行政案件", "旁听|旁听了 >行政案件"))
MEETINGS = Count("meetings", "政府与法院的会议", on="held_on", of="meeting", unit="次")
JOINT_MEETINGS = Count("joint_meetings", "府院联席会议", on="held_on", of="meeting", unit="次",
    where=Q(kind=MeetingKind.JOINT), says=("府院联席会议|府院联席会|召开府院联席会议",))
SEMINARS = Count("seminars", "行政应诉座谈会", on="held_on", of="meeting", unit="次",
    where=Q(kind=MeetingKind.SEMINAR), says=("召开行政应诉座谈会", "召开行政应诉工作座谈会"))
BRIEFINGS = Count("briefings", "行政审判工作通报会", on="held_on", of="meeting", unit="次",
    where=Q(kind=MeetingKind.BRIEFING))
WARNED = Count("warned", "败诉预警、约谈、通报", on="issued_on", of="warning", unit="次")
WARNINGS = Count("warnings", "发出败诉预警", on="issued_on", of="warning", unit="次",
    where=Q(kind=WarningKind.WARNING), says=("发出败诉预警",))
TALKS = Count("talks", "因败诉约谈", on="issued_on", of="warning", unit="次",
    where=Q(kind=WarningKind.TALK), says=("因败诉约谈",))
CIRCULARS = Count("circulars", "通报败诉案件", on="issued_on", of="warning", unit="次",
    where=Q(kind=WarningKind.CIRCULAR), says=("通报败诉案件",))
WARNING_CORRECTED_RATE = Share("warning_corrected_rate", "预警、约谈、通报整改率（已整改/发出）",
    whole=WARNED, of="warning", where=filled("corrected_on"))

# 国家赔偿与非诉执行

CLAIMS = Count("compensation_claims", "收到国家赔偿申请", on="received_on", of="compensation",
    says=("收到国家赔偿申请", "国家赔偿案件"))
GRANTED = Count("compensation_granted", "决定国家赔偿", on="decided_on", of="compensation",
    where=Q(result=CompensationResult.GRANTED), says=("决定国家赔偿",))
COMPENSATION_PAID = Sum("compensation_paid", "支付国家赔偿金额", "amount", on="paid_on", of="compensation",
    unit="元", scale=100, says=("支付国家赔偿金|支付国家赔偿",))
APPLIED = Count("enforcement_applied", "申请法院强制执行", on="applied_on", of="enforcement",
    says=("申请法院强制执行", "申请人民法院强制执行", "非诉执行案件"))
ALLOWED = Count("enforcement_allowed", "裁定准予强制执行", on="ruled_on", of="enforcement",
    where=Q(ruling=Ruling.ALLOWED), says=("裁定准予强制执行",))
ALLOWED_RATE = Share("enforcement_allowed_rate", "非诉执行准予率（准予/申请）", whole=APPLIED,
    of="enforcement", where=Q(ruling=Ruling.ALLOWED), says=("非诉执行准予率",))

# 法院的数：取自法院，写明来源与截至日期

COURT = "人民法院"
ENTERPRISE_ACCEPTED = Declared("court_enterprise_cases", "法院受理涉企案件", owner=COURT,
    says=("受理涉企案件", "法院受理涉企案件"))
ENFORCED_AMOUNT = Declared("court_enforced_amount", "法院执行到位标的款", owner=COURT, unit="元",
    says=("执行到位标的款", "执行到位金额"))
DETAINED = Declared("court_debtors_detained", "法院司法拘留被执行人", owner=COURT, unit="人",
    says=("司法拘留被执行人", "司法拘留"))
RESTRICTED = Declared("court_consumption_orders", "法院发布限制高消费令", owner=COURT, unit="人次",
    says=("发布限制高消费令", "限制高消费令", "限制高消费"))
FILED_ONLINE = Declared("court_filed_online", "法院网上立案", owner=COURT, says=("网上立案",))
FILED_ACROSS = Declared("court_filed_across", "法院跨域立案", owner=COURT, says=("跨域立案",))

BESIDE_INDICATORS: tuple[Indicator, ...] = (
    SUGGESTIONS, FROM_COURT, FROM_PROCURATORATE, *BY_KIND, REPLIED, REPLY_RATE, JUDICIAL_REPLY_RATE,
    PROCURATORIAL_REPLY_RATE, ADOPTION_RATE, ADOPTED, RECTIFIED, OBSERVATIONS, OBSERVERS, HEADS_OBSERVING,
    CASES_OBSERVED, MEETINGS, JOINT_MEETINGS, SEMINARS, BRIEFINGS, WARNED, WARNINGS, TALKS, CIRCULARS,
    WARNING_CORRECTED_RATE, CLAIMS, GRANTED, COMPENSATION_PAID, APPLIED, ALLOWED, ALLOWED_RATE,
    ENTERPRISE_ACCEPTED, ENFORCED_AMOUNT, DETAINED, RESTRICTED, FILED_ONLINE, FILED_ACROSS,
)
