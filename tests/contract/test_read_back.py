"""What a sentence writes, the reader reads back as the same indicators, in the same order."""

from __future__ import annotations

import re

import pytest

from fazhi.engine.figures.kinds import Indicator
from fazhi.engine.register import Workstream
from fazhi.reader import read
from fazhi.workstreams.all import WORKSTREAMS

SPOKEN = ("decisions", "normative", "legislation", "leadership", "reconsideration")
"""Lines of work whose every sentence is read back whole."""
BOUND = re.compile(r"\{(\w+)(?::\w+)?\}")
VARIANTS = [
    pytest.param(line, variant.text, id=f"{line.key}-{sentence.key}-{n}")
    for line in WORKSTREAMS
    if line.key in SPOKEN
    for sentence in line.sentences
    for n, variant in enumerate(sentence.variants)
]


def printed(figure: Indicator, at: int) -> str:
    """A number that this figure may have: no two of a sentence alike."""
    return f"{80 + at}.5%" if figure.kind in ("ratio", "share", "coverage") else str(10 + 3 * at)


@pytest.mark.parametrize(("line", "text"), VARIANTS)
def test_every_figure_that_a_sentence_writes_is_read_back(line: Workstream, text: str) -> None:
    known = {one.key: one for one in line.indicators}
    names = BOUND.findall(text)
    numbers = iter([printed(known[name], at) for at, name in enumerate(names, 1)])
    written = BOUND.sub(lambda _: next(numbers), text)
    document = read(f"示例县2023年法治政府建设情况报告\n\n{written}\n")
    found = [key for figure in document.figures for key in figure.indicators]
    assert [key for key in found if key.startswith(line.key)] == [f"{line.key}.{name}" for name in names]
