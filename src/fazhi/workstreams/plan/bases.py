"""计划·督察·考核: the instruments its moves, gates and limits rest on, and the columns of its registers."""

from fazhi.engine.models import RecordModel
from fazhi.law.editions import (
    GOVERNMENT_INSPECTION_2021,
    LOCAL,
    MODEL_AREAS_2019,
    OUTLINE_2015,
    OUTLINE_2021,
    SUPERVISION_2019,
)

LAW_DAY = "docs/decisions/0003-the-law-day.md"

PLANNED = (OUTLINE_2015.whole(), OUTLINE_2021.whole())
"""Tasks are taken from the Outline in force."""
SUPERVISED = (OUTLINE_2015.whole(), SUPERVISION_2019.whole())
"""Inspection: by the Outline of 2015 alone until the rules of 2019."""
REPORTED = (OUTLINE_2015.whole(), SUPERVISION_2019.art(24))
"""The annual report: by the Outline of 2015 for the years to 2018, from the year 2019 by article 24."""
REPORTED_2019 = (SUPERVISION_2019.art(24),)
REVIEWED = (GOVERNMENT_INSPECTION_2021.art(17),)
CHOSEN = (MODEL_AREAS_2019.whole(),)
BY_PLACE = (LOCAL.whole(),)
"""What the law leaves to the place: letters, parts of units, honours."""


def facts(model: type[RecordModel]) -> tuple[str, ...]:
    """Every column of a register's own table, in the order in which it was declared."""
    shared = {column.name for column in RecordModel._meta.fields}
    return tuple(column.name for column in model._meta.local_fields if column.name not in shared)
