"""Letterhead and index of every page, for the official at the desk: one query."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from fazhi.engine.models import Obligation
from fazhi.engine.paper_template import KEEPERS
from fazhi.engine.registry import installed
from fazhi.organs.models import Role
from fazhi.organs.role import CAPTURING, VIEWING
from fazhi.web.index import index
from fazhi.web.link import Link
from fazhi.web.office import Desk, organs_at
from fazhi.web.shell import Acting, Shell


def page(request: Desk, template: str, content: Any, *, current: str = "", status: int = 200) -> HttpResponse:
    """A page in its letterhead.

    :param current: the key of the line of work, or the name of the tool, on which the reader is.
    """
    context = {"shell": shell(request, current), "page": content}
    return render(request, template, context, status=status)


def shell(request: Desk, current: str = "") -> Shell:
    mine, late = waiting(request)
    rights = request.rights
    return Shell(
        organs=tuple(
            Acting(str(organ.pk), organ.name, organ.pk == request.organ.pk) for organ in organs_at(rights)
        ),
        person=request.actor.name,
        post=roles(request),
        groups=index(
            {key: register_url(one.registers[0].key) for key, one in installed().workstreams.items()},
            late,
            current,
            {key: one.label for key, one in installed().workstreams.items()},
        ),
        tools=tools(request, current),
        home_url=reverse("home"),
        search_url=reverse("search"),
        logout_url=reverse("logout"),
        inbox_url=reverse("home"),
        inbox=mine,
        act_url=reverse("act"),
        search=request.GET.get("q", "")[:100] if current == "search" else "",
        sample=bool(rights.person and rights.person.synthetic),
    )


def register_url(key: str) -> str:
    return reverse("register", args=[key])


def record_url(register: str, pk: int) -> str:
    return reverse("record", args=[register, pk])


def roles(request: Desk) -> str:
    """The roles held in the organ acted for: 承办人、审核人."""
    held = dict.fromkeys(
        str(Role(grant.role).label) for grant in request.rights.grants if grant.organ_id == request.organ.pk
    )
    return "、".join(held)


def tools(request: Desk, current: str) -> tuple[Link, ...]:
    """The pages above the lines of work, as far as the person has business there."""
    working = any(grant.role in VIEWING for grant in request.rights.grants)
    names = [("home", "工作台", reverse("home"))]
    if working:
        names += [("figures", "指标", reverse("figures")), ("calls", "数据填报", reverse("calls"))]
        names.append(("report", "年度报告", reverse("report")))
    names.append(("explain", "说明", reverse("explain")))
    if request.rights.roles_in(request.organ.pk) & KEEPERS:
        names.append(("templates", "文书模板", reverse("templates")))
    if request.rights.holds(Role.AUDIT_ADMIN):
        names.append(("trail", "事件链", reverse("trail")))
    return tuple(Link(label, url, key == current) for key, label, url in names)


def waiting(request: Desk) -> tuple[int, dict[str, int]]:
    """Clocks that wait for the person, and late ones within view by line of work."""
    rights = request.rights
    view, late = rights.organs(VIEWING), Q(due_on__lt=rights.day)
    mine = Q(handler=rights.person) | Q(handler__isnull=True) & rights.organs(CAPTURING)
    # Clocks of withdrawn records need no looking out for: a record that is withdrawn keeps none.
    open_clocks = Obligation.objects.filter((view & late) | mine, met_on__isnull=True, watch=False)
    rows = open_clocks.values_list("register").annotate(
        late=Count("pk", filter=view & late), mine=Count("pk", filter=mine)
    )
    total, behind = 0, Counter[str]()
    for register, late_here, mine_here in rows:
        total += mine_here
        behind[register.partition(".")[0]] += late_here
    return total, dict(behind)
