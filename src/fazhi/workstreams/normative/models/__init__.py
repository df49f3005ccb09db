"""Tables of normative documents."""

from fazhi.workstreams.normative.models.document import Document
from fazhi.workstreams.normative.models.registers import CleanUp, Objection, PlanItem, Round, YearlyList
from fazhi.workstreams.normative.models.review import Remark, Review

__all__ = ["CleanUp", "Document", "Objection", "PlanItem", "Remark", "Review", "Round", "YearlyList"]
