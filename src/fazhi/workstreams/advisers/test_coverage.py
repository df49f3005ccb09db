"""docs/coverage.md names every row, rule and gate of this workstream."""

from __future__ import annotations

import re
from pathlib import Path

from fazhi.engine.registry import installed

PAGE = (Path(__file__).parents[4] / "docs" / "coverage.md").read_text(encoding="utf-8")
CHAPTER = PAGE.partition("## advisers ")[2].partition("\n## ")[0]


def test_every_rule_and_gate_is_named() -> None:
    registers = [one for one in installed().registers.values() if one.workstream_key == "advisers"]
    rules = {deadline.rule for one in registers for deadline in one.procedure.deadlines}
    gates = {gate.key for one in registers for gate in one.procedure.gates}
    assert {rule for rule in rules if f"| {rule} |" not in CHAPTER} == set()
    assert {gate for gate in gates if f"| `{gate}` |" not in CHAPTER} == set()


def test_all_twelve_rows_of_the_systems_list_are_served() -> None:
    assert re.findall(r"^\| (advisers-\d\d) \|", CHAPTER, re.MULTILINE) == [
        f"advisers-{number:02}" for number in range(1, 13)
    ]
