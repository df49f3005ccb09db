"""Sentences of a report as values: ordered variants with figures bound in them; the first that holds is said.

The only template logic is ``{name}`` (the figure as the report prints it) and ``{name:余}`` (cut to the
leading digits, keeping the qualifier).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from fazhi.engine.figures.kinds import Indicator

Values = Mapping[str, Fraction | None]


@dataclass(frozen=True)
class Condition:
    """A named statement about the bound figures; an absent figure makes it false."""

    label: str
    holds: Callable[[Values], bool]


def any_of(*names: str) -> Condition:
    """At least one of the figures is above zero."""
    return Condition(
        "有" + "、".join(names), lambda values: any((values.get(name) or 0) > 0 for name in names)
    )


def whole(part: str, of: str) -> Condition:
    """The part is the whole, and the whole is not empty: 全部."""

    def holds(values: Values) -> bool:
        return bool(values.get(of)) and values.get(part) == values.get(of)

    return Condition(f"{part} 等于 {of}", holds)


ALWAYS_SAID = Condition("总是", lambda _: True)


@dataclass(frozen=True)
class Variant:
    condition: Condition
    text: str


@dataclass(frozen=True)
class Sentence:
    """``figures`` binds the names used in the variants to indicators of the same workstream, by short key."""

    key: str
    label: str
    variants: tuple[Variant, ...]
    section: str = "work"


def says(condition: Condition, text: str) -> Variant:
    return Variant(condition, text)


__all__ = [
    "ALWAYS_SAID",
    "Condition",
    "Indicator",
    "Sentence",
    "Values",
    "Variant",
    "any_of",
    "says",
    "whole",
]
