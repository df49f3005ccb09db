"""行政复议: how the case and the small registers beside it are entered, listed and shown."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.register import AsOf, Column, Filter, PartSpec, Register
from fazhi.workstreams.reconsideration import attached, conditions, rosters
from fazhi.workstreams.reconsideration.models.application import Admission, Application
from fazhi.workstreams.reconsideration.models.choices import Step
from fazhi.workstreams.reconsideration.models.closing import Aftermath, Closing
from fazhi.workstreams.reconsideration.models.trial import Trial
from fazhi.workstreams.reconsideration.papers import CASE_LINE, CASE_PAPERS, LETTER_LINE, LETTER_PAPERS
from fazhi.workstreams.reconsideration.procedure import CASE_PROCEDURE

PERSON = ("id_no", "phone", "address")
FACTS = tuple(
    column.name
    for chapter in (Application, Admission, Trial, Closing, Aftermath)
    for column in chapter._meta.local_fields
)
"""Every column, in the order in which the law comes to them."""
OPEN_STEPS = (Step.RECEIVED, Step.ASKED, Step.OPEN, Step.SUSPENDED)

CASE = Register(
    key="reconsideration.case",
    label="行政复议案件",
    model_name="reconsideration.Case",
    procedure=CASE_PROCEDURE,
    title="{applicant}不服{respondent}（{act_kind}）",
    columns=(
        Column("number", "案号"),
        Column("applicant", wide=True),
        Column("respondent"),
        Column("field"),
        Column("step"),
        Column("accepted_on"),
        Column("decide_due_on"),
        Column("closed_on"),
        Column("outcome"),
    ),
    facts=FACTS,
    opening=(
        "received_on",
        "channel",
        "via_received_on",
        "applicant",
        "applicant_count",
        "representative",
        "enterprise",
        "respondent",
        "centralised",
        "field",
        "act_kind",
        "act_number",
        "acted_on",
        "known_on",
        "rights_told",
        "rights_known_on",
        "real_estate",
        "first_required",
        "claim",
        "amount",
        "damages",
        "concurrent",
    ),
    needs=("received_on", "applicant", "respondent"),
    number=CASE_LINE,
    papers=CASE_PAPERS,
    parts=(
        PartSpec(
            "reconsideration.Applicant", "申请人", ("name", "entity", *PERSON, "agent", "legal_aid"), "open"
        ),
        PartSpec("reconsideration.ThirdParty", "第三人", ("name", "entity", *PERSON, "agent")),
        PartSpec(
            "reconsideration.Officer",
            "行政复议人员",
            ("name", "duty", "qualification", "trained", "certificate"),
            "assign",
        ),
        PartSpec(
            "reconsideration.Hearing",
            "听证",
            (
                "held_on",
                "notified_on",
                "open_to_public",
                "host",
                "hearers",
                "recorder",
                "head_attended",
                "head_absent_why",
                "staff_sent",
            ),
            "hold_hearing",
        ),
        PartSpec(
            "reconsideration.Investigation",
            "调查取证",
            ("made_on", "officers", "cards_shown", "asked"),
            "investigate",
        ),
        PartSpec("reconsideration.Attendance", "委员会参加人员", ("member", "opinion"), "advise"),
        PartSpec("reconsideration.Served", "送达", ("document", "receiver", "way", "served_on"), "serve"),
    ),
    parties=("respondent",),
    personal=tuple(f"{part}.{name}" for part in ("Applicant", "ThirdParty") for name in PERSON),
    published=("number", "respondent", "field", "act_kind", "accepted_on", "closed_on", "outcome", "url"),
    search=("number", "applicant", "act_number"),
    key_fields=("number",),
    filters=(
        Filter("open", "在办", Q(step__in=OPEN_STEPS)),
        Filter("suspended", "中止", Q(step=Step.SUSPENDED)),
        Filter("major", "重大、疑难、复杂", conditions.MAJOR),
        Filter("simple", "简易程序", conditions.SIMPLE),
        Filter("enterprise", "涉企", Q(enterprise=conditions.YES)),
        Filter("corrected", "纠错", Q(outcome__in=conditions.CORRECTING)),
        Filter("sued", "已起诉", conditions.SUED),
    ),
    open_when=Q(step__in=OPEN_STEPS),
)

LETTER = Register(
    key="reconsideration.opinion_letter",
    label="行政复议意见书",
    model_name="reconsideration.OpinionLetter",
    procedure=attached.LETTER_PROCEDURE,
    title="致{addressee}的行政复议意见书",
    columns=(
        Column("number", "文号"),
        Column("addressee"),
        Column("issued_on"),
        Column("due:report"),
        Column("reported_on"),
    ),
    facts=(
        "case_number",
        "addressee",
        "drafted_on",
        "issued_on",
        "problem",
        "received_on",
        "reported_on",
        "report",
        "copied_on",
    ),
    opening=("case_number", "addressee", "drafted_on", "problem"),
    needs=("addressee", "drafted_on"),
    number=LETTER_LINE,
    papers=LETTER_PAPERS,
    parties=("addressee",),
    search=("number", "case_number", "problem"),
    key_fields=("number",),
    filters=(Filter("unreported", "未报送", Q(reported_on__isnull=True) & filled("issued_on")),),
    open_when=Q(reported_on__isnull=True),
)

REVIEW = Register(
    key="reconsideration.norm_review",
    label="附带审查",
    model_name="reconsideration.NormReview",
    procedure=attached.REVIEW_PROCEDURE,
    title="附带审查：{document}",
    columns=(Column("document", wide=True), Column("maker"), Column("raised_on"), Column("step")),
    facts=(
        "case_number",
        "document",
        "clause",
        "maker",
        "basis",
        "competent",
        "raised_on",
        "suspended_on",
        "maker_told_on",
        "maker_received_on",
        "maker_answered_on",
        "transferred_on",
        "transferred_to",
        "transfer_received_on",
        "replied_on",
        "concluded_on",
        "result",
    ),
    opening=(
        "case_number",
        "document",
        "clause",
        "maker",
        "basis",
        "competent",
        "raised_on",
        "suspended_on",
    ),
    needs=("document", "basis", "raised_on"),
    parties=("maker", "transferred_to"),
    search=("document", "case_number"),
    key_fields=("case_number", "document"),
    open_when=Q(concluded_on__isnull=True, replied_on__isnull=True),
)

RULE = Register(
    key="reconsideration.rule",
    label="行政复议制度",
    model_name="reconsideration.Rule",
    procedure=rosters.RULE_PROCEDURE,
    title="{name}",
    columns=(Column("name", wide=True), Column("document_number"), Column("issued_on"), Column("ended_on")),
    facts=("name", "document_number", "revised", "issued_on", "ended_on"),
    opening=("name", "document_number", "revised", "issued_on"),
    needs=("name", "issued_on"),
    published=("name", "document_number", "issued_on"),
    search=("name", "document_number"),
    key_fields=("name", "issued_on"),
)

SUPERVISOR = Register(
    key="reconsideration.supervisor",
    label="行政复议特邀监督员",
    model_name="reconsideration.Supervisor",
    procedure=rosters.SUPERVISOR_PROCEDURE,
    title="{name}（{workplace}）",
    columns=(Column("name"), Column("workplace", wide=True), Column("since_on"), Column("ended_on")),
    facts=("name", "workplace", "since_on", "ended_on"),
    opening=("name", "workplace", "since_on"),
    needs=("name", "since_on"),
    parts=(PartSpec("reconsideration.Watch", "监督活动", ("watched_on", "case_number", "opinion"), "watch"),),
    search=("name", "workplace"),
    key_fields=("name", "since_on"),
    filters=(AsOf("standing", "在任", "since_on", "ended_on"),),
)

MEMBER = Register(
    key="reconsideration.committee_member",
    label="行政复议委员会委员",
    model_name="reconsideration.CommitteeMember",
    procedure=rosters.MEMBER_PROCEDURE,
    title="{name}（{profession}）",
    columns=(Column("name"), Column("profession"), Column("workplace", wide=True), Column("since_on")),
    facts=("name", "profession", "workplace", "since_on", "ended_on"),
    opening=("name", "profession", "workplace", "since_on"),
    needs=("name", "since_on"),
    search=("name", "workplace"),
    key_fields=("name", "since_on"),
    filters=(AsOf("standing", "在任", "since_on", "ended_on"),),
)

STAFF = Register(
    key="reconsideration.staff",
    label="行政复议工作人员",
    model_name="reconsideration.Staff",
    procedure=rosters.STAFF_PROCEDURE,
    title="{name}",
    columns=(
        Column("name"),
        Column("full_time"),
        Column("qualified"),
        Column("since_on"),
        Column("ended_on"),
    ),
    facts=("name", "full_time", "first_time", "qualified", "trained", "since_on", "ended_on"),
    opening=("name", "full_time", "first_time", "qualified", "trained", "since_on"),
    needs=("name", "since_on"),
    search=("name",),
    key_fields=("name", "since_on"),
    filters=(AsOf("standing", "在岗", "since_on", "ended_on"),),
)
