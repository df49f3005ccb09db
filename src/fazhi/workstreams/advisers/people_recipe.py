"""法律顾问·公职律师: lawful rows of engagements, certificates, villages, tasks, and for each figure one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from fazhi.engine.recipe import Example, Made, Recipe, Timeline
from fazhi.workstreams.advisers.models.choices import Adoption, Capacity
from fazhi.workstreams.advisers.models.people import Assessment, Engager, TaskChannel, TaskKind
from fazhi.workstreams.advisers.recipe import NO, YES, invented


def adviser(day: date, n: int, **more: Any) -> Made:
    """Selected, engaged on the fifth day with contract and statement."""
    time = Timeline.since(day)
    values: dict[str, Any] = {
        "name": invented(n),
        "capacity": Capacity.ADVISER,
        "firm": "示例律师事务所",
        "engager": Engager.COUNTY,
        "unit": f"示例单位{n}",
        "team": NO,
        "shared": NO,
        "conflict_stated": YES,
        "selected_on": time.first,
        "contract": f"顾问{n}号",
        "fee": 3_000_000,
        "engaged_on": time.on(5),
    }
    return Made({**values, **more})


def shared(day: date, n: int) -> Made:
    """Engaged by a township together with two villages."""
    units = ({"unit": f"示例村{one}", "matters": one} for one in (1, 2))
    return adviser(day, n, shared=YES, engager=Engager.TOWNSHIP).with_part("advisers.ServedUnit", *units)


def ended(day: date, n: int) -> Made:
    """Assessed as failing and dismissed."""
    time = Timeline.since(day)
    return adviser(day, n, assessed_on=time.on(20), assessment=Assessment.FAILED, ended_on=time.on(21))


def lawyer(day: date, n: int) -> Made:
    """Applied, certified on the tenth day."""
    time = Timeline.since(day)
    fit = dict.fromkeys(("qualified", "official", "experienced", "unit_agrees"), YES)
    work = {"done_on": time.on(12), "text": "审查合同"}
    made = Made(
        {
            "name": invented(n),
            "unit": f"示例单位{n}",
            "applied_on": time.first,
            "certificate": f"示例公职{n}",
            "certified_on": time.on(10),
            "worked_on": time.on(12),
            **fit,
        }
    )
    return made.with_part("advisers.Work", work)


def task(kind: TaskKind, day: date, n: int, **more: Any) -> Made:
    """Asked and finished on the third day, the advice adopted."""
    time = Timeline.since(day)
    values = {
        "kind": kind,
        "channel": TaskChannel.MEETING,
        "subject": f"示例事务{n}",
        "unit": "示例县民政局",
        "adviser": invented(n),
        "asked_on": time.first,
        "done_on": time.on(3),
        "opinion": "依照合同办理",
        "adoption": Adoption.ADOPTED,
    }
    return Made({**values, **more})


def village(day: date, n: int) -> Made:
    """Listed; engaged its adviser on the third day."""
    time = Timeline.since(day)
    return Made(
        {
            "name": f"示例村{n}",
            "township": "示例镇",
            "listed_on": time.first,
            "adviser": invented(n),
            "contract": f"村顾问{n}号",
            "advised_from_on": time.on(3),
        }
    )


def member(day: date, n: int) -> Made:
    return Made({"name": invented(n), "workplace": "示例大学", "since_on": Timeline.since(day).first})


def rule(day: date, n: int) -> Made:
    return Made({"name": f"政府法律顾问组工作细则{n}", "issued_on": Timeline.since(day).first})


def advisers_in_hand(today: date) -> Sequence[Made]:
    """One engaged for some months, one whose term has run out."""
    return (
        adviser(today - timedelta(200), 101, unit="示例县人民政府"),
        adviser(today - timedelta(1120), 102, unit="示例县自然资源局", engager=Engager.COUNTY_DEPARTMENT),
    )


def tasks_in_hand(today: date) -> Sequence[Made]:
    """One asked last week, not yet finished."""
    open_task = task(TaskKind.CONSULTATION, today - timedelta(7), 101, subject="征收补偿协议如何解除")
    without = ("done_on", "opinion", "adoption")
    return (Made({key: value for key, value in open_task.values.items() if key not in without}),)


consultation = partial(task, TaskKind.CONSULTATION)
CONSULTED = Example("done_on", consultation)

PEOPLE_RECIPES: Mapping[str, Recipe] = {
    "advisers.adviser": Recipe(
        "engaged",
        {"engaged": adviser, "shared": shared, "ended": ended},
        {
            "advisers": Example("engaged_on", adviser),
            "coverage_rate": Example("engaged_on", adviser),
            **{
                f"advisers_{one}": Example("engaged_on", partial(adviser, engager=one), {"engager": one})
                for one in Engager
                if one != Engager.UNDECIDED
            },
            "team": Example("engaged_on", partial(adviser, team=YES), {"team": YES}),
            "shared": Example("engaged_on", shared),
        },
        in_hand=advisers_in_hand,
    ),
    "advisers.public_lawyer": Recipe(
        "certified",
        {"certified": lawyer},
        {
            "public_lawyers": Example("certified_on", lawyer),
            "public_lawyer_rate": Example("certified_on", lawyer),
        },
    ),
    "advisers.task": Recipe(
        "done",
        {"done": consultation},
        {
            "tasks": CONSULTED,
            **{
                f"tasks_{one}": Example("done_on", partial(task, one), {"kind": one})
                for one in TaskKind
                if one != TaskKind.UNDECIDED
            },
            "consulted_in_group": Example(
                "done_on", partial(consultation, channel=TaskChannel.GROUP), {"channel": TaskChannel.GROUP}
            ),
            "task_adoption_rate": CONSULTED,
        },
        in_hand=tasks_in_hand,
    ),
    "advisers.village": Recipe(
        "covered",
        {"covered": village},
        {
            "villages": Example("listed_on", village),
            "villages_covered": Example("advised_from_on", village),
            "village_rate": Example("advised_from_on", village),
        },
    ),
    "advisers.member": Recipe(
        "standing",
        {"standing": member},
        {"members": Example("since_on", member), "committee_rate": Example("since_on", member)},
    ),
    "advisers.rule": Recipe("standing", {"standing": rule}, {"rules_made": Example("issued_on", rule)}),
}
