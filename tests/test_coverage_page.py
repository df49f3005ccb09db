"""``docs/coverage.md`` names every id of the scope, and every test it names exists."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from fazhi.engine.register import Workstream
from fazhi.workstreams.all import WORKSTREAMS

EVERY = pytest.mark.parametrize("line", WORKSTREAMS, ids=lambda one: one.key)
ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "coverage.md").read_text()


def named_ids() -> set[str]:
    """Ids named one by one, and those of ``x-01 to x-33`` and ``x-01 to 03, 07``."""
    found = set(re.findall(r"\b[a-z]+-\d\d\b", PAGE))
    for key, first, last in re.findall(r"\b([a-z]+)-(\d\d) to (?:[a-z]+-)?(\d\d)", PAGE):
        found |= {f"{key}-{number:02d}" for number in range(int(first), int(last) + 1)}
    for key, rest in re.findall(r"Not yet: ([a-z]+)-([^.]+)\.", PAGE):
        for first, last in re.findall(r"(\d\d)(?: to (\d\d))?", rest):
            found |= {f"{key}-{number:02d}" for number in range(int(first), int(last or first) + 1)}
    return found


@pytest.mark.shared
def test_every_id_of_the_scope_is_named(shared: Path) -> None:
    ids = set(re.findall(r"^\| ([a-z]+-\d+) ", (shared / "systems.md").read_text(), re.MULTILINE))
    assert len(ids) == 468
    assert ids - named_ids() == set()


@cache
def written() -> frozenset[tuple[str, str]]:
    """Every test there is: its file and its name."""
    tests = [*ROOT.glob("src/**/test_*.py"), *ROOT.glob("tests/**/test_*.py")]
    return frozenset(
        (path.name, name) for path in tests for name in re.findall(r"def (test_\w+)\(", path.read_text())
    )


def chapter(line: Workstream) -> str:
    return PAGE.partition(f"\n## {line.key} ")[2].partition("\n## ")[0]


def test_every_test_that_the_page_names_with_its_file_exists() -> None:
    missing = [named for named in re.findall(r"(test_\w+\.py)::(test_\w+)", PAGE) if named not in written()]
    assert missing == []


@EVERY
def test_every_test_that_a_chapter_names_exists(line: Workstream) -> None:
    known = {name for _, name in written()} | {file.removesuffix(".py") for file, _ in written()}
    named = set(re.findall(r"(test_[a-z0-9_]+)(?!\.py|[a-z0-9_])", chapter(line)))
    assert named - known == set()
    assert len(named) > 8


@EVERY
def test_every_rule_and_gate_is_named_in_its_chapter(line: Workstream) -> None:
    rules = {deadline.rule for one in line.registers for deadline in one.procedure.deadlines}
    gates = {gate.key for one in line.registers for gate in one.procedure.gates}
    assert {rule for rule in rules if f"| {rule} |" not in chapter(line)} == set()
    assert {gate for gate in gates if f"| `{gate}` |" not in chapter(line)} == set()


@EVERY
def test_the_rows_of_a_chapter_stand_in_order_each_once(line: Workstream) -> None:
    served = re.findall(rf"^\| ({line.key}-\d\d) \|", chapter(line), re.MULTILINE)
    assert served
    assert served == sorted(set(served))
