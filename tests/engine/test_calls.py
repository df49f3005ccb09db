"""Calls for figures: asked, filled, confirmed by another, returned, accepted, added up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from fazhi.engine import calls
from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.calls import Answer
from fazhi.engine.calls_before import Base, bases
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.declared import declare_figure
from fazhi.engine.figures.span import year
from fazhi.engine.models import AnswerStep, Asked, Call, DeclaredFigure, Event
from fazhi.engine.refusal import Conflict, Refusal
from fazhi.organs.models import Grant, Kind, Level, Organ, Role
from tests.engine.conftest import TODAY, County, official

pytestmark = pytest.mark.django_db
KEY, RATE = "toy.received", "toy.closing_rate"
DUE = date(2026, 12, 10)
ANSWER = Answer(Fraction(91), "县市监局登记台账", date(2026, 11, 20))


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("calls", "figures.declared"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: TODAY)


@pytest.fixture
def coordinator(county: County) -> Actor:
    return official("统筹甲", county.government, Role.COORDINATOR, within=True)


@pytest.fixture
def reviewer(county: County) -> Actor:
    return official("审核乙", county.bureau, Role.REVIEWER)


Opened = Callable[[], Asked]


@pytest.fixture
def asked(county: County, coordinator: Actor) -> Opened:
    def make() -> Asked:
        call = calls.open_call(
            coordinator, county.government, title="2026年度数据", indicators=[KEY], organs=[county.bureau],
            span=year(2026), due_on=DUE,
        )  # fmt: skip
        return call.asked.get()

    return make


def confirmed(row: Asked, county: County, reviewer: Actor, answer: Answer = ANSWER) -> Asked:
    row = calls.fill(row.pk, row.version, answer, county.clerk_of_bureau)
    return calls.confirm(row.pk, row.version, reviewer)


def test_an_answer_is_filled_confirmed_by_another_accepted_and_then_a_declared_figure(
    asked: Opened, county: County, coordinator: Actor, reviewer: Actor
) -> None:
    row = confirmed(asked(), county, reviewer)
    row = calls.accept(row.pk, row.version, coordinator)
    assert (row.step, row.value, row.accepted_on) == (AnswerStep.ACCEPTED, 91, TODAY)
    declared = DeclaredFigure.objects.get()
    assert (declared.indicator, declared.organ, declared.scope) == (KEY, county.bureau, "within")
    assert (declared.numerator, declared.source) == (91, "县市监局登记台账")
    assert declared.note == "2026年度数据；审核乙核对"
    figure = compile_figures([KEY], [county.bureau], ["within"], year(2026))[county.bureau.pk, "within", KEY]
    assert (figure.value, figure.origin) == (91, "declared")
    kinds = Event.objects.filter(organ=county.bureau).order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["fill", "confirm", "declare", "accept"]


def test_who_filled_a_figure_in_may_not_confirm_it(asked: Opened, county: County) -> None:
    row = asked()
    both = official("孙八", county.bureau, Role.LIAISON)
    official("周九", county.bureau, Role.HEAD)
    Grant.objects.create(person=both.person, organ=county.bureau, role=Role.HEAD)
    row = calls.fill(row.pk, row.version, ANSWER, both)
    with pytest.raises(Refusal, match="由孙八填报，不能由同一人核对"):
        calls.confirm(row.pk, row.version, both)
    with pytest.raises(Refusal, match="没有示例县市场监督管理局的核对权限"):
        calls.confirm(row.pk, row.version, county.clerk_of_bureau)
    row.refresh_from_db()
    assert row.step == AnswerStep.FILLED


def test_one_figure_is_returned_with_a_remark_and_filled_in_anew(
    asked: Opened, county: County, coordinator: Actor, reviewer: Actor
) -> None:
    row = confirmed(asked(), county, reviewer)
    with pytest.raises(Refusal, match="没有写退回意见"):
        calls.send_back(row.pk, row.version, " ", coordinator)
    row = calls.send_back(row.pk, row.version, "应当不含转送件", coordinator)
    assert (row.step, row.remark) == (AnswerStep.RETURNED, "应当不含转送件")
    with pytest.raises(Refusal, match="现为“已退回”，不能采用"):
        calls.accept(row.pk, row.version, coordinator)
    row = confirmed(row, county, reviewer, Answer(Fraction(88), "县市监局登记台账", TODAY))
    row = calls.accept(row.pk, row.version, coordinator)
    assert (row.value, row.remark) == (88, "")


def test_a_second_official_is_told_that_somebody_was_first(asked: Opened, county: County) -> None:
    row = asked()
    calls.fill(row.pk, row.version, ANSWER, county.clerk_of_bureau)
    with pytest.raises(Conflict, match="刚刚被他人改动，现为“待核对”"):
        calls.fill(row.pk, row.version, ANSWER, county.clerk_of_bureau)


def test_only_the_organ_asked_fills_in_and_only_the_coordinator_accepts(
    asked: Opened, county: County, coordinator: Actor, reviewer: Actor
) -> None:
    row = asked()
    with pytest.raises(Refusal, match="没有示例县市场监督管理局的填报权限"):
        calls.fill(row.pk, row.version, ANSWER, coordinator)
    row = confirmed(row, county, reviewer)
    with pytest.raises(Refusal, match="不是示例县人民政府的统筹人员"):
        calls.accept(row.pk, row.version, reviewer)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(Fraction(1), "", TODAY), "没有写来源"),
        (Answer(Fraction(1), "台账", date(2026, 12, 1)), "晚于今天"),
        (Answer(Fraction(1), "台账", date(2025, 12, 1)), "早于期间的第一日"),
        (Answer(Fraction(2**70), "台账", TODAY), "超出可以保存的范围"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_and_nothing_is_changed(
    asked: Opened, county: County, answer: Answer, said: str
) -> None:
    row = asked()
    with pytest.raises(Refusal, match=said):
        calls.fill(row.pk, row.version, answer, county.clerk_of_bureau)
    row.refresh_from_db()
    assert (row.step, row.value) == (AnswerStep.ASKED, None)


def test_a_call_that_cannot_be_made_names_everything_that_is_wrong(
    county: County, coordinator: Actor
) -> None:
    outside = Organ.objects.create(
        code="999902", name="邻县人民政府", kind=Kind.GOVERNMENT, level=Level.COUNTY
    )
    with pytest.raises(Refusal) as refused:
        calls.open_call(
            coordinator, county.government, title=" ", indicators=["toy.none"], organs=[outside],
            span=year(2026), due_on=date(2026, 11, 1),
        )  # fmt: skip
    for said in (
        "没有“toy.none”",
        "邻县人民政府不在示例县人民政府所辖范围内",
        "没有写名称",
        "报送期限2026-11-01已经过去",
    ):
        assert said in str(refused.value)
    with pytest.raises(Refusal) as refused:
        calls.open_call(
            coordinator,
            county.government,
            title="年报",
            indicators=[],
            organs=[],
            span=year(2026),
            due_on=DUE,
        )
    assert "没有选择指标" in str(refused.value)
    assert "没有选择填报机关" in str(refused.value)
    with pytest.raises(Refusal, match="不是示例县人民政府的统筹人员"):
        calls.open_call(
            county.handler, county.government, title="年报", indicators=[KEY], organs=[county.bureau],
            span=year(2026), due_on=DUE,
        )  # fmt: skip
    assert not Call.objects.exists()


def declared_before(county: County) -> None:
    declare_figure(
        KEY,
        county.bureau,
        "within",
        year(2025),
        80,
        source="上年年报",
        as_of=date(2025, 12, 31),
        actor=SYSTEM,
    )


def test_the_year_before_comes_along(asked: Opened, county: County) -> None:
    declared_before(county)
    row = asked()
    (figure,) = bases([row], year(2026)).values()
    assert (figure.value, figure.origin, figure.span) == (80, "declared", year(2025))


BASE = Base(Fraction(70), "上年年报", date(2025, 12, 31))
WITH_BASE = Answer(Fraction(91), "县市监局登记台账", date(2026, 11, 20), base=BASE)


def test_the_year_before_is_stated_with_the_answer_and_accepted_with_it(
    asked: Opened, county: County, coordinator: Actor, reviewer: Actor
) -> None:
    row = confirmed(asked(), county, reviewer, WITH_BASE)
    assert not DeclaredFigure.objects.exists()
    row = calls.send_back(row.pk, row.version, "请核对上年同期", coordinator)
    assert row.base_value == 70
    row = confirmed(row, county, reviewer, WITH_BASE)
    row = calls.accept(row.pk, row.version, coordinator)
    found = DeclaredFigure.objects.order_by("first").values_list(
        "first__year", "numerator", "source", "as_of"
    )
    assert list(found) == [
        (2025, 70, "上年年报", date(2025, 12, 31)), (2026, 91, "县市监局登记台账", date(2026, 11, 20)),
    ]  # fmt: skip
    assert calls.take_total(row.call, KEY, coordinator) == (91, 70)


@pytest.mark.parametrize(
    ("base", "said"),
    [
        (Base(Fraction(70), " ", date(2025, 12, 31)), "没有写来源"),
        (Base(Fraction(70), "年报", date(2026, 12, 1)), "晚于今天"),
        (Base(Fraction(70), "年报", date(2024, 12, 31)), "早于期间的第一日2025-01-01"),
    ],
)
def test_the_year_before_has_the_rules_of_the_answer(
    asked: Opened, county: County, base: Base, said: str
) -> None:
    row = asked()
    with pytest.raises(Refusal, match=said):
        calls.fill(row.pk, 1, Answer(Fraction(1), "台账", TODAY, base=base), county.clerk_of_bureau)


def test_a_year_before_that_stands_takes_no_other_value(
    asked: Opened, county: County, coordinator: Actor, reviewer: Actor
) -> None:
    row = confirmed(asked(), county, reviewer, WITH_BASE)
    declared_before(county)
    with pytest.raises(Refusal, match="与填报的上年同期数70不同"):
        calls.accept(row.pk, row.version, coordinator)
    row = calls.send_back(row.pk, row.version, "上年已报80", coordinator)
    with pytest.raises(Refusal, match="2025年已有申报的数80，不能另填"):
        calls.fill(row.pk, row.version, WITH_BASE, county.clerk_of_bureau)
    same = Answer(Fraction(91), "台账", TODAY, base=Base(Fraction(80), "上年年报", date(2025, 12, 31)))
    row = confirmed(row, county, reviewer, same)
    calls.accept(row.pk, row.version, coordinator)
    assert DeclaredFigure.objects.count() == 2


def test_answers_are_added_up_once_all_are_accepted(
    asked: Opened, county: County, coordinator: Actor, reviewer: Actor
) -> None:
    row = asked()
    with pytest.raises(Refusal, match="还有1个机关的数没有采用"):
        calls.take_total(row.call, KEY, coordinator)
    row = confirmed(row, county, reviewer)
    calls.accept(row.pk, row.version, coordinator)
    assert calls.take_total(row.call, KEY, coordinator) == (91, None)
    figure = compile_figures([KEY], [county.government], ["within"], year(2026))[
        county.government.pk, "within", KEY
    ]
    assert (figure.value, figure.origin) == (91, "declared")
    with pytest.raises(Refusal, match="不能由各机关的数相加"):
        calls.take_total(row.call, RATE, coordinator)


def test_what_contains_the_others_already_is_not_added_to_them(county: County) -> None:
    call = calls.open_call(
        SYSTEM, county.government, title="年报", indicators=[KEY], organs=[county.government, county.bureau],
        span=year(2026), due_on=DUE,
    )  # fmt: skip
    for asked_of in call.asked.all():
        row = calls.fill(asked_of.pk, 1, ANSWER, SYSTEM)
        row = calls.confirm(row.pk, row.version, SYSTEM)
        calls.accept(row.pk, row.version, SYSTEM)
    assert set(DeclaredFigure.objects.values_list("note", flat=True)) == {"年报"}
    with pytest.raises(Refusal, match="自己也填报了"):
        calls.take_total(call, KEY, SYSTEM)


def test_an_ended_call_takes_no_more_answers(asked: Opened, county: County, coordinator: Actor) -> None:
    row = asked()
    with pytest.raises(Refusal, match="没有写结束的理由"):
        calls.end_call(row.call, coordinator, "")
    calls.end_call(row.call, coordinator, "已改由系统汇总")
    with pytest.raises(Refusal, match="已于2026-11-25结束，不能填报"):
        calls.fill(row.pk, row.version, ANSWER, county.clerk_of_bureau)
    with pytest.raises(Refusal, match="已于2026-11-25结束。"):
        calls.end_call(row.call, coordinator, "再次")
    assert list(calls.owed_by(county.clerk_of_bureau, TODAY)) == []


def test_everyone_sees_the_calls_and_answers_of_the_organs_in_view(
    asked: Opened, county: County, coordinator: Actor
) -> None:
    row = asked()
    far = Organ.objects.create(code="999903", name="外县人民政府", kind=Kind.GOVERNMENT, level=Level.COUNTY)
    stranger = official("外人", far, Role.LIAISON)
    clerk = county.clerk_of_bureau
    assert list(calls.calls_of(clerk, TODAY)) == list(calls.calls_of(coordinator, TODAY)) == [row.call]
    assert list(calls.calls_of(stranger, TODAY)) == []
    assert list(calls.owed_by(clerk, TODAY)) == list(calls.answers_of(clerk, row.call, TODAY)) == [row]
    assert list(calls.answers_of(coordinator, row.call, TODAY)) == [row]
    assert list(calls.answers_of(SYSTEM, row.call, TODAY)) == [row]
    assert list(calls.answers_of(stranger, row.call, TODAY)) == list(calls.owed_by(stranger, TODAY)) == []


def test_a_figure_that_is_no_longer_declared_is_named_by_its_key(asked: Opened) -> None:
    row = asked()
    row.indicator = "gone.figure"
    assert calls.label(row) == "gone.figure"
