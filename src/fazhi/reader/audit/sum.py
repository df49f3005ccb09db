"""Sums: the parts of 其中, of classes that exclude each other, of 共 and 合计, against the stated whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fazhi.reader.audit.breakdown import FAMILIES, Breakdown, breakdowns, divide, exclusive, trimmed, unit_run
from fazhi.reader.audit.finding import Finding, Grade, Member, show
from fazhi.reader.audit.interval import Fit, Interval, apart, exactly
from fazhi.reader.audit.passage import Figure, Sentence, total
from fazhi.reader.audit.stage import STAGE_WORD, last_clause

_TOTAL_WORD = re.compile(r"^(?:总计|共计|合计|总共|合共)[^，,。；;]{0,6}$")
_TOGETHER = re.compile(r"^(?:总计|共计|合计|总共|共|合共)[^，,。；;]{0,8}$")


def sums(sentences: Sequence[tuple[Sentence, Sentence | None]]) -> Iterator[Finding]:
    """Findings of the rule ``sum`` for each sentence with the one directly in front of it."""
    for sentence, before in sentences:
        if len(sentence.figures) < 2:
            continue
        used: set[int] = set()
        yield from _broken_down(sentence, before, used)
        yield from _exclusive(sentence, before, used)
        yield from _totals(sentence, used)
        yield from _quiet(sentence, used)
        if before is not None:
            yield from _all_of_before(before, sentence, used)


def _broken_down(sentence: Sentence, before: Sentence | None, used: set[int]) -> Iterator[Finding]:
    for found in breakdowns(sentence, before):
        if len(found.parts) < 2 or not found.parts[0].like(found.wholes[0]):
            continue
        match = _matching(found)
        if match is not None:
            whole, parts, fit = match
            used.update(f.start for f in parts)
            yield _sum(whole, parts, fit)
            yield from _ruled_out(found, whole, parts)
            continue
        parts = trimmed(found.parts)
        if len(parts) >= 2 and divide(parts):
            used.update(f.start for f in parts)
            yield _unmatched(Breakdown(found.wholes, parts), None)


def _exclusive(sentence: Sentence, before: Sentence | None, used: set[int]) -> Iterator[Finding]:
    for found, family in exclusive(sentence, before):
        if used.intersection(part.start for part in found.parts):
            continue
        used.update(f.start for f in found.parts)
        match = _matching(found)
        if match is not None:
            yield _sum(*match)
        else:
            yield _unmatched(found, family)


def _matching(found: Breakdown) -> tuple[tuple[Figure, ...], tuple[Figure, ...], Fit] | None:
    """The whole (or neighbouring wholes together) that the parts, or the first of them, add up to."""
    for length in range(len(found.parts), 1, -1):
        parts = found.parts[:length]
        added = total(parts)
        for whole in found.wholes:
            fit = whole.printed.fit(added)
            if fit and (length == len(found.parts) or whole.exact):
                return (whole,), parts, fit
        for count in (2, 3):
            wholes = found.wholes[:count]
            if len(wholes) == count and all(f.exact for f in wholes) and total(wholes) == added:
                return tuple(reversed(wholes)), parts, "holds"
    return None


def _sum(wholes: tuple[Figure, ...], parts: tuple[Figure, ...], fit: Fit) -> Finding:
    stated, added = sum(f.value for f in wholes), sum(f.value for f in parts)
    tail = "" if fit == "holds" else "；只有截去尾数才相符，请说明取舍办法"
    return Finding(
        "sum",
        fit,
        _equation(wholes, parts),
        _members(wholes, parts),
        stated,
        added,
        f"各部分合计{show(added)}，与总数{_names(wholes)}相符{tail}。",
    )


def _ruled_out(found: Breakdown, whole: tuple[Figure, ...], parts: tuple[Figure, ...]) -> Iterator[Finding]:
    """The nearer reading of 其中 that arithmetic rules out."""
    near = found.wholes[0]
    if len(whole) > 1 or near is whole[0] or not near.like(whole[0]):
        return
    added = sum(f.value for f in parts)
    yield Finding(
        "sum",
        "question",
        _equation((near,), parts),
        _members((near,), parts),
        near.value,
        added,
        f"“其中”紧跟{near.text}，但各部分合计{show(added)}，与{whole[0].text}相符：按后一种读法成立，"
        f"建议把“其中”移到{whole[0].text}之后。",
        weight=20,
    )


def _unmatched(found: Breakdown, family: re.Pattern[str] | None) -> Finding:
    parts, added = found.parts, total(found.parts)
    found = Breakdown(_able_first(found.wholes, added), parts)
    whole = found.wholes[0]
    span = whole.hull()
    over = added.above(span)
    grade = _excess_grade(found, family) if over else _shortfall_grade(found, family, span, added)
    value = sum(f.value for f in parts)
    gap = show(apart(whole.value, value))
    if over:
        reason = (
            f"各部分合计{show(value)}，比总数{whole.text}多{gap}；请核对总数和各部分，"
            f"或者说明哪些部分有重叠。"
        )
    elif grade == "incomplete":
        reason = f"各部分合计{show(value)}，比总数{whole.text}少{gap}，又没有“其他”一类；请补出其余部分。"
    else:
        reason = f"各部分合计{show(value)}，比总数{whole.text}少{gap}，而各部分应当是全部；请核对。"
    return Finding(
        "sum",
        grade,
        _equation((whole,), parts),
        _members((whole,), parts),
        whole.value,
        value,
        reason,
        weight=30 if over else 10,
    )


def _able_first(wholes: tuple[Figure, ...], added: Interval) -> tuple[Figure, ...]:
    """The candidates, with the nearest that can hold the parts in front."""
    able = next((whole for whole in wholes if not added.above(whole.hull())), wholes[0])
    return able, *(whole for whole in wholes if whole is not able)


def _excess_grade(found: Breakdown, family: re.Pattern[str] | None) -> Grade:
    """Parts above the whole: certain only where no thing can be counted in two of the parts."""
    whole, parts = found.wholes[0], found.parts
    others = found.wholes[1:]
    if any(other.printed.fit(total(parts)) for other in others) or not all(f.exact for f in (whole, *parts)):
        return "question"
    if family is not None:
        return "contradiction" if family is FAMILIES[0] and _same_sentence(whole, parts) else "question"
    if found.closed:
        return "contradiction"
    if others:
        return "question"
    excess = sum(f.value for f in parts) - whole.value
    return "contradiction" if len(parts) >= 3 and excess * 10 <= whole.value else "question"


def _same_sentence(whole: Figure, parts: tuple[Figure, ...]) -> bool:
    return parts[0].start - whole.end <= 60


def _shortfall_grade(
    found: Breakdown, family: re.Pattern[str] | None, span: Interval, added: Interval
) -> Grade:
    """Parts below the whole.

    Complete only with a closing class, or when every result of a clean-up is named.
    """
    if not span.above(added):
        return "question"
    exact = all(f.exact for f in (found.wholes[0], *found.parts))
    if found.closed:
        return "contradiction" if exact else "question"
    if family is FAMILIES[0] and any("继续" in part.lead or "保留" in part.lead for part in found.parts):
        certain = exact and len(found.parts) >= 3 and _same_sentence(found.wholes[0], found.parts)
        return "contradiction" if certain else "question"
    return "incomplete"


def _totals(sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """Parts first, then 共计 or 合计 with their sum."""
    figures = sentence.figures
    for index in range(2, len(figures)):
        whole = figures[index]
        if not whole.countable or not _TOGETHER.search(last_clause(whole.lead)):
            continue
        parts = _run_before(figures, index)
        if len(parts) < 2:
            continue
        match = next(
            (parts[-n:] for n in range(len(parts), 1, -1) if whole.printed.fit(total(parts[-n:]))), None
        )
        if match is not None:
            used.update(f.start for f in match)
            yield _sum((whole,), match, whole.printed.fit(total(match)) or "holds")
        elif _is_total(whole, parts) and _alike(whole, parts):
            used.update(f.start for f in parts)
            yield _false_total(whole, parts)


def _is_total(whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Whether the words leave no doubt: 合计, or 共 directly behind things joined by 、."""
    words = last_clause(whole.lead)
    listed = words == "共" and all(part.lead.lstrip("）)").startswith("、") for part in parts[1:])
    return _plain(parts) and (bool(_TOTAL_WORD.search(words)) or listed)


