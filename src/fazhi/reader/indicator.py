"""The indicator that a figure states, by the words of the lexicon around it; none where two fit."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from fazhi.reader.context import Place, path_of
from fazhi.reader.document import Section
from fazhi.reader.found import Found
from fazhi.reader.lexicon import Entry, Saying, lexicon

# 重复用占有量词（*+）：别有用心的长串也不回溯。
# 夹在词与数之间、不改变所数之物的字词。
_FILLER = re.compile(
    r"(?:[（(][^（）()]{0,20}[）)]|案件|案|申请|事项|工作|人员|情况|数量|总数|总量|"
    r"件数|人数|数|量|共计|合计|累计|总计|总共|共|为|达到|达|到|了|有|是"
    r"|分别|约|近|均|各类|各项|的|各|已|[\s：:“”\"、《》])*+"
)
_NEGATED = re.compile(
    r"(?:不予|不|未|没有|无|非|拟|免予|免|停止|拒绝|尚未|未能|撤回|指导|参与|应当?|计划|将)$"
)
# 培训调解员、表彰调解员的人数不是调解员的人数。
_OTHER_ACT = re.compile(
    r"(?:培训|轮训|表彰|奖励|走访|慰问|约谈|问责|考核|宣传|编写|旁听|参观|抽查|复查|"
    r"学习|(?<!双)公示|评选|推荐|回访|指导|遗失|涉及|新增|补充|招录|减少|优秀|先进|采纳|吸纳|命名|授予|金牌)"
    r"[^，、]{0,6}$"
)
_LIGHT = re.compile(
    r"(?:[\s，、和与及:(“”]|其中|全年|今年|当年|本年度?|年内|报告期内|一年来|以来|"
    r"全[省市州盟县区镇乡旗]|截至目前|目前|20\d\d年(?:度|底|末)?|\d{1,2}月(?:底|末)?"
    r"|共计|合计|累计|总计|总共|共|已|均|依法|及时|先后|新|实际|成功|妥善|高效|圆满|"
    r"当场|同时|并|现|各?级?[一-鿿]{0,8}?(?:政府|法院|检察院|机关|部门|中心|机构|局|"
    r"委|办|单位|司))*+"
)
_EMPTY = re.compile("案件|申请|事项|各类|共|的|了|全年")
_SUBSET = re.compile("其中[：:，]?")
_RATES = re.compile(r"(?P<first>[一-鿿]{1,14}率)(?P<rest>(?:[、和与及]{1,2}[一-鿿]{1,14}率)+)")
_RATE = re.compile(r"[一-鿿]{1,14}?率")
LONGEST_LEAD = 80
REACH = 600


@dataclass(frozen=True, slots=True)
class _Rule:
    entry: Entry
    saying: Saying


class _Words:
    """All words of the lexicon with the rules that end or begin with them."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.last: dict[str, list[_Rule]] = {}
        self.after: dict[str, list[_Rule]] = {}
        self.phrases: dict[str, set[_Rule]] = {}
        words: dict[str, None] = {}
        for entry in entries:
            for saying in entry.sayings:
                rule = _Rule(entry, saying)
                for word in saying.before[-1] if saying.before else ():
                    self.last.setdefault(word, []).append(rule)
                if len(saying.before) == 1 and saying.plain:
                    for word in saying.before[0]:
                        self.phrases.setdefault(_bare(word), set()).add(rule)
                if not saying.before:
                    for word in saying.after:
                        self.after.setdefault(word, []).append(rule)
                for group in (*saying.before, *saying.near, *saying.beside, saying.never, saying.after):
                    words.update(dict.fromkeys(group))
        self.words = list(words)
        self.automaton = AhoCorasick(self.words) if self.words else None


def _bare(phrase: str) -> str:
    return _EMPTY.sub("", phrase)


@cache
def _words() -> _Words:
    return _Words(lexicon())


