"""Standstills and extensions of a file held against those that are stored: which are new, which corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fazhi.engine.amendments import overlap
from fazhi.engine.past import Extended, Standstill


def paired(given: Sequence[Standstill], stored: Mapping[int, Standstill]) -> list[int | None]:
    """The stored one that each given one is: of the same kind and first day; else the one of its kind with
    which alone it shares days, since two of one kind cannot run at once.
    """
    left = dict(stored)
    found: list[int | None] = [None] * len(given)
    for at, one in enumerate(given):
        same = (key for key, other in left.items() if (other.pause, other.first) == (one.pause, one.first))
        found[at] = next(same, None)
        left.pop(found[at] or 0, None)
    for at, one in enumerate(given):
        if found[at] is None:
            sharing = [key for key, other in left.items() if overlap(one, other)]
            if len(sharing) == 1:
                found[at] = sharing[0]
                del left[sharing[0]]
    return found


def merged(given: Standstill, stored: Standstill) -> Standstill:
    """What is stored with what was given laid over it: an empty cell leaves all as it is."""
    return Standstill(
        given.pause,
        given.first,
        given.last or stored.last,
        given.ground or stored.ground,
        given.why or stored.why,
    )


def granted(given: Sequence[Extended], stored: Mapping[int, Extended]) -> list[int | None]:
    """The stored extension that each given one is: alike, else of the same deadline."""
    left = dict(stored)
    found: list[int | None] = [None] * len(given)
    for alike in (True, False):
        for at, one in enumerate(given):
            if found[at] is not None:
                continue
            fits = (
                key
                for key, other in left.items()
                if other.deadline == one.deadline
                and (not alike or (other.amount, other.granted_on) == (one.amount, one.granted_on))
            )
            found[at] = next(fits, None)
            left.pop(found[at] or 0, None)
    return found


def overlaid(given: Extended, stored: Extended) -> Extended:
    return replace(given, why=given.why or stored.why)
