"""The figures of a year of tasks, inspections and honours: classes add up, stock and new are kept apart."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.sentence import Sentence
from fazhi.engine.figures.span import year
from fazhi.workstreams.plan import pursuit_recipe, recipe, variants
from fazhi.workstreams.plan.checked import FINDING, HONOUR, REPORT
from fazhi.workstreams.plan.examples import LETTERS
from fazhi.workstreams.plan.factory import Office, stand, stand_all
from fazhi.workstreams.plan.figures import LIGHTS, SENTENCES
from fazhi.workstreams.plan.models.honours import HonourKind, HonourLevel
from fazhi.workstreams.plan.models.reports import ReportKind
from fazhi.workstreams.plan.models.tasks import UnitKind
from fazhi.workstreams.plan.pursued import CHASE, PROMISE
from fazhi.workstreams.plan.registers import LETTER, TASK

SPRING = date(2025, 3, 3)


def figures(office: Office, *keys: str, of: int = 2025) -> dict[str, Fraction | None]:
    names = [f"plan.{key}" for key in keys]
    found = compile_figures(names, [office.government], ["own"], year(of))
    return {figure.key.partition(".")[2]: figure.value for figure in found.values()}


def test_the_lights_add_up_to_the_tasks(office: Office) -> None:
    makes = (
        recipe.task,
        recipe.begun,
        recipe.completed,
        recipe.done,
        recipe.done_late,
        recipe.rolled,
        recipe.cancelled,
    )
    stand_all(office, [make(SPRING, n) for n, make in enumerate(makes)], TASK)
    found = figures(office, "tasks", "task_rate", *(one.key for one in LIGHTS))
    assert found["tasks"] == 7
    assert sum(found[one.key] or 0 for one in LIGHTS) == 7
    assert (found["tasks_underway"], found["tasks_on_time"], found["tasks_late"]) == (2, 1, 1)
    assert found["task_rate"] == Fraction(200, 7)


def test_letters_are_counted_by_the_kind_of_unit(office: Office) -> None:
    kinds = (UnitKind.COUNTY, UnitKind.DEPARTMENT, UnitKind.STATIONED)
    stand_all(office, [LETTERS[kind](SPRING, n) for n, kind in enumerate(kinds)], LETTER)
    assert figures(office, "letters", "letters_counties", "letters_units") == {
        "letters": 3,
        "letters_counties": 1,
        "letters_units": 2,
    }


def test_a_unit_that_signed_is_covered_and_one_that_did_not_is_not(office: Office) -> None:
    stand(office, LETTERS[UnitKind.COUNTY](SPRING, 1), LETTER)
    found = compile_figures(["plan.letter_coverage"], [office.government], ["within"], year(2025))
    assert [one.value for one in found.values()] == [50]


def test_what_was_rectified_late_is_no_rectification_in_time(office: Office) -> None:
    late = variants.verified(SPRING, 2).with_values(rectify_by_on=date(2025, 3, 20))
    stand_all(office, [variants.closed(SPRING, 1), late, variants.finding(SPRING, 3)], FINDING)
    found = figures(office, "problems_found", "problems_rectified", "rectification_rate", "findings_open")
    assert (found["problems_found"], found["problems_rectified"], found["findings_open"]) == (3, 2, 2)
    assert found["rectification_rate"] == Fraction(100, 3)


def test_honours_new_this_year_are_not_the_stock(office: Office) -> None:
    village = HonourKind.VILLAGE
    rows = [
        variants.honour(village, date(2023, 3, 1), 1, HonourLevel.NATION),
        variants.honour(village, date(2024, 3, 1), 2),
        variants.honour(village, SPRING, 3),
        variants.revoked(SPRING, 4),
        variants.expired(date(2024, 3, 1), 5),
    ]
    stand_all(office, rows, HONOUR)
    found = figures(office, "villages_new", "villages", "villages_nation", "units", "honours_revoked")
    assert found == {
        "villages_new": 1,
        "villages": 3,
        "villages_nation": 1,
        "units": 0,
        "honours_revoked": 1,
    }


def test_only_reports_that_must_be_public_are_asked_for(office: Office) -> None:
    kinds = (ReportKind.GOVERNMENT, ReportKind.AREA)
    stand_all(office, [variants.report(kind, SPRING, n) for n, kind in enumerate(kinds)], REPORT)
    found = figures(office, "reports", "reports_public", "published_rate")
    assert found == {"reports": 2, "reports_public": 1, "published_rate": 100}


def test_promises_kept_missed_and_pending_add_up_to_those_made(office: Office) -> None:
    made = (pursuit_recipe.kept, pursuit_recipe.kept, pursuit_recipe.missed, pursuit_recipe.promised)
    stand_all(office, [make(SPRING, n) for n, make in enumerate(made)], PROMISE)
    found = figures(
        office, "promises", "promises_kept", "promises_missed", "promises_pending", "promise_rate"
    )
    assert found == {
        "promises": 4,
        "promises_kept": 2,
        "promises_missed": 1,
        "promises_pending": 1,
        "promise_rate": 50,
    }


def test_a_chase_answered_after_its_day_is_not_answered_in_time(office: Office) -> None:
    late = pursuit_recipe.answered(SPRING, 2).with_values(reply_by_on=date(2025, 3, 7))
    stand_all(office, [pursuit_recipe.closed(SPRING, 1), late, pursuit_recipe.drafted(SPRING, 3)], CHASE)
    found = figures(office, "chases", "chases_open", "chase_rate")
    assert found == {"chases": 2, "chases_open": 1, "chase_rate": 50}


def said(key: str, **values: int) -> str:
    [sentence] = [one for one in SENTENCES if one.key == key]
    assert isinstance(sentence, Sentence)
    given = {name: Fraction(value) for name, value in values.items()}
    return next((one.text for one in sentence.variants if one.condition.holds(given)), "")


def test_all_is_said_only_of_all() -> None:
    assert "全部完成" in said("tasks", tasks=28, tasks_done=28)
    assert "全部" not in said("tasks", tasks=28, tasks_done=27)
    assert said("tasks", tasks=0, tasks_done=0) == ""
    assert "均已公开" in said("reports", reported=2, published=2)


def test_reports_in_time_are_told_apart_from_those_reported(office: Office) -> None:
    """年度报告按时报送率、按时公开率：3月1日前报送，4月1日前公开。"""
    in_time = variants.report(ReportKind.GOVERNMENT, SPRING, 1)
    late = variants.report(ReportKind.GOVERNMENT, SPRING, 2)
    days = {"reported_on": date(2026, 3, 2), "published_on": date(2026, 4, 1), "closed_on": date(2026, 4, 3)}
    stand_all(office, [in_time, late.with_values(**days)], REPORT)
    keys = ("reported_rate", "reported_on_time_rate", "published_rate", "published_on_time_rate")
    found = figures(office, *keys)
    assert [found[key] for key in keys] == [100, 50, 100, 50]
