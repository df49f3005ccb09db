"""第一责任人: the tables, by subject."""

from fazhi.workstreams.leadership.models.bodies import Council, CouncilMember, Instruction, LegalStaff
from fazhi.workstreams.leadership.models.duties import (
    Dossier,
    DossierDuty,
    DossierPaper,
    Duty,
    DutyItem,
    DutyList,
    LawReport,
    Mapping,
    Rater,
)
from fazhi.workstreams.leadership.models.meetings import (
    AgendaItem,
    Attendance,
    Dissent,
    Meeting,
    Study,
)
from fazhi.workstreams.leadership.models.tiers import Charge, Staffing

__all__ = [
    "AgendaItem",
    "Attendance",
    "Charge",
    "Council",
    "CouncilMember",
    "Dissent",
    "Dossier",
    "DossierDuty",
    "DossierPaper",
    "Duty",
    "DutyItem",
    "DutyList",
    "Instruction",
    "LawReport",
    "LegalStaff",
    "Mapping",
    "Meeting",
    "Rater",
    "Staffing",
    "Study",
]
