"""What a law does not know yet has no row before it; the rest is asked of every recipe in tests/contract."""

from datetime import date

import pytest

from fazhi.engine.refusal import Refusal
from fazhi.workstreams.plan.examples import RECIPES


@pytest.mark.parametrize(("register", "outcome"), [("plan.review", "decided"), ("plan.model_area", "named")])
def test_what_a_law_does_not_yet_know_is_refused(register: str, outcome: str) -> None:
    with pytest.raises(Refusal, match="起施行"):
        RECIPES[register].outcomes[outcome](date(2017, 3, 1), 1)
