"""营商环境·公平竞争: lawful rows of the registers beside the review; names are plainly invented."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.bulk import Extended
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.refusal import Refusal
from fazhi.law.editions import COMPETITION_REPORT_2024 as REPORTS
from fazhi.workstreams.business.models.firms import (
    Channel,
    ComplaintResult,
    DemandOutcome,
    Satisfaction,
)
from fazhi.workstreams.business.models.review import Standard
from fazhi.workstreams.business.models.supervision import CheckKind, CleanUpResult, ReportResult

YES, NO = Answer.YES, Answer.NO
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"


def invented(n: int) -> str:
    """A name that is plainly nobody's: 赵某16."""
    return f"{SURNAMES[n % len(SURNAMES)]}某{n}"


def checked(day: date, n: int) -> Made:
    """Nothing found."""
    time = Timeline.since(day)
    return Made(
        {
            "kind": CheckKind.SPOT,
            "measure": f"示例县招商引资若干措施{n}",
            "planned_on": time.first,
            "checked_on": time.on(3),
            "problem": NO,
            "reported_on": time.on(20),
            "closed_on": time.on(21),
        }
    )


def rectified(day: date, n: int, **more: Any) -> Made:
    """A problem found, put right on the last day but one."""
    time = Timeline.since(day)
    values = {
        "problem": YES,
        "finding": "第五条对指定企业给予补贴",
        "notified_on": time.on(5),
        "rectify_by_on": time.on(18),
        "rectified_on": time.on(17),
        "rectification": "已删去第五条",
    }
    return checked(day, n).with_values(**values, **more)


def interviewed(day: date, n: int) -> Made:
    """Not put right in time, talked to, and put right at last; so its clock was missed."""
    time = Timeline.since(day)
    late = {"interviewed_on": time.on(22), "rectified_on": time.on(25), "closed_on": time.on(28)}
    return rectified(day, n).with_values(**late)


def reported(result: ReportResult, day: date, n: int) -> Made:
    """Looked into and answered within two weeks."""
    time = Timeline.since(day)
    made = Made(
        {
            "measure": f"示例县政府采购若干规定{n}",
            "received_on": time.first,
            "channel": "举报电话",
            "named": YES,
            "reporter": invented(n),
            "content": "限定采购本地产品",
            "accepted_on": time.on(1),
            "concluded_on": time.on(9),
            "result": result,
            "finding": "核查情况见卷",
            "answered_on": time.on(10),
            "closed_on": time.on(20),
        }
    )
    if result == ReportResult.UNFOUNDED:
        return made
    return made.with_values(rectified_on=time.on(18), rectification="已修改有关条款")


def report_extended(day: date, n: int) -> Made:
    """Of the rules on such reports alone: the law before them knows no extension."""
    time = Timeline.since(day)
    if time.first < REPORTS.in_force:
        raise Refusal(f"延长处理期限自{REPORTS}施行起才有。请核对年度与指标。")
    on = time.on(8)
    made = reported(ReportResult.FOUNDED, day, n).with_values(complicated=YES, extended_on=on)
    return Made(made.values, made.parts, (), (Extended("handle", 30, on),))


def report_transferred(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "measure": f"示例市政策措施{n}",
            "received_on": time.first,
            "named": NO,
            "transferred_on": time.on(3),
            "transferred_to": "示例市市场监督管理局",
        }
    )


def cleaned(result: CleanUpResult, day: date, n: int) -> Made:
    time = Timeline.since(day)
    kept = result == CleanUpResult.KEPT
    return Made(
        {
            "document": f"示例县促进工业发展办法{n}",
            "document_number": f"示政发〔{time.first.year}〕{n}号",
            "listed_on": time.first,
            "barrier": NO if kept else YES,
            "barrier_kind": "" if kept else Standard.COST,
            "decided_on": time.on(8),
            "result": result,
            "reason": "没有妨碍公平竞争的内容" if kept else "给予特定经营者优惠",
            "done_on": time.on(20),
        }
    )


def trained(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "topic": f"公平竞争审查业务培训第{n}期",
            "planned_on": time.first,
            "held_on": time.on(3),
            "persons": 60,
            "units": "各部门、乡镇",
        }
    )


