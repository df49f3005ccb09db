"""A numerator over a denominator against a printed percentage, and how a match or a mismatch is told."""

from __future__ import annotations

from fractions import Fraction

from fazhi.reader.audit.finding import Finding, Grade, Member, in_steps, show
from fazhi.reader.audit.interval import Fit
from fazhi.reader.audit.passage import Figure, like_units
from fazhi.reader.audit.stage import outcome_of

Pair = tuple[Figure, Figure, Fit]


def fit_of(rate: Figure, part: Figure, whole: Figure) -> Fit | None:
    """Whether ``part ÷ whole`` can be printed as ``rate``; None also where they count different things."""
    if part is whole or not like_units(part.unit, whole.unit) or part.kind != whole.kind:
        return None
    computed = part.span.over(whole.span, times=100)
    return rate.printed.fit(computed) if computed is not None else None


def matched(rate: Figure, pair: Pair) -> Finding:
    """The finding for a quotient that holds, or holds only if digits were cut off."""
    part, whole, fit = pair
    computed = percentage(part, whole)
    text = f"{part.text}÷{whole.text}＝{show(computed, 4)}%"
    if fit == "holds":
        reason = f"{text}，与{rate.text}相符。"
    else:
        reason = (
            f"{text}，四舍五入应为{_rounded(rate, computed)}，截去尾数才是{rate.text}；请统一用四舍五入。"
        )
    return Finding(
        "share", fit, _equation(rate, part, whole), _members(part, whole, rate), rate.value, computed, reason
    )


def mismatch(rate: Figure, part: Figure, whole: Figure, grade: Grade, name: str) -> Finding:
    """The finding for a quotient that neither rounding nor cutting brings to the printed rate."""
    computed = percentage(part, whole)
    advice = "请核对分子、分母和比率" if grade == "contradiction" else "分母可能另有口径，请写明分母"
    return Finding(
        "share",
        grade,
        _equation(rate, part, whole),
        _members(part, whole, rate),
        rate.value,
        computed,
        f"{name or '比率'}：{part.text}÷{whole.text}＝{show(computed, 4)}%，应为{_rounded(rate, computed)}，"
        f"文中为{rate.text}，四舍五入和截尾都得不到；{advice}。",
        weight=40 if outcome_of(part) else 25,
    )


def percentage(part: Figure, whole: Figure) -> Fraction:
    """``part`` in percent of ``whole``, which must not be 0."""
    return Fraction(part.value * 100) / whole.value


def _rounded(rate: Figure, computed: Fraction) -> str:
    """``computed`` with as many decimals as the printed rate has."""
    return f"{in_steps(computed, rate.printed.step)}%"


def _members(part: Figure, whole: Figure, rate: Figure) -> tuple[Member, ...]:
    return part.member, whole.member, rate.member


def _equation(rate: Figure, part: Figure, whole: Figure) -> str:
    return f"{part.text} ÷ {whole.text} = {rate.text}"
