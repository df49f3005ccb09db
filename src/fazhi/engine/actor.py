"""Who makes a change: a person in a role, the law itself, or the system on somebody's order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fazhi.organs.models import Person

SHANGHAI = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Actor:
    """``lawful`` marks what follows from the law by itself: no role is asked, no gate is opened."""

    person: Person | None
    name: str
    lawful: bool = False
    trusted: bool = False

    @classmethod
    def of(cls, person: Person) -> Actor:
        return cls(person, person.name)


BY_LAW = Actor(None, "依法", lawful=True)
"""The law: deemed acceptance, deemed abandonment, succession of organs."""

SYSTEM = Actor(None, "系统", trusted=True)
"""The operator at the command line: imports, samples, restored data."""


def today() -> date:
    """Today in Asia/Shanghai."""
    return datetime.now(SHANGHAI).date()


def now() -> datetime:
    return datetime.now(SHANGHAI)
