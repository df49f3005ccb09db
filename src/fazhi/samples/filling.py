"""The rows of one register: groups by hand first, then the kinds that fill what the figures still lack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db.models import CharField, ForeignKey

from fazhi.engine.figures.kinds import Share
from fazhi.engine.figures.measure import Measure, measure_of, numerator
from fazhi.engine.recipe import Make
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.values import clean, field_of
from fazhi.organs.models import Kind, Level, Organ
from fazhi.samples.candidate import (
    Planned,
    RowKind,
    counting,
    kinds,
    over,
    periods,
    probed,
    row_of,
    ways,
)
from fazhi.samples.published import Group
from fazhi.samples.solve import Unsolvable, Vector, solve
from fazhi.samples.target import Key, Line, Targets, contradiction

if TYPE_CHECKING:
    from fazhi.samples.builder import Builder


class LargerBase(Exception):  # noqa: N818 - a step of the search
    """An assumed base was too small."""

    def __init__(self, key: Key, base: int, refusal: Refusal) -> None:
        super().__init__(f"the base {base - 1} is too small")
        self.key, self.base, self.refusal = key, base, refusal


class Filling:
    """The rows of one register: groups by hand first, then the kinds that fill what is left."""

    def __init__(self, builder: Builder, register: Register, lines: list[Line], targets: Targets) -> None:
        if register.key not in builder.recipes:
            raise Refusal(
                f"“{register.label}”没有示例记录的做法（recipe），不能由示例生成。请写成 declared。"
            )
        self.builder, self.register, self.targets = builder, register, targets
        self.recipe = builder.recipes[register.key]
        self.lines = [line for line in lines if line.asks == "rows"]
        self.free = [line for line in lines if line.asks != "rows"]
        self.measures = list(dict.fromkeys(line.measure for line in lines))
        self.reaches = {
            line.key: builder.reach(line.key[1], line.key[2], line.by.span.last) for line in lines
        }
        self.holders = builder.holders(register)

    def rows(self) -> list[Planned]:
        groups = [group for group in self.builder.sample.groups if group.register == self.register.key]
        by_hand = [row for group in groups for row in self.grouped(group)]
        left = self.left_over(by_hand)
        pairs = [(kind, organs) for kind in self.found() for organs in self.classes(kind)]
        vectors = [self.vector(kind.counts, organs[0].pk) for kind, organs in pairs]
        frees = [any(line.measure in kind.counts for line in self.free) for kind, _ in pairs]
        order = sorted(range(len(pairs)), key=lambda at: frees[at])
        numbers = self.solved(left, [vectors[at] for at in order])
        planned = by_hand + [
            row for at, number in zip(order, numbers, strict=True) for row in self.made(*pairs[at], number)
        ]
        for line in self.free:
            planned = self.told(line, planned, pairs)
        return planned

    def found(self) -> list[RowKind]:
        """The kinds of rows that the recipe can make around the periods asked for; asked for once."""
        known = self.builder.found
        if self.register.key not in known:
            spans = list(dict.fromkeys(periods(self.measures)))
            some = (
                kinds(self.register, ways(self.register, self.recipe, self.wanted(), self.shares()), spans)
                if spans
                else []
            )
            known[self.register.key] = probed(
                self.register, self.recipe, some, self.measures, self.holders[0].pk
            )
        return known[self.register.key]

    def wanted(self) -> list[str]:
        """The indicators whose examples may be needed: those published, and the parts of published rates."""
        keys = []
        for figure in self.builder.sample.figures:
            indicator = self.builder.registry.indicators[figure.indicator]
            part = numerator(indicator, figure.span)
            if part is None or figure.origin == "declared":
                continue
            register = measure_of(figure.workstream, *part, self.builder.registry).register
            if register == self.register.key:
                keys += [indicator.key, part[0].key]
        return list(dict.fromkeys(keys))

    def shares(self) -> list[Share]:
        """Published shares of this register: rows of the whole outside the part are needed as well."""
        some = [self.builder.registry.indicators[figure.indicator] for figure in self.builder.sample.figures]
        wanted = set(self.wanted())
        return [one for one in some if isinstance(one, Share) and one.key in wanted]

    def classes(self, kind: RowKind) -> list[list[Organ]]:
        """The organs that may hold such a row, by the figures they count in; where all count, all are one."""
        found: dict[tuple[bool, ...], list[Organ]] = defaultdict(list)
        for organ in self.suiting(kind.way.make(kind.days[0], 0).values):
            found[tuple(organ.pk in reach for reach in self.reaches.values())].append(organ)
        return list(found.values())

    def vector(self, counts: frozenset[Measure], organ_id: int) -> Vector:
        return tuple(line.measure in counts and organ_id in self.reaches[line.key] for line in self.lines)

    def left_over(self, by_hand: Sequence[Planned]) -> list[int]:
        left = [line.target for line in self.lines]
        for planned in by_hand:
            for at, counts in enumerate(self.vector(planned.counts, planned.row.organ_id)):
                left[at] -= counts
        for line, rest in zip(self.lines, left, strict=True):
            if rest < 0:
                raise Refusal(
                    f"groups 中写明的记录有{line.target - rest}件计入{line}，多于公布数。请减少该组件数。"
                )
        return left

    def solved(self, left: Sequence[int], vectors: Sequence[Vector]) -> list[int]:
        try:
            return solve(left, vectors)
        except Unsolvable as clash:
            one, other = self.lines[clash.short], self.lines[clash.full]
            refusal = in_each_others_way(one, other)
            for line in (other, one):
                base = self.targets.lines[self.targets.base_of(line)]
                if line.assumed and base.assumed:
                    least = clash.least if base is other else 0
                    raise LargerBase(base.key, max(base.target + 1, least), refusal) from None
            raise refusal from None

    def made(self, kind: RowKind, organs: Sequence[Organ], number: int) -> Iterator[Planned]:
        for at in range(number):
            organ = organs[at % len(organs)]
            yield self.one(kind.way.make, kind.day(at, number), organ, at, kind.counts)

    def one(self, make: Make, day: date, organ: Organ, at: int, counts: frozenset[Measure]) -> Planned:
        self.builder.number += 1
        made = make(day, self.builder.number)
        row = row_of(self.recipe, made, organ.pk, self.builder.party(organ, at // len(self.holders)))
        return Planned(row, counts)

    def grouped(self, group: Group) -> list[Planned]:
        """The rows of a group by hand, begun on days of its period; each is tried, to see where it counts."""
        like = group.like or self.recipe.usual
        make = self.recipe.outcomes.get(like) or getattr(self.recipe.examples.get(like), "make", None)
        if make is None:
            known = "、".join([*self.recipe.outcomes, *self.recipe.examples])
            raise Refusal(f"groups：{self.register.label}没有“{like}”这种记录。可用：{known}。")
        values = self.read(group)
        laid = {**make(group.first, 0).values, **values}
        organs = [self.builder.organs[group.organ]] if group.organ else self.suiting(laid)
        length = (group.last - group.first).days + 1
        rows = []
        for at in range(group.count):
            day = date.fromordinal(group.first.toordinal() + at * length // group.count)
            rows.append(self.one(over(make, values), day, organs[at % len(organs)], at, frozenset()))
        counted, _ = counting(self.register, [one.row for one in rows], self.measures)
        return [Planned(one.row, counts) for one, counts in zip(rows, counted, strict=True)]

    def suiting(self, values: Mapping[str, Any]) -> list[Organ]:
        """The organs that may hold a row with these columns; all holders where the file has no such organ."""
        suits = self.recipe.suits
        if suits is None:
            return self.holders
        return [o for o in self.holders if suits(values, Kind(o.kind), Level(o.level))] or self.holders

    def read(self, group: Group) -> dict[str, Any]:
        """The values of a group in the types of their columns."""
        blank = self.register.model()
        values = {}
        for name, given in group.values.items():
            try:
                values[name] = clean(field_of(self.register.model, name), given, blank)
            except ValidationError as error:
                raise Refusal(f"groups：“{name}”的值“{given}”不对：{'；'.join(error.messages)}") from None
        return values

    def told(
        self, line: Line, planned: list[Planned], pairs: Sequence[tuple[RowKind, list[Organ]]]
    ) -> list[Planned]:
        """Totals and different values laid over the rows that count in them."""
        lacking = (1 if line.asks == "total" else line.target) - len(self.carrying(line, planned))
        if lacking > 0:
            planned = self.with_more(line, planned, pairs, lacking)
        here = self.carrying(line, planned)
        cells = (
            spread_total(line.target, len(here)) if line.asks == "total" else self.different(line, len(here))
        )
        for at, cell in zip(here, cells, strict=True):
            row = planned[at].row
            laid = row._replace(values={**row.values, line.column: cell})
            planned[at] = Planned(laid, planned[at].counts)
        return planned

    def carrying(self, line: Line, planned: Sequence[Planned]) -> list[int]:
        """The rows that count in the line and may hold its column."""
        return [
            at
            for at, one in enumerate(planned)
            if self.carries(line, one.row.organ_id, one.counts, one.row.values)
        ]

    def carries(self, line: Line, organ_id: int, counts: frozenset[Measure], values: Any) -> bool:
        if line.measure not in counts or organ_id not in self.reaches[line.key]:
            return False
        return values.get(line.column) is not None or not self.special(line)

    def special(self, line: Line) -> bool:
        """Whether only rows of the indicator's own example hold the column."""
        example = self.recipe.examples.get(line.by.indicator.partition(".")[2])
        return example is not None and line.column in example.make(line.by.span.first, 0).values

    def with_more(
        self, line: Line, planned: list[Planned], pairs: Sequence[tuple[RowKind, list[Organ]]], lacking: int
    ) -> list[Planned]:
        """Rows that no other figure asks about are added; else rows that count alike are made anew."""
        for kind, organs in pairs:
            sample = self.one(kind.way.make, kind.days[0], organs[0], 0, kind.counts)
            if not self.carries(line, organs[0].pk, kind.counts, sample.row.values):
                continue
            vector = self.vector(kind.counts, organs[0].pk)
            if not any(vector):
                return [*planned, *self.made(kind, organs, lacking)]
            standing = set(self.carrying(line, planned))
            alike = [
                at
                for at, one in enumerate(planned)
                if at not in standing and self.vector(one.counts, one.row.organ_id) == vector
            ][:lacking]
            for at, other in zip(alike, self.made(kind, organs, len(alike)), strict=True):
                planned[at] = other
            lacking -= len(alike)
            if lacking <= 0:
                return planned
        raise Refusal(f"{line}：其他公布数没有给它留下足够的记录。请在 groups 中写明各组记录。")

    def different(self, line: Line, number: int) -> list[Any]:
        """So many different values in turn."""
        column = field_of(self.register.model, line.column)
        if isinstance(column, ForeignKey):
            pool: list[Any] = [organ.pk for organ in self.builder.organs.values()][: line.target]
        elif isinstance(column, CharField):
            pool = [f"示例{at}" for at in range(1, line.target + 1)]
        else:
            pool = list(range(1, line.target + 1))
        if len(pool) < line.target:
            raise Refusal(f"{line}：organs 中的机关少于{line.target}个。请补上机关。")
        return [pool[at % line.target] for at in range(number)] if line.target else []


def in_each_others_way(one: Line, other: Line) -> Refusal:
    if one.by is other.by:
        return Refusal(
            f"{one.by}：按程序能做出的合法记录得不出这个数。请核对指标与期间，"
            "在 groups 中写明各组记录，或者写成 declared 并注明理由。"
        )
    return contradiction(one, other, "按程序能做出的记录，计入前者的都计入后者，或者已被后者占满。")


def spread_total(total: int, rows: int) -> list[int]:
    """The total in ``rows`` whole parts that differ by one at most."""
    part, rest = divmod(total, rows)
    return [part + (at < rest) for at in range(rows)]
