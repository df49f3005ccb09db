"""The draft of a year: its figures compiled and frozen, told from the frozen set in the outline's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.timezone import localtime

from fazhi.engine.actor import Actor
from fazhi.engine.figures.compile import compile_year
from fazhi.engine.figures.freeze import figures_of, freeze, stands
from fazhi.engine.figures.value import Figure
from fazhi.engine.limits import floors_set
from fazhi.engine.models import DeclaredFigure, Freeze, FrozenMember, TrailHead
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.law.editions import SUPERVISION_2019
from fazhi.organs.scope import organ_ids
from fazhi.organs.tree import name_on, names_on
from fazhi.reports.contribution import Contribution
from fazhi.reports.manuscript import Draft, Head, Paragraph, Run
from fazhi.reports.outline import ANNUAL_REPORT, Outline, place_of
from fazhi.reports.question import Question
from fazhi.reports.rows import row_of
from fazhi.reports.writing import entries_of, write_sections


def freeze_year(question: Question, actor: Actor, figures: Iterable[Figure] | None = None) -> Freeze:
    """The figures of the year frozen; the last freeze again where nothing behind it has moved since.

    :param figures: every declared indicator as compiled for the question, if that was done already.
    """
    last = (
        Freeze.objects.filter(
            organ=question.organ, scope=question.scope, first=question.span.first, last=question.span.last
        )
        .order_by("-pk")
        .first()
    )
    if last is not None:
        kept = set(last.figures.values_list("indicator", flat=True))
        if kept == set(installed().indicators) and stands(last):
            return last
    if figures is None:
        figures = compile_year(question.organ, question.scope, question.year)
    return freeze(figures, actor)


def make_draft(
    question: Question,
    frozen: Freeze,
    contribution: Contribution | None = None,
    outline: Outline = ANNUAL_REPORT,
) -> Draft:
    """Tell the frozen figures of every line of work, with the organ's own paragraphs before them.

    :raises Refusal: there is nothing to say; a paragraph names a figure that there is not.
    """
    given = contribution or Contribution()
    figures = figures_of(frozen)
    sections = tuple(write_sections(figures, given.passages, outline))
    name = name_on(question.organ, question.span.last)
    if not sections:
        raise Refusal(
            f"{name}（{question.scope_label}）{question.year}年没有记录，报告没有可写的内容。"
            "请先登记或导入记录，或者用 --text 提供本机关的段落。"
        )
    place = place_of(name)
    return Draft(
        title=given.title or outline.title.format(place=place, year=question.year),
        organ=name,
        organ_code=question.organ.code,
        scope=question.scope,
        scope_label=question.scope_label,
        year=question.year,
        sections=sections,
        entries=tuple(entries_of(sections, figures, sources_of(frozen))),
        rows=tuple(map(row_of, figures.values())),
        digest=frozen.digest,
        frozen_at=localtime(frozen.made_at),
        heads=tuple(heads_of(question)),
        addressees=given.addressees,
        opening=opening_of(place, question.year),
        signed_on=given.signed_on,
        floors=floors_set(question.organ.pk),
        synthetic=FrozenMember.objects.filter(figure__freeze=frozen, record__synthetic=True).exists(),
    )


def opening_of(place: str, year: int) -> Paragraph:
    """The sentence that opens the report; it names its legal basis where that bound the year's report."""
    # The report of a year falls due before 1 March of the next （第二十四条）.
    bound = SUPERVISION_2019.covers(date(year + 1, 2, 28))
    basis = f"根据{SUPERVISION_2019.title}，" if bound else ""
    return Paragraph((Run(f"{basis}现将{place}{year}年度法治政府建设工作情况报告如下。"),))


def sources_of(frozen: Freeze) -> dict[str, str]:
    """Supplier and as-of day of each declared figure of the freeze, by the indicator's key."""
    declared = frozen.figures.filter(origin="declared").values("indicator")
    entered = DeclaredFigure.objects.filter(
        organ=frozen.organ, scope=frozen.scope, first=frozen.first, last=frozen.last, indicator__in=declared
    )
    return {row.indicator: f"来源：{row.source}；截至{row.as_of}。{row.note}" for row in entered}


def heads_of(question: Question) -> Iterator[Head]:
    """The last event of each organ in the scope, its own first: cutting a chain's tail then shows."""
    ids = set(organ_ids(question.organ, question.scope, question.span.last)) | {question.organ.pk}
    names = names_on(ids, question.span.last)
    heads = TrailHead.objects.filter(chain__in=ids, seq__gt=0)
    for head in sorted(heads, key=lambda one: (one.chain != question.organ.pk, one.chain)):
        yield Head(names[head.chain], head.chain, head.seq, head.mac)
