"""营商环境·公平竞争: for each indicator a row that counts in it; the recipes of all registers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from fazhi.engine.recipe import Example, Recipe
from fazhi.workstreams.business import recipe, small, standing
from fazhi.workstreams.business.in_hand import complaints_in_hand, demands_in_hand, reviews_in_hand
from fazhi.workstreams.business.models.firms import Channel, ComplaintResult, PlatformKind, ServiceKind
from fazhi.workstreams.business.models.supervision import CleanUpResult, ReportResult

REVIEWS: Mapping[str, Example] = {
    "measures_reviewed": Example("concluded_on", recipe.closed),
    "measures_reviewed_jointly": Example("concluded_on", recipe.joint, outcome="joint"),
    "measures_self_reviewed": Example("concluded_on", recipe.closed),
    "measures_modified": Example("modified_on", recipe.modified, outcome="modified"),
    "measures_shelved": Example("shelved_on", recipe.shelved, outcome="shelved"),
    "measures_excepted": Example("concluded_on", recipe.excepted, outcome="excepted"),
    "exceptions_running": Example("issued_on", recipe.running, outcome="running"),
    "measures_excluded": Example("excluded_on", recipe.excluded, outcome="excluded"),
    "measures_issued": Example("issued_on", recipe.closed),
    "review_rate": Example("issued_on", recipe.closed),
}

DEMANDED = partial(small.demanded, Channel.DIRECT)
COMPLAINED = partial(small.complained, ComplaintResult.FOUNDED)
REPORTED = partial(small.reported, ReportResult.FOUNDED)
AMENDED = partial(small.cleaned, CleanUpResult.AMENDED)
TEAM, OFFICER = (partial(standing.serving, kind) for kind in (ServiceKind.TEAM, ServiceKind.OFFICER))
LAWYERS = partial(standing.platform, PlatformKind.LAW)


def by_channel(channel: Channel) -> Example:
    """A request that came in so."""
    return Example("received_on", partial(small.demanded, channel), {"channel": channel})


RECIPES: Mapping[str, Recipe] = {
    "business.competition_review": Recipe(
        "closed", recipe.OUTCOMES, REVIEWS, open="open", organs=("drafter",), in_hand=reviews_in_hand
    ),
    "business.spot_check": Recipe(
        "checked",
        {"checked": small.checked, "rectified": small.rectified},
        {
            "spot_checks": Example("checked_on", small.checked),
            "spot_check_problems": Example("checked_on", small.rectified, outcome="rectified"),
            "rectification_rate": Example("checked_on", small.rectified, outcome="rectified"),
        },
        organs=("unit",),
    ),
    "business.competition_report": Recipe(
        "founded",
        {
            **small.by(small.reported, ReportResult),
            "extended": small.report_extended,
            "transferred": small.report_transferred,
        },
        {
            "competition_reports": Example("received_on", REPORTED),
            "competition_reports_concluded": Example("concluded_on", REPORTED),
            "competition_report_rate": Example("received_on", REPORTED),
        },
        organs=("maker",),
    ),
    "business.clean_up": Recipe(
        "amended",
        small.by(small.cleaned, CleanUpResult),
        {
            "stock_cleaned": Example("done_on", AMENDED),
            "stock_looked_at": Example("decided_on", AMENDED),
            "stock_amended": Example("done_on", AMENDED),
            "stock_abolished": Example(
                "done_on", partial(small.cleaned, CleanUpResult.ABOLISHED), outcome="abolished"
            ),
        },
        organs=("maker",),
    ),
    "business.training": Recipe(
        "held",
        {"held": small.trained},
        {"trainings": Example("held_on", small.trained), "trained": Example("held_on", small.trained)},
    ),
    "business.demand": Recipe(
        "direct",
        {
            **small.by(small.demanded, Channel),
            "open": small.demand_open,
            "returned": small.demand_returned,
            "extended": small.demand_extended,
        },
        {
            "enterprise_demands": Example("received_on", DEMANDED),
            "demands_ended": Example("ended_on", DEMANDED),
            "demands_solved": Example("ended_on", DEMANDED),
            "demands_open": Example("received_on", small.demand_open, outcome="open"),
            "demand_rate": Example("ended_on", DEMANDED),
            "demand_reply_days": Example("replied_on", DEMANDED),
            "direct_reply_days": Example("replied_on", DEMANDED),
            "team_solved_days": Example("ended_on", partial(small.demanded, Channel.TEAM), outcome="team"),
            "demands_rated": Example("ended_on", DEMANDED),
            "demand_satisfaction_rate": Example("ended_on", DEMANDED),
            "demands_12345": by_channel(Channel.TRANSFER),
            "demands_platform": by_channel(Channel.PLATFORM),
            "demands_direct": by_channel(Channel.DIRECT),
            "demands_officer": by_channel(Channel.OFFICER),
            "demands_team": by_channel(Channel.TEAM),
        },
        open="open",
        organs=("unit",),
        in_hand=demands_in_hand,
    ),
    "business.complaint": Recipe(
        "founded",
        {
            **small.by(small.complained, ComplaintResult),
            "campaign": small.campaign,
            "extended": small.complaint_extended,
            "transferred": small.complaint_transferred,
        },
        {
            "complaints": Example("received_on", COMPLAINED),
            "complaints_closed": Example("closed_on", COMPLAINED),
            "complaint_rate": Example("received_on", COMPLAINED),
            "campaign_leads": Example("received_on", small.campaign, outcome="campaign"),
            "complaints_rectified": Example("rectified_on", COMPLAINED),
            "accountable": Example("accountable_on", small.campaign, outcome="campaign"),
        },
        organs=("subject",),
        in_hand=complaints_in_hand,
    ),
    "business.policy": Recipe(
        "standing",
        {"standing": small.policy, "ended": small.policy_ended},
        {
            "policies": Example("issued_on", small.policy),
            "policies_standing": Example("issued_on", small.policy),
            "policy_measures": Example("issued_on", small.policy),
            "policy_firms": Example("progress_on", small.policy),
        },
    ),
    "business.inspection_plan": Recipe(
        "published",
        {"published": small.planned},
        {"inspection_plans": Example("published_on", small.planned)},
    ),
    "business.service": Recipe(
        "team",
        {**small.by(standing.serving, ServiceKind), "ended": standing.ended(TEAM)},
        {
            "service_teams": Example("since_on", TEAM),
            "service_officers": Example("since_on", OFFICER, outcome="officer"),
        },
    ),
    "business.platform": Recipe(
        "law",
        {**small.by(standing.platform, PlatformKind), "ended": standing.ended(LAWYERS)},
        {"platforms": Example("since_on", LAWYERS)},
    ),
    "business.supervisor": Recipe(
        "standing",
        {"standing": standing.supervisor, "ended": standing.ended(standing.supervisor)},
        {"supervisors": Example("since_on", standing.supervisor)},
    ),
}
