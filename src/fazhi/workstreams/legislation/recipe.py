"""政府规章与立法: how to make lawful, complete rows of rules and bills from a base day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.workstreams.legislation.models import choices as m

YES, NO = Answer.YES, Answer.NO
URL = "https://www.example.gov.cn"


def drafted(day: date, n: int) -> Made:
    """A project of the first day, drafted on the second, open to comment for twenty-six working days."""
    time = Timeline.since(day)
    return Made(
        {
            "subject": f"示例市户外广告管理办法{n}",
            "title_kind": m.TitleKind.MEASURES,
            "maker_kind": m.Maker.CITY,
            "matter": m.Matter.CONSTRUCTION,
            "assigned_on": time.first,
            "basis": "有关法律、法规",
            "burdens": YES,
            "burden_basis": "省城市市容和环境卫生管理条例",
            "drafted_on": time.on(2),
            "consultation": m.Consultation.PUBLIC,
            "comment_from_on": time.on(5),
            "comment_to_on": time.on(31),
            "comment_url": f"{URL}/lfyj",
        }
    )


def submitted(day: date, n: int) -> Made:
    """Departments heard, no hearing needed, submitted for review on the thirty-fifth day."""
    time = Timeline.since(day)
    return drafted(day, n).with_values(
        comments=20,
        comments_adopted=12,
        interests=NO,
        hearing=m.Need.NOT_NEEDED,
        departments_on=time.on(10),
        differing=NO,
        submitted_on=time.on(35),
        submit_signer="局长",
        submit_complete=YES,
    )


def published(day: date, n: int, **more: Any) -> Made:
    """Reviewed, decided, signed, published on the sixtieth day, in force later, filed everywhere in time."""
    time = Timeline.since(day)
    return submitted(day, n).with_values(
        **{
            "opinions_sought_on": time.on(37),
            "grassroots_on": time.on(40),
            "operators": NO,
            "reviewed_on": time.on(50),
            "review_result": m.Opinion.IF_CHANGED,
            "review_number": f"示审〔{time.on(50).year}〕{n}号",
            "review_signer": "司法局局长",
            "weighty": NO,
            "discussed_on": time.on(55),
            "meeting": m.Body.EXECUTIVE,
            "meeting_name": "市政府常务会议",
            "passed": m.Passed.PASSED,
            "signed_on": time.on(58),
            "signer": "市长",
            "order_number": f"示例市人民政府令第{n}号",
            "effective_on": time.on(86),
            "published_on": time.on(60),
            "url": f"{URL}/gz",
            "carried_on": time.on(62),
            "gazette": f"{time.on(62).year}年第{time.on(62).month}期",
            "newspaper": "示例日报",
            "filed_on": time.on(66),
            "filing_complete": YES,
            "filed_province_on": time.on(66),
            "filed_congress_on": time.on(66),
            "filed_province_congress_on": time.on(66),
            "filing_result_on": time.on(75),
            "filing_result": m.FilingResult.ACCEPTED,
            "interpreted_on": time.on(62),
            "interpretation_url": f"{URL}/jd",
            "temporary": NO,
            **more,
        }
    )


def heard(day: date, n: int) -> Made:
    """Great interests at stake: argued, announced thirty days before and heard in public."""
    time = Timeline.since(day)
    return published(
        day,
        n,
        interests=YES,
        argued_on=time.on(8),
        argument="专家认为主要制度可行",
        hearing=m.Need.NEEDED,
        hearing_announced_on=time.on(5),
        hearing_set_on=time.on(32),
        heard_on=time.on(32),
        hearing_record=YES,
        hearing_handling="采纳四条，一条因无上位法依据未采纳",
    )


def disputed(day: date, n: int) -> Made:
    """Departments differ, the legal body publishes it again and co-ordinates."""
    time = Timeline.since(day)
    again = {"review_from_on": time.on(38), "review_to_on": time.on(64)}
    later = {
        "reviewed_on": 66, "discussed_on": 70, "signed_on": 72, "published_on": 74, "carried_on": 76,
        "filed_on": 80, "filed_province_on": 80, "filed_congress_on": 80, "filed_province_congress_on": 80,
        "filing_result_on": 88, "interpreted_on": 76, "effective_on": 100,
    }  # fmt: skip
    return published(
        day,
        n,
        differing=YES,
        differences="两个部门对处罚主体意见不一",
        coordinated_on=time.on(45),
        coordination="由城市管理部门行使",
        operators=YES,
        competition=m.Competition.COMPLIANT,
        competition_by=m.CompetitionBy.JOINT,
        **again,
        **{name: time.on(days) for name, days in later.items()},
    )


def supplemented(day: date, n: int) -> Made:
    """The filing body asked for supplements and later for a correction; both were answered in time."""
    time = Timeline.since(day)
    return published(
        day,
        n,
        supplement_notice_on=time.on(68),
        refiled_on=time.on(72),
        filing_result=m.FilingResult.SUPPLEMENTED,
        examined_from_on=time.on(76),
        examined_on=time.on(90),
        correction_notice_on=time.on(91),
        handled_on=time.on(100),
        handling="已经启动修改",
    )


def evaluated(day: date, n: int) -> Made:
    """In force for some weeks, explained and evaluated."""
    time = Timeline.since(day)
    return published(
        day,
        n,
        explained_on=time.on(95),
        explanation="第三条所称户外广告包括电子显示屏",
        explanation_approved=YES,
        evaluated_on=time.on(110),
        evaluation_method="问卷、座谈",
        evaluation=m.Conclusion.KEEP,
    )


def ended(ending: m.Ending, day: date, n: int) -> Made:
    """Ended some months after publication, on a ground that is stated, and published."""
    more: dict[str, Any] = (
        {"successor": f"示例市户外广告管理办法{n}（修订）"} if ending is m.Ending.REPLACED else {}
    )
    if ending is not m.Ending.ANNULLED:
        more |= {"ending_ground": m.EndingGround.CLEAN_UP, "ending_url": f"{URL}/fz"}
    return published(day, n, ending=ending, ended_on=Timeline.since(day).on(120), **more)


def dropped(day: date, n: int) -> Made:
    time = Timeline.since(day)
    facts = {"subject": f"示例市停车管理办法{n}", "assigned_on": time.first, "dropped_on": time.on(20)}
    return Made({**facts, "maker_kind": m.Maker.CITY, "dropped_why": "上位法已经规定"})


RULES: Mapping[str, Make] = {
    "published": published,
    "heard": heard,
    "disputed": disputed,
    "supplemented": supplemented,
    "evaluated": evaluated,
    "dropped": dropped,
    **{one: partial(ended, one) for one in m.Ending if one is not m.Ending.UNDECIDED},
}


def bill(day: date, n: int) -> Made:
    """Studied, drafted, reviewed, discussed and submitted to the congress on the fiftieth day."""
    time = Timeline.since(day)
    return Made(
        {
            "subject": f"示例市饮用水水源地保护条例{n}",
            "matter": m.Matter.ECOLOGY,
            "maker_kind": m.Maker.CITY,
            "begun_on": time.first,
            "researched_on": time.on(6),
            "research_report": "饮用水水源地保护立法调研报告",
            "drafted_on": time.on(10),
            "comment_from_on": time.on(11),
            "comment_to_on": time.on(37),
            "comments": 15,
            "comments_adopted": 9,
            "operators": NO,
            "reviewed_on": time.on(42),
            "review_result": m.Opinion.LAWFUL,
            "review_number": f"示审〔{time.on(42).year}〕{n}号",
            "discussed_on": time.on(46),
            "meeting": m.Body.EXECUTIVE,
            "meeting_name": "市政府常务会议",
            "passed": m.Passed.PASSED,
            "submitted_on": time.on(50),
            "submission_number": f"示府案〔{time.on(50).year}〕{n}号",
        }
    )


def enacted(day: date, n: int) -> Made:
    """Read twice, passed, approved by the province within its four months, published."""
    time = Timeline.since(day)
    return bill(day, n).with_values(
        deliberated_on=time.on(60),
        readings=2,
        adopted_on=time.on(70),
        needs_approval=YES,
        approval_asked_on=time.on(72),
        approved_on=time.on(90),
        published_on=time.on(95),
        effective_on=time.on(120),
        url=f"{URL}/fg",
    )


def given_up(day: date, n: int) -> Made:
    time = Timeline.since(day)
    facts = {"subject": f"示例市公共交通条例{n}", "begun_on": time.first, "ended_on": time.on(15)}
    return Made({**facts, "ended_why": "条件尚不成熟"})


BILLS: Mapping[str, Make] = {"submitted": bill, "enacted": enacted, "given_up": given_up}
