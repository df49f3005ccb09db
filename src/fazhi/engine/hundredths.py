"""Amounts and scores, kept as whole hundredths (分, 百分之一分), as people write them: in 元 and in 分."""

from __future__ import annotations

UNITS = {"（分）": "元", "（百分之一分）": "分"}
"""How the label of such a column ends, and the unit in which people write it."""
LARGEST = 10**15


def parted(label: str) -> tuple[str, str]:
    """The label without its ending, and the unit in which people write the column; empty for all others."""
    for ending, unit in UNITS.items():
        if label.endswith(ending):
            return label.removesuffix(ending), unit
    return label, ""


def exact(value: int) -> str:
    """With both decimals: 500000 as 5000.00, -1234 as -12.34."""
    whole, rest = divmod(abs(value), 100)
    return f"{'-' if value < 0 else ''}{whole}.{rest:02}"


def plain(value: int) -> str:
    """500000 as 5000, 9250 as 92.50."""
    return exact(value).removesuffix(".00")


def printed(value: int, unit: str) -> str:
    """With its unit and the thousands apart: 5,000.00元, 92.5分."""
    whole, _, decimals = exact(value).partition(".")
    text = f"{'-' if value < 0 else ''}{abs(int(whole)):,}.{decimals}"
    return f"{text if unit == '元' else text.rstrip('0').rstrip('.')}{unit}"
