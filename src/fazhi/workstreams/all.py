"""Every line of work, by hand: the one list that higher floors import."""

from collections.abc import Mapping

from fazhi.engine.recipe import Recipe
from fazhi.engine.register import Workstream
from fazhi.workstreams.litigation.examples import RECIPES as LITIGATION_RECIPES
from fazhi.workstreams.litigation.workstream import LITIGATION
from fazhi.workstreams.reconsideration.examples import RECIPES as RECONSIDERATION_RECIPES
from fazhi.workstreams.reconsideration.workstream import RECONSIDERATION

WORKSTREAMS: tuple[Workstream, ...] = (RECONSIDERATION, LITIGATION)

RECIPES: Mapping[str, Recipe] = {**RECONSIDERATION_RECIPES, **LITIGATION_RECIPES}
"""How a lawful row of each register is made, by the register's key."""
