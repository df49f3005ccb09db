"""Many figures of many organs at once: one grouped scan for each register and date field, then the tree.

Counts, sums and stocks add up the tree; different values, medians and coverage are asked for each scope;
shares, ratios and changes are computed from their parts, as exact fractions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fazhi.engine.figures.coverage import eligible
from fazhi.engine.figures.formula import Formula, Sheet
from fazhi.engine.figures.kinds import Indicator
from fazhi.engine.figures.rollup import reach
from fazhi.engine.figures.span import Span, year
from fazhi.engine.figures.sql import Additive, scan, spread
from fazhi.engine.figures.value import SCOPES, Figure, Origin, Scope
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import Registry, installed
from fazhi.organs.models import Organ

Key = tuple[int, Scope, str]


def compile_figures(
    indicators: Iterable[str],
    organs: Iterable[Organ | int],
    scopes: Iterable[Scope],
    span: Span,
    *,
    registry: Registry | None = None,
) -> dict[Key, Figure]:
    """Every indicator for every organ and scope over ``span``, by (organ id, scope, indicator key).

    Lapses of the law up to the span's last day are taken as settled (:mod:`fazhi.engine.tick`).

    :raises Refusal: an indicator or a scope that does not exist.
    """
    registry = registry or installed()
    keys = list(dict.fromkeys(indicators))
    for key in keys:
        known(key, registry)
    ids = list(dict.fromkeys(one if isinstance(one, int) else one.pk for one in organs))
    wanted = list(dict.fromkeys(scopes))
    for scope in wanted:
        check_scope(scope)
    sheet = Sheet(registry, {scope: reach(ids, scope, span.last) for scope in wanted})
    formulas = {key: sheet.formula(key.partition(".")[0], registry.indicators[key], span) for key in keys}
    fill(sheet, span)
    return figures(sheet, formulas, ids, span)


def compile_year(
    organ: Organ, scope: Scope, number: int, *, registry: Registry | None = None
) -> list[Figure]:
    """Every declared indicator of one organ and scope for one year, in the order of declaration."""
    registry = registry or installed()
    found = compile_figures(registry.indicators, [organ], [scope], year(number), registry=registry)
    return list(found.values())


def known(key: str, registry: Registry) -> Indicator:
    """The indicator of that full key.

    :raises Refusal: none has it.
    """
    try:
        return registry.indicators[key]
    except KeyError:
        raise Refusal(f"没有“{key}”这个指标。请用 fazhi explain 查看已声明的指标。") from None


def check_scope(scope: str) -> None:
    """
    :raises Refusal: there is no such scope.
    """
    if scope not in SCOPES:
        raise Refusal(f"没有“{scope}”这个范围。可用：own（本机关）、within（块）、line（条）。")


def fill(sheet: Sheet, span: Span) -> None:
    """Ask the database for all that the sheet's formulas need: once for each register and window."""
    everyone = {low for reached in sheet.reaches.values() for low in reached.everyone}
    for group in by_window(dict.fromkeys((*sheet.additive, *sheet.own))):
        model = sheet.registry.registers[group[0].measure.register].model
        for one, column in scan(model, group, everyone).items():
            if one in sheet.own:
                sheet.own[one].update(column)
            if one in sheet.additive:
                for scope, reached in sheet.reaches.items():
                    sheet.additive[one][scope] = reached.added(column)
    for measure, scopes in sheet.spreads.items():
        found = spread(sheet.registry.registers[measure.register].model, measure, everyone)
        for scope, reached in sheet.reaches.items():
            scopes[scope] = reached.merged(found)
    for key, should in sheet.eligible.items():
        sheet.eligible[key] = eligible(should, everyone, span.last)
    sheet.declared.fill(organ for reached in sheet.reaches.values() for organ in reached.lows)


def by_window(wanted: Iterable[Additive]) -> list[list[Additive]]:
    """What can be asked in one scan: the same register and the same window."""
    groups: dict[tuple[str, object], list[Additive]] = defaultdict(list)
    for one in wanted:
        groups[one.measure.register, one.measure.window].append(one)
    return list(groups.values())


def figures(
    sheet: Sheet, formulas: Mapping[str, Formula], organs: Sequence[int], span: Span
) -> dict[Key, Figure]:
    """The filled sheet read off."""
    found: dict[Key, Figure] = {}
    for key, formula in formulas.items():
        indicator = sheet.registry.indicators[key]
        label, unit, kind = indicator.label, indicator.unit, indicator.kind
        for scope in sheet.reaches:
            for organ in organs:
                value, above, below, records, declared = formula(organ, scope)
                origin: Origin = "declared" if declared or kind == "declared" else "counted"
                found[organ, scope, key] = Figure(
                    key, label, scope, organ, span, value, unit, kind, above, below, origin, records
                )
    return found
