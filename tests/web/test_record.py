"""The page of a record: what it says, what may be done, and what it costs."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.actor import Actor
from tests.web.conftest import Opened, Town, go, text, url

pytestmark = pytest.mark.django_db


def test_page_of_a_record_says_what_may_be_done_and_what_is_lacking(
    town: Town, handler: Actor, permit: Opened
) -> None:
    row = permit(date(2026, 11, 20), weight="heavy")
    go(row, "accept", handler, date(2026, 11, 23))
    page = text(town.client(handler).get(url(row)))
    assert "重大事项应当听证" in page
    assert "《示例许可法》第五条" in page
