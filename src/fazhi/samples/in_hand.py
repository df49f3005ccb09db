"""Cases in hand for a demonstration: what the recipes say stands on the day, handled by a sample official."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import cycle

from django.db import transaction

from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import load
from fazhi.engine.models import Event
from fazhi.engine.recipe import Made, Recipe
from fazhi.engine.registry import Registry
from fazhi.engine.trail import record_event
from fazhi.organs.models import Kind, Level, Organ, Person
from fazhi.organs.tree import below

KIND = "in-hand"


@transaction.atomic
def load_in_hand(
    organ: Organ, handler: Person, day: date, registry: Registry, recipes: Mapping[str, Recipe]
) -> int:
    """Load the rows once; a second call finds them and changes nothing. Returns how many were loaded now.

    A row stands with ``organ``, or where the recipe says who may hold it, with the first below that may; what
    nobody there may hold (rules, in a county) is left out. Columns that name an organ take the departments
    below ``organ`` in turn.
    """
    if Event.objects.filter(kind=KIND, organ=organ).exists():
        return 0
    lower = list(below(organ, on=day).order_by("code"))
    departments = [one for one in lower if one.kind == Kind.DEPARTMENT] or [organ]
    loaded = 0
    for key, recipe in recipes.items():
        others = cycle(departments)
        rows = [
            made.as_row(holder.pk, day, **{name: next(others).pk for name in recipe.organs})._replace(
                handler_id=handler.pk
            )
            for made in recipe.in_hand(day)
            if (holder := holder_of(recipe, made, (organ, *lower))) is not None
        ]
        if rows:
            load(registry.registers[key], rows, actor=SYSTEM, synthetic=True, why="示例在办记录")
            loaded += len(rows)
    record_event(
        actor=SYSTEM,
        kind=KIND,
        label="载入示例在办记录",
        legal_on=day,
        organ=organ,
        changes={"records": loaded},
    )
    return loaded


def holder_of(recipe: Recipe, made: Made, organs: Iterable[Organ]) -> Organ | None:
    """The first of the organs that may hold the row."""
    suits = recipe.suits
    fitting = (one for one in organs if suits is None or suits(made.values, Kind(one.kind), Level(one.level)))
    return next(fitting, None)
