"""A clock as the page shows it: its seal, what is left in words, the ruler, the sum and the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from fazhi.web.link import Article, Tag
from fazhi.web.ruler import Ruler, Standstill, ruler
from fazhi.web.seal import DONE, GUESS, LATE, MAY, OPEN, PAUSED, SOON, WAIT, Seal, tone

SOON_DAYS = 5
"""Natural days before the due day from which a clock counts as due soon: a working week's notice."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clock says on a day: seal, the words beside it, their tone (late, soon, wait, ok or none)."""

    seal: Seal
    left: str
    tone: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a what-if form."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The trial sum under a clock: a GET form, and its answer where it was asked."""

    url: str
    label: str
    name: str
    options: tuple[Option, ...]
    answer: str = ""
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of a record. ``explanation`` is the computation in a sentence."""

    key: str
    label: str
    reading: Reading
    explanation: str
    articles: tuple[Article, ...] = ()
    ruler: Ruler | None = None
    tags: tuple[Tag, ...] = ()
    whatif: WhatIf | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a clock as the engine keeps them; ``due`` is None while a standstill is open."""

    start: date
    due: date | None
    met: date | None = None
    pauses: tuple[Standstill, ...] = ()
    provisional: bool = False
    word: str = field(default="起算")


def reading(
    due: date | None,
    today: date,
    met: date | None = None,
    *,
    provisional: bool = False,
    least: bool = False,
) -> Reading:
    """Seal and words of a clock on ``today``: 剩 5 天, 逾 2 天, 今日届满, 提前 4 天, 停; of a least time
    还须 5 天, 已满 2 天, never late.
    """
    if met is not None:
        return least_met_reading(due, met) if least else met_reading(due, met)
    if due is None:
        return Reading(PAUSED, "停", "")
    left = (due - today).days
    if least:
        return least_reading(left)
    if left < 0:
        return Reading(LATE, f"逾 {-left} 天", "late")
    if left == 0:
        return Reading(SOON, "今日届满", "soon")
    if provisional and left > SOON_DAYS:
        return Reading(GUESS, "暂定", "")
    seal = SOON if left <= SOON_DAYS else OPEN
    return Reading(seal, f"剩 {left} 天", tone(seal))


def least_reading(left: int) -> Reading:
    """What is said of a least time that runs: how long still, or that the act is lawful from now on."""
    if left > 0:
        return Reading(WAIT, f"还须 {left} 天", tone(WAIT))
    return Reading(MAY, f"已满 {-left} 天" if left else "今日期满", "")


def least_met_reading(due: date | None, met: date) -> Reading:
    """What is said of a least time after the act. Whether less was lawful is for its gate to say."""
    if due is None:
        return Reading(DONE, "已办", "ok")
    more = (met - due).days
    if more < 0:
        return Reading(DONE, f"期满前 {-more} 天结束", "")
    return Reading(DONE, f"期满后 {more} 天结束" if more else "期满日结束", "ok")


def met_reading(due: date | None, met: date) -> Reading:
    """What is said of a clock that was met: in time, on the last day, or late."""
    if due is None:
        return Reading(DONE, "已办", "ok")
    early = (due - met).days
    if early < 0:
        return Reading(LATE, f"逾 {-early} 天办结", "late")
    return Reading(DONE, f"提前 {early} 天" if early else "届满日办结", "ok")


def clock(
    key: str,
    label: str,
    days: Days,
    today: date,
    explanation: str,
    *,
    articles: Sequence[Article] = (),
    tags: Sequence[Tag] = (),
    whatif: WhatIf | None = None,
    least: bool = False,
) -> Clock:
    """A clock drawn for ``today``."""
    return Clock(
        key,
        label,
        reading(days.due, today, days.met, provisional=days.provisional, least=least),
        explanation,
        tuple(articles),
        ruler(days.start, days.due, today, days.pauses, days.met, word=days.word, least=least),
        (*tags, *([Tag("暂定", "dash")] if days.provisional else [])),
        whatif,
    )
