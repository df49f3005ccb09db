"""Case documents on pages: those of a record, and the templates that an organ sets them in."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi.web.link import Action, Article, Link
from fazhi.web.notice import Item


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """One version: what tells it from others, the day it bears, and its file."""

    label: str
    on: str
    url: str


@dataclass(frozen=True, slots=True)
class Document:
    """A paper of the record: what it still lacks, the versions made, the button that makes one."""

    label: str
    articles: tuple[Article, ...]
    lacks: tuple[Item, ...] = ()
    made: tuple[MadeDocument, ...] = ()
    make: Action | None = None


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A paper of a register and the organ's own template for it, if there is one."""

    label: str
    template: str = ""
    since: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class TemplateGroup:
    """The papers of one register."""

    label: str
    rows: tuple[TemplateRow, ...]


@dataclass(frozen=True, slots=True)
class TemplatesPage:
    """All papers of all registers, for one organ."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    groups: tuple[TemplateGroup, ...]
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A placeholder as it is written in a template, where it is taken from, and what it says of an invented
    record."""

    name: str
    key: str
    says: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """The template of one paper: upload, take out of use, and every placeholder that it may hold."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    form: object
    places: tuple[PlaceRow, ...]
    text: tuple[str, ...]
    current: str = ""
    actions: tuple[Action, ...] = ()
    notices: tuple[object, ...] = ()
