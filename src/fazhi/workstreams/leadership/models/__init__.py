"""第一责任人: the tables, by subject."""

from fazhi.workstreams.leadership.models.meetings import (
    AgendaItem,
    Attendance,
    Dissent,
    Meeting,
    Study,
)

__all__ = [
    "AgendaItem",
    "Attendance",
    "Dissent",
    "Meeting",
    "Study",
]
