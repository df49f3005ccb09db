"""营商环境·公平竞争: figures as officials mean them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from fazhi.engine.actor import SYSTEM
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.declared import declare_figure
from fazhi.engine.figures.span import year
from fazhi.engine.recipe import Made
from fazhi.engine.registry import installed
from fazhi.workstreams.business import recipe, small
from fazhi.workstreams.business.factory import Office, stand, stand_all
from fazhi.workstreams.business.models.firms import Channel

SPRING = date(2025, 3, 3)


def value(office: Office, key: str, of: int = 2025) -> Fraction | None:
    figure = compile_figures([f"business.{key}"], [office.government], ["own"], year(of))
    [one] = figure.values()
    return one.value


def declare(office: Office, key: str, of: int, amount: int) -> None:
    declare_figure(
        f"business.{key}",
        office.government,
        "own",
        year(of),
        Decimal(amount),
        source="市场监督管理局",
        as_of=date(of, 12, 31),
        actor=SYSTEM,
    )


def test_growth_of_the_stock_of_firms_rests_on_the_stock_of_the_year_before(office: Office) -> None:
    declare(office, "entities", 2024, 50000)
    declare(office, "entities", 2025, 52385)
    assert value(office, "entities_change") == Fraction(477, 100)
    assert value(office, "entities_change", 2024) is None


def test_a_stock_and_a_flow_of_firms_are_two_figures(office: Office) -> None:
    declare(office, "entities", 2025, 52385)
    declare(office, "new_entities", 2025, 4428)
    declare(office, "entity_exits", 2025, 2043)
    assert [value(office, key) for key in ("entities", "new_entities", "entity_exits")] == [52385, 4428, 2043]


def test_park_growth_without_a_base_year_is_empty(office: Office) -> None:
    declare(office, "park_firms", 2025, 120)
    assert value(office, "park_firms_change") is None
    declare(office, "park_firms", 2024, 100)
    assert value(office, "park_firms_change") == 20


def test_the_share_registered_online_is_of_all_registrations(office: Office) -> None:
    declare(office, "entity_registrations", 2025, 400)
    declare(office, "electronic_registrations", 2025, 380)
    assert value(office, "electronic_rate") == 95


def test_requests_are_cleared_when_none_is_open_on_the_day(office: Office) -> None:
    register = installed().registers["business.demand"]
    rows = [small.demanded(Channel.DIRECT, SPRING, 1), small.demand_open(SPRING, 2)]
    stand_all(office, rows, register)
    assert value(office, "demands_open") == 1
    stand(office, small.demanded(Channel.TRANSFER, SPRING, 3), register)
    assert value(office, "demands_open") == 1
    assert value(office, "enterprise_demands") == 3


def test_the_review_rate_counts_measures_issued_without_a_review(office: Office) -> None:
    unreviewed = recipe.started(SPRING, 2).with_values(
        operator_related=recipe.YES, issued_on=date(2025, 4, 1), issue_number="示发〔2025〕2号"
    )
    stand_all(office, [recipe.closed(SPRING, 1), Made(unreviewed.values)])
    assert value(office, "review_rate") == 50


def test_joint_and_self_review_add_up_to_all_reviews(office: Office) -> None:
    stand_all(office, [recipe.closed(SPRING, 1), recipe.joint(SPRING, 2), recipe.shelved(SPRING, 3)])
    keys = ("measures_reviewed", "measures_reviewed_jointly", "measures_self_reviewed", "measures_shelved")
    assert [value(office, key) for key in keys] == [3, 1, 2, 1]


def test_firms_content_with_the_answer_are_a_share_of_those_that_rated_it(office: Office) -> None:
    content, other, silent = (small.demanded(Channel.DIRECT, SPRING, n) for n in (1, 2, 3))
    rows = [
        content,
        other.with_values(satisfaction="dissatisfied"),
        silent.with_values(satisfaction="undecided"),
    ]
    stand_all(office, rows, installed().registers["business.demand"])
    assert value(office, "demand_satisfaction_rate") == 50
    assert value(office, "demands_rated") == 2
    days = content.values["replied_on"] - content.values["received_on"]
    assert value(office, "direct_reply_days") == days.days
