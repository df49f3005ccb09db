"""Where a record stands in its procedure: the steps passed, the present one with its acts, those ahead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fazhi.engine.condition import columns_named
from fazhi.engine.dossier import Dossier
from fazhi.engine.gates import Possible
from fazhi.engine.models import RecordModel
from fazhi.engine.procedure import Gate, Move
from fazhi.engine.register import Register
from fazhi.web.day import said, short
from fazhi.web.rail import Act, Step, rail, usual_way

MOST_ACTS, MOST_EXITS = 8, 6


def rail_of(dossier: Dossier, possible: Iterable[Possible], today: date) -> tuple[Step, ...]:
    """Steps passed with their days, the present one with its acts and exits, and those likely to follow."""
    register, row = dossier.register, dossier.row
    steps, found = register.procedure.steps, list(possible)
    way = way_ahead(register, row)
    past = [
        Step(step, str(steps(step).label), (short(day, today),) if day else ())
        for step, day in passed(register, row)
    ]
    present = Step(
        row.step,
        str(steps(row.step).label),
        (f"{said(row.stepped_on)}起",) if row.stepped_on else (),
        acts(register, row, found, way[:1], today),
        exits(found, way[:1]),
    )
    ahead = [Step(step, str(steps(step).label), note(dossier, found, step, today)) for step in way]
    if row.step in register.procedure.ends or row.withdrawn_on is not None:
        return rail((*past, present), None, ())
    return rail(past, present, ahead)


def way_ahead(register: Register, row: RecordModel) -> tuple[str, ...]:
    """The steps that usually follow; a detour (suspended, asked to correct) first leads back."""
    found, order = edges(register, row), register.procedure.steps.values
    way = usual_way(row.step, found, order)
    if way or row.step in register.procedure.ends:
        return way
    back = next((there for start, there in found if start == row.step and there != row.step), None)
    return (back, *usual_way(back, found, order)) if back else ()


def edges(register: Register, row: RecordModel) -> list[tuple[str, str]]:
    """(from, to) of the moves that exist under the record's law; a dated act leads from a step to itself."""
    law_day = row.law_on
    return [
        (source, move.target or source)
        for move in register.procedure.moves
        if law_day is None or move.applies(law_day)
        for source in move.sources
    ]


def passed(register: Register, row: RecordModel) -> list[tuple[str, date | None]]:
    """The steps before the present one with the day each was reached, told from the days on the row."""
    way: list[tuple[str, date | None]] = []
    step, used = row.step, set[str]()
    while (move := last_into(register, row, step, used)) is not None:
        used.add(move.key)
        if way:
            way[-1] = (way[-1][0], getattr(row, move.sets))
        step = origin(register, row, move, used)
        way.append((step, None))
    if way:
        first = next(
            (day for name in reversed(register.procedure.law_day) if (day := getattr(row, name))), None
        )
        way[-1] = (way[-1][0], first)
    return way[::-1]


def last_into(register: Register, row: RecordModel, step: str, used: set[str]) -> Move | None:
    """The move that led to ``step``, by the latest day on the row."""
    dated = [
        move
        for move in register.procedure.moves
        if move.target == step and set(move.sources) != {step} and move.sets and move.key not in used
        and getattr(row, move.sets)
    ]  # fmt: skip
    return max(dated, key=lambda move: getattr(row, move.sets), default=None)


def origin(register: Register, row: RecordModel, move: Move, used: set[str]) -> str:
    """The step from which a move was made: of several, the one that a dated move leads to, else the start."""
    sources = [step for step in move.sources if step != move.target]
    reached = [step for step in sources if last_into(register, row, step, used) is not None]
    if register.procedure.start in sources:
        return register.procedure.start
    return reached[-1] if reached else sources[0]


def acts(
    register: Register, row: RecordModel, possible: list[Possible], following: tuple[str, ...], today: date
) -> tuple[Act, ...]:
    """Dated acts within the step: those done, and those that a move onward still asks for."""
    within = [
        move
        for move in register.procedure.moves
        if move.target is None and row.step in move.sources and move.sets
    ]
    asked: set[str] = set()
    for one in possible:
        if one.move.target in following:
            asked |= {
                name for gate in one.move.gates if is_lacking(one, gate) for name in columns_named(gate.met)
            }
    done = sorted(
        {move.sets: (getattr(row, move.sets), move) for move in within if getattr(row, move.sets)}.values(),
        key=lambda one: one[0],
    )
    found = [Act(move.label, short(day, today)) for day, move in done[-MOST_ACTS:]]
    missing = {move.sets: move for move in within if move.sets in asked and not getattr(row, move.sets)}
    found += [Act(move.label) for move in missing.values()]
    return tuple(found[: MOST_ACTS + 2])


def asked_onward(possible: Iterable[Possible], following: tuple[str, ...]) -> set[str]:
    """The columns that the closed gates before the next step speak of."""
    return {
        name
        for one in possible
        if one.move.target in following
        for gate in one.move.gates
        if is_lacking(one, gate)
        for name in columns_named(gate.met)
    }


def is_lacking(one: Possible, gate: Gate) -> bool:
    return any(lack.gate == gate.key for lack in one.lacks)


def exits(possible: list[Possible], following: tuple[str, ...]) -> tuple[str, ...]:
    """Where else the step may lead."""
    ways = dict.fromkeys(
        one.move.label for one in possible if one.move.target is not None and one.move.target not in following
    )
    return tuple(ways)[:MOST_EXITS]


def note(dossier: Dossier, possible: list[Possible], step: str, today: date) -> tuple[str, ...]:
    """Under a step to come: until when it must be reached, and how much it lacks."""
    into = [one for one in possible if one.move.target == step]
    if not into:
        return ()
    sets = {one.move.sets for one in into}
    dues = [
        clock.due_on
        for clock in dossier.clocks
        if clock.due_on and not clock.met_on and not clock.watch
        and sets & set(dossier.register.procedure.deadline(clock.deadline).met)
    ]  # fmt: skip
    lines = [f"最迟 {short(min(dues), today)}"] if dues else []
    least = min(len(one.lacks) for one in into)
    return (*lines, *([f"尚缺 {least} 项"] if least else []))
