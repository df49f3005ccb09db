"""政府规章与立法: how the rule, the bill and the plan are entered, listed and shown."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.register import AsOf, Column, Filter, PartSpec, Register
from fazhi.workstreams.legislation import beside
from fazhi.workstreams.legislation.bills import BILL_PROCEDURE
from fazhi.workstreams.legislation.models import Bill, Plan, Project, Proposal, Rule
from fazhi.workstreams.legislation.models.choices import ProjectKind
from fazhi.workstreams.legislation.papers import PLAN_PAPERS, RULE_PAPERS
from fazhi.workstreams.legislation.procedure import RULE_PROCEDURE
from fazhi.workstreams.legislation.small import SMALL, columns_of

# fmt: off
RULE = Register(
    key="legislation.rule", label="政府规章", model_name="legislation.Rule", procedure=RULE_PROCEDURE,
    title="{subject}",
    columns=(Column("subject", wide=True), Column("order_number"), Column("drafter"), Column("step"),
             Column("submitted_on"), Column("published_on"), Column("effective_on"), Column("filed_on"),
             Column("ending")),
    facts=columns_of(Rule),
    opening=("subject", "title_kind", "maker_kind", "matter", "drafter", "co_drafters", "basis",
             "assigned_on"),
    needs=("subject", "assigned_on"),
    parts=(PartSpec("legislation.ReviewPoint", "审查意见", ("raised_on", "point", "adopted", "reply"),
                    "raise"),),
    parties=("drafter",),
    published=("subject", "order_number", "discussed_on", "published_on", "effective_on", "url", "ended_on",
               "ending", "successor"),
    search=("subject", "order_number"), key_fields=("subject", "assigned_on"),
    filters=(
        Filter("under_way", "制定中", Q(published_on__isnull=True, dropped_on__isnull=True)),
        AsOf("in_force", "现行有效", "effective_on", "ended_on"),
        Filter("unfiled", "未报国务院备案", filled("published_on") & Q(filed_on__isnull=True)),
        Filter("ended", "不再有效", filled("ended_on")),
    ),
    papers=RULE_PAPERS,
    open_when=Q(published_on__isnull=True, dropped_on__isnull=True),
)
BILL = Register(
    key="legislation.bill", label="地方性法规草案", model_name="legislation.Bill", procedure=BILL_PROCEDURE,
    title="{subject}",
    columns=(Column("subject", wide=True), Column("drafter"), Column("step"), Column("drafted_on"),
             Column("submitted_on"), Column("adopted_on"), Column("published_on")),
    facts=columns_of(Bill), opening=("subject", "maker_kind", "matter", "drafter", "begun_on"),
    needs=("subject", "begun_on"), parties=("drafter",),
    published=("subject", "submitted_on", "adopted_on", "published_on", "effective_on", "url"),
    search=("subject", "submission_number"), key_fields=("subject", "begun_on"),
    filters=(Filter("before_congress", "人大审议中", filled("submitted_on") & Q(adopted_on__isnull=True)),
             Filter("enacted", "已公布", filled("published_on"))),
    open_when=Q(published_on__isnull=True, ended_on__isnull=True),
)
PLAN = Register(
    key="legislation.plan", label="立法计划", model_name="legislation.Plan",
    procedure=beside.PLAN_PROCEDURE, title="{name}",
    columns=(Column("name", wide=True), Column("year"), Column("step"), Column("called_on"),
             Column("approved_on"), Column("published_on")),
    facts=columns_of(Plan), opening=("name", "year", "prepared_on"), needs=("name", "year", "prepared_on"),
    published=("name", "year", "approved_on", "published_on", "url"), search=("name",),
    key_fields=("name", "year"), open_when=Q(published_on__isnull=True), papers=PLAN_PAPERS,
)
PROJECT = Register(
    key="legislation.project", label="立法项目", model_name="legislation.Project",
    procedure=beside.PROJECT_PROCEDURE, title="{name}",
    columns=(Column("name", wide=True), Column("kind"), Column("year"), Column("drafter"), Column("step"),
             Column("due_on"), Column("done_on")),
    facts=columns_of(Project), opening=("name", "kind", "year", "drafter", "applied_on", "necessity"),
    needs=("name", "kind", "year", "applied_on"), parties=("drafter",), search=("name",),
    key_fields=("name", "year"),
    filters=(Filter("rules", "规章项目", Q(kind=ProjectKind.RULE)),
             Filter("bills", "地方性法规项目", Q(kind=ProjectKind.BILL)),
             Filter("unfinished", "未完成", filled("planned_on") & Q(done_on__isnull=True,
                                                                  dropped_on__isnull=True))),
    open_when=Q(done_on__isnull=True, dropped_on__isnull=True),
)
PROPOSAL = Register(
    key="legislation.proposal", label="立法项目建议", model_name="legislation.Proposal",
    procedure=beside.PROPOSAL_PROCEDURE, title="{title}",
    columns=(Column("title", wide=True), Column("proposer_kind"), Column("received_on"), Column("step"),
             Column("decision"), Column("replied_on")),
    facts=columns_of(Proposal), opening=("title", "proposer", "proposer_kind", "content", "received_on"),
    needs=("title", "proposer_kind", "received_on"), personal=("proposer",), search=("title",),
    key_fields=("title", "received_on"),
    filters=(Filter("undecided", "待处理", Q(decided_on__isnull=True)),),
    open_when=Q(replied_on__isnull=True),
)
# fmt: on
REGISTERS = (RULE, BILL, PLAN, PROJECT, PROPOSAL, *SMALL)
