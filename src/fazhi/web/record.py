"""The page of one record: what it is, what may be done, when it is due, and which figures it feeds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fazhi.web.clock import Clock
from fazhi.web.document import Document
from fazhi.web.link import Action, Article, Link, Tag
from fazhi.web.move import Card, Opened
from fazhi.web.notice import Notice
from fazhi.web.rail import Step
from fazhi.web.seal import Seal


@dataclass(frozen=True, slots=True)
class Fact:
    """Label and value; ``reveal`` opens a masked value with a logged reason; a ``code`` is a digest."""

    label: str
    value: str
    note: str = ""
    good: bool = False
    url: str = ""
    tag: Tag | None = None
    reveal: str = ""
    code: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A child table of the record: rows of plain cells under column heads; ``reveals`` open masked ones."""

    label: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    add: Action | None = None
    reveals: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A file with its three dates as printed; ``detail`` is name and size, ``withdraw`` takes it back."""

    name: str
    detail: str
    effective: str
    received: str
    expires: str
    proves: str
    url: str = ""
    withdraw: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A value before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the history. ``law`` marks what the law itself did; ``stamp`` is machine-readable."""

    stamp: str
    when: str
    who: str
    verb: str
    label: str
    detail: str = ""
    changes: tuple[Change, ...] = ()
    law: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """A linked record, with its state where that is known."""

    seal: Seal | None
    title: str
    url: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Fed:
    """A figure that the record counts in; ``counted`` is False where it would only count later."""

    label: str
    period: str
    state: str
    url: str = ""
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Breached:
    """A demand that was not met when a past act was done."""

    label: str
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Everything on the page, in its order.

    :param today: the day in words (今日 3月14日，周五).
    :param cards, short_cards, folded_cards: moves in full, in short, and folded away.
    :param facts, unset: filled facts; labels of those still empty.
    :param part_links: buttons for child tables that are still empty.
    :param fed, fed_more: the figures shown, and those folded away.
    :param trail: a sentence on the chain of events (事件链校验正常).
    """

    title: str
    number: str
    lead: str
    version: int
    crumbs: tuple[Link, ...]
    today: str
    rail: tuple[Step, ...]
    cards: tuple[Card, ...]
    facts: tuple[Fact, ...]
    clocks: tuple[Clock, ...]
    events: tuple[Event, ...]
    tags: tuple[Tag, ...] = ()
    notices: tuple[Notice, ...] = ()
    breaches: tuple[Breached, ...] = ()
    short_cards: tuple[Card, ...] = ()
    folded_cards: tuple[Card, ...] = ()
    opened: Opened | None = None
    actions: tuple[Action, ...] = ()
    more: tuple[Link, ...] = ()
    facts_label: str = "案件事实"
    unset: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    part_links: tuple[Action, ...] = ()
    papers: tuple[Paper, ...] = ()
    papers_url: str = ""
    documents: tuple[Document, ...] = ()
    all_events: Link | None = None
    trail: str = ""
    past_clocks: tuple[Clock, ...] = ()
    related: tuple[Related, ...] = ()
    relate_url: str = ""
    fed: tuple[Fed, ...] = ()
    fed_more: tuple[Fed, ...] = ()
    ended: str = ""

    @property
    def move_count(self) -> int:
        return len(self.cards) + len(self.short_cards) + len(self.folded_cards)


def settled(clocks: Iterable[Clock], most: int = 4) -> tuple[tuple[Clock, ...], tuple[Clock, ...]]:
    """Clocks to show and past ones to fold away: running ones by urgency, then met ones up to ``most``."""
    order = {"late": 0, "soon": 1, "wait": 2, "": 3, "ok": 4}
    ranked = sorted(clocks, key=lambda clock: order[clock.reading.tone])
    running = sum(clock.reading.tone != "ok" for clock in ranked)
    shown = max(running, most)
    return tuple(ranked[:shown]), tuple(ranked[shown:])
