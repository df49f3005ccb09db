"""How many rows of each kind give the figures: whole numbers of rows, the most specific kinds first.

Kinds are taken as they come from the most specific down, each as often as it fits; what is then lacking is
mended by exchanging rows of one kind for rows of another. Figures that nest or exclude each other are always
filled so; for others several orders are tried.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

Vector = tuple[bool, ...]
ORDERS = 12
PLATEAU = 40
"""Exchanges that gain nothing by themselves, tried before an order is given up."""


class Unsolvable(Exception):  # noqa: N818 - an answer about the figures
    """Figure ``short`` cannot be filled without overfilling ``full``, which would have to be ``least``."""

    def __init__(self, short: int, full: int, least: int = 0) -> None:
        super().__init__(f"{short} cannot be filled: {full} is full")
        self.short, self.full, self.least = short, full, least


def solve(targets: Sequence[int], vectors: Sequence[Vector]) -> list[int]:
    """Numbers ``n`` with ``sum(n[i] * vectors[i]) == targets``; kinds earlier in ``vectors`` are preferred.

    :raises Unsolvable: none were found; the two figures in each other's way are named.
    """
    search = _Search(targets, vectors)
    search.must_nest()
    for order in search.orders():
        numbers, left = search.filled(order)
        if search.mended(numbers, left):
            found = [0] * len(vectors)
            for kind, number in numbers.items():
                found[search.places[kind]] = number
            return found
    raise search.clash()


class _Search:
    """Kinds are told apart by the set of figures they count in, as the bits of a number."""

    def __init__(self, targets: Sequence[int], vectors: Sequence[Vector]) -> None:
        self.targets = targets
        self.places: dict[int, int] = {}
        empty = sum(1 << line for line, target in enumerate(targets) if not target)
        self.known: set[int] = set()
        for place, vector in enumerate(vectors):
            kind = sum(1 << line for line, counts in enumerate(vector) if counts)
            self.known.add(kind)
            if kind and not kind & empty:
                self.places.setdefault(kind, place)
        self.best = list(targets)

    def must_nest(self) -> None:
        """Figures of which one holds the other, or several that exclude each other, are never smaller."""
        holding = [self.held_by(line) for line in range(len(self.targets))]
        for whole, target in enumerate(self.targets):
            parts = [
                line for line in range(len(self.targets)) if line != whole and holding[line] >> whole & 1
            ]
            least, largest = 0, whole
            apart: list[int] = []
            for line in sorted(parts, key=lambda part: -self.targets[part]):
                if not any(self.meet(line, other) for other in apart):
                    apart.append(line)
                    least += self.targets[line]
            if apart:
                largest = apart[0]
            if least > target:
                raise Unsolvable(largest, whole, least)

    def held_by(self, line: int) -> int:
        """The figures in which every kind counts that counts in this one."""
        always = -1
        for kind in self.known:
            if kind >> line & 1:
                always &= kind
        return always if always != -1 else 0

    def meet(self, one: int, other: int) -> bool:
        return any(kind >> one & 1 and kind >> other & 1 for kind in self.known)

    def orders(self) -> Iterator[list[int]]:
        """The most specific first, then in turns shaken up."""
        kinds = list(self.places)
        yield sorted(kinds, key=lambda kind: (-kind.bit_count(), self.places[kind]))
        smallest = {kind: min(self.targets[line] for line in bits(kind)) for kind in kinds}
        yield sorted(kinds, key=lambda kind: (smallest[kind], kind.bit_count(), self.places[kind]))
        for turn in range(ORDERS):
            draw = random.Random(turn)  # noqa: S311 - the same orders every time
            yield sorted(kinds, key=lambda kind: draw.random() * 4 - kind.bit_count())

    def filled(self, order: Sequence[int]) -> tuple[dict[int, int], list[int]]:
        """Each kind as often as it fits."""
        left = list(self.targets)
        numbers: dict[int, int] = {}
        for kind in order:
            number = min(left[line] for line in bits(kind))
            if number:
                numbers[kind] = number
                for line in bits(kind):
                    left[line] -= number
        return numbers, left

    def mended(self, numbers: dict[int, int], left: list[int]) -> bool:
        """Rows exchanged until nothing is lacking."""
        tried: set[tuple[int, int, tuple[int, ...]]] = set()
        plateau = PLATEAU
        while any(left):
            move = self.exchange(numbers, left, tried)
            if move is None:
                break
            gain, out, into, times = move
            if not gain:
                tried.add((out, into, tuple(left)))
                plateau -= 1
                if not plateau:
                    break
            self.apply(numbers, left, out, into, times)
        if sum(left) < sum(self.best):
            self.best = list(left)
        return not any(left)

    def exchange(
        self, numbers: dict[int, int], left: Sequence[int], tried: set[tuple[int, int, tuple[int, ...]]]
    ) -> tuple[int, int, int, int] | None:
        """The exchange that fills most: (gain, kind out or 0, kind in, how often)."""
        lacking = sum(1 << line for line, rest in enumerate(left) if rest)
        best: tuple[int, int, int, int] | None = None
        for into in self.places:
            if not into & lacking:
                continue
            for out in (0, *numbers):
                more, less = into & ~out, out & ~into
                if more & ~lacking or not more or (out and not numbers[out]):
                    continue
                gain = more.bit_count() - less.bit_count()
                if gain < 0 or (best is not None and gain <= best[0]):
                    continue
                if not gain and (out, into, tuple(left)) in tried:
                    continue
                times = min(left[line] for line in bits(more))
                times = min(times, numbers[out]) if out else times
                best = gain, out, into, times if gain else 1
        return best

    @staticmethod
    def apply(numbers: dict[int, int], left: list[int], out: int, into: int, times: int) -> None:
        numbers[into] = numbers.get(into, 0) + times
        for line in bits(into):
            left[line] -= times
        if out:
            numbers[out] -= times
            for line in bits(out):
                left[line] += times

    def clash(self) -> Unsolvable:
        """A figure that still lacks rows, and a full one that rows for it count in."""
        lacking = [line for line, rest in enumerate(self.best) if rest]
        short = max(lacking, key=lambda line: self.best[line])
        near = {line for kind in self.known if kind >> short & 1 for line in bits(kind)} - {short}
        full = [line for line in near if not self.best[line]]
        return Unsolvable(short, min(full or near or [short], key=lambda line: self.targets[line]))


def bits(kind: int) -> Iterator[int]:
    """The figures in which a kind counts."""
    line = 0
    while kind:
        if kind & 1:
            yield line
        kind >>= 1
        line += 1
