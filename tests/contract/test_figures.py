"""Over every workstream: figures equal their rows, rows know their figures, figures explain themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.figures.ask import explanation, sql_of
from fazhi.engine.figures.compile import compile_figures, compile_year
from fazhi.engine.figures.freeze import compare, freeze, verify
from fazhi.engine.figures.kinds import Count, Distinct, Median, Stock, Sum
from fazhi.engine.figures.measure import behind
from fazhi.engine.figures.span import Span, year
from fazhi.engine.figures.tell import tell
from fazhi.engine.figures.trace import Side, figures_fed, members
from fazhi.engine.figures.value import Scope
from fazhi.engine.models import Record
from fazhi.engine.recipe import Made, Recipe
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.organs.models import Organ
from fazhi.samples.candidate import row_of
from fazhi.workstreams.all import RECIPES
from tests.engine.counted import Tree, pks, plant

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)
DAYS = (date(2017, 3, 1), date(2025, 3, 3))
YEARS = (year(2016), year(2017), year(2018), year(2025), year(2026))
SCOPES: tuple[Scope, ...] = ("own", "within")
SIDES: tuple[Side, ...] = ("numerator", "denominator")
INDICATORS = installed().indicators
COUNTED = [key for key, one in INDICATORS.items() if any(behind(one, year(2025)))]
"""Figures with rows behind them: neither declared nor a rate of what is declared."""


@pytest.fixture
def tree(db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> Tree:
    """A tree in which a county and a bureau hold a row of every outcome and example, some withdrawn."""
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    monkeypatch.setattr("fazhi.engine.bulk.today", lambda: TODAY)
    planted = plant()
    for key, recipe in RECIPES.items():
        register = installed().registers[key]
        load(register, list(rows(recipe, planted)), actor=SYSTEM, synthetic=True)
        gone = Record.objects.filter(register=key).order_by("pk").values_list("pk", flat=True)[::17]
        Record.objects.filter(pk__in=gone).update(withdrawn_on=TODAY)
        register.model._default_manager.filter(pk__in=gone).update(withdrawn_on=TODAY)
    return planted


def rows(recipe: Recipe, tree: Tree) -> Iterator[BulkRow]:
    owners = (tree.county.pk, tree.bureau.pk, tree.merged.pk, tree.city.pk)
    for at, made in enumerate(lawful(recipe)):
        yield row_of(recipe, made, owners[at % len(owners)], tree.bureau.pk)


def lawful(recipe: Recipe) -> Iterator[Made]:
    """A row of each outcome and example under each edition that knows it."""
    makers = (*recipe.outcomes.values(), *(example.make for example in recipe.examples.values()))
    for day in DAYS:
        for n, make in enumerate(makers):
            try:
                yield make(day, n)
            except Refusal:
                continue


def recount(key: str, organ: Organ, scope: Scope, span: Span) -> Fraction | None:
    """The figure of a counted kind from its rows, one by one."""
    indicator = INDICATORS[key]
    found: Any = list(members(key, organ, scope, span))
    match indicator:
        case Count() | Stock():
            return Fraction(len(found))
        case Sum():
            return Fraction(sum(getattr(row, indicator.column) or 0 for row in found), indicator.scale)
        case Distinct():
            return Fraction(len({getattr(row, indicator.column) for row in found}))
        case Median():
            days = sorted((getattr(row, indicator.end) - getattr(row, indicator.start)).days for row in found)
            return Fraction(days[(len(days) - 1) // 2] + days[len(days) // 2], 2) if days else None
    raise AssertionError(key)


def test_every_compiled_figure_equals_its_rows(tree: Tree) -> None:
    for span in (year(2017), year(2025)):
        organs = (tree.city, tree.county, tree.bureau)
        found = compile_figures(COUNTED, organs, SCOPES, span)
        for organ in organs:
            for scope in SCOPES:
                for key in COUNTED:
                    figure = found[organ.pk, scope, key]
                    assert figure.records == members(key, organ, scope, span).count(), (key, scope, str(span))
                    if figure.kind in {"count", "stock", "sum", "distinct", "median"}:
                        assert figure.value == recount(key, organ, scope, span), (key, scope, str(span))


def test_every_share_lies_within_its_whole(tree: Tree) -> None:
    for span in YEARS:
        for key, figure in ((one.key, one) for one in compile_year(tree.city, "within", span.first.year)):
            if figure.kind in {"share", "coverage"} and figure.value is not None:
                assert 0 <= figure.value <= 100, key


def test_every_row_feeds_exactly_the_figures_it_is_behind(tree: Tree) -> None:
    fed: dict[tuple[str, Side, Span], set[int]] = {}
    asked: set[int] = set()
    for register in RECIPES:
        rows = installed().registers[register].model._default_manager.order_by("pk")
        # A third of the rows: asking each takes longer than it teaches.
        for pk in rows.values_list("pk", flat=True)[::3]:
            asked.add(pk)
            for feed in figures_fed(register, pk, through=TODAY):
                for span in feed.spans:
                    fed.setdefault((feed.key, feed.part, span), set()).add(pk)
    for key in COUNTED:
        for side in SIDES:
            for span in YEARS:
                behind = pks(members(key, tree.city, "within", span, part=side)) & asked
                assert fed.get((key, side, span), set()) == behind, (key, side, str(span))


def test_every_figure_of_a_year_can_be_frozen_and_stands(tree: Tree) -> None:
    frozen = freeze(compile_year(tree.city, "within", 2025), SYSTEM)
    assert verify(frozen)
    assert [one.key for one in compare(frozen) if not one.stands] == []


def test_every_sentence_is_told_from_the_figures_of_its_workstream(tree: Tree) -> None:
    for number in (2015, 2017, 2025):
        figures = {one.key: one for one in compile_year(tree.city, "within", number)}
        for workstream in installed().workstreams.values():
            for sentence in workstream.sentences:
                told = tell(sentence, workstream.key, figures)
                assert not re.search(r"[{}]", told.text)
                assert not told.text or told.text.endswith("。"), told.text


@pytest.mark.parametrize("key", COUNTED)
def test_every_indicator_shows_its_statements_and_tells_them_in_labels(key: str) -> None:
    assert sql_of(key)
    words = explanation(key)
    assert not re.search(r"[a-z]+_[a-z]", words), words
    assert words.endswith("撤回的记录不计。")
