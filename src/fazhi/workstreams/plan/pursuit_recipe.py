"""计划·督察·考核: lawful rows of promises and chases."""

from __future__ import annotations

from datetime import date

from fazhi.engine.recipe import Made, Timeline
from fazhi.workstreams.plan.recipe import year_end


def promised(day: date, n: int) -> Made:
    """Made in the report, to be kept by the end of the year."""
    return Made(
        {
            "name": f"完善行政执法监督制度{n}",
            "report": "上一年度法治政府建设情况报告",
            "promised_on": Timeline.since(day).first,
            "year_end_on": year_end(day),
        }
    )


def taken(day: date, n: int) -> Made:
    return promised(day, n).with_values(
        taken_on=Timeline.since(day).on(5), plan_item="年度重点工作安排第一项"
    )


def kept(day: date, n: int) -> Made:
    return taken(day, n).with_values(
        kept_on=Timeline.since(day).on(30), result="印发制度两项", evidence="文件两份"
    )


def missed(day: date, n: int) -> Made:
    return taken(day, n).with_values(
        missed_on=Timeline.since(day).on(30), missed_why="上级规定尚未出台", next_promise="列入下一年度安排"
    )


def drafted(day: date, n: int) -> Made:
    return Made(
        {
            "name": f"逾期任务督办{n}",
            "cause": "任务逾期未报告完成",
            "drafted_on": Timeline.since(day).first,
            "reply_by_on": Timeline.since(day).on(10),
        }
    )


def sent(day: date, n: int) -> Made:
    """Sent on the second day, to be answered by the tenth."""
    time = Timeline.since(day)
    return drafted(day, n).with_values(sent_on=time.on(1), number=f"示督办〔{time.on(1).year}〕{n}号")


def answered(day: date, n: int) -> Made:
    return sent(day, n).with_values(answered_on=Timeline.since(day).on(5), answer="已于近日完成并报告")


def closed(day: date, n: int) -> Made:
    return answered(day, n).with_values(closed_on=Timeline.since(day).on(8), outcome="任务已经完成")
