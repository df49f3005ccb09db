"""A numeric expression on its way to a mention: what the scan fills in, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fazhi.reader.document import Kind, Number, Qualifier


@dataclass(slots=True)
class Found:
    """The span ``start:end`` and what is known of it before its meaning is looked for."""

    start: int
    end: int
    kind: Kind
    value: Number | None = None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    label: str = ""
    numeral: int | None = None
    iso: str | None = None
    in_title: bool = False
    range: Literal["", "from", "to"] = ""
    reported: bool = True
    nature: str = ""


def label(start: int, end: int, sort: str, numeral: int | None = None) -> Found:
    """A numeral that counts nothing: list number, name, role, code or idiom."""
    return Found(start, end, "label", label=sort, numeral=numeral)
