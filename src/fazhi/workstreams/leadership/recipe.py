"""第一责任人: lawful rows of meetings and agenda items."""

from __future__ import annotations

from datetime import date
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.recipe import Made, Timeline
from fazhi.workstreams.leadership.models.meetings import (
    Body,
    Capacity,
    Exemption,
    ItemKind,
    Result,
    StudyKind,
)

YES, NO = Answer.YES, Answer.NO

# 会议


def called(kind: Body, day: date, n: int) -> Made:
    """Called, to be held."""
    time = Timeline.since(day)
    told = {"meet_on": time.on(2), "meet_time": "上午9时", "place": "机关会议室"}
    names = {"name": f"{kind.label}（第{n}次）", "kind": kind, "session": n}
    return Made({**names, "called_on": time.first, **told})


def held(kind: Body, day: date, n: int, **more: Any) -> Made:
    """Held on the second working day: nine of eleven members, the head of the legal office attended."""
    time = Timeline.since(day)
    values = {"held_on": time.on(2), "chair": "王五", "members": 11, "present": 9, **more}
    there = [
        {"name": "王五", "capacity": Capacity.MEMBER, "attended": YES},
        {"name": "赵六", "capacity": Capacity.LEGAL_HEAD, "attended": YES},
        {"name": "孙七", "capacity": Capacity.DEPUTY, "attended": YES},
    ]
    return called(kind, day, n).with_values(**values).with_part("leadership.Attendance", *there)


def meeting(kind: Body, day: date, n: int, **more: Any) -> Made:
    """Held, with minutes on the fourth day, archived on the tenth; it dealt with law-based government."""
    time = Timeline.since(day)
    values = {
        "governance": YES,
        "heard": YES,
        "relayed": YES,
        "minutes_on": time.on(4),
        "minutes_number": f"示纪〔{time.first.year}〕{n}号",
        "resolutions": "研究法治建设年度工作",
        "archived_on": time.on(10),
    }
    return held(kind, day, n, **{**values, **more})


def studied(study: StudyKind, body: Body, day: date, n: int) -> Made:
    """A meeting at which a law was studied."""
    topic = {
        "kind": study,
        "topic": "学习宪法",
        "instrument": "中华人民共和国宪法",
        "lecturer": "周八",
        "minutes": 30,
        "attendees": 20,
        "plan_item": "年度学法计划第一项",
    }
    return meeting(body, day, n).with_part("leadership.Study", topic)


def called_off(day: date, n: int) -> Made:
    return called(Body.EXECUTIVE, day, n).with_values(
        cancelled_on=Timeline.since(day).on(1), cancel_reason="议题材料尚未齐备"
    )


# 议题


def proposed(kind: ItemKind, day: date, n: int) -> Made:
    return Made({"name": f"{kind.label}议题{n}", "kind": kind, "proposed_on": Timeline.since(day).first})


def placed(kind: ItemKind, day: date, n: int, **more: Any) -> Made:
    return proposed(kind, day, n).with_values(placed_on=Timeline.since(day).on(3), **more)


def discussed(kind: ItemKind, day: date, n: int, **more: Any) -> Made:
    """Discussed on the fifth day: everybody agreed, the head spoke last."""
    values = {
        "meeting_name": "政府常务会议第三次会议",
        "discussed_on": Timeline.since(day).on(5),
        "head_last": YES,
        "against_majority": NO,
        "dissent": NO,
        "result": Result.PASSED,
        "resolution": "原则同意，由提请单位组织实施",
    }
    return placed(kind, day, n, **{**values, **more})


def settled(kind: ItemKind, day: date, n: int, **more: Any) -> Made:
    values = {"settled_on": Timeline.since(day).on(20), "settlement": "已印发实施"}
    return discussed(kind, day, n, **{**values, **more})


def exempted(kind: ItemKind, day: date, n: int, **more: Any) -> Made:
    """Placed by an exception of article 25, with its reason and who approved it."""
    values = {
        "exemption": Exemption.REFORM,
        "exemption_why": "国家尚无明确规定，已明示法律风险",
        "exemption_by": "王五",
    }
    return settled(kind, day, n, **{**values, **more})


def reviewed(kind: ItemKind, day: date, n: int, **more: Any) -> Made:
    """A draft of a rule or of a local regulation, reviewed before the review was kept as a record."""
    return settled(kind, day, n, review_number=f"示审〔{day.year}〕{n}号", **more)


def risky(day: date, n: int) -> Made:
    """An item of another kind that goes to the meeting with its risk stated."""
    return exempted(ItemKind.OTHER, day, n)


def dissented(day: date, n: int) -> Made:
    """One member was of another opinion, the head against most of them, and both is recorded."""
    made = exempted(
        ItemKind.DECISION, day, n, dissent=YES, against_majority=YES, against_reasons="工期不宜再推迟"
    )
    return made.with_part("leadership.Dissent", {"name": "吴九", "opinion": "建议推迟实施"})


def item_withdrawn(day: date, n: int) -> Made:
    return proposed(ItemKind.OTHER, day, n).with_values(
        withdrawn_item_on=Timeline.since(day).on(2), withdrawn_why="需补充材料"
    )
