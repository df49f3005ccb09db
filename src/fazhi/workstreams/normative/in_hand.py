"""行政规范性文件: documents and reviews as they stand on a day, for a demonstration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fazhi.engine.past import Standstill
from fazhi.engine.recipe import Made
from fazhi.law.calendar import Calendar
from fazhi.workstreams.normative.models.choices import ObjectionKind, Paper, Validity, Verdict
from fazhi.workstreams.normative.recipe import cleaned_up, drafted, objected, planned, published, reviewed

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
    asked = drafted(back(today, 12), FIRST).with_values(comment_to_on=back(today, -20))
    ahead = ("comment_to_on",)
    return (so_far(asked, today, but=ahead), *(so_far(made, today) for made in (due, standing)))


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


def plans_in_hand(today: date) -> Sequence[Made]:
    """Two documents of the year's plan, still to be made."""
    return tuple(planned(back(today, 20), FIRST + n, done=False) for n in range(2))


def rounds_in_hand(today: date) -> Sequence[Made]:
    """A clean-up under way."""
    name = f"{today.year}年行政规范性文件清理"
    return (Made({"name": name, "begun_on": back(today, 15), "scope": "现行有效的行政规范性文件"}),)


def verdicts_in_hand(today: date) -> Sequence[Made]:
    """Of its documents one kept, one abolished, one without a verdict yet."""
    name = {"round_name": f"{today.year}年行政规范性文件清理"}
    day = back(today, 12)
    kept = cleaned_up(Verdict.KEEP, day, FIRST).with_values(**name)
    abolished = cleaned_up(Verdict.ABOLISH, day, FIRST + 1).with_values(**name)
    listed = cleaned_up(Verdict.KEEP, day, FIRST + 2).with_values(**name)
    owed = ("judged_on", "verdict", "reason")
    unjudged = replace(listed, values={key: value for key, value in listed.values.items() if key not in owed})
    return (kept, abolished, unjudged)


def objections_in_hand(today: date) -> Sequence[Made]:
    """A citizen's and a court's objection, not yet answered."""
    facts = ("kind", "subject", "clause", "received_on")
    rows = (
        objected(ObjectionKind.CITIZEN, back(today, 4), FIRST),
        objected(ObjectionKind.COURT, back(today, 10), FIRST + 1),
    )
    return tuple(
        replace(made, values={key: value for key, value in made.values.items() if key in facts})
        for made in rows
    )
