"""The template page shows what each placeholder gives: a row of the register's own recipe says it."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.paper import PLACE, Paper
from fazhi.engine.paper_example import examples_of
from fazhi.engine.register import Register
from fazhi.organs.models import Kind
from fazhi.workstreams.all import RECIPES
from tests.contract.test_papers import PAPERS, _office, organ  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
DAY = date(2025, 11, 25)


def needed(paper: Paper) -> set[str]:
    """What the paper cannot do without, whichever of its lines are said."""
    always = {place for line in paper.text if not (line.loose or line.when) for place in line.needs}
    return {*PLACE.findall(paper.head), *always}


@pytest.mark.parametrize(("register", "paper"), PAPERS, ids=lambda one: getattr(one, "key", None))
def test_every_place_that_a_paper_needs_has_an_example(register: Register, paper: Paper) -> None:
    government = organ("999901", "示例县人民政府", Kind.GOVERNMENT)
    told = examples_of(register, paper, RECIPES[register.key], government, DAY)
    assert needed(paper) - told.keys() == set()
    assert (told["organ"], told["paper_label"]) == ("示例县人民政府", paper.label)
    assert "{" not in told["paper_title"]
    assert bool(told["paper_number"]) == (paper.number is not None)
