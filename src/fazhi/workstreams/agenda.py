"""What a file asks of its collective discussion: the item of an agenda that it is linked with.

Decisions, matters, documents, rules, bills and clean-up rounds are discussed at meetings that the leadership
keeps. ``day`` is always the column of the file that holds the day of its discussion.
"""

from __future__ import annotations

from django.db.models import Q

from fazhi.engine.condition import linked, own, unlinked

ITEM = "leadership.agenda_item"
AT_MEETING = Q(meeting_name__gt="") | linked("leadership.meeting", Q(held_on=own("discussed_on")))
"""Of an item: a meeting held on that day is linked with it, or it names one that is kept nowhere."""


def deliberated(day: str, **facts: object) -> Q:
    """A linked item was deliberated on that day, and of it the facts hold."""
    return linked(ITEM, Q(discussed_on=own(day), **facts))


def on_agenda(day: str, **facts: object) -> Q:
    """A meeting held on that day deliberated a linked item, and of the item the facts hold."""
    return linked(ITEM, Q(discussed_on=own(day), **facts) & AT_MEETING)


def no_item(day: str, **facts: object) -> Q:
    """No such linked item was deliberated on that day: what the file itself notes of the meeting stands."""
    return unlinked(ITEM, Q(discussed_on=own(day), **facts))


def of_government(name: str) -> Q:
    """The name of the meeting says that it was an executive or a plenary one."""
    return Q(**{f"{name}__contains": "常务会议"}) | Q(**{f"{name}__contains": "全体会议"})
