"""政府规章与立法: rows of the registers beside rule and bill, lawful and complete."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.workstreams.legislation.models import choices as m
from fazhi.workstreams.legislation.recipe import NO, URL, YES

# 立法计划


def plan(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "name": f"{time.first.year}年立法计划（{n}）",
            "year": time.first.year,
            "prepared_on": time.first,
            "called_on": time.on(2),
            "call_url": f"{URL}/zj",
            "assessed": YES,
            "approved_on": time.on(30),
            "published_on": time.on(33),
            "url": f"{URL}/lfjh",
            "checked_on": time.on(80),
            "adjusted_on": time.on(90),
            "adjustment": "增加一项，经补充论证",
        }
    )


def project(kind: m.ProjectKind, day: date, n: int, *, done: bool = True) -> Made:
    time = Timeline.since(day)
    values: dict[str, Any] = {
        "name": f"示例市{kind.label}项目{n}",
        "kind": kind,
        "year": time.first.year,
        "applied_on": time.first,
        "necessity": "管理缺少依据；拟确立主管部门和责任制度",
        "added": NO,
        "planned_on": time.on(10),
        "due_on": time.on(120),
    }
    return Made({**values, "done_on": time.on(100), "result": "已经审议公布"} if done else values)


def added(day: date, n: int) -> Made:
    """Added during the year, argued once more, and later taken out."""
    time = Timeline.since(day)
    return project(m.ProjectKind.RULE, day, n, done=False).with_values(
        added=YES, argued_on=time.on(5), dropped_on=time.on(60), dropped_why="结转下一年度"
    )


PROJECTS: Mapping[str, Make] = {
    "rule": partial(project, m.ProjectKind.RULE),
    "bill": partial(project, m.ProjectKind.BILL),
    "planned": partial(project, m.ProjectKind.RULE, done=False),
    "added": added,
}


def proposal(decision: m.ProposalDecision, day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "title": f"关于电动自行车管理的立法建议{n}",
            "proposer": "张三",
            "proposer_kind": m.ProposerKind.CITIZEN,
            "content": "建议规范停放和充电",
            "received_on": time.first,
            "decided_on": time.on(10),
            "decision": decision,
            "decision_why": "经评估论证",
            "replied_on": time.on(12),
        }
    )


PROPOSALS: Mapping[str, Make] = {
    one: partial(proposal, one) for one in m.ProposalDecision if one is not m.ProposalDecision.UNDECIDED
}

# 调研论证、联系点


def research(kind: m.ResearchKind, day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "project_name": f"示例市户外广告管理办法{n}",
            "kind": kind,
            "prepared_on": time.first,
            "held_on": time.on(5),
            "place": "示例县",
            "participants": 20,
            "points": 12,
            "reported_on": time.on(12),
            "report": "立法调研报告",
        }
    )


RESEARCHES: Mapping[str, Make] = {
    one: partial(research, one) for one in m.ResearchKind if one is not m.ResearchKind.UNDECIDED
}


def contact_point(day: date, n: int) -> Made:
    time = Timeline.since(day)
    facts = {"name": f"立法联系点{n}", "kind": m.PointKind.COUNTY, "place": "示例县"}
    return Made({**facts, "since_on": time.first, "document_number": f"示府办发〔{time.first.year}〕{n}号"})


def point_opinion(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "point_name": "立法联系点1",
            "draft": f"示例市户外广告管理办法（草案）{n}",
            "sent_on": time.first,
            "due_on": time.on(10),
            "returned_on": time.on(8),
            "opinions": 6,
            "adopted": 4,
            "fed_back_on": time.on(20),
        }
    )


# 清理、目录


def cleaned_up(verdict: m.Verdict, day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "round_name": f"{time.first.year}年规章清理",
            "subject": f"示例市管理规定{n}",
            "order_number": f"示例市人民政府令第{n}号",
            "listed_on": time.first,
            "judged_on": time.on(15),
            "verdict": verdict,
            "reason": "经清理审查",
            "published_on": time.on(25),
            "url": f"{URL}/qljg",
        }
    )


VERDICTS: Mapping[str, Make] = {
    one: partial(cleaned_up, one) for one in m.Verdict if one is not m.Verdict.UNDECIDED
}


def yearly_list(day: date, n: int) -> Made:
    """The list of the year before ``day``, sent in its January."""
    january = Timeline.since(date(day.year, 1, 8))
    values = {"name": f"{day.year - 1}年规章目录{n}", "year_end_on": date(day.year - 1, 12, 31)}
    return Made({**values, "rules": 2, "sent_on": january.on(2)})


# 机构、人员、法律法规


def body(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made({"name": f"立法科{n}", "posts": 4, "since_on": time.first, "document_number": f"示编发{n}号"})


def staff(day: date, n: int) -> Made:
    time = Timeline.since(day)
    facts = {"name": f"王五{n}", "body_name": "立法科", "post": "科员", "qualified": YES}
    return Made({**facts, "since_on": time.first})


def statute(day: date, n: int) -> Made:
    time = Timeline.since(day)
    facts = {"name": f"示例保护条例{n}", "level": m.StatuteLevel.LOCAL, "version": f"{time.first.year}年"}
    return Made({**facts, "in_force_on": time.first, "since_on": time.first})


def used(kind: m.UseKind, day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "statute_name": "示例保护条例1",
            "kind": kind,
            "arranged_on": time.first,
            "done_on": time.on(10),
            "occasion": f"{kind.label}{n}",
            "persons": 60,
        }
    )


USES: Mapping[str, Make] = {one: partial(used, one) for one in m.UseKind if one is not m.UseKind.UNDECIDED}
