"""营商环境·公平竞争: for each indicator a row that counts in it; the recipes of all registers."""

from __future__ import annotations

from collections.abc import Mapping

from fazhi.engine.recipe import Example, Recipe
from fazhi.workstreams.business import recipe
from fazhi.workstreams.business.in_hand import reviews_in_hand

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

RECIPES: Mapping[str, Recipe] = {
    "business.competition_review": Recipe(
        "closed", recipe.OUTCOMES, REVIEWS, open="open", organs=("drafter",), in_hand=reviews_in_hand
    ),
}
