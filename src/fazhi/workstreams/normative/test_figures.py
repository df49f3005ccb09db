"""The figures of normative documents: classes and verdicts add up, the list is that of the day asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.span import Span, year
from fazhi.engine.figures.trace import members
from fazhi.workstreams.normative import recipe
from fazhi.workstreams.normative.factory import Office, stand, stand_all
from fazhi.workstreams.normative.figures import INDICATORS, PAPER_CLASSES, VERDICTS
from fazhi.workstreams.normative.models.choices import Ending, FilingResult, Paper, Verdict
from fazhi.workstreams.normative.registers import CLEAN_UP, REVIEW, ROUND

MARCH = date(2025, 3, 3)


def figures(office: Office) -> dict[str, Fraction | None]:
    """Every figure of 2025."""
    names = [f"normative.{one.key}" for one in INDICATORS]
    found = compile_figures(names, [office.government], ["own"], year(2025))
    return {figure.key.partition(".")[2]: figure.value for figure in found.values()}


def total(values: Mapping[str, Fraction | None], *keys: str) -> Fraction:
    return sum((values[key] or Fraction(0) for key in keys), Fraction(0))


def test_the_classes_of_papers_add_up_to_all_papers_reviewed(office: Office) -> None:
    numbers = {Paper.NORMATIVE: 4, Paper.REFERRED: 3, Paper.CONSULTATION: 2, Paper.FILING: 1}
    made = [recipe.reviewed(kind, MARCH, n) for kind, many in numbers.items() for n in range(many)]
    unclassed = recipe.reviewed(Paper.REFERRED, MARCH, 90).with_values(kind=Paper.UNDECIDED)
    stand_all(office, [*made, unclassed], REVIEW)
    values = figures(office)
    assert (values["papers_reviewed"], values["papers_unclassed"]) == (11, 1)
    assert total(values, *(one.key for one in PAPER_CLASSES)) == values["papers_reviewed"]


def test_the_four_verdicts_and_the_remainder_add_up_to_the_cleaned(office: Office) -> None:
    made = [make(MARCH, n) for n, make in enumerate(recipe.VERDICTS.values())]
    open_verdict = recipe.cleaned_up(Verdict.KEEP, MARCH, 9).with_values(verdict=Verdict.UNDECIDED)
    stand_all(office, [*made, open_verdict], CLEAN_UP)
    values = figures(office)
    assert (values["cleaned"], values["verdict_unknown"]) == (5, 1)
    assert total(values, *(one.key for one in VERDICTS)) == values["cleaned"]


def test_all_papers_of_a_round_are_counted_beside_the_documents(office: Office) -> None:
    stand(office, recipe.round_of(MARCH, 1).with_values(papers=59124), ROUND)
    assert figures(office)["papers_cleaned"] == 59124


def test_the_list_of_documents_in_force_is_that_of_the_day_asked(office: Office) -> None:
    made = [recipe.published(MARCH, 1), recipe.ended(Ending.ABOLISHED, MARCH, 2)]
    standing, ended = stand_all(office, made)
    day: date = made[1].values["ended_on"]
    before, after = day.replace(day=day.day - 1), day
    listed = [
        set(
            members("normative.in_force", office.government, "own", Span(one, one)).values_list(
                "pk", flat=True
            )
        )
        for one in (before, after)
    ]
    assert listed == [{standing.pk, ended.pk}, {standing.pk}]


@pytest.mark.parametrize(
    ("more", "rates"),
    [
        ({}, (100, 100, 100)),
        ({"filed_on": date(2025, 6, 30), "filing_result_on": date(2025, 7, 30)}, (100, 50, 100)),
        ({"filing_result": FilingResult.CORRECTED}, (100, 100, 50)),
        ({"filed_on": None, "filing_result_on": None}, (50, 100, 100)),
    ],
)
def test_filing_rates_tell_filed_timely_and_correct_at_once_apart(
    office: Office, more: dict[str, object], rates: tuple[int, int, int]
) -> None:
    stand_all(office, [recipe.published(MARCH, 1), recipe.published(MARCH, 2).with_values(**more)])
    values = figures(office)
    keys = ("filing_rate", "filing_timely_rate", "filing_form_rate")
    assert tuple(values[key] for key in keys) == rates
