"""Possibility: percentages that no whole number of the stated base can give.

Growth without a whole base, over 100%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor

from fazhi.reader.audit.finding import Finding, Grade, show
from fazhi.reader.audit.interval import Fit, Interval, exactly
from fazhi.reader.audit.passage import Figure, Sentence
from fazhi.reader.audit.rate import Told, can_be_base, names_numerator, told_rates
from fazhi.reader.audit.stage import STAGE_WORD, last_clause

# 部分与全体之比，不会超过百分之百；结案率（含旧存）、完成率（超额）、执行率可能超过。
_BOUNDED = re.compile(
    r"合格率|满意率|满意度|通过率|优秀率|出庭|覆盖率|成功率|参[训加考学]率|"
    r"正确率|准确率|采纳率|公开率|知晓率|普及率|占比"
)
_YEAR_ON_YEAR = re.compile(r"同比|比上年|较上年|比去年|较去年|环比")
_DOWN = re.compile(r"减|降|缩|下滑|回落|少")
_GAP = 14


def possibilities(sentences: Sequence[tuple[Sentence, Sentence | None]], told: set[int]) -> Iterator[Finding]:
    """Findings of the rule ``possible``.

    ``told`` holds the starts of the rates that another rule has recomputed.
    """
    for sentence, _ in sentences:
        rates = told_rates(sentence.figures)
        for index, rate in enumerate(sentence.figures):
            if rate.start not in rates or rate.start in told:
                continue
            finding = _over_all(rate, rates[rate.start]) or _possible(sentence, index, rates[rate.start])
            if finding is not None:
                yield finding


def _possible(sentence: Sentence, index: int, told: Told) -> Finding | None:
    rate, base = sentence.figures[index], told.base
    if told.respective:
        counts = [base] if base is not None else []
    else:
        counts = sentence.figures[max(0, index - 2) : index] if len(rate.lead) <= _GAP else []
        base = counts[-1] if counts else None
    if base is None or not base.exact or not rate.exact or not can_be_base(base):
        return None
    if told.change:
        return _growth(counts, rate) if told.respective or _YEAR_ON_YEAR.search(rate.lead) else None
    if not told.name or rate.value >= 100 or told.respective or names_numerator(told.name, base):
        return None
    earlier = counts[0] if len(counts) > 1 else None
    return None if earlier is not None and _is_outcome(base, earlier) else _of_base(base, rate)


def _is_outcome(base: Figure, earlier: Figure) -> bool:
    """Whether the nearest count is itself a part of the one before, so that the rate's base is not it."""
    return base.like(earlier) and bool(STAGE_WORD.search(last_clause(base.lead)))


def _over_all(rate: Figure, told: Told) -> Finding | None:
    name = told.name
    if not rate.exact or rate.value <= 100 or told.change or not name:
        return None
    bounded = bool(_BOUNDED.search(name))
    grade: Grade = "contradiction" if bounded else "question"
    advice = "部分不会多于全体，请核对" if bounded else "请说明分子是否含上年结转或者超额部分"
    return Finding(
        "possible",
        grade,
        f"{name} ≤ 100%",
        (rate.member,),
        rate.value,
        100,
        f"{name}为{rate.text}，超过百分之百；{advice}。",
        weight=30,
    )


def feasible(base: Figure, span: Interval) -> bool:
    """Whether some whole number of ``base`` gives a percentage within ``span``."""
    if span.low is None or span.high is None:
        return True
    low = ceil(Fraction(span.low) * base.value / 100)
    high = Fraction(span.high) * base.value / 100
    most = ceil(high) - 1 if span.open_high else floor(high)
    return max(low, 0) <= min(most, base.value)


def _of_base(base: Figure, rate: Figure) -> Finding:
    scaled = not base.span.exact
    fit: Fit | None = "holds" if scaled or feasible(base, rate.printed.rounded) else None
    if fit is None and feasible(base, rate.printed.cut):
        fit = "truncation"
    nearest = Fraction(floor(base.value * rate.value / 100 + Fraction(1, 2)) * 100) / base.value
    count = floor(base.value * rate.value / 100 + Fraction(1, 2))
    if fit == "holds":
        reason = f"{base.text}的{rate.text}约为{count}，可以成立；分子没有单列。"
    elif fit == "truncation":
        cut = floor(Fraction(rate.printed.cut.high or 0) * base.value / 100)
        exact = show(Fraction(cut * 100) / base.value, 4)
        reason = (
            f"以{base.text}为分母，没有整数能四舍五入得{rate.text}；{cut}÷{show(base.value)}＝{exact}%，"
            f"截去尾数才是{rate.text}，或者分母不是{base.text}；请写明分子、分母。"
        )
    else:
        reason = (
            f"以{base.text}为分母，没有整数能得到{rate.text}"
            f"（最近的是{count}÷{show(base.value)}＝{show(nearest, 4)}%）；"
            f"分母可能另有口径，请写明。"
        )
    return Finding(
        "possible",
        fit or "question",
        f"{base.text} × {rate.text}应为整数",
        (rate.member, base.member),
        rate.value,
        nearest,
        reason,
        weight=22,
    )


def _growth(counts: Sequence[Figure], rate: Figure) -> Finding | None:
    """Growth of the nearest count.

    Or of the one before it where only that has a whole base (累计A户，新增B户).
    """
    candidates = [f for f in reversed(counts) if f.span.exact and can_be_base(f) and f.like(counts[-1])]
    if rate.value <= 0 or not candidates or candidates[0] is not counts[-1]:
        return None
    fits = [(_growth_base(new, rate), new) for new in candidates]
    fit, new = next((pair for pair in fits if pair[0] == "holds"), fits[0])
    base = Fraction(new.value * 100) / (100 + rate.value)
    if fit == "holds":
        reason = f"{new.text}、{rate.text}可以由整数的上年数得出；上年数没有列出。"
    elif fit == "truncation":
        reason = f"没有整数的上年数能使{new.text}的增减四舍五入得{rate.text}，截去尾数才成立；请填报上年数。"
    else:
        reason = f"没有整数的上年数能使{new.text}的增减为{rate.text}；请填报上年数并核对。"
    return Finding(
        "possible",
        fit or "question",
        f"{new.text}，{rate.text}：上年数应为整数",
        (new.member, rate.member),
        rate.value,
        base,
        reason,
        weight=18,
    )


def _growth_base(new: Figure, stated: Figure) -> Fit | None:
    """Whether last year's figure can be a whole number.

    8254户，同比增长10.28% fits none by rounding, 7484 by cutting.
    """
    if not can_be_base(new) or not new.exact or not isinstance(new.value, int):
        return None
    down = bool(_DOWN.search(last_clause(stated.lead)[-14:]))
    guess = (
        Fraction(new.value * 100) / (100 - stated.value if down else 100 + stated.value)
        if stated.value != 100
        else None
    )
    if guess is None or guess <= 0:
        return None
    best: Fit | None = None
    for old in (int(guess) - 1, int(guess), int(guess) + 1, int(guess) + 2):
        if old <= 0:
            continue
        growth = Fraction((new.value - old) * 100, old)
        fit = stated.printed.fit(exactly(-growth if down else growth))
        if fit == "holds":
            return "holds"
        best = best or fit
    return best
