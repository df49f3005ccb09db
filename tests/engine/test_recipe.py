"""Rows made by a recipe: facts laid over facts, days counted in working days."""

from __future__ import annotations

from datetime import date

from fazhi.engine.recipe import Made, Recipe, Timeline

FRIDAY = date(2025, 3, 7)


def test_a_row_is_changed_without_changing_the_one_it_was_made_from() -> None:
    made = Made({"applicant": "张三"}).with_part("toy.Hearing", {"held_on": FRIDAY})
    other = made.with_values(applicant="李四").with_part("toy.Hearing", {"held_on": None})
    assert (made.values, len(made.parts["toy.Hearing"])) == ({"applicant": "张三"}, 1)
    row = other.as_row(7, FRIDAY, respondent=9)
    assert (row.organ_id, row.on, row.values) == (7, FRIDAY, {"applicant": "李四", "respondent": 9})
    assert [part["held_on"] for part in row.parts["toy.Hearing"]] == [FRIDAY, None]


def test_a_timeline_counts_working_days_from_the_first_one() -> None:
    line = Timeline.since(date(2025, 3, 8))  # 周六
    assert (line.first, line.on(0)) == (date(2025, 3, 10), date(2025, 3, 10))
    assert (line.on(5), line.before(1)) == (date(2025, 3, 17), FRIDAY)


def test_a_recipe_has_no_rows_in_hand_unless_it_says_so() -> None:
    assert Recipe(usual="x", outcomes={}, examples={}).in_hand(FRIDAY) == ()
