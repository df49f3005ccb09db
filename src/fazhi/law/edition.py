"""One edition of an instrument, an article of it, and values that change with the edition in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from fazhi.law.numeral import chinese_number

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Law:
    """A text under which rules count the same, in force on the half-open interval ``[in_force, until)``.

    ``text`` names the official text that the shipped facts were made from; an edition without one is shown as
    unverified. ``local`` marks limits that a province or city fixes, which a government may set for itself.
    """

    name: str
    edition: str
    in_force: date
    until: date | None = None
    text: str = ""
    local: bool = False

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.in_force:
            raise ValueError(f"《{self.name}》{self.edition}年版：失效日期应当晚于施行日期。")

    def art(self, article: int, paragraph: int | None = None, item: int | None = None) -> Citation:
        """Cite an article, a paragraph (款) and an item (项) of this edition."""
        return Citation(self, article, paragraph, item)

    def whole(self) -> Citation:
        """Cite the instrument as such: for rules whose article is not at hand (shown as unverified)."""
        return Citation(self, 0)

    def covers(self, day: date) -> bool:
        """Whether this edition is in force on ``day``."""
        return self.in_force <= day and (self.until is None or day < self.until)

    @property
    def verified(self) -> bool:
        """Whether the shipped facts were made from an official text of this edition."""
        return bool(self.text)

    @property
    def title(self) -> str:
        return f"《{self.name}》"

    def __str__(self) -> str:
        return f"《{self.name}》（{self.edition}）"


@dataclass(frozen=True, slots=True)
class Citation:
    """An article of one edition; the citation is also the validity of the rule that carries it."""

    law: Law
    article: int
    paragraph: int | None = None
    item: int | None = None

    def covers(self, day: date) -> bool:
        return self.law.covers(day)

    @property
    def place(self) -> str:
        """The article in words, as 第三十条第一款; empty where the whole instrument is cited."""
        if not self.article:
            return ""
        words = f"第{chinese_number(self.article)}条"
        if self.paragraph is not None:
            words += f"第{chinese_number(self.paragraph)}款"
        if self.item is not None:
            words += f"第{chinese_number(self.item)}项"
        return words

    def __str__(self) -> str:
        return f"{self.law.title}{self.place}"


@dataclass(frozen=True, slots=True)
class ByLaw(Generic[T]):
    """A value that each edition states for itself: a period, an extension, a lapse."""

    cases: tuple[tuple[Citation, T], ...]

    def at(self, day: date) -> tuple[Citation, T] | None:
        """The value under the law in force on ``day`` with its citation; None where no edition states one."""
        return next(((cite, value) for cite, value in self.cases if cite.covers(day)), None)

    @property
    def cites(self) -> tuple[Citation, ...]:
        return tuple(cite for cite, _ in self.cases)

    def __iter__(self) -> Iterator[tuple[Citation, T]]:
        return iter(self.cases)


def by_law(*cases: tuple[Citation, T]) -> ByLaw[T]:
    """Declare a value per edition: ``by_law((OLD.art(31, 1), Days(60)), (NEW.art(62, 1), Days(60)))``."""
    return ByLaw(cases)


def in_force(cites: tuple[Citation, ...], day: date) -> tuple[Citation, ...]:
    """Those of ``cites`` whose edition is in force on ``day``; a rule applies where this is not empty."""
    return tuple(cite for cite in cites if cite.covers(day))
