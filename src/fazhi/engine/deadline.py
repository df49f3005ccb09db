"""A clock as a value: what starts it, what meets it, how long, what extends and pauses it, what follows
silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import Q

from fazhi.engine.condition import ALWAYS
from fazhi.law import AnyPeriod, ByLaw, Citation, Period
from fazhi.organs.role import Role


@dataclass(frozen=True, slots=True)
class Extension:
    """How much longer at most, in the limit's own unit, and who may grant it before expiry."""

    most: Period
    who: Role


@dataclass(frozen=True, slots=True)
class Lapse:
    """What the law makes of silence: ``move`` is made by the law itself, on the due day or on the start."""

    move: str
    on: Literal["due", "start"] = "due"


def deemed(move: str, on: Literal["due", "start"] = "due") -> Lapse:
    """Silence counts as ``move`` (视为受理, 视为放弃)."""
    return Lapse(move, on)


@dataclass(frozen=True, slots=True, init=False)
class Deadline:
    """A time limit of one register.

    :param rule: the stable id of the law sheet (``RC-T12``); a row with several limits is ``LT-T7``,
        ``LT-T7/2``.
    :param who: who owes the act: the role of the record's organ, or ``PARTY``; empty where an applicant or a
        court owes it and the clock is only watched.
    :param starts: date fields; the first one filled starts the clock. For a backward limit the event's day.
    :param met: date fields; the earliest one filled meets it.
    :param when: the condition under which the clock applies to a record.
    :param pauses: keys of the procedure's pauses that stop it.
    :param writes: the column that takes the due day, so that figures can compare it.
    :param watch: the limit belongs to somebody outside (applicant, court): shown, never counted as late work.
        With a role of the record's organ it only reminds that role.
    :param least: a least time (不少于): the act is lawful from the due day on, and however long after. Nobody
        is late by it, so it is watched.
    """

    key: str
    label: str
    rule: str
    starts: tuple[str, ...]
    met: tuple[str, ...]
    period: ByLaw[AnyPeriod]
    who: tuple[Role, ...]
    when: Q
    extension: ByLaw[Extension] | None
    pauses: tuple[str, ...]
    lapse: ByLaw[Lapse] | None
    writes: str
    local: bool
    watch: bool
    least: bool

    def __init__(
        self,
        key: str,
        label: str,
        *,
        rule: str,
        starts: str | tuple[str, ...],
        met: tuple[str, ...],
        period: ByLaw[AnyPeriod],
        who: Role | tuple[Role, ...] = (),
        when: Q = ALWAYS,
        extension: ByLaw[Extension] | None = None,
        pauses: tuple[str, ...] = (),
        lapse: ByLaw[Lapse] | None = None,
        writes: str = "",
        local: bool = False,
        watch: bool = False,
        least: bool = False,
    ) -> None:
        given = locals()
        given["starts"] = (starts,) if isinstance(starts, str) else starts
        given["who"] = (who,) if isinstance(who, Role) else who
        given["watch"] = watch or least
        for name in self.__slots__:
            object.__setattr__(self, name, given[name])

    @property
    def nature(self) -> str:
        """What it is where it is no limit of the office's own work; else empty."""
        if self.least:
            return "最短时间"
        reminds = any(role != Role.PARTY for role in self.who)
        return ("提示" if reminds else "外部期限") if self.watch else ""

    def at(self, law_day: date) -> tuple[Citation, AnyPeriod] | None:
        """The period and its citation under the law in force on ``law_day``; None where no edition sets
        one.
        """
        return self.period.at(law_day)

    def cites(self) -> Iterator[Citation]:
        """Every citation, the period's first."""
        yield from self.period.cites
        for more in (self.extension, self.lapse):
            if more is not None:
                yield from more.cites
