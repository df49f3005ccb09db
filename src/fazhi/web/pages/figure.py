"""One figure: value, definition, the organs it comes from, the records behind it, its months and years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Count as Rows
from django.http import Http404, HttpResponse
from django.urls import reverse

from fazhi.engine.figures.ask import explanation, sql_of
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.kinds import Count, Indicator, Stock, Sum
from fazhi.engine.figures.span import year
from fazhi.engine.figures.trace import members
from fazhi.engine.figures.value import RATE_KINDS, Figure, Scope
from fazhi.engine.limits import floor_at
from fazhi.engine.models import DeclaredFigure
from fazhi.engine.registry import installed
from fazhi.organs.dated import in_force, living
from fazhi.organs.models import Below, Organ
from fazhi.organs.scope import SCOPE_AXES
from fazhi.web.asking import Asking, asked, filters
from fazhi.web.bars import Amount, Columns, columns
from fazhi.web.figure import ORIGINS, Breakdown, FigurePage, Measured, shares
from fazhi.web.letterhead import page
from fazhi.web.link import Action, Link, Tag
from fazhi.web.notice import Notice
from fazhi.web.office import Desk
from fazhi.web.pages.figures import printed
from fazhi.web.pages.frozen import frozen_of
from fazhi.web.pages.members import members_of
from fazhi.web.seal import DONE, OPEN, SOON, WAIT
from fazhi.web.shown import brief
from fazhi.web.worklist import Tally

YEARS = 5


def figure(request: Desk, key: str) -> HttpResponse:
    """The page of one indicator.

    :raises Http404: there is no such indicator.
    """
    registry = installed()
    if key not in registry.indicators:
        raise Http404
    indicator, asking = registry.indicators[key], asked(request)
    workstream = registry.workstreams[key.partition(".")[0]]
    found = compiled(key, [asking.organ.pk], asking.scope, asking.number)[asking.organ.pk]
    organ = asking.organ.pk
    past = range(asking.number - YEARS + 1, asking.number)
    years = {number: compiled(key, [organ], asking.scope, number)[organ] for number in past}
    years[asking.number] = found
    value, unit = printed(found)
    content = FigurePage(
        title=indicator.label,
        key=key,
        lead=f"指标 · {workstream.label}",
        crumbs=(
            Link("指标", reverse("figures") + asking.query),
            Link(workstream.label, reverse("explain-one", args=[workstream.key])),
            Link(indicator.label, current=True),
        ),
        filters=filters(request, asking),
        value=value,
        unit=unit,
        scale=asking.scale,
        formula=explanation(key),
        tags=(Tag(indicator.word), *([Tag("申报", "dash")] if found.origin == "declared" else [])),
        tallies=tallies(found, years.get(asking.number - 1)),
        said=" ".join(filter(None, (indicator.note, said(indicator.says)))),
        parts=part_links(found, asking),
        query=";\n\n".join(sql_of(key)),
        notices=(*sources(found), *reached(indicator, key, asking, request)),
        organs=by_organ(found, asking),
        members=members_of(request, found, asking),
        frozen=frozen_of(request, found, asking),
        months=by_month(found, asking),
        months_note=f"{asking.number}年",
        years=by_year(years, asking, key),
        years_note="深色为本年度",
        actions=(Action("全部指标", reverse("figures") + asking.query),),
    )
    return page(request, "web/figure.html", content, current="figures")


def said(patterns: Iterable[str]) -> str:
    """How reports say it, without what only tells a reader of texts when it does not apply."""
    told = [" ".join(plain_words(pattern)) for pattern in patterns]
    return f"报告写法：{'、'.join(dict.fromkeys(told))}。" if told else ""


def plain_words(pattern: str) -> Iterable[str]:
    """The words of a pattern; what begins with & or ! only says when it holds."""
    return (word.replace("|", "/") for word in pattern.split() if word[0] not in "&!")


def compiled(key: str, organs: Iterable[int], scope: Scope, number: int) -> dict[int, Figure]:
    """The figure of each organ."""
    found = compile_figures([key], list(organs), [scope], year(number))
    return {organ: one for (organ, _, _), one in found.items()}


def tallies(found: Figure, before: Figure | None) -> tuple[Tally, ...]:
    """Last year, the growth against it, and the two parts of a rate."""
    told = []
    if found.numerator is not None and found.denominator is not None:
        told.append(Tally("分子 / 分母", f"{plain(found.numerator)} / {plain(found.denominator)}"))
    elif found.kind not in RATE_KINDS:
        told.append(Tally("记录", f"{found.records:,}", "件"))
    if before is not None and before.value is not None:
        value, unit = printed(before)
        told.append(Tally("上年", value, unit))
        if found.value is not None and before.value > 0 and found.kind not in RATE_KINDS:
            growth = float((found.value - before.value) * 100 / before.value)
            told.append(Tally("比上年", f"{growth:+.1f}".replace("-", "－").replace("+", "＋"), "%"))
    return tuple(told)


def plain(number: object) -> str:
    return str(number)


def part_links(found: Figure, asking: Asking) -> tuple[Link, ...]:
    """For a rate, the records of both its parts."""
    if found.kind not in {"share", "ratio", "change"}:
        return ()
    return (
        Link("分子的记录", f"{asking.query}#members"),
        Link("分母的记录", f"{asking.query}&part=denominator#members"),
    )


def sources(found: Figure) -> tuple[Notice, ...]:
    """Where a declared figure comes from."""
    if found.origin != "declared":
        return ()
    rows = DeclaredFigure.objects.filter(
        indicator=found.key,
        organ=found.organ_id,
        scope=found.scope,
        first=found.span.first,
        last=found.span.last,
    ).select_related("entered_by")
    return tuple(
        Notice(
            OPEN,
            "info",
            "申报数",
            f"来源：{row.source}，截至 {row.as_of}。{row.note}",
        )
        for row in rows
    )


def reached(indicator: Indicator, key: str, asking: Asking, request: Desk) -> Iterator[Notice]:
    """Whether the organ's own year has as many as the law or the place asks for at least."""
    floor, year_end = indicator.floor, date(asking.number, 12, 31)
    if floor is None or not floor.cite.covers(year_end):
        return
    organ = asking.organ.pk
    have = compiled(key, [organ], "own", asking.number)[organ].value or 0
    times = floor_at(floor, organ)
    cited = f"{floor.cite}{'' if floor.cite.law.verified else '（未核）'}"
    basis = f"{cited if times == floor.times else '本地设定'}：每年不少于{times}{indicator.unit}"
    if have >= times:
        yield Notice(DONE, "ok", "已达到规定次数", f"{basis}。")
    elif asking.number >= request.day.year:
        yield Notice(WAIT, "info", f"还须{times - have}{indicator.unit}", f"{basis}，本机关本年已有{have}。")
    else:
        yield Notice(SOON, "soon", f"少{times - have}{indicator.unit}", f"{basis}，本机关当年{have}。")


