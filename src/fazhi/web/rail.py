"""The procedure of one record as a rail: steps done, the present one with acts and exits, those to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Place = Literal["done", "now", "next", "far"]

ALOUD: dict[Place, str] = {"done": "已完成", "now": "当前", "next": "下一步", "far": "以后"}


@dataclass(frozen=True, slots=True)
class Act:
    """A dated act within the present step: 发送副本 01-10."""

    label: str
    day: str = ""

    @property
    def done(self) -> bool:
        return bool(self.day)


@dataclass(frozen=True, slots=True)
class Step:
    """A stop of the rail; ``lines`` are facts under its name, ``exits`` the side ways out of it."""

    key: str
    label: str
    lines: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    exits: tuple[str, ...] = ()
    place: Place = "far"

    @property
    def aloud(self) -> str:
        return ALOUD[self.place]


def rail(passed: Iterable[Step], now: Step | None, ahead: Iterable[Step]) -> tuple[Step, ...]:
    """The stops in order, each in its place; ``now`` is None where the procedure has ended."""
    steps = [replace(step, place="done") for step in passed]
    if now is not None:
        steps.append(replace(now, place="now"))
    steps += [replace(step, place="far" if at or now is None else "next") for at, step in enumerate(ahead)]
    return tuple(steps)


def usual_way(step: str, edges: Sequence[tuple[str, str]], order: Sequence[str]) -> tuple[str, ...]:
    """The steps that usually follow ``step``.

    From each step that later one is taken from which most can be done. A step that leads back, and to nothing
    that is not reached without it (suspended, asked to correct), is a detour; one with nothing to do is an
    early end. That a draft may be returned from every later step makes no detour of these. Of equals the
    first declared edge counts.

    :param edges: (from, to) of the declared moves in order; a dated act is an edge from a step to itself.
    """
    rank = {key: at for at, key in enumerate(order)}
    busy = Counter(start for start, _ in edges)
    way: list[str] = []
    here = step
    while True:
        later = dict.fromkeys(there for start, there in edges if start == here and rank[there] > rank[here])
        onward = [
            there for there in later if here not in reachable(there, edges) or opens_up(there, here, edges)
        ]
        if not onward:
            return tuple(way)
        here = max(onward, key=lambda there: busy[there])
        way.append(here)


def opens_up(step: str, here: str, edges: Iterable[tuple[str, str]]) -> bool:
    """Whether there are steps to which ``here`` leads only through ``step``."""
    around = [edge for edge in edges if step not in edge]
    return bool(reachable(step, edges) - reachable(here, around) - {step, here})


def reachable(step: str, edges: Iterable[tuple[str, str]]) -> set[str]:
    """The steps to which ``step`` leads, at once or by others."""
    found, waiting = set[str](), [step]
    while waiting:
        here = waiting.pop()
        for there in {there for start, there in edges if start == here} - found:
            found.add(there)
            waiting.append(there)
    return found
