"""计划·督察·考核: lawful rows of programmes, tasks, letters, problems and what units answer for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.refusal import Refusal
from fazhi.law.edition import Law
from fazhi.workstreams.plan.models.consequences import Grade, RewardKind
from fazhi.workstreams.plan.models.tasks import ProgrammeKind, Tier, Trend, UnitKind

YES, NO = Answer.YES, Answer.NO


def only(law: Law, make: Make) -> Make:
    """A row that the law knows from a day on; refused before."""

    def made(day: date, n: int) -> Made:
        if not law.covers(Timeline.since(day).first):
            raise Refusal(f"{law}自{law.in_force}起施行，当时没有这种记录。")
        return make(day, n)

    return made


def year_end(day: date) -> date:
    """The last day of the year in which the row begins."""
    return date(Timeline.since(day).first.year, 12, 31)


# 任务


def task(day: date, n: int) -> Made:
    """Set, with its source, its unit, its leader and a day forty working days on."""
    time = Timeline.since(day)
    values = {
        "code": f"{n:02}",
        "name": f"法治重点任务{n}",
        "source": "年度重点工作安排第一项",
        "year_end_on": year_end(day),
        "set_on": time.first,
        "leader": "王五",
        "due_on": time.on(40),
        "priority": YES,
        "carried": NO,
    }
    parts: dict[str, list[dict[str, Any]]] = {
        "plan.Assistant": [{"unit": "县司法局", "share": "指导"}],
        "plan.Milestone": [{"name": "形成初稿", "due_on": time.on(20)}],
    }
    return Made(values, parts)


def begun(day: date, n: int) -> Made:
    """Begun on the second day, with a report of progress on the tenth."""
    time = Timeline.since(day)
    progress = {"told_on": time.on(10), "percent": 50, "text": "形成初稿", "evidence": "初稿一份"}
    return (
        task(day, n)
        .with_values(measure="制定方案，逐项推进", begun_on=time.on(2), progressed_on=time.on(10), percent=50)
        .with_part("plan.Progress", progress)
    )


def completed(day: date, n: int, at: int = 30, **more: Any) -> Made:
    """Completed on working day ``at``, not yet verified."""
    return begun(day, n).with_values(
        completed_on=Timeline.since(day).on(at), result="按要求完成", percent=100, **more
    )


def done(day: date, n: int) -> Made:
    return completed(day, n, verified_on=Timeline.since(day).on(35), verification="材料齐全，属实")


def sent_back(day: date, n: int) -> Made:
    """Sent back once, completed again and verified."""
    return done(day, n).with_values(returned_on=Timeline.since(day).on(28), return_reason="佐证不全")


def done_late(day: date, n: int) -> Made:
    """Due on the twentieth day, completed on the thirtieth."""
    return done(day, n).with_values(due_on=Timeline.since(day).on(20))


def rolled(day: date, n: int) -> Made:
    return begun(day, n).with_values(
        rolled_on=Timeline.since(day).on(38), unfinished_why="需跨年推进", next_task="列入下一年度安排第一项"
    )


def cancelled(day: date, n: int) -> Made:
    return task(day, n).with_values(
        cancelled_on=Timeline.since(day).on(5), cancel_reason="上级调整部署，不再实施"
    )


def carried(day: date, n: int) -> Made:
    return done(day, n).with_values(carried=YES)


# 规划安排


def programme(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "name": f"法治政府建设年度重点工作安排{n}",
            "document_number": f"示府发〔{time.first.year}〕{n}号",
            "kind": ProgrammeKind.ANNUAL,
            "tier": Tier.COUNTY,
            "aspects": 9,
            "drafted_on": time.first,
            "issued_on": time.on(5),
            "from_on": time.on(5),
            "until_on": year_end(day),
            "deployed_on": time.on(6),
            "checked_on": time.on(20),
            "appraised_on": time.on(30),
        },
        {"plan.Clause": [{"clause": "一", "heading": "完善制度体系", "demand": "逐项落实"}]},
    )


def programme_ended(day: date, n: int) -> Made:
    return programme(day, n).with_values(ended_on=Timeline.since(day).on(40), ended_why="规划期满")


# 责任书


def letter(kind: UnitKind, day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "name": f"法治政府建设目标管理责任书{n}",
            "unit_kind": kind,
            "year_end_on": year_end(day),
            "drafted_on": time.first,
            "signed_on": time.on(3),
            "signatory": "李四",
        },
        {"plan.Target": [{"target": "规范性文件合法性审核率", "measure": "百分之百"}]},
    )


def settled(day: date, n: int) -> Made:
    return letter(UnitKind.DEPARTMENT, day, n).with_values(
        settled_on=Timeline.since(day).on(30), settlement="达到目标"
    )


# 存在问题


def problem(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "name": f"基层执法力量薄弱{n}",
            "list_name": "年度报告所列问题",
            "cause": "人员编制不足",
            "raised_on": time.first,
            "carried": NO,
            "trend": Trend.SAME,
            "measure": "充实人员，加强培训",
            "answered_on": time.on(3),
            "due_on": time.on(30),
        }
    )


def problem_solved(day: date, n: int) -> Made:
    return problem(day, n).with_values(
        solved_on=Timeline.since(day).on(25), result="已补充人员", trend=Trend.BETTER
    )


def problem_rolled(day: date, n: int) -> Made:
    return problem(day, n).with_values(
        rolled_on=Timeline.since(day).on(28), unfinished_why="编制尚未核定", next_problem="下一年度任务第三项"
    )


# 单位报送、专项行动、奖惩、考评结果


def asked(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made({"topic": f"年度工作总结{n}", "asked_on": time.first, "due_on": time.on(20)})


def submitted(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return asked(day, n).with_values(
        submitted_on=time.on(10), summary="工作、问题和打算", accepted_on=time.on(12)
    )


def campaign(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "name": f"专项法治提升行动{n}",
            "scope": "道路交通安全领域",
            "planned_on": time.first,
            "begun_on": time.on(3),
            "until_on": time.on(40),
            "found": 6,
            "solved": 5,
            "ended_on": time.on(38),
            "results": "解决突出问题五个",
        },
        {"plan.CampaignUnit": [{"unit": "县公安局", "part": "牵头"}]},
    )


def consequence(kind: RewardKind, day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "name": f"法治政府建设考核结果运用{n}",
            "kind": kind,
            "ground": "年度考核结果",
            "proposed_on": time.first,
            "decided_on": time.on(5),
            "document_number": f"示法办〔{time.first.year}〕{n}号",
        }
    )


def assessment(day: date, n: int) -> Made:
    """Published this year for the year before."""
    time = Timeline.since(day)
    return Made(
        {
            "name": f"法治建设考评{n}",
            "year_end_on": date(time.first.year, 1, 1) - timedelta(days=1),
            "published_on": time.first,
            "grade": Grade.EXCELLENT,
            "rank": 3,
            "pool": 8,
            "answered_on": time.on(20),
        },
        {"plan.Deduction": [{"item": "行政机关负责人出庭", "points": 50, "reason": "出庭率未达标"}]},
    )
