"""The decision file: one row from proposal to archive."""

from django.db import models

from fazhi.engine.models import RecordModel
from fazhi.workstreams.decisions.models.following import Following
from fazhi.workstreams.decisions.models.forming import Drafting, Participation, Proposal
from fazhi.workstreams.decisions.models.weighing import Discussion, Legality, Weighing


class Decision(Proposal, Drafting, Participation, Weighing, Legality, Discussion, Following, RecordModel):
    """A major decision of an organ; columns stand in the order in which the law comes to them."""

    class Meta:
        verbose_name = "重大行政决策"
        indexes = [
            models.Index(name="decision_started", fields=["organ", "started_on"]),
            models.Index(name="decision_reviewed", fields=["organ", "reviewed_on"]),
            models.Index(name="decision_discussed", fields=["organ", "discussed_on"]),
        ]
