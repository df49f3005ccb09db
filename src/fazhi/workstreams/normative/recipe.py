"""行政规范性文件: how to make lawful, complete rows from a base day, every limit kept and every gate met."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.workstreams.normative.models.choices import (
    Class,
    Competition,
    CompetitionBy,
    Conclusion,
    Consultation,
    Ending,
    EndingGround,
    FilingResult,
    Maker,
    ObjectionKind,
    Opinion,
    Paper,
    Passed,
    Validity,
    Verdict,
)
from fazhi.workstreams.normative.models.review import PROHIBITIONS

YES, NO = Answer.YES, Answer.NO


def drafted(day: date, n: int) -> Made:
    """Planned on the first day, drafted on the fifth and open to comment from the sixth to the fortieth."""
    time = Timeline.since(day)
    return Made(
        {
            "subject": f"示例管理办法{n}",
            "maker_kind": Maker.GOVERNMENT,
            "basis": "有关法律、法规",
            "planned_on": time.first,
            "assessed_on": time.on(3),
            "necessary": YES,
            "classified": Class.NORMATIVE,
            "drafted_on": time.on(5),
            "responsible": YES,
            "operators": NO,
            "consultation": Consultation.PUBLIC,
            "comment_from_on": time.on(6),
            "comment_url": "https://www.example.gov.cn/yjzj",
        }
    )


def published(day: date, n: int, **more: Any) -> Made:
    """Published on the forty-fifth working day, filed upward within ten days and with the congress."""
    time = Timeline.since(day)
    values = {
        "number": f"示规〔{time.on(43).year}〕{n}号",
        "document_number": f"示政发〔{time.on(44).year}〕{n}号",
        "comment_to_on": time.on(32),
        "comments": 12,
        "comments_adopted": 8,
        "comments_rejected_why": "其余四条与上位法不一致",
        "comment_feedback_on": time.on(32),
        "consulted_on": time.on(33),
        "competition": Competition.COMPLIANT,
        "competition_by": CompetitionBy.JOINT,
        "special_on": time.on(34),
        "checked_on": time.on(35),
        "review_sent_on": time.on(35),
        "reviewed_on": time.on(41),
        "review_body": "示例县司法局",
        "review_number": f"示合审〔{time.on(41).year}〕{n}号",
        "review_result": Opinion.LAWFUL,
        "points": 3,
        "adjusted_on": time.on(41),
        "points_adopted": 3,
        "decided_on": time.on(42),
        "meeting": "县政府常务会议",
        "passed": Passed.PASSED,
        "signed_on": time.on(43),
        "signer": "县长",
        "numbered_on": time.on(43),
        "issued_on": time.on(44),
        "published_on": time.on(45),
        "url": "https://www.example.gov.cn/gfxwj",
        "effective_on": time.on(45),
        "validity": Validity.LONG,
        "interpreted_on": time.on(45),
        "interpretation_url": "https://www.example.gov.cn/jd",
        "filed_on": time.on(49),
        "filed_to": "上级人民政府",
        "filing_complete": YES,
        "congress_filed_on": time.on(50),
        "filing_result_on": time.on(60),
        "filing_result": FilingResult.ACCEPTED,
        "congress_result_on": time.on(61),
        "congress_result": FilingResult.ACCEPTED,
    }
    return drafted(day, n).with_values(**{**values, **more})


def for_operators(day: date, n: int) -> Made:
    return published(day, n, operators=YES, operators_heard_on=Timeline.since(day).on(20))


def evaluated(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return published(
        day, n, evaluated_on=time.on(62), evaluation_method="问卷、座谈", evaluation=Conclusion.KEEP
    )


def renewed(day: date, n: int) -> Made:
    """Evaluated, and kept in force for two years beyond the day stated."""
    renewed_on = Timeline.since(day).on(64)
    return evaluated(day, n).with_values(
        renewed_on=renewed_on, expires_on=date(renewed_on.year + 2, 12, 31), validity=Validity.GENERAL
    )


def ended(ending: Ending, day: date, n: int) -> Made:
    """Ended some months after publication, on a ground that is stated."""
    more: dict[str, Any] = {"successor": f"示例管理办法{n}（修订）"} if ending is Ending.REPLACED else {}
    if ending is Ending.ANNULLED:
        more["filing_result"] = FilingResult.ANNULLED
    else:
        more["ending_ground"] = EndingGround.CLEAN_UP
    return published(day, n, ending=ending, ended_on=Timeline.since(day).on(70), **more)


def dropped(day: date, n: int) -> Made:
    time = Timeline.since(day)
    values = {"subject": f"示例通知{n}", "planned_on": time.first, "dropped_on": time.on(5)}
    return Made({**values, "dropped_why": "属于内部管理事项", "classified": Class.NOT_NORMATIVE})


DOCUMENTS: Mapping[str, Make] = {
    "published": published,
    "renewed": renewed,
    "dropped": dropped,
    **{
        ending: partial(ended, ending)
        for ending in (Ending.ABOLISHED, Ending.INVALID, Ending.REPLACED, Ending.ANNULLED)
    },
}


def reviewed(kind: Paper, day: date, n: int, **more: Any) -> Made:
    """Received, and reviewed by the sixth working day with an opinion of lawfulness."""
    time = Timeline.since(day)
    values = {
        "kind": kind,
        "subject": f"{kind.label}{n}",
        "received_on": time.first,
        "urgent": NO,
        "concluded_on": time.on(6),
        "result": Opinion.LAWFUL,
        "number_given": f"示审〔{time.on(6).year}〕{n}号",
        "comments": 3,
        "comments_adopted": 3,
        "closed_on": time.on(7),
        **({name: YES for name, _ in PROHIBITIONS} if kind is Paper.NORMATIVE else {}),
    }
    return Made({**values, **more})


def corrected(day: date, n: int) -> Made:
    """A filing found unlawful, put right by its maker within ten days."""
    time = Timeline.since(day)
    facts = {"demanded_on": time.on(7), "corrected_on": time.on(12), "correction": "已经修改"}
    return reviewed(Paper.FILING, day, n, result=Opinion.UNLAWFUL, closed_on=time.on(13), **facts)


def annulled(day: date, n: int) -> Made:
    time = Timeline.since(day)
    facts = {"demanded_on": time.on(7), "annulled_on": time.on(15)}
    return reviewed(Paper.FILING, day, n, result=Opinion.OUT_OF_POWER, closed_on=time.on(16), **facts)


REVIEWS: Mapping[str, Make] = {
    **{kind: partial(reviewed, kind) for kind in Paper if kind is not Paper.UNDECIDED},
    "corrected": corrected,
    "annulled": annulled,
}


def cleaned_up(verdict: Verdict, day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "round_name": f"{time.first.year}年规范性文件清理",
            "subject": f"示例规定{n}",
            "document_number": f"示政发〔{time.first.year - 3}〕{n}号",
            "listed_on": time.first,
            "judged_on": time.on(5),
            "verdict": verdict,
            "reason": "经清理审查",
        }
    )


VERDICTS: Mapping[str, Make] = {
    verdict: partial(cleaned_up, verdict) for verdict in Verdict if verdict is not Verdict.UNDECIDED
}


def round_of(day: date, n: int) -> Made:
    """Begun, approved by a meeting on the twentieth day and published; the next one begun within the year."""
    time = Timeline.since(day)
    return Made(
        {
            "name": f"第{n}轮文件清理",
            "begun_on": time.first,
            "scope": "现行有效的文件",
            "papers": 100,
            "approved_on": time.on(20),
            "meeting": "县政府常务会议",
            "published_on": time.on(22),
            "url": "https://www.example.gov.cn/qljg",
            "next_on": time.on(200),
        }
    )


def objected(kind: ObjectionKind, day: date, n: int) -> Made:
    """Answered within the shortest limit, the document being lawful."""
    time = Timeline.since(day)
    return Made(
        {
            "kind": kind,
            "subject": f"示例规定{n}",
            "clause": "第三条",
            "received_on": time.first,
            "answered_on": time.on(8),
            "finding": Opinion.LAWFUL,
            "answer": "该条款有上位法依据",
            "closed_on": time.on(9),
        }
    )


OBJECTIONS: Mapping[str, Make] = {
    kind: partial(objected, kind) for kind in ObjectionKind if kind is not ObjectionKind.UNDECIDED
}


def planned(day: date, n: int, *, done: bool = True) -> Made:
    time = Timeline.since(day)
    values = {
        "subject": f"示例管理办法{n}",
        "year": time.first.year,
        "proposed_on": time.first,
        "planned_on": time.on(5),
        "due_on": time.on(100),
    }
    return Made({**values, "done_on": time.on(60), "result": "已经公布"} if done else values)


def yearly(day: date, n: int) -> Made:
    """The list of the year of the day, sent in the second week of January after."""
    end = date(Timeline.since(day).first.year, 12, 31)
    time = Timeline.since(date(end.year + 1, 1, 3))
    return Made(
        {
            "name": f"{end.year}年度行政规范性文件目录{n}",
            "year_end_on": end,
            "compiled_on": time.first,
            "papers": 2,
            "unfiled": "一件因涉密不报送备案",
            "sent_on": time.on(6),
            "sent_to": "市司法局",
        }
    )
