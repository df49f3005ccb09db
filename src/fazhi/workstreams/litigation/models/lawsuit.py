"""The lawsuit: one row for each instance of a case, from the complaint to the archive."""

from django.db import models

from fazhi.engine.models import RecordModel
from fazhi.workstreams.litigation.models.filing import Filing, TimeToSue
from fazhi.workstreams.litigation.models.judgment import Aftermath, Judgment
from fazhi.workstreams.litigation.models.trial import Appearance, Defence, Trial


class Lawsuit(Filing, TimeToSue, Defence, Appearance, Trial, Judgment, Aftermath, RecordModel):
    """One instance of a case of the organ sued.

    Links: to the record of the instance before (kind ``instance``), to the reconsideration case (kind
    ``reconsidered``).
    """

    class Meta:
        verbose_name = "行政诉讼案件"
        indexes = [
            models.Index(name="lawsuit_filed", fields=["organ", "filed_on"]),
            models.Index(name="lawsuit_concluded", fields=["organ", "concluded_on"]),
            models.Index(name="lawsuit_effective", fields=["organ", "effective_on"]),
        ]
