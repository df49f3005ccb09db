"""A year of decisions: two counters kept apart, classes that add up, exact rates, sentences."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.sentence import Sentence
from fazhi.engine.figures.span import year
from fazhi.organs.models import Axis, Below, Kind, Level, Organ
from fazhi.workstreams.decisions import examples, recipe, variants
from fazhi.workstreams.decisions.factory import Office, stand, stand_all
from fazhi.workstreams.decisions.figures import INDICATORS
from fazhi.workstreams.decisions.models.choices import Verdict
from fazhi.workstreams.decisions.registers import CATALOGUE, DECISION, MATTER
from fazhi.workstreams.decisions.sentences import SENTENCES
from fazhi.workstreams.office import organ

SPRING = date(2025, 3, 3)


def figures(office: Office, *keys: str, scope: str = "own") -> dict[str, Fraction | None]:
    """The values of these indicators, all where none is named, for 2025."""
    names = [f"decisions.{key}" for key in keys or [one.key for one in INDICATORS]]
    found = compile_figures(names, [office.government], [scope], year(2025))  # type: ignore[list-item]  # a scope
    return {figure.key.partition(".")[2]: figure.value for figure in found.values()}


def test_decisions_reviewed_and_topics_reviewed_are_two_counters(office: Office) -> None:
    stand_all(office, [recipe.decided(SPRING, n) for n in range(3)], DECISION)
    stand_all(office, [examples.adopted(SPRING, n) for n in range(5)], MATTER)
    stand(office, examples.document(SPRING, 9).with_values(name="示例文件"), MATTER)
    values = figures(office)
    assert (values["reviewed"], values["materials_reviewed"]) == (3, 5)
    assert (values["documents_reviewed"], values["matters_reviewed"]) == (1, 6)
    assert (values["decision_opinions"], values["opinions"]) == (6, 6)
    assert values["adoption_rate"] == Fraction(500, 6)


def test_the_verdicts_add_up_to_the_reviewed(office: Office) -> None:
    made = [recipe.decided(SPRING, 1), recipe.conditional(SPRING, 2), recipe.failed(SPRING, 3)]
    made.append(recipe.decided(SPRING, 4).with_values(verdict=Verdict.UNDECIDED))
    stand_all(office, made)
    classes = ("reviewed_lawful", "reviewed_conditional", "reviewed_failed", "reviewed_unknown")
    values = figures(office, "reviewed", *classes)
    assert values["reviewed"] == 4
    assert [values[key] for key in classes] == [1, 1, 1, 1]


def test_a_review_after_the_discussion_lowers_the_rate(office: Office) -> None:
    late = recipe.decided(SPRING, 2).with_values(reviewed_on=date(2025, 6, 20))
    stand_all(office, [recipe.decided(SPRING, 1), late])
    assert figures(office, "review_rate", "discussed") == {"review_rate": 50, "discussed": 2}


def test_an_exception_is_counted(office: Office) -> None:
    stand_all(office, [variants.exploring(SPRING, 1), recipe.decided(SPRING, 2)])
    stand(office, examples.excepted(SPRING, 1), MATTER)
    stand(office, examples.matter(SPRING, 2), MATTER)
    values = figures(office, "exceptions", "matter_exceptions", "matter_review_rate")
    assert values == {"exceptions": 1, "matter_exceptions": 1, "matter_review_rate": 50}


def test_four_items_of_the_catalogue_are_completed_or_lawfully_removed(office: Office) -> None:
    made = [examples.completed(SPRING, n) for n in range(1, 4)] + [examples.removed(SPRING, 4)]
    stand_all(office, made, CATALOGUE)
    values = figures(office, "catalogue_items", "catalogue_completed", "completion_rate")
    assert values == {"catalogue_items": 4, "catalogue_completed": 3, "completion_rate": 100}


def test_comments_adopted_are_a_part_of_those_received(office: Office) -> None:
    stand_all(office, [recipe.decided(SPRING, n) for n in range(2)])
    values = figures(office, "consultations", "comments", "comments_adopted", "comment_adoption_rate")
    assert values == {
        "consultations": 2,
        "comments": 24,
        "comments_adopted": 18,
        "comment_adoption_rate": 75,
    }


def test_a_township_without_review_lowers_the_coverage(office: Office) -> None:
    towns = [town(office, f"99990110{n}", f"示例{n}镇人民政府") for n in range(1, 3)]
    reviewing = Office(towns[0], office.bureau, office.people)
    stand(office, examples.matter(SPRING, 1), MATTER)
    assert figures(office, "township_coverage", scope="within") == {"township_coverage": 0}
    from fazhi.engine.actor import SYSTEM
    from fazhi.engine.bulk import load

    made = examples.document(SPRING, 2)
    load(MATTER, [made.as_row(reviewing.government.pk, SPRING)], actor=SYSTEM, synthetic=True)
    assert figures(office, "township_coverage", scope="within") == {"township_coverage": 50}


def town(office: Office, code: str, name: str) -> Organ:
    made = organ(code, name, Kind.GOVERNMENT, short=name[:4])
    Organ.objects.filter(pk=made.pk).update(level=Level.TOWNSHIP)
    Below.objects.create(high=office.government, low=made, axis=Axis.TERRITORY, depth=1)
    return made


def said(sentence: str, **values: int) -> str:
    """The variant that these counts say."""
    chosen: Sentence = next(one for one in SENTENCES if one.key == sentence)
    counts = {key: Fraction(value) for key, value in values.items()}
    return next(variant.text for variant in chosen.variants if variant.condition.holds(counts))


@pytest.mark.parametrize(
    ("completed", "words"), [(4, "全部完成"), (3, "目录事项完成率"), (0, "目录事项完成率")]
)
def test_all_completed_is_said_only_of_all(completed: int, words: str) -> None:
    assert words in said("catalogue", catalogue_items=4, catalogue_completed=completed)
