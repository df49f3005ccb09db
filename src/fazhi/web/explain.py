"""The page that explains a line of work: everything declared and derived, with its articles."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi.web.link import Article, Link, Tag
from fazhi.web.listing import Filter


@dataclass(frozen=True, slots=True)
class Demand:
    """A gate: what the law asks, and what to do."""

    text: str
    articles: tuple[Article, ...]
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """A move: from which steps to which, by whom, under which articles, before which demands."""

    label: str
    sources: str
    target: str
    who: str
    articles: tuple[Article, ...]
    demands: tuple[Demand, ...] = ()
    sets: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A deadline; ``periods`` is one line an edition: length and article."""

    label: str
    rule: str
    starts: str
    met: str
    periods: tuple[tuple[str, Article], ...]
    who: str = ""
    extension: str = ""
    pauses: str = ""
    lapse: str = ""
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    label: str
    name: str
    kind: str
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator: label, key, kind, definition, and the SQL it runs."""

    label: str
    key: str
    url: str
    kind: str
    unit: str
    formula: str
    sql: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """A register: its steps, acts, limits and fields."""

    label: str
    key: str
    lead: str
    steps: tuple[str, ...]
    acts: tuple[Act, ...]
    limits: tuple[Limit, ...]
    fields: tuple[Field, ...]
    diagram: str = ""


@dataclass(frozen=True, slots=True)
class ExplainPage:
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    registers: tuple[Registered, ...]
    measures: tuple[Measure, ...] = ()
    filters: tuple[Filter, ...] = ()
