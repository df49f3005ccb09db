"""The declarations the engine has been handed. An instance, so that a test can make its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from fazhi.engine.condition import registers_in
from fazhi.engine.figures.kinds import Indicator
from fazhi.engine.procedure import Act
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register, Workstream


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
        """Register → the registers whose gates and clocks ask about its records through links."""
        asking: dict[str, set[str]] = {key: set() for key in self.registers}
        for key, register in self.registers.items():
            procedure = register.procedure
            wheres = [gate.met for gate in procedure.gates]
            for where in (*wheres, *(deadline.when for deadline in procedure.deadlines)):
                for named in registers_in(where) & asking.keys():
                    asking[named].add(key)
            for move in procedure.moves:
                for named in {named for named, _ in move.apart_linked} & asking.keys():
                    asking[named].add(key)
        return {key: frozenset(names) for key, names in asking.items()}

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
