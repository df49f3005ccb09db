"""The page of one record: where it stands, what may be done, when it is due, what happened, what it feeds."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.urls import reverse

from fazhi.engine.access import may_capture, why_visible
from fazhi.engine.dossier import EVENTS, Dossier, open_dossier, open_row
from fazhi.engine.figures.trace import Feed, figures_fed
from fazhi.engine.figures.value import RATE_KINDS
from fazhi.engine.gates import gates_asked, holds, possible_moves
from fazhi.engine.models import Evidence, RecordModel
from fazhi.engine.paper_ready import papers_asked
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.web.day import said, weekday
from fazhi.web.letterhead import page, record_url
from fazhi.web.link import Action, Link, Tag, articles
from fazhi.web.move import Opened
from fazhi.web.notice import Notice
from fazhi.web.office import Desk
from fazhi.web.pages.cards import deck_of
from fazhi.web.pages.clocks import clocks_of
from fazhi.web.pages.document_rows import documents_of
from fazhi.web.pages.facts import facts_of, part_links, parts_of, unset_of
from fazhi.web.pages.history import events_of
from fazhi.web.pages.procedure import rail_of
from fazhi.web.pages.register import crumbs, register_of
from fazhi.web.record import Breached, Fed, Paper, RecordPage, Related, settled
from fazhi.web.record_urls import RecordUrls
from fazhi.web.seal import GONE

ALL_EVENTS, FED = 500, 8


def seen(request: Desk, key: str, pk: int) -> tuple[Register, RecordModel]:
    """The register and the row, if the person may see it.

    :raises Http404: there is none, or it is not for these eyes; which of both is not said.
    """
    register = register_of(key)
    row = open_row(request.rights, register, pk)
    if row is None:
        raise Http404
    return register, row


def record(request: Desk, key: str, pk: int) -> HttpResponse:
    """The page of a record; ``?events=all`` tells its whole story."""
    register, row = seen(request, key, pk)
    return page(request, "web/record.html", told(request, register, row), current=register.workstream_key)


def told(
    request: Desk,
    register: Register,
    row: RecordModel,
    *,
    opened: Opened | None = None,
    notices: tuple[Notice, ...] = (),
) -> RecordPage:
    """Everything on the page; with ``opened`` the form of a move stands under its card."""
    whole = request.GET.get("events") == "all"
    dossier = open_dossier(request.rights, register, row, events=ALL_EVENTS if whole else EVENTS)
    urls = RecordUrls(
        register.key, row.pk, may_capture(request.rights, row.organ_id) and not row.withdrawn_on
    )
    held = holds(register, row.pk, {**gates_asked(register, row), **papers_asked(register, row)})
    possible = possible_moves(
        register,
        row,
        request.actor,
        request.rights,
        papers=dossier.standing(request.day),
        acted=dossier.made_by(request.actor.person),
        alone=not dossier.linked,
        held=held,
    )
    deck = deck_of(dossier, possible, urls, request.day, opened.key if opened else "")
    clocks, past = settled(clocks_of(dossier, request, urls.record))
    fed = figures(dossier, request)
    return RecordPage(
        title=row.record.title,
        number=row.number,
        lead=lead(row),
        version=row.record.version,
        crumbs=crumbs(register, Link(row.number or row.record.title, current=True)),
        today=f"今日 {said(request.day)}，{weekday(request.day)}",
        rail=rail_of(dossier, possible, request.day),
        cards=deck.full,
        short_cards=deck.short,
        folded_cards=deck.folded,
        opened=opened,
        facts=facts_of(dossier, request.rights, urls),
        facts_label="事实",
        unset=unset_of(dossier),
        parts=parts_of(dossier, request.rights, urls),
        part_links=part_links(dossier, urls),
        papers=tuple(paper(one, urls) for one in dossier.papers),
        papers_url=urls.paper() if not row.withdrawn_on and may_add_paper(request, register, row) else "",
        documents=documents_of(dossier, urls, held),
        clocks=clocks,
        past_clocks=past,
        events=events_of(register, dossier.events, request.day),
        all_events=Link("更早的经过", f"{urls.record}?events=all") if dossier.more_events else None,
        trail=f"您以“{why_visible(request.rights, register, row)}”查看；第 {row.record.version} 版",
        tags=(Tag("示例数据", "dash"),) if row.record.synthetic else (),
        notices=(*notices, *withdrawn(row)),
        breaches=tuple(
            Breached(one.label, articles(one.detail.split("、"))) for one in dossier.of_kind("breach")
        ),
        actions=(Action("更正", urls.correct()),) if urls.writable else (),
        more=(Link("撤回记录", urls.withdraw()),) if urls.writable else (),
        related=related(dossier),
        relate_url=urls.relate(),
        fed=fed[:FED],
        fed_more=fed[FED:],
        ended="记录已撤回，不能办理。" if row.withdrawn_on else "",
    )


def lead(row: RecordModel) -> str:
    handler = row.record.handler
    return "　".join(filter(None, (f"承办 {handler.name}" if handler else "", row.organ.name)))


def withdrawn(row: RecordModel) -> tuple[Notice, ...]:
    if row.withdrawn_on is None:
        return ()
    return (Notice(GONE, "info", f"记录已于{row.withdrawn_on}撤回", f"理由：{row.record.withdrawn_why}"),)


def may_add_paper(request: Desk, register: Register, row: RecordModel) -> bool:
    """Officials of the record's organ, and those of an organ that is a party to it."""
    organs = {row.organ_id, *(getattr(row, f"{party}_id") for party in register.parties)}
    return any(may_capture(request.rights, organ) for organ in organs if organ)


