"""Sentences with their figures in order: the windows within which relations are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fazhi.reader.audit.finding import Member
from fazhi.reader.audit.interval import Interval, Printed, exactly, printed
from fazhi.reader.document import Number

# A sentence of a report seldom holds more than a dozen figures; the cap keeps pages of bare numbers linear.
MOST_FIGURES = 40
LONGEST_LEAD = 120
LONGEST_FIGURE = 40

_SENTENCE_END = re.compile(r"[。！？!?\n]")
_CLASSES = (
    ("件", "宗", "起", "案", "例"),
    ("人", "名", "位"),
    ("场", "场次", "次", "批次"),
    ("元",),
    ("个", "家", "处", "所"),
    ("家", "户"),
    ("条", "项"),
)
_CLASS_OF: dict[str, frozenset[int]] = {}
for _index, _units in enumerate(_CLASSES):
    for _unit in _units:
        _CLASS_OF[_unit] = _CLASS_OF.get(_unit, frozenset()) | {_index}
_ENDS = "。！？!?\n"


@dataclass(eq=False, slots=True)
class Figure:
    """A mention with a value, seen from its sentence.

    ``lead`` is the text between the figure before and this one.
    """

    start: int
    end: int
    text: str
    value: Number
    unit: str
    kind: str
    qualifier: str
    measure: str = ""
    in_table: bool = False
    lead: str = ""
    tail: str = ""
    _printed: Printed | None = None

    @property
    def printed(self) -> Printed:
        """What its digits say, worked out once."""
        if self._printed is None:
            self._printed = printed(self.text, self.value, self.qualifier, rate=self.kind == "rate")
        return self._printed

    @property
    def span(self) -> Interval:
        """The values it may stand for, under rounding."""
        return self.printed.rounded

    @property
    def exact(self) -> bool:
        return self.qualifier == "exact"

    @property
    def countable(self) -> bool:
        """Whether it counts things (or money), so that it can be a part or a whole."""
        return self.kind in {"count", "money", "duration"}

    @property
    def percent(self) -> bool:
        return (self.kind == "rate" and self.unit in {"%", "％", "百分比", ""}) or "百分之" in self.text

    @property
    def member(self) -> Member:
        return Member(self.start, self.end, self.text, self.value)

    def like(self, other: Figure) -> bool:
        """Whether the two count things of one sort, so that one may be a part of the other."""
        return self.kind == other.kind and like_units(self.unit, other.unit)

    def hull(self) -> Interval:
        """Every value it may stand for, under rounding or under cutting."""
        wide, cut = self.printed.rounded, self.printed.cut
        if wide.high is None or cut.high is None:
            return Interval(wide.low, None)
        return Interval(wide.low, max(wide.high, cut.high))


@dataclass(eq=False, slots=True)
class Sentence:
    """One sentence, ``text[start:end]`` without its final mark, and its figures in order."""

    start: int
    end: int
    text: str
    figures: list[Figure] = field(default_factory=list)
    paragraph: int = 0

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    def before(self, figure: Figure, length: int = LONGEST_LEAD) -> str:
        """The sentence's text before ``figure``, at most ``length`` characters."""
        return self.text[max(self.start, figure.start - length) : figure.start]

    def after(self, figure: Figure, length: int = LONGEST_LEAD) -> str:
        return self.text[figure.end : min(self.end, figure.end + length)]

    def between(self, first: Figure, second: Figure) -> str:
        return self.text[first.end : second.start]


def like_units(first: str, second: str) -> bool:
    """Whether two units count the same sort of thing: 件 and 宗, 人 and 名; never 人 and 人次."""
    return first == second or bool(_CLASS_OF.get(first, frozenset()) & _CLASS_OF.get(second, frozenset()))


def sentences_of(text: str, figures: Iterable[Figure]) -> list[Sentence]:
    """The sentences of ``text`` that hold a figure, in order; ``figures`` must be in order of their start."""
    return list(_sentences(text, figures))


def _sentences(text: str, figures: Iterable[Figure]) -> Iterator[Sentence]:
    current: Sentence | None = None
    paragraph, scanned = 0, 0
    for figure in figures:
        if current is None or figure.start >= current.end or len(current.figures) >= MOST_FIGURES:
            if current is not None:
                yield current
            full = current is not None and figure.start < current.end
            start = figure.start if full else _last_end(text, figure.start, scanned)
            paragraph += text.count("\n", scanned, figure.start)
            scanned = max(scanned, figure.start)
            end = current.end if full and current is not None else _next_end(text, figure.end)
            current = Sentence(start, end, text, paragraph=paragraph)
        _place(figure, current)
    if current is not None:
        yield current


def _place(figure: Figure, sentence: Sentence) -> None:
    previous = sentence.figures[-1] if sentence.figures else None
    bound = previous.end if previous is not None else sentence.start
    figure.lead = sentence.text[max(bound, figure.start - LONGEST_LEAD) : figure.start]
    if previous is not None:
        previous.tail = figure.lead
    figure.tail = sentence.after(figure, 60)
    sentence.figures.append(figure)


def _last_end(text: str, position: int, floor: int) -> int:
    """The start of the sentence around ``position``.

    Looks back no further than ``floor`` and 2000 characters.
    """
    floor = max(floor, position - 2000)
    return 1 + max((text.rfind(mark, floor, position) for mark in _ENDS), default=-1) or floor


def _next_end(text: str, position: int) -> int:
    found = _SENTENCE_END.search(text, position, position + 2000)
    return found.start() if found else min(len(text), position + 2000)


def total(figures: Iterable[Figure]) -> Interval:
    """The interval of the sum of figures."""
    result = exactly(0)
    for figure in figures:
        result = result + figure.span
    return result
