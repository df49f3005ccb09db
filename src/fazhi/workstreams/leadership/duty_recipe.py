"""第一责任人: lawful rows of duties, dossiers, law reports, bodies and staff."""

from __future__ import annotations

from datetime import date
from typing import Any

from fazhi.engine.recipe import Made, Timeline
from fazhi.workstreams.leadership.models.bodies import BodyKind, Source, Time
from fazhi.workstreams.leadership.models.duties import ActKind, Form, Grade, Post
from fazhi.workstreams.leadership.recipe import YES


def year_end(day: date) -> date:
    return date(Timeline.since(day).first.year, 12, 31)


def entered(day: date, n: int, kind: ActKind = ActKind.MEETING, post: Post = Post.GOVERNMENT) -> Made:
    return Made(
        {
            "name": f"研究法治建设重点工作{n}",
            "person": "王五",
            "post": post,
            "item": "清单第一项",
            "kind": kind,
            "acted_on": Timeline.since(day).first,
        }
    )


def duty(day: date, n: int, kind: ActKind = ActKind.MEETING, post: Post = Post.GOVERNMENT) -> Made:
    time = Timeline.since(day)
    return entered(day, n, kind, post).with_values(proved_on=time.on(3), evidence=f"会议纪要第{n}号")


def duty_list(day: date, n: int) -> Made:
    time = Timeline.since(day)
    values = {
        "name": f"第一责任人职责清单{n}",
        "version": f"{time.first.year}年版",
        "drafted_on": time.first,
        "issued_on": time.on(5),
        "document_number": f"示法办〔{time.first.year}〕{n}号",
    }
    item = {"number": "一", "post": Post.GOVERNMENT, "duty": "定期研究法治政府建设"}
    return Made(values, {"leadership.DutyItem": [item]})


def list_ended(day: date, n: int) -> Made:
    return duty_list(day, n).with_values(ended_on=Timeline.since(day).on(30))


def unmapped(day: date, n: int) -> Made:
    return Made({"duty": f"定期研究法治建设{n}", "asked_on": Timeline.since(day).first})


def mapped(day: date, n: int) -> Made:
    return unmapped(day, n).with_values(mapped_on=Timeline.since(day).on(5), plan_item="年度工作要点第一项")


def opened(day: date, n: int) -> Made:
    time = Timeline.since(day)
    values = {
        "name": f"第一责任人履职专卷{n}",
        "person": "王五",
        "post": Post.GOVERNMENT,
        "year_end_on": year_end(day),
        "opened_on": time.first,
    }
    paper = {"position": 1, "volume": 1, "paper": "常务会议纪要", "dated_on": time.first, "pages": 12}
    duty = {"number": "一", "duty": "定期研究法治政府建设", "times": 4, "evidence": "常务会议纪要四份"}
    return Made(values, {"leadership.DossierDuty": [duty], "leadership.DossierPaper": [paper]})


def dossier(day: date, n: int, volumes: int = 1) -> Made:
    time = Timeline.since(day)
    return opened(day, n).with_values(bound_on=time.on(10), volumes=volumes, archived_on=time.on(12))


def listed(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "person": f"赵某{n}",
            "post": Post.UNIT,
            "year_end_on": year_end(day),
            "listed_on": time.first,
            "due_on": time.on(20),
        }
    )


def delivered(day: date, n: int, **more: Any) -> Made:
    values = {
        "delivered_on": Timeline.since(day).on(10),
        "form": Form.ORAL,
        "law_section": "主持研究法治工作两次，解决问题一个",
        "event": "述法评议会",
    }
    return listed(day, n).with_values(**{**values, **more})


def rated(day: date, n: int, **more: Any) -> Made:
    """Rated on the day after, closed without anything to put right."""
    time = Timeline.since(day)
    values = {"rated_on": time.on(11), "grade": Grade.GOOD, "score": 9500, "closed_on": time.on(15)}
    made = delivered(day, n, **{**values, **more})
    return made.with_part("leadership.Rater", {"rater": "评议人甲", "criterion": "研究部署", "points": 9500})


def rectified(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return rated(
        day,
        n,
        rectify_from_on=time.on(12),
        problems="学法次数不足",
        rectify_by_on=time.on(30),
        rectification="已补学",
    )


def excused(day: date, n: int) -> Made:
    return listed(day, n).with_values(excused_on=Timeline.since(day).on(5), excuse="已调离")


def council(day: date, n: int) -> Made:
    time = Timeline.since(day)
    values = {
        "name": f"法治政府建设领导小组{n}",
        "kind": BodyKind.LEADING_GROUP,
        "duties": "统筹法治政府建设",
        "founded_on": time.first,
        "adjusted_on": time.on(20),
        "adjustment": "因人事变动调整",
    }
    member = {"name": "王五", "post": "镇长", "role": "组长", "since_on": time.first}
    return Made(values, {"leadership.CouncilMember": [member]})


def council_ended(day: date, n: int) -> Made:
    return council(day, n).with_values(ended_on=Timeline.since(day).on(30))


def received(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made({"name": f"重要会议精神{n}", "source": Source.CENTRE, "received_on": time.first})


def relayed(day: date, n: int) -> Made:
    return received(day, n).with_values(
        relayed_on=Timeline.since(day).on(4), meeting_name="党委常委会会议", follow_up="贯彻意见"
    )


def staff(day: date, n: int) -> Made:
    return Made(
        {
            "name": f"孙某{n}",
            "post": "科长",
            "office": "法制科",
            "time": Time.FULL,
            "qualified": YES,
            "trained": YES,
            "since_on": Timeline.since(day).first,
        }
    )


def staff_left(day: date, n: int) -> Made:
    return staff(day, n).with_values(left_on=Timeline.since(day).on(30))
