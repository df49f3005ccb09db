"""The draft of the annual report: passages whose figures open, margin notes, sign-off, required contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fazhi.web.link import Action, Article, Link, Tag
from fazhi.web.listing import Empty, Filter
from fazhi.web.record import Fact
from fazhi.web.seal import Seal

Kind = Literal["title", "organ", "h3", "h4", "p"]
Origin = Literal["counted", "declared", "typed", "moved"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph.

    With ``origin`` it is a figure: ``url`` opens it, ``name`` is what it measures. With ``note`` it is the
    number of a margin note. Else it is text.
    """

    text: str
    origin: Origin | Literal[""] = ""
    url: str = ""
    name: str = ""
    note: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A title, heading or paragraph."""

    kind: Kind
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A margin note; ``form`` is empty, ``bad`` (contradicts) or ``unlawful``."""

    number: int
    seal: Seal
    title: str
    text: str
    form: str = ""
    tag: Tag | None = None
    articles: tuple[Article, ...] = ()
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the document with the notes that stand beside it."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of sign-off."""

    seal: Seal
    label: str
    detail: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """One content that the report must have."""

    seal: Seal
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The draft; ``empty`` says why there is none, ``freeze_url`` takes the form that freezes the figures."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    passages: tuple[Passage, ...]
    stages: tuple[Stage, ...] = ()
    note: str = ""
    links: tuple[Link, ...] = ()
    next_note: int = 0
    contents: tuple[Content, ...] = ()
    contents_note: str = ""
    articles: tuple[Article, ...] = ()
    frozen: tuple[Fact, ...] = ()
    actions: tuple[Action, ...] = ()
    filters: tuple[Filter, ...] = ()
    empty: Empty | None = None
    freeze_url: str = ""

    @property
    def last(self) -> int:
        """The place of the last passage, which closes the sheet."""
        return len(self.passages)

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """The forms of figures that occur, with their words."""
        used = {run.origin for passage in self.passages for block in passage.blocks for run in block.runs}
        words = (
            ("counted", "登记得出"),
            ("declared", "申报"),
            ("typed", "手工填写"),
            ("moved", "核准后有变动"),
        )
        return tuple((form, word) for form, word in words if form in used)
