"""Faults of declarations, found when Django starts: a wrong declaration is no surprise for a clerk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.checks import register as register_check
from django.core.exceptions import FieldDoesNotExist, FieldError
from django.db.models import BooleanField, CharField, DateField, IntegerField, Q

from fazhi.engine.condition import Part, columns_anywhere
from fazhi.engine.figures.kinds import Counted, Distinct, Median, Stock, Sum
from fazhi.engine.figures.measure import behind, home_of
from fazhi.engine.figures.span import year
from fazhi.engine.paper_faults import listing_faults, paper_faults
from fazhi.engine.procedure import Gate, Move, Pause, Procedure
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register, Workstream
from fazhi.engine.registry import Registry, installed
from fazhi.engine.rule_faults import apart_faults, rule_faults, unsaid_faults
from fazhi.law import Citation, Law


def register() -> None:
    register_check(check_declarations, "fazhi")


def check_declarations(**_: Any) -> list[CheckMessage]:
    """Every fault of the installed declarations as a Django error."""
    return [Error(text, obj=where, id="fazhi.E001") for where, text in faults(installed())]


def faults(registry: Registry) -> Iterator[tuple[str, str]]:
    """(where, what) of every fault: steps without way in or out, unknown columns, double keys, editions out
    of order.
    """
    for register in registry.registers.values():
        for text in (*register_faults(register), *apart_faults(register.procedure, registry.registers)):
            yield register.key, text
    for workstream in registry.workstreams.values():
        for text in figure_faults(workstream, registry):
            yield workstream.key, text
    for register in registry.registers.values():
        for text in listing_faults(register, registry.registers):
            yield register.key, text
    for text in edition_faults(registry):
        yield "law", text
    rules = [
        rule for one in registry.registers.values() for rule in {d.rule for d in one.procedure.deadlines}
    ]
    for text in key_faults("rule", rules):
        yield "law", text


def register_faults(register: Register) -> Iterator[str]:
    procedure = register.procedure
    yield from step_faults(procedure)
    yield from key_faults("move", [move.key for move in procedure.moves])
    yield from key_faults("deadline", [deadline.key for deadline in procedure.deadlines])
    yield from key_faults("rule", [deadline.rule for deadline in procedure.deadlines])
    yield from reference_faults(procedure)
    yield from rule_faults(register)
    yield from column_faults(register)
    yield from paper_faults(register)
    for name, condition in (*conditions(procedure), *paper_conditions(register)):
        yield from condition_faults(register, name, condition)


def key_faults(what: str, keys: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            yield f"{what} {key} is declared twice"
        seen.add(key)


def step_faults(procedure: Procedure) -> Iterator[str]:
    """A step that no move reaches, a step with no way to an end, a move from or to an unknown step."""
    steps = set(procedure.steps.values)
    for move in procedure.moves:
        for step in {*move.sources, *([move.target] if move.target else [])} - steps:
            yield f"move {move.key}: unknown step {step}"
    edges = [
        (source, move.target)
        for move in procedure.moves
        for source in move.sources
        if move.target is not None
    ]
    for step in steps - reach({procedure.start}, edges):
        yield f"step {step} is unreachable"
    back = [(target, source) for source, target in edges]
    for step in steps - reach(set(procedure.ends), back):
        yield f"step {step} has no way to an end"
    for end in set(procedure.ends) & {source for source, _ in edges}:
        yield f"step {end} is an end but moves lead out of it"


def reach(start: set[str], edges: list[tuple[str, str]]) -> set[str]:
    found, border = set(start), set(start)
    while border:
        border = {target for source, target in edges if source in border} - found
        found |= border
    return found


def reference_faults(procedure: Procedure) -> Iterator[str]:
    pauses = {pause.key for pause in procedure.pauses}
    deadlines = {deadline.key: deadline for deadline in procedure.deadlines}
    moves = {move.key for move in procedure.moves}
    for move in procedure.moves:
        for pause in {move.opens, move.closes} - {""} - pauses:
            yield f"move {move.key}: unknown pause {pause}"
        if move.extends and (move.extends not in deadlines or deadlines[move.extends].extension is None):
            yield f"move {move.key}: {move.extends} is no deadline that can be extended"
    for deadline in procedure.deadlines:
        for pause in set(deadline.pauses) - pauses:
            yield f"deadline {deadline.key}: unknown pause {pause}"
        for _, lapse in deadline.lapse or ():
            if lapse.move not in moves:
                yield f"deadline {deadline.key}: lapses into an unknown move {lapse.move}"


def column_faults(register: Register) -> Iterator[str]:
    procedure = register.procedure
    dates = {
        *procedure.law_day,
        *(move.sets for move in procedure.moves if move.sets),
        *(name for deadline in procedure.deadlines for name in (*deadline.starts, *deadline.met)),
        *(deadline.writes for deadline in procedure.deadlines if deadline.writes),
        *(paper.since for paper in register.papers),
    }
    for name in sorted(dates):
        yield from named(register, name, DateField)
    others = {
        *register.facts,
        *register.opening,
        *register.needs,
        *register.parties,
        *register.published,
        *register.search,
        *register.key_fields,
        *(name for move in procedure.moves for name in (*move.fields, *move.needs)),
        *(column.field for column in register.columns if ":" not in column.field),
        *(paper.bears for paper in register.papers if paper.bears),
    }
    for name in sorted(others):
        yield from named(register, name)
    for column in register.columns:
        if column.field.startswith("due:") and column.field[4:] not in {d.key for d in procedure.deadlines}:
            yield f"column {column.field} names no deadline"
    yield from undecided_faults(register)


def named(register: Register, name: str, kind: type = object) -> Iterator[str]:
    try:
        column = register.model._meta.get_field(name)
    except FieldDoesNotExist:
        yield f"unknown column {name}"
        return
    if not isinstance(column, kind):
        yield f"column {name} is no {kind.__name__}"


def undecided_faults(register: Register) -> Iterator[str]:
    """Choices and yes/no columns are NOT NULL: unknown is an explicit value, or conditions would fail
    open.
    """
    for column in register.model._meta.concrete_fields:
        choice = isinstance(column, BooleanField) or (isinstance(column, CharField) and column.choices)
        if choice and column.null:
            yield f"column {column.name} is a choice that may be NULL"


def conditions(procedure: Procedure) -> Iterator[tuple[str, Q]]:
    for gate in procedure.gates:
        yield f"gate {gate.key}", gate.met
    for deadline in procedure.deadlines:
        yield f"deadline {deadline.key}", deadline.when


def paper_conditions(register: Register) -> Iterator[tuple[str, Q]]:
    for paper in register.papers:
        yield f"paper {paper.key}", paper.when
        yield from ((f"paper {paper.key}", line.when) for line in paper.text)


def condition_faults(register: Register, name: str, condition: Q) -> Iterator[str]:
    """A column that does not exist, a negation (unknown must be closed), or a join to child rows."""
    if any(part.negated for part in parts(condition)):
        yield f"{name}: a condition is phrased positively"
    try:
        query = register.model._default_manager.filter(condition).query
    except (FieldError, ValueError, LookupError, Refusal) as error:
        yield f"{name}: {error}"
        return
    fields = [getattr(join, "join_field", None) for join in query.alias_map.values()]
    if any(getattr(field, "one_to_many", False) or getattr(field, "many_to_many", False) for field in fields):
        yield f"{name}: child rows are reached only through part()"
    yield from (f"{name}: {text}" for text in unsaid_faults(condition))


def parts(condition: Q) -> Iterator[Q]:
    yield condition
    children: list[Any] = condition.children
    for child in children:
        if isinstance(child, Q):
            yield from parts(child)
        elif isinstance(child, Part):
            yield from parts(child.where)


def figure_faults(workstream: Workstream, registry: Registry) -> Iterator[str]:
    names = {indicator.key for indicator in workstream.indicators}
    for indicator in workstream.indicators:
        where = f"indicator {indicator.key}"
        for counted, _ in behind(indicator, year(2000)):
            if not workstream.registers:
                yield f"{where}: no register to count"
                continue
            home = home_of(workstream.key, counted, registry)
            yield from (f"{where}: {text}" for text in counted_faults(home, counted))
            yield from condition_faults(home, where, counted.where)
    for sentence in workstream.sentences:
        yield from sentence_faults(sentence.key, [variant.text for variant in sentence.variants], names)


def counted_faults(home: Register, counted: Counted) -> Iterator[str]:
    """A date that is none, a sum over what is no whole number, a figure that moves with a record's step."""
    match counted:
        case Stock():
            dates: tuple[str, ...] = (counted.since, counted.until)
        case Median():
            dates = (counted.start, counted.end, counted.on)
        case _:
            dates = (counted.on,)
    for name in dates:
        yield from named(home, name, DateField)
    if isinstance(counted, Sum):
        yield from named(home, counted.column, IntegerField)
    if isinstance(counted, Distinct):
        yield from named(home, counted.column)
    if any("step" in name.split("__") for name in columns_anywhere(counted.where)):
        yield "figures rest on dates, not on the step a record is in now"


