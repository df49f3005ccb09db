"""Records that ask about a record over links: what else a write may change, however many links away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db.models import Q

from fazhi.engine import breaches, clocks
from fazhi.engine.copying import chosen
from fazhi.engine.models import Link, Record, RecordModel
from fazhi.engine.register import Register
from fazhi.engine.registry import Way, installed
from fazhi.law.calendar import Calendar

CHUNK = 10_000


def reached(register: Register, pks: Sequence[int]) -> Iterator[tuple[str, list[int]]]:
    """(register, rising keys) of the records that ask about one of ``pks``, the nearer ones first: what they
    say may be asked by those that follow.

    No query where no register asks; else one for each register from which links are followed.

    :param pks: rising keys.
    """
    ways = installed().ways.get(register.key, frozenset())
    border: dict[Way, list[int]] = {(): list(pks)} if ways else {}
    while border:
        further: dict[Way, list[int]] = {}
        ends: dict[str, set[int]] = defaultdict(set)
        for way, some in border.items():
            onward = {one[len(way)] for one in ways if len(one) > len(way) and one[: len(way)] == way}
            for key, found in linked_with(some, onward).items():
                further[*way, key] = sorted(found)
                if (*way, key) in ways:
                    ends[key] |= found
        yield from ((key, sorted(found)) for key, found in ends.items())
        border = further


def linked_with(pks: Sequence[int], registers: Collection[str]) -> dict[str, set[int]]:
    """Register → keys of its records that are linked with one of ``pks``, among these registers."""
    found: dict[str, set[int]] = defaultdict(set)
    for at in range(0, len(pks), CHUNK) if registers else ():
        some = pks[at : at + CHUNK]
        own = set(some)
        out = Q(chosen("here", some), there__register__in=registers)
        back = Q(chosen("there", some), here__register__in=registers)
        ends = ("here_id", "here__register", "there_id", "there__register")
        for here, here_register, there, there_register in Link.objects.filter(out | back).values_list(*ends):
            if here in own and there_register in registers:
                found[there_register].add(there)
            if there in own and here_register in registers:
                found[here_register].add(here)
    return found


def around(register: Register, pk: int) -> set[int]:
    """The keys of all records that a write to this one may change."""
    return {other for _, some in reached(register, [pk]) for other in some}


def looking_through(here: Record, there: Record) -> list[tuple[Register, int]]:
    """The ends of a link through which somebody looks at the other end, with their registers."""
    registers, ways = installed().registers, installed().ways
    return [
        (registers[near.register], near.pk)
        for near, far in ((here, there), (there, here))
        if any(way[0] == near.register and len(way) > 1 for way in ways.get(far.register, ()))
    ]


def reached_from(ends: Iterable[tuple[Register, int]]) -> set[int]:
    return {other for register, pk in ends for other in around(register, pk)}


def settle(register: Register, row: RecordModel) -> None:
    """What follows from a write: clocks and breaches of this record, and of those that ask about it."""
    settle_one(register, row.pk)
    settle_neighbours(register, [row.pk])
    row.refresh_from_db()


def settle_one(register: Register, pk: int) -> None:
    clocks.recompute(register, [pk])
    breaches.measure(register, [pk])


def settle_neighbours(register: Register, pks: Sequence[int], calendar: Calendar | None = None) -> None:
    """Bring clocks and breaches of those that ask about these records to what they now say.

    :param pks: rising keys.
    """
    for key, found in reached(register, pks):
        other = installed().registers[key]
        for at in range(0, len(found), CHUNK):
            some = found[at : at + CHUNK]
            clocks.recompute(other, some, calendar)
            breaches.measure(other, some)
