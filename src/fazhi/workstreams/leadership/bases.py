"""第一责任人: the instruments its moves and gates rest on, and the columns of its registers."""

from fazhi.engine.models import RecordModel
from fazhi.law.editions import (
    DECISION_2019,
    FIRST_RESPONSIBLE_2016,
    LAW_REPORT_2021,
    LEGALITY_REVIEW_2018,
    LEGISLATION_2015,
    LEGISLATION_2023,
    LOCAL,
    OUTLINE_2015,
    OUTLINE_2021,
    RULE_OF_LAW_OPINION_2010,
    RULE_PROCEDURE_2001,
    RULE_PROCEDURE_2017,
)

LAW_DAY = "docs/decisions/0003-the-law-day.md"

BY_PLACE = (LOCAL.whole(),)
"""The rules of a body's meetings."""
OUTLINES = (OUTLINE_2015.whole(), OUTLINE_2021.whole())
DECISION_REVIEWED = (OUTLINE_2015.whole(), DECISION_2019.art(25))
"""No discussion without review: by the Outline of 2015, from 2019-09-01 by article 25."""
NORMATIVE_REVIEWED = (OUTLINE_2015.whole(), LEGALITY_REVIEW_2018.whole())
"""No deliberation of a normative document without review: by the Outline, from 2018-12-04 by the opinion."""
DELIBERATED = (RULE_OF_LAW_OPINION_2010.whole(), DECISION_2019.art(30, 1))
"""A decision draft is deliberated by the executive or the plenary meeting."""
RULE_REVIEWED = (RULE_PROCEDURE_2001.art(18), RULE_PROCEDURE_2017.art(19))
"""The legal body reviews every draft of a rule."""
RULE_DECIDED = (
    RULE_PROCEDURE_2001.art(27),
    RULE_PROCEDURE_2017.art(27, 2),
    LEGISLATION_2015.art(84),
    LEGISLATION_2023.art(95, 2),
)
"""A rule is decided on by the executive or the plenary meeting."""
HEARD_ALL = (DECISION_2019.art(30, 2),)
RECORDED = (OUTLINE_2015.whole(), DECISION_2019.art(30, 3))
PERFORMED = (FIRST_RESPONSIBLE_2016.whole(),)
"""Duties of the heads."""
REPORTED = (FIRST_RESPONSIBLE_2016.whole(), LAW_REPORT_2021.whole())
"""The law section of the yearly work report, from 2021 also by the opinion on it."""


def facts(model: type[RecordModel]) -> tuple[str, ...]:
    """Every column of a register's own table, in the order in which it was declared."""
    shared = {column.name for column in RecordModel._meta.fields}
    return tuple(column.name for column in model._meta.local_fields if column.name not in shared)
