"""What every benchmark takes and gives: options in, rows with ours, the peer's and their ratio out."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from time import perf_counter
from typing import Any


@dataclass(frozen=True, slots=True)
class Options:
    """``rows`` is the size of the data (0: the size of the issue), ``repeat`` how often; the best counts."""

    rows: int = 0
    postgres: bool = False
    repeat: int = 3

    @property
    def engine(self) -> str:
        return "PostgreSQL" if self.postgres else "SQLite"


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement. Seconds, or shares where ``of`` is empty; ``ratio`` is ours over the peer's.

    It holds up to ``limit``. Where there is no peer, ``peer`` is None, ``ratio`` ours itself in ``unit`` and
    ``limit`` in the same.
    """

    name: str
    size: str
    ours: float
    peer: float | None
    ratio: float
    limit: float
    unit: str = "×"
    of: str = " s"

    @property
    def held(self) -> bool:
        return self.ratio <= self.limit


def best(run: Callable[[], Any], repeat: int) -> float:
    """The shortest of ``repeat`` runs in seconds; what a run leaves behind is cleared before the next."""
    times = []
    for _ in range(repeat):
        gc.collect()
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return min(times)


def race(ours: Callable[[], Any], peer: Callable[[], Any], repeat: int) -> tuple[float, float]:
    """Both timed in turn, so that a busy moment of the machine strikes both; the best of each."""
    pairs = [(best(ours, 1), best(peer, 1)) for _ in range(repeat)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def as_json(row: Row) -> str:
    return json.dumps({**asdict(row), "held": row.held}, ensure_ascii=False)


def as_markdown(rows: Iterable[Row]) -> str:
    """A table for ``docs/benchmarks.md``."""
    lines = ["| what | size | ours | peer | ratio | limit |", "|---|---|---|---|---|---|"]
    for row in rows:
        peer = "–" if row.peer is None else f"{row.peer:.3g}{row.of}"
        mark = "" if row.held else " **missed**"
        lines.append(
            f"| {row.name} | {row.size} | {row.ours:.3g}{row.of} | {peer} "
            f"| {row.ratio:.2f} {row.unit}{mark} | {row.limit:g} {row.unit} |"
        )
    return "\n".join(lines)
