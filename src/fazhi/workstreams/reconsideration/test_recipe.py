"""Rows that one edition alone knows; the rest is asked of every recipe in tests/contract."""

from datetime import date

import pytest

from fazhi.engine.refusal import Refusal
from fazhi.workstreams.reconsideration.examples import RECIPES

OLD_DAY, NEW_DAY = date(2017, 3, 1), date(2025, 3, 3)
ONLY_OLD = {"redirected", "forwarded"}
ONLY_NEW = {"void", "agreement", "declared_void", "agreement_decided", "simple"}


@pytest.mark.parametrize(
    "outcome", sorted((ONLY_NEW | ONLY_OLD) & set(RECIPES["reconsideration.case"].outcomes))
)
def test_a_row_that_the_other_edition_alone_knows_is_refused(outcome: str) -> None:
    day = NEW_DAY if outcome in ONLY_OLD else OLD_DAY
    with pytest.raises(Refusal):
        RECIPES["reconsideration.case"].outcomes[outcome](day, 1)
