"""Changes: 由X减少到Y，减幅Z%; 比上年的X增长Z%; 增加N件，增长Z%; and the base that a growth rate needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from fazhi.reader.audit.finding import Finding, Grade, in_steps, show
from fazhi.reader.audit.interval import Fit, Interval, apart, exactly
from fazhi.reader.audit.passage import Figure, Sentence, like_units
from fazhi.reader.audit.rate import changes
from fazhi.reader.audit.stage import last_clause

_FROM = re.compile(r"(?:由|从)[^，,。；;：:由从]{0,16}$")
_TO = re.compile(
    r"(减少|下降|降低|降|减|压减|压缩|精简|缩短|下调|增加|增长|"
    r"增|上升|升|提高|提升|扩大|扩|上调|调整|变)[为到至成]+(?:了|"
    r"目前的|现在的|现有的)?$"
)
_DOWN = re.compile(r"减|降|缩|精简|下滑|回落|少")
_UP = re.compile(r"增|升|提高|扩|涨|上调|多")
_LAST_YEAR = re.compile(
    r"(?:上年|去年|上一年|上年度|同期|往年|前一年)(?!.*(?:旧存|结转|遗留|未结|转入))[^，,。；;]{0,12}$"
)
_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_DIFFERENCE = re.compile(r"(?:增加|减少|增|减|多|少|上升|下降|提高|降低|压减|压缩|缩短|新增|净增|净减)了?$")
_POINTS = re.compile(r"百分点|个点")
_COMPARED = re.compile(r"比|较|净增|净减")
_FLOW = re.compile(r"取消|下放|调整|新增|减少|增加|精简|压减|清理|削减")


def changes_of(sentences: Sequence[tuple[Sentence, Sentence | None]]) -> Iterator[Finding]:
    """Findings of the rule ``change`` for each sentence."""
    for sentence, _ in sentences:
        if len(sentence.figures) < 2:
            continue
        told: set[int] = set()
        yield from _from_to(sentence, told)
        yield from _against_last_year(sentence, told)
        yield from _more_by(sentence, told)


def _from_to(sentence: Sentence, told: set[int]) -> Iterator[Finding]:
    figures = sentence.figures
    for index in range(len(figures) - 1):
        old, new = figures[index], figures[index + 1]
        verb = _TO.search(new.lead) if len(new.lead) <= 16 else None
        if verb is None or not _FROM.search(old.lead) or not _comparable(old, new):
            continue
        told.update((old.start, new.start))
        yield _direction(old, new, verb[1])
        stated = figures[index + 2] if index + 2 < len(figures) else None
        if stated is not None and len(stated.lead) <= 24:
            finding = _stated_change(old, new, stated)
            if finding is not None:
                told.add(stated.start)
                yield finding
        yield from _other_flow(figures[:index], old, new)


def _comparable(old: Figure, new: Figure) -> bool:
    return (old.kind == new.kind and like_units(old.unit, new.unit)) or (
        not old.unit and old.kind == new.kind
    )


def _direction(old: Figure, new: Figure, verb: str) -> Finding:
    fell, rose = bool(_DOWN.search(verb)), bool(_UP.search(verb))
    wrong = (fell and new.span.above(old.span)) or (rose and old.span.above(new.span))
    difference, gap = new.value - old.value, apart(new.value, old.value)
    reason = f"由{old.text}{verb}到{new.text}，相差{show(gap)}" + (
        "，方向相反；请核对两数。" if wrong else "。"
    )
    return Finding(
        "change",
        "contradiction" if wrong else "holds",
        f"{old.text} → {new.text}",
        (old.member, new.member),
        None,
        difference,
        reason,
        weight=30,
    )


def _stated_change(old: Figure, new: Figure, stated: Figure) -> Finding | None:
    """The change printed behind 由X到Y: in percent, in percentage points or as a difference."""
    if _is_points(stated) and old.percent and new.percent:
        return _difference(old, new, stated)
    if stated.percent and changes(stated) and not _is_points(stated):
        return _relative(old, new, stated, certain=not old.percent)
    if stated.like(new) and _DIFFERENCE.search(last_clause(stated.lead)):
        return _difference(old, new, stated)
    return None


def _is_points(figure: Figure) -> bool:
    return "百分点" in figure.unit or bool(_POINTS.match(figure.tail[:3])) or "百分点" in figure.text


def _relative(old: Figure, new: Figure, stated: Figure, *, certain: bool) -> Finding | None:
    if old.value <= 0:
        return None
    down = bool(_DOWN.search(last_clause(stated.lead)))
    computed = _relative_interval(old, new, down=down)
    if computed is None:
        return None
    value = Fraction(apart(new.value, old.value) * 100) / old.value
    if (new.value < old.value) != down and new.value != old.value:
        value = -value
    fit = stated.printed.fit(computed)
    first, second = (old, new) if down else (new, old)
    text = f"({first.text}−{second.text})÷{old.text}＝{show(value, 4)}%"
    return _graded(old, new, stated, value, text, fit, certain=certain)


def _relative_interval(old: Figure, new: Figure, *, down: bool) -> Interval | None:
    """The interval of the change in percent: 100 × (new ÷ old − 1), with the sign that the words give it."""
    quotient = new.span.over(old.span, times=100)
    if quotient is None:
        return None
    return exactly(100) - quotient if down else quotient - exactly(100)


def _graded(
    old: Figure,
    new: Figure,
    stated: Figure,
    value: Fraction,
    text: str,
    fit: Fit | None,
    *,
    certain: bool,
    link: str = " → ",
) -> Finding:
    grade: Grade = fit or ("contradiction" if certain and old.exact and new.exact else "question")
    right = f"{in_steps(value, stated.printed.step)}%"
    if grade == "holds":
        reason = f"{text}，与{stated.text}相符。"
    elif grade == "truncation":
        reason = f"{text}，四舍五入应为{right}，截去尾数才是{stated.text}；请统一用四舍五入。"
    elif grade == "contradiction":
        reason = f"{text}，应为{right}，文中为{stated.text}，四舍五入和截尾都得不到；请核对两数和比率。"
    else:
        reason = f"{text}，文中为{stated.text}；两数的口径或者期间可能不同，请写明基数。"
    return Finding(
        "change",
        grade,
        f"{old.text}{link}{new.text}，{last_clause(stated.lead)[-8:]}{stated.text}",
        (old.member, new.member, stated.member),
        stated.value,
        value,
        reason,
        weight=45,
    )


def _difference(old: Figure, new: Figure, stated: Figure) -> Finding:
    down = bool(_DOWN.search(last_clause(stated.lead)))
    computed = old.span - new.span if down else new.span - old.span
    value = old.value - new.value if down else new.value - old.value
    fit = stated.printed.fit(computed)
    grade: Grade = fit or ("contradiction" if old.exact and new.exact and stated.exact else "question")
    reason = f"{old.text}与{new.text}相差{show(value)}，" + (
        f"与{stated.text}相符。" if fit else f"文中为{stated.text}；请核对三个数。"
    )
    return Finding(
        "change",
        grade,
        f"{old.text} → {new.text}，{last_clause(stated.lead)[-8:]}{stated.text}",
        (old.member, new.member, stated.member),
        stated.value,
        value,
        reason,
        weight=40,
    )


def _other_flow(earlier: Sequence[Figure], old: Figure, new: Figure) -> Iterator[Finding]:
    """The year's stated additions or removals against the difference of two stocks of the same thing."""
    noun = _noun(old.lead)
    if not earlier or len(noun) < 4 or not (old.exact and new.exact):
        return
    flow = earlier[-1]
    if (
        not flow.like(old)
        or not flow.exact
        or not _FLOW.search(flow.lead)
        or noun[-4:] not in flow.lead[-16:]
    ):
        return
    difference = apart(new.value, old.value)
    grade: Grade = "holds" if difference == flow.value else "question"
    reason = f"{old.text}与{new.text}相差{show(difference)}，" + (
        f"与{flow.text}相符。"
        if grade == "holds"
        else f"而同句的变动是{flow.text}；期间或者口径可能不同，请写明基期。"
    )
    yield Finding(
        "change",
        grade,
        f"|{new.text} − {old.text}| = {flow.text}",
        (old.member, new.member, flow.member),
        flow.value,
        difference,
        reason,
        weight=35,
    )


