"""Addresses of the page at hand with other parameters."""

from __future__ import annotations

from django.http import HttpRequest


def altered(request: HttpRequest, **changes: str | None) -> str:
    """The query of the page with some parameters changed; None or empty takes one out: ``?step=open``."""
    query = request.GET.copy()
    for name, value in changes.items():
        if value:
            query[name] = value
        else:
            query.pop(name, None)
    return f"?{query.urlencode()}"
