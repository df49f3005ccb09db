"""Tables of legal review and of advisers."""

from fazhi.workstreams.advisers.models.opinion import (
    Advice,
    Exchange,
    JointReview,
    Opinion,
    OpinionItem,
)
from fazhi.workstreams.advisers.models.people import (
    AdviceRule,
    Adviser,
    Member,
    PublicLawyer,
    ServedUnit,
    Task,
    Village,
    Work,
)

__all__ = [
    "Advice",
    "AdviceRule",
    "Adviser",
    "Exchange",
    "JointReview",
    "Member",
    "Opinion",
    "OpinionItem",
    "PublicLawyer",
    "ServedUnit",
    "Task",
    "Village",
    "Work",
]
