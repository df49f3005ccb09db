"""Which registers have to do with one another, read out of what gates and clocks ask through links."""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.engine.condition import Linked, links_in
from fazhi.engine.register import Register
from fazhi.engine.registry import installed


def asked(register: Register) -> Iterator[Linked]:
    """Every condition on a linked record that the register's gates and clocks state."""
    procedure = register.procedure
    for where in (*(gate.met for gate in procedure.gates), *(one.when for one in procedure.deadlines)):
        yield from links_in(where)


def near(register: Register) -> list[str]:
    """Keys of the registers that the rules of this one speak of, then of those whose rules speak of it."""
    registers = installed().registers
    found = dict.fromkeys(one.model for one in asked(register) if one.model in registers)
    return list(found | dict.fromkeys(sorted(installed().asking.get(register.key, ()))))


def kinds(here: Register, there: Register) -> dict[str, str]:
    """The kinds of link between two registers that the rules of either one ask for, and what they are
    called.
    """
    both = [one for one in asked(here) if one.model == there.key]
    both += [one for one in asked(there) if one.model == here.key]
    return {one.kind: one.label or one.kind for one in both if one.kind}