def _noun(lead: str) -> str:
    """The thing that changes: 市级行政审批事项由原来的 → 市级行政审批事项."""
    return re.split(r"由|从", last_clause(lead))[0]


def _against_last_year(sentence: Sentence, told: set[int]) -> Iterator[Finding]:
    """A figure, last year's figure and the growth between them, in any order within the sentence."""
    figures = sentence.figures
    for index, old in enumerate(figures):
        if old.start in told or not old.countable or _DIFFERENCE.search(old.lead):
            continue
        new = _this_years(figures, index)
        stated = _growth_near(figures, index, told)
        if new is None or stated is None or new.start in told:
            continue
        alone = sum(f.like(old) for f in figures) == 2
        finding = _relative(old, new, stated, certain=alone)
        if finding is not None:
            told.update((old.start, new.start, stated.start))
            yield finding


def _this_years(figures: Sequence[Figure], index: int) -> Figure | None:
    """The figure of this year beside last year's: 上年为100件, or 2022年66件 beside 2023年151件."""
    old = figures[index]
    if _LAST_YEAR.search(old.lead):
        return next((f for f in reversed(figures[:index]) if f.like(old)), None)
    year = _year_before(old)
    near = (*figures[index + 1 : index + 3], *reversed(figures[max(0, index - 2) : index]))
    return next((f for f in near if year and f.like(old) and _year_before(f) == year + 1), None)


