"""What the program says no to, in words for the clerk: what is wrong, what to do, which article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing: a closed gate, a missing role, a wrong date.

    ``gate`` is the key of the gate where one is closed; ``articles`` are the citations in words.
    """

    text: str
    remedy: str = ""
    articles: tuple[str, ...] = ()
    gate: str = ""
    field: str = ""

    def __str__(self) -> str:
        articles = f"（{'、'.join(self.articles)}）" if self.articles else ""
        remedy = f"{self.remedy.rstrip('。')}。" if self.remedy else ""
        return f"{self.text.rstrip('。')}{articles}。{remedy}"


class Refusal(Exception):  # noqa: N818 - a refused question is an answer, not an error of the program
    """A question refused; nothing was changed. ``lacks`` holds every reason, not the first alone."""

    def __init__(self, text: str, lacks: Iterable[Lack] = ()) -> None:
        self.text = text
        self.lacks = tuple(lacks)
        super().__init__(str(self))

    def __str__(self) -> str:
        if not self.lacks:
            return self.text
        return f"{self.text.rstrip('。：')}：" + "".join(map(str, self.lacks))


class Conflict(Refusal):
    """Somebody else wrote the record first; the text says who and what."""
