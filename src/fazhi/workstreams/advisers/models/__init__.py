"""Tables of legal review and of advisers."""

from fazhi.workstreams.advisers.models.opinion import (
    Advice,
    Exchange,
    JointReview,
    Opinion,
    OpinionItem,
)

__all__ = ["Advice", "Exchange", "JointReview", "Opinion", "OpinionItem"]
