"""What the page of a record puts first: what is due, before what would end it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from fazhi.engine import registry as declared
from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.bulk import load
from fazhi.engine.models import RecordModel
from fazhi.engine.recipe import Made
from fazhi.web.pages.procedure import passed, way_ahead
from fazhi.workstreams.all import WORKSTREAMS
from fazhi.workstreams.decisions import recipe as decisions
from fazhi.workstreams.decisions.models import Decision
from fazhi.workstreams.decisions.registers import DECISION
from fazhi.workstreams.normative import recipe
from fazhi.workstreams.normative.models import Document
from fazhi.workstreams.normative.models.choices import Step
from fazhi.workstreams.normative.registers import DOCUMENT
from tests.web.conftest import TODAY, Town, text

pytestmark = pytest.mark.django_db
SUMMER, AUTUMN = date(2026, 7, 1), date(2026, 9, 1)
FILED = ("filed_on", "congress_filed_on", "filing_result_on", "congress_result_on")


@pytest.fixture(autouse=True)
def _every(_declared: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("fazhi.engine.bulk.today", lambda: TODAY)
    kept = declared.installed()
    declared.install(WORKSTREAMS)
    yield
    declared.install(tuple(kept.workstreams.values()))


def published(town: Town) -> RecordModel:
    """A document published in November 2026 that is filed nowhere yet."""
    made = recipe.published(AUTUMN, 1)
    values = {name: value for name, value in made.values.items() if name not in FILED}
    loaded = load(DOCUMENT, [Made(values).as_row(town.government.pk, AUTUMN)], actor=SYSTEM, synthetic=True)
    [pk] = loaded.pks()
    return Document._default_manager.select_related("record").get(pk=pk)


def test_what_a_clock_waits_for_stands_first_and_is_the_button_of_the_page(
    town: Town, handler: Actor
) -> None:
    row = published(town)
    page = text(town.client(handler).get(f"/r/normative.document/{row.pk}"))
    cards = re.findall(r'<article class="move [^"]*" id="(\w+)">', page)
    assert cards[:2] == ["file", "file_congress"]
    [main] = re.findall(r'is-main" href="[^"]*/move/(\w+)', page)
    assert main == "file"


def test_a_document_is_not_annulled_by_who_handles_it(town: Town, handler: Actor) -> None:
    row = published(town)
    page = text(town.client(handler).get(f"/r/normative.document/{row.pk}"))
    assert f"/r/normative.document/{row.pk}/move/annul" not in page


def test_a_decision_in_execution_goes_to_the_archive_and_not_to_its_stop(town: Town) -> None:
    made = decisions.decided(SUMMER, 1)
    row = made.as_row(town.government.pk, SUMMER, unit=town.bureau.pk, executor=town.bureau.pk)
    [pk] = load(DECISION, [row], actor=SYSTEM, synthetic=True).pks()
    decision = Decision._default_manager.select_related("record").get(pk=pk)
    assert way_ahead(DECISION, decision) == ("archived",)


def test_the_steps_passed_are_told_through_a_move_that_may_be_made_again(town: Town) -> None:
    """A document may be deliberated a second time: the steps before it are told all the same."""
    row = published(town)
    days = dict(passed(DOCUMENT, row))
    assert days[Step.DECIDED] == recipe.published(AUTUMN, 1).values["decided_on"]
    assert list(days)[:3] == [Step.PLANNED, Step.ASSESSED, Step.DRAFTED]