def _false_total(whole: Figure, parts: tuple[Figure, ...]) -> Finding:
    added = sum(f.value for f in parts)
    return Finding(
        "sum",
        "contradiction",
        _equation((whole,), parts),
        _members((whole,), parts),
        whole.value,
        added,
        f"前列各数合计应为{show(added)}，文中为{whole.text}，相差{show(apart(whole.value, added))}；请核对。",
        weight=30,
    )


def _run_before(figures: list[Figure], index: int) -> tuple[Figure, ...]:
    parts: list[Figure] = []
    for figure in reversed(figures[:index]):
        if figure.kind != figures[index].kind or len(parts) >= 12:
            break
        parts.append(figure)
        if "其中" in figure.lead or _TOGETHER.search(last_clause(figure.lead)):
            break
    return tuple(reversed(parts))


def _alike(whole: Figure, parts: tuple[Figure, ...]) -> bool:
    return all(f.exact and f.like(whole) for f in (whole, *parts))


def _plain(parts: tuple[Figure, ...]) -> bool:
    """Whether the parts are named one beside the other, without a stage among them."""
    return all(not STAGE_WORD.search(last_clause(part.lead)) and len(part.lead) <= 24 for part in parts[1:])


def _quiet(sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """A figure that the figures directly behind it add up to, without any word of sum."""
    figures = sentence.figures
    for index, whole in enumerate(figures[:-2]):
        if not whole.countable or not whole.exact or not _telling(whole, figures[index + 1]):
            continue
        added, parts = exactly(0), []
        for part in unit_run(figures, index + 1):
            if not part.like(whole) or part.start in used or not part.exact or not part.value:
                break
            parts.append(part)
            added = added + part.span
            if len(parts) >= 2 and _is_sum(whole, added):
                used.update(f.start for f in parts)
                yield _sum((whole,), tuple(parts), "holds")
                break
            if added.above(whole.span):
                break


def _all_of_before(before: Sentence, sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """A sentence whose figures all add up to the last one of the sentence in front."""
    whole, parts = before.figures[-1], tuple(sentence.figures)
    alike = all(f.countable and f.exact and f.like(whole) and f.start not in used for f in parts)
    if len(parts) > 2 and alike and whole.exact and whole.span.exact and total(parts) == whole.span:
        used.update(f.start for f in parts)
        yield _sum((whole,), parts, "holds")


def _telling(whole: Figure, first: Figure) -> bool:
    """Whether equality is no accident: a whole of some size, or parts named in brackets behind it."""
    return whole.value >= 20 or first.lead.lstrip().startswith(("(", "（"))


def _is_sum(whole: Figure, added: Interval) -> bool:
    """Equal to the last digit; for money and 万 within rounding, if the digits leave little room."""
    if whole.span.exact or added.high is None or added.low is None:
        return added == whole.span
    narrow = (added.high - added.low) * 500 <= whole.value
    return narrow and whole.printed.fit(added) == "holds"


def _members(wholes: tuple[Figure, ...], parts: tuple[Figure, ...]) -> tuple[Member, ...]:
    return tuple(f.member for f in (*wholes, *parts))


def _names(figures: tuple[Figure, ...]) -> str:
    return "＋".join(f.text for f in figures)


def _equation(wholes: tuple[Figure, ...], parts: tuple[Figure, ...]) -> str:
    return f"{_names(wholes)} = {_names(parts)}"
