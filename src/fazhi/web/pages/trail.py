"""The chains of events for the audit administrator: whether they hold, and what was done, newest first."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponse
from django.urls import reverse

from fazhi.engine.actor import BY_LAW, SHANGHAI
from fazhi.engine.models import Event, TrailHead
from fazhi.engine.registry import installed
from fazhi.engine.trail import verify
from fazhi.organs.models import Organ, Role
from fazhi.web import notice
from fazhi.web.address import altered
from fazhi.web.letterhead import page
from fazhi.web.link import Action, Link
from fazhi.web.notice import Notice
from fazhi.web.office import Desk
from fazhi.web.pager import pager
from fazhi.web.pages.history import changes_of
from fazhi.web.record import Fact
from fazhi.web.seal import CONTRADICTION
from fazhi.web.trail import Entry, TrailPage

EACH = 50
MOST_FAULTS = 50


def trail(request: Desk) -> HttpResponse:
    """The events of the organs that the audit administrator answers for; ``?verify=1`` checks every chain.

    :raises PermissionDenied: only the audit administrator reads the trail.
    """
    if not request.rights.holds(Role.AUDIT_ADMIN):
        raise PermissionDenied("事件链只对审计管理员开放。")
    mine = request.rights.organs([Role.AUDIT_ADMIN])
    events = Event.objects.filter(mine | Q(chain=0)).select_related("record", "organ")
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        events = events.filter(pk__lt=int(before))
    rows = list(events.order_by("-pk")[: EACH + 1])
    following = altered(request, before=str(rows[EACH - 1].pk), verify=None) if len(rows) > EACH else ""
    content = TrailPage(
        title="事件链",
        lead="谁在何时、按哪一法定日、为何改了什么；只增不改",
        crumbs=(Link("事件链", current=True),),
        entries=tuple(entry(event) for event in rows[:EACH]),
        verdict=verdict() if request.GET.get("verify") == "1" else None,
        heads=heads(request),
        pager=pager(len(rows[:EACH]), None, previous=reverse("trail") if before else "", following=following),
        actions=(Action("校验全部事件链", "?verify=1", main=True),),
    )
    return page(request, "web/trail.html", content, current="trail")


def verdict() -> Notice:
    """Every chain recomputed; each fault with its place."""
    found = list(verify())
    if not found:
        return notice.done("全部事件链校验正常", "每一事件的封印、次序和链首都与写入时一致。")
    items = tuple(notice.Item(f"链 {one.chain} 第 {one.seq} 号：{one.text}") for one in found[:MOST_FAULTS])
    title = f"事件链有 {len(found)} 处不符，请停止使用并报告"
    return Notice(CONTRADICTION, "late", title, items=items)


def heads(request: Desk) -> tuple[Fact, ...]:
    """The last code of each chain in view, as reports print it."""
    organs = {
        organ.pk: organ.name
        for organ in Organ.objects.filter(
            pk__in=[grant.organ_id for grant in request.rights.grants if grant.role == Role.AUDIT_ADMIN]
        )
    }
    rows = TrailHead.objects.filter(chain__in=[0, *organs]).order_by("chain")
    return tuple(
        Fact(organs.get(row.chain, "不属于机关的事项"), row.mac, f"第 {row.seq} 号", code=True)
        for row in rows
    )


def entry(event: Event) -> Entry:
    """One event; personal columns are masked here too."""
    register = installed().registers.get(event.record.register) if event.record else None
    return Entry(
        str(event.seq),
        f"{event.logged_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
        str(event.legal_on),
        event.actor_name,
        event.label,
        Link(event.record.title) if event.record else None,
        tuple(changes_of(register, event.changes, {}))[:6] if register else (),
        event.why,
        event.actor_id is None and event.actor_name == BY_LAW.name,
    )
