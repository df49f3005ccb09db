"""法律顾问·公职律师: how lawful rows of its registers are made."""

from collections.abc import Mapping

from fazhi.engine.recipe import Recipe

RECIPES: Mapping[str, Recipe] = {}
