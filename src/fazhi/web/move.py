"""A lawful act as a card: ready or shut, what it lacks and holds, who may make it, and its form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fazhi.web.link import Article, Link
from fazhi.web.notice import Notice
from fazhi.web.seal import LACKING, MAY, Seal


@dataclass(frozen=True, slots=True)
class Lack:
    """One demand of the law on a move. ``met`` ones say by what (``note``); open ones link to the remedy.

    ``here`` marks what is filled in with the move itself, so that it does not keep the form shut.
    """

    text: str
    articles: tuple[Article, ...] = ()
    remedy: Link | None = None
    met: bool = False
    note: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A move from the present step.

    :param who: who may make it (复议机关负责人); ``mine`` whether the reader may.
    :param url: its form; empty where the reader may not make it.
    """

    key: str
    label: str
    who: str
    mine: bool
    url: str
    lacks: tuple[Lack, ...] = ()
    articles: tuple[Article, ...] = ()
    hint: str = ""
    warning: Notice | None = None
    main: bool = False

    @property
    def open(self) -> tuple[Lack, ...]:
        """The demands not met yet, but for those that the form itself asks."""
        return tuple(lack for lack in self.lacks if not lack.met and not lack.here)

    @property
    def ready(self) -> bool:
        return not self.open

    @property
    def seal(self) -> Seal:
        return MAY if self.ready else LACKING

    @property
    def state(self) -> str:
        """尚缺 2 项 · 由复议机关负责人办理."""
        standing = "条件已具备" if self.ready else f"尚缺 {len(self.open)} 项"
        return " · ".join(filter(None, (standing, f"由{self.who}办理" if self.who else "", self.hint)))


@dataclass(frozen=True, slots=True)
class Opened:
    """A move whose form stands open under its card. ``form`` is a Django form; ``version`` what it saw.

    ``rows`` are the lines of child rows that come with it (:class:`fazhi.web.pages.child_rows.ChildRows`).
    """

    key: str
    label: str
    url: str
    form: Any
    version: int
    cancel_url: str
    kept: bool = False
    articles: tuple[Article, ...] = ()
    numbered: str = ""
    rows: tuple[Any, ...] = ()


def arranged(cards: Sequence[Card], most: int = 6) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
    """Cards in full and cards in short.

    Moves that lack something, and the reader's own, are shown in full, shut ones first; moves of others with
    nothing to say, and what exceeds ``most``, in short. The first ready move of the reader stays where it is.
    """
    telling = [card for card in cards if card.lacks or card.mine or card.warning]
    telling.sort(key=lambda card: (card.ready, not card.mine))
    full = tuple(telling[:most])
    return full, tuple(card for card in cards if card not in full)
