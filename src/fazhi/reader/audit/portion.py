"""Portions: 占…的…% against the part before it and the whole that the part was taken from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fazhi.reader.audit.finding import Finding
from fazhi.reader.audit.passage import Figure, Sentence
from fazhi.reader.audit.quotient import fit_of, matched, mismatch
from fazhi.reader.audit.rate import is_portion
from fazhi.reader.audit.stage import last_clause, stage_between

_ELSEWHERE = re.compile(r"全[国省市县区州]|全系统|上年|去年|同期|[省市县]级|GDP|生产总值")
_FILLING = re.compile(r"比例|比重|比|的|达|为|约|到|[^\u4e00-\u9fff]")
_ALL_OF_IT = re.compile(r"总|其|全部")
_NEAR = 30
_MOST_WHOLES = 4


def portion(sentence: Sentence, before: Sentence | None, index: int) -> Finding | None:
    """The finding for the percentage ``sentence.figures[index]`` said with 占; None where no whole is told.

    The whole stands in the sentence or in the one in front; a figure with a portion of its own is no whole
    of others (基层271997件，占84.7%；中级43891件，占13.7%).
    """
    figures = sentence.figures
    rate = figures[index]
    part = next((f for f in reversed(figures[:index]) if f.countable), None)
    if part is None or len(rate.lead) > 24 or rate.start - part.end > _NEAR:
        return None
    if len(last_clause(rate.lead.rsplit("占", 1)[0])) > 2:
        return None  # 「抽查532宗，优秀案卷占79.89%」：占的不是前面那个数
    wholes = _wholes(figures[:index], part)
    earlier = _wholes(before.figures, part) if before is not None else []
    for whole in (*wholes, *earlier):
        fit = fit_of(rate, part, whole)
        if fit:
            return matched(rate, (part, whole, fit))
    if _ELSEWHERE.search(rate.lead):
        return None
    exact = rate.exact and all(f.exact for f in (part, *wholes, *earlier))
    if wholes:
        certain = exact and not earlier and _told(rate, part, wholes)
        return mismatch(rate, part, wholes[0], "contradiction" if certain else "question", "占比")
    verb = _named(rate)[:2]
    named = next((f for f in earlier if verb and verb in f.lead), None)
    if named is not None:
        return mismatch(rate, part, named, "contradiction" if exact else "question", "占比")
    stated = bool(earlier) and "其中" in sentence.words[:4]
    return mismatch(rate, part, earlier[0], "question", "占比") if stated else None


def _wholes(figures: Sequence[Figure], part: Figure) -> list[Figure]:
    """The figures that ``part`` can be a portion of, nearest first, without those that are portions."""
    found: list[Figure] = []
    for place in range(len(figures) - 1, -1, -1):
        figure = figures[place]
        following = figures[place + 1] if place + 1 < len(figures) else None
        sibling = following is not None and following.percent and is_portion(following)
        fits = figure is not part and figure.like(part) and figure.value >= part.value and figure.value > 0
        if fits and not sibling and len(found) < _MOST_WHOLES:
            found.append(figure)
    return found


def _named(rate: Figure) -> str:
    """The words behind 占 that name the whole: 占受理案件总数的 → 受理案件总数."""
    return _FILLING.sub("", rate.lead.rsplit("占", 1)[-1])


def _told(rate: Figure, part: Figure, wholes: Sequence[Figure]) -> bool:
    """Whether the words leave no doubt which whole is meant: 占总数的, 占受理案件的, or the only one."""
    stage = stage_between(wholes[0], part)
    if stage is not None and stage.certain:
        return True
    named = _named(rate)
    return len(wholes) == 1 and (not named or bool(_ALL_OF_IT.search(named)) or named[:2] in wholes[0].lead)
