"""政府规章与立法: what a county has in hand of legislation on a day: proposals, drafts at its contact points.

Rules are made by cities and provinces; a county gathers opinions for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fazhi.engine.recipe import Made
from fazhi.law.calendar import Calendar
from fazhi.workstreams.legislation.models.choices import ProposalDecision
from fazhi.workstreams.legislation.recipe_beside import contact_point, point_opinion, proposal

FIRST = 101
"""Numbers of these rows begin where those drawn in a demonstration will not soon arrive."""


def back(today: date, workdays: int) -> date:
    return Calendar.shipped().add_workdays(today, -workdays)


def only(made: Made, *names: str) -> Made:
    """The row with those columns alone: what has happened so far."""
    return replace(made, values={name: made.values[name] for name in names})


def points_in_hand(today: date) -> Sequence[Made]:
    return (contact_point(back(today, 200), FIRST),)


def opinions_in_hand(today: date) -> Sequence[Made]:
    """A draft with a contact point until next week, and one whose opinions came back."""
    sent = ("point_name", "draft", "sent_on", "due_on")
    return (
        only(point_opinion(back(today, 5), FIRST), *sent),
        only(point_opinion(back(today, 15), FIRST + 1), *sent, "returned_on", "opinions"),
    )


def proposals_in_hand(today: date) -> Sequence[Made]:
    """One proposal not decided yet."""
    made = proposal(ProposalDecision.RESERVED, back(today, 4), FIRST)
    return (only(made, "title", "proposer", "proposer_kind", "content", "received_on"),)
