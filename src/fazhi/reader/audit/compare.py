"""Several reports: one government over the years, or a higher level against the levels below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from fazhi.reader.audit.across import Across, Comparison
from fazhi.reader.audit.auditor import figures_of
from fazhi.reader.audit.finding import Grade, Member, member_of, show
from fazhi.reader.audit.interval import Interval, exactly
from fazhi.reader.audit.passage import Figure, Sentence, sentences_of, total
from fazhi.reader.audit.rate import changes
from fazhi.reader.audit.repeat import measure_words
from fazhi.reader.document import Document, Number

Key = tuple[str, str]

_SHORTEST_WORDS = 6
_SHORTEST_PARAGRAPH = 40
_MOST_VANISHED = 20
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,12}?(?:省|自治区|市|自治州|盟|县|区|旗|镇|乡|街道)")
_LAST_YEAR = re.compile(r"(?:上年|去年|上一年|上年度|上年同期|去年同期)[^，,。；;]{0,12}$")
_RANKS = (
    ("省", "自治区", "province"),
    ("市", "州", "盟", "city"),
    ("县", "区", "旗", "county"),
    ("镇", "乡", "街道", "township"),
)


@dataclass(frozen=True, slots=True)
class _Read:
    document: Document
    sentences: list[Sentence]
    indicators: dict[int, str]
    keyed: dict[Key, Figure]

    def find(self, figure: Figure, indicators: dict[int, str]) -> Figure | None:
        """The figure of this report that counts the same as a figure of another."""
        return next((self.keyed[key] for key in _keys(figure, indicators) if key in self.keyed), None)


def compare(documents: Sequence[Document]) -> Comparison:
    """Compare reports: by year where they are of one government, else the highest level with those below it.

    Raises ValueError with a Chinese message for fewer than two reports or for reports that cannot be placed.
    """
    if len(documents) < 2:
        raise ValueError("比较至少需要两份报告。")
    files = tuple(document.file for document in documents)
    places = [place_of(document) for document in documents]
    if len(set(places)) == 1:
        if any(document.year is None for document in documents):
            raise ValueError("没有读出报告年度，不能按年比较；请检查标题里有没有年度。")
        if len({document.year for document in documents}) < len(documents):
            raise ValueError("同一政府的报告年度相同，不能按年比较；请使用不同年度的报告。")
        in_order = [_read(d) for d in sorted(documents, key=lambda d: d.year or 0)]
        found = [f for one, two in pairwise(in_order) for f in _years(one, two)]
        return Comparison("years", files, tuple(found))
    ranks = [rank_of(document) for document in documents]
    highest = min(range(len(documents)), key=lambda i: (ranks[i], i))
    if sum(rank == ranks[highest] for rank in ranks) > 1:
        raise ValueError("这些报告既不是同一政府的，也分不出上下级；请先列上级，再列它的下级。")
    years = {document.year for document in documents}
    if len(years) > 1:
        raise ValueError("上下级报告的年度不同，不能比较；请使用同一年度的报告。")
    lower = [_read(d) for i, d in enumerate(documents) if i != highest]
    return Comparison("levels", files, tuple(_levels(_read(documents[highest]), lower)))


def place_of(document: Document) -> str:
    """The government a report is of: its organ, else the place at the start of its title."""
    if document.organ:
        return re.sub(r"人民政府$", "", document.organ)
    found = _PLACE.search(document.title)
    return found[0] if found else document.title


def rank_of(document: Document) -> int:
    """0 for a province, 1 for a city, 2 for a county or district, 3 for a township.

    4 where it cannot be told.
    """
    place = place_of(document)
    for rank, endings in enumerate(_RANKS):
        if document.level in endings or place.endswith(endings[:-1]):
            return rank
    return 4


def _read(document: Document) -> _Read:
    sentences = sentences_of(document.text, [f for f in figures_of(document) if not f.in_table])
    indicators = {m.start: m.indicator for m in document.mentions if m.indicator}
    keyed: dict[Key, Figure] = {}
    for figure in (figure for sentence in sentences for figure in sentence.figures):
        if figure.countable:
            for key in _keys(figure, indicators):
                keyed.setdefault(key, figure)
    return _Read(document, sentences, indicators, keyed)


def _keys(figure: Figure, indicators: dict[int, str]) -> Iterator[Key]:
    """What a figure can be found by in another report: its words, and the indicator that it was read as."""
    words = measure_words(figure)
    if len(words) >= _SHORTEST_WORDS:
        yield words, figure.unit
    if figure.start in indicators:
        yield indicators[figure.start], figure.unit


def _in(read: _Read, figure: Figure) -> tuple[str, Member]:
    return read.document.file, figure.member


def _years(last: _Read, this: _Read) -> Iterator[Across]:
    if (this.document.year or 0) - (last.document.year or 0) == 1:
        yield from _bases(last, this)
    yield from _vanished(last, this)
    yield from _identical(last, this)


def _bases(last: _Read, this: _Read) -> Iterator[Across]:
    """Last year's value as this year's growth implies it.

    Or as this year's report prints it, against last year's.
    """
    for sentence in this.sentences:
        for new, stated in zip(sentence.figures, sentence.figures[1:], strict=False):
            old = last.find(new, this.indicators) if new.countable else None
            if old is None:
                continue
            words = measure_words(new)
            if stated.percent and changes(stated) and len(stated.lead) <= 14:
                yield from _growth(last, this, (old, new, stated), words)
            elif stated.like(new) and _LAST_YEAR.search(stated.lead):
                yield _told_again(last, this, old, stated, words)


def _growth(last: _Read, this: _Read, figures: tuple[Figure, Figure, Figure], words: str) -> Iterator[Across]:
    old, new, stated = figures
    down = bool(re.search(r"降|减|缩", stated.lead[-8:]))
    quotient = new.span.over(old.span, times=100)
    if quotient is None:
        return
    growth = exactly(100) - quotient if down else quotient - exactly(100)
    value = Fraction(new.value * 100) / old.value - 100
    fit = stated.printed.fit(growth)
    told = f"“{words}”上年报告为{old.text}，本年为{new.text}，增减{show(value)}%"
    yield Across(
        "change",
        fit or "question",
        f"{old.text} → {new.text}，{stated.text}",
        (_in(last, old), _in(this, new), _in(this, stated)),
        stated.value,
        -value if down else value,
        f"{told}，与{stated.text}相符。"
        if fit
        else f"{told}，文中为{stated.text}；基数与上年公布的数不一致，请说明是否调整过口径。",
    )


def _told_again(last: _Read, this: _Read, old: Figure, stated: Figure, words: str) -> Across:
    same = old.span.meets(stated.span)
    return Across(
        "repeat",
        "holds" if same else "question",
        f"“{words}”：{old.text} {'=' if same else '≠'} {stated.text}",
        (_in(last, old), _in(this, stated)),
        old.value,
        stated.value,
        f"“{words}”的上年数两份报告一致。"
        if same
        else f"“{words}”的上年数，上年报告为{old.text}，本年报告说是{stated.text}；请说明是否调整过口径。",
    )


def _vanished(last: _Read, this: _Read) -> Iterator[Across]:
    """Topics with figures last year and not a word this year.

    By workstream, else by the words of the measure.
    """
    kept = {m.workstream for m in this.document.mentions if m.figure and m.workstream}
    told: set[str] = set()
    for mention in last.document.mentions:
        topic = mention.workstream
        if mention.figure and mention.reported and topic and topic not in kept | told:
            told.add(topic)
            yield _gone(
                last, mention.measure or topic, member_of(last.document.text, mention.start, mention.end)
            )
    if kept:
        return
    for figure in dict.fromkeys(last.keyed.values()):
        words = measure_words(figure)
        gone = words[-4:] not in this.document.text and this.find(figure, last.indicators) is None
        if gone and words and len(told) < _MOST_VANISHED:
            told.add(words)
            yield _gone(last, words, figure.member)


def _gone(last: _Read, topic: str, member: Member) -> Across:
    return Across(
        "repeat",
        "question",
        f"“{topic}”不再出现",
        ((last.document.file, member),),
        None,
        None,
        f"上年报告有“{topic}”（{member.text}），本年报告没有同一方面的数；请核对是否遗漏。",
    )


def _identical(last: _Read, this: _Read) -> Iterator[Across]:
    """Paragraphs carried over word for word."""
    seen = dict(_paragraphs(last.document))
    for text, member in _paragraphs(this.document):
        before = seen.get(text)
        if before is not None:
            yield Across(
                "repeat",
                "question",
                f"“{text[:12]}……”两年相同",
                ((last.document.file, before), (this.document.file, member)),
                None,
                None,
                f"“{text[:24]}……”一段（{len(text)}字）与上年报告一字不差；请核对是否已经更新。",
            )


def _paragraphs(document: Document) -> Iterator[tuple[str, Member]]:
    at = 0
    for line in document.text.split("\n"):
        text = line.strip()
        if len(text) >= _SHORTEST_PARAGRAPH:
            start = at + len(line) - len(line.lstrip())
            yield text, member_of(document.text, start, start + len(text))
        at += len(line) + 1


def _levels(higher: _Read, lower: Sequence[_Read]) -> Iterator[Across]:
    """The figures that the higher and every lower report print under the same words."""
    for whole in dict.fromkeys(higher.keyed.values()):
        found = [(read, read.find(whole, higher.indicators)) for read in lower]
        parts = [(read, figure) for read, figure in found if figure is not None]
        if not parts:
            continue
        words = measure_words(whole)
        added = total([figure for _, figure in parts])
        value = sum((figure.value for _, figure in parts), start=Fraction(0))
        grade = _level_grade(whole, added)
        members = (
            (higher.document.file, whole.member),
            *((read.document.file, f.member) for read, f in parts),
        )
        yield Across(
            "sum",
            grade,
            f"“{words}”：{whole.text} = {'＋'.join(f.text for _, f in parts)}",
            members,
            whole.value,
            value,
            _level_reason(words, whole, value, grade, len(parts)),
        )


def _level_grade(whole: Figure, added: Interval) -> Grade:
    fit = whole.printed.fit(added)
    if fit:
        return fit
    return "question" if added.above(whole.hull()) else "incomplete"


def _level_reason(words: str, whole: Figure, value: Number, grade: Grade, count: int) -> str:
    told = f"“{words}”上级报告为{whole.text}，{count}份下级报告合计{show(value)}"
    if grade == "question":
        return f"{told}，超过上级的数；请核对口径（本级或者全域）和期间。"
    return (
        f"{told}，少于上级的数；还有下级或者本级的数没有列入。"
        if grade == "incomplete"
        else f"{told}，相符。"
    )
