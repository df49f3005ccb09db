"""行政应诉: what may happen in a suit beside its outcome, each as a lawful, complete row."""

from __future__ import annotations

from datetime import date
from typing import Any

from fazhi.engine.recipe import Made, Timeline
from fazhi.organs.models import Rank
from fazhi.workstreams.litigation.models.choices import (
    Absence,
    AppealResult,
    Appellant,
    Coercion,
    Evidence,
    Form,
    HeadGround,
    Instance,
    Late,
    Outcome,
    RetrialGround,
)
from fazhi.workstreams.litigation.recipe import (
    ANSWERED,
    DELIVERED,
    EFFECTIVE,
    HEARD,
    JUDGED,
    NO,
    PERFORMED,
    SERVED,
    YES,
    closed,
    filed,
    heard,
    judged,
    resolved,
    second_instance,
    won,
)

CALLED = {"head_required": YES, "head_ground": HeadGround.ENVIRONMENT}


def called(day: date, n: int) -> Made:
    """The court called the head, who came."""
    return closed(Outcome.CLAIM_REJECTED, Form.JUDGMENT, heard(day, n, CALLED, head_required=YES), day)


def excused(day: date, n: int) -> Made:
    """The court called the head, who did not come and said why under seal; the court did not accept it."""
    time = Timeline.since(day)
    session = {
        **CALLED,
        "head_attended": NO,
        "head_name": "",
        "head_post": "",
        "head_rank": "",
        "spoke": NO,
        "resolution_opinion": NO,
        "absence": Absence.DUTY,
        "absence_sealed": YES,
        "absence_accepted": NO,
    }
    unsent = dict.fromkeys(("head_sent_on", "head_name", "head_post", "head_rank", "head_own"))
    base = heard(
        day,
        n,
        session,
        **unsent,
        head_required=YES,
        staff_sent_on=time.on(12),
        absence=Absence.DUTY,
        absence_stated_on=time.on(12),
        absence_sealed=YES,
    )
    return closed(Outcome.CLAIM_REJECTED, Form.JUDGMENT, base, day)


def chief(day: date, n: int) -> Made:
    """The chief of the organ attended."""
    session = {"head_post": "县长", "head_rank": Rank.CHIEF}
    base = heard(day, n, session, head_post="县长", head_rank=Rank.CHIEF)
    return closed(Outcome.CLAIM_REJECTED, Form.JUDGMENT, base, day)


def heard_twice(day: date, n: int) -> Made:
    """Heard a second time, to which the head need not come again."""
    on = Timeline.since(day).on(HEARD + 4)
    again = {
        "held_on": on,
        "head_required": NO,
        "head_ground": HeadGround.NOT_REQUIRED,
        "head_attended": NO,
        "staff_attended": YES,
    }
    return won(day, n, heard_again_on=on).with_part("litigation.Session", again)


def late_evidence(day: date, n: int) -> Made:
    """Evidence collected before, hindered by a flood: asked for in time, allowed, filed after it."""
    time = Timeline.since(day)
    return won(
        day,
        n,
        late=Late.HINDERED,
        late_reason="洪水封路，案卷不能运出",
        late_asked_on=time.on(ANSWERED),
        leave_on=time.on(ANSWERED + 1),
        hindered_until_on=time.on(ANSWERED + 2),
        late_supplied_on=time.on(ANSWERED + 4),
        evidence=Evidence.ALLOWED,
    )


def answered_late(day: date, n: int) -> Made:
    """Answered only after the fifteen days: the evidence counts as none, and the case is lost."""
    on = Timeline.since(day).on(SERVED + 14)
    return judged(Outcome.ANNULLED, day, n, answered_on=on, evidence=Evidence.NONE)


def appealed(day: date, n: int) -> Made:
    """Lost in the first instance, and appealed by the organ on the day after service."""
    time = Timeline.since(day)
    return heard(
        day,
        n,
        concluded_on=time.on(JUDGED),
        form=Form.JUDGMENT,
        outcome=Outcome.ANNULLED,
        judgment_served_on=time.on(DELIVERED),
        appealed_on=time.on(DELIVERED + 1),
        appellant=Appellant.ORGAN,
    )


def retrial(day: date, n: int) -> Made:
    return second_instance(day, n, instance=Instance.RETRIAL, appeal_received_on=None)


def remanded(day: date, n: int) -> Made:
    """A second instance that sends the case back."""
    return second_instance(day, n).with_values(
        form=Form.RULING, outcome=Outcome.REMANDED, appeal_result=AppealResult.REMANDED
    )


def self_corrected(day: date, n: int) -> Made:
    """The organ changed its act, and the plaintiff withdrew."""
    time = Timeline.since(day)
    base = filed(day, n, self_corrected_on=time.on(10))
    return closed(Outcome.WITHDRAWN, Form.RULING, base, day)


def coerced(day: date, n: int) -> Made:
    """Fined eighty yuan a day before it performed."""
    time = Timeline.since(day)
    return judged(
        Outcome.PAYMENT,
        day,
        n,
        perform_by_on=time.on(PERFORMED),
        coerced_on=time.on(PERFORMED + 5),
        coercion=Coercion.FINE,
        fine_per_day=80 * 100,
        performed_on=time.on(PERFORMED + 8),
    )


def retried(day: date, n: int) -> Made:
    on = Timeline.since(day).on(EFFECTIVE + 20)
    return won(day, n, retried_on=on, retrial_ground=RetrialGround.APPLICATION)


def invited(day: date, n: int, **more: Any) -> Made:
    return resolved(day, n).with_values(**more)
