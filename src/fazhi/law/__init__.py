"""Law as values: editions, citations, periods, and the calendar they are counted on."""

from fazhi.law.calendar import Calendar
from fazhi.law.due import Due, Pause, Refused, compute, due_day, explain
from fazhi.law.edition import ByLaw, Citation, Law, by_law, in_force
from fazhi.law.holidays import Notice, read_notice
from fazhi.law.period import AnyPeriod, Days, FixedDay, Hours, Months, Period, Workdays, Years

__all__ = [
    "AnyPeriod",
    "ByLaw",
    "Calendar",
    "Citation",
    "Days",
    "Due",
    "FixedDay",
    "Hours",
    "Law",
    "Months",
    "Notice",
    "Pause",
    "Period",
    "Refused",
    "Workdays",
    "Years",
    "by_law",
    "compute",
    "due_day",
    "explain",
    "in_force",
    "read_notice",
]
