"""重大行政决策: for each indicator a row that counts in it; the recipes of all registers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fazhi.engine.answer import Answer
from fazhi.engine.recipe import Example, Made, Recipe, Timeline
from fazhi.workstreams.decisions import recipe as file
from fazhi.workstreams.decisions import variants
from fazhi.workstreams.decisions.in_hand import (
    catalogue_in_hand,
    decisions_in_hand,
    matters_in_hand,
    visits_in_hand,
)
from fazhi.workstreams.decisions.models.choices import ItemKind, Result, Verdict
from fazhi.workstreams.decisions.models.registers import Fault, MatterKind, Measure

YES, NO = Answer.YES, Answer.NO
DECIDED = Example("decided_on", file.decided)
DISCUSSED = Example("discussed_on", file.decided)
REVIEWED = Example("reviewed_on", file.decided)

DECISIONS: Mapping[str, Example] = {
    "started": Example("started_on", file.decided),
    "decided": DECIDED,
    "consultations": Example("comment_on", file.decided),
    "comments": Example("answered_on", file.decided),
    "comments_adopted": Example("answered_on", file.decided),
    "comment_adoption_rate": Example("answered_on", file.decided),
    "consultations_shortened": Example("comment_on", variants.shortened),
    "hearings": Example("hearing_held_on", variants.heard),
    "expert_reviews": Example("argued_on", file.decided),
    "risk_assessments": Example("assessed_on", file.decided),
    "competition_reviews": Example("competition_on", file.decided),
    "reviewed": REVIEWED,
    "reviewed_lawful": REVIEWED,
    "reviewed_conditional": Example("reviewed_on", file.conditional),
    "reviewed_failed": Example("reviewed_on", file.failed, outcome="failed"),
    "with_lawyers": REVIEWED,
    "joint_reviews": Example("joint_on", variants.joint),
    "decision_opinions": REVIEWED,
    "exceptions": Example("submitted_on", variants.exploring),
    "discussed": DISCUSSED,
    "review_rate": DISCUSSED,
    "party_reports": Example("party_asked_on", file.decided),
    "congress_reports": Example("congress_on", variants.told_congress),
    "published": Example("published_on", file.decided),
    "executing": DECIDED,
    "tracked": Example("tracked_on", file.tracked),
    "suspended": Example("suspended_on", file.suspended, outcome="suspended"),
    "changed": Example("changed_on", file.changed),
    "stopped": Example("stopped_on", file.stopped, outcome="stopped"),
    "post_evaluations": Example("evaluated_on", file.evaluated),
}


# 目录、督导、上会事项、责任追究


def listed(day: date, n: int) -> Made:
    """An item of the catalogue of the year of ``day``, published on the twelfth day."""
    time = Timeline.since(day)
    return Made(
        {
            "year": time.first.year,
            "seq": n,
            "name": f"示例决策事项{n}",
            "item_kind": ItemKind.PLAN,
            "basis": "年度重点工作",
            "executor": "示例县发展和改革局",
            "steps": "上半年完成论证，下半年提交审议",
            "drafted_on": time.first,
            "counted_from_on": date(time.on(12).year - 1, 12, 31) if time.on(12).month < 4 else None,
            "consented_on": time.on(8),
            "consent_number": f"示委发〔{time.first.year}〕{n}号",
            "published_on": time.on(12),
            "url": "https://example.invalid/mulu",
        }
    )


def completed(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return listed(day, n).with_values(
        completed_on=time.on(60), decision_number=f"示政决〔{time.on(60).year}〕{n}号"
    )


def removed(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return listed(day, n).with_values(
        adjusted_on=time.on(40),
        adjusted_why="上级规划调整",
        removal_consented_on=time.on(42),
        removed_on=time.on(44),
    )


def visit(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "team": f"第{n}督导组",
            "item": f"示例决策事项{n}",
            "visited_on": time.first,
            "finding": "进度滞后",
            "rectified_on": time.on(10),
            "rectification": "已赶上进度",
            "closed_on": time.on(12),
        }
    )


def matter(day: date, n: int, kind: MatterKind = MatterKind.TOPIC) -> Made:
    """Received, reviewed on the third day with one opinion, put to the meeting and passed."""
    time = Timeline.since(day)
    return Made(
        {
            "name": f"示例议题{n}",
            "kind": kind,
            "received_on": time.first,
            "reviewed_on": time.on(3),
            "reviewer": "李四",
            "opinion_number": f"示审〔{time.on(3).year}〕{n}号",
            "verdict": Verdict.LAWFUL,
            "points": 1,
            "submitted_on": time.on(5),
            "meeting": "示例县政府第8次常务会议",
            "settled_on": time.on(7),
            "members": 9,
            "present": 8,
            "in_favour": 8,
            "result": Result.PASSED,
        }
    )


def adopted(day: date, n: int) -> Made:
    """The opinion was adopted before the matter went to the meeting."""
    return matter(day, n).with_values(adoption_on=Timeline.since(day).on(4), points_adopted=1)


def document(day: date, n: int) -> Made:
    return matter(day, n, MatterKind.DOCUMENT)


def funds(day: date, n: int) -> Made:
    return matter(day, n, MatterKind.FUNDS).with_values(amount=500_000_000)


def taken_back(day: date, n: int) -> Made:
    time = Timeline.since(day)
    whole = matter(day, n).values
    kept = ("name", "kind", "received_on", "reviewed_on", "reviewer", "opinion_number", "points")
    return Made(
        {
            **{name: whole[name] for name in kept},
            "verdict": Verdict.UNLAWFUL,
            "withdrawn_back_on": time.on(6),
        }
    )


def excepted(day: date, n: int) -> Made:
    """Put to the meeting without review, for a stated reason and by leave of a named head."""
    kept = matter(day, n).values
    gone = ("reviewed_on", "reviewer", "opinion_number", "verdict", "points")
    values = {name: value for name, value in kept.items() if name not in gone}
    return Made({**values, "excepted": YES, "exception_why": "紧急救灾资金", "exception_by": "县长"})


def pursued(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "decision": f"示例决策事项{n}",
            "person": f"周某{n}",
            "duty": "副局长",
            "opened_on": time.first,
            "fault": Fault.UNDERTAKING,
            "finding": "未履行专家论证程序",
            "dissented": NO,
            "concluded_on": time.on(30),
            "measure": Measure.TALKED,
        }
    )


MATTER_REVIEWED = Example("reviewed_on", matter)
MATTER_SUBMITTED = Example("submitted_on", matter)
MATTERS: Mapping[str, Example] = {
    "materials_reviewed": MATTER_REVIEWED,
    "documents_reviewed": Example("reviewed_on", document),
    "matters_reviewed": MATTER_REVIEWED,
    "opinions": MATTER_REVIEWED,
    "opinions_adopted": Example("reviewed_on", adopted),
    "adoption_rate": Example("reviewed_on", adopted),
    "matters_submitted": MATTER_SUBMITTED,
    "matters_due": MATTER_SUBMITTED,
    "matter_review_rate": MATTER_SUBMITTED,
    "matter_exceptions": Example("submitted_on", excepted, outcome="excepted"),
    "major_matters": Example("settled_on", funds),
    "township_coverage": MATTER_REVIEWED,
}

RECIPES: Mapping[str, Recipe] = {
    "decisions.decision": Recipe(
        "decided",
        file.OUTCOMES,
        DECISIONS,
        open="open",
        organs=("unit", "executor"),
        in_hand=decisions_in_hand,
    ),
    "decisions.catalogue_item": Recipe(
        "completed",
        {"published": listed, "completed": completed, "removed": removed},
        {
            "catalogue_items": Example("published_on", listed),
            "catalogue_completed": Example("completed_on", completed, outcome="completed"),
            "catalogue_removed": Example("removed_on", removed, outcome="removed"),
            "completion_rate": Example("published_on", completed),
        },
        open="published",
        organs=("unit",),
        in_hand=catalogue_in_hand,
    ),
    "decisions.visit": Recipe(
        "closed",
        {"closed": visit},
        {"visits": Example("visited_on", visit)},
        organs=("visited_unit",),
        in_hand=visits_in_hand,
    ),
    "decisions.matter": Recipe(
        "settled",
        {"settled": matter, "taken_back": taken_back, "excepted": excepted},
        MATTERS,
        organs=("submitter",),
        in_hand=matters_in_hand,
    ),
    "decisions.liability": Recipe(
        "concluded", {"concluded": pursued}, {"liabilities": Example("concluded_on", pursued)}
    ),
}
