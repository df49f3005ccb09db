"""计划·督察·考核: for each indicator a row that counts in it; the recipes of all registers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from fazhi.engine.recipe import Example, Make, Recipe
from fazhi.law.editions import GOVERNMENT_INSPECTION_2021, MODEL_AREAS_2019, SUPERVISION_2019
from fazhi.organs.models import Kind, Level
from fazhi.workstreams.plan import in_hand, pursuit_recipe, recipe, variants
from fazhi.workstreams.plan.models.consequences import RewardKind
from fazhi.workstreams.plan.models.honours import HonourKind, HonourLevel
from fazhi.workstreams.plan.models.reports import ReportKind
from fazhi.workstreams.plan.models.tasks import UnitKind
from fazhi.workstreams.plan.recipe import only


def each(on: str, make: Make, *keys: str) -> Mapping[str, Example]:
    """The same row counts in all of these."""
    return dict.fromkeys(keys, Example(on, make))


def signs(values: Mapping[str, Any], kind: Kind, level: Level) -> bool:
    """Whether a unit of that kind and level signs a letter of that sort."""
    match values.get("unit_kind"):
        case UnitKind.COUNTY:
            return kind is Kind.GOVERNMENT and level is Level.COUNTY
        case UnitKind.TOWNSHIP:
            return level is Level.TOWNSHIP
    return kind in {Kind.DEPARTMENT, Kind.VERTICAL}


LETTERS: dict[str, Make] = {
    kind: partial(recipe.letter, kind) for kind in UnitKind if kind != UnitKind.UNDECIDED
}
REPORTS: dict[str, Make] = {kind: partial(variants.report, kind) for kind in variants.RECIPIENTS}
GOVERNMENT = REPORTS[ReportKind.GOVERNMENT]
HONOURS: dict[str, Make] = {
    kind: partial(variants.honour, kind) for kind in HonourKind if kind != HonourKind.UNDECIDED
}
REWARDED = partial(recipe.consequence, RewardKind.REWARD)
CRITICISED = partial(recipe.consequence, RewardKind.CRITICISM)
REVIEWED = only(GOVERNMENT_INSPECTION_2021, variants.reviewed)
NAMED = only(MODEL_AREAS_2019, variants.named)
VILLAGE, UNIT = HONOURS[HonourKind.VILLAGE], HONOURS[HonourKind.UNIT]
NATIONAL = partial(variants.honour, HonourKind.VILLAGE, level=HonourLevel.NATION)

RECIPES: Mapping[str, Recipe] = {
    "plan.task": Recipe(
        "done",
        {
            "done": recipe.done,
            "done_late": recipe.done_late,
            "sent_back": recipe.sent_back,
            "completed": recipe.completed,
            "begun": recipe.begun,
            "set": recipe.task,
            "rolled": recipe.rolled,
            "cancelled": recipe.cancelled,
        },
        {
            **each("set_on", recipe.done, "tasks", "task_rate", "tasks_on_time"),
            "tasks_done": Example("verified_on", recipe.done),
            "tasks_not_begun": Example("set_on", recipe.task),
            "tasks_underway": Example("set_on", recipe.begun),
            "tasks_late": Example("set_on", recipe.done_late),
            "tasks_rolled": Example("set_on", recipe.rolled),
            "tasks_cancelled": Example("set_on", recipe.cancelled),
            "tasks_carried": Example("set_on", recipe.carried),
        },
        organs=("lead_unit",),
        in_hand=in_hand.tasks,
    ),
    "plan.programme": Recipe(
        "standing",
        {"standing": recipe.programme, "ended": recipe.programme_ended},
        {
            **each("issued_on", recipe.programme, "programmes", "programmes_standing"),
            "aspects_deployed": Example("deployed_on", recipe.programme),
        },
    ),
    "plan.letter": Recipe(
        UnitKind.DEPARTMENT,
        {**LETTERS, "settled": recipe.settled},
        {
            **each("signed_on", LETTERS[UnitKind.DEPARTMENT], "letters", "letters_units", "letter_coverage"),
            "letters_counties": Example("signed_on", LETTERS[UnitKind.COUNTY]),
            "letters_townships": Example("signed_on", LETTERS[UnitKind.TOWNSHIP]),
        },
        organs=("superior",),
        suits=signs,
    ),
    "plan.problem": Recipe(
        "solved",
        {"solved": recipe.problem_solved, "rolled": recipe.problem_rolled},
        {
            "problems": Example("raised_on", recipe.problem_solved),
            "problems_solved": Example("solved_on", recipe.problem_solved),
            "problems_rolled": Example("rolled_on", recipe.problem_rolled),
        },
        organs=("unit",),
    ),
    "plan.submission": Recipe(
        "accepted",
        {"accepted": recipe.submitted},
        each("asked_on", recipe.submitted, "submissions", "submitted_rate"),
        organs=("unit",),
        in_hand=in_hand.submissions,
    ),
    "plan.promise": Recipe(
        "kept",
        {
            "kept": pursuit_recipe.kept,
            "missed": pursuit_recipe.missed,
            "taken": pursuit_recipe.taken,
            "promised": pursuit_recipe.promised,
        },
        {
            **each("promised_on", pursuit_recipe.kept, "promises", "promises_kept", "promise_rate"),
            "promises_missed": Example("promised_on", pursuit_recipe.missed),
            "promises_pending": Example("promised_on", pursuit_recipe.taken),
        },
        organs=("unit",),
        in_hand=in_hand.promises,
    ),
    "plan.chase": Recipe(
        "closed",
        {
            "closed": pursuit_recipe.closed,
            "answered": pursuit_recipe.answered,
            "sent": pursuit_recipe.sent,
            "drafted": pursuit_recipe.drafted,
        },
        {
            **each("sent_on", pursuit_recipe.closed, "chases", "chase_rate"),
            "chases_open": Example("sent_on", pursuit_recipe.answered),
        },
        organs=("unit",),
        in_hand=in_hand.chases,
    ),
    "plan.campaign": Recipe(
        "ended",
        {"ended": recipe.campaign},
        {
            "campaigns": Example("begun_on", recipe.campaign),
            **each("ended_on", recipe.campaign, "campaign_found", "campaign_solved"),
        },
    ),
    "plan.reward": Recipe(
        "rewarded",
        {
            "rewarded": REWARDED,
            "criticised": CRITICISED,
            "interviewed": partial(recipe.consequence, RewardKind.INTERVIEW),
        },
        {"rewards": Example("decided_on", REWARDED), "criticisms": Example("decided_on", CRITICISED)},
        organs=("unit",),
    ),
    "plan.assessment": Recipe(
        "answered",
        {"answered": recipe.assessment},
        each("published_on", recipe.assessment, "assessed"),
    ),
    "plan.inspection": Recipe(
        "closed",
        {"closed": variants.inspection, "from_above": variants.from_above},
        {
            **each("begun_on", variants.inspection, "inspections", "inspections_midyear"),
            "inspections_above": Example("begun_on", variants.from_above),
            "inspections_joint": Example("begun_on", variants.joint),
        },
    ),
    "plan.finding": Recipe(
        "closed",
        {
            "closed": variants.closed,
            "verified": variants.verified,
            "rectified": variants.rectified,
            "planned": variants.planned,
            "fed_back": variants.finding,
        },
        {
            **each("fed_back_on", variants.closed, "problems_found", "rectification_rate"),
            "problems_rectified": Example("verified_on", variants.verified),
            "findings_open": Example("fed_back_on", variants.verified),
            "escalated": Example("escalated_on", only(SUPERVISION_2019, variants.escalated)),
        },
        organs=("unit",),
        in_hand=in_hand.findings,
    ),
    "plan.review": Recipe(
        "decided",
        {"decided": REVIEWED, "settled": only(GOVERNMENT_INSPECTION_2021, variants.not_requested)},
        {"reviews": Example("requested_on", REVIEWED), "reviews_decided": Example("decided_on", REVIEWED)},
        organs=("unit",),
    ),
    "plan.report": Recipe(
        ReportKind.GOVERNMENT,
        REPORTS,
        {
            **each(
                "planned_on",
                GOVERNMENT,
                "reports",
                "reports_public",
                "reported_rate",
                "published_rate",
                "reported_on_time_rate",
                "published_on_time_rate",
            ),
            "reported": Example("reported_on", GOVERNMENT),
            "published": Example("published_on", GOVERNMENT),
        },
    ),
    "plan.honour": Recipe(
        HonourKind.VILLAGE,
        {**HONOURS, "expired": variants.expired, "revoked": variants.revoked},
        {
            **each("granted_on", VILLAGE, "villages_new", "villages", "villages_province"),
            "villages_nation": Example("granted_on", NATIONAL),
            **each("granted_on", UNIT, "units_new", "units"),
            "areas": Example("granted_on", HONOURS[HonourKind.AREA]),
            "projects": Example("granted_on", HONOURS[HonourKind.PROJECT]),
            "commendations": Example("granted_on", HONOURS[HonourKind.COMMENDATION]),
            "practices": Example("granted_on", HONOURS[HonourKind.PRACTICE]),
            "cases": Example("granted_on", HONOURS[HonourKind.CASE]),
            "honours_expired": Example("ended_on", variants.expired),
            "honours_revoked": Example("ended_on", variants.revoked),
        },
    ),
    "plan.model_area": Recipe(
        "named",
        {
            "named": NAMED,
            "failed": only(MODEL_AREAS_2019, variants.failed),
            "revoked": only(MODEL_AREAS_2019, variants.unnamed),
        },
        {"areas_applied": Example("applied_on", NAMED), "areas_named": Example("named_on", NAMED)},
    ),
}
