"""合法性审查: what may happen in a review beside its outcome, each as a lawful, complete row."""

from __future__ import annotations

from datetime import date

from fazhi.engine.bulk import Standstill
from fazhi.engine.recipe import Made, Timeline
from fazhi.workstreams.advisers.models.choices import Conclusion, Level, Subject
from fazhi.workstreams.advisers.recipe import NO, YES, changed, lawful

JOINT = "advisers.JointReview"


def supplemented(day: date, n: int) -> Made:
    """Materials asked for on the second day and supplied on the third; the limit stood still meanwhile."""
    time = Timeline.since(day)
    made = lawful(Subject.NORMATIVE, day, n).with_values(
        materials=NO, supplement_asked_on=time.on(2), supplement_items="制定依据", supplemented_on=time.on(3)
    )
    return Made(made.values, made.parts, (Standstill("supplement", time.on(2), time.on(3)),))


def joint(day: date, n: int) -> Made:
    """Two units were asked and answered."""
    time = Timeline.since(day)
    made = changed(Subject.DECISION, day, n).with_values(
        joint=YES, joint_asked_on=time.on(2), joint_concluded_on=time.on(5)
    )
    units = ("示例县财政局", "示例县审计局")
    return made.with_part(
        JOINT,
        *(
            {"unit": unit, "replied_on": time.on(4), "conclusion": Conclusion.LAWFUL, "text": "无意见"}
            for unit in units
        ),
    )


def township(day: date, n: int) -> Made:
    """Reviewed by the township's post alone."""
    time = Timeline.since(day)
    return lawful(Subject.TOPIC, day, n).with_values(
        level=Level.TOWNSHIP, first_reviewed_on=time.on(3), first_opinion="初审合法"
    )


def two_level(day: date, n: int) -> Made:
    """Reviewed by the post, then by the county's bureau."""
    time = Timeline.since(day)
    return township(day, n).with_values(
        level=Level.TWO_LEVEL,
        sent_up_on=time.on(4),
        county_replied_on=time.on(6),
        county_opinion="同意初审意见",
    )
