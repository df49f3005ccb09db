"""The ledger and chart (法治账图): records of a register against the units that answer for them."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi.web.link import Action, Link
from fazhi.web.listing import Choice, Empty
from fazhi.web.pager import Pager
from fazhi.web.seal import Seal


@dataclass(frozen=True, slots=True)
class Mark:
    """The light of one record under one unit; a unit that does not answer for it has none."""

    unit: str
    seal: Seal | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One record: where it opens, what stands in small type beside it, its due day, a light under a unit."""

    text: str
    url: str
    beside: str
    due: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class LedgerPage:
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    caption: str
    head: str
    units: tuple[str, ...]
    lines: tuple[Line, ...]
    legend: tuple[Seal, ...]
    sums: tuple[str, ...]
    """Under each unit, and last for all: how many of its records on the page are done."""
    views: tuple[Choice, ...]
    pager: Pager | None
    actions: tuple[Action, ...]
    empty: Empty | None
