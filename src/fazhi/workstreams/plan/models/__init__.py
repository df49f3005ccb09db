"""计划·督察·考核: the tables, by subject."""

from fazhi.workstreams.plan.models.consequences import (
    Assessment,
    Campaign,
    CampaignUnit,
    Deduction,
    Reward,
)
from fazhi.workstreams.plan.models.honours import Honour, ModelArea, SelfCheck
from fazhi.workstreams.plan.models.promises import Chase, Promise
from fazhi.workstreams.plan.models.reports import Block, Delivery, Report
from fazhi.workstreams.plan.models.supervision import (
    Finding,
    Inspection,
    Inspector,
    Review,
    Visit,
)
from fazhi.workstreams.plan.models.tasks import (
    Assistant,
    Clause,
    Letter,
    Milestone,
    Problem,
    Programme,
    Progress,
    Submission,
    Target,
    Task,
)

__all__ = [
    "Assessment",
    "Assistant",
    "Block",
    "Campaign",
    "CampaignUnit",
    "Chase",
    "Clause",
    "Deduction",
    "Delivery",
    "Finding",
    "Honour",
    "Inspection",
    "Inspector",
    "Letter",
    "Milestone",
    "ModelArea",
    "Problem",
    "Programme",
    "Progress",
    "Promise",
    "Report",
    "Review",
    "Reward",
    "SelfCheck",
    "Submission",
    "Target",
    "Task",
    "Visit",
]
