"""The declarations the engine has been handed. An instance, so that a test can make its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from fazhi.engine.condition import paths_in, registers_in
from fazhi.engine.figures.kinds import Indicator
from fazhi.engine.procedure import Act
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register, Workstream

Way = tuple[str, ...]
"""Registers in the order in which links lead through them."""


class Registry:
    """Workstreams by key, registers by ``workstream.register``, indicators by ``workstream.name``."""

    def __init__(self, workstreams: Iterable[Workstream] = ()) -> None:
        self.workstreams: dict[str, Workstream] = {}
        self.registers: dict[str, Register] = {}
        self.indicators: dict[str, Indicator] = {}
        self.home: dict[str, Register] = {}
        for workstream in workstreams:
            self.add(workstream)

    def add(self, workstream: Workstream) -> None:
        """Take in one line of work.

        :raises ValueError: a key is taken already, or an indicator counts a register that is not declared.
        """
        if workstream.key in self.workstreams:
            raise ValueError(f"workstream {workstream.key} is declared twice")
        self.workstreams[workstream.key] = workstream
        for register in workstream.registers:
            if register.key in self.registers:
                raise ValueError(f"register {register.key} is declared twice")
            self.registers[register.key] = register
        for indicator in workstream.indicators:
            key = f"{workstream.key}.{indicator.key}"
            if key in self.indicators:
                raise ValueError(f"indicator {key} is declared twice")
            self.indicators[key] = indicator
            if indicator.of:
                self.home[key] = self.registers[f"{workstream.key}.{indicator.of}"]
            elif workstream.registers:
                self.home[key] = workstream.registers[0]

    @cached_property
    def asking(self) -> dict[str, frozenset[str]]:
        """Register → the registers whose gates, clocks and separated duties ask about its records over one
        link.
        """
        return {key: frozenset(way[0] for way in ways if len(way) == 1) for key, ways in self.ways.items()}

    @cached_property
    def ways(self) -> dict[str, frozenset[Way]]:
        """Register → the ways, link by link, from its records to those that ask about them.

        A clock that asks may write its due day, and others may ask about that: there the way goes on. No way
        comes twice to one register.
        """
        heard = {key: set(self._heard(register)) for key, register in self.registers.items()}
        ways: dict[str, set[Way]] = {key: set() for key in self.registers}
        onward: dict[str, set[Way]] = defaultdict(set)
        for key, asked in heard.items():
            for path, columns in asked:
                way = (*reversed(path[:-1]), key)
                ways[path[-1]].add(way)
                if columns & self._written(path[-1]):
                    onward[path[-1]].add(way)
        return {key: self._prolonged(frozenset(found), onward) for key, found in ways.items()}

    def _prolonged(self, ways: frozenset[Way], onward: Mapping[str, Iterable[Way]]) -> frozenset[Way]:
        """The ways with those that go on from a register whose clocks heard of the change."""
        border = ways
        while border:
            further = {
                (*way, *more)
                for way in border
                if way[-1] in self.clocked
                for more in onward.get(way[-1], ())
                if more[-1] not in way
            }
            border = frozenset(further) - ways
            ways |= border
        return ways

    @cached_property
    def clocked(self) -> frozenset[str]:
        """The registers with a clock that asks about linked records."""
        return frozenset(
            key
            for key, register in self.registers.items()
            if any(registers_in(deadline.when) for deadline in register.procedure.deadlines)
        )

    def _heard(self, register: Register) -> Iterator[tuple[Way, frozenset[str]]]:
        """The paths over which a register asks, each with the columns of its end."""
        procedure = register.procedure
        wheres = [gate.met for gate in procedure.gates]
        for where in (*wheres, *(deadline.when for deadline in procedure.deadlines)):
            for path, columns in paths_in(where):
                if set(path) <= self.registers.keys():
                    yield path, frozenset(columns)
        for move in procedure.moves:
            for named, _ in move.apart_linked:
                if named in self.registers:
                    yield (named,), frozenset()

    def _written(self, key: str) -> set[str]:
        return {deadline.writes for deadline in self.registers[key].procedure.deadlines if deadline.writes}

    @cached_property
    def least(self) -> dict[str, frozenset[str]]:
        """Register → its clocks of a least time (不少于)."""
        found = {
            key: frozenset(one.key for one in register.procedure.deadlines if one.least)
            for key, register in self.registers.items()
        }
        return {key: keys for key, keys in found.items() if keys}

    @cached_property
    def apart(self) -> dict[Act, frozenset[Act]]:
        """Act → the acts on linked records that its maker may not do, whichever of the two comes first."""
        pairs: dict[Act, set[Act]] = defaultdict(set)
        for key, register in self.registers.items():
            for move in register.procedure.moves:
                for other in move.apart_linked:
                    pairs[key, move.key].add(other)
                    pairs[other].add((key, move.key))
        return {act: frozenset(others) for act, others in pairs.items()}

    def key_of(self, indicator: Indicator) -> str:
        """The full key ``workstream.name`` of a declared indicator."""
        return next(key for key, value in self.indicators.items() if value is indicator)


_installed = Registry()


def install(workstreams: Iterable[Workstream]) -> None:
    """Replace the installed declarations; called once by the site when Django starts."""
    global _installed  # noqa: PLW0603 - one process, one set of declarations
    _installed = Registry(workstreams)


def installed() -> Registry:
    return _installed


def register(key: str) -> Register:
    """The register of that key.

    :raises Refusal: no register has it.
    """
    try:
        return _installed.registers[key]
    except KeyError:
        known = "、".join(sorted(_installed.registers)) or "无"
        raise Refusal(f"没有“{key}”这个登记簿。已登记的有：{known}。") from None


def indicator(key: str) -> Indicator:
    """The indicator of that full key.

    :raises Refusal: none has it.
    """
    try:
        return _installed.indicators[key]
    except KeyError:
        raise Refusal(f"没有“{key}”这个指标。请用 fazhi explain 查看已声明的指标。") from None
