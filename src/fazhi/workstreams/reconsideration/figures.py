"""行政复议: the figures we count, the sentences we report."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled
from fazhi.engine.figures.kinds import Change, Count, Indicator, Median, Ratio, Share, Stock, Sum
from fazhi.engine.figures.sentence import ALWAYS_SAID, Sentence, any_of, says, whole
from fazhi.workstreams.reconsideration import conditions as c
from fazhi.workstreams.reconsideration.models.choices import (
    Adoption,
    Channel,
    Field,
    Judgment,
    Outcome,
    SuspensionGround,
    TerminationGround,
)

# fmt: off

# 收案与结案

RECEIVED = Count("received", "收到行政复议申请", on="received_on",
    says=("收到|接收|收 行政复议申请|复议申请",))
ACCEPTED = Count("accepted", "受理行政复议案件", on="accepted_on",
    says=("受理|新收 行政复议案件|复议案件|行政复议申请 !人均", "受理 &复议 !法院"))
REFUSED = Count("refused", "不予受理行政复议申请", on="refused_on", says=("不予受理 &复议",))
ABANDONED = Count("abandoned", "逾期不补正视为放弃行政复议申请", on="abandoned_on")
FORWARDED = Count("forwarded", "转送行政复议申请", on="forwarded_on")
REDIRECTED = Count("redirected", "告知向有关机关申请行政复议", on="redirected_on")
DROPPED = Count("dropped", "受理前撤回行政复议申请", on="dropped_on")
DEEMED = Count("deemed_accepted", "视为受理行政复议案件", on="accepted_on", where=c.DEEMED_ACCEPTED)
CARRIED_OVER = Stock("carried_over", "上年结转行政复议案件", since="accepted_on", until="closed_on",
    opening=True, says=("上年结转|结转 行政复议案件|复议案件", "上年结转 &复议"))
OPEN = Stock("open", "在办行政复议案件", since="accepted_on", until="closed_on",
    says=("正在办理|在办 行政复议案件|复议案件",))
CLOSED = Count("closed", "审结行政复议案件", on="closed_on",
    says=("审结|办结 行政复议案件|复议案件", "审结|办结 &复议 !法院"))
CLOSING_RATE = Ratio("closing_rate", "结案率（当年审结/当年受理，审结含上年结转）", over=CLOSED,
    under=ACCEPTED, says=("行政复议结案率|行政复议案件结案率", "结案率|审结率 &复议"))
ON_TIME_RATE = Share("on_time_rate", "按期办结率（法定审理期限内审结/审结）", whole=CLOSED, where=c.IN_TIME,
    says=("行政复议按期办结率|行政复议按期结案率", "按期办结率|按期结案率 &复议"))
MEDIAN_DAYS = Median("median_days", "审结行政复议案件用时（自受理）", start="accepted_on", end="closed_on",
    on="closed_on")
EXTENDED = Count("extended", "延长审理期限的行政复议案件", on="extended_on")
SUSPENDED = Count("suspended", "中止审理的行政复议案件", on="suspended_on")
ACCEPTED_CHANGE = Change("accepted_change", "受理行政复议案件同比", base=ACCEPTED,
    says=("行政复议案件 同比|同比增长|同比上升|同比下降",))

# 结果：各类互斥，相加等于审结

def ended(key: str, label: str, outcome: Outcome, *says: str) -> Count:
    """Cases that ended so."""
    return Count(key, label, on="closed_on", where=Q(outcome=outcome), says=says)


UPHELD = ended("upheld", "维持行政行为", Outcome.UPHELD, "维持 &复议")
CHANGED = ended("changed", "变更行政行为", Outcome.CHANGED, "变更 &复议")
ANNULLED = ended("annulled", "撤销或者部分撤销行政行为", Outcome.ANNULLED, "撤销|撤销或者部分撤销 &复议")
DECLARED_ILLEGAL = ended("declared_illegal", "确认行政行为违法", Outcome.ILLEGAL, "确认违法 &复议")
DECLARED_VOID = ended("declared_void", "确认行政行为无效", Outcome.VOID, "确认无效 &复议")
PERFORMANCE_ORDERED = ended("performance_ordered", "责令履行", Outcome.PERFORMANCE, "责令履行 &复议")
CLAIM_REJECTED = ended("claim_rejected", "驳回行政复议请求", Outcome.CLAIM_REJECTED,
    "驳回请求|驳回复议请求 &复议")
APPLICATION_REJECTED = ended("application_rejected", "驳回行政复议申请", Outcome.APPLICATION_REJECTED,
    "驳回申请|驳回复议申请 &复议")
AGREEMENT_DECIDED = ended("agreement_decided", "决定承担行政协议责任", Outcome.AGREEMENT)
MEDIATED = ended("mediated", "制作行政复议调解书结案", Outcome.MEDIATED, "调解结案 &复议")
TERMINATED = ended("terminated", "终止行政复议", Outcome.TERMINATED, "终止 &复议")
OUTCOME_UNKNOWN = ended("outcome_unknown", "审结而未登记结果", Outcome.UNDECIDED)
OUTCOMES = (
    UPHELD, CHANGED, ANNULLED, DECLARED_ILLEGAL, DECLARED_VOID, PERFORMANCE_ORDERED, CLAIM_REJECTED,
    APPLICATION_REJECTED, AGREEMENT_DECIDED, MEDIATED, TERMINATED, OUTCOME_UNKNOWN,
)
DECIDED = Count("decided", "以决定审结行政复议案件", on="closed_on", where=c.BY_DECISION,
    says=("作出 行政复议决定|复议决定",))
CORRECTED = Count("corrected", "直接纠错行政复议案件", on="closed_on", where=Q(outcome__in=c.CORRECTING),
    note="变更、撤销、确认违法、确认无效、责令履行、决定承担行政协议责任。",
    says=("直接纠错|纠错 行政复议案件|复议案件", "直接纠错 &复议"))
CORRECTION_RATE = Share("correction_rate", "直接纠错率（以决定纠错/审结）", whole=CLOSED,
    where=Q(outcome__in=c.CORRECTING),
    says=("行政复议纠错率|行政复议直接纠错率|行政复议案件纠错率", "纠错率|直接纠错率 &复议"))
SETTLED = Count("settled", "和解后终止行政复议案件", on="closed_on", where=c.SETTLED,
    says=("和解后终止 &复议",))
WITHDRAWN = Count("withdrawn", "撤回申请终止行政复议案件", on="closed_on",
    where=c.TERMINATED & Q(termination_ground=TerminationGround.WITHDRAWN))
AGREED = Count("agreed", "调解、和解结案的行政复议案件", on="closed_on", where=c.MEDIATED | c.SETTLED,
    says=("调解和解|调解、和解 行政复议案件|复议案件", "调解和解|调解、和解 &复议"))
MEDIATION_RATE = Share("mediation_rate", "调解和解率（调解结案与和解终止/审结）", whole=CLOSED,
    where=c.MEDIATED | c.SETTLED, says=("行政复议调解和解率|行政复议案件调解和解率", "调解和解率 &复议"))
DAMAGES_PAID = Sum("damages_paid", "决定行政赔偿金额", "damages_amount", on="closed_on", unit="元", scale=100)

# 审理方式

SIMPLE = Count("simple", "适用简易程序审理的行政复议案件", on="accepted_on", where=c.SIMPLE)
ORDINARY_DECIDED = Count("ordinary_decided", "以决定审结的普通程序案件", on="closed_on",
    where=c.NOT_SIMPLE & c.BY_DECISION)
OPINIONS_HEARD_RATE = Share("opinions_heard_rate", "听取意见率（听取意见/以决定审结的普通程序案件）",
    whole=ORDINARY_DECIDED, where=filled("opinions_on"), says=("行政复议听取意见率", "听取意见率 &复议"))
HEARINGS = Count("hearings", "行政复议听证", on="heard_on",
    says=("举行|召开|组织 行政复议听证|复议听证|行政复议听证会", "听证审理 行政复议案件|复议案件"))
PUBLIC_HEARINGS = Count("public_hearings", "行政复议公开听证", on="heard_on", where=c.HEARD_IN_PUBLIC,
    says=("公开听证审理|公开听证 行政复议案件|复议案件",))
HEADS_ATTENDING_RATE = Share("heads_attending_rate", "被申请人负责人参加听证率", whole=HEARINGS,
    where=c.HEAD_ATTENDED, says=("参加行政复议听证率|参加复议听证率",))
COMMITTEE_ASKED = Count("committee_asked", "提请行政复议委员会咨询的案件", on="committee_asked_on")
COMMITTEE_ADVISED = Count("committee_advised", "行政复议委员会提出咨询意见", on="committee_advised_on")
COMMITTEE_ADOPTED_RATE = Share("committee_adopted_rate", "行政复议委员会意见采纳率", whole=COMMITTEE_ADVISED,
    where=Q(committee_adopted__in=(Adoption.ADOPTED, Adoption.PARTLY)))
REVIEWS = Count("norm_reviews", "附带审查规范性文件", on="raised_on", of="norm_review")
REVIEW_SUSPENDED = Count("suspended_for_review", "因附带审查中止的行政复议案件", on="suspended_on",
    where=c.suspended_for((SuspensionGround.NORM_REVIEW,)))

# 渠道、领域、涉企、管辖

ONLINE = Count("received_online", "网上收到行政复议申请", on="received_on", where=Q(channel=Channel.ONLINE),
    says=("网上收到|网上接收 行政复议申请|复议申请",))
ONLINE_RATE = Share("online_rate", "网上申请率", whole=RECEIVED, where=Q(channel=Channel.ONLINE))
ENTERPRISE = Count("accepted_enterprise", "受理涉企行政复议案件", on="accepted_on", where=Q(enterprise=c.YES),
    says=("受理 涉企行政复议案件|涉企复议案件",))
ENTERPRISE_CLOSED = Count("closed_enterprise", "审结涉企行政复议案件", on="closed_on",
    where=Q(enterprise=c.YES), says=("审结|办结 涉企行政复议案件|涉企复议案件",))
BY_FIELD = tuple(
    Count(f"accepted_{field}", f"受理行政复议案件（{field.label}）", on="accepted_on", where=Q(field=field))
    for field in Field
)
# 体制改革前后的数分开列，才能比较。
CENTRALISED = Count("accepted_centralised", "受理行政复议案件（集中管辖）", on="accepted_on",
    where=Q(centralised=c.YES), note="实行由县级以上人民政府集中管辖以后受理的案件。")
NOT_CENTRALISED = Count("accepted_not_centralised", "受理行政复议案件（部门管辖）", on="accepted_on",
    where=Q(centralised=c.NO))
CENTRALISED_UNKNOWN = Count("accepted_centralised_unknown", "受理行政复议案件（未登记管辖）",
    on="accepted_on", where=Q(centralised=Answer.UNKNOWN))
APPLICANTS = Sum("applicants", "行政复议申请人", "applicant_count", on="accepted_on", unit="人次")

# 结案以后

SUED_AFTER_RATE = Share("sued_after_rate", "复议后起诉率（起诉/以决定审结）", whole=DECIDED, where=c.SUED,
    says=("复议后起诉率",))
JUDGED = Count("judged_after", "复议后起诉并已裁判的案件", on="judged_on",
    where=Q(judgment__in=(Judgment.WON, Judgment.LOST, Judgment.ENDED)))
LOST_AFTER_RATE = Share("lost_after_rate", "复议后败诉率（败诉/已裁判）", whole=JUDGED,
    where=Q(judgment=Judgment.LOST), says=("复议后败诉率",))
PUBLISHED = Count("published", "公开行政复议决定书", on="published_on", unit="份",
    says=("公开 行政复议决定书|复议决定书",))
URGED = Count("urged", "责令限期履行行政复议决定", on="urged_on")
LETTERS = Count("letters", "制发行政复议意见书", on="issued_on", of="opinion_letter", unit="份",
    says=("制发|发出|下发 行政复议意见书|复议意见书",))
LETTERS_REPORTED = Count("letters_reported", "报送行政复议意见书办理情况", on="reported_on",
    of="opinion_letter", unit="份")
LETTER_REPORT_RATE = Share("letter_report_rate", "行政复议意见书反馈率（已报送/制发）", whole=LETTERS,
    where=filled("reported_on"), of="opinion_letter", says=("行政复议意见书反馈率|复议意见书反馈率",))

# 制度与队伍

RULES_MADE = Count("rules_made", "制定完善行政复议制度", on="issued_on", of="rule", unit="项",
    says=("制定|完善|制定完善|建立 行政复议制度|复议制度", ">制度 @复议|行政复议"))
SUPERVISORS = Stock("supervisors", "行政复议特邀监督员", since="since_on", until="ended_on", of="supervisor",
    unit="名", says=("行政复议特邀监督员|复议特邀监督员",))
MEMBERS = Stock("committee_members", "行政复议委员会委员", since="since_on", until="ended_on",
    of="committee_member", unit="名", says=("行政复议委员会委员|复议委员会委员",))
STAFF = Stock("staff", "行政复议工作人员", since="since_on", until="ended_on", of="staff", unit="人",
    says=("行政复议工作人员|复议工作人员|行政复议人员",))
QUALIFIED_STAFF = Stock("qualified_staff", "具有法律职业资格的行政复议工作人员", since="since_on",
    until="ended_on", of="staff", unit="人", where=Q(qualified=c.YES))
CASES_PER_STAFF = Ratio("cases_per_staff", "人均受理行政复议案件（当年受理/年末人数）", over=ACCEPTED,
    under=STAFF, unit="件", says=("人均受理|人均办理 行政复议案件|复议案件",))

INDICATORS: tuple[Indicator, ...] = (
    RECEIVED, ACCEPTED, REFUSED, ABANDONED, FORWARDED, REDIRECTED, DROPPED, DEEMED, CARRIED_OVER, OPEN,
    CLOSED, CLOSING_RATE, ON_TIME_RATE, MEDIAN_DAYS, EXTENDED, SUSPENDED, ACCEPTED_CHANGE, *OUTCOMES,
    DECIDED, CORRECTED, CORRECTION_RATE, SETTLED, WITHDRAWN, AGREED, MEDIATION_RATE, DAMAGES_PAID, SIMPLE,
    ORDINARY_DECIDED, OPINIONS_HEARD_RATE, HEARINGS, PUBLIC_HEARINGS, HEADS_ATTENDING_RATE,
    COMMITTEE_ASKED, COMMITTEE_ADVISED, COMMITTEE_ADOPTED_RATE, REVIEWS, REVIEW_SUSPENDED, ONLINE,
    ONLINE_RATE, ENTERPRISE, ENTERPRISE_CLOSED, *BY_FIELD, CENTRALISED, NOT_CENTRALISED,
    CENTRALISED_UNKNOWN, APPLICANTS, SUED_AFTER_RATE, JUDGED, LOST_AFTER_RATE, PUBLISHED, URGED, LETTERS,
    LETTERS_REPORTED, LETTER_REPORT_RATE, RULES_MADE, SUPERVISORS, MEMBERS, STAFF, QUALIFIED_STAFF,
    CASES_PER_STAFF,
)

SENTENCES = (
    Sentence("caseload", "受理与审结", (
        says(whole("closed", "accepted"), "受理行政复议案件{accepted}件，全部审结。"),
        says(any_of("carried_over"),
             "受理行政复议案件{accepted}件，上年结转{carried_over}件，审结{closed}件，结案率为{closing_rate}。"),
        says(any_of("accepted"), "受理行政复议案件{accepted}件，审结{closed}件，结案率为{closing_rate}。"),
        says(ALWAYS_SAID, "受理行政复议案件{accepted}件，审结{closed}件。"),
    )),
    Sentence("outcomes", "审结的结果", (
        says(any_of("closed"),
             "审结的行政复议案件中，维持{upheld}件，撤销或者部分撤销{annulled}件，变更{changed}件，"
             "确认违法{declared_illegal}件，责令履行{performance_ordered}件，驳回请求{claim_rejected}件，"
             "驳回申请{application_rejected}件，调解结案{mediated}件，终止{terminated}件。"),
    )),
    Sentence("correction", "有错必纠", (
        says(any_of("corrected"), "直接纠错行政复议案件{corrected}件，行政复议纠错率{correction_rate}。"),
    )),
    Sentence("mediation", "调解和解", (
        says(any_of("agreed"), "调解和解行政复议案件{agreed}件，行政复议调解和解率{mediation_rate}。"),
    )),
    Sentence("hearing", "听证", (
        says(any_of("public_hearings"),
             "举行行政复议听证{hearings}件，公开听证审理行政复议案件{public_hearings}件，"
             "负责人参加行政复议听证率{heads_attending_rate}。"),
        says(any_of("hearings"),
             "举行行政复议听证{hearings}件，负责人参加行政复议听证率{heads_attending_rate}。"),
    )),
    Sentence("letters", "意见书", (
        says(whole("letters_reported", "letters"), "制发行政复议意见书{letters}份，均已报送办理情况。"),
        says(any_of("letters"), "制发行政复议意见书{letters}份，行政复议意见书反馈率{letter_report_rate}。"),
    )),
    Sentence("enterprise", "涉企案件", (
        says(whole("closed_enterprise", "accepted_enterprise"),
             "受理涉企行政复议案件{accepted_enterprise}件，全部审结。"),
        says(any_of("accepted_enterprise"),
             "受理涉企行政复议案件{accepted_enterprise}件，审结涉企行政复议案件{closed_enterprise}件。"),
    )),
    Sentence("rules", "制度", (
        says(any_of("rules_made"), "制定完善行政复议制度{rules_made}项。"),
    )),
    Sentence("staff", "队伍", (
        says(any_of("staff"), "现有行政复议工作人员{staff}人。"),
    )),
)
