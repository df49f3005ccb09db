"""What can be opened or done from a page: links, buttons, articles of law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link; ``current`` marks where the reader already is."""

    label: str
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """A button: a verb of the statute. One ``main`` a page; ``quiet`` is written as text.

    Without ``url`` it is shown as not available and ``why`` stands beside it.
    """

    label: str
    url: str = ""
    main: bool = False
    quiet: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A citation in words; ``url`` opens its text where a text is at hand."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A fixed property, never a state. ``form``: empty, ``dash`` (local, provisional), ``ink`` (frozen)."""

    text: str
    form: str = ""


def articles(texts: Iterable[str]) -> tuple[Article, ...]:
    """Citations in words without texts behind them, each once, in order."""
    return tuple(Article(text) for text in dict.fromkeys(texts) if text)
