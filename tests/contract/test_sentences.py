"""Sentences of a report: each number has its unit, and the reader reads back the figure that was told."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from fazhi.engine.figures.kinds import Indicator
from fazhi.engine.figures.sentence import Variant
from fazhi.engine.register import Workstream
from fazhi.reader import read
from fazhi.workstreams.all import WORKSTREAMS

NAME = re.compile(r"\{(\w+)(?::余)?\}")
SAME = (
    {"件", "条", "份", "项"},
    {"件", "份", "个"},
    {"次", "期", "场", "场次"},
    {"人", "名"},
    {"户", "家", "个"},
)
"""Units that one may stand for the other."""


def variants(line: Workstream) -> Iterator[Variant]:
    return (variant for sentence in line.sentences for variant in sentence.variants)


def units(indicator: Indicator) -> set[str]:
    """How the number may be told; a rate carries its own sign."""
    return set().union(*(group for group in SAME if indicator.unit in group), {indicator.unit})


@pytest.mark.parametrize("line", WORKSTREAMS, ids=lambda one: one.key)
def test_every_number_of_a_sentence_has_its_unit(line: Workstream) -> None:
    known = {indicator.key: indicator for indicator in line.indicators}
    bare = [
        (variant.text, found.group(1))
        for variant in variants(line)
        for found in NAME.finditer(variant.text)
        if known[found.group(1)].unit not in {"%", "‰"}
        and not any(variant.text.startswith(unit, found.end()) for unit in units(known[found.group(1)]))
    ]
    assert bare == []


@pytest.mark.parametrize("key", ["leadership", "plan", "business", "advisers"])
def test_what_a_sentence_tells_is_read_back(key: str) -> None:
    line = next(one for one in WORKSTREAMS if one.key == key)
    known = {indicator.key: indicator for indicator in line.indicators}
    for variant in variants(line):
        numbers = iter(range(11, 99))

        def put(found: re.Match[str], numbers: Iterator[int] = numbers) -> str:
            return f"{next(numbers)}{'.5%' if known[found.group(1)].unit == '%' else ''}"

        text = NAME.sub(put, variant.text)
        document = read(f"示例市2025年法治政府建设情况报告\n\n{text}\n")
        named = [one for figure in document.figures for one in figure.indicators]
        assert named == [f"{key}.{one}" for one in NAME.findall(variant.text)], text
