"""A wrong declaration fails when Django starts, with the place and the fault named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db.models import F, OuterRef, Q, Value
from django.db.models.lookups import GreaterThan

from fazhi.engine import checks
from fazhi.engine.answer import Answer
from fazhi.engine.condition import Linked, Part, columns_in, filled, linked, no_part, own, part, same
from fazhi.engine.deadline import Deadline, Extension, deemed
from fazhi.engine.figures.kinds import Change, Count, Distinct, Indicator, Median, Ratio, Share, Stock, Sum
from fazhi.engine.figures.sentence import ALWAYS_SAID, Sentence, says
from fazhi.engine.procedure import Gate, Move, Pause
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.register import Column, PartSpec
from fazhi.engine.registry import Registry, indicator, register
from fazhi.engine.rule_faults import unsaid_faults
from fazhi.law import Days, Hours, Law, Workdays, by_law
from fazhi.organs.models import Role
from tests.engine.counted import REGISTRY
from tests.toy.declaration import LIGHT, NEW, OLD, OPINIONS, PERMITS, PROCEDURE, TOY
from tests.toy.models import Step

HANDLER = Role.HANDLER


def faults_with(**changes: Any) -> str:
    """The faults of the permit with parts of its procedure or register replaced."""
    procedure = {name: changes.pop(name) for name in list(changes) if hasattr(PROCEDURE, name)}
    changed = replace(PERMITS, procedure=replace(PROCEDURE, **procedure), **changes)
    workstream = replace(TOY, registers=(changed, OPINIONS), indicators=(), sentences=())
    return "\n".join(text for _, text in checks.faults(Registry([workstream])))


def with_move(move: Move) -> str:
    return faults_with(moves=(*PROCEDURE.moves, move))


def with_deadline(**given: Any) -> str:
    values: dict[str, Any] = {
        "rule": "TY-T9",
        "starts": "received_on",
        "met": ("closed_on",),
        "period": by_law((NEW.art(1), Days(3))),
        **given,
    }
    return faults_with(deadlines=(*PROCEDURE.deadlines, Deadline("extra", "另一期限", **values)))


def test_the_declaration_as_it_stands_has_no_fault() -> None:
    assert list(checks.faults(Registry([TOY]))) == []


def test_the_installed_declarations_have_no_fault() -> None:
    assert checks.check_declarations() == []


def test_a_fault_is_a_django_error_at_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Registry([replace(TOY, registers=(replace(PERMITS, facts=("colour",)), OPINIONS))])
    monkeypatch.setattr(checks, "installed", lambda: broken)
    assert [(error.obj, error.msg) for error in checks.check_declarations()] == [
        ("toy.permit", "unknown column colour")
    ]


def test_a_step_that_no_move_reaches_or_leaves_is_a_fault() -> None:
    moves = tuple(move for move in PROCEDURE.moves if move.key not in {"suspend", "resume"})
    said = faults_with(moves=moves)
    assert "step suspended is unreachable" in said
    assert "step suspended has no way to an end" in said


def test_a_start_or_an_end_that_is_no_step_is_a_fault() -> None:
    assert "unknown step born at the start or an end" in faults_with(start="born")
    assert "unknown step gone at the start or an end" in faults_with(ends=(*PROCEDURE.ends, "gone"))


def test_a_move_kept_apart_from_one_that_is_not_there_is_a_fault() -> None:
    move = Move("lose", "丢", (Step.OPEN,), None, NEW.art(1), who=HANDLER, apart=("draft",))
    assert "move lose: kept apart from the unknown move draft" in with_move(move)


def test_two_gates_or_pauses_under_one_key_are_a_fault() -> None:
    gate = Gate("hearing", "另一要求", LIGHT, NEW.art(5), remedy="请补")
    move = Move("hear", "听", (Step.OPEN,), None, NEW.art(5), who=HANDLER, gates=(gate,))
    assert "gate hearing is declared twice" in with_move(move)
    assert "pause suspension is declared twice" in faults_with(pauses=PROCEDURE.pauses * 2)


def test_a_number_drawn_from_no_line_is_a_fault() -> None:
    assert "move accept: draws a number" in faults_with(number=None)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"period": by_law()}, "no edition sets its length"),
        ({"period": by_law((NEW.art(1), Hours(24)))}, "a limit in hours runs from a moment"),
        (
            {"extension": by_law((NEW.art(4), Extension(Workdays(3), Role.HEAD)))},
            "extended in another unit than its own under 《示例许可法》（2019）",
        ),
        (
            {"extension": by_law((OLD.art(4), Extension(Days(3), Role.HEAD)))},
            "《示例许可法》（2000） extends or ends what no edition of that time sets",
        ),
        ({"lapse": by_law((OLD.art(1), deemed("close")))}, "extends or ends what no edition"),
    ],
)
def test_a_limit_that_cannot_be_counted_or_ended_is_a_fault(given: dict[str, Any], said: str) -> None:
    assert any(
        line.startswith("deadline extra: ") and said in line for line in with_deadline(**given).split("\n")
    )


def test_a_clock_that_rests_on_its_own_due_day_is_a_fault() -> None:
    said = with_deadline(starts=("close_due_on", "received_on"), writes="close_due_on")
    assert "deadline extra: rests on too many due days, or on its own" in said


@pytest.mark.parametrize(
    "when",
    [
        part("toy.Hearing", Q(held_on__gt=OuterRef("close_due_on"))),
        linked("toy.opinion", Q(issued_on__gt=own("close_due_on"))),
    ],
)
def test_a_clock_whose_child_rows_or_links_are_compared_with_its_own_due_day_is_a_fault(when: Q) -> None:
    said = with_deadline(when=when, writes="close_due_on")
    assert "deadline extra: rests on too many due days, or on its own" in said


def test_the_columns_of_a_condition_are_those_of_the_row_itself() -> None:
    where = (
        part("toy.Hearing", Q(held_on=date(2025, 3, 3))) | same("closed_on", "close_due_on", "lte") & LIGHT
    )
    assert columns_in(where) == {"closed_on", "close_due_on", "weight"}


def test_a_register_keeps_its_records_in_a_table_of_records() -> None:
    with pytest.raises(TypeError, match="does not derive from RecordModel"):
        _ = replace(PERMITS, model_name="toy.Hearing").model
    assert (PERMITS.model.__name__, PERMITS.workstream_key) == ("Permit", "toy")


def test_one_rule_in_two_registers_is_a_fault() -> None:
    clock = Deadline(
        "again", "又", rule="TY-T1", starts="issued_on", met=(), period=by_law((NEW.art(1), Days(3)))
    )
    opinions = replace(OPINIONS, procedure=replace(OPINIONS.procedure, deadlines=(clock,)))
    said = list(checks.faults(Registry([replace(TOY, registers=(PERMITS, opinions))])))
    assert said == [("law", "rule TY-T1 is declared twice")]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": "{applicant} {colour}"}, "title names an unknown column colour"),
        ({"personal": ("id_no", "colour")}, "unknown personal column colour"),
        ({"personal": ("Witness.name",)}, "unknown personal column Witness.name"),
        ({"personal": ("Hearing.colour",)}, "unknown personal column Hearing.colour"),
        ({"parts": (PartSpec("toy.Witness", "证人", ()),)}, "unknown part toy.Witness"),
        ({"parts": (PartSpec("toy.Opinion", "意见", ()),)}, "toy.Opinion is no part of this register"),
        ({"parts": (PartSpec("toy.Hearing", "听证", ("colour",)),)}, "toy.Hearing: unknown column colour"),
        ({"parts": (PartSpec("toy.Hearing", "听证", (), "fly"),)}, "toy.Hearing: unknown move fly"),
    ],
)
def test_what_a_register_shows_is_there(changes: dict[str, Any], said: str) -> None:
    assert said in faults_with(**changes)
    assert "personal" not in faults_with(personal=("Hearing.held_on",))


def test_a_condition_on_a_register_that_is_not_there_is_a_fault() -> None:
    assert "没有“toy.nothing”这个登记簿" in with_deadline(when=linked("toy.nothing"))


def test_a_negation_inside_a_part_is_a_fault() -> None:
    assert "phrased positively" in with_deadline(when=part("toy.Hearing", ~Q(held_on=date(2025, 3, 3))))


def test_an_end_has_no_way_out() -> None:
    move = Move("reopen", "再审", (Step.CLOSED,), Step.OPEN, NEW.art(1), who=HANDLER)
    assert "step closed is an end but moves lead out of it" in with_move(move)


def test_a_move_from_or_to_an_unknown_step_is_a_fault() -> None:
    assert "unknown step lost" in with_move(Move("lose", "丢", ("lost",), Step.OPEN, NEW.art(1), who=HANDLER))


def test_a_key_is_declared_once() -> None:
    assert "move accept is declared twice" in with_move(PROCEDURE.move("accept"))
    assert "rule TY-T1 is declared twice" in with_deadline(rule="TY-T1")


def test_a_move_names_pauses_and_deadlines_that_exist() -> None:
    def wrong(**given: Any) -> str:
        return with_move(Move("wrong", "错", (Step.OPEN,), None, NEW.art(1), who=HANDLER, **given))

    assert "unknown pause holiday" in wrong(opens="holiday")
    assert "answer is no deadline that can be extended" in wrong(extends="answer")
    assert "unknown column colour" in wrong(fields=("colour",))
    assert "column outcome is no DateField" in wrong(sets="outcome")


def test_a_deadline_names_pauses_and_moves_that_exist() -> None:
    assert "unknown pause holiday" in with_deadline(pauses=("holiday",))
    assert "lapses into an unknown move fly" in with_deadline(lapse=by_law((NEW.art(1), deemed("fly"))))
    assert "unknown column never_on" in with_deadline(starts="never_on")


def test_who_has_not_answered_does_not_pass_for_one_who_denies() -> None:
    """没有成员说“是”，不等于每个成员都说了“否”。"""
    lawyers = "advisers.Advice"
    for where in (Q(lawful=Answer.NO), Q(lawful__in=(Answer.NO,)), Q(name="张三") & Q(lawful=Answer.NO)):
        told = list(unsaid_faults(filled("closed_on") | no_part(lawyers, where)))
        assert told == [f"no_part of {lawyers}: a row whose lawful is unknown passes"]
    assert not list(unsaid_faults(no_part(lawyers, Q(lawful__in=(Answer.NO, Answer.UNKNOWN)))))
    assert not list(unsaid_faults(part(lawyers, Q(lawful=Answer.NO))))


def test_a_condition_is_positive_known_and_reaches_child_rows_only_through_part() -> None:
    assert "phrased positively" in with_deadline(when=~Q(urgent=True))
    assert "Cannot resolve keyword 'colour'" in with_deadline(when=Q(colour="red"))
    assert "child rows are reached only through part()" in with_deadline(
        when=Q(hearings__held_on__isnull=False)
    )
    assert (
        with_deadline(when=part("toy.Hearing") | linked("toy.opinion") | same("closed_on", "received_on"))
        == ""
    )


def test_a_list_column_names_a_field_or_a_deadline() -> None:
    assert "column due:fly names no deadline" in faults_with(columns=(Column("due:fly"),))


def test_a_choice_that_may_be_null_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PERMITS.model._meta.get_field("weight"), "null", True)
    assert "column weight is a choice that may be NULL" in faults_with()


def test_a_citation_names_an_article_that_exists_and_editions_do_not_overlap() -> None:
    real = Law("行政复议法", "2023", date(2024, 1, 1), text="行政复议法(2023-09-01)")
    gone = Move("x", "错", (Step.OPEN,), None, real.art(999), who=HANDLER)
    assert "toy.permit.x" in "".join(f"{where}{text}" for where, text in all_faults(gone))
    endless = Law("示例许可法", "1990", date(1990, 1, 1))
    overlapping = Move("x", "错", (Step.OPEN,), None, endless.art(1), who=HANDLER)
    assert "editions 1990 and 2000 overlap" in with_move(overlapping)


def all_faults(move: Move) -> list[tuple[str, str]]:
    changed = replace(PERMITS, procedure=replace(PROCEDURE, moves=(*PROCEDURE.moves, move)))
    registry = Registry([replace(TOY, registers=(changed, OPINIONS), indicators=(), sentences=())])
    return [(where, text) for where, text in checks.faults(registry)]


def test_an_indicator_counts_known_columns_and_a_sentence_names_indicators() -> None:
    strange = Count("strange", "怪", on="never_on", where=~Q(urgent=True))
    sentence = Sentence("s", "句", (says(ALWAYS_SAID, "共{nothing:余}件，{strange:大}件"),))
    registry = Registry([replace(TOY, indicators=(strange,), sentences=(sentence,))])
    said = "\n".join(text for _, text in checks.faults(registry))
    for words in (
        "unknown column never_on",
        "phrased positively",
        "names no indicator: nothing",
        "unknown form 大",
    ):
        assert words in said
    homeless = Registry([replace(TOY, registers=(), indicators=(Count("c", "数", on="x"),), sentences=())])
    assert "no register to count" in "\n".join(text for _, text in checks.faults(homeless))


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Count("x", "数", on="accepted_on", where=Q(step="open")), "figures rest on dates"),
        (
            Count("x", "数", on="accepted_on", where=LIGHT & (Q(step__in=("open",)) | LIGHT)),
            "figures rest on dates",
        ),
        (
            Count("x", "数", on="accepted_on", where=linked("toy.opinion", Q(step="filed"))),
            "figures rest on dates",
        ),
        (
            Count(
                "x",
                "数",
                on="accepted_on",
                where=part("toy.Hearing", Q(held_on__isnull=False, pk=OuterRef("step"))),
            ),
            "figures rest on dates",
        ),
        (
            Count("x", "数", on="accepted_on", where=part("toy.Hearing", Q(record__step="open"))),
            "figures rest on dates",
        ),
        (
            Count("x", "数", on="accepted_on", where=linked("toy.opinion", Q(number=own("step")))),
            "figures rest on dates",
        ),
        (Count("x", "数", on="accepted_on", where=same("number", "step")), "figures rest on dates"),
        (
            Count("x", "数", on="accepted_on", where=Q(GreaterThan(F("step"), Value("open")))),
            "figures rest on dates",
        ),
        (Share("x", "占比", TOY.indicators[0], Q(step="open")), "figures rest on dates"),
        (Ratio("x", "比", Count("y", "数", on="weight"), TOY.indicators[0]), "column weight is no DateField"),
        (Change("x", "同比", Count("y", "数", on="never_on")), "unknown column never_on"),
        (Stock("x", "存量", since="accepted_on", until="outcome"), "column outcome is no DateField"),
        (Sum("x", "合计", "outcome", on="closed_on"), "column outcome is no IntegerField"),
        (Distinct("x", "去重", "nobody", on="closed_on"), "unknown column nobody"),
        (Median("x", "中位数", "accepted_on", "weight", on="closed_on"), "column weight is no DateField"),
    ],
)
def test_a_figure_rests_on_dates_and_whole_numbers_also_in_its_parts(figure: Indicator, words: str) -> None:
    registry = Registry([replace(TOY, indicators=(figure,), sentences=())])
    assert words in "\n".join(text for _, text in checks.faults(registry))


def test_every_kind_of_indicator_of_the_permit_is_sound() -> None:
    assert list(checks.faults(REGISTRY)) == list(checks.faults(Registry([TOY])))


def test_a_key_is_taken_once_in_a_registry() -> None:
    with pytest.raises(ValueError, match="workstream toy is declared twice"):
        Registry([TOY, TOY])
    with pytest.raises(ValueError, match=r"register toy\.permit is declared twice"):
        Registry([TOY, replace(TOY, key="other")])
    with pytest.raises(ValueError, match=r"indicator toy\.received is declared twice"):
        Registry([replace(TOY, indicators=(*TOY.indicators, TOY.indicators[0]))])


def test_a_registry_knows_the_full_key_of_an_indicator() -> None:
    assert Registry([TOY]).key_of(TOY.indicators[0]) == "toy.received"


def test_an_unknown_register_or_indicator_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match=r"没有“toy\.fly”这个登记簿"):
        register("toy.fly")
    with pytest.raises(Refusal, match=r"没有“toy\.fly”这个指标"):
        indicator("toy.fly")


@pytest.mark.parametrize("kind", [Gate, Move, Pause])
def test_what_states_law_cites_an_article(kind: type) -> None:
    given: dict[type, tuple[tuple[Any, ...], dict[str, Any]]] = {
        Gate: (("g", "门", Q(urgent=True)), {"remedy": "补"}),
        Move: (("m", "动", (Step.OPEN,), None), {"who": HANDLER}),
        Pause: (("p", "停"), {"through": True}),
    }
    positional, named = given[kind]
    with pytest.raises(TypeError, match="cites an article"):
        kind(*positional, **named)


def test_a_model_that_is_no_register_is_told() -> None:
    with pytest.raises(TypeError, match="does not derive from RecordModel"):
        _ = replace(PERMITS, model_name="toy.Hearing").model
    assert (PERMITS.model.__name__, PERMITS.workstream_key) == ("Permit", "toy")


def test_conditions_print_as_they_are_written() -> None:
    assert repr(Part("toy.Hearing")) == "part('toy.Hearing', (AND: ))"
    assert repr(Linked("toy.opinion")) == "linked('toy.opinion', (AND: ))"


def test_a_lack_prints_in_the_order_wrong_article_remedy() -> None:
    lack = Lack("应当听证", "请先登记听证日期", ("《示例许可法》第五条",))
    assert str(lack) == "应当听证（《示例许可法》第五条）。请先登记听证日期。"
    assert str(Refusal("不能办结：", [lack])).startswith("不能办结：应当听证")
    assert str(Refusal("没有保存。")) == "没有保存。"


def test_old_and_new_editions_each_have_their_days() -> None:
    assert OLD.art(1).covers(date(2019, 12, 31))
    assert not OLD.art(1).covers(date(2020, 1, 1))
