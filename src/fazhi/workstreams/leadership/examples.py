"""第一责任人: for each indicator a row that counts in it; the recipes of all registers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from fazhi.engine.recipe import Example, Make, Recipe
from fazhi.workstreams.leadership import in_hand, recipe
from fazhi.workstreams.leadership.duty_examples import DUTY_RECIPES
from fazhi.workstreams.leadership.models.meetings import Body, Exemption, ItemKind, Result, StudyKind
from fazhi.workstreams.leadership.tier_recipe import TIER_RECIPES


def each(on: str, make: Make, *keys: str) -> Mapping[str, Example]:
    """The same row counts in all of these."""
    return dict.fromkeys(keys, Example(on, make))


BODIES: dict[str, Make] = {kind: partial(recipe.meeting, kind) for kind in Body if kind != Body.UNDECIDED}
EXECUTIVE = BODIES[Body.EXECUTIVE]
NORMATIVE = partial(recipe.exempted, ItemKind.NORMATIVE, exemption=Exemption.EMERGENCY)
DRAFTS: dict[str, Make] = {kind: partial(recipe.reviewed, kind) for kind in (ItemKind.RULE, ItemKind.BILL)}
KINDS: dict[str, Make] = {
    kind: partial(recipe.settled, kind)
    for kind in ItemKind
    if kind not in {ItemKind.UNDECIDED, ItemKind.DECISION, ItemKind.NORMATIVE, *DRAFTS}
}


def of_body(kind: Body) -> Example:
    return Example("held_on", BODIES[kind])


MEETINGS: Mapping[str, Example] = {
    **each(
        "held_on",
        EXECUTIVE,
        "meetings",
        "executive_meetings",
        "heard_meetings",
        "relay_meetings",
        "legal_head_rate",
        "deputies_rate",
    ),
    "standing_committee_meetings": of_body(Body.STANDING_COMMITTEE),
    "plenary_meetings": of_body(Body.PLENARY),
    "committee_meetings": of_body(Body.COMMISSION),
    "commission_office_meetings": of_body(Body.COMMISSION_OFFICE),
    "leading_group_meetings": of_body(Body.LEADING_GROUP),
    "office_meetings": of_body(Body.OFFICE),
    "promotion_meetings": of_body(Body.PROMOTION),
    "study_group_sessions": of_body(Body.STUDY_GROUP),
    "study_group_law": Example("held_on", partial(recipe.studied, StudyKind.GROUP, Body.STUDY_GROUP)),
    "pre_meeting_studies": Example("held_on", partial(recipe.studied, StudyKind.BEFORE, Body.EXECUTIVE)),
    "lectures": Example("held_on", partial(recipe.studied, StudyKind.LECTURE, Body.OTHER)),
}
ITEMS: Mapping[str, Example] = {
    "items": Example("discussed_on", KINDS[ItemKind.STUDY]),
    **{
        f"items_{result}": Example("discussed_on", partial(recipe.settled, ItemKind.OTHER, result=result))
        for result in Result
        if result != Result.UNDECIDED
    },
    "decision_items": Example("discussed_on", partial(recipe.exempted, ItemKind.DECISION)),
    "normative_items": Example("discussed_on", NORMATIVE),
    "rule_items": Example("discussed_on", DRAFTS[ItemKind.RULE]),
    "bill_items": Example("discussed_on", DRAFTS[ItemKind.BILL]),
    "exempted_items": Example("placed_on", partial(recipe.exempted, ItemKind.DECISION)),
    "dissent_items": Example("discussed_on", recipe.dissented),
}

RECIPES: Mapping[str, Recipe] = {
    "leadership.meeting": Recipe(
        Body.EXECUTIVE,
        {
            **BODIES,
            "called": partial(recipe.called, Body.EXECUTIVE),
            "held": partial(recipe.held, Body.EXECUTIVE),
            "called_off": recipe.called_off,
        },
        MEETINGS,
        in_hand=in_hand.meetings,
    ),
    "leadership.agenda_item": Recipe(
        ItemKind.STUDY,
        {
            **KINDS,
            ItemKind.DECISION: partial(recipe.exempted, ItemKind.DECISION),
            ItemKind.NORMATIVE: NORMATIVE,
            **DRAFTS,
            "dissented": recipe.dissented,
            "withdrawn": recipe.item_withdrawn,
        },
        ITEMS,
        organs=("proposer",),
        in_hand=in_hand.items,
    ),
    **DUTY_RECIPES,
    **TIER_RECIPES,
}
