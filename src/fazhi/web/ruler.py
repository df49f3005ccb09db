"""The ruler of a clock: what ran, what was excluded, today and the due day, as the geometry of a drawing.

One natural day is one cell. The first cell is the day after the start, because the start itself does not
count; so a day's cell ends at its number of days since the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from fazhi.web.day import said, short

WIDTH = 360.0
AIR = 5.0
TALL, FLAT = (58, 20, 14), (14, 4, 6)

Kind = Literal["run", "done", "over", "hatch", "wait"]


@dataclass(frozen=True, slots=True)
class Standstill:
    """Days, both included, that do not count; ``last`` is None while it runs."""

    first: date
    last: date | None
    word: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the bar, in units of the view box."""

    x: float
    width: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class Mark:
    """An upright line; ``due`` is the heavy one."""

    x: float
    top: float
    bottom: float
    due: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Text outside the bar; ``anchor`` is start, middle or end."""

    x: float
    y: int
    anchor: str
    text: str

    @property
    def reach(self) -> tuple[float, float]:
        """Left and right end, by an estimate of 12 units a Chinese character and 6.6 a digit."""
        wide = sum(12.0 if ord(sign) > 0x2E80 else 6.6 for sign in self.text)
        left = {"start": self.x, "middle": self.x - wide / 2, "end": self.x - wide}[self.anchor]
        return left, left + wide


@dataclass(frozen=True, slots=True)
class Ruler:
    """A drawing 360 units wide; ``label`` says the same in words."""

    height: int
    top: int
    bar: int
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    label: str
    width: int = int(WIDTH)


def ruler(
    start: date,
    due: date | None,
    today: date,
    pauses: Iterable[Standstill] = (),
    met: date | None = None,
    *,
    word: str = "起算",
    least: bool = False,
) -> Ruler | None:
    """The drawing of one clock, flat and without text once it is met.

    :param due: the due day, or None while a standstill is open.
    :param word: what happened on the start (受理).
    :param least: a least time: the days that must pass are drawn apart, and none beyond them is red.
    :return: None where there is no stretch to draw: limits of hours, and limits counted backwards.
    """
    if due is not None and due <= start:
        return None
    until = min(today, met) if met else today
    end = max(filter(None, (due, met or today)))
    if end <= start:
        return None
    flat = met is not None
    height, top, bar = FLAT if flat else TALL
    scale = (WIDTH - (0 if flat else AIR)) / (end - start).days
    axis = Axis(start, scale)
    still = tuple(clip(pauses, start, min(until, due) if due else until))
    spans = (
        *axis.running(due, until, met, still, least=least),
        *(axis.span(p.first, p.last or until, "hatch") for p in still),
    )
    return Ruler(
        height,
        top,
        bar,
        tuple(sorted(spans, key=lambda span: span.x)),
        axis.marks(due, until, met, top, bar),
        () if flat else placed(axis, due, today, still, word, ends(least=least)),
        aloud(start, due, today, still, met, word, ends(least=least)),
    )


def ends(*, least: bool) -> str:
    """The word for the end of a limit, and of a least time."""
    return "期满" if least else "届满"


def clip(pauses: Iterable[Standstill], start: date, until: date) -> Iterable[Standstill]:
    """The part of each standstill that lies within the drawn time."""
    for pause in pauses:
        first, last = max(pause.first, start + timedelta(1)), min(pause.last or until, until)
        if first <= last:
            yield Standstill(first, last, pause.word)


@dataclass(frozen=True, slots=True)
class Axis:
    """Days to units."""

    start: date
    scale: float

    def after(self, day: date) -> float:
        """The end of a day's cell."""
        return round(max((day - self.start).days, 0) * self.scale, 1)

    def before(self, day: date) -> float:
        """The beginning of a day's cell."""
        return self.after(day - timedelta(1))

    def span(self, first: date, last: date, kind: Kind) -> Span:
        left = self.before(first)
        return Span(left, round(self.after(last) - left, 1), kind)

    def running(
        self,
        due: date | None,
        until: date,
        met: date | None,
        still: Sequence[Standstill],
        *,
        least: bool = False,
    ) -> Iterable[Span]:
        """The stretches that counted, broken by standstills, and the one beyond the due day: red, or of a
        least time as it ran.
        """
        ran: Kind = "done" if met else "run"
        kind: Kind = "wait" if least else ran
        in_time = min(until, due) if due else until
        begin = self.start + timedelta(1)
        for pause in still:
            if begin < pause.first <= in_time:
                yield self.span(begin, pause.first - timedelta(1), kind)
            begin = max(begin, (pause.last or until) + timedelta(1))
        if begin <= in_time:
            yield self.span(begin, in_time, kind)
        if due is not None and until > due:
            yield self.span(due + timedelta(1), until, ran if least else "over")

    def marks(self, due: date | None, until: date, met: date | None, top: int, bar: int) -> tuple[Mark, ...]:
        low = 4 if met else 6
        found = [] if met else [Mark(0.0, top - 4, top + bar + 4)]
        found.append(Mark(self.after(until), top - (4 if met else 6), top + bar + (4 if met else 6)))
        if due is not None and (not met or until > due):
            found.append(Mark(self.after(due), top - low, top + bar + low, due=True))
        return tuple(found)


def placed(
    axis: Axis, due: date | None, today: date, still: Sequence[Standstill], word: str, end: str
) -> tuple[Label, ...]:
    """Labels that do not touch each other: start and due day below the bar; today, then standstills above."""
    below = [Label(0, 54, "start", f"{short(axis.start)} {word}")]
    if due is not None:
        below.append(fitted(axis.after(due), 54, f"{short(due)} {end}"))
    above = [] if today < axis.start else [fitted(axis.after(today), 12, "今日")]
    for pause in sorted(still, key=lambda p: (p.last or today) - p.first, reverse=True):
        last = pause.last or today
        middle = (axis.before(pause.first) + axis.after(last)) / 2
        above.append(fitted(round(middle, 1), 12, f"{pause.word} {(last - pause.first).days + 1} 日"))
    return (*apart(below), *apart(above))


def fitted(x: float, y: int, text: str) -> Label:
    """Centred on ``x``, or pushed inside the drawing."""
    left, right = Label(x, y, "middle", text).reach
    if right > WIDTH:
        return Label(WIDTH, y, "end", text)
    return Label(0, y, "start", text) if left < 0 else Label(x, y, "middle", text)


def apart(labels: Iterable[Label]) -> list[Label]:
    """The labels in order of importance, without those that would touch one already placed."""
    kept: list[Label] = []
    for label in labels:
        left, right = label.reach
        if all(right + 6 <= other.reach[0] or left >= other.reach[1] + 6 for other in kept):
            kept.append(label)
    return kept


def aloud(
    start: date,
    due: date | None,
    today: date,
    still: Sequence[Standstill],
    met: date | None,
    word: str,
    end: str,
) -> str:
    """The drawing in words: 自1月6日受理起，鉴定12日不计入，3月19日届满，今日3月14日."""
    parts = [f"自{said(start)}{word}起"]
    parts += [f"{p.word}{((p.last or today) - p.first).days + 1}日不计入" for p in still]
    parts.append(f"{said(due)}{end}" if due else "期限停止计算")
    parts.append(f"{said(met)}办结" if met else f"今日{said(today)}")
    return "，".join(parts)
