"""行政复议: for each indicator a row that counts in it; with the outcomes, the recipes of all registers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.recipe import Example, Made, Make, Recipe, Timeline
from fazhi.law.editions import ARL_2023 as NEW
from fazhi.workstreams.reconsideration import recipe as case
from fazhi.workstreams.reconsideration import variants
from fazhi.workstreams.reconsideration.in_hand import in_hand
from fazhi.workstreams.reconsideration.models.choices import (
    Channel,
    Field,
    Judgment,
    Outcome,
    SuspensionGround,
)
from fazhi.workstreams.reconsideration.models.registers import Profession, ReviewBasis, ReviewResult

YES = Answer.YES


def ending(outcome: Outcome) -> Example:
    """A case that ended so."""
    return Example("closed_on", case.OUTCOMES[outcome], outcome=outcome)


def laid_over(on: str, **values: Any) -> Example:
    """A case of any outcome with these columns."""

    def make(day: date, n: int) -> Made:
        return case.upheld(day, n).with_values(**values)

    return Example(on, make, values)


CLOSED = Example("closed_on", case.upheld)
CASES: Mapping[str, Example] = {
    "received": Example("received_on", case.upheld),
    "accepted": Example("accepted_on", case.upheld),
    "refused": Example("refused_on", case.refused, outcome="refused"),
    "abandoned": Example("abandoned_on", case.abandoned, outcome="abandoned"),
    "forwarded": Example("forwarded_on", case.OUTCOMES["forwarded"], outcome="forwarded"),
    "redirected": Example("redirected_on", case.OUTCOMES["redirected"], outcome="redirected"),
    "dropped": Example("dropped_on", case.dropped, outcome="dropped"),
    "deemed_accepted": Example("accepted_on", variants.deemed_accepted),
    "carried_over": Example("accepted_on", case.opened, outcome="open"),
    "open": Example("accepted_on", case.opened, outcome="open"),
    "closed": CLOSED,
    "closing_rate": CLOSED,
    "on_time_rate": CLOSED,
    "median_days": CLOSED,
    "extended": Example("extended_on", variants.extended),
    "suspended": Example("suspended_on", partial(variants.suspended, SuspensionGround.LEGAL_QUESTION)),
    "accepted_change": Example("accepted_on", case.upheld),
    "upheld": ending(Outcome.UPHELD),
    "changed": ending(Outcome.CHANGED),
    "annulled": ending(Outcome.ANNULLED),
    "declared_illegal": ending(Outcome.ILLEGAL),
    "declared_void": ending(Outcome.VOID),
    "performance_ordered": ending(Outcome.PERFORMANCE),
    "claim_rejected": ending(Outcome.CLAIM_REJECTED),
    "application_rejected": ending(Outcome.APPLICATION_REJECTED),
    "agreement_decided": ending(Outcome.AGREEMENT),
    "mediated": ending(Outcome.MEDIATED),
    "terminated": ending(Outcome.TERMINATED),
    "decided": CLOSED,
    "corrected": ending(Outcome.ANNULLED),
    "correction_rate": ending(Outcome.ANNULLED),
    "settled": Example("closed_on", case.settled, outcome=Outcome.TERMINATED),
    "withdrawn": Example("closed_on", case.withdrawn, outcome=Outcome.TERMINATED),
    "agreed": ending(Outcome.MEDIATED),
    "mediation_rate": ending(Outcome.MEDIATED),
    "damages_paid": Example("closed_on", variants.granted, outcome=Outcome.ANNULLED),
    "simple": Example("accepted_on", case.only(NEW, variants.simple)),
    "ordinary_decided": CLOSED,
    "opinions_heard_rate": CLOSED,
    "hearings": Example("heard_on", variants.heard),
    "public_hearings": Example("heard_on", variants.heard),
    "heads_attending_rate": Example("heard_on", variants.heard),
    "committee_asked": Example("committee_asked_on", variants.advised),
    "committee_advised": Example("committee_advised_on", variants.advised),
    "committee_adopted_rate": Example("committee_advised_on", variants.advised),
    "suspended_for_review": Example(
        "suspended_on", partial(variants.suspended, SuspensionGround.NORM_REVIEW)
    ),
    "received_online": laid_over("received_on", channel=Channel.ONLINE),
    "online_rate": laid_over("received_on", channel=Channel.ONLINE),
    "accepted_enterprise": laid_over("accepted_on", enterprise=YES),
    "closed_enterprise": laid_over("closed_on", enterprise=YES),
    **{f"accepted_{field}": laid_over("accepted_on", field=field) for field in Field},
    "accepted_centralised": laid_over("accepted_on", centralised=YES),
    "accepted_not_centralised": laid_over("accepted_on", centralised=Answer.NO),
    "accepted_centralised_unknown": laid_over("accepted_on", centralised=Answer.UNKNOWN),
    "applicants": Example("accepted_on", case.upheld),
    "sued_after_rate": Example("closed_on", partial(variants.sued, Judgment.UNDECIDED)),
    "judged_after": Example("judged_on", partial(variants.sued, Judgment.WON)),
    "lost_after_rate": Example("judged_on", partial(variants.sued, Judgment.LOST)),
    "published": Example("published_on", variants.published),
    "urged": Example("urged_on", variants.urged, outcome=Outcome.ANNULLED),
    "cases_per_staff": Example("accepted_on", case.upheld),
}


# 意见书、附带审查、制度、人员


def letter(day: date, n: int) -> Made:
    """Issued on the third day, received on the fifth, reported on within a month."""
    time = Timeline.since(day)
    return Made(
        {
            "number": f"示复意〔{time.first.year}〕{n}号",
            "drafted_on": time.first,
            "issued_on": time.on(3),
            "problem": "行政行为程序不当",
            "received_on": time.on(5),
            "reported_on": time.on(20),
            "report": "已经纠正",
        }
    )


def review(day: date, n: int) -> Made:
    """Raised by the applicant and found lawful by the organ itself, the maker having been asked."""
    time = Timeline.since(day)
    return Made(
        {
            "case_number": f"示复〔{time.first.year}〕{n}号",
            "document": f"示例县规范性文件{n}",
            "clause": "第三条",
            "basis": ReviewBasis.REQUEST,
            "competent": YES,
            "raised_on": time.first,
            "suspended_on": time.on(1),
            "maker_told_on": time.on(2),
            "maker_received_on": time.on(3),
            "maker_answered_on": time.on(8),
            "concluded_on": time.on(12),
            "result": ReviewResult.LAWFUL,
        }
    )


def rule(day: date, n: int) -> Made:
    return Made({"name": f"行政复议工作制度{n}", "issued_on": Timeline.since(day).first})


def appointed(day: date, n: int, **more: Any) -> Made:
    return Made({"name": case.invented(n), "since_on": Timeline.since(day).first, **more})


employed = partial(appointed, full_time=YES, first_time=YES, qualified=YES, trained=YES)
member = partial(appointed, profession=Profession.EXPERT)


def standing(key: str, make: Make) -> Recipe:
    """Somebody on a roster from the day on."""
    return Recipe("standing", {"standing": make}, {key: Example("since_on", make)})


RECIPES: Mapping[str, Recipe] = {
    "reconsideration.case": Recipe(
        Outcome.UPHELD, case.OUTCOMES, CASES, open="open", organs=("respondent",), in_hand=in_hand
    ),
    "reconsideration.opinion_letter": Recipe(
        "reported",
        {"reported": letter},
        {
            "letters": Example("issued_on", letter),
            "letters_reported": Example("reported_on", letter),
            "letter_report_rate": Example("issued_on", letter),
        },
        organs=("addressee",),
    ),
    "reconsideration.norm_review": Recipe(
        "concluded", {"concluded": review}, {"norm_reviews": Example("raised_on", review)}, organs=("maker",)
    ),
    "reconsideration.rule": Recipe(
        "standing", {"standing": rule}, {"rules_made": Example("issued_on", rule)}
    ),
    "reconsideration.supervisor": standing("supervisors", appointed),
    "reconsideration.committee_member": standing("committee_members", member),
    "reconsideration.staff": Recipe(
        "standing",
        {"standing": employed},
        {"staff": Example("since_on", employed), "qualified_staff": Example("since_on", employed)},
    ),
}
