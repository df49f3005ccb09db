"""Numbers of documents: two lines never print the same words, or two documents would bear one number."""

from __future__ import annotations

from collections import defaultdict

from fazhi.workstreams.all import WORKSTREAMS


def test_no_two_lines_of_numbers_print_the_same() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for workstream in WORKSTREAMS:
        for register in workstream.registers:
            lines = [register.number, *(paper.number for paper in register.papers)]
            for line in filter(None, lines):
                found[line.pattern].add(f"{workstream.key}.{line.key}")
    assert {pattern: keys for pattern, keys in found.items() if len(keys) > 1} == {}
