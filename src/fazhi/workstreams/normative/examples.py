"""行政规范性文件: how lawful rows of its registers are made."""

from collections.abc import Mapping

from fazhi.engine.recipe import Recipe

RECIPES: Mapping[str, Recipe] = {}
