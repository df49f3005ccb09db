"""重大行政决策: decisions and matters as they stand on a day, for a demonstration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fazhi.engine.answer import Answer
from fazhi.engine.recipe import Made
from fazhi.law.calendar import Calendar
from fazhi.workstreams.decisions.models.choices import ItemKind
from fazhi.workstreams.decisions.models.registers import MatterKind
from fazhi.workstreams.decisions.recipe import decided, discussed, drafted, in_review, prepared, proposed

FIRST = 201
"""Numbers of these rows begin where those drawn in a demonstration will not soon arrive."""


def so_far(made: Made, today: date) -> Made:
    """The row without the acts that are still to come."""
    to_come = [name for name, value in made.values.items() if isinstance(value, date) and value > today]
    plans = {"review_wanted_on", "hearing_on"}
    values = {name: value for name, value in made.values.items() if name not in to_come or name in plans}
    return replace(made, values=values)


def decisions_in_hand(today: date) -> Sequence[Made]:
    """Seven decisions, each at another point of its way."""
    calendar = Calendar.shipped()

    def back(workdays: int) -> date:
        return calendar.add_workdays(today, -workdays)

    def begun(workdays: int) -> date:
        """The day of proposal, so many working days ago."""
        return back(workdays)

    rows = (
        proposed(begun(3), FIRST).with_values(name="示例县养老服务设施布点规划", item_kind=ItemKind.PLAN),
        drafted(begun(9), FIRST + 1).with_values(name="示例县公共停车收费管理办法"),
        commenting(begun(22), FIRST + 2).with_values(name="示例县农村公路养护实施方案"),
        prepared(begun(40), FIRST + 3).with_values(name="示例县城区学校布局调整方案"),
        in_review(begun(44), FIRST + 4).with_values(name="示例县城市供水价格改革方案"),
        discussed(begun(54), FIRST + 5).with_values(name="示例县历史文化街区保护规划"),
        decided(begun(62), FIRST + 6).with_values(
            name="示例县生活垃圾焚烧发电项目", item_kind=ItemKind.PROJECT
        ),
    )
    return tuple(so_far(made, today) for made in rows)


def commenting(day: date, n: int) -> Made:
    """The public is being asked: what comes after the notice is still to come."""
    whole = prepared(day, n)
    later = (
        {name for name, value in whole.values.items() if isinstance(value, date)}
        - {name for name in drafted(day, n).values if name.endswith("_on")}
        - {"comment_on", "heard_on"}
    )
    carried = ("comments", "comments_adopted", "rejected_why", "feedback_url")
    weighed = ("expert_conclusion", "expert_free", "expert_adoption", "competition", "competition_by")
    risk = tuple(name for name in whole.values if name.startswith("risk_") and name != "risk_need")
    gone = {*later, *carried, *weighed, *risk}
    return Made({name: value for name, value in whole.values.items() if name not in gone})


def matters_in_hand(today: date) -> Sequence[Made]:
    """Two topics waiting for review, one of them of a large sum."""
    received = Calendar.shipped().add_workdays(today, -2)
    wanted = Calendar.shipped().add_workdays(today, 3)
    topic = {"received_on": received, "reply_by_on": wanted, "excepted": Answer.NO}
    return (
        Made({**topic, "name": "关于提请审议供水特许经营协议的议题", "kind": MatterKind.TOPIC}),
        Made(
            {
                **topic,
                "name": "关于安排防汛资金的议题",
                "kind": MatterKind.FUNDS,
                "amount": 1_200_000_000,
            }
        ),
    )


def catalogue_in_hand(today: date) -> Sequence[Made]:
    """Two items of the year's catalogue published two working days ago, one still to be consented to."""
    calendar = Calendar.shipped()
    day = calendar.add_workdays(today, -14)
    names = ("示例县公共停车收费管理办法", "示例县城区学校布局调整方案", "示例县生活垃圾焚烧发电项目")
    rows = [
        Made(
            {
                "year": day.year,
                "seq": FIRST + n,
                "name": name,
                "item_kind": ItemKind.POLICY,
                "basis": "年度重点工作",
                "steps": "上半年完成论证，下半年提交审议",
                "drafted_on": day,
            }
        )
        for n, name in enumerate(names)
    ]
    published = {
        "consented_on": calendar.add_workdays(today, -6),
        "consent_number": f"示委发〔{day.year}〕{FIRST}号",
        "published_on": calendar.add_workdays(today, -2),
        "url": "https://example.invalid/mulu",
    }
    return (rows[0].with_values(**published), rows[1].with_values(**published), rows[2])


def visits_in_hand(today: date) -> Sequence[Made]:
    """One visit to a unit that lags behind, its finding not yet put right."""
    visited = Calendar.shipped().add_workdays(today, -6)
    found = {"finding": "公开征求意见进度滞后", "item": "示例县城区学校布局调整方案"}
    return (Made({"team": "第一督导组", "visited_on": visited, **found}),)
