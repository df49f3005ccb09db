"""Amounts are printed with a comma, years without."""

import pytest
from django.db.models import PositiveIntegerField

from fazhi.web.shown import in_words


@pytest.mark.parametrize(
    ("label", "said"),
    [("收到意见条数", "2,026"), ("计划年度", "2026"), ("年度", "2026"), ("年度报酬", "2,026")],
)
def test_a_year_is_no_amount(label: str, said: str) -> None:
    assert in_words(PositiveIntegerField(label), 2026) == said
