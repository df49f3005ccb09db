"""The pager by key: one page back, one on, and how many there are without counting all."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi.web.day import grouped

CAP = 10_000


@dataclass(frozen=True, slots=True)
class Pager:
    """``first`` and ``last`` are places in the list where they are known, ``exact_url`` counts on demand."""

    previous: str
    following: str
    text: str
    total: str
    exact_url: str = ""

    @property
    def needed(self) -> bool:
        return bool(self.previous or self.following)


def total(count: int, cap: int = CAP) -> str:
    """A count as it is printed: 1,204 件, or 1万以上 where counting stopped at the cap."""
    return capped(cap) if count > cap else f"{grouped(count)} 件"


def capped(cap: int) -> str:
    return f"{cap // 10_000}万以上" if cap >= 10_000 else f"{grouped(cap)} 以上"


def pager(
    shown: int,
    count: int | None,
    *,
    previous: str = "",
    following: str = "",
    first: int | None = None,
    exact_url: str = "",
    cap: int = CAP,
) -> Pager:
    """The pager of a page of ``shown`` rows.

    :param count: how many there are, counted up to one more than ``cap``; None where nobody counted.
    :param first: the place of the first row in the whole list, where paging by key still knows it.
    """
    place = f"第 {first}—{first + shown - 1} 件" if first and shown else f"本页 {shown} 件"
    over = count is not None and count > cap
    return Pager(
        previous, following, place, "" if count is None else total(count, cap), exact_url if over else ""
    )
