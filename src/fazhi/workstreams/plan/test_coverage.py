"""docs/coverage.md names every rule and gate of this workstream, and only tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

from fazhi.engine.registry import installed

HERE = Path(__file__).parent
COVERAGE = (HERE.parents[3] / "docs" / "coverage.md").read_text(encoding="utf-8")
CHAPTER = COVERAGE.partition("## plan ")[2].partition("\n## ")[0]


def test_every_rule_and_gate_is_named() -> None:
    registers = [one for one in installed().registers.values() if one.workstream_key == "plan"]
    rules = {deadline.rule for one in registers for deadline in one.procedure.deadlines}
    gates = {gate.key for one in registers for gate in one.procedure.gates}
    assert {rule for rule in rules if f"| {rule} |" not in CHAPTER} == set()
    assert {gate for gate in gates if f"| `{gate}` |" not in CHAPTER} == set()


def test_the_rows_of_the_systems_list_stand_in_order_each_once() -> None:
    served = [int(number) for number in re.findall(r"^\| plan-(\d\d) \|", CHAPTER, re.MULTILINE)]
    assert served == sorted({*range(1, 39)} - {1, 3, 4, 5, 6, 11, 22, 23, 36})


def test_every_test_named_exists() -> None:
    tests = HERE.parents[3] / "tests"
    beside = [
        *HERE.glob("test_*.py"),
        *(HERE.parent / "leadership").glob("test_*.py"),
        tests / "web" / "test_ledger.py",
        tests / "e2e" / "test_plan.py",
        *(tests / "contract").glob("test_*.py"),
    ]
    written = "\n".join(path.read_text(encoding="utf-8") for path in beside)
    named = set(re.findall(r"(test_[a-z0-9_]+)(?!\.py|[a-z0-9_])", CHAPTER))
    missing = {name for name in named if f"def {name}(" not in written and not (HERE / f"{name}.py").exists()}
    assert missing == set()
    assert len(named) > 20
