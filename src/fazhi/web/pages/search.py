"""Search across every register: words of titles and beginnings of numbers, of what the reader may see."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse

from fazhi.engine import listing
from fazhi.engine.listing import Asked
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.web.letterhead import page, record_url, register_url
from fazhi.web.link import Link
from fazhi.web.office import Desk
from fazhi.web.shown import brief, shown

EACH = 8


@dataclass(frozen=True, slots=True)
class Hit:
    title: str
    url: str
    number: str
    step: str
    organ: str


@dataclass(frozen=True, slots=True)
class Hits:
    """What one register holds; ``more`` opens the rest in its list."""

    label: str
    hits: tuple[Hit, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class SearchPage:
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    found: tuple[Hits, ...]


def search(request: Desk) -> HttpResponse:
    """The first hits of each register, one query a register."""
    words = request.GET.get("q", "").strip()[:100]
    found = [hits(request, register, words) for register in installed().registers.values()] if words else []
    told = tuple(one for one in found if one.hits)
    lead = f"“{words}”" if words else "请输入编号、当事人或者事项，至少两个字"
    content = SearchPage("搜索", lead, (Link("工作台", reverse("home")), Link("搜索", current=True)), told)
    return page(request, "web/search.html", content, current="search")


def hits(request: Desk, register: Register, words: str) -> Hits:
    rows = listing.rows(request.rights, register, Asked(words=words))
    wanted = list(rows.select_related("record", "organ").order_by("-pk")[: EACH + 1])
    more = f"{register_url(register.key)}?{urlencode({'q': words})}" if len(wanted) > EACH else ""
    return Hits(
        register.label,
        tuple(
            Hit(
                row.record.title,
                record_url(register.key, row.pk),
                shown(register, row, "number"),
                str(register.procedure.steps(row.step).label),
                brief(row.organ),
            )
            for row in wanted[:EACH]
        ),
        more,
    )
