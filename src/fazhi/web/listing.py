"""A register as a list: views, filters with counts, rows with their lights, and why it is empty."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi.web.link import Action, Link
from fazhi.web.pager import Pager
from fazhi.web.seal import GONE, Seal, tone


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter as a link; ``count`` as printed. ``every`` is the choice that filters nothing."""

    label: str
    url: str
    count: str = ""
    current: bool = False
    every: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """Choices under one label, of which one is current."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A column head; ``sort_url`` orders by it, ``sorted`` is ``ascending``, ``descending`` or empty.

    ``stays`` keeps the column in sight where the table is wider than the page.
    """

    label: str
    numeric: bool = False
    sort_url: str = ""
    sorted: str = ""
    stays: bool = False

    @property
    def classes(self) -> str:
        said = {"num": self.numeric, "stays": self.stays}
        return " ".join(name for name, holds in said.items() if holds)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. The one with ``url`` opens the record; ``wide`` may wrap; ``tone`` colours late and soon.

    ``beneath`` is a second, smaller line; ``stays`` as in :class:`Head`.
    """

    label: str
    text: str
    url: str = ""
    wide: bool = False
    numeric: bool = False
    muted: bool = False
    tone: str = ""
    beneath: str = ""
    stays: bool = False

    @property
    def classes(self) -> str:
        """What the stylesheet says of the cell."""
        tone = bool(self.tone) and self.tone != "ok"
        said = {
            "num": self.numeric,
            "stays": self.stays,
            "nowrap": not self.wide,
            "muted": self.muted,
            f"t-{self.tone}": tone,
        }
        return " ".join(name for name, holds in said.items() if holds)

    @property
    def says_its_head(self) -> bool:
        """On a phone, where a row is a card, the cell names its own head."""
        return bool(self.label) and not self.wide and not self.url


@dataclass(frozen=True, slots=True)
class Row:
    seal: Seal
    cells: tuple[Cell, ...]

    @property
    def tone(self) -> str:
        """The row's class: late, breach, soon, gone or none."""
        return "gone" if self.seal is GONE else tone(self.seal)


@dataclass(frozen=True, slots=True)
class Empty:
    """Why there is nothing, and what to do first."""

    title: str
    text: str
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class ListPage:
    """The page of a register.

    :param query: the words searched for; ``kept`` the other parameters that the search form carries on.
    :param day: the day on which what is listed stands (2025-12-31), where the view asks for one.
    """

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    caption: str
    url: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    pager: Pager | None
    views: tuple[Choice, ...] = ()
    filters: tuple[Filter, ...] = ()
    query: str = ""
    kept: tuple[tuple[str, str], ...] = ()
    day: str = ""
    actions: tuple[Action, ...] = ()
    empty: Empty | None = None