def paper(one: Evidence, urls: RecordUrls) -> Paper:
    size = f"{one.size / 1024:,.0f} KB" if one.size >= 1024 else f"{one.size} 字节"
    detail = f"{one.filename} · {size}" if one.filename else "纸质存卷"
    return Paper(
        one.name,
        detail,
        str(one.effective_on),
        str(one.received_on),
        str(one.expires_on or ""),
        one.proves,
        reverse("evidence", args=[one.pk]) if one.file else "",
        reverse("paper-withdraw", args=[urls.register, urls.pk, one.pk]) if urls.writable else "",
    )


def related(dossier: Dossier) -> tuple[Related, ...]:
    """Linked records that may be seen, and how many may not."""
    registers = installed().registers
    found = [
        Related(
            GONE if one.record.withdrawn_on else None,
            one.record.title,
            record_url(one.record.register, one.record.pk),
            registers[one.record.register].label,
        )
        for one in dossier.linked
        if one.seen and one.record.register in registers
    ]
    hidden = sum(not one.seen for one in dossier.linked)
    return (*found, *([Related(None, f"其余 {hidden} 件无权查看", "")] if hidden else []))


def figures(dossier: Dossier, request: Desk) -> tuple[Fed, ...]:
    """The figures that the record is counted in, plain counts before rates."""
    indicators = installed().indicators
    feeds = figures_fed(dossier.register.key, dossier.row.pk, through=request.day)
    told_once: dict[str, Feed] = {}
    for feed in sorted(
        feeds, key=lambda one: (indicators[one.key].kind in RATE_KINDS, one.part == "denominator")
    ):
        told_once.setdefault(feed.key, feed)
    return tuple(
        Fed(
            indicators[feed.key].label,
            str(feed.spans[-1]) if len(feed.spans) == 1 else f"{feed.spans[0]}至{feed.spans[-1]}",
            "计入" if feed.part == "numerator" else "计入分母",
            figure_url(feed.key, dossier.row.organ_id, feed.spans[-1].last.year),
        )
        for feed in told_once.values()
    )


def figure_url(key: str, organ: int, year: int) -> str:
    return f"{reverse('figure', args=[key])}?{urlencode({'organ': organ, 'year': year, 'scope': 'own'})}"
