"""营商环境·公平竞争: the tables, from the review of one measure to the services for firms."""

from fazhi.workstreams.business.models.review import (
    CompetitionReview,
    Evaluation,
    Heard,
    StandardCheck,
)

__all__ = ["CompetitionReview", "Evaluation", "Heard", "StandardCheck"]
