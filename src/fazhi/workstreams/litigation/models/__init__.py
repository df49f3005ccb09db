"""Tables of litigation."""

from fazhi.workstreams.litigation.models.claims import Compensation, Enforcement
from fazhi.workstreams.litigation.models.lawsuit import Lawsuit
from fazhi.workstreams.litigation.models.parts import Agent, Observer, Participant, Plaintiff, Session
from fazhi.workstreams.litigation.models.registers import LossWarning, Meeting, Observation, Suggestion

__all__ = [
    "Agent",
    "Compensation",
    "Enforcement",
    "Lawsuit",
    "LossWarning",
    "Meeting",
    "Observation",
    "Observer",
    "Participant",
    "Plaintiff",
    "Session",
    "Suggestion",
]