def by_organ(found: Figure, asking: Asking) -> Breakdown | None:
    """The organ by itself and each that stands directly below it; the note counts those without any."""
    if asking.scope == "own" or found.kind == "declared":
        return None
    below = Below.objects.filter(
        in_force(found.span.last), high=asking.organ, axis=SCOPE_AXES[asking.scope], depth=1
    ).values("low")
    children = list(Organ.objects.filter(living(found.span.last), pk__in=below).order_by("code"))
    if not children:
        return None
    figures = compiled(found.key, [organ.pk for organ in children], asking.scope, asking.number)
    own = compiled(found.key, [asking.organ.pk], "own", asking.number)[asking.organ.pk]
    rows = [measured("本级", own, f"?organ={asking.organ.pk}&year={asking.number}&scope=own")]
    rows += [
        measured(
            brief(organ), figures[organ.pk], f"?organ={organ.pk}&year={asking.number}&scope={asking.scope}"
        )
        for organ in children
    ]
    kept = [row for row in rows if row.amount]
    empty = len(rows) - len(kept)
    return Breakdown(
        "按单位",
        "单位",
        found.unit,
        shares(kept),
        printed(found)[0],
        ""
        if isinstance(installed().indicators[found.key], (Count, Sum, Stock))
        else "各单位分别计算，不相加",
        origin=True,
        note=f"其余 {empty} 个单位没有" if empty else "",
    )


def measured(label: str, figure: Figure, url: str) -> Measured:
    amount = None if figure.value is None else float(figure.value)
    return Measured(label, printed(figure)[0], amount, url, ORIGINS[figure.origin])


def by_month(found: Figure, asking: Asking) -> Columns | None:
    """A count by the month of its day, out of the same rows that make the figure."""
    indicator = installed().indicators[found.key]
    if not isinstance(indicator, Count) or found.origin == "declared" or not found.records:
        return None
    rows = members(found.key, asking.organ, asking.scope, asking.span)
    counted = dict(rows.order_by().values_list(f"{indicator.on}__month").annotate(rows=Rows("pk")))
    return columns(
        Amount(f"{month}月", counted.get(month, 0), str(counted.get(month, 0))) for month in range(1, 13)
    )


def by_year(years: dict[int, Figure], asking: Asking, key: str) -> Columns | None:
    """The last years side by side; years without a value are named and empty."""
    if not any(one.value for one in years.values()):
        return None
    return columns(
        Amount(
            str(number),
            None if one.value is None else abs(float(one.value)),
            printed(one)[0],
            "b1" if number == asking.number else "b2",
            f"{reverse('figure', args=[key])}?organ={asking.organ.pk}&year={number}&scope={asking.scope}",
        )
        for number, one in years.items()
    )
