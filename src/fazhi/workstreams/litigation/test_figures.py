"""The figures of a year of suits: classes add up, every case counts once, rates say their basis."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from fazhi.engine.actor import SYSTEM
from fazhi.engine.answer import Answer
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.declared import declare_figure
from fazhi.engine.figures.sentence import Sentence
from fazhi.engine.figures.span import year
from fazhi.workstreams.litigation import recipe, small, variants
from fazhi.workstreams.litigation.beside import OBSERVATION, SUGGESTION, WARNING
from fazhi.workstreams.litigation.factory import Office, stand, stand_all
from fazhi.workstreams.litigation.figures import BY_CAUSE, BY_FIELD, BY_LEVEL, BY_OUTCOME
from fazhi.workstreams.litigation.models.choices import DefendantLevel, LossCause, Outcome, Reconsidered, Role
from fazhi.workstreams.litigation.models.registers import Adoption, SuggestionKind, WarningKind
from fazhi.workstreams.litigation.recipe import SESSION, Made, filed, judged, won
from fazhi.workstreams.litigation.sentences import SENTENCES
from fazhi.workstreams.litigation.workstream import LITIGATION

SPRING = date(2025, 3, 3)


def figures(office: Office, *keys: str, of: int = 2025) -> dict[str, Fraction | None]:
    """The values of these indicators, all where none is named, for one year."""
    names = [f"litigation.{key}" for key in keys or [one.key for one in LITIGATION.indicators]]
    found = compile_figures(names, [office.government], ["own"], year(of))
    return {figure.key.partition(".")[2]: figure.value for figure in found.values()}


def total(values: Mapping[str, Fraction | None], *keys: str) -> Fraction:
    return sum((values[key] or Fraction(0) for key in keys), Fraction(0))


@pytest.fixture
def a_year(office: Office) -> dict[str, Fraction | None]:
    """One suit of each outcome, one of December before that is still open, one filed and not yet heard."""
    made = [make(SPRING, n) for n, make in enumerate(recipe.OUTCOMES.values())]
    stand_all(office, [*made, filed(date(2024, 12, 2), 100)])
    return figures(office)


def test_the_outcomes_add_up_to_the_concluded(a_year: dict[str, Fraction | None]) -> None:
    assert a_year["concluded"] == 15
    assert total(a_year, *(one.key for one in BY_OUTCOME)) == a_year["concluded"]
    assert total(a_year, "lost", "won", "withdrawn", "mediated", "ended_other") == a_year["concluded"]
    assert total(a_year, "judged") == total(a_year, "lost", "won")


def test_filed_and_carried_over_less_concluded_is_what_is_pending(a_year: dict[str, Fraction | None]) -> None:
    assert (a_year["filed"], a_year["carried_over"], a_year["pending"]) == (16, 1, 2)
    assert total(a_year, "carried_over", "filed") - total(a_year, "concluded") == a_year["pending"]


def test_levels_and_fields_each_add_up_to_the_filed(a_year: dict[str, Fraction | None]) -> None:
    assert total(a_year, *(one.key for one in BY_LEVEL)) == a_year["filed"]
    assert total(a_year, *(one.key for one in BY_FIELD)) == a_year["filed"]
    split = ("filed_city_government", "filed_county_government", "filed_city_department", "filed_rest")
    assert total(a_year, *split) == a_year["filed"]


def test_the_causes_add_up_to_what_was_finally_lost(a_year: dict[str, Fraction | None]) -> None:
    assert a_year["lost_effective"] == 8
    assert total(a_year, *(one.key for one in BY_CAUSE)) == a_year["lost_effective"]


def test_the_loss_rate_with_withdrawn_cases_is_lower_than_without(a_year: dict[str, Fraction | None]) -> None:
    assert a_year["loss_rate"] == Fraction(800, 15)
    assert a_year["loss_rate_judged"] == Fraction(800, 11)
    labels = {one.key: one.label for one in LITIGATION.indicators}
    assert "含撤诉" in labels["loss_rate"]
    assert "不含撤诉" in labels["loss_rate_judged"]


def test_the_city_that_counted_by_defendant_has_one_hundred_and_thirty_six(office: Office) -> None:
    levels = {
        DefendantLevel.CITY_GOVERNMENT: 4,
        DefendantLevel.COUNTY_GOVERNMENT: 28,
        DefendantLevel.CITY_DEPARTMENT: 28,
        DefendantLevel.COUNTY_DEPARTMENT: 50,
        DefendantLevel.TOWNSHIP_GOVERNMENT: 20,
        DefendantLevel.OTHER: 6,
    }
    of_each = [level for level, number in levels.items() for _ in range(number)]
    day = date(2017, 3, 1)
    stand_all(
        office,
        [(won if n < 111 else filed)(day, n).with_values(defendant_level=level)
         for n, level in enumerate(of_each)],
    )  # fmt: skip
    keys = ("filed", "concluded", "filed_city_government", "filed_county_government",
            "filed_city_department", "filed_rest")  # fmt: skip
    values = figures(office, *keys, of=2017)
    assert [values[key] for key in keys] == [136, 111, 4, 28, 28, 76]


def test_a_suit_against_two_organs_counts_once(office: Office) -> None:
    upheld = {"reconsidered": Reconsidered.UPHELD}
    stand_all(
        office,
        [
            won(SPRING, 1, role=Role.JOINT, **upheld),
            won(SPRING, 2, role=Role.JOINT_RECONSIDERING, **upheld),
            won(SPRING, 3, role=Role.THIRD_PARTY),
        ],
    )
    keys = ("filed", "concluded", "joint_reconsidering", "third_party", "received", "filed_reconsidered")
    assert [figures(office)[key] for key in keys] == [1, 1, 1, 1, 3, 1]


def test_heads_are_asked_of_the_heard_and_of_the_called(office: Office) -> None:
    stand_all(
        office,
        [
            won(SPRING, 1),
            recipe.staff_in_court(SPRING, 2),
            variants.called(SPRING, 3),
            variants.excused(SPRING, 4),
            variants.chief(SPRING, 5),
            recipe.OUTCOMES[Outcome.WITHDRAWN](SPRING, 6),
        ],
    )
    values = figures(office)
    assert (values["heard"], values["heads_attended"], values["head_attendance_rate"]) == (5, 3, 60)
    assert (values["heads_called"], values["head_called_rate"]) == (2, 50)
    assert (values["chiefs_attended"], values["chief_rate"]) == (1, Fraction(100, 3))
    assert values["absent_unaccepted"] == 1


def test_a_head_who_came_and_said_nothing_lowers_the_rate_of_those_who_spoke(office: Office) -> None:
    silent = won(SPRING, 2)
    [session] = silent.parts[SESSION]
    parts = {**silent.parts, SESSION: [{**session, "spoke": Answer.NO}]}
    stand_all(office, [won(SPRING, 1), Made(silent.values, parts)])
    assert figures(office, "spoke_rate") == {"spoke_rate": 50}


def test_a_case_heard_twice_counts_once_in_the_year_of_its_first_session(office: Office) -> None:
    stand(office, variants.heard_twice(SPRING, 1).with_values(heard_again_on=date(2026, 1, 6)))
    assert figures(office, "heard") == {"heard": 1}
    assert figures(office, "heard", of=2026) == {"heard": 0}


def test_what_was_performed_after_its_day_is_not_performed_in_time(office: Office) -> None:
    late = judged(Outcome.PAYMENT, SPRING, 1, performed_on=date(2025, 9, 30))
    stand_all(office, [late, judged(Outcome.PAYMENT, SPRING, 2), won(SPRING, 3)])
    assert figures(office, "performance_due", "performance_rate") == {
        "performance_due": 2,
        "performance_rate": 50,
    }


def test_a_loss_is_counted_by_cause_reviewed_reported_and_rectified(office: Office) -> None:
    unrectified = judged(Outcome.ANNULLED, SPRING, 1, rectified_on=None, loss_cause=LossCause.AUTHORITY)
    stand_all(office, [unrectified, judged(Outcome.ILLEGAL, SPRING, 2)])
    keys = ("lost_effective", "lost_authority", "lost_procedure", "rectified", "rectified_rate",
            "reviewed_rate", "loss_reported_rate")  # fmt: skip
    values = figures(office, *keys)
    assert [values[key] for key in keys] == [2, 1, 1, 1, 50, 100, 100]


def test_a_second_instance_is_no_second_suit(office: Office) -> None:
    stand_all(office, [won(SPRING, 1), recipe.second_instance(SPRING, 2), variants.retrial(SPRING, 3)])
    keys = ("filed", "filed_second", "filed_retrial", "concluded", "concluded_all", "heard")
    values = figures(office, *keys)
    assert [values[key] for key in keys] == [1, 1, 1, 1, 3, 3]


def test_half_of_the_disputes_brought_to_mediation_were_resolved_before_suit(office: Office) -> None:
    unresolved = recipe.resolved(SPRING, 1).with_values(resolved_on=None)
    stand_all(office, [unresolved, recipe.resolved(SPRING, 2)])
    keys = ("presuit", "resolved", "resolved_rate", "filed")
    values = figures(office, *keys)
    assert [values[key] for key in keys] == [2, 1, 50, 0]


def test_suggestions_are_split_by_issuer_and_asked_whether_answered_in_time(office: Office) -> None:
    made = [make(SPRING, n) for n, make in enumerate(small.BY_KIND.values())]
    late = small.suggested(SuggestionKind.PUBLIC_INTEREST, SPRING, 10)
    refused = {"adoption": Adoption.NOT_ADOPTED, "adoption_reason": "不属于本机关职责"}
    made.append(late.with_values(replied_on=date(2025, 5, 8), verified_on=None, **refused))
    stand_all(office, made, SUGGESTION)
    keys = ("suggestions", "suggestions_judicial", "suggestions_procuratorial", "suggestions_public_interest",
            "judicial_reply_rate", "procuratorial_reply_rate", "adoption_rate",
            "public_interest_rectified_rate")  # fmt: skip
    values = figures(office, *keys)
    assert [values[key] for key in keys] == [7, 3, 4, 2, 100, 75, Fraction(600, 7), 50]


def test_observers_are_person_times_and_trials_are_cases(office: Office) -> None:
    stand_all(office, [small.observed(SPRING, n).with_values(cases=2) for n in range(2)], OBSERVATION)
    keys = ("observations", "observers", "heads_observing", "cases_observed")
    values = figures(office, *keys)
    assert [values[key] for key in keys] == [2, 40, 10, 4]


def test_warnings_talks_and_circulars_add_up(office: Office) -> None:
    stand_all(office, [small.warned(kind, SPRING, n) for n, kind in enumerate(small.WARNINGS)], WARNING)
    values = figures(office)
    assert total(values, "warnings", "talks", "circulars") == values["warned"] == len(small.WARNINGS)
    assert values["warning_corrected_rate"] == 100
    assert WarningKind.UNDECIDED not in small.WARNINGS


def test_the_courts_own_figures_are_declared_with_source_and_day(office: Office) -> None:
    told = {
        "court_enterprise_cases": Fraction(1046),
        "court_enforced_amount": Fraction(219805900),
        "court_debtors_detained": Fraction(23),
        "court_consumption_orders": Fraction(3666),
    }
    for key, value in told.items():
        declare_figure(
            f"litigation.{key}",
            office.government,
            "own",
            year(2023),
            value,
            source="示例县人民法院审判管理系统",
            as_of=date(2023, 12, 31),
            actor=SYSTEM,
        )
    assert figures(office, *told, of=2023) == told


# 报告中的句子


def said(sentence: str, **values: int) -> str:
    """The variant that these counts say."""
    chosen: Sentence = next(one for one in SENTENCES if one.key == sentence)
    counts = {key: Fraction(value) for key, value in values.items()}
    return next(variant.text for variant in chosen.variants if variant.condition.holds(counts))


@pytest.mark.parametrize(
    ("sentence", "counts", "words"),
    [
        ("caseload", {"filed": 136, "concluded": 136}, "全部审结"),
        ("caseload", {"filed": 136, "concluded": 111}, "审结行政诉讼案件{concluded}件"),
        ("caseload", {"filed": 0, "concluded": 0}, "发生行政诉讼案件{filed}件。"),
        ("attendance", {"heard": 9, "heads_attended": 9}, "均出庭应诉"),
        ("attendance", {"heard": 9, "heads_attended": 8}, "其中正职"),
        ("losses", {"lost": 0, "concluded": 9}, "无败诉案件"),
        ("losses", {"lost": 1, "concluded": 9}, "败诉率{loss_rate}"),
        ("correction", {"lost_effective": 2, "rectified": 2}, "全部整改完成"),
        ("correction", {"lost_effective": 2, "rectified": 1}, "整改率"),
        ("defendants", {"filed_city_government": 4}, "市政府为被告"),
        ("defendants", {"filed_county_department": 4}, "县级部门为被告"),
        ("resolution", {"resolved": 3}, "诉前化解"),
        ("resolution", {"withdrawn": 3}, "调撤率"),
        ("suggestions", {"suggestions_judicial": 1}, "收到司法建议"),
        ("suggestions", {"suggestions_procuratorial": 1}, "收到检察建议"),
        ("interaction", {"seminars": 1}, "座谈会"),
    ],
)
def test_words_follow_the_counts(sentence: str, counts: dict[str, int], words: str) -> None:
    assert words in said(sentence, **counts)
