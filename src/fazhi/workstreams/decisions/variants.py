"""重大行政决策: what may happen on the way to a decision, each as a lawful, complete row."""

from __future__ import annotations

from datetime import date

from fazhi.engine.recipe import Made, Timeline
from fazhi.workstreams.decisions.models.choices import Need, Verdict
from fazhi.workstreams.decisions.recipe import PARTICIPANT, YES, decided, discussed, reviewed


def heard(day: date, n: int) -> Made:
    """A hearing announced twenty working days before it is held, its papers sent fifteen before."""
    time = Timeline.since(day)
    participant = {"name": "孙某", "represents": "沿线居民", "opinion": "赞成"}
    return (
        decided(day, n)
        .with_values(
            hearing_need=Need.REQUIRED,
            hearing_reason="",
            hearing_called_on=time.on(10),
            hearing_on=time.on(30),
            hearing_place="示例县政务中心",
            hearing_listed_on=time.on(12),
            hearing_sent_on=time.on(15),
            hearing_held_on=time.on(30),
            hearing_open=YES,
            hearing_signed=YES,
            hearing_adoption="合理意见已采纳",
        )
        .with_part(PARTICIPANT, participant)
    )


def shortened(day: date, n: int) -> Made:
    """Comments for a shorter time, because it was urgent, and said so; more than a week all the same."""
    return decided(day, n).with_values(
        comment_urgent=YES,
        comment_short_why="汛期将至",
        comment_closed_on=Timeline.since(day).on(20),
    )


def joint(day: date, n: int) -> Made:
    on = Timeline.since(day).on(45)
    opinion = {"unit": "示例县发展和改革局", "given_on": on, "opinion": "无不同意见", "adopted": YES}
    return decided(day, n).with_values(joint_on=on).with_part("decisions.UnitOpinion", opinion)


def exploring(day: date, n: int) -> Made:
    """A reform without a national rule, found outside the organ's power, put forward with its risk stated."""
    return decided(
        day,
        n,
        discussed(day, n, reviewed(day, n, Verdict.OUT_OF_POWER)),
        exploratory=YES,
        legal_risk="尚无上位法依据",
        exception_why="省级改革试点",
        exception_by="县长",
    )


def told_congress(day: date, n: int) -> Made:
    return decided(
        day,
        n,
        congress_need=Need.REQUIRED,
        congress_reason="",
        congress_on=Timeline.since(day).on(52),
        congress_reply="同意",
    )
