"""The work list and the registers' lists: what is due, what is late, and pages by key."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from fazhi.engine.access import rights_of
from fazhi.engine.actor import SYSTEM
from fazhi.engine.listing import MANY, Asked, count_to_many, many_words, page, rows
from fazhi.engine.models import Obligation
from fazhi.engine.records import open_record, withdraw_record
from fazhi.engine.worklist import late_by_register, red_lights, spread, stretches, worklist
from fazhi.organs.models import Grant, Role
from tests.engine.conftest import TODAY, County, Opened, move, official
from tests.toy.declaration import PERMITS
from tests.toy.models import Weight

pytestmark = pytest.mark.django_db


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-60, 120))
def test_every_day_falls_into_exactly_one_stretch(day: date, away: int) -> None:
    due = day + timedelta(days=away)
    inside = [
        key
        for key, _, first, last in stretches(day)
        if (first is None or first <= due) and (last is None or due <= last)
    ]
    assert len(inside) == 1


def test_clocks_stand_under_the_stretch_they_fall_due_in(
    permit: Opened, accepted: Opened, county: County
) -> None:
    permit(date(2026, 11, 16))  # 五个工作日，11月23日届满，已逾期
    permit(date(2026, 11, 18))  # 今天届满
    paused = accepted(date(2026, 11, 20))
    move(paused, "suspend", county.handler, date(2026, 11, 23), ground="other")
    groups = {group.key: group for group in worklist(rights_of(county.handler.person, TODAY))}
    assert {key: len(group.items) for key, group in groups.items()} == {"late": 1, "today": 1, "paused": 1}
    late = groups["late"].items[0]
    assert (late.left, late.label, late.register.key) == (-2, "审查受理", "toy.permit")


def test_another_organs_clocks_are_not_on_my_list(permit: Opened, county: County) -> None:
    permit(date(2026, 11, 16))
    assert worklist(rights_of(county.clerk_of_bureau.person, TODAY)) == ()
    assert worklist(rights_of(county.handler.person, TODAY), mine=True) != ()


def test_what_i_handled_is_not_mine_once_my_role_in_the_organ_has_ended(
    permit: Opened, county: County
) -> None:
    row = permit(date(2026, 11, 16))
    Obligation.objects.filter(record=row.pk).update(handler=county.handler.person)
    assert worklist(rights_of(county.handler.person, TODAY), mine=True) != ()
    Grant.objects.filter(person=county.handler.person).update(until=TODAY)
    assert worklist(rights_of(county.handler.person, TODAY), mine=True) == ()
    Obligation.objects.update(handler=None)
    assert worklist(rights_of(None, TODAY), mine=True) == ()


def test_a_withdrawn_records_clock_is_no_work(permit: Opened, county: County) -> None:
    row = permit(date(2026, 11, 16))
    withdraw_record(PERMITS, row.pk, actor=county.handler, version=1, why="重复登记")
    assert worklist(rights_of(county.handler.person, TODAY)) == ()


def test_red_lights_count_late_clocks_and_breached_records_by_organ(permit: Opened, county: County) -> None:
    permit(date(2026, 11, 16))
    day = date(2025, 3, 3)
    values = {
        "applicant": "张三",
        "received_on": day,
        "accepted_on": day,
        "closed_on": day,
        "weight": Weight.HEAVY,
    }
    open_record(PERMITS, organ=county.government, values=values, actor=SYSTEM, on=day)
    rights = rights_of(county.handler.person, TODAY)
    assert {(light.kind, light.organ, light.count) for light in red_lights(rights)} == {
        ("late", "示", 1),
        ("breach", "示", 1),
    }
    assert late_by_register(rights) == {"toy.permit": 1}


def test_the_spread_counts_every_open_clock_once(permit: Opened, accepted: Opened, county: County) -> None:
    permit(date(2026, 11, 16))
    permit(date(2026, 11, 18))
    accepted(date(2026, 11, 20))
    found = spread(rights_of(county.handler.person, TODAY))
    assert [count for _, count in found] == [1, 1, 0, 0, 0, 0, 0, 1]
    assert (found[0][0], found[1][0]) == (None, date(2026, 11, 23))


def test_pages_go_by_key_and_back_to_the_same_rows(permit: Opened, county: County) -> None:
    pks = [permit(date(2025, 3, 3)).pk for _ in range(5)]
    rights = rights_of(county.handler.person, TODAY)
    first = page(rights, PERMITS, Asked(size=2))
    assert ([row.pk for row in first.rows], first.newer) == ([pks[4], pks[3]], None)
    second = page(rights, PERMITS, Asked(size=2, before=first.older))
    assert [row.pk for row in second.rows] == [pks[2], pks[1]]
    last = page(rights, PERMITS, Asked(size=2, before=second.older))
    assert ([row.pk for row in last.rows], last.older) == ([pks[0]], None)
    back = page(rights, PERMITS, Asked(size=2, after=second.newer))
    assert [row.pk for row in back.rows] == [pks[4], pks[3]]
    assert back.newer is None


def test_a_list_costs_queries_that_do_not_grow_with_rows_or_roles(permit: Opened, county: County) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            page(rights_of(county.handler.person, TODAY), PERMITS, Asked(size=50))
        return len(seen)

    permit(date(2025, 3, 3))
    few = queries()
    for _ in range(10):
        permit(date(2025, 3, 3), respondent=county.bureau)
    assert county.handler.person is not None
    for role in (Role.REVIEWER, Role.LIAISON):
        official("又一人", county.government, role)
    assert queries() == few <= 15


def test_a_list_is_searched_by_words_step_and_view(permit: Opened, county: County) -> None:
    one = permit(date(2025, 3, 3))
    two = permit(date(2025, 3, 3), applicant="示例建材公司")
    move(two, "accept", county.handler, date(2025, 3, 4))
    rights = rights_of(county.handler.person, TODAY)

    def found(**asked: str) -> set[int]:
        return set(rows(rights, PERMITS, Asked(**asked)).values_list("pk", flat=True))  # type: ignore[arg-type]

    assert found(words="建材") == {two.pk}
    assert found(words="示许") == {two.pk}
    assert found(words="张三 建材") == set()
    assert found(step="received") == {one.pk}
    assert found(view="no such view") == {one.pk, two.pk}
    assert found(view="heavy") == set()


def test_counts_stop_where_counting_would_take_too_long(permit: Opened, county: County) -> None:
    permit(date(2025, 3, 3))
    assert count_to_many(rows(rights_of(county.handler.person, TODAY), PERMITS, Asked())) == 1
    assert (many_words(MANY), many_words(MANY + 1)) == ("5,000", "5,000以上")
