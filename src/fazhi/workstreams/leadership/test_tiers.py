"""One level answers to the next: who confirms whom, whose telephone is seen, what the office has."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.span import year
from fazhi.engine.refusal import Refusal
from fazhi.organs.role import Role
from fazhi.workstreams.leadership.factory import Office, enter, go, stand_all
from fazhi.workstreams.leadership.models.tiers import ChargeKind
from fazhi.workstreams.leadership.tier_recipe import approved, asked, confirmed, named, stepped_down
from fazhi.workstreams.leadership.tiers import CHARGE, STAFFING

DAY = date(2025, 3, 3)


def figures(office: Office, *keys: str) -> dict[str, Fraction | None]:
    wanted = [f"leadership.{key}" for key in keys]
    found = compile_figures(wanted, [office.government], ["own"], year(2025))
    return {figure.key.partition(".")[2]: figure.value for figure in found.values()}


def test_a_person_who_answers_is_confirmed_by_the_level_above_alone(office: Office) -> None:
    given = {"name": "郑某", "kind": ChargeKind.INTERNAL, "duties": "执法审核", "answers_to": "王五"}
    row = enter(office, DAY, CHARGE, **given, since_on=DAY, superior=office.bureau)
    with pytest.raises(Refusal):
        go(office, row, "confirm", DAY, register=CHARGE, actor=office.people[Role.HANDLER])
    go(office, row, "confirm", DAY, register=CHARGE, actor=office.people[Role.PARTY])
    assert row.step == "confirmed"
    go(office, row, "end", date(2025, 9, 1), register=CHARGE, successor="冯某")
    assert row.step == "ended"


def test_who_stepped_down_no_longer_answers(office: Office) -> None:
    rows = [
        confirmed(ChargeKind.PRINCIPAL, DAY, 1),
        stepped_down(DAY, 2),
        confirmed(ChargeKind.INTERNAL, DAY, 3),
        named(ChargeKind.CONTACT, DAY, 4),
    ]
    stand_all(office, rows, CHARGE)
    keys = ("charges", "principals", "internal_heads", "contacts", "charges_confirmed_rate")
    assert figures(office, *keys) == {
        "charges": 3,
        "principals": 1,
        "internal_heads": 1,
        "contacts": 1,
        "charges_confirmed_rate": 75,
    }


def test_a_telephone_is_masked() -> None:
    assert CHARGE.personal == ("phone",)
    assert "phone" not in CHARGE.published


def test_posts_count_once_they_are_approved(office: Office) -> None:
    rows = [approved(DAY, 1, added=2), approved(DAY, 2, added=0, removed=1), asked(DAY, 3)]
    stand_all(office, rows, STAFFING)
    assert figures(office, "posts_added", "posts_removed") == {"posts_added": 2, "posts_removed": 1}
