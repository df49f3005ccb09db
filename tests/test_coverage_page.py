"""``docs/coverage.md`` names every id of the scope, and every test it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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


def test_every_test_that_the_page_names_exists() -> None:
    tests = [*ROOT.glob("src/**/test_*.py"), *ROOT.glob("tests/**/test_*.py")]
    defined = {
        (path.name, name) for path in tests for name in re.findall(r"def (test_\w+)\(", path.read_text())
    }
    missing = [named for named in re.findall(r"(test_\w+\.py)::(test_\w+)", PAGE) if named not in defined]
    assert missing == []
