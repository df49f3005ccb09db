"""Who is at the desk: the rights of the person signed in, the organ acted for; time settled once a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from fazhi.engine.access import Rights, rights_of
from fazhi.engine.actor import Actor, today
from fazhi.engine.refusal import Refusal
from fazhi.engine.tick import tick_once
from fazhi.organs.models import Account, Organ, Person
from fazhi.organs.role import CAPTURING, VIEWING
from fazhi.web.display import return_address

__all__ = ["Desk", "Office", "act", "login_not_required"]

ORGAN = "organ"
"""The key of the session that holds the organ acted for."""


class Desk(HttpRequest):
    """The request of a signed-in official, as :class:`Office` completes it.

    ``day`` is today in Asia/Shanghai, one for the whole page.
    """

    user: Account
    rights: Rights
    actor: Actor
    organ: Organ
    day: date


class Office:
    """Middleware: reads the rights once (one query) and lets the first request of a day settle time.

    Every view needs an account with a role, but for those marked ``login_not_required``.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.settled_on: date | None = None

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: Any, view: Callable[..., Any], _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> None:
        if not getattr(view, "login_required", True) or not request.user.is_authenticated:
            return
        day = today()
        if self.settled_on != day:
            tick_once()
            self.settled_on = day
        request.rights = rights_at(request.user, day)
        request.actor = Actor.of(request.rights.person)
        request.organ = organ_of(request)
        request.day = day

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A question refused outside a form is told on a page of its own; nothing was changed."""
        if not isinstance(error, Refusal):
            return None
        return render(request, "web/refused.html", {"text": str(error)}, status=422)


def rights_at(account: Account, day: date) -> Rights:
    """The rights of the account's person: one query.

    :raises PermissionDenied: the account is nobody's, or its person holds no role today.
    """
    if account.person_id is None:
        raise PermissionDenied("这个账号没有对应的人员。请联系本单位系统管理员。")
    rights = rights_of(Person(pk=account.person_id), day)
    if not rights.grants:
        raise PermissionDenied("您今天没有任何角色。请联系本单位安全管理员授权。")
    return replace(rights, person=rights.grants[0].person)


def organs_at(rights: Rights) -> list[Organ]:
    """The organs in which the person holds a role, those of daily work first."""
    held: dict[int, tuple[int, Organ]] = {}
    for grant in rights.grants:
        weight = 0 if grant.role in CAPTURING else 1 if grant.role in VIEWING else 2
        known = held.get(grant.organ_id)
        held[grant.organ_id] = (min(weight, known[0]) if known else weight, grant.organ)
    return [organ for _, organ in sorted(held.values(), key=lambda one: (one[0], one[1].code))]


def organ_of(request: HttpRequest) -> Organ:
    """The organ acted for: as chosen in this session, if a role is still held there; else the first."""
    rights: Rights = request.rights  # type: ignore[attr-defined]  # set by Office just before
    organs = organs_at(rights)
    chosen = request.session.get(ORGAN)
    return next((organ for organ in organs if organ.pk == chosen), organs[0])


@require_POST
def act(request: Desk) -> HttpResponseRedirect:
    """Act for another organ in which a role is held.

    :raises PermissionDenied: no role is held there.
    """
    key = request.POST.get("organ", "")
    for organ in organs_at(request.rights):
        if str(organ.pk) == key:
            request.session[ORGAN] = organ.pk
            return redirect(return_address(request))
    raise PermissionDenied("您在该机关没有角色，不能以它的身份工作。")
