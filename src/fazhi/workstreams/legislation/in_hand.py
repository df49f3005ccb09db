"""政府规章与立法: what is in hand of legislation on a day: proposals, drafts at contact points, and rules.

Rules are made by cities and provinces; a county gathers opinions for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fazhi.engine.recipe import Made
from fazhi.law.calendar import Calendar
from fazhi.workstreams.legislation.models.choices import ProposalDecision
from fazhi.workstreams.legislation.procedure import RULE_PROCEDURE
from fazhi.workstreams.legislation.recipe import published, submitted
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


def rules_in_hand(today: date) -> Sequence[Made]:
    """One open to comment, one under review, one published and not yet filed."""
    rows = (
        ("示例市停车场管理办法", submitted(back(today, 12), FIRST)),
        ("示例市城市照明管理办法", published(back(today, 44), FIRST + 1)),
        ("示例市户外广告管理办法", published(back(today, 64), FIRST + 2)),
    )
    return [so_far(made, today).with_values(subject=subject) for subject, made in rows]


def so_far(made: Made, today: date) -> Made:
    """The rule without what comes with moves that are still to be made."""
    acts = {move: made.values.get(move.sets) for move in RULE_PROCEDURE.moves if move.sets}
    to_come = [move for move, on in acts.items() if on is not None and on > today]
    happened = {name for move, on in acts.items() if on is not None and on <= today for name in move.fields}
    later = {name for move in to_come for name in (move.sets, *move.fields)} - happened
    if "discussed_on" in later:
        later |= {"meeting", "meeting_name", "passed"}
    return only(made, *(name for name in made.values if name not in later))
