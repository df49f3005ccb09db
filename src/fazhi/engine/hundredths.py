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


def plain(value: int) -> str:
    """500000 as 5000, 9250 as 92.50."""
    sign, whole, rest = "-" if value < 0 else "", *divmod(abs(value), 100)
    return f"{sign}{whole}.{rest:02}" if rest else f"{sign}{whole}"


def printed(value: int, unit: str) -> str:
    """With its unit and the thousands apart: 5,000.00元, 92.5分."""
    sign, whole, rest = "-" if value < 0 else "", *divmod(abs(value), 100)
    decimals = f".{rest:02}" if unit == "元" else f".{rest:02}".rstrip("0").rstrip(".")
    return f"{sign}{whole:,}{decimals}{unit}"
