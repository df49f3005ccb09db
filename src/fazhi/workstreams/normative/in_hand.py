"""行政规范性文件: documents and reviews as they stand on a day, for a demonstration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fazhi.engine.past import Standstill
from fazhi.engine.recipe import Made
from fazhi.law.calendar import Calendar
from fazhi.workstreams.normative.models.choices import Paper, Validity
from fazhi.workstreams.normative.recipe import drafted, published, reviewed

FIRST = 101
"""Numbers of these rows begin where those drawn in a demonstration will not soon arrive."""


def so_far(made: Made, today: date, *, but: tuple[str, ...] = ()) -> Made:
    """The row without the acts that are still to come; days in ``but`` are fixed ahead."""
    kept = {
        name: value
        for name, value in made.values.items()
        if name in but or not (isinstance(value, date) and value > today)
    }
    return replace(made, values=kept)


def back(today: date, workdays: int) -> date:
    return Calendar.shipped().add_workdays(today, -workdays)


def documents_in_hand(today: date) -> Sequence[Made]:
    """One open to comment, one just published and not yet filed, one whose validity will end."""
    due = published(back(today, 47), FIRST + 1).with_values(
        filed_on=None,
        congress_filed_on=None,
        filing_result_on=None,
        congress_result_on=None,
        validity=Validity.TRIAL,
    )
    names = ("filing_result", "filed_to", "filing_complete", "congress_result")
    due = replace(due, values={key: value for key, value in due.values.items() if key not in names})
    standing = published(back(today, 200), FIRST + 2).with_values(validity=Validity.GENERAL)
    return tuple(so_far(made, today) for made in (drafted(back(today, 12), FIRST), due, standing))


def reviews_in_hand(today: date) -> Sequence[Made]:
    """One draft under review, one sent back for supplements, one filing."""

    def pending(kind: Paper, workdays: int, n: int) -> Made:
        made = reviewed(kind, back(today, workdays), n)
        names = ("kind", "subject", "received_on", "urgent")
        return replace(made, values={name: made.values[name] for name in names})

    returned = pending(Paper.NORMATIVE, 6, FIRST + 1)
    stopped = Standstill("supplement", back(today, 3), None, "", "补充制定依据")
    return (
        pending(Paper.NORMATIVE, 8, FIRST),
        replace(returned, pauses=(stopped,)),
        pending(Paper.FILING, 10, FIRST + 2),
    )
