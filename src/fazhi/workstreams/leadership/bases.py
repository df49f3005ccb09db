"""第一责任人: the instruments its moves and gates rest on, and the columns of its registers."""

from fazhi.engine.models import RecordModel
from fazhi.law.editions import (
    DECISION_2019,
    LOCAL,
    OUTLINE_2015,
    OUTLINE_2021,
)

LAW_DAY = "docs/decisions/0003-the-law-day.md"

BY_PLACE = (LOCAL.whole(),)
"""The rules of a body's meetings."""
OUTLINES = (OUTLINE_2015.whole(), OUTLINE_2021.whole())
DECISION_REVIEWED = (OUTLINE_2015.whole(), DECISION_2019.art(25))
"""No discussion without review: by the Outline of 2015, from 2019-09-01 by article 25."""
HEARD_ALL = (DECISION_2019.art(30, 2),)
RECORDED = (OUTLINE_2015.whole(), DECISION_2019.art(30, 3))


def facts(model: type[RecordModel]) -> tuple[str, ...]:
    """Every column of a register's own table, in the order in which it was declared."""
    shared = {column.name for column in RecordModel._meta.fields}
    return tuple(column.name for column in model._meta.local_fields if column.name not in shared)
