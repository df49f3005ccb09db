"""Amounts and scores, kept as whole hundredths (分, 百分之一分), as people write them: in 元 and in 分."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

UNITS = {"（分）": "元", "（百分之一分）": "分"}
"""How the label of such a column ends, and the unit in which people write it."""
LARGEST = 10**15


def parted(label: str) -> tuple[str, str]:
    """The label without its ending, and the unit in which people write the column; empty for all others."""
    for ending, unit in UNITS.items():
        if label.endswith(ending):
            return label.removesuffix(ending), unit
    return label, ""


def plain(value: int) -> str:
    """500000 as 5000, 9250 as 92.50."""
    sign, whole, rest = "-" if value < 0 else "", *divmod(abs(value), 100)
    return f"{sign}{whole}.{rest:02}" if rest else f"{sign}{whole}"


def printed(value: int, unit: str) -> str:
    """With its unit and the thousands apart: 5,000.00元, 92.5分."""
    sign, whole, rest = "-" if value < 0 else "", *divmod(abs(value), 100)
    decimals = f".{rest:02}" if unit == "元" else f".{rest:02}".rstrip("0").rstrip(".")
    return f"{sign}{whole:,}{decimals}{unit}"


class HundredthsField(forms.DecimalField):
    """A number with up to two decimals on the page, whole hundredths for the engine."""

    def __init__(self, *, label: str, unit: str, required: bool, errors: dict[str, str]) -> None:
        told = {
            "max_decimal_places": f"“{label}”最多两位小数，请改正",
            "max_value": f"“{label}”太大，请核对",
            "min_value": f"“{label}”不能小于0，请改正",
        }
        super().__init__(
            label=f"{label}（{unit}）",
            required=required,
            min_value=0,
            max_value=LARGEST,
            decimal_places=2,
            error_messages={**errors, **told},
        )

    def prepare_value(self, value: Any) -> Any:
        """What stands in the box: the kept hundredths, or what was typed."""
        return plain(value) if isinstance(value, int) and not isinstance(value, bool) else value

    def clean(self, value: Any) -> Any:
        number = super().clean(value)
        return int(number * 100) if isinstance(number, Decimal) else number

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return (self.clean(data) or None) != (initial or None)
        except ValidationError:
            return True
