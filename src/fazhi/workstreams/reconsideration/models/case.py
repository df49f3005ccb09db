"""The reconsideration case: one row from application to archive."""

from django.db import models

from fazhi.engine.models import RecordModel
from fazhi.workstreams.reconsideration.models.application import Admission, Application
from fazhi.workstreams.reconsideration.models.closing import Aftermath, Closing
from fazhi.workstreams.reconsideration.models.trial import Trial


class Case(Application, Admission, Trial, Closing, Aftermath, RecordModel):
    """A case of the organ that reconsiders; columns stand in the order in which the law comes to them."""

    class Meta:
        verbose_name = "行政复议案件"
        indexes = [
            models.Index(name="case_received", fields=["organ", "received_on"]),
            models.Index(name="case_accepted", fields=["organ", "accepted_on"]),
            models.Index(name="case_closed", fields=["organ", "closed_on"]),
        ]
