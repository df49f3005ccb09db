"""Sentences say the first variant that holds, print their figures and keep each number's place."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.actor import SYSTEM
from fazhi.engine.figures.compile import compile_year
from fazhi.engine.figures.freeze import figures_of, freeze
from fazhi.engine.figures.sentence import ALWAYS_SAID, Sentence, any_of, says
from fazhi.engine.figures.tell import Told, tell
from fazhi.engine.figures.value import Figure
from tests.engine.counted import REGISTRY, Fact, Tree, keep, plant

pytestmark = pytest.mark.django_db

CASELOAD = REGISTRY.workstreams["toy"].sentences[0]
APRIL = date(2017, 4, 3)


@pytest.fixture
def tree(db: None) -> Tree:
    return plant()


def figures(tree: Tree) -> dict[str, Figure]:
    return {one.key: one for one in compile_year(tree.city, "within", 2017, registry=REGISTRY)}


def told(tree: Tree, *variants: str) -> Told:
    return tell(Sentence("x", "x", tuple(says(ALWAYS_SAID, text) for text in variants)), "toy", figures(tree))


def test_the_whole_is_said_in_words_only_when_all_are_closed(tree: Tree) -> None:
    keep(tree, [Fact(closed_on=APRIL), Fact(closed_on=APRIL)])
    assert tell(CASELOAD, "toy", figures(tree)).text == "受理许可2件，全部办结。"
    keep(tree, [Fact()])
    assert tell(CASELOAD, "toy", figures(tree)).text == "受理许可3件，办结2件，结案率66.67%。"


def test_each_number_stands_where_it_says(tree: Tree) -> None:
    keep(tree, [Fact(closed_on=APRIL), Fact()])
    found = tell(CASELOAD, "toy", figures(tree))
    printed = {number.key: found.text[number.start : number.end] for number in found.numbers}
    assert printed == {"toy.accepted": "2", "toy.closed": "1", "toy.closing_rate": "50%"}
    assert [number.figure.value for number in found.numbers] == [2, 1, 50]


def test_more_than_cuts_to_the_leading_digits(tree: Tree) -> None:
    keep(tree, [Fact()] * 23)
    assert told(tree, "受理{accepted:余}件，即{accepted}件。").text == "受理20余件，即23件。"


def test_a_missing_value_is_a_dash_and_never_nought(tree: Tree) -> None:
    assert told(tree, "结案率{closing_rate}。").text == "结案率—。"


def test_nothing_is_said_where_no_variant_holds(tree: Tree) -> None:
    sentence = Sentence("x", "x", (says(any_of("accepted"), "受理{accepted}件。"),))
    assert tell(sentence, "toy", figures(tree)) == Told("x", "", ())
    keep(tree, [Fact()])
    assert tell(sentence, "toy", figures(tree)).text == "受理1件。"


def test_an_unknown_name_or_form_is_a_fault_of_the_declaration(tree: Tree) -> None:
    with pytest.raises(LookupError, match="names no figure: nothing"):
        told(tree, "{nothing}")
    with pytest.raises(LookupError, match="unknown form"):
        told(tree, "{accepted:03d}")


def test_a_frozen_set_is_said_as_it_was(tree: Tree) -> None:
    keep(tree, [Fact(closed_on=APRIL), Fact()])
    frozen = freeze(figures(tree).values(), SYSTEM, registry=REGISTRY)
    before = tell(CASELOAD, "toy", figures(tree)).text
    keep(tree, [Fact()])
    assert tell(CASELOAD, "toy", figures_of(frozen, registry=REGISTRY)).text == before
    assert tell(CASELOAD, "toy", figures(tree)).text != before
