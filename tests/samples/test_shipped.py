"""The shipped samples: every published figure comes out, and moves with the records behind it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import load
from fazhi.engine.figures.kinds import Sum
from fazhi.engine.figures.measure import numerator
from fazhi.engine.figures.trace import members
from fazhi.engine.models import Breach, DeclaredFigure, Obligation, Record, RecordModel
from fazhi.engine.records import save_record, withdraw_record
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.trail import verify
from fazhi.organs.models import Organ
from fazhi.samples.candidate import row_of, without
from fazhi.samples.command import report, run_sample
from fazhi.samples.file import Published, SampleFile, open_sample
from fazhi.workstreams.all import RECIPES

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)


def told(sample: SampleFile, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, dict[str, Any]]]:
    capsys.readouterr()
    code = report(sample, as_json=True)
    return code, {row["id"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}


def loaded(name: str) -> SampleFile:
    assert run_sample([name]) == 0
    return open_sample(name, installed())


@pytest.mark.parametrize("name", ["jiuquan-2017", "bazhou-2023"])
def test_every_published_figure_comes_out_of_lawful_records(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = loaded(name)
    code, rows = told(sample, capsys)
    assert sample.waiting == ()
    assert [row["id"] for row in rows.values() if not row["equal"]] == []
    assert code == 0
    assert not Breach.objects.exists()
    late = Obligation.objects.filter(watch=False, met_on__isnull=True, due_on__lt=TODAY)
    assert not late.exists()
    assert not Record.objects.filter(synthetic=False).exists()
    assert list(verify()) == []


@pytest.mark.shared
@pytest.mark.parametrize(("name", "report_"), [("jiuquan-2017", "001"), ("bazhou-2023", "002")])
def test_the_figures_are_those_labelled_in_the_published_report(name: str, report_: str, shared: Any) -> None:
    [path] = (shared / "reports").glob(f"{report_}-*.figures.jsonl")
    labelled = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    own = {"reconsideration", "litigation"}
    wanted = {
        place for place, row in labelled.items() if {row.get("workstream"), row.get("workstream_alt")} & own
    }
    figures = {figure.id: figure for figure in open_sample(name, installed()).figures}
    assert wanted <= figures.keys()
    for place in wanted:
        label = labelled[place]
        assert float(figures[place].value) == label["value"]
        assert figures[place].qualifier == label["qualifier"]
        assert label["text"].startswith(figures[place].text.removesuffix("元"))


def behind(figure: Published) -> tuple[Register, RecordModel]:
    """One record behind the figure, with its register."""
    row = members(
        figure.indicator, Organ.objects.get(code=figure.organ), figure.scope, figure.span
    ).select_related("record")[0]
    return installed().registers[row.record.register], row


def otherwise(figure: Published, row: RecordModel) -> dict[str, Any]:
    """A correction of the row that takes it out of the figure, or changes what it adds."""
    part = numerator(installed().indicators[figure.indicator], figure.span)
    assert part is not None
    if isinstance(part[0], Sum):
        return {part[0].column: getattr(row, part[0].column) + 1}
    return {getattr(part[0], "on", None) or part[0].since: date(2019, 3, 4)}  # type: ignore[union-attr]


def change(figure: Published, register: Register, row: RecordModel) -> None:
    values = otherwise(figure, row)
    save_record(register, row.pk, values, actor=SYSTEM, version=row.record.version, why="更正")


def withdraw(figure: Published, register: Register, row: RecordModel) -> None:
    withdraw_record(register, row.pk, actor=SYSTEM, version=row.record.version, why="重复登记")


def add(figure: Published, register: Register, row: RecordModel) -> None:
    """One more record like those behind the figure."""
    recipe = RECIPES[register.key]
    example = recipe.examples[figure.indicator.partition(".")[2]]
    made = example.make(date(figure.span.first.year, 3, 1), 9999)
    load(register, [row_of(recipe, made, row.organ_id, row.organ_id)], actor=SYSTEM, synthetic=True)


def test_each_figure_moves_with_a_record_changed_withdrawn_or_added(
    capsys: pytest.CaptureFixture[str],
) -> None:
    sample = loaded("jiuquan-2017")
    _, before = told(sample, capsys)
    checked = 0
    for figure in (one for one in sample.figures if one.origin == "counted"):
        register, row = behind(figure)
        for act in (change, withdraw, add):
            with transaction.atomic():
                act(figure, register, row)
                code, rows = told(sample, capsys)
                transaction.set_rollback(True)
            assert code == 1, (figure.id, act.__name__)
            assert rows[figure.id]["equal"] is False, (figure.id, act.__name__)
            assert rows[figure.id]["compiled"] != before[figure.id]["compiled"], (figure.id, act.__name__)
            checked += 1
    assert checked == 3 * sum(figure.origin == "counted" for figure in sample.figures)
    assert told(sample, capsys) == (0, before)


def test_a_full_rate_moves_with_a_record_outside_it(capsys: pytest.CaptureFixture[str]) -> None:
    sample = loaded("bazhou-2023")
    [figure] = [one for one in sample.figures if one.indicator == "litigation.head_attendance_rate"]
    register, row = behind(figure)
    recipe, indicator = RECIPES[register.key], installed().indicators[figure.indicator]
    make = without(register, recipe.outcomes[recipe.usual], indicator.where)  # type: ignore[union-attr]
    load(
        register,
        [row_of(recipe, make(date(2023, 3, 1), 9999), row.organ_id, row.organ_id)],
        actor=SYSTEM,
        synthetic=True,
    )
    code, rows = told(sample, capsys)
    assert (code, rows[figure.id]["printed"], rows[figure.id]["equal"]) == (1, "95%", False)


def test_a_declared_figure_that_is_corrected_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    sample = loaded("bazhou-2023")
    DeclaredFigure.objects.filter(indicator="litigation.court_enterprise_cases").update(numerator=1047)
    code, rows = told(sample, capsys)
    assert code == 1
    assert [place for place, row in rows.items() if not row["equal"]] == ["002-083"]
