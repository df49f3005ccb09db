"""A field in which amounts and scores are typed as people write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from fazhi.engine.hundredths import LARGEST, plain


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
