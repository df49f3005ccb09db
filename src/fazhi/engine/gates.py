"""Gates asked of the saved row, all in one SELECT; and what each move of a record still lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from fazhi.engine.access import Rights, may_act
from fazhi.engine.actor import Actor
from fazhi.engine.apart import done_by, lacks_apart
from fazhi.engine.models import Evidence, RecordModel
from fazhi.engine.procedure import Gate, Move
from fazhi.engine.refusal import Lack
from fazhi.engine.register import Register
from fazhi.law import Citation, in_force
from fazhi.organs.models import Role

GATE = "gate_"
"""What the names of gates begin with where more is asked in one SELECT."""


def open_gates(register: Register, pk: int, gates: Iterable[Gate]) -> dict[str, bool]:
    """Which of ``gates`` are open for the saved row: key → open. Unknown is closed."""
    held = holds(register, pk, {f"{GATE}{gate.key}": gate.met for gate in gates})
    return {name.removeprefix(GATE): value for name, value in held.items()}


def holds(register: Register, pk: int, wheres: Mapping[str, Q]) -> dict[str, bool]:
    """Which of the conditions hold of the saved row, by name: one SELECT, whatever they are asked for."""
    if not wheres:
        return {}
    flags = {
        name: Case(When(where, then=Value(True)), default=Value(False), output_field=BooleanField())
        for name, where in wheres.items()
    }
    row = register.model._default_manager.filter(pk=pk).annotate(**flags).values(*flags).get()
    return {name: bool(value) for name, value in row.items()}


def gates_asked(register: Register, row: RecordModel) -> dict[str, Q]:
    """What :func:`possible_moves` asks of the row, for a page that asks more in the same SELECT."""
    if row.law_on is None or row.withdrawn_on is not None:
        return {}
    law_day = row.law_on
    moves = [move for move in register.procedure.moves if row.step in move.sources and move.applies(law_day)]
    return {f"{GATE}{gate.key}": gate.met for move in moves for gate in move.gates if gate.applies(law_day)}


def words(cites: Iterable[Citation], law_day: date) -> tuple[str, ...]:
    """The citations in force on the law day, in words."""
    return tuple(str(cite) for cite in in_force(tuple(cites), law_day))


def lack_of(gate: Gate, law_day: date) -> Lack:
    return Lack(gate.label, gate.remedy, words(gate.cites, law_day), gate=gate.key)


def missing_evidence(move: Move, pk: int, law_day: date, on: date) -> tuple[Lack, ...]:
    """Papers that the move asks for and the record does not hold, or that have expired on the legal day."""
    if not move.evidence:
        return ()
    names = standing_papers(pk, on).filter(name__in=move.evidence).values_list("name", flat=True)
    return lacking_papers(move, set(names), law_day)


def standing_papers(pk: int, on: date) -> QuerySet[Evidence]:
    """The papers of the record that were not taken back and have not expired on the day."""
    return Evidence.objects.filter(
        Q(expires_on__isnull=True) | Q(expires_on__gte=on), record_id=pk, withdrawn_on__isnull=True
    )


def lacking_papers(move: Move, held: Collection[str], law_day: date) -> tuple[Lack, ...]:
    return tuple(
        Lack(f"缺少“{name}”", "请先在“证据”中添加", words(move.cites, law_day), field="evidence")
        for name in move.evidence
        if name not in held
    )


@dataclass(frozen=True, slots=True)
class Possible:
    """A move from the present step: what it lacks, what already holds, who may make it, and whether I may."""

    move: Move
    lacks: tuple[Lack, ...]
    held: tuple[Gate, ...]
    articles: tuple[str, ...]
    mine: bool
    who: str

    @property
    def ready(self) -> bool:
        return not self.lacks


def possible_moves(
    register: Register,
    row: RecordModel,
    actor: Actor,
    rights: Rights,
    *,
    papers: Collection[str] | None = None,
    acted: Collection[str] | None = None,
    held: Mapping[str, bool] | None = None,
    alone: bool = False,
) -> list[Possible]:
    """The moves that lead out of the record's step under its law, each with what it still lacks: two queries,
    a third where duties are separated, one more where they are across linked records.

    Gates over fields that come with the move itself are counted as lacking until they are filled in.

    :param papers: names of the papers that the record holds, where they are at hand: one query less.
    :param held: what :func:`gates_asked` asks, where it was asked already.
    :param acted: keys of the moves that the actor has made on the record, where they are at hand.
    :param alone: the record is known to be linked with none.
    """
    if row.law_on is None or row.withdrawn_on is not None:
        return []
    law_day = row.law_on
    moves = [move for move in register.procedure.moves if row.step in move.sources and move.applies(law_day)]
    gates = {gate.key: gate for move in moves for gate in move.gates if gate.applies(law_day)}
    if held is None:
        is_open = open_gates(register, row.pk, gates.values())
    else:
        is_open = {key: held[f"{GATE}{key}"] for key in gates}
    if papers is None:
        papers = set(standing_papers(row.pk, rights.day).values_list("name", flat=True))
    done = done_by(actor, register, row.pk, moves, acted, alone=alone)
    result = []
    for move in moves:
        mine = [gate for gate in move.gates if gate.key in gates]
        articles = words(move.cites, law_day)
        apart = lacks_apart(register, move, actor, done, articles)
        missing = lacking_papers(move, papers, law_day)
        result.append(
            Possible(
                move,
                (*(lack_of(gate, law_day) for gate in mine if not is_open[gate.key]), *missing, *apart),
                tuple(gate for gate in mine if is_open[gate.key]),
                articles,
                may_act(actor, rights, register, row, move_roles(register, move, law_day)),
                "或".join(Role(role).label for role in move_roles(register, move, law_day)),
            )
        )
    return result


def move_roles(register: Register, move: Move, law_day: date) -> tuple[Role, ...]:
    """Who may make the move under the law of the day: for an extension the approver that this law names."""
    if move.extends:
        extension = register.procedure.deadline(move.extends).extension
        found = extension.at(law_day) if extension else None
        if found is not None:
            return (found[1].who,)
    return move.who
