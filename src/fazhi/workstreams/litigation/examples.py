"""行政应诉: for each indicator a row that counts in it; with the outcomes, the recipes of all registers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from fazhi.engine.recipe import Example, Made, Recipe
from fazhi.workstreams.litigation import recipe as suit
from fazhi.workstreams.litigation import small, variants
from fazhi.workstreams.litigation.models.choices import (
    DefendantLevel,
    Field,
    LossCause,
    Outcome,
    PlaintiffKind,
    Reconsidered,
    Role,
)
from fazhi.workstreams.litigation.models.registers import MeetingKind, SuggestionKind, WarningKind
from fazhi.workstreams.litigation.recipe import YES


def ending(outcome: Outcome, on: str = "concluded_on") -> Example:
    """A suit that ended so."""
    return Example(on, suit.OUTCOMES[outcome], outcome=outcome)


def laid_over(on: str, **values: Any) -> Example:
    """A suit of any outcome with these columns."""

    def make(day: date, n: int) -> Made:
        return suit.won(day, n).with_values(**values)

    return Example(on, make, values)


def lost_for(cause: LossCause) -> Example:
    return Example("effective_on", partial(suit.judged, Outcome.ANNULLED, loss_cause=cause))


CONCLUDED = Example("concluded_on", suit.won)
HEARD = Example("heard_on", suit.won)
LOST = ending(Outcome.ANNULLED)
LOST_EFFECTIVE = ending(Outcome.ANNULLED, "effective_on")
ENDED = [outcome for outcome in Outcome if outcome not in {Outcome.UNDECIDED, Outcome.REMANDED}]

LAWSUITS: Mapping[str, Example] = {
    "filed": Example("filed_on", suit.won),
    "received": Example("served_on", suit.won),
    "concluded": CONCLUDED,
    "concluded_all": CONCLUDED,
    "pending": Example("filed_on", suit.filed, outcome="open"),
    "carried_over": Example("filed_on", suit.filed, outcome="open"),
    "filed_change": Example("filed_on", suit.won),
    "median_days": CONCLUDED,
    "filed_second": Example("filed_on", suit.second_instance, outcome="second"),
    "filed_retrial": Example("filed_on", variants.retrial),
    "joint_reconsidering": laid_over(
        "filed_on", role=Role.JOINT_RECONSIDERING, reconsidered=Reconsidered.UPHELD
    ),
    "third_party": laid_over("filed_on", role=Role.THIRD_PARTY),
    "filed_reconsidered": laid_over("filed_on", role=Role.JOINT, reconsidered=Reconsidered.UPHELD),
    **{f"filed_{level}": laid_over("filed_on", defendant_level=level) for level in DefendantLevel},
    "filed_rest": laid_over("filed_on", defendant_level=DefendantLevel.OTHER),
    **{f"ended_{outcome}": ending(outcome) for outcome in ENDED},
    "judged": CONCLUDED,
    "lost": LOST,
    "loss_rate": LOST,
    "loss_rate_judged": LOST,
    "won": CONCLUDED,
    "withdrawn": ending(Outcome.WITHDRAWN),
    "mediated": ending(Outcome.MEDIATED),
    "amicable_rate": ending(Outcome.WITHDRAWN),
    "self_corrected": Example("self_corrected_on", variants.self_corrected, outcome=Outcome.WITHDRAWN),
    "presuit": Example("invited_on", suit.resolved, outcome="resolved"),
    "resolved": Example("resolved_on", suit.resolved, outcome="resolved"),
    "resolved_rate": Example("invited_on", suit.resolved, outcome="resolved"),
    "heard": HEARD,
    "heads_attended": HEARD,
    "head_attendance_rate": HEARD,
    "heads_called": Example("heard_on", variants.called),
    "head_called_rate": Example("heard_on", variants.called),
    "chiefs_attended": Example("heard_on", variants.chief),
    "chief_rate": Example("heard_on", variants.chief),
    "spoke_rate": HEARD,
    "absent_unaccepted": Example("heard_on", variants.excused),
    "effective": Example("effective_on", suit.won),
    "performance_due": LOST_EFFECTIVE,
    "performance_rate": LOST_EFFECTIVE,
    "coerced": Example("coerced_on", variants.coerced, outcome=Outcome.PAYMENT),
    "lost_effective": LOST_EFFECTIVE,
    "reviewed_rate": LOST_EFFECTIVE,
    "loss_reported_rate": LOST_EFFECTIVE,
    "rectified": ending(Outcome.ANNULLED, "rectified_on"),
    "rectified_rate": LOST_EFFECTIVE,
    **{f"lost_{cause}": lost_for(cause) for cause in LossCause if cause != LossCause.UNDECIDED},
    "retried": Example("retried_on", variants.retried),
    "appealed_rate": Example("concluded_on", variants.appealed, outcome=Outcome.ANNULLED),
    "filed_enterprise": laid_over("filed_on", enterprise=YES),
    "filed_public_interest": laid_over("filed_on", plaintiff_kind=PlaintiffKind.PROCURATORATE),
    **{f"filed_in_{field}": laid_over("filed_on", field=field) for field in Field},
}


def suggested(kind: SuggestionKind, on: str = "received_on") -> Example:
    return Example(on, small.BY_KIND[kind])


COURT, PROCURATORATE = SuggestionKind.GOVERNANCE, SuggestionKind.PUBLIC_INTEREST
SUGGESTIONS: Mapping[str, Example] = {
    "suggestions": suggested(PROCURATORATE),
    "suggestions_judicial": suggested(COURT),
    "suggestions_procuratorial": suggested(PROCURATORATE),
    **{f"suggestions_{kind}": suggested(kind) for kind in small.BY_KIND},
    "suggestions_replied": suggested(PROCURATORATE, "replied_on"),
    "reply_rate": suggested(PROCURATORATE),
    "judicial_reply_rate": suggested(COURT),
    "procuratorial_reply_rate": suggested(PROCURATORATE),
    "adoption_rate": suggested(PROCURATORATE),
    "suggestions_adopted": suggested(PROCURATORATE),
    "public_interest_rectified_rate": suggested(PROCURATORATE),
}


def met(kind: MeetingKind) -> Example:
    return Example("held_on", small.MEETINGS[kind])


def warned(kind: WarningKind) -> Example:
    return Example("issued_on", small.WARNINGS[kind])


def observed(on: str = "held_on") -> Example:
    return Example(on, small.observed)


RECIPES: Mapping[str, Recipe] = {
    "litigation.lawsuit": Recipe(
        Outcome.CLAIM_REJECTED,
        suit.OUTCOMES,
        LAWSUITS,
        open="open",
        organs=("handling",),
        suits=suit.is_defendant,
    ),
    "litigation.suggestion": Recipe(
        PROCURATORATE,
        {str(kind): make for kind, make in small.BY_KIND.items()},
        SUGGESTIONS,
        organs=("handling",),
    ),
    "litigation.observation": Recipe(
        "held",
        {"held": small.observed},
        {key: observed() for key in ("observations", "observers", "heads_observing", "cases_observed")},
    ),
    "litigation.meeting": Recipe(
        MeetingKind.JOINT,
        {str(kind): make for kind, make in small.MEETINGS.items()},
        {
            "meetings": met(MeetingKind.JOINT),
            "joint_meetings": met(MeetingKind.JOINT),
            "seminars": met(MeetingKind.SEMINAR),
            "briefings": met(MeetingKind.BRIEFING),
        },
    ),
    "litigation.warning": Recipe(
        WarningKind.WARNING,
        {str(kind): make for kind, make in small.WARNINGS.items()},
        {
            "warned": warned(WarningKind.WARNING),
            "warnings": warned(WarningKind.WARNING),
            "talks": warned(WarningKind.TALK),
            "circulars": warned(WarningKind.CIRCULAR),
            "warning_corrected_rate": warned(WarningKind.WARNING),
        },
        organs=("unit",),
    ),
    "litigation.compensation": Recipe(
        "granted",
        {"granted": small.granted, "refused": small.refused},
        {
            "compensation_claims": Example("received_on", small.granted),
            "compensation_granted": Example("decided_on", small.granted, outcome="granted"),
            "compensation_paid": Example("paid_on", small.granted, outcome="granted"),
        },
    ),
    "litigation.enforcement": Recipe(
        "allowed",
        {"allowed": small.allowed, "refused": small.not_allowed},
        {
            "enforcement_applied": Example("applied_on", small.allowed),
            "enforcement_allowed": Example("ruled_on", small.allowed, outcome="allowed"),
            "enforcement_allowed_rate": Example("applied_on", small.allowed, outcome="allowed"),
        },
    ),
}
