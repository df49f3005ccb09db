"""What a page of figures is asked: organ, year and scope, as far as the reader may report."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from fazhi.engine.figures.span import Span, year
from fazhi.engine.figures.value import SCOPE_LABELS, SCOPES, Scope
from fazhi.engine.models import Freeze
from fazhi.organs.dated import in_force
from fazhi.organs.models import Below, Organ
from fazhi.organs.role import REPORTING
from fazhi.web.address import altered
from fazhi.web.listing import Choice, Filter
from fazhi.web.office import Desk

YEAR = "year"
"""The parameter, and the key of the session under which the year last looked at is kept."""

FIRST, SHOWN = 2000, 4


@dataclass(frozen=True)
class Asking:
    """One organ, scope and year."""

    organ: Organ
    scope: Scope
    number: int

    @property
    def span(self) -> Span:
        return year(self.number)

    @property
    def query(self) -> str:
        """The same question for another figure."""
        return f"?organ={self.organ.pk}&year={self.number}&scope={self.scope}"

    @property
    def scale(self) -> tuple[str, str]:
        return f"{self.number}年度 · {self.organ.name}", SCOPE_LABELS[self.scope]


def asked(request: Desk) -> Asking:
    """What the address asks, else what was looked at last, else the year last frozen, else this year.

    :raises PermissionDenied: figures of that organ are not for this person.
    """
    organ = organ_of(request)
    scope: Scope = next((one for one in SCOPES if one == request.GET.get("scope")), "within")
    number = number_in(request.GET.get(YEAR, ""), request.day.year) or request.session.get(YEAR)
    if number is None:
        frozen = Freeze.objects.filter(organ=organ).order_by("-last").first()
        number = frozen.last.year if frozen else request.day.year
    if request.session.get(YEAR) != number:
        request.session[YEAR] = number
    return Asking(organ, scope, number)


def number_in(text: str, latest: int) -> int | None:
    return int(text) if text.isdecimal() and len(text) == 4 and FIRST <= int(text) <= latest else None


def organ_of(request: Desk) -> Organ:
    """The organ asked for, if the person reports for it or for one above it."""
    text = request.GET.get("organ", "")
    pk = int(text) if text.isdecimal() and len(text) < 19 else request.organ.pk
    held = {grant.organ_id: grant.organ for grant in request.rights.grants if grant.role in REPORTING}
    if pk in held:
        return held[pk]
    found = Organ.objects.filter(
        Q(pk__in=Below.objects.filter(in_force(request.day), high__in=held).values("low")), pk=pk
    ).first()
    if found is None:
        raise PermissionDenied(
            "您没有查看这个机关数据的权限。数据对本机关及其上级开放，请联系安全管理员授权。"
        )
    return found


def filters(request: Desk, asking: Asking) -> tuple[Filter, ...]:
    """Years and scopes as links."""
    years = [
        number for number in range(asking.number - SHOWN, asking.number + 2) if number <= request.day.year
    ]
    if request.day.year not in years:
        years.append(request.day.year)
    return (
        Filter(
            "年度",
            tuple(
                Choice(str(one), altered(request, year=str(one), before=None), current=one == asking.number)
                for one in years
            ),
        ),
        Filter(
            "范围",
            tuple(
                Choice(
                    SCOPE_LABELS[one], altered(request, scope=one, before=None), current=one == asking.scope
                )
                for one in SCOPES
            ),
        ),
    )
