"""A freeze keeps figures with their records; what moves afterwards is named, and tampering shows."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from importlib import metadata

import pytest

from fazhi.engine.actor import SYSTEM
from fazhi.engine.figures.compile import compile_figures, compile_year
from fazhi.engine.figures.declared import declare_figure
from fazhi.engine.figures.freeze import compare, figures_of, freeze, stands, verify
from fazhi.engine.figures.printing import print_value
from fazhi.engine.figures.span import year
from fazhi.engine.models import Event, Freeze, FrozenFigure, FrozenMember, Record
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import Registry
from tests.engine.counted import REGISTRY, Fact, Tree, keep, keep_one, plant
from tests.toy.models import Permit

pytestmark = pytest.mark.django_db

APRIL = date(2017, 4, 3)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("freeze", "declared"):
        monkeypatch.setattr(f"fazhi.engine.figures.{module}.today", lambda: date(2018, 3, 1))


@pytest.fixture
def tree(db: None) -> Tree:
    return plant()


@pytest.fixture
def rows(tree: Tree) -> list[Permit]:
    return keep(tree, [Fact(closed_on=APRIL, amount=1_250), Fact(organ=2), Fact(organ=4, closed_on=APRIL)])


@pytest.fixture
def frozen(tree: Tree, rows: list[Permit]) -> Freeze:
    return freeze(compile_year(tree.city, "within", 2017, registry=REGISTRY), SYSTEM, registry=REGISTRY)


def test_a_freeze_gives_back_the_figures_it_was_made_of(tree: Tree, frozen: Freeze) -> None:
    before = compile_year(tree.city, "within", 2017, registry=REGISTRY)
    kept = figures_of(frozen, registry=REGISTRY)
    assert list(kept) == [figure.key for figure in before]
    for figure in before:
        one = kept[figure.key]
        same = ("value", "unit", "kind", "label", "origin", "records", "scope", "organ_id", "span")
        assert [getattr(one, name) for name in same] == [getattr(figure, name) for name in same], figure.key
    rate = kept["toy.closing_rate"]
    assert (rate.value, rate.numerator, rate.denominator) == (Fraction(200, 3), 2, 3)


def test_untouched_records_leave_every_figure_standing(frozen: Freeze) -> None:
    assert all(one.stands for one in compare(frozen, registry=REGISTRY))
    assert verify(frozen)
    assert stands(frozen, registry=REGISTRY)


def test_what_joined_left_and_changed_is_named(tree: Tree, rows: list[Permit], frozen: Freeze) -> None:
    new = keep_one(tree, Fact(closed_on=APRIL))
    Permit.objects.filter(pk=rows[0].pk).update(withdrawn_on=date(2018, 1, 2))
    Record.objects.filter(pk=rows[2].pk).update(version=2)
    found = {one.key: one for one in compare(frozen, registry=REGISTRY)}
    closed = found["toy.closed"]
    assert (closed.added, closed.left, closed.changed) == ((new.pk,), (rows[0].pk,), (rows[2].pk,))
    assert closed.then.value == 2
    assert closed.now is not None
    assert closed.now.value == 2
    assert not closed.stands
    assert not stands(frozen, registry=REGISTRY)
    assert found["toy.opinions"].stands


def test_the_records_of_the_denominator_are_kept_too(rows: list[Permit], frozen: Freeze) -> None:
    rate = frozen.figures.get(indicator="toy.closing_rate")
    assert set(rate.members.values_list("record_id", flat=True)) == {row.pk for row in rows}
    assert rate.records == 2


def test_a_changed_value_or_member_breaks_the_digest(frozen: Freeze) -> None:
    FrozenFigure.objects.filter(freeze=frozen, indicator="toy.closed").update(numerator=3)
    assert not verify(frozen)
    FrozenFigure.objects.filter(freeze=frozen, indicator="toy.closed").update(numerator=2)
    assert verify(frozen)
    FrozenMember.objects.filter(figure__freeze=frozen, figure__indicator="toy.closed").update(version=9)
    assert not verify(frozen)


def test_a_frozen_figure_keeps_the_name_and_the_printed_form_it_had(frozen: Freeze) -> None:
    row = frozen.figures.get(indicator="toy.closing_rate")
    label = REGISTRY.indicators["toy.closing_rate"].label
    assert (row.label, row.unit, row.kind) == (label, "%", "ratio")
    assert row.printed == print_value(figures_of(frozen, registry=REGISTRY)["toy.closing_rate"].value, "%")
    assert frozen.code_version == metadata.version("fazhi")
    assert figures_of(frozen, registry=Registry(()))["toy.closing_rate"].label == label
    FrozenFigure.objects.filter(pk=row.pk).update(printed="100%")
    assert not verify(frozen)


def test_a_freeze_of_before_names_were_kept_takes_them_from_the_declaration(frozen: Freeze) -> None:
    FrozenFigure.objects.filter(freeze=frozen).update(label="", unit="", kind="", printed="")
    label = REGISTRY.indicators["toy.closing_rate"].label
    assert figures_of(frozen, registry=REGISTRY)["toy.closing_rate"].label == label
    assert figures_of(frozen, registry=Registry(()))["toy.closing_rate"].label == "toy.closing_rate"


def test_a_figure_taken_out_of_a_freeze_shows(frozen: Freeze) -> None:
    frozen.figures.get(indicator="toy.closed").delete()
    assert not verify(frozen)


def test_a_freeze_is_logged_with_its_digest(tree: Tree, frozen: Freeze) -> None:
    event = Event.objects.get(kind="freeze")
    assert event.organ_id == tree.city.pk
    assert event.changes["digest"][1] == frozen.digest


def test_figures_compiled_before_the_last_write_are_not_frozen(tree: Tree, rows: list[Permit]) -> None:
    stale = compile_year(tree.city, "within", 2017, registry=REGISTRY)
    keep_one(tree, Fact())
    with pytest.raises(Refusal, match=r"“受理许可”.*请重新编制"):
        freeze(stale, SYSTEM, registry=REGISTRY)
    assert not Freeze.objects.exists()


def test_figures_of_two_scopes_are_not_frozen_together(tree: Tree) -> None:
    both = compile_figures(["toy.closed"], [tree.city], ["own", "within"], year(2017), registry=REGISTRY)
    for figures in (both.values(), ()):
        with pytest.raises(Refusal, match="同一机关、同一范围、同一期间"):
            freeze(figures, SYSTEM, registry=REGISTRY)


def test_a_declared_figure_is_frozen_without_records(tree: Tree) -> None:
    declare_figure("toy.calls", tree.city, "within", year(2017), 23_808, source="12345平台年报",
                   as_of=date(2017, 12, 31), actor=SYSTEM, registry=REGISTRY)  # fmt: skip
    frozen = freeze(compile_year(tree.city, "within", 2017, registry=REGISTRY), SYSTEM, registry=REGISTRY)
    one = figures_of(frozen, registry=REGISTRY)["toy.calls"]
    assert (one.value, one.origin, one.records) == (23_808, "declared", 0)
    assert stands(frozen, registry=REGISTRY)
    declare_figure("toy.calls", tree.city, "within", year(2017), 23_900, source="12345平台年报",
                   as_of=date(2017, 12, 31), actor=SYSTEM, why="平台更正", registry=REGISTRY)  # fmt: skip
    assert [one.key for one in compare(frozen, registry=REGISTRY) if not one.stands] == ["toy.calls"]


def test_an_indicator_no_longer_declared_keeps_its_frozen_value(tree: Tree, frozen: Freeze) -> None:
    fewer = Registry(REGISTRY.workstreams.values())
    del fewer.indicators["toy.closed"]
    found = {one.key: one for one in compare(frozen, registry=fewer)}
    assert found["toy.closed"].then.value == 2
    assert found["toy.closed"].now is None
    assert not found["toy.closed"].stands
