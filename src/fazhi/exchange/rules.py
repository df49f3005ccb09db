"""Time limits found by their rule id or by ``workstream.deadline``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fazhi.engine.deadline import Deadline
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import Registry, installed

# How many rules the law sheet has per prefix, so that one nobody declares yet is told from a typo.
KNOWN = {
    "AA": 1, "AC": 11, "AI": 6, "AL": 11, "AM": 1, "AP": 12, "AR": 13, "AU": 4, "BE": 3, "CP": 8, "CR": 8,
    "FC": 5, "GI": 9, "GR": 9, "GS": 4, "HL": 1, "LA": 2, "LP": 4, "LT": 19, "MD": 8, "ND": 14, "NO": 1,
    "PL": 2, "PM": 4, "PR": 5, "RC": 22, "ST": 1, "XF": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """A declared deadline with the register it belongs to."""

    register: Register
    deadline: Deadline


def find_rule(name: str, registry: Registry | None = None) -> Rule:
    """The deadline with that rule id, ``workstream.deadline`` or ``workstream.register.deadline``.

    :raises Refusal: nobody declares it (尚未登记), or there is no such rule.
    """
    registry = registry or installed()
    for register in registry.registers.values():
        for deadline in register.procedure.deadlines:
            names = {
                deadline.rule,
                f"{register.key}.{deadline.key}",
                f"{register.workstream_key}.{deadline.key}",
            }
            if name in names:
                return Rule(register, deadline)
    known = re.fullmatch(r"([A-Z]{2})-T(\d+)(/\d+)?", name)
    if known and 1 <= int(known[2]) <= KNOWN.get(known[1], 0):
        raise Refusal(
            f"期限“{name}”尚未登记：现有工作尚未声明这一期限。请用 fazhi explain 查看已登记的期限。"
        )
    raise Refusal(
        f"没有“{name}”这一期限。请写规则编号（如 RC-T12）或“工作.期限”（如 reconsideration.decide），"
        "可用 fazhi explain 查看。"
    )
