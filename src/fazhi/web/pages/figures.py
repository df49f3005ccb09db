"""All indicators by line of work, for one organ, scope and year."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.urls import reverse

from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.printing import SIGNS, print_value
from fazhi.engine.figures.value import Figure
from fazhi.engine.registry import installed
from fazhi.web.asking import Asking, asked, filters
from fazhi.web.figure import ORIGINS, FigureIndexPage, IndexPart, IndexRow
from fazhi.web.letterhead import page
from fazhi.web.link import Link
from fazhi.web.office import Desk


def figures(request: Desk) -> HttpResponse:
    """The list of all figures; each opens to its page."""
    asking = asked(request)
    registry = installed()
    found = compile_figures(registry.indicators, [asking.organ], [asking.scope], asking.span)
    content = FigureIndexPage(
        title="指标",
        lead="　".join(asking.scale),
        crumbs=(Link(asking.organ.name), Link("指标", current=True)),
        filters=filters(request, asking),
        parts=tuple(
            part(
                workstream.label,
                [found[asking.organ.pk, asking.scope, f"{key}.{one.key}"] for one in workstream.indicators],
                asking,
            )
            for key, workstream in registry.workstreams.items()
            if workstream.indicators
        ),
    )
    return page(request, "web/figures.html", content, current="figures")


def part(label: str, figures: Sequence[Figure], asking: Asking) -> IndexPart:
    """Figures with something behind them first; a report is not written from empty ones."""
    empty = [one for one in figures if one.origin == "counted" and not one.records]
    told = [one for one in figures if one not in empty]
    return IndexPart(label, tuple(row(one, asking) for one in told), tuple(row(one, asking) for one in empty))


def row(figure: Figure, asking: Asking) -> IndexRow:
    value, unit = printed(figure)
    return IndexRow(
        figure.label,
        reverse("figure", args=[figure.key]) + asking.query,
        figure.key,
        installed().indicators[figure.key].word,
        value,
        unit,
        f"{figure.records:,}" if figure.origin == "counted" else "—",
        ORIGINS[figure.origin],
    )


def printed(figure: Figure) -> tuple[str, str]:
    """Value and unit apart; nothing is said as a unit of what has no value."""
    text = print_value(figure.value, figure.unit)
    if figure.value is None:
        return text, ""
    return (text.removesuffix(figure.unit), figure.unit) if figure.unit in SIGNS else (text, figure.unit)
