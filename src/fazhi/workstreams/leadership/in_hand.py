"""第一责任人: meetings, items and duties as they stand on a day, for a demonstration."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fazhi.engine.recipe import Made
from fazhi.law.calendar import Calendar
from fazhi.workstreams.leadership.models.meetings import Body, ItemKind, StudyKind
from fazhi.workstreams.leadership.recipe import (
    called,
    discussed,
    held,
    meeting,
    placed,
    proposed,
    settled,
    studied,
)

FIRST = 11


def ago(today: date, workdays: int) -> date:
    return Calendar.shipped().add_workdays(today, -workdays)


def meetings(today: date) -> Sequence[Made]:
    """One called, one without minutes, four on record."""
    return (
        called(Body.EXECUTIVE, ago(today, 1), FIRST),
        held(Body.STANDING_COMMITTEE, ago(today, 3), FIRST + 1),
        studied(StudyKind.BEFORE, Body.EXECUTIVE, ago(today, 20), FIRST + 2),
        meeting(Body.COMMISSION, ago(today, 40), 6),
        meeting(Body.PROMOTION, ago(today, 60), 2),
        studied(StudyKind.GROUP, Body.STUDY_GROUP, ago(today, 80), 4),
    )


def items(today: date) -> Sequence[Made]:
    """Proposed, placed, discussed and settled."""
    made = (
        proposed(ItemKind.DECISION, ago(today, 2), FIRST),
        placed(ItemKind.HEAR_REPORT, ago(today, 4), FIRST + 1),
        discussed(ItemKind.STUDY, ago(today, 20), FIRST + 2),
        settled(ItemKind.DEPLOYMENT, ago(today, 40), FIRST + 3),
    )
    names = (
        "城市更新专项规划",
        "听取行政复议工作汇报",
        "研究年度法治政府建设重点工作",
        "部署行政执法专项监督",
    )
    return [one.with_values(name=name) for one, name in zip(made, names, strict=True)]
