"""How reports say each indicator, and finding the one indicator a figure states.

The notation of ``says``, plain strings (also used by the declared indicators of the workstreams):

``审结行政复议案件``
    the words stand right before the figure, apart from words that carry no meaning (共, 数, 为, 达到 …).
``受理 行政复议案件``
    both in this order, nothing but such words between them.
``受理|收到 行政复议案件|行政复议申请``
    alternatives.
``审结 &复议``
    and 复议 stands before in the same sentence, in the paragraph or in its headings; the nearer context wins
    where two indicators differ in nothing else.
``审结 !法院``
    and 法院 does not stand in the figure's own clause.
``审结 @复议``
    and 复议 stands in the figure's own clause, anywhere.
``>法律顾问``
    the words stand right after the figure (聘请10名法律顾问).

An entry has a key ``workstream.name``, a label, ``says``, ``units`` (empty: any), and a kind (count, rate,
money, duration). Negated words (不予受理, 未审结) never match. Two indicators that fit equally well give
none: no indicator is better than a wrong one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

FILES = ("declared.json", "handwritten.json")
KINDS = ("count", "rate", "money", "duration")
_KEY = re.compile(r"[a-z]+\.[a-z][a-z0-9_]*")
_MARKS = "&!@>"


class EntryError(ValueError):
    """An entry that breaks the notation; the message names key and place."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One ``says`` string taken apart; each word is a tuple of alternatives."""

    before: tuple[tuple[str, ...], ...]
    after: tuple[str, ...] = ()
    near: tuple[tuple[str, ...], ...] = ()
    beside: tuple[tuple[str, ...], ...] = ()
    never: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether it is words before the figure and nothing else."""
        return not (self.after or self.near or self.beside or self.never)


@dataclass(frozen=True, slots=True)
class Entry:
    key: str
    label: str
    sayings: tuple[Saying, ...]
    units: frozenset[str]
    kind: str


def compile_entry(
    key: str, label: str, says: Sequence[str], unit: str | Sequence[str] = "", kind: str = "count"
) -> dict[str, Any]:
    """The lexicon entry of an indicator, as it stands in the lexicon's files.

    ``unit`` may be several, or empty for any. Raises ``EntryError`` where a part breaks the notation.
    """
    if not _KEY.fullmatch(key):
        raise EntryError(f"{key}: a key is workstream.name")
    if kind not in KINDS:
        raise EntryError(f"{key}: the kind is one of {', '.join(KINDS)}, not {kind}")
    units = [unit] if isinstance(unit, str) else list(unit)
    for saying in says:
        parse_saying(key, saying)
    return {
        "key": key,
        "label": label,
        "says": list(says),
        "units": [one for one in units if one],
        "kind": kind,
    }


def parse_saying(key: str, words: str) -> Saying:
    """Take a ``says`` string apart; raises ``EntryError`` naming ``key``."""
    before: list[tuple[str, ...]] = []
    marked: dict[str, list[tuple[str, ...]]] = {mark: [] for mark in _MARKS}
    for word in words.split():
        mark = word[0] if word[0] in _MARKS else ""
        choices = tuple(filter(None, word[len(mark) :].split("|")))
        if not choices:
            raise EntryError(f"{key}: {words!r} has a mark without a word")
        (marked[mark] if mark else before).append(choices)
    if not before and not marked[">"]:
        raise EntryError(f"{key}: {words!r} names no word beside the figure")
    after = marked[">"][0] if marked[">"] else ()
    never = tuple(word for choices in marked["!"] for word in choices)
    return Saying(tuple(before), after, tuple(marked["&"]), tuple(marked["@"]), never)


def _entry(data: Mapping[str, Any]) -> Entry:
    sayings = tuple(parse_saying(data["key"], words) for words in data["says"])
    return Entry(data["key"], data["label"], sayings, frozenset(data["units"]), data["kind"])


def load(files: Iterable[str] = FILES, *, strict: bool = True) -> tuple[Entry, ...]:
    """The entries of the lexicon's files.

    A key in two files is an ``EntryError`` when ``strict``, else the first file counts.
    """
    entries: dict[str, Entry] = {}
    folder = resources.files("fazhi.reader").joinpath("lexicon")
    for name in files:
        for data in json.loads(folder.joinpath(name).read_text("utf-8")):
            known = data["key"] in entries
            if known and strict:
                raise EntryError(f"{data['key']} stands twice in the lexicon; take it out of {name}")
            if not known:
                entries[data["key"]] = _entry(data)
    return tuple(entries.values())


@cache
def lexicon() -> tuple[Entry, ...]:
    """The entries a reading uses: what a workstream declares goes before what was written by hand."""
    return load(strict=False)