def sentence_faults(key: str, texts: Iterable[str], names: set[str]) -> Iterator[str]:
    from string import Formatter

    for text in texts:
        for _, name, spec, _ in Formatter().parse(text):
            if name is not None and name not in names:
                yield f"sentence {key} names no indicator: {name}"
            if spec not in {None, "", "余"}:
                yield f"sentence {key}: unknown form {spec}"


def citations(registry: Registry) -> Iterator[tuple[str, Citation]]:
    """Every citation of every declaration with the place it stands in."""
    for register in registry.registers.values():
        procedure = register.procedure
        rules: tuple[Move | Gate | Pause, ...] = (*procedure.moves, *procedure.gates, *procedure.pauses)
        for what in rules:
            yield from ((f"{register.key}.{what.key}", cite) for cite in what.cites)
        for deadline in procedure.deadlines:
            yield from ((f"{register.key}.{deadline.key}", cite) for cite in deadline.cites())
        for paper in register.papers:
            yield from ((f"{register.key}.{paper.key}", cite) for cite in paper.cited())


def edition_faults(registry: Registry) -> Iterator[str]:
    """Editions of one instrument that overlap, and articles that do not exist."""
    from fazhi.law.facts import check_citation

    laws: dict[str, set[Law]] = {}
    for where, cite in citations(registry):
        laws.setdefault(cite.law.name, set()).add(cite.law)
        fault = check_citation(cite)
        if fault:
            yield f"{where}: {fault}"
    for name, editions in laws.items():
        row = sorted(editions, key=lambda law: law.in_force)
        for early, late in pairwise(row):
            if early.until is None or early.until > late.in_force:
                yield f"{name}: editions {early.edition} and {late.edition} overlap"
