"""Kinds of figures as values: what is counted, on which date, under which condition, in which unit.

Every indicator belongs to one register of its workstream: the first, or the one named by ``of``. ``says``
holds the words by which reports speak of it, in the notation of the reader's lexicon.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from django.db.models import Q

from fazhi.engine.condition import ALWAYS
from fazhi.law import Citation
from fazhi.organs.models import Kind, Level


@dataclass(frozen=True)
class Floor:
    """How many there are to be in a year at least (每年不少于): a rule of the law sheets with its article.

    One that the law leaves to the place (``local``) is a setting like a local limit, ``times`` its default.
    """

    rule: str
    times: int
    cite: Citation
    local: bool = False


@dataclass(frozen=True, kw_only=True)
class Sayable:
    """How reports say it: ``says`` phrases, the unit printed, the basis that stands in the label; and how
    many a year are to be reached.
    """

    says: tuple[str, ...] = ()
    unit: str = "件"
    of: str = ""
    note: str = ""
    floor: Floor | None = None


@dataclass(frozen=True)
class Count(Sayable):
    """Rows whose date field ``on`` lies in the span: a flow."""

    key: str
    label: str
    on: str
    where: Q = ALWAYS
    kind: ClassVar[str] = "count"
    word: ClassVar[str] = "流量"


@dataclass(frozen=True)
class Stock(Sayable):
    """Rows that stand on the last day of the span: begun by it and not ended by it.

    Opening stock + in − out = closing stock holds for every span, by construction of the two date fields.
    """

    key: str
    label: str
    since: str
    until: str
    where: Q = ALWAYS
    opening: bool = False
    kind: ClassVar[str] = "stock"
    word: ClassVar[str] = "存量"


@dataclass(frozen=True)
class Sum(Sayable):
    """The total of an integer column (money in 分) over the rows of a span."""

    key: str
    label: str
    column: str
    on: str
    where: Q = ALWAYS
    scale: int = 1
    kind: ClassVar[str] = "sum"
    word: ClassVar[str] = "合计"


@dataclass(frozen=True)
class Distinct(Sayable):
    """Different values of a column over the rows of a span: persons against person-times."""

    key: str
    label: str
    column: str
    on: str
    where: Q = ALWAYS
    kind: ClassVar[str] = "distinct"
    word: ClassVar[str] = "去重"


@dataclass(frozen=True)
class Share(Sayable):
    """The rows of a whole that a condition narrows, over the whole; never above 100 %."""

    key: str
    label: str
    whole: Count
    where: Q
    unit: str = field(default="%", kw_only=True)
    kind: ClassVar[str] = "share"
    word: ClassVar[str] = "占比"


@dataclass(frozen=True)
class Ratio(Sayable):
    """One indicator over another within one span; may exceed 1; its basis stands in the label."""

    key: str
    label: str
    over: Indicator
    under: Indicator
    unit: str = field(default="%", kw_only=True)
    kind: ClassVar[str] = "ratio"
    word: ClassVar[str] = "比率"


@dataclass(frozen=True)
class Coverage(Sayable):
    """Organs that have such a row over organs that should, the latter from the tree. Of a stock: that have
    one on the last day of the span.
    """

    key: str
    label: str
    have: Count | Stock
    kinds: tuple[Kind, ...]
    levels: tuple[Level, ...] = ()
    unit: str = field(default="%", kw_only=True)
    kind: ClassVar[str] = "coverage"
    word: ClassVar[str] = "覆盖率"


@dataclass(frozen=True)
class Change(Sayable):
    """An indicator against the same span one year before, which must exist."""

    key: str
    label: str
    base: Indicator
    unit: str = field(default="%", kw_only=True)
    kind: ClassVar[str] = "change"
    word: ClassVar[str] = "同比"


@dataclass(frozen=True)
class Median(Sayable):
    """The median of natural days between two date fields over the rows of a span."""

    key: str
    label: str
    start: str
    end: str
    on: str
    where: Q = ALWAYS
    unit: str = field(default="日", kw_only=True)
    kind: ClassVar[str] = "median"
    word: ClassVar[str] = "中位数"


@dataclass(frozen=True)
class Declared(Sayable):
    """A figure of another authority's system: entered with source and as-of day, never counted here."""

    key: str
    label: str
    owner: str
    kind: ClassVar[str] = "declared"
    word: ClassVar[str] = "申报"


Counted = Count | Stock | Sum | Distinct | Median
Rate = Share | Ratio | Coverage | Change
Indicator = Counted | Rate | Declared
