"""A figure: never a bare number, but an exact value with indicator, scope, span, parts and origin."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from fazhi.engine.figures.span import Span
from fazhi.organs.scope import Scope

Origin = Literal["counted", "declared"]

__all__ = [
    "ORIGIN_LABELS",
    "RATE_KINDS",
    "SCOPES",
    "SCOPE_LABELS",
    "Figure",
    "Origin",
    "Scope",
    "factor",
]

SCOPES: tuple[Scope, ...] = ("own", "within", "line")
SCOPE_LABELS: dict[str, str] = {"own": "本机关", "within": "本级及所辖（块）", "line": "本系统（条）"}
ORIGIN_LABELS: dict[str, str] = {"counted": "记录计数", "declared": "申报"}
RATE_KINDS = frozenset({"share", "ratio", "coverage", "change"})
_FACTORS = {"%": 100, "‰": 1000}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one organ in one scope over one span.

    ``value`` stands in ``unit``, rates in percent where that is the unit; it is None where the denominator
    is empty or the base does not exist (printed "—", never 0 %). ``numerator`` and ``denominator`` are kept
    where the figure is computed from two parts (``value = numerator / denominator``, times 100 in percent).
    ``records`` is how many rows stand behind it: those counted, summed or compared, for a rate those of its
    numerator; 0 where it was declared.
    """

    key: str
    label: str
    scope: Scope
    organ_id: int
    span: Span
    value: Fraction | None
    unit: str
    kind: str
    numerator: Fraction | None
    denominator: Fraction | None
    origin: Origin
    records: int


def factor(kind: str, unit: str) -> int:
    """What a quotient of this kind is multiplied by to stand in its unit: 100 for percent."""
    return _FACTORS.get(unit, 1) if kind in RATE_KINDS else 1
