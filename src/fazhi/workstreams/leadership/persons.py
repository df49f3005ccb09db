"""第一责任人: how duties, dossiers, law reports, bodies and staff are entered and listed."""

from django.db.models import Q

from fazhi.engine.register import AsOf, Column, Filter, PartSpec, Register
from fazhi.workstreams.leadership.bases import facts
from fazhi.workstreams.leadership.models import (
    Council,
    Dossier,
    Duty,
    DutyList,
    Instruction,
    LawReport,
    LegalStaff,
    Mapping,
)
from fazhi.workstreams.leadership.papers import LAW_REPORT_PAPERS, LIST_PAPERS
from fazhi.workstreams.leadership.performing import (
    DOSSIER_PROCEDURE,
    DUTY_PROCEDURE,
    LAW_REPORT_PROCEDURE,
    LIST_PROCEDURE,
    MAPPING_PROCEDURE,
)
from fazhi.workstreams.leadership.serving import (
    COUNCIL_PROCEDURE,
    INSTRUCTION_PROCEDURE,
    STAFF_PROCEDURE,
)

# fmt: off

DUTY = Register(
    key="leadership.duty", label="第一责任人履职", model_name="leadership.Duty", procedure=DUTY_PROCEDURE,
    title="{name}", facts=facts(Duty),
    columns=(Column("name", wide=True), Column("person"), Column("post"), Column("kind"), Column("acted_on"),
             Column("step")),
    opening=("name", "person", "post", "term_from_on", "item", "kind", "acted_on"),
    needs=("name", "person", "acted_on"), search=("name", "person", "item"),
    key_fields=("name", "person", "acted_on"),
    filters=(Filter("unproved", "待佐证", Q(step="entered")),
             Filter("party", "党委主要负责人", Q(post="party")),
             Filter("government", "政府主要负责人", Q(post="government"))),
)
LIST = Register(
    key="leadership.duty_list", label="第一责任人职责清单", model_name="leadership.DutyList",
    procedure=LIST_PROCEDURE, title="{name}（{version}）", facts=facts(DutyList),
    columns=(Column("name", wide=True), Column("version"), Column("issued_on"), Column("step")),
    opening=("name", "version", "drafted_on"), needs=("name", "drafted_on"),
    parts=(PartSpec("leadership.DutyItem", "职责", ("number", "post", "duty"), "open"),),
    search=("name", "document_number"), key_fields=("name", "version", "drafted_on"),
    papers=LIST_PAPERS,
    filters=(AsOf("standing", "施行中", "issued_on", "ended_on"),),
)
MAPPING = Register(
    key="leadership.mapping", label="职责承接", model_name="leadership.Mapping", procedure=MAPPING_PROCEDURE,
    title="{unit}：{duty}", facts=facts(Mapping),
    columns=(Column("duty", wide=True), Column("unit"), Column("asked_on"), Column("plan_item")),
    opening=("duty", "unit", "asked_on"), needs=("duty", "unit", "asked_on"), parties=("unit",),
    search=("duty",), key_fields=("duty", "unit", "asked_on"),
    filters=(Filter("unmapped", "未承接的单位", Q(step="owed")),),
)
DOSSIER = Register(
    key="leadership.dossier", label="履职专卷", model_name="leadership.Dossier",
    procedure=DOSSIER_PROCEDURE, title="{name}", facts=facts(Dossier),
    columns=(Column("name", wide=True), Column("person"), Column("year_end_on"), Column("volumes"),
             Column("step")),
    opening=("name", "person", "post", "year_end_on", "opened_on"), needs=("name", "person", "opened_on"),
    parts=(PartSpec("leadership.DossierDuty", "履职清单", ("number", "duty", "times", "evidence"), "open"),
           PartSpec("leadership.DossierPaper", "卷内材料",
                    ("position", "volume", "paper", "dated_on", "pages"), "open")),
    search=("name", "person"), key_fields=("name", "person", "opened_on"),
    filters=(Filter("unbound", "未装订", Q(step="opened")),),
)
LAW_REPORT = Register(
    key="leadership.law_report", label="述法", model_name="leadership.LawReport",
    procedure=LAW_REPORT_PROCEDURE, title="{person}述法", facts=facts(LawReport),
    columns=(Column("person", wide=True), Column("unit"), Column("form"), Column("due_on"),
             Column("delivered_on"), Column("grade"), Column("step")),
    opening=("person", "post", "unit", "year_end_on", "listed_on", "due_on"),
    needs=("person", "unit", "listed_on", "due_on"), parties=("unit",),
    parts=(PartSpec("leadership.Rater", "评议", ("rater", "criterion", "points", "comment"), "rate"),),
    search=("person", "event"), key_fields=("person", "unit", "listed_on"),
    papers=LAW_REPORT_PAPERS,
    filters=(Filter("owed", "未述法", Q(step="listed")), Filter("unrated", "待评议", Q(step="delivered")),
             Filter("rectifying", "整改中", Q(step="rectifying"))),
    open_when=Q(step__in=("listed", "delivered", "rated", "rectifying")),
)
COUNCIL = Register(
    key="leadership.council", label="议事协调机构", model_name="leadership.Council",
    procedure=COUNCIL_PROCEDURE, title="{name}", facts=facts(Council),
    columns=(Column("name", wide=True), Column("kind"), Column("founded_on"), Column("adjusted_on")),
    opening=("name", "kind", "duties", "founded_on", "document_number"), needs=("name", "founded_on"),
    parts=(PartSpec("leadership.CouncilMember", "成员", ("name", "post", "role", "since_on", "until_on"),
                    "open"),),
    search=("name",), key_fields=("name", "founded_on"),
    filters=(AsOf("standing", "现有", "founded_on", "ended_on"),),
)
INSTRUCTION = Register(
    key="leadership.instruction", label="重要精神传达", model_name="leadership.Instruction",
    procedure=INSTRUCTION_PROCEDURE, title="{name}", facts=facts(Instruction),
    columns=(Column("name", wide=True), Column("source"), Column("received_on"), Column("relayed_on")),
    opening=("name", "source", "issued_on", "received_on"), needs=("name", "received_on"),
    search=("name",), key_fields=("name", "received_on"),
    filters=(Filter("waiting", "待传达", Q(step="received")),),
)
STAFF = Register(
    key="leadership.legal_staff", label="法治机构人员", model_name="leadership.LegalStaff",
    procedure=STAFF_PROCEDURE, title="{name}", facts=facts(LegalStaff),
    columns=(Column("name", wide=True), Column("office"), Column("post"), Column("time"),
             Column("qualified")),
    opening=("name", "post", "office", "time", "qualified", "trained", "since_on"),
    needs=("name", "since_on"), search=("name", "office"), key_fields=("name", "since_on"),
    filters=(AsOf("standing", "在岗", "since_on", "left_on"),
             AsOf("full", "专职", "since_on", "left_on", Q(time="full")),
             AsOf("qualified", "有法律职业资格", "since_on", "left_on", Q(qualified="yes"))),
)
# fmt: on

PERSONS = (DUTY, LIST, MAPPING, DOSSIER, LAW_REPORT, COUNCIL, INSTRUCTION, STAFF)