def demanded(channel: Channel, day: date, n: int) -> Made:
    """Assigned the next day, solved and answered within four, and found good."""
    time = Timeline.since(day)
    return Made(
        {
            "firm": f"示例建材有限公司{n}",
            "channel": channel,
            "matter": "协调解决用电增容",
            "received_on": time.first,
            "assigned_on": time.on(1),
            "replied_on": time.on(4),
            "outcome": DemandOutcome.SOLVED,
            "reply": "供电公司已完成增容",
            "satisfaction": Satisfaction.SATISFIED,
            "ended_on": time.on(6),
        }
    )


def demand_open(day: date, n: int) -> Made:
    time = Timeline.since(day)
    values = demanded(Channel.DIRECT, day, n).values
    kept = ("firm", "channel", "matter", "received_on", "assigned_on")
    return Made({name: values[name] for name in kept}).with_values(received_on=time.first)


def demand_returned(day: date, n: int) -> Made:
    """Sent back once, then settled within the limit."""
    return demanded(Channel.OFFICER, day, n).with_values(returned_on=Timeline.since(day).on(3))


def demand_extended(day: date, n: int) -> Made:
    on = Timeline.since(day).on(2)
    made = demanded(Channel.PLATFORM, day, n).with_values(complicated=YES, extended_on=on)
    return Made(made.values, made.parts, (), (Extended("reply", 5, on),))


def complained(result: ComplaintResult, day: date, n: int) -> Made:
    """Accepted the next day, answered within two weeks, put right where founded."""
    time = Timeline.since(day)
    made = Made(
        {
            "number": f"示营投〔{time.on(1).year}〕{n}号",
            "channel": Channel.HOTLINE,
            "complainant": invented(n),
            "campaign": NO,
            "content": f"办理许可要求重复提交材料{n}",
            "received_on": time.first,
            "accepted_on": time.on(1),
            "answered_on": time.on(9),
            "result": result,
            "finding": "调查情况见卷",
            "closed_on": time.on(20),
        }
    )
    if result == ComplaintResult.UNFOUNDED:
        return made
    return made.with_values(rectified_on=time.on(15), rectification="已取消重复提交的材料")


def campaign(day: date, n: int) -> Made:
    """A lead of the campaign: an official held accountable, the case made known."""
    time = Timeline.since(day)
    return complained(ComplaintResult.FOUNDED, day, n).with_values(
        campaign=YES, accountable_on=time.on(16), accountable=1, exposed_on=time.on(18)
    )


def complaint_extended(day: date, n: int) -> Made:
    on = Timeline.since(day).on(5)
    made = complained(ComplaintResult.PARTLY, day, n).with_values(complicated=YES, extended_on=on)
    return Made(made.values, made.parts, (), (Extended("answer", 10, on),))


def complaint_transferred(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "channel": Channel.TRANSFER,
            "content": f"反映中介收费{n}",
            "received_on": time.first,
            "transferred_on": time.on(2),
            "transferred_to": "示例县发展和改革局",
        }
    )


def policy(day: date, n: int) -> Made:
    """Open for comment for more than thirty days, reviewed and issued, taken up by twelve firms."""
    time = Timeline.since(day)
    values = {
        "name": f"示例县支持工业企业发展九项措施{n}",
        "programme": "暖企惠企稳企行动",
        "drafted_on": time.first,
        "comment_begun_on": time.on(1),
        "comment_closed_on": time.on(33),
        "review_reference": f"示公平审〔{time.first.year}〕{n}号",
        "issued_on": time.on(36),
        "document_number": f"示政办发〔{time.first.year}〕{n}号",
        "measures": 9,
        "firms": 12,
        "progress_on": time.on(45),
    }
    part = {"text": "技术改造贷款贴息", "owner": "工业和信息化局", "progress": "已兑付", "done": YES}
    return Made(values, {"business.Measure": [part]})


def policy_ended(day: date, n: int) -> Made:
    return policy(day, n).with_values(ended_on=Timeline.since(day).on(60))


def planned(day: date, n: int) -> Made:
    """The plan of the coming year, published ahead of it."""
    time = Timeline.since(day)
    return Made(
        {
            "name": f"涉企行政检查年度计划{n}",
            "prepared_on": time.first,
            "year_before_on": date(time.first.year, 12, 31),
            "inspections": 30,
            "published_on": time.on(10),
        }
    )


def by(make: Any, kinds: Any) -> Mapping[str, Make]:
    """A row of each kind that is decided."""
    return {str(kind): partial(make, kind) for kind in kinds if kind != "undecided"}
