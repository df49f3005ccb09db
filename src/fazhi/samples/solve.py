"""How many rows of each kind give the figures: whole numbers of rows, the most specific kinds first."""

from __future__ import annotations

from collections.abc import Sequence

Vector = tuple[bool, ...]
STEPS = 50_000
"""Tries after which figures count as contradictory; those that nest or exclude each other need a few."""


class Unsolvable(Exception):  # noqa: N818 - an answer about the figures
    """Figure ``short`` cannot be filled without overfilling figure ``full``."""

    def __init__(self, short: int, full: int) -> None:
        super().__init__(f"{short} cannot be filled: {full} is full")
        self.short, self.full = short, full


def solve(targets: Sequence[int], vectors: Sequence[Vector]) -> list[int]:
    """Numbers ``n`` with ``sum(n[i] * vectors[i]) == targets``; kinds earlier in ``vectors`` are preferred.

    :raises Unsolvable: there are none; the two figures in each other's way are named.
    """
    search = _Search(targets, vectors)
    if search.fill(list(targets), 0):
        return search.numbers
    raise Unsolvable(*search.clash())


class _Search:
    def __init__(self, targets: Sequence[int], vectors: Sequence[Vector]) -> None:
        self.targets, self.vectors = targets, vectors
        first: dict[Vector, int] = {}
        for at, vector in enumerate(vectors):
            if any(vector):
                first.setdefault(vector, at)
        self.order = sorted(first.values(), key=lambda at: (-sum(vectors[at]), at))
        self.reach = [{at for at, counts in enumerate(vectors[kind]) if counts} for kind in self.order]
        self.last = {line: at for at, lines in enumerate(self.reach) for line in lines}
        self.numbers = [0] * len(vectors)
        self.steps = STEPS
        self.best: list[int] = list(targets)

    def fill(self, left: list[int], at: int) -> bool:
        """Take as many rows of the kind as fit; on failure fewer, one by one."""
        if not any(left):
            return True
        if at == len(self.order) or self.steps <= 0:
            if sum(left) < sum(self.best):
                self.best = list(left)
            return False
        self.steps -= 1
        lines = self.reach[at]
        most = min(left[line] for line in lines)
        # A figure that no later kind can fill must be filled by this one.
        must = [left[line] for line in lines if self.last[line] == at]
        for number in range(most, -1, -1) if not must else must[:1]:
            if number > most or any(other != number for other in must):
                break
            for line in lines:
                left[line] -= number
            self.numbers[self.order[at]] = number
            if self.fill(left, at + 1):
                return True
            self.numbers[self.order[at]] = 0
            for line in lines:
                left[line] += number
        if sum(left) < sum(self.best):
            self.best = list(left)
        return False

    def clash(self) -> tuple[int, int]:
        """A figure that lacks rows, and one that all rows for it would have to exceed."""
        for short, target in enumerate(self.targets):
            kinds = [lines for lines in self.reach if short in lines]
            if target and kinds:
                always = set.intersection(*kinds) - {short}
                smaller = [other for other in always if self.targets[other] < target]
                if smaller:
                    return short, min(smaller, key=lambda other: self.targets[other])
        lacking = [at for at, left in enumerate(self.best) if left]
        short = lacking[0] if lacking else 0
        near = {line for lines in self.reach if short in lines for line in lines} - {short}
        full = [line for line in near if not self.best[line]]
        return short, (full or sorted(near) or [short])[0]
