"""Texts guarded on the way out, so that no spreadsheet runs them, and freed again on the way in."""

from __future__ import annotations

import re

RISKY = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
"""What a spreadsheet may take for a formula, apostrophes before it included."""


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if RISKY.match(text) else text


def unguarded(text: str) -> str:
    """What was guarded, as it was."""
    return text[1:] if text[:1] == "'" and RISKY.match(text) else text
