"""Shares: a printed rate against numerator ÷ denominator.

And a rate of 100% against the count it is said of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from fazhi.reader.audit.finding import Finding, Grade, show
from fazhi.reader.audit.interval import exactly
from fazhi.reader.audit.passage import Figure, Sentence
from fazhi.reader.audit.portion import portion
from fazhi.reader.audit.quotient import Pair, fit_of, matched, mismatch
from fazhi.reader.audit.rate import can_be_base, firm, is_portion, names_numerator, told_rates
from fazhi.reader.audit.stage import STAGE_WORD, last_clause, stage_between

_JOINED = re.compile(r"^[）)”\s]*[、和及与，,]")
_CARRIED = re.compile(r"上年|去年|结转|往年|积案|旧存|历年")
# 新收的不含旧存，结案率的分母却可能含旧存。
_NEW_ONLY = re.compile(r"新收|收案|新增|新受理")
_NEAR = 30
_MOST_COUNTS = 6


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
    if is_portion(rate):
        return portion(sentence, before, index)
    counts = [f for f in sentence.figures[:index] if f.countable][-_MOST_COUNTS:]
    if rate.value == 100:
        return _complete(sentence, rate, counts, name)
    pair = _fitting(rate, counts, name) or _fitting_around(sentence, before, index, counts)
    if pair is not None:
        return matched(rate, pair)
    parts = [f for f in counts if name and names_numerator(name, f)]
    if len(parts) > 1:
        return _of_several(rate, parts, counts)
    return _of_carried(rate, parts, counts) or _rate_broken(sentence, rate, counts, name)


def _fitting(rate: Figure, counts: Sequence[Figure], name: str) -> Pair | None:
    """The pair of counts that gives the rate.

    Nearest first, the part behind its whole, rounding before cutting.
    """
    best: Pair | None = None
    for part_at in range(len(counts) - 1, -1, -1):
        part = counts[part_at]
        for whole in (*reversed(counts[:part_at]), *counts[part_at + 1 :]):
            fit = fit_of(rate, part, whole)
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
            if fit_of(rate, following[0], whole) == "holds":
                return following[0], whole, "holds"
    if before is not None and counts and not any(f.like(counts[-1]) for f in counts[:-1]):
        for whole in reversed([f for f in before.figures if f.countable][-3:]):
            if fit_of(rate, counts[-1], whole) == "holds":
                return counts[-1], whole, "holds"
    return None


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
                "share",
                "holds",
                f"{parts[0].text} ÷ ({whole.text}＋{old.text}) = {rate.text}",
                (parts[0].member, whole.member, old.member, rate.member),
                rate.value,
                computed,
                f"{parts[0].text}÷({whole.text}＋{old.text})＝{show(computed, 4)}%，与{rate.text}相符。",
            )
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
                "share",
                fit,
                f"({names}) ÷ {whole.text} = {rate.text}",
                (*(f.member for f in parts), whole.member, rate.member),
                rate.value,
                computed,
                f"({names})÷{whole.text}＝{show(computed, 4)}%，与{rate.text}相符。",
            )
    return None


def _complete(sentence: Sentence, rate: Figure, counts: list[Figure], name: str) -> Finding | None:
    """A rate of 100%: nothing short of it may be stated beside it; else it says that all of the base were."""
    part, whole = _named_pair(counts, name)
    if part is not None and whole is not None:
        fit = fit_of(rate, part, whole)
        if fit:
            return matched(rate, (part, whole, fit))
        return _broken(sentence, rate, part, whole, name, counts)
    bases = _bases(rate, counts) if name or "100" in rate.text else []
    if not bases:
        return None
    added = sum(f.value for f in bases)
    joined = "＋".join(f.text for f in bases)
    return Finding(
        "share",
        "holds",
        f"{rate.text} × {joined} = {show(added)}",
        (rate.member, *(f.member for f in bases)),
        rate.value,
        added,
        f"{name or '比率'}{rate.text}即{joined}全部如此；分子没有单列，与此不矛盾。",
    )


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
                joined = "其中" in part.lead or stage_between(whole, part)
                if whole.like(part) and whole.value > 0 and joined:
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
    clear = not _CARRIED.search(sentence.words[:400]) and not _NEW_ONLY.search(whole.lead)
    certain = firm(name) and alone and clear and part.exact and whole.exact and rate.exact
    grade: Grade = "contradiction" if certain else "question"
    return mismatch(rate, part, whole, grade, name)
