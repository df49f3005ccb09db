"""The figures of a year of cases: classes add up, stocks carry over, rates are exact, sentences follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from fazhi.engine.answer import Answer
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.sentence import Sentence
from fazhi.engine.figures.span import year
from fazhi.workstreams.reconsideration import examples, recipe, variants
from fazhi.workstreams.reconsideration.factory import Office, breached, stand, stand_all
from fazhi.workstreams.reconsideration.figures import BY_FIELD, INDICATORS, OUTCOMES, SENTENCES
from fazhi.workstreams.reconsideration.models.choices import Field, Judgment, Outcome
from fazhi.workstreams.reconsideration.recipe import decided, opened, upheld
from fazhi.workstreams.reconsideration.registers import LETTER, RULE, STAFF

SPRING, AUTUMN = date(2025, 3, 3), date(2024, 12, 2)


def figures(office: Office, *keys: str, of: int = 2025) -> dict[str, Fraction | None]:
    """The values of these indicators, all where none is named, for one year."""
    names = [f"reconsideration.{key}" for key in keys or [one.key for one in INDICATORS]]
    found = compile_figures(names, [office.government], ["own"], year(of))
    return {figure.key.partition(".")[2]: figure.value for figure in found.values()}


@pytest.fixture
def a_year(office: Office) -> dict[str, Fraction | None]:
    """One case of each outcome, two of December before, one of them still open, and one not yet decided."""
    outcomes = [
        make for outcome, make in recipe.OUTCOMES.items() if outcome not in {"redirected", "forwarded"}
    ]
    made = [make(SPRING, n) for n, make in enumerate(outcomes)]
    made += [opened(AUTUMN, 100), decided(Outcome.ANNULLED, date(2024, 12, 16), 101)]
    stand_all(office, made)
    return figures(office)


def total(values: Mapping[str, Fraction | None], *keys: str) -> Fraction:
    return sum((values[key] or Fraction(0) for key in keys), Fraction(0))


def test_the_outcomes_add_up_to_the_closed(a_year: dict[str, Fraction | None]) -> None:
    assert a_year["closed"] == 12
    assert total(a_year, *(one.key for one in OUTCOMES)) == a_year["closed"]
    assert total(a_year, "decided", "mediated", "terminated") == a_year["closed"]


def test_fields_and_jurisdictions_add_up_to_the_accepted(a_year: dict[str, Fraction | None]) -> None:
    assert a_year["accepted"] == 12
    assert total(a_year, *(one.key for one in BY_FIELD)) == a_year["accepted"]
    split = ("accepted_centralised", "accepted_not_centralised", "accepted_centralised_unknown")
    assert total(a_year, *split) == a_year["accepted"]


def test_received_divides_into_what_became_of_it(a_year: dict[str, Fraction | None]) -> None:
    assert a_year["received"] == 15
    assert total(a_year, "accepted", "refused", "abandoned", "dropped") == a_year["received"]


def test_opening_stock_and_accepted_less_closed_is_the_stock_that_remains(
    a_year: dict[str, Fraction | None],
) -> None:
    assert (a_year["carried_over"], a_year["open"]) == (2, 2)
    assert total(a_year, "carried_over", "accepted") - total(a_year, "closed") == a_year["open"]


def test_rates_are_exact_and_their_parts_are_what_the_label_says(a_year: dict[str, Fraction | None]) -> None:
    assert a_year["closing_rate"] == 100
    assert a_year["corrected"] == 7  # 变更、撤销（含上年结转一件）、违法、无效、履行、协议
    assert a_year["correction_rate"] == Fraction(700, 12)
    assert a_year["mediation_rate"] == Fraction(100, 12)
    assert a_year["on_time_rate"] == 100
    assert a_year["opinions_heard_rate"] == 100


def test_ninety_one_of_ninety_nine_is_the_printed_rate(office: Office) -> None:
    cases = [upheld(date(2017, 3, 1), n) for n in range(91)] + [
        opened(date(2017, 11, 1), n) for n in range(91, 99)
    ]
    stand_all(office, cases)
    values = figures(office, "accepted", "closed", "closing_rate", of=2017)
    assert values == {"accepted": 99, "closed": 91, "closing_rate": Fraction(9100, 99)}
    assert round(float(values["closing_rate"] or 0), 2) == 91.92


def test_what_was_closed_stays_closed_when_the_file_is_archived(office: Office) -> None:
    stand(office, upheld(SPRING, 1, archived_on=date(2026, 1, 5)))
    assert figures(office, "closed", "upheld") == {"closed": 1, "upheld": 1}


def test_a_case_closed_after_its_last_day_is_not_on_time(office: Office) -> None:
    late = upheld(
        SPRING, 1, proposed_on=date(2025, 5, 7), approved_on=date(2025, 5, 8), closed_on=date(2025, 5, 9)
    )
    stand_all(office, [late, upheld(SPRING, 2)])
    assert figures(office, "on_time_rate") == {"on_time_rate": 50}


def test_lost_after_reconsideration_is_asked_of_the_judged(office: Office) -> None:
    sued = (Judgment.LOST, Judgment.WON, Judgment.ENDED, Judgment.UNDECIDED)
    stand_all(office, [variants.sued(judgment, SPRING, n) for n, judgment in enumerate(sued)])
    values = figures(office, "sued_after_rate", "judged_after", "lost_after_rate")
    assert values == {"sued_after_rate": 100, "judged_after": 3, "lost_after_rate": Fraction(100, 3)}


def test_heads_attending_is_asked_of_the_session_of_the_hearing(office: Office) -> None:
    attended, absent = variants.heard(SPRING, 1), variants.heard(SPRING, 2)
    [session] = absent.parts["reconsideration.Hearing"]
    excused = {**session, "head_attended": Answer.NO, "head_absent_why": "因公出差", "staff_sent": Answer.YES}
    parts = {**absent.parts, "reconsideration.Hearing": [excused]}
    stand_all(office, [attended, recipe.Made(absent.values, parts)])
    assert figures(office, "hearings", "heads_attending_rate") == {"hearings": 2, "heads_attending_rate": 50}


def test_cases_per_head_rest_on_the_staff_at_the_end_of_the_year(office: Office) -> None:
    stand_all(office, [upheld(SPRING, n) for n in range(9)])
    people = [examples.employed(date(2024, 1, 2), n) for n in range(4)]
    people[0] = people[0].with_values(ended_on=date(2025, 6, 30))
    stand_all(office, people, STAFF)
    assert figures(office, "staff", "cases_per_staff") == {"staff": 3, "cases_per_staff": 3}


def test_twelve_rules_made_are_twelve_rows(office: Office) -> None:
    stand_all(office, [examples.rule(date(2017, 5, 5), n) for n in range(12)], RULE)
    assert figures(office, "rules_made", of=2017) == {"rules_made": 12}


def test_letters_not_reported_on_lower_the_rate(office: Office) -> None:
    letters = [examples.letter(SPRING, n) for n in range(4)]
    letters[0] = letters[0].with_values(reported_on=None, report="")
    stand_all(office, letters, LETTER)
    assert figures(office, "letters", "letter_report_rate") == {"letters": 4, "letter_report_rate": 75}


def test_a_termination_without_permission_is_one_breach_and_not_one_a_way(office: Office) -> None:
    row = stand(office, recipe.withdrawn(SPRING, 1).with_values(withdrawal_allowed=Answer.NO))
    assert breached(row) == {"withdrawal"}
    assert row.record.breaches.count() == 1


# 报告中的句子


def said(sentence: str, **values: int) -> str:
    """The variant that these counts say."""
    chosen: Sentence = next(one for one in SENTENCES if one.key == sentence)
    counts = {key: Fraction(value) for key, value in values.items()}
    return next(variant.text for variant in chosen.variants if variant.condition.holds(counts))


@pytest.mark.parametrize(
    ("counts", "begins"),
    [
        ({"accepted": 99, "closed": 99}, "受理行政复议案件{accepted}件，全部审结"),
        (
            {"accepted": 99, "closed": 91, "carried_over": 0},
            "受理行政复议案件{accepted}件，审结{closed}件，结案率",
        ),
        (
            {"accepted": 99, "closed": 91, "carried_over": 5},
            "受理行政复议案件{accepted}件，上年结转{carried_over}件",
        ),
        ({"accepted": 0, "closed": 0}, "受理行政复议案件{accepted}件，审结{closed}件。"),
    ],
)
def test_all_closed_is_said_only_of_all(counts: dict[str, int], begins: str) -> None:
    assert said("caseload", **counts).startswith(begins)


def test_letters_are_all_reported_on_only_when_all_are() -> None:
    assert "均已报送" in said("letters", letters=4, letters_reported=4)
    assert "反馈率" in said("letters", letters=4, letters_reported=3)


def test_every_field_is_a_class_of_its_own() -> None:
    assert [one.key for one in BY_FIELD] == [f"accepted_{field}" for field in Field]
