"""Shares: a printed rate against numerator ÷ denominator.

And a rate of 100% against the count it is said of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from fazhi.reader.audit.finding import Finding, Grade, Member, in_steps, show
from fazhi.reader.audit.interval import Fit, Interval, exactly
from fazhi.reader.audit.passage import Figure, Sentence, like_units
from fazhi.reader.audit.rate import can_be_base, firm, is_portion, names_numerator, told_rates
from fazhi.reader.audit.stage import STAGE_WORD, last_clause, outcome_of, stage_between

_JOINED = re.compile(r"^[）)”\s]*[、和及与，,]")
_CARRIED = re.compile(r"上年|去年|结转|往年|积案|旧存|历年")
_NEAR = 30
_MOST_COUNTS = 6
Pair = tuple[Figure, Figure, Fit]


def shares(sentences: Sequence[tuple[Sentence, Sentence | None]]) -> Iterator[Finding]:
    """Findings of the rule ``share`` for each sentence with the one directly in front of it."""
    for sentence, before in sentences:
        rates = told_rates(sentence.figures)
        for index, rate in enumerate(sentence.figures):
            if rate.start in rates and not rates[rate.start].change:
                finding = _share(sentence, before, index, rates[rate.start].name)
                if finding is not None:
                    yield finding


def _share(sentence: Sentence, before: Sentence | None, index: int, name: str) -> Finding | None:
    rate = sentence.figures[index]
    counts = [f for f in sentence.figures[:index] if f.countable][-_MOST_COUNTS:]
    if rate.value == 100:
        return _complete(sentence, rate, counts, name)
    pair = _fitting(rate, counts, name) or _fitting_around(sentence, before, index, counts)
    if pair is not None:
        return _matched(rate, pair)
    parts = [f for f in counts if name and names_numerator(name, f)]
    if len(parts) > 1:
        return _of_several(rate, parts, counts)
    carried = _of_carried(rate, parts, counts)
    if carried is not None:
        return carried
    return _portion_broken(rate, counts) if is_portion(rate) else _rate_broken(sentence, rate, counts, name)


def _quotient(part: Figure, whole: Figure) -> Interval | None:
    return part.span.over(whole.span, times=100)


def _fit(rate: Figure, part: Figure, whole: Figure) -> Fit | None:
    if part is whole or not like_units(part.unit, whole.unit) or part.kind != whole.kind:
        return None
    computed = _quotient(part, whole)
    return rate.printed.fit(computed) if computed is not None else None


def _fitting(rate: Figure, counts: Sequence[Figure], name: str) -> Pair | None:
    """The pair of counts that gives the rate.

    Nearest first, the part behind its whole, rounding before cutting.
    """
    best: Pair | None = None
    for part_at in range(len(counts) - 1, -1, -1):
        part = counts[part_at]
        for whole in (*reversed(counts[:part_at]), *counts[part_at + 1 :]):
            fit = _fit(rate, part, whole)
            if fit == "holds":
                return part, whole, fit
            if fit and best is None and (not name or names_numerator(name, part)):
                best = part, whole, fit
    return best


def _fitting_around(
    sentence: Sentence, before: Sentence | None, index: int, counts: list[Figure]
) -> Pair | None:
    """A pair of which one count stands behind the rate, or the whole in the sentence in front.

    Rounding only.
    """
    rate = sentence.figures[index]
    following = sentence.figures[index + 1 : index + 2]
    if following and following[0].countable and len(following[0].lead) <= 12:
        for whole in reversed(counts):
            if _fit(rate, following[0], whole) == "holds":
                return following[0], whole, "holds"
    if before is not None and counts and not any(f.like(counts[-1]) for f in counts[:-1]):
        for whole in reversed([f for f in before.figures if f.countable][-3:]):
            if _fit(rate, counts[-1], whole) == "holds":
                return counts[-1], whole, "holds"
    return None


def _matched(rate: Figure, pair: Pair) -> Finding:
    part, whole, fit = pair
    computed = _percentage(part, whole)
    text = f"{part.text}÷{whole.text}＝{show(computed, 4)}%"
    reason = f"{text}，与{rate.text}相符。"
    if fit == "truncation":
        reason = (
            f"{text}，四舍五入应为{_rounded(rate, computed)}，截去尾数才是{rate.text}；请统一用四舍五入。"
        )
    return Finding(
        "share", fit, _equation(rate, part, whole), _members(part, whole, rate), rate.value, computed, reason
    )


def _of_carried(rate: Figure, parts: list[Figure], counts: list[Figure]) -> Finding | None:
    """A rate of what came in and what was carried over together (收案、旧存，审结，结案率)."""
    old = next((f for f in counts if _CARRIED.search(f.lead[-12:])), None)
    if old is None or not parts:
        return None
    for whole in (f for f in counts if f.like(parts[0]) and f.like(old) and f not in (old, parts[0])):
        base = whole.value + old.value
        computed = Fraction(parts[0].value * 100) / base if base else Fraction(0)
        if rate.printed.fit(exactly(computed)) == "holds":
            return Finding(
                "share", "holds", f"{parts[0].text} ÷ ({whole.text}＋{old.text}) = {rate.text}",
                (parts[0].member, whole.member, old.member, rate.member), rate.value, computed,
                f"{parts[0].text}÷({whole.text}＋{old.text})＝{show(computed, 4)}%，与{rate.text}相符。",
            )  # fmt: skip
    return None


def _of_several(rate: Figure, parts: list[Figure], counts: list[Figure]) -> Finding | None:
    """A rate whose numerator is several counts together (撤销8件、确认违法2件，纠错率14.49%)."""
    for whole in (f for f in reversed(counts) if f not in parts and f.like(parts[0])):
        added = sum(f.value for f in parts)
        fit = (
            rate.printed.fit(exactly(Fraction(added * 100) / whole.value))
            if whole.value and whole.exact
            else None
        )
        if fit:
            names = "＋".join(f.text for f in parts)
            computed = Fraction(added * 100) / whole.value
            return Finding(
                "share", fit, f"({names}) ÷ {whole.text} = {rate.text}",
                (*(f.member for f in parts), whole.member, rate.member),
                rate.value, computed, f"({names})÷{whole.text}＝{show(computed, 4)}%，与{rate.text}相符。",
            )  # fmt: skip
    return None


def _complete(sentence: Sentence, rate: Figure, counts: list[Figure], name: str) -> Finding | None:
    """A rate of 100%: nothing short of it may be stated beside it; else it says that all of the base were."""
    part, whole = _named_pair(counts, name)
    if part is not None and whole is not None:
        fit = _fit(rate, part, whole)
        if fit:
            return _matched(rate, (part, whole, fit))
        return _broken(sentence, rate, part, whole, name, counts)
    bases = _bases(rate, counts) if name or "100" in rate.text else []
    if not bases:
        return None
    added = sum(f.value for f in bases)
    joined = "＋".join(f.text for f in bases)
    return Finding(
        "share", "holds", f"{rate.text} × {joined} = {show(added)}",
        (rate.member, *(f.member for f in bases)),
        rate.value, added, f"{name or '比率'}{rate.text}即{joined}全部如此；分子没有单列，与此不矛盾。",
    )  # fmt: skip


def _bases(rate: Figure, counts: list[Figure]) -> list[Figure]:
    """The counts that a rate of 100% is said of.

    The nearest one and those joined to it (建议150件、提案158件).
    """
    if counts and counts[-1].end == rate.start:
        counts = counts[:-1]
    last = counts[-1] if counts else None
    if last is None or not last.exact or not can_be_base(last) or rate.start - last.end > _NEAR:
        return []
    bases = [last]
    for figure in reversed(counts[:-1]):
        words = bases[0].lead
        apart = len(words) > 16 or not _JOINED.match(words) or STAGE_WORD.search(last_clause(words))
        if apart or not figure.like(last) or not figure.exact or not can_be_base(figure):
            break
        bases.insert(0, figure)
    return bases


def _named_pair(counts: Sequence[Figure], name: str) -> tuple[Figure | None, Figure | None]:
    """The numerator that the name of the rate calls for, and the count that it was taken from."""
    for index in range(len(counts) - 1, 0, -1):
        part = counts[index]
        if name and names_numerator(name, part):
            for whole in reversed(counts[:index]):
                if whole.like(part) and whole.value > 0 and stage_between(whole, part):
                    return part, whole
    return None, None


def _rate_broken(sentence: Sentence, rate: Figure, counts: list[Figure], name: str) -> Finding | None:
    part, whole = _named_pair(counts, name)
    if part is None or whole is None:
        return None
    return _broken(sentence, rate, part, whole, name, counts)


def _broken(
    sentence: Sentence, rate: Figure, part: Figure, whole: Figure, name: str, counts: Sequence[Figure]
) -> Finding:
    alone = [f for f in counts if f.like(part)] == [whole, part]
    certain = (
        firm(name) and alone and part.exact and whole.exact and not _CARRIED.search(sentence.words[:400])
    )
    grade: Grade = "contradiction" if certain else "question"
    return _mismatch(rate, part, whole, grade, name)


def _portion_broken(rate: Figure, counts: list[Figure]) -> Finding | None:
    """A stated part (占…的…%) that none of the wholes beside it gives."""
    part = counts[-1] if counts else None
    if part is None or len(rate.lead) > 24 or rate.start - part.end > _NEAR:
        return None
    wholes = [f for f in counts[:-1] if f.like(part) and f.value >= part.value and f.value > 0]
    if not wholes:
        return None
    stage = stage_between(wholes[-1], part)
    named = len(wholes) == 1 and _says_of(rate, wholes[0])
    certain = part.exact and all(f.exact for f in wholes) and (named or (stage is not None and stage.certain))
    return _mismatch(rate, part, wholes[-1], "contradiction" if certain else "question", "占比")


def _says_of(rate: Figure, whole: Figure) -> bool:
    """Whether the words behind 占 name the whole itself: 占总数的, 占受理案件的."""
    words = rate.lead.rsplit("占", 1)[-1]
    named = re.sub(r"比|的|达|为|约|到|[^\u4e00-\u9fff]", "", words)
    return (
        not named
        or bool(re.search(r"总|其|全部", named))
        or named[:2] in whole.lead
        or named[-2:] in whole.lead
    )


def _mismatch(rate: Figure, part: Figure, whole: Figure, grade: Grade, name: str) -> Finding:
    computed = _percentage(part, whole)
    advice = "请核对分子、分母和比率" if grade == "contradiction" else "分母可能另有口径，请写明分母"
    return Finding(
        "share", grade, _equation(rate, part, whole), _members(part, whole, rate), rate.value, computed,
        f"{name or '比率'}：{part.text}÷{whole.text}＝{show(computed, 4)}%，"
 f"应为{_rounded(rate, computed)}，文中为{rate.text}，"

        f"四舍五入和截尾都得不到；{advice}。",
        weight=40 if outcome_of(part) else 25,
    )  # fmt: skip


def _rounded(rate: Figure, computed: Fraction) -> str:
    """``computed`` with as many decimals as the printed rate has."""
    return f"{in_steps(computed, rate.printed.step)}%"


def _percentage(part: Figure, whole: Figure) -> Fraction:
    return Fraction(part.value * 100) / whole.value


def _members(part: Figure, whole: Figure, rate: Figure) -> tuple[Member, ...]:
    return part.member, whole.member, rate.member


def _equation(rate: Figure, part: Figure, whole: Figure) -> str:
    return f"{part.text} ÷ {whole.text} = {rate.text}"
