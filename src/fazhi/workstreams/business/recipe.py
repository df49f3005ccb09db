"""公平竞争审查: how to make lawful, complete reviews under either regime, from a base day.

Every gate of the rules in force on the day of issue is met; firms are invented and say so by their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.bulk import Standstill
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.refusal import Refusal
from fazhi.law.editions import COMPETITION_2024 as NEW
from fazhi.workstreams.business.models.review import (
    Conclusion,
    ExceptionGround,
    Maker,
    MeasureKind,
    Standard,
)

YES, NO = Answer.YES, Answer.NO
Checks = tuple[Mapping[str, Any], ...]
HEARD, CHECK, EVALUATION = "business.Heard", "business.StandardCheck", "business.Evaluation"
CLEAR: Checks = tuple({"standard": one, "hit": NO} for one in Standard)
ONE_HIT: Checks = (
    *CLEAR[:2],
    {"standard": Standard.COST, "hit": YES, "text": "第五条：对指定企业给予补贴", "handling": "见审查结论"},
    *CLEAR[3:],
)


def started(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "measure": f"示例县招商引资若干措施{n}",
            "kind": MeasureKind.NORMATIVE,
            "maker": Maker.DEPARTMENT,
            "started_on": time.first,
            "public_interest": NO,
        }
    )


def excluded(day: date, n: int) -> Made:
    """Of the inner work of the organ, so no review is made."""
    return started(day, n).with_values(
        measure=f"示例县机关考勤办法{n}",
        operator_related=NO,
        screening_reason="只规定机关内部管理，不涉及经营者经济活动",
        excluded_on=Timeline.since(day).on(1),
    )


def heard(day: date, n: int, checks: Checks) -> Made:
    """In scope, two firms and an association heard, and held to the four standards."""
    time = Timeline.since(day)
    made = started(day, n).with_values(
        operator_related=YES,
        screening_reason="涉及经营者经济活动",
        screened_on=time.on(1),
        heard_on=time.on(4),
        reviewed_on=time.on(6),
        violation=YES if any(check["hit"] == YES for check in checks) else NO,
        review_opinion="已逐项对照审查标准",
    )
    people = (
        {"name": "示例建材有限公司", "way": "座谈会", "heard_on": time.on(4), "adopted": YES},
        {"name": "示例县中小企业协会", "way": "书面征求意见", "heard_on": time.on(4), "adopted": YES},
    )
    return made.with_part(HEARD, *people).with_part(CHECK, *checks)


def reviewed(day: date, n: int) -> Made:
    return heard(day, n, CLEAR)


def numbered(day: date, n: int) -> str:
    """The number that the conclusion bears."""
    return f"示公竞审〔{Timeline.since(day).on(9).year}〕{n}号"


def concluded(day: date, n: int) -> Made:
    """A department's measure, found in order."""
    return reviewed(day, n).with_values(
        number=numbered(day, n),
        concluded_on=Timeline.since(day).on(9),
        conclusion=Conclusion.COMPLIANT,
        conclusion_reasons="未发现违反审查标准的内容",
    )


def issued(day: date, n: int, **more: Any) -> Made:
    time = Timeline.since(day)
    values = {"issued_on": time.on(14), "issue_number": f"示发改规〔{time.first.year}〕{n}号"}
    return concluded(day, n).with_values(**values, **more)


def closed(day: date, n: int) -> Made:
    return issued(day, n, closed_on=Timeline.since(day).on(16))


def joint(day: date, n: int) -> Made:
    """A measure of the government, sent on the seventh day, supplied once, and concluded in time."""
    time = Timeline.since(day)
    made = issued(
        day,
        n,
        maker=Maker.GOVERNMENT,
        sent_on=time.on(7),
        received_on=time.on(7),
        supplement_asked_on=time.on(8),
        supplemented_on=time.on(9),
        closed_on=time.on(16),
    )
    if not NEW.covers(made.values["issued_on"]):
        raise Refusal(f"会同审查只存在于{NEW}施行以后。请核对年度与指标。")
    return Made(made.values, made.parts, (Standstill("supplement", time.on(8), time.on(8)),))


def modified(day: date, n: int) -> Made:
    """Changed after the first look, then found in order."""
    time = Timeline.since(day)
    values = {"modified_on": time.on(5), "modification": "删去对指定企业的补贴", "closed_on": time.on(16)}
    return issued(day, n, **values)


def excepted(day: date, n: int) -> Made:
    """Restricts for the sake of the environment, until a day; ended on it."""
    time = Timeline.since(day)
    return running(day, n).with_values(exception_ended_on=time.on(60), closed_on=time.on(62))


def running(day: date, n: int) -> Made:
    """An exception that still runs, looked at once."""
    time = Timeline.since(day)
    made = heard(day, n, ONE_HIT).with_values(
        number=numbered(day, n),
        concluded_on=time.on(9),
        conclusion=Conclusion.EXCEPTED,
        conclusion_reasons="属于保护环境的例外情形",
        exception_ground=ExceptionGround.PUBLIC,
        no_alternative=YES,
        alternatives="比较三种方案，没有影响更小的方案",
        exception_ends_on=time.on(60),
        issued_on=time.on(14),
        issue_number=f"示发改规〔{time.first.year}〕{n}号",
        evaluated_on=time.on(40),
    )
    return made.with_part(EVALUATION, {"made_on": time.on(40), "result": "仍有必要", "kept": YES})


def shelved(day: date, n: int) -> Made:
    """Breaks a standard, and no exception fits."""
    time = Timeline.since(day)
    return heard(day, n, ONE_HIT).with_values(
        number=numbered(day, n),
        concluded_on=time.on(9),
        conclusion=Conclusion.NONCOMPLIANT,
        conclusion_reasons="对特定经营者给予选择性补贴，不属于例外情形",
        shelved_on=time.on(11),
    )


def consulted(day: date, n: int) -> Made:
    """Of the public's interest: open for comment thirty-odd days before the review."""
    begun = Timeline.since(day).on(1)
    later = Timeline.since(day).on(40)
    made = closed(later, n)
    values = {
        "started_on": Timeline.since(day).first,
        "screened_on": begun,
        "comment_begun_on": begun,
        "comment_closed_on": Timeline(later).before(1),
        "public_interest": YES,
    }
    return made.with_values(**values)


OUTCOMES: Mapping[str, Make] = {
    "closed": closed,
    "open": reviewed,
    "excluded": excluded,
    "joint": joint,
    "modified": modified,
    "excepted": excepted,
    "running": running,
    "shelved": shelved,
    "consulted": consulted,
}
