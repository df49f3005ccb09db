"""A sample as values: published figures of one government, the organs they need, groups of rows by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from fazhi.engine.figures.printing import Qualifier, Rounding, prints_as
from fazhi.engine.figures.span import Span
from fazhi.engine.figures.value import Scope
from fazhi.organs.models import Kind, Level

Origin = Literal["counted", "declared"]
Object = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OrganSpec:
    """An organ the figures need; ``parent`` is the code of the one above it on the territorial axis."""

    code: str
    name: str
    kind: Kind
    level: Level
    short_name: str = ""
    mark: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """One published figure. ``text`` is the number as printed; ``value`` stands in the indicator's unit."""

    id: str
    indicator: str
    organ: str
    scope: Scope
    span: Span
    value: Decimal
    qualifier: Qualifier
    rounding: Rounding
    origin: Origin
    text: str
    note: str = ""
    source: str = ""
    as_of: date | None = None

    @property
    def workstream(self) -> str:
        return self.indicator.partition(".")[0]

    def fits(self, value: Fraction | None) -> bool:
        """Whether the value, printed with the published digits, qualifier and rounding, is this text."""
        return prints_as(value, self.text, self.qualifier, self.rounding)

    def __str__(self) -> str:
        return f"“{self.id}”（{self.indicator}，{self.span}，{self.text}）"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows given by hand, where figures do not nest: so many, of one example or outcome of the recipe.

    Days lie between ``first`` and ``last``; ``values`` are laid over the row.
    """

    register: str
    count: int
    like: str
    first: date
    last: date
    organ: str = ""
    values: Object = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A whole sample. ``waiting`` are figures of lines of work not declared yet: told, not loaded."""

    name: str
    title: str
    organ: str
    organs: tuple[OrganSpec, ...]
    figures: tuple[Published, ...]
    groups: tuple[Group, ...]
    waiting: tuple[Published, ...]
    holders: Mapping[str, tuple[str, ...]]
    digest: str
