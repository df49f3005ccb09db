"""Conditions taken apart by choice columns: only what is exact to tell apart afterwards is taken."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import F, Q

from fazhi.engine.condition import ALWAYS, part
from fazhi.engine.figures.sql import split_category
from tests.toy.models import Permit, Weight

HEAVY, URGENT, DEAR = Q(weight=Weight.HEAVY), Q(urgent=True), Q(amount__gte=5)
HEARD = part("toy.Hearing")


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (HEAVY, {"weight": ({"heavy"}, Q())}),
        (Q(weight__exact="heavy"), {"weight": ({"heavy"}, Q())}),
        (Q(weight__in=["heavy", "light"]), {"weight": ({"heavy", "light"}, Q())}),
        (HEAVY & DEAR, {"weight": ({"heavy"}, DEAR)}),
        (HEAVY & URGENT, {"weight": ({"heavy"}, URGENT), "urgent": ({True}, HEAVY)}),
        (Q(HEAVY & HEARD), {"weight": ({"heavy"}, HEARD)}),
        (HEAVY & (URGENT | DEAR), {"weight": ({"heavy"}, URGENT | DEAR)}),
        (HEAVY & Q(weight__in=("light",)), {"weight": ({"heavy"}, Q(weight__in=("light",)))}),
    ],
)
def test_a_choice_column_fixed_to_values_is_taken_out(where: Q, expected: dict[str, Any]) -> None:
    assert split_category(Permit, where) == expected


@pytest.mark.parametrize(
    "where",
    [
        ALWAYS,
        DEAR,
        HEARD,
        ~HEAVY,
        HEAVY | URGENT,
        Q(weight__gt="a"),
        Q(weight=F("outcome")),
        Q(weight__in=Permit.objects.values("weight")),
        Q(outcome="准予"),
        Q(respondent=3),
        Q(pk=3),
        Q(respondent__kind="department"),
    ],
)
def test_everything_else_stays_a_condition(where: Q) -> None:
    assert split_category(Permit, where) == {}
