"""The page of the event chain: who did what, when and under which legal day, and whether the chain holds."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi.web.link import Action, Link
from fazhi.web.listing import Filter
from fazhi.web.notice import Notice
from fazhi.web.pager import Pager
from fazhi.web.record import Change, Fact


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a chain; days and moments as printed."""

    seq: str
    logged: str
    legal: str
    who: str
    act: str
    record: Link | None = None
    changes: tuple[Change, ...] = ()
    why: str = ""
    law: bool = False


@dataclass(frozen=True, slots=True)
class TrailPage:
    """``verdict`` says whether the chain holds; ``heads`` are its last codes, as printed in reports."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    entries: tuple[Entry, ...]
    verdict: Notice | None = None
    heads: tuple[Fact, ...] = ()
    filters: tuple[Filter, ...] = ()
    pager: Pager | None = None
    actions: tuple[Action, ...] = ()
