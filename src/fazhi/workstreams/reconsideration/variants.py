"""行政复议: what may happen in a case beside its outcome, each as a lawful, complete row."""

from __future__ import annotations

from datetime import date, timedelta

from fazhi.engine.bulk import Extended, Standstill
from fazhi.engine.recipe import Made, Timeline
from fazhi.law.editions import ARL_2023 as NEW
from fazhi.workstreams.reconsideration.models.choices import (
    Acceptance,
    Adoption,
    CommitteeGround,
    Damages,
    Judgment,
    Mode,
    Outcome,
    SimpleGround,
    SuspensionGround,
    Track,
)
from fazhi.workstreams.reconsideration.recipe import YES, accepted_time, decided, upheld


def deemed_accepted(day: date, n: int) -> Made:
    """Nothing was done: accepted by the law, the new one on the fifth day, the old one when received."""
    lag = 5 if NEW.covers(Timeline.since(day).first) else 0
    return upheld(day, n, lag=lag).with_values(acceptance=Acceptance.DEEMED)


def heard(day: date, n: int) -> Made:
    """Heard in public on the ninth day after acceptance, announced on the second; the head attended."""
    time = accepted_time(day)
    session = {
        "held_on": time.on(9),
        "notified_on": time.on(2),
        "open_to_public": YES,
        "host": "张三",
        "hearers": 2,
        "recorder": "王五",
        "head_attended": YES,
    }
    made = upheld(
        day, n, on_record=YES, hearing_notified_on=time.on(2), hearing_on=time.on(9), heard_on=time.on(9)
    )
    return made.with_part("reconsideration.Hearing", session)


def advised(day: date, n: int) -> Made:
    """The committee was asked and its opinion adopted."""
    time = accepted_time(day)
    return upheld(
        day,
        n,
        committee_ground=CommitteeGround.TECHNICAL,
        committee_asked_on=time.on(4),
        committee_advised_on=time.on(7),
        committee_opinion="咨询意见见卷",
        committee_adopted=Adoption.ADOPTED,
    )


def suspended(ground: SuspensionGround, day: date, n: int) -> Made:
    """Suspended on the sixth day after acceptance, resumed on the eighth."""
    time = accepted_time(day)
    made = upheld(
        day,
        n,
        suspended_on=time.on(6),
        suspension_told_on=time.on(6),
        resumed_on=time.on(8),
        resumption_told_on=time.on(8),
    )
    pause = Standstill("suspension", time.on(6), time.on(8) - timedelta(1), ground)
    return Made(made.values, made.parts, (pause,))


def extended(day: date, n: int) -> Made:
    """Extended by twenty days in good time."""
    on = accepted_time(day).on(9)
    made = upheld(day, n, complicated=YES, extended_on=on, extension_told_on=on)
    return Made(made.values, made.parts, (), (Extended("decide", 20, on),))


def simple(day: date, n: int) -> Made:
    """The simple procedure: copy and answer within three and five days."""
    return upheld(
        day,
        n,
        track=Track.SIMPLE,
        ordinary_on=None,
        simple_on=accepted_time(day).on(1),
        simple_ground=SimpleGround.WARNING,
        clear=YES,
        opinions_on=None,
        opinions_mode=Mode.UNDECIDED,
    )


def granted(day: date, n: int) -> Made:
    """Annulled with damages of 1,000 yuan."""
    return decided(Outcome.ANNULLED, day, n, damages=Damages.GRANTED, damages_amount=1000 * 100)


def sued(judgment: Judgment, day: date, n: int) -> Made:
    """Sued on the tenth day after service at the latest, judged two months later."""
    time = accepted_time(day)
    judged_on = None if judgment is Judgment.UNDECIDED else time.on(60)
    return upheld(day, n, sued_on=time.on(18), judged_on=judged_on, judgment=judgment)


def published(day: date, n: int) -> Made:
    on = accepted_time(day).on(16)
    return upheld(day, n, act_public=YES, published_on=on, url="https://www.example.gov.cn/xzfy")


def urged(day: date, n: int) -> Made:
    """Performed only after having been urged."""
    time = accepted_time(day)
    return decided(
        Outcome.ANNULLED, day, n, urged_on=time.on(30), urged_by_on=time.on(40), performed_on=time.on(38)
    )
