"""Tables of reconsideration."""

from fazhi.workstreams.reconsideration.models.case import Case
from fazhi.workstreams.reconsideration.models.parts import (
    Applicant,
    Attendance,
    Hearing,
    Investigation,
    Officer,
    Served,
    ThirdParty,
    Watch,
)
from fazhi.workstreams.reconsideration.models.registers import (
    CommitteeMember,
    NormReview,
    OpinionLetter,
    Rule,
    Staff,
    Supervisor,
)

__all__ = [
    "Applicant",
    "Attendance",
    "Case",
    "CommitteeMember",
    "Hearing",
    "Investigation",
    "NormReview",
    "Officer",
    "OpinionLetter",
    "Rule",
    "Served",
    "Staff",
    "Supervisor",
    "ThirdParty",
    "Watch",
]
