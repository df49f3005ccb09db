"""Which line of work a figure belongs to: the words of its clause, its sentence, its headings, weighed."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib import resources

from ahocorasick_rs import AhoCorasick

from fazhi.reader.context import Place, path_of
from fazhi.reader.document import Section

# 近处的词重，远处的词轻：自己的分句、分句之前、同一句、小标题、大标题、前一个数。
LEAD, TAIL, NEAR, FAR, SENTENCE = 4.0, 2.0, 1.5, 1.0, 0.75
HEADING, PARENT, BEFORE, SAME_SECTION = 1.6, 0.8, 5.0, 2.5
NEAR_REACH = 45
AGREES = 0.3
# 设立|法律服务站、建立|法律顾问制度、独立|法人：这里没有“立法”。
_BEFORE_LAW = frozenset("设建成树确独创")


class Topics:
    """The words of the workstreams, found in one pass."""

    def __init__(self) -> None:
        data = json.loads(
            resources.files("fazhi.reader").joinpath("lexicon/workstreams.json").read_text("utf-8")
        )
        words: dict[str, list[tuple[str, int]]] = {}
        for key, workstream in data.items():
            for word, weight in workstream["words"].items():
                words.setdefault(word, []).append((key, weight))
        self.keys = tuple(data)
        self.titles = {key: str(workstream["title"]) for key, workstream in data.items()}
        self._meanings = list(words.values())
        self._automaton = AhoCorasick(list(words))
        self._split = list(words).index("立法")

    def hits(self, shadow: str) -> list[tuple[int, list[tuple[str, int]]]]:
        """The end of every topic word in order, the longest at each place, with its workstreams."""
        found = self._automaton.find_matches_as_indexes(shadow, overlapping=True)
        found.sort(key=lambda hit: (hit[1], -hit[2]))
        kept: list[tuple[int, list[tuple[str, int]]]] = []
        reach = 0
        for index, start, end in found:
            if start < reach or (index == self._split and shadow[start - 1 : start] in _BEFORE_LAW):
                continue
            reach = end
            kept.append((end, self._meanings[index]))
        return kept


@cache
def topics() -> Topics:
    return Topics()


class Assigner:
    """Gives each figure of one text, in order, its workstream."""

    def __init__(self, shadow: str, sections: Sequence[Section]) -> None:
        self._shadow = shadow
        self._hits = topics().hits(shadow)
        self._ends = [end for end, _ in self._hits]
        self._sections = sections
        self._headings: dict[int, dict[str, float]] = {}
        self._last: tuple[int, int, str] | None = None
        self._scores: dict[str, float] = {}

    def assign(self, place: Place) -> str | None:
        """The workstream with the greatest weight; None where no word speaks for any."""
        scores: dict[str, float] = {}
        found = place.found
        bare = place.lead >= found.start and place.tail <= found.end
        if bare and self._last is not None and self._last[0] == place.sentence:
            # 865批1932人次：后一个数没有自己的词，随前一个。
            self._scores = {self._last[2]: 1.0}
            return self._last[2]
        self._weigh(scores, place)
        for depth, heading in enumerate(path_of(self._sections, place.section)):
            share = HEADING if depth == 0 else PARENT / depth
            for key, said in self._heading(heading).items():
                scores[key] = scores.get(key, 0.0) + share * said
        if self._last is not None:
            sentence, last_section, key = self._last
            if sentence == place.sentence:
                scores[key] = scores.get(key, 0.0) + BEFORE
            elif last_section == place.section:
                scores[key] = scores.get(key, 0.0) + SAME_SECTION
        self._scores = scores
        if not scores:
            return None
        best = max(scores, key=lambda key: (scores[key], key))
        self._last = (place.sentence, place.section, best)
        return best

    def _weigh(self, scores: dict[str, float], place: Place) -> None:
        """Add the words of the sentence, the heavier the nearer they stand."""
        found = place.found
        listed = self._shadow[found.start - 1 : found.start] == "等"
        near = max(place.sentence, place.lead - NEAR_REACH)
        index = bisect_left(self._ends, place.sentence + 1)
        while index < len(self._ends) and (end := self._ends[index]) <= place.tail:
            if end <= near:
                weight = SENTENCE
            elif end <= place.lead:
                weight = NEAR
            elif end <= found.start:
                weight = FAR if listed else LEAD
            else:
                weight = LEAD if listed else TAIL
            for key, value in self._hits[index][1]:
                scores[key] = scores.get(key, 0.0) + weight * value
            index += 1

    def settle(self, workstream: str) -> None:
        """The last figure was named by an indicator: what follows in its sentence goes by that."""
        if self._last is not None:
            self._last = (*self._last[:2], workstream)

    def agrees(self, workstream: str) -> bool:
        """Whether the words around the last figure speak for ``workstream`` too."""
        return self._scores.get(workstream, 0.0) >= AGREES * max(self._scores.values(), default=0.0)

    def _add(self, scores: dict[str, float], start: int, end: int) -> None:
        index = bisect_left(self._ends, start + 1)
        while index < len(self._ends) and self._ends[index] <= end:
            for key, value in self._hits[index][1]:
                scores[key] = scores.get(key, 0.0) + value
            index += 1

    def _heading(self, index: int) -> dict[str, float]:
        known = self._headings.get(index)
        if known is None:
            section = self._sections[index]
            start = section.start + len(section.marker)
            known = {}
            self._add(known, start, start + len(section.title) + 1)
            self._headings[index] = known
        return known
