"""合法性审查: how to make lawful, complete reviews of every kind, from a base day.

Every day is a working day, every limit is kept, every gate in force is met. People are invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.workstreams.advisers.conditions import PROHIBITIONS
from fazhi.workstreams.advisers.models.choices import (
    Adoption,
    Capacity,
    Conclusion,
    Level,
    Subject,
)

YES, NO = Answer.YES, Answer.NO
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
ITEM, ADVICE = "advisers.OpinionItem", "advisers.Advice"


def invented(n: int) -> str:
    """A name that is plainly nobody's: 赵某16."""
    return f"{SURNAMES[n % len(SURNAMES)]}某{n}"


def sent(kind: Subject, day: date, n: int) -> Made:
    """A draft sent for review on the first working day from ``day``, the opinion wanted in ten."""
    time = Timeline.since(day)
    values: dict[str, Any] = {
        "subject": f"示例{kind.label}{n}",
        "subject_kind": kind,
        "drafted_by": f"起草人{invented(n)}",
        "level": Level.OWN,
        "sent_on": time.first,
        "needed_by_on": time.on(10),
        "materials": YES,
    }
    if kind in {Subject.CONTRACT, Subject.AGREEMENT}:
        values |= {"counterparty": f"示例有限公司{n}", "amount": 50_000_000}
    return Made(values)


def reviewing(kind: Subject, day: date, n: int) -> Made:
    """Received on the day after, a reviewer assigned, a lawyer heard, the prohibitions gone through."""
    time = Timeline.since(day)
    advice = {
        "name": invented(n + 1),
        "capacity": Capacity.ADVISER,
        "advised_on": time.on(4),
        "conflict": NO,
        "lawful": YES,
        "text": "内容合法",
    }
    made = sent(kind, day, n).with_values(
        received_on=time.on(1),
        assigned_on=time.on(2),
        reviewer=f"审查人{invented(n + 2)}",
        advice_required=YES,
        advised_on=time.on(4),
        joint=NO,
    )
    if kind is Subject.NORMATIVE:
        made = made.with_values(checked_on=time.on(4), **dict.fromkeys(PROHIBITIONS, NO))
    return made.with_part(ADVICE, advice)


def issued(conclusion: Conclusion, kind: Subject, day: date, n: int, **more: Any) -> Made:
    """Issued on the sixth day, with one item where something is to be changed; answered on the eighth."""
    time = Timeline.since(day)
    items = 0 if conclusion is Conclusion.LAWFUL else 1
    values: dict[str, Any] = {
        "number": f"示法审〔{time.first.year}〕{n}号",
        "issued_on": time.on(6),
        "conclusion": conclusion,
        "opinion": "审查意见见卷",
        "items_raised": items,
        "answered_on": time.on(8),
        "adoption": Adoption.ADOPTED,
        "items_adopted": items,
    }
    made = reviewing(kind, day, n).with_values(**{**values, **more})
    item = {"text": "依照上位法修改第三条", "adoption": Adoption.ADOPTED}
    return made.with_part(ITEM, item) if items else made


lawful = partial(issued, Conclusion.LAWFUL)
changed = partial(issued, Conclusion.LAWFUL_IF_CHANGED)


def returned(kind: Subject, day: date, n: int) -> Made:
    """Incomplete and sent back."""
    time = Timeline.since(day)
    return sent(kind, day, n).with_values(
        materials=NO,
        received_on=time.on(1),
        returned_on=time.on(2),
        return_why="没有提供制定依据",
        archived_on=time.on(5),
    )


def partly(day: date, n: int) -> Made:
    """One of two items adopted, with a reason for the other."""
    made = changed(Subject.CONTRACT, day, n).with_values(
        items_raised=2, items_adopted=1, adoption=Adoption.PARTLY, rejection_why="交易习惯允许"
    )
    return made.with_part(
        ITEM, {"text": "明确违约责任", "adoption": Adoption.REJECTED, "reason": "交易习惯允许"}
    )


OUTCOMES: Mapping[str, Make] = {
    "open": partial(reviewing, Subject.CONTRACT),
    "returned": partial(returned, Subject.DOCUMENT),
    **{one: partial(issued, one, Subject.CONTRACT) for one in Conclusion if one != Conclusion.UNDECIDED},
    **{
        f"lawful_{kind}": partial(lawful, kind)
        for kind in Subject
        if kind not in {Subject.UNDECIDED, Subject.CONTRACT}
    },
}
