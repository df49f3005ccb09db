"""Theme and size of the pages: two cookies, set by a form, so that the switch works without script."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

CHOICES = {"theme": ("light", "dark"), "size": ("normal", "large")}
"""Cookie → its values; the first one holds where the cookie is absent or says something else."""

KEPT = 365 * 24 * 3600


@require_POST
def choose(request: HttpRequest) -> HttpResponseRedirect:
    """Keep the posted ``theme`` or ``size`` and go back to the page in ``next``; other values do nothing."""
    response = redirect(return_address(request))
    for name, values in CHOICES.items():
        value = request.POST.get(name)
        if value in values:
            response.set_cookie(
                name, value, max_age=KEPT, samesite="Lax", httponly=True, secure=request.is_secure()
            )
    return response


def return_address(request: HttpRequest) -> str:
    """Where the form came from, if that is a page of this site; else the first page."""
    given = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(given, allowed_hosts={request.get_host()}):
        return given
    return "/"
