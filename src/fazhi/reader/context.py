"""Where a figure stands: its sentence, its clause, the words right before and after it, its section."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fazhi.reader.document import Section
from fazhi.reader.found import Found

SENTENCE_ENDS = "。；;！？!?\n"
_CLAUSE_END = re.compile(r"[，。；：:！？!?\n\t]")
_TAIL = re.compile(r"(?:[^，。；：:！？!?、\n\t()]|\([^()\n]{0,12}\)){0,24}")
_SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}]")
FIGURES = frozenset(("count", "rate", "money", "duration", "rank"))
LONGEST_SENTENCE = 400
LONGEST_CLAUSE = 120
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
    sentences = [match.start() for match in _SENTENCE_END.finditer(shadow)]
    clauses = [match.start() for match in _CLAUSE_END.finditer(shadow)]
    previous_end, last_lead = 0, 0
    for index, one in enumerate(found):
        if one.kind in FIGURES:
            sentence = max(_after(sentences, one.start), one.start - LONGEST_SENTENCE)
            clause = max(_after(clauses, one.start), sentence, one.start - LONGEST_CLAUSE)
            after = found[index + 1].start if index + 1 < len(found) else len(shadow)
            stop = max(one.end, min(one.end + LONGEST_TAIL, after, len(shadow)))
            match = _TAIL.match(shadow, one.end, stop)
            lead = max(clause, previous_end) if previous_end <= one.start else clause
            # 三个100%：前面的“三个”数的是这些率，词在它之前。
            if one.kind == "rate" and one.start == previous_end and shadow[one.start - 1] == "个":
                lead = max(clause, last_lead)
            last_lead = lead
            yield Place(one, sentence, clause, lead, match.end() if match else one.end, inside.at(one.start))
        if one.kind in FIGURES or one.label == "list_number":
            previous_end = one.end


def _after(marks: Sequence[int], position: int) -> int:
    """The offset after the last mark before ``position``; 0 for none."""
    index = bisect_left(marks, position)
    return marks[index - 1] + 1 if index else 0


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
