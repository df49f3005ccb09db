"""Over every workstream: declarations are sound, and each citation says what it is cited for."""

from __future__ import annotations

import pytest

from fazhi.engine.checks import citations, faults
from fazhi.engine.deadline import Deadline
from fazhi.engine.registry import installed
from fazhi.law import AnyPeriod, Citation
from fazhi.law.facts import check_citation, names_duration

REGISTERS = sorted(installed().registers)

# Limits whose unit or length follows from another article than the one cited; each with the reason.
NUMBER_ELSEWHERE: dict[str, str] = {}


def periods() -> list[tuple[str, Deadline, Citation, AnyPeriod]]:
    return [
        (f"{register.key}.{deadline.key}", deadline, cite, period)
        for register in installed().registers.values()
        for deadline in register.procedure.deadlines
        for cite, period in deadline.period
    ]


def test_there_is_something_to_test() -> None:
    assert REGISTERS
    assert len(periods()) > 20


def test_every_declaration_is_sound() -> None:
    assert list(faults(installed())) == []


@pytest.mark.parametrize("register", REGISTERS)
def test_every_citation_names_an_article_that_exists(register: str) -> None:
    found = [(where, str(cite)) for where, cite in citations(installed()) if check_citation(cite)]
    assert [row for row in found if row[0].startswith(f"{register}.")] == []


@pytest.mark.parametrize("register", REGISTERS)
def test_the_number_a_limit_is_cited_for_stands_in_its_article(register: str) -> None:
    wrong = [
        f"{deadline.rule}: {period} does not stand in {cite}"
        for where, deadline, cite, period in periods()
        if where.startswith(f"{register}.")
        and deadline.rule not in NUMBER_ELSEWHERE
        and names_duration(cite, period) is False
    ]
    assert wrong == []


@pytest.mark.parametrize("register", REGISTERS)
def test_extensions_stand_in_their_article_too(register: str) -> None:
    wrong = [
        f"{deadline.rule}: {extension.most} does not stand in {cite}"
        for deadline in installed().registers[register].procedure.deadlines
        for cite, extension in deadline.extension or ()
        if names_duration(cite, extension.most) is False
    ]
    assert wrong == []


def test_a_rule_belongs_to_one_deadline() -> None:
    rules = [
        deadline.rule for _, deadline, _, _ in {(d.key, w): (w, d, c, p) for w, d, c, p in periods()}.values()
    ]
    assert len(rules) == len(set(rules))
