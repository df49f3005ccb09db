"""Clocks that rest on one another, on one column, and on what a government has set for itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db.models import Q

from fazhi.engine import clocks
from fazhi.engine.condition import same
from fazhi.engine.deadline import Deadline
from fazhi.engine.models import LocalLimit, Obligation
from fazhi.engine.register import Register
from fazhi.law import Days, by_law
from fazhi.organs.models import Role
from tests.engine.conftest import County, Opened
from tests.toy.declaration import NEW, PERMITS
from tests.toy.models import Permit, Weight

ACCEPTED = date(2024, 3, 6)


def with_deadlines(*deadlines: Deadline) -> Register:
    return replace(PERMITS, procedure=replace(PERMITS.procedure, deadlines=deadlines))


def limit(key: str, days: int, *, starts: str = "accepted_on", **more: object) -> Deadline:
    given = {"rule": f"TY-{key}", "who": Role.HANDLER, "met": ("closed_on",), **more}
    return Deadline(key, key, starts=starts, period=by_law((NEW.art(4), Days(days))), **given)  # type: ignore[arg-type]


def due(key: str) -> date | None:
    return Obligation.objects.values_list("due_on", flat=True).get(deadline=key)


def test_a_clock_that_starts_from_a_due_day_starts_with_it(accepted: Opened) -> None:
    row = accepted(ACCEPTED)
    Permit.objects.update(close_due_on=None)
    late = Q(closed_on__isnull=True) | same("closed_on", "close_due_on", "gt")
    register = with_deadlines(
        limit("silence", 15, starts="close_due_on", when=late), limit("close", 60, writes="close_due_on")
    )
    clocks.recompute(register, [row.pk])
    # 3月6日起60日为5月5日（假日，顺延至6日）；自5月6日起15日为5月21日
    assert (due("close"), due("silence")) == (date(2024, 5, 6), date(2024, 5, 21))
    assert clocks.recompute(register, [row.pk]) == 0


def test_two_clocks_of_which_one_applies_write_one_column(accepted: Opened) -> None:
    row = accepted(ACCEPTED)
    register = with_deadlines(
        limit("light", 30, when=Q(weight=Weight.LIGHT), writes="close_due_on"),
        limit("heavy", 60, when=Q(weight=Weight.HEAVY), writes="close_due_on"),
    )
    clocks.recompute(register, [row.pk])
    row.refresh_from_db()
    assert row.close_due_on == date(2024, 4, 7)
    assert due("light") == date(2024, 4, 7)


def test_the_nearest_government_that_set_a_local_limit_is_followed(accepted: Opened, county: County) -> None:
    row = accepted(ACCEPTED)
    LocalLimit.objects.create(organ=county.government, rule="TY-close", length=20, basis="示例县规定")
    fixed, local = with_deadlines(limit("close", 60)), with_deadlines(limit("close", 60, local=True))
    clocks.recompute(fixed, [row.pk])
    assert due("close") == date(2024, 5, 6)
    clocks.recompute(local, [row.pk])
    assert due("close") == date(2024, 3, 26)
    assert "20日" in clocks.explanation(local, Obligation.objects.get(deadline="close", record=row.pk))


def test_a_national_limit_set_by_nobody_stays_as_declared(accepted: Opened) -> None:
    row = accepted(ACCEPTED)
    clocks.recompute(with_deadlines(limit("close", 60, local=True)), [row.pk])
    assert due("close") == date(2024, 5, 6)


def test_a_clock_that_rests_on_its_own_due_day_is_counted_a_few_times_and_no_more(accepted: Opened) -> None:
    row = accepted(ACCEPTED)
    circle = Deadline(
        "circle",
        "循环",
        rule="TY-circle",
        starts=("close_due_on", "accepted_on"),
        met=("closed_on",),
        period=by_law((NEW.art(4), Days(7))),
        writes="close_due_on",
    )
    Permit.objects.filter(pk=row.pk).update(close_due_on=None)
    clocks.recompute(with_deadlines(circle), [row.pk])
    row.refresh_from_db()
    assert row.close_due_on is not None
    assert (row.close_due_on - ACCEPTED).days >= 7 * clocks.LONGEST_CHAIN


def test_the_setting_of_an_organ_is_read_once_for_all_laws_and_records(
    accepted: Opened, county: County
) -> None:
    rows = [accepted(ACCEPTED), accepted(date(2024, 3, 8))]
    LocalLimit.objects.create(organ=county.government, rule="TY-close", length=20, basis="示例县规定")
    clocks.recompute(with_deadlines(limit("close", 60, local=True)), [row.pk for row in rows])
    clock = Obligation.objects.filter(deadline="close").order_by("record")
    assert list(clock.values_list("due_on", flat=True)) == [date(2024, 3, 26), date(2024, 3, 28)]
