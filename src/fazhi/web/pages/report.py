"""The draft of the annual report from its frozen figures: each number opens; what the self-check found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from fazhi.engine.access import may_capture
from fazhi.engine.figures.freeze import Difference, compare
from fazhi.engine.models import Freeze
from fazhi.engine.refusal import Refusal
from fazhi.law.editions import SUPERVISION_2019
from fazhi.reports import manuscript
from fazhi.reports.docx import write_docx
from fazhi.reports.draft import freeze_year, make_draft
from fazhi.reports.facts import facts_of
from fazhi.reports.manuscript import Draft
from fazhi.reports.outline import ANNUAL_REPORT
from fazhi.reports.page import write_html
from fazhi.reports.question import Question
from fazhi.reports.selfcheck import Check, Remark, check
from fazhi.web.asking import Asking, asked, filters
from fazhi.web.letterhead import page
from fazhi.web.link import Action, Link, articles
from fazhi.web.listing import Empty
from fazhi.web.office import Desk
from fazhi.web.record import Fact
from fazhi.web.report import Block, Content, Kind, Note, Origin, Passage, ReportPage, Run
from fazhi.web.seal import BREACH, DONE, FINDINGS, LACKING, MOVED

KINDS: dict[str, Kind] = {
    "title": "title",
    "addressees": "p",
    "chapter": "h3",
    "part": "h4",
    "paragraph": "p",
    "signature": "organ",
    "date": "organ",
}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def report(request: Desk) -> HttpResponse:
    """The draft of one organ, scope and year; where nothing is frozen yet, how to begin."""
    asking = asked(request)
    frozen = frozen_for(asking)
    if frozen is None:
        return page(request, "web/report.html", unfrozen(request, asking), current="report")
    try:
        draft = make_draft(question(asking), frozen)
    except Refusal as refusal:
        content = unfrozen(request, asking, str(refusal))
        return page(request, "web/report.html", content, current="report")
    content = told(request, asking, draft, [one for one in compare(frozen) if not one.stands])
    return page(request, "web/report.html", content, current="report")


@require_POST
def freeze(request: Desk) -> HttpResponse:
    """Compile and freeze the figures of the year, so that the draft is written from them.

    :raises PermissionDenied: not an official of the organ.
    """
    asking = asked(request)
    if not may_capture(request.rights, asking.organ.pk):
        raise PermissionDenied(f"“{asking.organ.name}”的数据由该机关冻结。")
    freeze_year(question(asking), request.actor)
    messages.success(request, f"已编制并冻结{asking.number}年的数据。", extra_tags="ok")
    return redirect(reverse("report") + asking.query)


@require_GET
def report_file(request: Desk, kind: str) -> HttpResponse:
    """The draft as a page for a website, or as an official document.

    :raises Http404: no such kind, or nothing is frozen.
    """
    asking = asked(request)
    frozen = frozen_for(asking)
    if frozen is None or kind not in {"html", "docx"}:
        raise Http404
    draft = make_draft(question(asking), frozen)
    body = write_html(draft).encode() if kind == "html" else write_docx(draft)
    response = HttpResponse(body, content_type="text/html; charset=utf-8" if kind == "html" else WORD)
    response["Content-Disposition"] = f'attachment; filename="report-{asking.number}.{kind}"'
    return response


def question(asking: Asking) -> Question:
    return Question(asking.organ, asking.scope, asking.number)


def frozen_for(asking: Asking) -> Freeze | None:
    """The newest freeze of the organ, scope and year."""
    span = asking.span
    rows = Freeze.objects.filter(organ=asking.organ, scope=asking.scope, first=span.first, last=span.last)
    return rows.order_by("-pk").first()


def unfrozen(request: Desk, asking: Asking, why: str = "") -> ReportPage:
    text = why or "报告的每个数都取自冻结的数据。编制并冻结之后，草稿按提纲自动写出。"
    return ReportPage(
        title=f"{asking.number}年度法治政府建设工作报告",
        lead=f"{asking.organ.name}　{asking.scale[1]}",
        crumbs=(Link("年度报告", current=True),),
        passages=(),
        filters=filters(request, asking),
        empty=Empty(f"{asking.number}年的数据还没有冻结" if not why else "草稿没有写出", text),
        freeze_url=freeze_url(request, asking),
    )


def freeze_url(request: Desk, asking: Asking) -> str:
    """Where the form that freezes is posted; empty for those who may not."""
    return reverse("freeze") + asking.query if may_capture(request.rights, asking.organ.pk) else ""


def told(request: Desk, asking: Asking, draft: Draft, moved: list[Difference]) -> ReportPage:
    """The draft with what the self-check found, and the figures that moved since they were frozen."""
    checked = check(draft)
    keys = {one.key for one in moved}
    notes = Notes([*moved_notes(moved, draft, asking), *remark_notes(checked)])
    passages = tuple(passage(blocks, asking, draft, keys, notes) for blocks in chapters(draft))
    return ReportPage(
        title=draft.title,
        lead=f"草稿　{draft.organ}　{draft.scope_label}",
        crumbs=(Link("年度报告", reverse("report")), Link(f"{asking.number}年度", current=True)),
        passages=(*passages, *notes.rest()),
        note=summary(checked, moved),
        next_note=1 if notes.made else 0,
        links=(
            Link("下载网页", reverse("report-file", args=["html"]) + asking.query),
            Link("下载公文", reverse("report-file", args=["docx"]) + asking.query),
        ),
        contents=tuple(contents(draft)),
        contents_note="提纲的各部分",
        articles=articles([str(SUPERVISION_2019.art(24))]) if bound(draft) else (),
        frozen=tuple(
            Fact(name, value, code=name in {"事实集", "事件链头"}) for name, value in facts_of(draft)
        ),
        actions=(Action("全部指标", reverse("figures") + asking.query),),
        filters=filters(request, asking),
        freeze_url=freeze_url(request, asking) if moved else "",
    )


def summary(checked: Check, moved: list[Difference]) -> str:
    words = f"{checked.figures} 处数字，可复算 {checked.checked} 处，须处理 {len(checked.open)} 项"
    return f"{words}；冻结后有变动 {len(moved)} 个数" if moved else f"{words}；冻结后没有变动"


def bound(draft: Draft) -> bool:
    """Whether the law that names the mandatory contents bound the report of that year."""
    return SUPERVISION_2019.covers(date(draft.year + 1, 2, 28))


def contents(draft: Draft) -> Iterator[Content]:
    """Every chapter of the outline with whether it is there."""
    there = {section.kind for section in draft.sections}
    for chapter in ANNUAL_REPORT.chapters:
        if chapter.kind in there:
            yield Content(DONE, chapter.heading)
        elif chapter.mandatory:
            yield Content(BREACH if bound(draft) else LACKING, chapter.heading, "还没有内容")


def chapters(draft: Draft) -> list[list[manuscript.Block]]:
    """The lines of the document, a new stretch with each chapter."""
    found: list[list[manuscript.Block]] = [[]]
    for block in draft.blocks():
        if block.kind == "chapter":
            found.append([])
        found[-1].append(block)
    return [blocks for blocks in found if blocks]


@dataclass(frozen=True)
class Marked:
    """A note before it has its number: it stands beside the first block that prints ``quote``."""

    quote: str
    note: Note


class Notes:
    """Margin notes numbered in the order of the places they belong to."""

    def __init__(self, waiting: Iterable[Marked]) -> None:
        self.waiting, self.made = list(waiting), 0

    def take(self, text: str, keys: set[str]) -> Iterator[Note]:
        """The notes on a block, by the text or by the figures that it prints."""
        for one in list(self.waiting):
            if one.quote and (one.quote in text or one.quote in keys):
                self.waiting.remove(one)
                yield self.numbered(one)

    def numbered(self, one: Marked) -> Note:
        self.made += 1
        note = one.note
        return Note(
            self.made, note.seal, note.title, note.text, note.form, note.tag, note.articles, note.link
        )

    def rest(self) -> tuple[Passage, ...]:
        """What belongs to no place stands at the end."""
        left = tuple(self.numbered(one) for one in self.waiting)
        return (Passage((), left),) if left else ()


def moved_notes(moved: list[Difference], draft: Draft, asking: Asking) -> Iterator[Marked]:
    printed = {entry.key: entry.printed for entry in draft.entries}
    for one in moved:
        if one.key in printed:
            url = reverse("figure", args=[one.key]) + asking.query
            count = len(one.added) + len(one.left) + len(one.changed)
            text = f"{one.then.label}：冻结为 {printed[one.key]}，此后 {count} 件记录有变动。"
            yield Marked(one.key, Note(0, MOVED, "冻结后有变动", text, link=Link("看差别", url)))


def remark_notes(checked: Check) -> Iterator[Marked]:
    for one in checked.open:
        yield Marked(one.quote.partition("、")[0], note_of(one))


def note_of(one: Remark) -> Note:
    seal = FINDINGS[one.grade]
    title = f"“{one.quote}”" if one.quote else seal.word
    return Note(0, seal, title, one.text, "bad" if one.grade == "contradiction" else "")


def passage(
    blocks: list[manuscript.Block], asking: Asking, draft: Draft, moved: set[str], notes: Notes
) -> Passage:
    origins = {entry.key: entry.origin for entry in draft.entries}
    labels = {entry.key: entry.label for entry in draft.entries}
    made, beside = [], []
    for block in blocks:
        runs = [run_of(run, asking, origins, labels, moved) for run in block.runs]
        found = list(notes.take(block.text, {run.figure for run in block.runs if run.figure}))
        runs += [Run(str(note.number), note=note.number) for note in found]
        beside += found
        made.append(Block(KINDS[block.kind], tuple(runs)))
    return Passage(tuple(made), tuple(beside))


def run_of(
    run: manuscript.Run, asking: Asking, origins: dict[str, str], labels: dict[str, str], moved: set[str]
) -> Run:
    """A number opens its figure; the rest is text."""
    if not run.figure:
        return Run(run.text)
    declared: Origin = "declared" if origins.get(run.figure) == "declared" else "counted"
    origin: Origin = "moved" if run.figure in moved else declared
    url = reverse("figure", args=[run.figure]) + asking.query
    return Run(run.text, origin, url, labels.get(run.figure, run.figure))
