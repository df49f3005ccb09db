"""Records from published figures: which rows, of which organs, on which days; all lawful, all synthetic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fazhi.engine.figures.value import Scope
from fazhi.engine.recipe import Recipe
from fazhi.engine.register import Register
from fazhi.engine.registry import Registry
from fazhi.organs.models import Axis, Kind, Level, Organ
from fazhi.organs.tree import below_ids
from fazhi.samples.candidate import Planned, RowKind
from fazhi.samples.filling import Filling, LargerBase
from fazhi.samples.published import Published, SampleFile
from fazhi.samples.target import Key, Line, Targets

AXES: dict[str, Axis] = {"within": Axis.TERRITORY, "line": Axis.LINE}
RETRIES = 60
"""Bases tried before figures over an assumed one count as contradictory."""


@dataclass
class Plan:
    """The rows of every register, and what was assumed for a figure."""

    rows: dict[str, list[Planned]] = field(default_factory=lambda: defaultdict(list))
    assumed: dict[str, str] = field(default_factory=dict)
    by_hand: list[Published] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(map(len, self.rows.values()))


class Builder:
    """One sample at work, on organs that stand in the tree already."""

    def __init__(self, sample: SampleFile, registry: Registry, recipes: Mapping[str, Recipe]) -> None:
        self.sample, self.registry, self.recipes = sample, registry, recipes
        codes = [organ.code for organ in sample.organs]
        self.organs = {organ.code: organ for organ in Organ.objects.filter(code__in=codes)}
        self.found: dict[str, list[RowKind]] = {}
        self.floors: dict[Key, int] = {}
        self.number = 0

    def plan(self) -> Plan:
        """
        :raises Refusal: figures that contradict each other, or that no recipe gives.
        """
        for _ in range(RETRIES):
            self.number = 0
            targets = Targets(self.registry, self.floors)
            lines = targets.gather(self.sample.figures)
            try:
                return self.planned(targets, lines)
            except LargerBase as larger:
                self.floors[larger.key] = larger.base
                refusal = larger.refusal
        raise refusal

    def planned(self, targets: Targets, lines: list[Line]) -> Plan:
        plan = Plan(by_hand=targets.by_hand)
        by_register: dict[str, list[Line]] = defaultdict(list)
        for line in lines:
            by_register[line.measure.register].append(line)
        for group in self.sample.groups:
            by_register[group.register] += []
        for key, own in by_register.items():
            plan.rows[key] = Filling(self, self.registry.registers[key], own, targets).rows()
        for line in lines:
            if line.assumed:
                part = "分母" if targets.is_base(line) else "分子"
                plan.assumed[line.by.id] = f"{plan.assumed.get(line.by.id, '')}{part}{line.target}为推定；"
        return plan

    def reach(self, organ: str, scope: Scope, day: date) -> frozenset[int]:
        """Ids of the organs whose records count there."""
        top = self.organs[organ]
        if scope == "own":
            return frozenset({top.pk})
        return frozenset(below_ids(top, AXES[scope], day))

    def holders(self, register: Register) -> list[Organ]:
        """The organs that may keep such records: those the file names; all of them where the recipe tells
        which suits a row; else the governments of a city or county.
        """
        named = self.sample.holders.get(register.key)
        if named:
            return [self.organs[code] for code in named]
        everyone = list(self.organs.values())
        if self.recipes[register.key].suits is not None:
            return everyone
        levels = {Level.CITY, Level.COUNTY}
        return [o for o in everyone if o.kind == Kind.GOVERNMENT and o.level in levels] or everyone

    def party(self, holder: Organ, at: int) -> int:
        """An organ below the holder, for the column of the other side; the holder itself where none is."""
        below = [
            self.organs[spec.code]
            for spec in self.sample.organs
            if spec.parent == holder.code and spec.code in self.organs
        ]
        return below[at % len(below)].pk if below else holder.pk