def _year_before(figure: Figure) -> int | None:
    found = _YEAR.findall(figure.lead[-24:])
    return int(found[-1]) if found else None


def _growth_near(figures: Sequence[Figure], index: int, told: set[int]) -> Figure | None:
    window = figures[max(0, index - 2) : index + 3]
    return next(
        (f for f in window if f.percent and changes(f) and not _is_points(f) and f.start not in told), None
    )


def _more_by(sentence: Sentence, told: set[int]) -> Iterator[Finding]:
    """``比上年增加N件，增长Z%``: last year's figure is this year's less N, so Z must be N over that."""
    figures = sentence.figures
    for index in range(len(figures) - 2):
        second, third = figures[index + 1 : index + 3]
        by, stated = (third, second) if second.percent else (second, third)
        if not _is_increase(by, stated) or {by.start, stated.start} & told:
            continue
        earlier = [f for f in _of_segment(figures, index) if f.countable and f.like(by)]
        if not earlier or earlier[0] is not figures[index]:
            continue
        results = [(new, *_increase(new, by, stated)) for new in earlier]
        new, value, fit = next((result for result in results if result[2]), results[0])
        certain = len(earlier) == 1 and new.exact and by.exact and value > 0
        if (fit or certain) and value > 0:
            told.update((new.start, by.start, stated.start))
            base = Fraction(by.value * 100) / value
            text = f"上年应为{show(base)}，{by.text}÷{show(base)}＝{show(value, 4)}%"
            link = f"，{last_clause(by.lead)[-8:]}"
            yield _graded(new, by, stated, value, text, fit, certain=certain, link=link)


def _of_segment(figures: Sequence[Figure], index: int) -> Iterator[Figure]:
    """The figures from ``index`` back to the last ；: at most four."""
    for figure in reversed(figures[max(0, index - 3) : index + 1]):
        yield figure
        if "；" in figure.lead or ";" in figure.lead:
            return


def _is_increase(by: Figure, stated: Figure) -> bool:
    """Whether ``by`` is a difference from last year and ``stated`` the same in percent."""
    difference = by.countable and _DIFFERENCE.search(last_clause(by.lead)) and _COMPARED.search(by.lead)
    return bool(difference) and stated.percent and changes(stated) and len(stated.lead) <= 16


def _increase(new: Figure, by: Figure, stated: Figure) -> tuple[Fraction, Fit | None]:
    """The difference in percent of last year's figure (0 without one), and how the stated one fits."""
    down = bool(_DOWN.search(last_clause(by.lead)[-4:]))
    base = new.value + by.value if down else new.value - by.value
    if base <= 0:
        return Fraction(0), None
    value = Fraction(by.value * 100) / base
    return value, stated.printed.fit(exactly(value)) if new.exact and by.exact else None
