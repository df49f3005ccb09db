"""The figures of a year as a table for the terminal, one line of work after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fazhi.engine.figures.printing import print_value
from fazhi.engine.figures.value import ORIGIN_LABELS, Figure
from fazhi.engine.registry import Registry
from fazhi.reports.printout import table

HEAD = ("指标", "名称", "数", "单位", "来源", "记录")


def shown(figure: Figure) -> str:
    """The value with its unit, or — where there is none."""
    printed = print_value(figure.value, figure.unit)
    return printed if figure.value is None or figure.unit in printed else printed + figure.unit


def empty(figure: Figure) -> bool:
    """Whether it says nothing: no value, or 0 with no record behind it."""
    return not figure.value and not figure.records


def figure_lines(figures: Iterable[Figure], registry: Registry, *, every: bool = False) -> Iterator[str]:
    """Lines of the table; figures that say nothing are counted, or with ``every`` listed as well."""
    listed = list(figures)
    left = 0
    for workstream in registry.workstreams.values():
        mine = [one for one in listed if one.key.partition(".")[0] == workstream.key]
        rows = [one for one in mine if every or not empty(one)]
        left += len(mine) - len(rows)
        if rows:
            yield ""
            yield workstream.label
            yield from table(HEAD, map(figure_cells, rows), right=(2, 5))
    if left:
        yield ""
        yield f"另有{left}个指标为0或者没有可比的基数（—），加 --all 一并列出。"


def figure_cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.key,
        figure.label,
        print_value(figure.value, figure.unit),
        figure.unit,
        ORIGIN_LABELS[figure.origin],
        str(figure.records),
    )