class Namer:
    """Names the indicators of the figures of one text, asked for in order."""

    def __init__(self, shadow: str, sections: Sequence[Section], words: _Words | None = None) -> None:
        self._shadow = shadow
        self._sections = sections
        self._words = words or _words()
        automaton = self._words.automaton
        found = automaton.find_matches_as_indexes(shadow, overlapping=True) if automaton else []
        self._hits = sorted((end, start, self._words.words[index]) for index, start, end in found)
        self._ends = [end for end, _, _ in self._hits]
        self._at: dict[str, list[int]] = {}
        for end, _, word in self._hits:
            self._at.setdefault(word, []).append(end)

    def name(self, place: Place) -> tuple[str, ...]:
        """The keys that the figure stands for: one, several where rates share a value, or none."""
        found = place.found
        lead = max(place.lead, found.start - LONGEST_LEAD)
        if found.kind == "rate":
            shared = _RATES.search(self._shadow, lead, found.start)
            if shared and _FILLER.fullmatch(self._shadow, shared.end(), found.start):
                return self._shared(place, shared)
        key = self._best(place, lead, found.start)
        return (key,) if key else ()

    def name_phrase(self, phrase: str, found: Found) -> tuple[str, ...]:
        """The key whose plain words are just ``phrase``: 审结 with the object before it, 审结行政复议案件."""
        rules = self._words.phrases.get(_bare(phrase), ())
        keys = {
            rule.entry.key
            for rule in rules
            if rule.entry.kind == found.kind and (not rule.entry.units or found.unit in rule.entry.units)
        }
        return tuple(keys) if len(keys) == 1 else ()

    def _shared(self, place: Place, match: re.Match[str]) -> tuple[str, ...]:
        keys = []
        start = match.start()
        for rate in _RATE.finditer(self._shadow, match.start(), match.end()):
            key = self._best(place, start, rate.end())
            if key:
                keys.append(key)
            start = rate.end()
        return tuple(dict.fromkeys(keys))

    def _best(self, place: Place, lead: int, stop: int) -> str | None:
        """The key with the most own words, then the nearest context; None where two keys tie."""
        ranked: dict[str, tuple[int, int]] = {}
        for rule, size in self._candidates(place, lead, stop):
            key = rule.entry.key
            distance = self._distance(rule.saying, place, lead)
            if distance is None:
                continue
            rank = (size, -distance)
            if key not in ranked or rank > ranked[key]:
                ranked[key] = rank
        if not ranked:
            return None
        best = max(ranked.values())
        keys = [key for key, rank in ranked.items() if rank == best]
        return keys[0] if len(keys) == 1 else None

    def _candidates(self, place: Place, lead: int, stop: int) -> Iterator[tuple[_Rule, int]]:
        """The rules whose own words stand at the figure, with the number of characters they match."""
        found = place.found
        index = bisect_right(self._ends, stop) - 1
        while index >= 0 and self._ends[index] > lead:
            end, start, word = self._hits[index]
            index -= 1
            rules = self._words.last.get(word)
            if start < lead or not rules or not _FILLER.fullmatch(self._shadow, end, stop):
                continue
            for rule in rules:
                chain = self._chain(rule.saying, lead, start)
                if chain is not None and self._fits(rule, place, lead, chain[0]):
                    yield rule, chain[1] + end - start
        at = found.end + (1 if self._shadow[found.end : found.end + 1] == "的" else 0)
        for word in self._following(at, place.tail):
            for rule in self._words.after.get(word, ()):
                if self._fits(rule, place, lead, stop):
                    yield rule, len(word)

    def _following(self, at: int, tail: int) -> list[str]:
        low, high = bisect_left(self._ends, at + 1), bisect_right(self._ends, tail)
        return [self._hits[index][2] for index in range(low, high) if self._hits[index][1] == at]

    def _chain(self, saying: Saying, lead: int, start: int) -> tuple[int, int] | None:
        """Where the first word begins, if those before the last stand in order with filler between.

        Beside it the number of characters of the words before the last.
        """
        size = 0
        for group in reversed(saying.before[:-1]):
            step = None
            index = bisect_right(self._ends, start) - 1
            while index >= 0 and self._ends[index] > lead:
                end, begin, word = self._hits[index]
                if word in group and begin >= lead and _FILLER.fullmatch(self._shadow, end, start):
                    step = begin
                    size += end - begin
                    break
                index -= 1
            if step is None:
                return None
            start = step
        return start, size

    def _fits(self, rule: _Rule, place: Place, lead: int, first: int) -> bool:
        entry, saying, found = rule.entry, rule.saying, place.found
        if entry.kind != found.kind or (entry.units and found.unit not in entry.units):
            return False
        if saying.after and saying.before:
            at = found.end + (1 if self._shadow[found.end : found.end + 1] == "的" else 0)
            if not any(word in saying.after for word in self._following(at, place.tail)):
                return False
        prefix = self._shadow[lead:first]
        if _NEGATED.search(prefix) or _OTHER_ACT.search(prefix):
            return False
        clause = self._shadow[max(place.clause, found.start - 120) : place.tail]
        if any(word in clause for word in saying.never):
            return False
        if not all(any(word in clause for word in group) for group in saying.beside):
            return False
        subset = _SUBSET.search(prefix)
        if saying.near:
            # 其中后面只许直接跟词：其中维持20件；其中市政府受理60件是另一个范围。
            if subset is not None:
                return subset.end() == len(prefix)
            return _LIGHT.fullmatch(prefix) is not None
        return subset is None or _LIGHT.fullmatch(prefix, subset.end()) is not None

    def _distance(self, saying: Saying, place: Place, lead: int) -> int | None:
        """How far the farthest of the context words stands; None where one is missing."""
        farthest = 0
        for group in saying.near:
            near = [distance for word in group if (distance := self._nearest(word, place, lead)) is not None]
            if not near:
                return None
            farthest = max(farthest, min(near))
        return farthest

    def _nearest(self, word: str, place: Place, lead: int) -> int | None:
        """The distance of ``word`` in the sentence or section before, or in a heading above."""
        ends = self._at.get(word)
        if not ends:
            return None
        path = path_of(self._sections, place.section)
        low = self._sections[path[0]].start if path else self._shadow.rfind("\n", max(0, lead - REACH), lead)
        low = max(min(low, place.sentence), lead - REACH)
        index = bisect_right(ends, lead) - 1
        if index >= 0 and ends[index] > low:
            return lead - ends[index]
        for depth, section in enumerate(path):
            heading = self._sections[section]
            stop = heading.start + len(heading.marker) + len(heading.title) + 1
            index = bisect_right(ends, stop) - 1
            if index >= 0 and ends[index] > heading.start:
                return REACH * (depth + 1)
        return None
