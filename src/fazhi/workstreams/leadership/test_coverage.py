"""docs/coverage.md has one row for each id of this workstream, and its journey names a test that exists."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
COVERAGE = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
CHAPTER = COVERAGE.partition("## leadership ")[2].partition("\n## ")[0]


def test_the_rows_of_the_systems_list_stand_in_order_each_once() -> None:
    served = [int(number) for number in re.findall(r"^\| leadership-(\d\d) \|", CHAPTER, re.MULTILINE)]
    assert served == sorted({*range(1, 34)} - {20})


def test_every_row_names_a_test() -> None:
    rows = re.findall(r"^\| leadership-\d\d \|.*$", CHAPTER, re.MULTILINE)
    assert [row for row in rows if "test_" not in row.rpartition(" | ")[2]] == []


def test_every_test_named_exists() -> None:
    named = {*re.findall(r"([\w/]*test_\w+\.py)::(test_\w+)", CHAPTER)}
    for file, name in named:
        folder = ROOT if file.startswith("tests/") else HERE.parent if "/" in file else HERE
        assert f"def {name}(" in (folder / file).read_text(encoding="utf-8"), (file, name)
    assert len(named) > 12
