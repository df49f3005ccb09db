"""What several commands read from their arguments."""

from __future__ import annotations

from datetime import date

from fazhi.engine.refusal import Refusal


def read_day(text: str) -> date:
    """A day as 2024-01-31.

    :raises Refusal: no such day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(f"“{text}”不是有效的日期。请写成2024-01-31，并核对该月有没有这一天。") from None
