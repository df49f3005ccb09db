"""法律顾问·公职律师: for each indicator a row that counts in it; the recipes of all its registers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from fazhi.engine.recipe import Example, Recipe
from fazhi.workstreams.advisers import recipe, variants
from fazhi.workstreams.advisers.in_hand import opinions_in_hand
from fazhi.workstreams.advisers.models.choices import Conclusion, Subject
from fazhi.workstreams.advisers.people_recipe import PEOPLE_RECIPES

LAWFUL = partial(recipe.lawful, Subject.CONTRACT)
CHANGED = partial(recipe.changed, Subject.CONTRACT)
ISSUED = Example("issued_on", LAWFUL)

OPINIONS: Mapping[str, Example] = {
    "submitted": Example("received_on", LAWFUL),
    "reviewed": ISSUED,
    **{
        f"reviewed_{kind}": Example("issued_on", partial(recipe.lawful, kind), {"subject_kind": kind})
        for kind in Subject
        if kind not in {Subject.UNDECIDED, Subject.NORMATIVE}
    },
    "reviewed_normative": Example("issued_on", partial(recipe.lawful, Subject.NORMATIVE)),
    "contracts": ISSUED,
    **{
        f"found_{one}": Example("issued_on", recipe.OUTCOMES[one], outcome=one)
        for one in Conclusion
        if one != Conclusion.UNDECIDED
    },
    "opinions": Example("issued_on", CHANGED),
    "opinions_answered": Example("answered_on", CHANGED),
    "opinions_adopted": Example("answered_on", CHANGED),
    "opinion_adoption_rate": Example("answered_on", CHANGED),
    "answered": Example("answered_on", LAWFUL),
    "adoption_rate": Example("answered_on", LAWFUL),
    "with_lawyers_rate": ISSUED,
    "normative_on_time_rate": Example("issued_on", partial(recipe.lawful, Subject.NORMATIVE)),
    "returned": Example("returned_on", recipe.OUTCOMES["returned"], outcome="returned"),
    "supplements": Example("supplement_asked_on", variants.supplemented),
    "joint_reviews": Example("joint_concluded_on", variants.joint),
    "township_reviews": Example("issued_on", variants.township),
    "sent_up": Example("sent_up_on", variants.two_level),
    "median_days": ISSUED,
}

RECIPES: Mapping[str, Recipe] = {
    "advisers.opinion": Recipe(
        Conclusion.LAWFUL,
        recipe.OUTCOMES,
        OPINIONS,
        open="open",
        organs=("drafter",),
        in_hand=opinions_in_hand,
    ),
    **PEOPLE_RECIPES,
}
