"""营商环境·公平竞争: the tables, from the review of one measure to the services for firms."""

from fazhi.workstreams.business.models.firms import (
    Complaint,
    Demand,
    InspectionPlan,
    Measure,
    Observation,
    Platform,
    PlatformCase,
    Policy,
    Service,
    Supervisor,
    Visit,
)
from fazhi.workstreams.business.models.review import (
    CompetitionReview,
    Evaluation,
    Heard,
    StandardCheck,
)
from fazhi.workstreams.business.models.supervision import CleanUp, CompetitionReport, SpotCheck, Training

__all__ = [
    "CleanUp",
    "CompetitionReport",
    "CompetitionReview",
    "Complaint",
    "Demand",
    "Evaluation",
    "Heard",
    "InspectionPlan",
    "Measure",
    "Observation",
    "Platform",
    "PlatformCase",
    "Policy",
    "Service",
    "SpotCheck",
    "StandardCheck",
    "Supervisor",
    "Training",
    "Visit",
]
