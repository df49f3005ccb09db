"""Tables of legislation."""

from fazhi.workstreams.legislation.models.beside import (
    CleanUp,
    ContactPoint,
    PointOpinion,
    Research,
    YearlyList,
)
from fazhi.workstreams.legislation.models.bill import Bill
from fazhi.workstreams.legislation.models.planning import Plan, Project, Proposal
from fazhi.workstreams.legislation.models.rule import ReviewPoint, Rule
from fazhi.workstreams.legislation.models.standing import LegislativeBody, Staff, Statute, Use

__all__ = [
    "Bill",
    "CleanUp",
    "ContactPoint",
    "LegislativeBody",
    "Plan",
    "PointOpinion",
    "Project",
    "Proposal",
    "Research",
    "ReviewPoint",
    "Rule",
    "Staff",
    "Statute",
    "Use",
    "YearlyList",
]
