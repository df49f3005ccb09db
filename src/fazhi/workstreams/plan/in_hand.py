"""计划·督察·考核: tasks, findings and parts of units as they stand on a day, for a demonstration."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fazhi.engine.recipe import Made
from fazhi.law.calendar import Calendar
from fazhi.workstreams.plan.pursuit_recipe import answered, kept, promised, sent, taken
from fazhi.workstreams.plan.recipe import asked, begun, completed, done, done_late, task
from fazhi.workstreams.plan.variants import finding, planned, rectified

FIRST = 101
NAMES = (
    "修订重大行政决策程序规定",
    "开展行政规范性文件清理",
    "推进行政执法案卷评查",
    "落实行政机关负责人出庭应诉",
    "健全矛盾纠纷多元化解机制",
    "开展领导干部会前学法",
    "公布行政执法事项清单",
    "完善公共法律服务网络",
)


def ago(today: date, workdays: int) -> date:
    return Calendar.shipped().add_workdays(today, -workdays)


def tasks(today: date) -> Sequence[Made]:
    """Eight tasks: not begun, under way, reported, done in time and late, one to be done soon."""
    made = (
        task(ago(today, 4), FIRST),
        begun(ago(today, 15), FIRST + 1),
        begun(ago(today, 37), FIRST + 2),
        completed(ago(today, 32), FIRST + 3),
        done(ago(today, 60), FIRST + 4),
        done_late(ago(today, 70), FIRST + 5),
        done(ago(today, 50), FIRST + 6),
        begun(ago(today, 22), FIRST + 7),
    )
    return [one.with_values(name=name) for one, name in zip(made, NAMES, strict=True)]


def findings(today: date) -> Sequence[Made]:
    """Three findings: fed back, being put right, waiting to be verified."""
    return (
        finding(ago(today, 2), FIRST),
        planned(ago(today, 10), FIRST + 1),
        rectified(ago(today, 24), FIRST + 2),
    )


def promises(today: date) -> Sequence[Made]:
    """One not yet in the plan, one under way, one kept."""
    names = ("完善行政执法监督制度", "充实乡镇法制审核力量", "编制行政备案事项清单")
    made = (
        promised(ago(today, 120), FIRST),
        taken(ago(today, 130), FIRST + 1),
        kept(ago(today, 140), FIRST + 2),
    )
    return [one.with_values(name=name) for one, name in zip(made, names, strict=True)]


def chases(today: date) -> Sequence[Made]:
    """One that waits for its answer, one answered."""
    return sent(ago(today, 6), FIRST), answered(ago(today, 9), FIRST + 1)


def submissions(today: date) -> Sequence[Made]:
    """One part of a unit that is still owed."""
    return (asked(ago(today, 6), FIRST),)
