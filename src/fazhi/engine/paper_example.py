"""What each placeholder of a paper says of an invented record: a row of the register's own recipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.apps import apps

from fazhi.engine.paper import Paper, said
from fazhi.engine.paper_letter import articles, filled
from fazhi.engine.paper_places import places_of, short_of, shown, told_of
from fazhi.engine.recipe import Made, Recipe
from fazhi.engine.reckoning import Reckoning, count
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.values import UNSAID
from fazhi.law.calendar import Calendar
from fazhi.organs.models import Organ


def examples_of(register: Register, paper: Paper, recipe: Recipe, organ: Organ, day: date) -> dict[str, str]:
    """Placeholder → what it says of the first row of the recipe, begun on ``day``, that says something.

    Rows on which the paper's act is done come first. A placeholder of which no row says anything is left out.
    """
    found: dict[str, str] = {}
    rows = sorted(rows_of(recipe, day), key=lambda made: not made.values.get(paper.since))
    for made in rows:
        for place, text in said_of(register, made, recipe, organ).items():
            if text:
                found.setdefault(place, text)
    return found | itself(register, paper, organ, day, found)


def rows_of(recipe: Recipe, day: date) -> Iterator[Made]:
    """The usual row, then one of each other outcome and of each example."""
    usual = recipe.outcomes.get(recipe.usual)
    others = [*recipe.outcomes.values(), *(example.make for example in recipe.examples.values())]
    for n, make in enumerate([usual, *others] if usual else others, 1):
        try:
            yield make(day, n)
        except Refusal:
            continue  # an outcome that only another edition knows


def said_of(register: Register, made: Made, recipe: Recipe, organ: Organ) -> dict[str, str]:
    """What the record's placeholders say of the row, with ``organ`` wherever it names one."""
    values = {name: value for name, value in made.values.items() if value is not None}
    row = register.model(organ=organ, **{**values, **dict.fromkeys(recipe.organs, organ)})
    columns = [name for name in places_of(register) if hasattr(row, name)]
    found = {name: shown(row, name) for name in columns}
    for spec in register.parts:
        child = next(iter(made.parts.get(spec.model, ())), None)
        if child is not None:
            names = {f"{short_of(spec)}.{name}" for name in spec.columns}
            found |= told_of(spec, apps.get_model(spec.model)(**child), names)
    return found | counted(register, values, found, organ)


def counted(
    register: Register, values: Mapping[str, Any], found: Mapping[str, str], organ: Organ
) -> dict[str, str]:
    """Due days, the columns that keep them, and the grounds of standstills."""
    procedure, calendar = register.procedure, Calendar.shipped()
    reckoning = Reckoning(calendar)
    law_day = first(values, procedure.law_day)
    told: dict[str, str] = {}
    for deadline in procedure.deadlines:
        start = first(values, deadline.starts)
        limit = reckoning.limit(deadline, law_day, organ.pk) if law_day and start else None
        if start is not None and limit is not None:
            due = said(count(start, limit.period, (), 0, calendar).due or start)
            told[f"due:{deadline.key}"] = due
            if deadline.writes and not found.get(deadline.writes):
                told[deadline.writes] = due
    for pause in procedure.pauses:
        if pause.grounds is not None:
            ground = next(one for one in pause.grounds if one not in UNSAID)
            told[f"pause:{pause.key}"] = str(ground.label)
    return told


def first(values: Mapping[str, Any], names: Iterable[str]) -> date | None:
    """The first of the days that is known."""
    found: date | None = next((values[name] for name in names if values.get(name)), None)
    return found


def itself(
    register: Register, paper: Paper, organ: Organ, day: date, found: Mapping[str, str]
) -> dict[str, str]:
    """What the paper says of itself when it is the first of the year."""
    mark = organ.mark or organ.short
    number = paper.number.pattern.format(mark=mark, year=day.year, n=1) if paper.number else ""
    own = {
        "organ": organ.name,
        "keeper": organ.name,
        "paper_label": paper.label,
        "paper_number": number,
        "paper_on": said(day),
        "articles": articles(paper.cites, day),
    }
    other = next((one for one in register.papers if one.key != paper.key), None) if paper.serves else None
    if other is not None:
        line = other.number
        own["served_label"] = other.label
        own["served_number"] = line.pattern.format(mark=mark, year=day.year, n=1) if line else ""
    known = {**dict.fromkeys(places_of(register), ""), **found, **own}
    return own | {"paper_title": filled(paper.title, known) or paper.label}
