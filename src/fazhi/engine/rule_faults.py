"""Faults of single rules and of what a register shows (:mod:`fazhi.engine.checks` tells them to Django)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, Q

from fazhi.engine.answer import Answer
from fazhi.engine.clocks import LONGEST_CHAIN, named
from fazhi.engine.condition import NoPart, Part
from fazhi.engine.deadline import Deadline
from fazhi.engine.models import PartModel
from fazhi.engine.procedure import ENTRY, Gate, Procedure
from fazhi.engine.register import PartSpec, Register


def rule_faults(register: Register) -> Iterator[str]:
    yield from procedure_faults(register.procedure)
    yield from gate_faults(register.procedure)
    yield from circle_faults(register.procedure)
    for deadline in register.procedure.deadlines:
        yield from (f"deadline {deadline.key}: {text}" for text in deadline_faults(deadline))
    if register.number is None:
        for move in register.procedure.moves:
            if move.draws:
                yield f"move {move.key}: draws a number, but the register has no line of numbers"
    yield from shown_faults(register)


def procedure_faults(procedure: Procedure) -> Iterator[str]:
    steps = set(procedure.steps.values)
    for step in {procedure.start, *procedure.ends} - steps:
        yield f"unknown step {step} at the start or an end"
    keys = [pause.key for pause in procedure.pauses]
    for key in {key for key in keys if keys.count(key) > 1}:
        yield f"pause {key} is declared twice"
    known = {ENTRY, *(move.key for move in procedure.moves)}
    for move in procedure.moves:
        for key in sorted({*move.apart_here} - known):
            yield f"move {move.key}: kept apart from the unknown move {key}"


def apart_faults(procedure: Procedure, registers: Mapping[str, Register]) -> Iterator[str]:
    """A move kept apart from one of a linked record that is not there."""
    known = {
        (name, key)
        for name, register in registers.items()
        for key in (ENTRY, *(move.key for move in register.procedure.moves))
    }
    for move in procedure.moves:
        for register, key in move.apart_linked:
            if (register, key) not in known:
                yield f"move {move.key}: kept apart from the unknown move {register}.{key}"


def unsaid_faults(where: Q) -> Iterator[str]:
    """A question that no child row may answer so lets one without an answer pass: unknown is closed."""
    for child in where.children:
        if isinstance(child, Q):
            yield from unsaid_faults(child)
        elif isinstance(child, NoPart):
            model = apps.get_model(child.model)
            for name, value in answers_in(child.where, model):
                said = value if isinstance(value, (tuple, list, set, frozenset)) else (value,)
                if Answer.UNKNOWN not in said:
                    yield f"no_part of {child.model}: a row whose {name} is unknown passes"
        elif isinstance(child, Part):
            yield from unsaid_faults(child.where)


def answers_in(where: Q, model: type[Model]) -> Iterator[tuple[str, object]]:
    """The columns of answers that a condition compares, with the answers that it names."""
    for child in where.children:
        if isinstance(child, Q):
            yield from answers_in(child, model)
        elif isinstance(child, tuple):
            name = child[0].partition("__")[0]
            choices: Iterable[tuple[object, object]] = (
                getattr(model._meta.get_field(name), "choices", None) or ()
            )
            if set(Answer.values) == {value for value, _ in choices}:
                yield name, child[1]


def gate_faults(procedure: Procedure) -> Iterator[str]:
    """Gates are known by their key: a breach stores it, a page asks by it."""
    known: dict[str, Gate] = {}
    for move in procedure.moves:
        for gate in move.gates:
            if known.setdefault(gate.key, gate) != gate:
                yield f"gate {gate.key} is declared twice"


def circle_faults(procedure: Procedure) -> Iterator[str]:
    """A clock that rests on its own due day, or on that of more clocks in a row than are counted."""
    writing = {deadline.key: deadline for deadline in procedure.deadlines if deadline.writes}
    rests = {
        key: {other.key for other in writing.values() if other.writes in named(deadline)}
        for key, deadline in writing.items()
    }
    for key in writing:
        border, steps = {key}, 0
        while border and steps < LONGEST_CHAIN:
            border, steps = set().union(*(rests[one] for one in border)), steps + 1
        if border:
            yield f"deadline {key}: rests on too many due days, or on its own"


def deadline_faults(deadline: Deadline) -> Iterator[str]:
    """An extension or a lapse under an edition that sets no limit; another unit; a limit that no column can
    hold.
    """
    units = {cite.law: period.code for cite, period in deadline.period}
    if not units:
        yield "no edition sets its length"
    if "H" in units.values():
        yield "a limit in hours runs from a moment, and columns hold days"
    for cite, extension in deadline.extension or ():
        if units.get(cite.law, extension.most.code) != extension.most.code:
            yield f"extended in another unit than its own under {cite.law}"
    for what in (deadline.extension, deadline.lapse):
        for cite, _ in what or ():
            if deadline.at(cite.law.in_force) is None:
                yield f"{cite.law} extends or ends what no edition of that time sets"


def shown_faults(register: Register) -> Iterator[str]:
    """A title, a personal field or a part that names what is not there."""
    for _, name, _, _ in Formatter().parse(register.title):
        if name is not None and not has_column(register.model, name):
            yield f"title names an unknown column {name}"
    for spec in register.parts:
        yield from part_faults(register, spec)
    for name in register.personal:
        part, _, column = name.rpartition(".")
        models = {spec.model.rpartition(".")[2]: spec.model for spec in register.parts}
        model = apps.get_model(models[part]) if part in models else register.model
        if (part and part not in models) or not has_column(model, column):
            yield f"unknown personal column {name}"


def part_faults(register: Register, spec: PartSpec) -> Iterator[str]:
    try:
        model = apps.get_model(spec.model)
    except LookupError:
        yield f"unknown part {spec.model}"
        return
    if (
        not issubclass(model, PartModel)
        or model._meta.get_field(model.parent).related_model != register.model
    ):
        yield f"{spec.model} is no part of this register"
    for name in spec.columns:
        if not has_column(model, name):
            yield f"part {spec.model}: unknown column {name}"
    if spec.move not in {"", ENTRY, *(move.key for move in register.procedure.moves)}:
        yield f"part {spec.model}: unknown move {spec.move}"


def has_column(model: type[Model], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
