"""第一责任人: figures about duties, dossiers, law reports, bodies and staff."""

from django.db.models import Q

from fazhi.engine.condition import ALWAYS, filled, same
from fazhi.engine.figures.kinds import Count, Distinct, Indicator, Share, Stock, Sum
from fazhi.engine.figures.sentence import Sentence, any_of, says
from fazhi.workstreams.leadership.models.bodies import Time
from fazhi.workstreams.leadership.models.duties import ActKind, Form, Post
from fazhi.workstreams.leadership.models.tiers import ChargeKind

# fmt: off

DUTIES = Count("duties", "第一责任人履职", on="acted_on", of="duty", unit="次")
DUTIES_PARTY = Count("duties_party", "党委主要负责人履职", on="acted_on", where=Q(post=Post.PARTY), of="duty",
    unit="次")
DUTIES_GOVERNMENT = Count("duties_government", "政府主要负责人履职", on="acted_on",
    where=Q(post=Post.GOVERNMENT), of="duty", unit="次")
DUTIES_UNIT = Count("duties_unit", "部门主要负责人履职", on="acted_on", where=Q(post=Post.UNIT), of="duty",
    unit="次")
BY_ACT = tuple(
    Count(f"duties_{kind}", f"第一责任人履职（{kind.label}）", on="acted_on", where=Q(kind=kind), of="duty",
        unit="次")
    for kind in ActKind if kind != ActKind.UNDECIDED
)
PERSONS = Distinct("duty_persons", "履职的主要负责人", "person", on="acted_on", of="duty", unit="人")
DUTY_ITEMS = Distinct("duty_items", "有履职记录的职责清单项目", "item", on="acted_on", of="duty", unit="项")
PROVED_RATE = Share("duties_proved", "履职佐证率（已佐证/登记）", whole=DUTIES,
    where=filled("proved_on"), of="duty")
LISTS = Stock("duty_lists", "施行中的职责清单", since="issued_on", until="ended_on", of="duty_list",
    unit="份")
MAPPINGS = Count("mappings", "应当承接的职责", on="asked_on", of="mapping", unit="项")
MAPPED_RATE = Share("mapped_rate", "职责承接率（已列入单位计划/应当承接）", whole=MAPPINGS,
    where=filled("mapped_on"), of="mapping")
UNMAPPED_UNITS = Distinct("unmapped_units", "有职责未承接的单位", "unit", on="asked_on",
    where=Q(mapped_on__isnull=True), of="mapping", unit="个")
DOSSIERS = Count("dossiers", "装订履职专卷的负责人年度", on="bound_on", of="dossier", unit="个")
VOLUMES = Sum("dossier_volumes", "装订履职专卷", "volumes", on="bound_on", of="dossier", unit="卷")

# 述法

DUE = Count("reports_due", "应当述法", on="listed_on", where=Q(excused_on__isnull=True), of="law_report",
    unit="人次")
REPORTED = Count("reported", "述法人数", on="delivered_on", of="law_report", unit="人次",
    says=("听取|组织|开展 部门主要负责人述法|负责人述法|专题述法", "述法|现场述法 !述法率"))
ORAL = Count("reported_oral", "现场述法", on="delivered_on", where=Q(form=Form.ORAL), of="law_report",
    unit="人次")
WRITTEN = Count("reported_written", "书面述法", on="delivered_on", where=Q(form=Form.WRITTEN),
    of="law_report", unit="人次")
ORGANS = Distinct("reporting_organs", "述法的单位", "unit", on="delivered_on", of="law_report", unit="个")
REPORTING_RATE = Share("reporting_rate", "述法覆盖率", whole=DUE, where=filled("delivered_on"),
    of="law_report", says=("述法覆盖率|述法率", "述法覆盖面"))
ON_TIME_RATE = Share("reports_on_time", "按期述法率（按期述法/应当述法）", whole=DUE,
    where=same("delivered_on", "due_on", "lte"), of="law_report")
RATED = Count("reports_rated", "评议述法", on="rated_on", of="law_report", unit="人次")

# 机构、传达、队伍

COUNCILS = Stock("councils", "议事协调机构", since="founded_on", until="ended_on", of="council", unit="个")
INSTRUCTIONS = Count("instructions", "收到需要传达的重要精神", on="received_on", of="instruction")
RELAYED_RATE = Share("relayed_rate", "传达率（已传达/收到）", whole=INSTRUCTIONS, where=filled("relayed_on"),
    of="instruction")
STAFF = Stock("legal_staff", "法治机构人员", since="since_on", until="left_on", of="legal_staff", unit="人")
FULL_TIME = Stock("legal_staff_full", "专职法治人员", since="since_on", until="left_on",
    where=Q(time=Time.FULL), of="legal_staff", unit="人")
QUALIFIED = Stock("legal_staff_qualified", "有法律职业资格的法治人员", since="since_on", until="left_on",
    where=Q(qualified="yes"), of="legal_staff", unit="人")

# 分级负责


def in_charge(key: str, label: str, where: Q) -> Stock:
    """Persons who answer at the end of the span."""
    return Stock(key, label, since="since_on", until="until_on", where=where, of="charge", unit="人")


CHARGES = in_charge("charges", "法治责任人", ALWAYS)
BY_CHARGE = (
    in_charge("principals", "法治责任人（主要负责人）", Q(kind=ChargeKind.PRINCIPAL)),
    in_charge("deputies", "法治责任人（分管负责人）", Q(kind=ChargeKind.DEPUTY)),
    in_charge("internal_heads", "法治责任人（内设机构负责人）", Q(kind=ChargeKind.INTERNAL)),
    in_charge("contacts", "法治工作联络员", Q(kind=ChargeKind.CONTACT)),
)
CHARGES_NAMED = Count("charges_named", "明确的法治责任人", on="since_on", of="charge", unit="人次")
CONFIRMED_RATE = Share("charges_confirmed_rate", "上级确认率（已确认/明确的责任人）", whole=CHARGES_NAMED,
    where=filled("confirmed_on"), of="charge")
POSTS_ADDED = Sum("posts_added", "办事机构增加编制", "added", on="approved_on", of="staffing", unit="名")
POSTS_REMOVED = Sum("posts_removed", "办事机构减少编制", "removed", on="approved_on", of="staffing",
    unit="名")

DUTY_INDICATORS: tuple[Indicator, ...] = (
    DUTIES, DUTIES_PARTY, DUTIES_GOVERNMENT, DUTIES_UNIT, *BY_ACT, PERSONS, DUTY_ITEMS, PROVED_RATE, LISTS,
    MAPPINGS, MAPPED_RATE, UNMAPPED_UNITS, DOSSIERS, VOLUMES, DUE, REPORTED, ORAL, WRITTEN, ORGANS,
    REPORTING_RATE, ON_TIME_RATE, RATED, COUNCILS, INSTRUCTIONS, RELAYED_RATE, STAFF, FULL_TIME, QUALIFIED,
    CHARGES, *BY_CHARGE, CHARGES_NAMED, CONFIRMED_RATE, POSTS_ADDED, POSTS_REMOVED,
)
DUTY_SENTENCES = (
    Sentence("law_reports", "述法", (
        says(any_of("reported"), "听取部门主要负责人述法{reported}人次，述法覆盖率{reporting_rate}。"),
    )),
)
