"""法律顾问·公职律师: how its records are entered, listed and shown."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.register import Column, Filter, PartSpec, Register
from fazhi.workstreams.advisers import conditions
from fazhi.workstreams.advisers.models.choices import Step
from fazhi.workstreams.advisers.models.opinion import Ending, Examination, Prohibitions, Sending
from fazhi.workstreams.advisers.papers import OPINION_LINE, OPINION_PAPERS
from fazhi.workstreams.advisers.procedure import OPINION_PROCEDURE

FACTS = tuple(
    column.name
    for chapter in (Sending, Examination, Prohibitions, Ending)
    for column in chapter._meta.local_fields
)
"""Every column, in the order in which a review goes."""
OPEN_STEPS = (Step.SENT, Step.REVIEWING, Step.SUPPLEMENTING)
UNANSWERED = Q(step=Step.ISSUED)

OPINION = Register(
    key="advisers.opinion",
    label="合法性审查意见",
    model_name="advisers.Opinion",
    procedure=OPINION_PROCEDURE,
    title="{subject}（{subject_kind}）",
    columns=(
        Column("number", "文号"),
        Column("subject", wide=True),
        Column("subject_kind"),
        Column("drafter"),
        Column("step"),
        Column("received_on"),
        Column("due_on"),
        Column("issued_on"),
        Column("conclusion"),
        Column("adoption"),
    ),
    facts=FACTS,
    opening=(
        "subject",
        "subject_kind",
        "reference",
        "drafter",
        "drafted_by",
        "level",
        "counterparty",
        "amount",
        "sent_on",
        "needed_by_on",
        "urgent_why",
    ),
    needs=("subject", "drafter", "drafted_by", "sent_on"),
    number=OPINION_LINE,
    parts=(
        PartSpec("advisers.OpinionItem", "意见条目", ("text", "basis", "adoption", "reason"), "issue"),
        PartSpec(
            "advisers.Exchange", "审查沟通", ("said_on", "side", "text", "adoption", "reason"), "exchange"
        ),
        PartSpec(
            "advisers.Advice",
            "法律顾问、公职律师意见",
            ("name", "capacity", "advised_on", "conflict", "lawful", "text"),
            "advise",
        ),
        PartSpec(
            "advisers.JointReview",
            "联合审查意见",
            ("unit", "replied_on", "conclusion", "text"),
            "conclude_joint",
        ),
    ),
    parties=("drafter", "county_body"),
    search=("number", "subject", "reference", "counterparty"),
    key_fields=("number",),
    papers=OPINION_PAPERS,
    filters=(
        Filter("open", "在办", Q(step__in=OPEN_STEPS)),
        Filter("decision", "重大行政决策", conditions.DECISION),
        Filter("normative", "规范性文件", conditions.NORMATIVE),
        Filter("papers", "合同、协议、文件", conditions.PAPERS),
        Filter("failed", "不合法或者超越权限", conditions.FAILED),
        Filter("unanswered", "未反馈采纳情况", UNANSWERED),
        Filter("joint", "联合审查", filled("joint_asked_on")),
    ),
    open_when=Q(step__in=OPEN_STEPS),
)
