"""重大行政决策: how to make lawful, complete decision files, from a base day.

Every day is a working day, every least time and limit is kept whatever holidays fall between, and every gate
in force on the day is met: before 2019-09-01 the five procedures of 2010, from then on the regulation.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.workstreams.decisions.models.choices import (
    Change,
    Competition,
    CompetitionBy,
    Consulted,
    EvaluationGround,
    EvaluationResult,
    FollowUpWay,
    ItemKind,
    Meeting,
    Need,
    Proposer,
    Result,
    ReviewWay,
    RiskFinding,
    RiskKind,
    RiskLevel,
    Scope,
    Verdict,
    Way,
)

YES, NO = Answer.YES, Answer.NO
SUBJECTS = ("公共停车收费办法", "中小学布局规划", "城市更新规划", "河湖保护办法", "污水处理厂建设项目")
EXPERT, PARTICIPANT = "decisions.Expert", "decisions.Participant"
NOT_NEEDED = (("hearing", "未涉及切身利益，无较大分歧"), ("congress", "不属于人大讨论决定或者应当报告的事项"))


def proposed(day: date, n: int) -> Made:
    """An item proposed by a department on the first working day from ``day``."""
    return Made(
        {
            "name": f"示例{SUBJECTS[n % len(SUBJECTS)]}{n}",
            "proposed_on": Timeline.since(day).first,
            "proposer": Proposer.BELOW,
            "item_kind": ItemKind.POLICY,
            "scope": Scope.COVERED,
            "catalogued": YES,
        }
    )


def declined(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return proposed(day, n).with_values(
        studied_on=time.on(5), study="论证意见见卷", declined_on=time.on(8), declined_why="条件尚不成熟"
    )


def drafted(day: date, n: int) -> Made:
    """Studied, started, the units consulted, the draft made and its procedures fixed by the ninth day."""
    time = Timeline.since(day)
    required = ("public", "comment", "expert", "risk", "competition", "party")
    needs: dict[str, Any] = {f"{name}_need": Need.REQUIRED for name in required}
    for name, why in NOT_NEEDED:
        needs |= {f"{name}_need": Need.NOT_REQUIRED, f"{name}_reason": why}
    return proposed(day, n).with_values(
        studied_on=time.on(1),
        study="问题、理由、依据、初步方案见论证意见",
        started_on=time.on(2),
        researched_on=time.on(4),
        consulted_on=time.on(6),
        consulted=Consulted.AGREED,
        drafted_on=time.on(8),
        scoped_on=time.on(9),
        **needs,
    )


def prepared(day: date, n: int) -> Made:
    """Comments for more than thirty days, answered; experts, risks and competition by the fortieth day."""
    time = Timeline.since(day)
    made = drafted(day, n).with_values(
        heard_on=time.on(10),
        heard_by=Way.MEETING,
        comment_on=time.on(10),
        comment_url="https://example.invalid/yijian",
        comment_urgent=NO,
        comment_closed_on=time.on(36),
        answered_on=time.on(37),
        comments=12,
        comments_adopted=9,
        rejected_why="其余三条与上位法不一致",
        feedback_url="https://example.invalid/fankui",
        argued_on=time.on(38),
        expert_conclusion="必要、可行",
        expert_free=YES,
        expert_adoption="论证意见已采纳",
        assessed_on=time.on(39),
        risk_kind=RiskKind.STABILITY,
        risk_level=RiskLevel.LOW,
        risk_points="施工影响出行",
        risk_measures="分段施工，发布绕行公告",
        risk_finding=RiskFinding.CONTROLLABLE,
        risk_assessor="示例评估公司",
        competition_on=time.on(40),
        competition=Competition.COMPLIANT,
        competition_by=CompetitionBy.JOINT,
    )
    expert = {"name": "钱某", "field": "公共管理", "interested": NO, "signed": YES}
    return made.with_part(EXPERT, expert)


def in_review(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return prepared(day, n).with_values(
        review_sent_on=time.on(41), review_wanted_on=time.on(49), procedures_told=YES
    )


def reviewed(day: date, n: int, verdict: Verdict = Verdict.LAWFUL) -> Made:
    time = Timeline.since(day)
    return in_review(day, n).with_values(
        reviewed_on=time.on(47),
        review_way=ReviewWay.HERE,
        opinion_number=f"示合审〔{time.on(47).year}〕{n}号",
        verdict=verdict,
        advisers_heard=YES,
        points=2,
        adjusted_on=time.on(48),
        points_adopted=2,
    )


def failed(day: date, n: int) -> Made:
    return reviewed(day, n, Verdict.UNLAWFUL)


def conditional(day: date, n: int) -> Made:
    return discussed(day, n, reviewed(day, n, Verdict.LAWFUL_IF_CHANGED))


def discussed(day: date, n: int, base: Made | None = None) -> Made:
    """Submitted on the fiftieth day, the Party committee asked, discussed on the fifty-fourth."""
    time = Timeline.since(day)
    return (base or reviewed(day, n)).with_values(
        submitted_on=time.on(50),
        party_asked_on=time.on(51),
        party_replied_on=time.on(53),
        party_reply="同意",
        meeting_kind=Meeting.EXECUTIVE,
        meeting_number="示例县政府第8次常务会议",
        discussed_on=time.on(54),
        members=9,
        present=8,
        head_last=YES,
        recorded=YES,
        deputies_attended=YES,
        legal_head_attended=YES,
        discussion_result=Result.PASSED,
    )


def dropped(day: date, n: int) -> Made:
    return discussed(day, n).with_values(
        discussion_result=Result.REJECTED, dropped_on=Timeline.since(day).on(55)
    )


def decided(day: date, n: int, base: Made | None = None, **more: Any) -> Made:
    """Decided on the fifty-fifth day, published on the fifty-seventh, the papers filed on the sixtieth."""
    time = Timeline.since(day)
    values: dict[str, Any] = {
        "number": f"示政决〔{time.on(55).year}〕{n}号",
        "decided_on": time.on(55),
        "with_majority": YES,
        "published_on": time.on(57),
        "url": "https://example.invalid/juece",
        "concern": YES,
        "adoption_told": YES,
        "filed_on": time.on(60),
        "file_number": f"示档{time.on(60).year}-{n}",
        "file_complete": YES,
    }
    return (base or discussed(day, n)).with_values(**{**values, **more})


def archived(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return decided(day, n, executed_on=time.on(70), execution="已经执行完毕", archived_on=time.on(75))


# 决策以后


def tracked(day: date, n: int) -> Made:
    on = Timeline.since(day).on(65)
    row = {"checked_on": on, "way": FollowUpWay.SURVEY, "finding": "标识不足", "correction": "已增设"}
    return decided(day, n, tracked_on=on).with_part("decisions.FollowUp", row)


def suspended(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return decided(day, n, problem_on=time.on(62), problem="发生洪水", urgent=YES, suspended_on=time.on(63))


def changed(day: date, n: int) -> Made:
    return decided(day, n, changed_on=Timeline.since(day).on(64), change=Change.MINOR)


def stopped(day: date, n: int) -> Made:
    on = Timeline.since(day).on(66)
    return decided(day, n, stopped_on=on, stop_discussed=YES, change_why="上级规划已经调整")


def evaluated(day: date, n: int) -> Made:
    return decided(
        day,
        n,
        evaluated_on=Timeline.since(day).on(68),
        evaluation_ground=EvaluationGround.OBJECTIONS,
        evaluator="示例大学",
        evaluator_free=YES,
        evaluation=EvaluationResult.CONTINUE,
    )


OUTCOMES: Mapping[str, Make] = {
    "open": in_review,
    "declined": declined,
    "failed": failed,
    "dropped": dropped,
    "decided": decided,
    "suspended": suspended,
    "stopped": stopped,
    "archived": archived,
}
