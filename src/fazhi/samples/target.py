"""What published figures ask of the records: so many rows, such a total; bases not published are assumed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from fazhi.engine.figures.kinds import (
    Change,
    Count,
    Counted,
    Coverage,
    Declared,
    Distinct,
    Indicator,
    Median,
    Ratio,
    Share,
    Stock,
    Sum,
)
from fazhi.engine.figures.measure import Measure, denominator, measure_of, numerator
from fazhi.engine.figures.value import Scope, factor
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import Registry
from fazhi.samples.published import Published

LEAST_BASE = 20
LARGEST_BASE = 100_000
MOST_ROWS = 1_000_000

Asks = Literal["rows", "total", "values"]
Key = tuple[Measure, str, Scope]


@dataclass(frozen=True, slots=True)
class Line:
    """So many rows (a total of a column, so many different values) of a measure, for an organ and scope."""

    key: Key
    asks: Asks
    target: int
    by: Published
    column: str = ""
    assumed: bool = False

    @property
    def measure(self) -> Measure:
        return self.key[0]

    def __str__(self) -> str:
        return f"{self.by}的分子或分母{self.target}（推定）" if self.assumed else str(self.by)


@dataclass(frozen=True, slots=True)
class Rate:
    """A published rate: its two parts, and what the quotient is in the unit of the figure."""

    by: Published
    above: Key
    below: Key
    times: int
    change: bool
    bounded: bool

    def value(self, above: int, below: int) -> Fraction:
        part = Fraction(above - below if self.change else above, below)
        return part * self.times

    def fits(self, above: int, below: int) -> bool:
        return (above <= below or not self.bounded) and self.by.fits(self.value(above, below))

    def numerators(self, below: int) -> Iterator[int]:
        """Numerators over that base that print as the rate, the smallest first."""
        told = Fraction(self.by.value) / self.times + (1 if self.change else 0)
        near = int(told * below)
        return (above for above in range(max(near - 1, 0), near + 3) if self.fits(above, below))


def contradiction(one: object, other: object, why: str) -> Refusal:
    return Refusal(
        f"两个公布数不能同时成立：{one}与{other}。{why}"
        "请核对公布数；确实如此公布的，在 groups 中写明各组记录，"
        "或者把其中不能由记录得出的一个写成 declared 并注明理由。"
    )


@dataclass
class Targets:
    """The lines of a sample, gathered figure by figure. ``floors`` are bases tried and found too small."""

    registry: Registry
    floors: Mapping[Key, int] = field(default_factory=dict)
    lines: dict[Key, Line] = field(default_factory=dict)
    others: list[Line] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    by_hand: list[Published] = field(default_factory=list)

    def gather(self, figures: Iterable[Published]) -> list[Line]:
        for figure in figures:
            if figure.origin == "counted":
                self.take(figure, self.registry.indicators[figure.indicator])
        self.settle_rates()
        return [*self.lines.values(), *self.others]

    def take(self, figure: Published, indicator: Indicator) -> None:
        match indicator:
            case Declared():
                raise Refusal(
                    f"{figure}：“{indicator.label}”属于其他机关的系统，没有记录可数。"
                    "请把 origin 写成 declared。"
                )
            case Median() | Coverage():
                self.by_hand.append(figure)
            case Share() | Ratio() | Change():
                self.rates.append(self.rate(figure, indicator))
            case Count() | Stock():
                self.rows(self.key(figure, indicator), number_of(figure), figure)
            case Sum():
                total = number_of(figure, indicator.scale)
                key = self.key(figure, indicator)
                self.others.append(Line(key, "total", total, figure, indicator.column))
            case Distinct():
                key = self.key(figure, indicator)
                self.others.append(Line(key, "values", number_of(figure), figure, indicator.column))

    def key(self, figure: Published, indicator: Counted) -> Key:
        measure = measure_of(figure.workstream, indicator, figure.span, self.registry)
        return measure, figure.organ, figure.scope

    def rows(self, key: Key, target: int, figure: Published, *, assumed: bool = False) -> None:
        if target > MOST_ROWS:
            raise Refusal(f"{figure}需要{target}件记录，示例最多{MOST_ROWS}件。请写成 declared 并注明理由。")
        standing = self.lines.get(key)
        if standing is None:
            self.lines[key] = Line(key, "rows", target, figure, assumed=assumed)
        elif standing.target != target:
            if figure.fits(Fraction(standing.target)):
                return
            if not standing.by.fits(Fraction(target)):
                raise contradiction(standing, figure, "二者是同一指标、同一范围、同一期间。")
            self.lines[key] = Line(key, "rows", target, figure)

    def rate(self, figure: Published, indicator: Share | Ratio | Change) -> Rate:
        above = numerator(indicator, figure.span)
        below = list(denominator(indicator, figure.span))
        if above is None or len(below) != 1 or not plain(above[0]) or not plain(below[0][0]):
            raise Refusal(
                f"{figure}的分子、分母不是件数，不能由示例生成。请在 groups 中写明，或者写成 declared。"
            )
        keys = [
            (measure_of(figure.workstream, one, span, self.registry), figure.organ, figure.scope)
            for one, span in (above, below[0])
        ]
        times = factor(indicator.kind, indicator.unit)
        change = isinstance(indicator, Change)
        return Rate(figure, keys[0], keys[1], times, change, isinstance(indicator, Share))

    def settle_rates(self) -> None:
        """Rates over a known base first; what they give may be the base of others."""
        waiting = list(self.rates)
        while waiting:
            ready = [rate for rate in waiting if rate.below in self.lines]
            if not ready:
                self.assume_base([rate for rate in waiting if rate.below == waiting[0].below])
                continue
            for rate in ready:
                self.settle(rate)
                waiting.remove(rate)

    def settle(self, rate: Rate) -> None:
        base = self.lines[rate.below]
        if base.target == 0:
            raise contradiction(rate.by, base, "分母为零的比率不存在。")
        part = self.lines.get(rate.above)
        if part is not None:
            if not rate.fits(part.target, base.target):
                told = float(rate.value(part.target, base.target))
                raise contradiction(rate.by, part, f"{part.target}与分母{base.target}得{told:.4g}。")
            return
        above = next(rate.numerators(base.target), None)
        if above is None:
            raise contradiction(rate.by, base, f"以{base.target}为分母得不出{rate.by.text}。")
        self.rows(rate.above, above, rate.by, assumed=True)

    def assume_base(self, rates: list[Rate]) -> None:
        """The smallest base over which all these rates print, at least 20 where that exists."""
        key = rates[0].below
        floor = self.floors.get(key, 0)
        for base in (*range(max(LEAST_BASE, floor), LARGEST_BASE), *range(max(1, floor), LEAST_BASE)):
            if all(self.prints_over(rate, base) for rate in rates):
                self.rows(key, base, rates[0].by, assumed=True)
                return
        other = self.lines.get(rates[0].above) or rates[-1].by
        raise contradiction(rates[0].by, other, "没有一个分母能使它们都成立。")

    def is_base(self, line: Line) -> bool:
        return any(rate.below == line.key and rate.by is line.by for rate in self.rates)

    def base_of(self, line: Line) -> Key:
        """The base of the rate that a line is a part of; the line itself where it is none."""
        return next((rate.below for rate in self.rates if line.key in {rate.above, rate.below}), line.key)

    def prints_over(self, rate: Rate, base: int) -> bool:
        part = self.lines.get(rate.above)
        if part is None:
            return next(rate.numerators(base), None) is not None
        return rate.fits(part.target, base)


def plain(indicator: Counted) -> bool:
    return isinstance(indicator, Count | Stock)


def number_of(figure: Published, scale: int = 1) -> int:
    """The whole number that the records are to give: the published one, or the nearest that prints so."""
    value = Fraction(figure.value)
    step = Fraction(1, scale)
    for tried in (value, value + step, value - step):
        scaled = tried * scale
        if scaled.denominator == 1 and scaled >= 0 and figure.fits(tried):
            return scaled.numerator
    raise Refusal(f"{figure}不是件数或者整数金额，记录数不出来。请核对 value 与 text。")
