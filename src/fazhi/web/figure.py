"""The page of a figure: its value and formula, the organs it comes from, the records behind it, its years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fazhi.web.bars import Columns, widths
from fazhi.web.link import Action, Article, Link, Tag
from fazhi.web.listing import Cell, Filter, Head
from fazhi.web.notice import Notice
from fazhi.web.pager import Pager
from fazhi.web.worklist import Tally

ORIGINS = {"counted": "登记", "declared": "申报"}


@dataclass(frozen=True, slots=True)
class Share:
    """One class of a breakdown: its printed value, its bar in percent of the longest, extra cells."""

    label: str
    value: str
    width: float
    url: str = ""
    origin: str = ""
    extra: tuple[str, ...] = ()

    @property
    def declared(self) -> bool:
        return self.origin == ORIGINS["declared"]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Exclusive classes that add up to their whole.

    :param extra: heads of further columns, as many as each row and ``sums`` have.
    :param origin: whether a last column says 登记 or 申报.
    """

    title: str
    head: str
    measure: str
    rows: tuple[Share, ...]
    whole: str
    caption: str = ""
    extra: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    origin: bool = False
    note: str = ""

    @property
    def hatched(self) -> bool:
        return any(row.declared for row in self.rows)


@dataclass(frozen=True, slots=True)
class Members:
    """The records that make the figure, as far as the reader may see them."""

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    hidden: str = ""
    pager: Pager | None = None
    register_url: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A record that joined, left or changed since a freeze."""

    sign: str
    form: str
    number: str
    url: str
    reason: str
    when: str


JOINED, LEFT, CHANGED = ("＋ 加入", "ink"), ("－ 离开", "dash"), ("改 改动", "")


@dataclass(frozen=True, slots=True)
class Frozen:
    """A frozen value against the living one, with the records that make the difference."""

    note: str
    text: str
    shifts: tuple[Shift, ...]
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class FigurePage:
    """Everything on the page.

    :param scale: what the value speaks of, a line each (2024年度 · 示例市及所辖).
    :param formula: the definition in a sentence; ``query`` the SQL it runs, where the reader may see it.
    :param parts: for a rate, links to numerator and denominator.
    """

    title: str
    key: str
    lead: str
    crumbs: tuple[Link, ...]
    filters: tuple[Filter, ...]
    value: str
    unit: str
    scale: tuple[str, ...]
    formula: str
    tags: tuple[Tag, ...] = ()
    tallies: tuple[Tally, ...] = ()
    said: str = ""
    articles: tuple[Article, ...] = ()
    parts: tuple[Link, ...] = ()
    query: str = ""
    notices: tuple[Notice, ...] = ()
    organs: Breakdown | None = None
    members: Members | None = None
    breakdowns: tuple[Breakdown, ...] = ()
    frozen: Frozen | None = None
    months: Columns | None = None
    months_note: str = ""
    years: Columns | None = None
    years_note: str = ""
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """One class before it is drawn: ``amount`` is what the bar is long, None where it is not known."""

    label: str
    value: str
    amount: float | None
    url: str = ""
    origin: str = ""
    extra: tuple[str, ...] = ()


def shares(measured: Iterable[Measured]) -> tuple[Share, ...]:
    """The classes with their bars, the longest at full width."""
    given = tuple(measured)
    drawn = widths([one.amount for one in given])
    return tuple(
        Share(one.label, one.value, width, one.url, one.origin, one.extra)
        for one, width in zip(given, drawn, strict=True)
    )


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One indicator in the list of all: value and what it is."""

    label: str
    url: str
    key: str
    kind: str
    value: str
    unit: str
    records: str
    origin: str


@dataclass(frozen=True, slots=True)
class IndexPart:
    """The figures of one line of work; ``empty`` are those behind which no record stands."""

    label: str
    rows: tuple[IndexRow, ...]
    empty: tuple[IndexRow, ...] = ()

    @property
    def count(self) -> int:
        return len(self.rows) + len(self.empty)


@dataclass(frozen=True, slots=True)
class FigureIndexPage:
    """All indicators by line of work, for one span and scope."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    filters: tuple[Filter, ...]
    parts: tuple[IndexPart, ...]
    actions: tuple[Action, ...] = ()
