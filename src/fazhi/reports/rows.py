"""A figure as programs read it: one JSON object in the form of ``fazhi compile``."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from fazhi.engine.figures.value import Figure
from fazhi.reader.document import json_value


def row_of(figure: Figure) -> dict[str, Any]:
    """``value``, ``numerator`` and ``denominator`` are unrounded; ``span`` is its first and last day."""
    return {
        "indicator": figure.key,
        "label": figure.label,
        "value": number(figure.value),
        "unit": figure.unit,
        "kind": figure.kind,
        "numerator": number(figure.numerator),
        "denominator": number(figure.denominator),
        "origin": figure.origin,
        "records": figure.records,
        "span": [figure.span.first.isoformat(), figure.span.last.isoformat()],
    }


def number(value: Fraction | None) -> int | float | None:
    """An exact JSON number; where no finite decimal exists, one of 12 digits."""
    told: int | float | None = json_value(value)["value"]
    return told
