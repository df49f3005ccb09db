"""Tables of major decisions."""

from fazhi.workstreams.decisions.models.decision import Decision
from fazhi.workstreams.decisions.models.parts import Expert, FollowUp, Participant, Speaker, UnitOpinion
from fazhi.workstreams.decisions.models.registers import CatalogueItem, Liability, Matter, Visit

__all__ = [
    "CatalogueItem",
    "Decision",
    "Expert",
    "FollowUp",
    "Liability",
    "Matter",
    "Participant",
    "Speaker",
    "UnitOpinion",
    "Visit",
]
