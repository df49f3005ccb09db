"""The figures of legislation: kinds and verdicts add up, stocks are of the day asked, rates exact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from fazhi.engine.figures.compile import compile_figures, compile_year
from fazhi.engine.figures.sentence import Sentence
from fazhi.engine.figures.span import Span, year
from fazhi.engine.figures.tell import tell
from fazhi.engine.figures.trace import members
from fazhi.engine.registry import installed
from fazhi.reader import read
from fazhi.workstreams.legislation import recipe as r
from fazhi.workstreams.legislation import recipe_beside as b
from fazhi.workstreams.legislation.examples import RECIPES
from fazhi.workstreams.legislation.factory import Office, stand_all
from fazhi.workstreams.legislation.figures import INDICATORS, USE_KINDS, VERDICTS
from fazhi.workstreams.legislation.models import choices as m
from fazhi.workstreams.legislation.registers import PROJECT, PROPOSAL
from fazhi.workstreams.legislation.sentences import SENTENCES
from fazhi.workstreams.legislation.small import CLEAN_UP, CONTACT_POINT, POINT_OPINION, USE

MARCH = date(2025, 3, 3)


def figures(office: Office) -> dict[str, Fraction | None]:
    """Every figure of 2025."""
    names = [f"legislation.{one.key}" for one in INDICATORS]
    found = compile_figures(names, [office.government], ["own"], year(2025))
    return {figure.key.partition(".")[2]: figure.value for figure in found.values()}


def total(values: Mapping[str, Fraction | None], *keys: str) -> Fraction:
    return sum((values[key] or Fraction(0) for key in keys), Fraction(0))


def test_the_plan_is_completed_by_what_is_done_over_what_is_planned(office: Office) -> None:
    rules = [b.project(m.ProjectKind.RULE, MARCH, n) for n in range(3)]
    bills = [b.project(m.ProjectKind.BILL, MARCH, 10, done=False)]
    untyped = b.project(m.ProjectKind.RULE, MARCH, 20, done=False).with_values(kind=m.ProjectKind.UNDECIDED)
    stand_all(office, [*rules, *bills, untyped], PROJECT)
    values = figures(office)
    assert (values["planned"], values["plan_done"], values["plan_rate"]) == (5, 3, 60)
    assert total(values, "planned_rules", "planned_bills", "planned_unknown") == values["planned"]


def test_the_verdicts_and_the_remainder_add_up_to_the_cleaned(office: Office) -> None:
    made = [make(MARCH, n) for n, make in enumerate(b.VERDICTS.values())]
    owed = b.cleaned_up(m.Verdict.KEEP, MARCH, 9).with_values(verdict=m.Verdict.UNDECIDED)
    stand_all(office, [*made, owed], CLEAN_UP)
    values = figures(office)
    assert (values["cleaned"], values["verdict_unknown"]) == (4, 1)
    assert total(values, *(one.key for one in VERDICTS)) == values["cleaned"]


def test_the_uses_of_statutes_add_up_by_kind(office: Office) -> None:
    made = [make(MARCH, n) for n, make in enumerate(b.USES.values())]
    untyped = b.used(m.UseKind.CASE, MARCH, 9).with_values(kind=m.UseKind.UNDECIDED)
    stand_all(office, [*made, untyped], USE)
    values = figures(office)
    assert (values["uses"], values["uses_case"], values["uses_unknown"]) == (5, 1, 1)
    assert total(values, *(one.key for one in USE_KINDS)) == values["uses"]


def test_opinions_of_contact_points_are_summed_and_the_adopted_are_among_them(office: Office) -> None:
    stand_all(office, [b.contact_point(MARCH, n) for n in range(7)], CONTACT_POINT)
    stand_all(office, [b.point_opinion(MARCH, n) for n in range(3)], POINT_OPINION)
    values = figures(office)
    assert (values["contact_points"], values["point_opinions"], values["point_opinions_adopted"]) == (
        7,
        18,
        12,
    )


def test_a_proposal_counts_as_adopted_only_where_the_plan_took_it(office: Office) -> None:
    stand_all(office, [make(MARCH, n) for n, make in enumerate(b.PROPOSALS.values())], PROPOSAL)
    values = figures(office)
    assert (values["proposals"], values["proposal_adopted_rate"]) == (3, Fraction(100, 3))


def test_a_rule_filed_on_the_thirty_first_day_is_not_in_time(office: Office) -> None:
    in_time, late = r.published(MARCH, 1), r.published(MARCH, 2)
    late = late.with_values(filed_on=late.values["published_on"] + timedelta(45), filing_result_on=None)
    unfiled = r.published(MARCH, 3).with_values(filed_on=None, filing_result_on=None)
    stand_all(office, [in_time, late, unfiled])
    values = figures(office)
    assert (values["rules_made"], values["rules_filed"]) == (3, 2)
    assert (values["filing_rate"], values["filing_timely_rate"]) == (Fraction(200, 3), 50)


def test_the_rules_in_force_are_those_of_the_day_asked(office: Office) -> None:
    made = [r.published(MARCH, 1), r.ended(m.Ending.ABOLISHED, MARCH, 2)]
    standing, ended = stand_all(office, made)
    begins, ends = made[0].values["effective_on"], made[1].values["ended_on"]
    listed = [
        set(
            members("legislation.rules_in_force", office.government, "own", Span(one, one)).values_list(
                "pk", flat=True
            )
        )
        for one in (begins - timedelta(1), begins, ends)
    ]
    assert listed == [set(), {standing.pk, ended.pk}, {standing.pk}]


def test_what_the_sentences_write_the_reader_reads_back(office: Office) -> None:
    for key, recipe in RECIPES.items():
        made = [make(MARCH, n) for n, make in enumerate(recipe.outcomes.values())]
        stand_all(office, made, installed().registers[key])
    found = {one.key: one for one in compile_year(office.government, "own", 2025)}
    for sentence in SENTENCES:
        told = tell(sentence, "legislation", found)
        assert told.text, sentence.key
        document = read(f"示例市2025年法治政府建设情况报告\n\n{told.text}\n")
        named = [key for figure in document.figures for key in figure.indicators]
        assert named == [f"legislation.{key}" for key in re.findall(r"{(\w+)", variant(sentence, told.text))]


def variant(sentence: Sentence, text: str) -> str:
    """The variant that was told, with its figures still named."""
    patterns = {one.text: re.sub(r"\\{\w+\\}", ".+", re.escape(one.text)) for one in sentence.variants}
    return next(raw for raw, pattern in patterns.items() if re.fullmatch(pattern, text))
