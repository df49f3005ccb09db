"""Procedures as values: steps, moves between them, gates before them, pauses of their clocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, TextChoices

from fazhi.engine.deadline import Deadline
from fazhi.law import Citation, in_force
from fazhi.organs.role import Role

ENTRY = "open"
"""What ``Move.apart`` calls entering the record."""
Act = tuple[str, str]
"""A move of a register: (register, move)."""


@dataclass(frozen=True, slots=True, init=False)
class Gate:
    """What the law demands before a move; ``met`` is phrased positively, unknown is closed.

    A gate applies to a record when the record's law day lies in an edition that it cites; what both editions
    demand cites both.
    """

    key: str
    label: str
    met: Q
    cites: tuple[Citation, ...]
    remedy: str

    def __init__(self, key: str, label: str, met: Q, *cites: Citation, remedy: str) -> None:
        if not cites:
            raise TypeError(f"gate {key}: a gate states law, so it cites an article")
        for name, value in (
            ("key", key),
            ("label", label),
            ("met", met),
            ("cites", cites),
            ("remedy", remedy),
        ):
            object.__setattr__(self, name, value)

    def applies(self, law_day: date) -> bool:
        return bool(in_force(self.cites, law_day))


@dataclass(frozen=True, slots=True, init=False)
class Pause:
    """A ground on which clocks stand still: suspension (中止) or excluded time (不计入).

    ``through`` says whether the day that ends it is still excluded: an appraisal's last day is, the day on
    which a suspended case is resumed is not. ``grounds`` names the choices the clerk picks from, if the law
    lists them.
    """

    key: str
    label: str
    cites: tuple[Citation, ...]
    through: bool
    grounds: type[TextChoices] | None

    def __init__(
        self, key: str, label: str, *cites: Citation, through: bool, grounds: type[TextChoices] | None = None
    ) -> None:
        if not cites:
            raise TypeError(f"pause {key}: a pause states law, so it cites an article")
        for name, value in (
            ("key", key),
            ("label", label),
            ("cites", cites),
            ("through", through),
            ("grounds", grounds),
        ):
            object.__setattr__(self, name, value)


@dataclass(frozen=True, slots=True, init=False)
class Move:
    """A change of step, or a dated act within one (from a step to itself).

    :param sources: the steps from which it may be made; ``target`` is the step it leads to, None to stay.
    :param cites: the move exists under the editions cited.
    :param who: the roles that may make it, in the record's organ (``PARTY``: in an organ named by a party
        field).
    :param sets: the date field that takes the move's legal day.
    :param fields: the columns that come with the move; ``needs`` are those that may not stay empty.
    :param writes: fixed values (column, value) that the move sets by itself.
    :param evidence: names of papers without which the move is refused.
    :param apart: keys of moves whose maker may not make this one (``open``: who entered the record); with its
        register before it (``decisions.decision.draft``) a move of a linked record.
    :param opens, closes: the key of the pause that begins or ends on the legal day.
    :param extends: the key of the deadline that is extended by the amount given with the move.
    :param draws: whether the register's number is drawn with it.
    """

    key: str
    label: str
    sources: tuple[str, ...]
    target: str | None
    cites: tuple[Citation, ...]
    who: tuple[Role, ...]
    sets: str
    fields: tuple[str, ...]
    needs: tuple[str, ...]
    writes: tuple[tuple[str, object], ...]
    gates: tuple[Gate, ...]
    evidence: tuple[str, ...]
    apart: tuple[str, ...]
    opens: str
    closes: str
    extends: str
    draws: bool
    hint: str

    def __init__(
        self,
        key: str,
        label: str,
        sources: Iterable[str],
        target: str | None,
        *cites: Citation,
        who: Role | tuple[Role, ...],
        sets: str = "",
        fields: tuple[str, ...] = (),
        needs: tuple[str, ...] = (),
        writes: tuple[tuple[str, object], ...] = (),
        gates: tuple[Gate, ...] = (),
        evidence: tuple[str, ...] = (),
        apart: tuple[str, ...] = (),
        opens: str = "",
        closes: str = "",
        extends: str = "",
        draws: bool = False,
        hint: str = "",
    ) -> None:
        if not cites:
            raise TypeError(f"move {key}: a move states law, so it cites an article")
        given = locals()
        given["sources"], given["who"] = tuple(sources), (who,) if isinstance(who, Role) else tuple(who)
        for name in self.__slots__:
            object.__setattr__(self, name, given[name])

    def applies(self, law_day: date) -> bool:
        return bool(in_force(self.cites, law_day))

    @property
    def apart_here(self) -> tuple[str, ...]:
        """The moves of the record itself that this one is kept apart from."""
        return tuple(name for name in self.apart if "." not in name)

    @property
    def apart_linked(self) -> tuple[Act, ...]:
        """The moves of linked records that this one is kept apart from."""
        named = (name.rpartition(".") for name in self.apart)
        return tuple((register, key) for register, _, key in named if register)


@dataclass(frozen=True, slots=True)
class Procedure:
    """What a register's records go through.

    :param start: the step a record is born in; ``ends`` the steps with no way out.
    :param law_day: date fields, the first one filled gives the law day (fixed when reached);
        ``law_day_basis`` names the decision record or article behind that choice.
    """

    steps: type[TextChoices]
    start: str
    ends: tuple[str, ...]
    moves: tuple[Move, ...]
    deadlines: tuple[Deadline, ...]
    law_day: tuple[str, ...]
    law_day_basis: str
    pauses: tuple[Pause, ...] = ()

    def move(self, key: str) -> Move:
        return next(move for move in self.moves if move.key == key)

    def deadline(self, key: str) -> Deadline:
        return next(deadline for deadline in self.deadlines if deadline.key == key)

    def pause(self, key: str) -> Pause:
        return next(pause for pause in self.pauses if pause.key == key)

    @property
    def gates(self) -> tuple[Gate, ...]:
        """Every gate once, in the order of the moves."""
        return tuple({gate.key: gate for move in self.moves for gate in move.gates}.values())
