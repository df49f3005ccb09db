"""What an indicator counts, explained: its statements in SQL and one sentence in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count

from fazhi.engine.figures.compile import known
from fazhi.engine.figures.kinds import (
    Change,
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
from fazhi.engine.figures.measure import behind, home_of, measure_of, plain
from fazhi.engine.figures.span import Span
from fazhi.engine.figures.sql import Cell, grouped
from fazhi.engine.figures.wording import label_of, words_of
from fazhi.engine.registry import Registry, installed

ASKED = Span(date(1000, 3, 1), date(1000, 10, 31))
"""A span that stands for any: its days are shown as names."""

NAMES = {
    str(ASKED.first): ":first",
    str(ASKED.last): ":last",
    str(ASKED.eve): ":day_before_first",
    str(ASKED.before().first): ":first_a_year_before",
    str(ASKED.before().last): ":last_a_year_before",
    str(ASKED.before().eve): ":day_before_first_a_year_before",
}


def sql_of(key: str, *, registry: Registry | None = None) -> tuple[str, ...]:
    """The statements that an indicator is compiled to when it is asked alone, one for each of its parts.

    Values for each organ by itself; the tree is added up afterwards. None where the figure is declared.

    :raises Refusal: there is no such indicator.
    """
    registry = registry or installed()
    indicator = known(key, registry)
    workstream = key.partition(".")[0]
    found = (_statement(workstream, counted, span, registry) for counted, span in behind(indicator, ASKED))
    return tuple(dict.fromkeys(found))


def _statement(workstream: str, counted: Counted, span: Span, registry: Registry) -> str:
    measure = measure_of(workstream, counted, span, registry)
    model = registry.registers[measure.register].model
    if measure.columns:
        rows = grouped(model, measure, ("organ_id", *measure.columns), None)
        rows = rows.filter(measure.narrowing()).annotate(rows=Count("*"))
    else:
        rows = grouped(model, measure, ("organ_id",), None)
        value = Cell(counted.column if isinstance(counted, Sum) else "", plain(measure.where))
        rows = rows.annotate(value=value.aggregate())
    sql, params = rows.query.sql_with_params()
    return _filled(sql, params)


def _filled(sql: str, params: tuple[Any, ...]) -> str:
    """The statement with its values written in, days of the span by name."""
    return "".join(_broken(sql % tuple(_literal(value) for value in params)))


def _broken(sql: str) -> Iterator[str]:
    """The statement with its clauses on lines of their own, those of inner statements left where they are."""
    depth = 0
    for word in re.split(r"(\(|\)| FROM | WHERE | GROUP BY )", sql):
        depth += {"(": 1, ")": -1}.get(word, 0)
        yield (
            "\n" + word[1:]
            if depth == 0 and word.startswith(" ") and word.endswith(" ") and word.strip()
            else word
        )


def _literal(value: Any) -> str:
    if str(value) in NAMES:
        return NAMES[str(value)]
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def explanation(key: str, *, registry: Registry | None = None) -> str:
    """What the indicator counts, in one sentence for the clerk.

    :raises Refusal: there is no such indicator.
    """
    registry = registry or installed()
    indicator = known(key, registry)
    workstream = key.partition(".")[0]
    if isinstance(indicator, Declared):
        return f"由{indicator.owner}提供，登记时写明来源和截至日；不由记录计数。"
    return f"{_described(workstream, indicator, registry)}；撤回的记录不计。"


def _described(workstream: str, indicator: Indicator, registry: Registry) -> str:
    match indicator:
        case Declared():
            return f"{indicator.owner}提供的“{indicator.label}”"
        case Share():
            model = home_of(workstream, indicator, registry).model
            whole = _described(workstream, indicator.whole, registry)
            return f"{whole}中，{words_of(indicator.where, model, registry)}的所占比例"
        case Ratio():
            over = _described(workstream, indicator.over, registry)
            return f"{over}，除以{_described(workstream, indicator.under, registry)}"
        case Coverage():
            levels = "、".join(level.label for level in indicator.levels)
            kinds = levels + "、".join(one.label for one in indicator.kinds)
            return f"范围内的{kinds}中，有{_rows(workstream, indicator.have, registry)}的机关所占比例"
        case Change():
            return f"{_described(workstream, indicator.base, registry)}，与上年同期相比的增减比例"
        case _:
            return _rows(workstream, indicator, registry) + _taken(workstream, indicator, registry)


def _rows(workstream: str, counted: Counted, registry: Registry) -> str:
    """The rows: 受理日期在期间之内、程序为“普通程序”的行政复议案件."""
    register = home_of(workstream, counted, registry)
    if isinstance(counted, Stock):
        day = "期间第一日的前一日" if counted.opening else "期间最后一日"
        since, until = label_of(register.model, counted.since), label_of(register.model, counted.until)
        when = f"到{day}已有{since}而尚无{until}"
    else:
        when = f"{label_of(register.model, counted.on)}在期间第一日至最后一日之间"
    where = words_of(counted.where, register.model, registry)
    return f"{when}{f'、{where}' if where else ''}的{register.label}"


def _taken(workstream: str, counted: Counted, registry: Registry) -> str:
    """What is taken of the rows."""
    model = home_of(workstream, counted, registry).model
    match counted:
        case Sum():
            divided = f"，除以{counted.scale}" if counted.scale != 1 else ""
            return f"的{label_of(model, counted.column)}合计{divided}"
        case Distinct():
            return f"中不同的{label_of(model, counted.column)}的个数"
        case Median():
            return f"从{label_of(model, counted.start)}到{label_of(model, counted.end)}的日数的中位数"
        case _:
            return f"的{counted.unit}数"
