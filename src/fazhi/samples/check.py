"""Published figures against compiled ones, one line each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.printing import EMPTY, Myriad, print_value, read_printed
from fazhi.engine.figures.span import Span
from fazhi.engine.figures.value import Figure, Scope
from fazhi.engine.models import Event
from fazhi.engine.registry import Registry
from fazhi.organs.models import Organ
from fazhi.reader.document import json_value
from fazhi.samples.published import Published, SampleFile

NOT_LOADED = "示例机关尚未载入"


@dataclass(frozen=True, slots=True)
class Compared:
    """One published figure beside the compiled one; ``compiled`` is unrounded, in the figure's unit."""

    figure: Published
    compiled: Fraction | None
    printed: str
    records: int
    origin: str
    equal: bool
    note: str

    def as_json(self) -> dict[str, Any]:
        compiled = json_value(self.compiled)
        line: dict[str, Any] = {
            "id": self.figure.id,
            "indicator": self.figure.indicator,
            "published": json_value(Fraction(self.figure.value))["value"],
            "printed": self.printed,
            "compiled": compiled["value"],
            "records": self.records,
            "origin": self.origin,
            "equal": self.equal,
            "note": self.note,
        }
        return line | ({"exact": compiled["exact"]} if "exact" in compiled else {})


def compared(sample: SampleFile, registry: Registry) -> list[Compared]:
    """Every figure of the file in its order; those of a line of work not declared yet are left out."""
    found = compiled_figures(sample, registry)
    assumed = assumptions(sample)
    return [line(figure, found.get(figure.id), assumed.get(figure.id, "")) for figure in sample.figures]


def compiled_figures(sample: SampleFile, registry: Registry) -> dict[str, Figure]:
    """The compiled figure by the published one's id: one compilation a span, organ and scope."""
    organs = {organ.code: organ for organ in Organ.objects.filter(code__in={f.organ for f in sample.figures})}
    groups: dict[tuple[Span, str, Scope], list[Published]] = defaultdict(list)
    for figure in sample.figures:
        if figure.organ in organs:
            groups[figure.span, figure.organ, figure.scope].append(figure)
    found = {}
    for (span, code, scope), figures in groups.items():
        organ = organs[code]
        keys = {figure.indicator for figure in figures}
        compiled = compile_figures(sorted(keys), [organ], [scope], span, registry=registry)
        for figure in figures:
            found[figure.id] = compiled[organ.pk, scope, figure.indicator]
    return found


def line(figure: Published, compiled: Figure | None, assumed: str) -> Compared:
    value = compiled.value if compiled is not None else None
    note = "；".join(filter(None, (figure.note, assumed.rstrip("；"), "" if compiled else NOT_LOADED)))
    unit = compiled.unit if compiled is not None else ""
    equal = value is not None and figure.fits(value)
    origin = compiled.origin if compiled is not None else figure.origin
    return Compared(
        figure,
        value,
        figure.text if equal else printed_alike(figure, value, unit),
        compiled.records if compiled is not None else 0,
        origin,
        equal and origin == figure.origin,
        note,
    )


def printed_alike(figure: Published, value: Fraction | None, unit: str) -> str:
    """The compiled value with the digits and rounding of the published text."""
    if value is None:
        return EMPTY
    step = read_printed(figure.text).step
    myriad: Myriad = "亿" if "亿" in figure.text else "万" if "万" in figure.text else ""
    scale = {"": 1, "万": 10**4, "亿": 10**8}[myriad]
    digits = max(len(str(step.denominator * scale // step.numerator)) - 1, 0) if step < scale else 0
    return print_value(value, unit, digits=digits, rounding=figure.rounding, myriad=myriad)


def assumptions(sample: SampleFile) -> dict[str, str]:
    """What was assumed when the sample was loaded, by the figure's id."""
    event = Event.objects.filter(kind="sample", changes__sample=sample.name).order_by("-pk").first()
    found: dict[str, str] = event.changes.get("assumed", {}) if event is not None else {}
    return found


def table(rows: list[Compared]) -> Iterator[str]:
    """The comparison for a terminal; declared figures are listed apart."""
    for title, origin in (("由记录计数", "counted"), ("申报数", "declared")):
        some = [row for row in rows if row.origin == origin]
        if not some:
            continue
        equal = sum(row.equal for row in some)
        yield f"{title}：{len(some)}个，相等{equal}个"
        for row in some:
            mark = "相等" if row.equal else "不等"
            note = f"  {row.note}" if row.note else ""
            yield (
                f"  {mark}  {row.figure.id}  {row.figure.indicator}"
                f"  公布 {row.figure.text}  编制 {row.printed}  记录 {row.records}{note}"
            )
