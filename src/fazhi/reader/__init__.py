"""Published reports read back: text to figures to verdicts. No Django, no database, no network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fazhi.reader.audit import audit
    from fazhi.reader.reading import read

__all__ = ["audit", "read"]


def __getattr__(name: str) -> Any:
    """Import ``read`` and ``audit`` when asked for: a command that needs one starts without the other."""
    if name == "read":
        from fazhi.reader.reading import read

        return read
    if name == "audit":
        from fazhi.reader.audit import audit

        return audit
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
