"""Where a figure stands: its sentence, its clause, the words right before and after it, its section."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fazhi.reader.document import Section
from fazhi.reader.found import Found

SENTENCE_ENDS = "。；;！？!?\n"
_CLAUSE_END = re.compile(r"[，,。；;：:！？!?\n\t]")
_TAIL_END = re.compile(r"[，,。；;：:！？!?、\n\t（(）)]")
_SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}]")
FIGURES = frozenset(("count", "rate", "money", "duration", "rank"))
LONGEST_SENTENCE = 400
LONGEST_TAIL = 24


@dataclass(slots=True)
class Place:
    """Offsets around one figure: ``sentence ≤ clause ≤ lead ≤ figure.start``, ``figure.end ≤ tail``.

    ``lead`` is the end of the mention before where it lies in the same clause, else ``clause``.
    """

    found: Found
    sentence: int
    clause: int
    lead: int
    tail: int
    section: int


def places_of(shadow: str, found: Sequence[Found], sections: Sequence[Section]) -> Iterator[Place]:
    """The place of every figure among ``found``, in order."""
    inside = Inside(sections)
    previous_end = 0
    for index, one in enumerate(found):
        if one.kind in FIGURES:
            floor = max(0, one.start - LONGEST_SENTENCE)
            sentence = 1 + max(shadow.rfind(mark, floor, one.start) for mark in SENTENCE_ENDS)
            sentence = sentence or floor
            clause = _clause(shadow, sentence, one.start)
            after = found[index + 1].start if index + 1 < len(found) else len(shadow)
            stop = min(one.end + LONGEST_TAIL, after, len(shadow))
            match = _TAIL_END.search(shadow, one.end, stop)
            lead = max(clause, previous_end) if previous_end <= one.start else clause
            yield Place(one, sentence, clause, lead, match.start() if match else stop, inside.at(one.start))
        if one.kind in FIGURES or one.label == "list_number":
            previous_end = one.end


def _clause(shadow: str, sentence: int, position: int) -> int:
    floor = max(sentence, position - 120)
    last = max(shadow.rfind(mark, floor, position) for mark in "，,：:\t")
    return last + 1 if last >= 0 else floor


class Inside:
    """The innermost section around rising positions."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.sections = sections
        self.starts = [section.start for section in sections]

    def at(self, position: int) -> int:
        """The index of the innermost section that holds ``position``; -1 for none."""
        index = bisect_right(self.starts, position) - 1
        steps = 0
        while index >= 0 and steps < 200:
            if self.sections[index].end > position:
                return index
            index, steps = index - 1, steps + 1
        return -1


def path_of(sections: Sequence[Section], index: int) -> list[int]:
    """The section and its parents, innermost first."""
    path = []
    at: int | None = index if index >= 0 else None
    while at is not None:
        path.append(at)
        at = sections[at].parent
    return path


def clause_ends(text: str) -> Iterable[int]:
    """The offsets of the marks that end clauses."""
    return (match.start() for match in _CLAUSE_END.finditer(text))
