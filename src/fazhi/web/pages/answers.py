"""One answer to a call for figures: what was filled in, by whom, and what is done with it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from fazhi.engine import calls as engine
from fazhi.engine.calls_before import base_of, bases, source_of, span_of
from fazhi.engine.figures.printing import print_value
from fazhi.engine.models import AnswerStep, Asked
from fazhi.engine.refusal import Refusal
from fazhi.exchange.call_sheet import unit_of
from fazhi.web.call import AnswerPage, seal_of
from fazhi.web.day import said
from fazhi.web.letterhead import page
from fazhi.web.link import Link
from fazhi.web.office import Desk
from fazhi.web.pages.calls import HOME, coordinates
from fazhi.web.shown import brief


def answer_of(request: Desk, pk: int) -> Asked:
    """The answer, if the person may see it.

    :raises Http404: there is none for these eyes.
    """
    row = (
        Asked.objects.select_related("call__organ", "organ", "filled_by", "confirmed_by")
        .filter(pk=pk)
        .first()
    )
    if row is None or not engine.answers_of(request.actor, row.call, request.day).filter(pk=pk).exists():
        raise Http404
    return row


def filled_by(row: Asked) -> str:
    return f"{row.filled_by.name}，{said(row.filled_on)}" if row.filled_by and row.filled_on else ""


def address(pk: int, act: str) -> str:
    return reverse("answer-act", args=[pk, act])


def answer(request: Desk, pk: int) -> HttpResponse:
    """One answer and what may be done with it."""
    row = answer_of(request, pk)
    one = row.call
    going = one.ended_on is None
    mine = going and coordinates(request, one.organ)
    checks = going and bool(request.rights.roles_in(row.organ_id) & {*engine.CHECKING})
    back = mine and row.step in {AnswerStep.FILLED, AnswerStep.CONFIRMED}
    known, base = bases([row], span_of(one)).get((row.organ_id, row.indicator)), base_of(row)
    unit = unit_of(row.indicator)
    content = AnswerPage(
        title=engine.label(row), lead=f"{row.organ.name} · {span_of(one)}",
        crumbs=(Link(HOME, reverse("calls")), Link(one.title, reverse("call", args=[one.pk])),
                Link(brief(row.organ), current=True)),
        seal=seal_of(row.step, one.due_on, request.day, ended=not going),
        facts=tuple(fact for fact in (
            ("状态", row.get_step_display()),
            ("数值", f"{print_value(row.value)}{unit}" if row.value is not None else ""),
            ("上年同期", f"{print_value(known.value)}{unit}（{source_of(known)}）" if known else ""),
            ("填报的上年同期", f"{print_value(base.value)}{unit}" if base else ""),
            ("上年同期来源", f"{base.source}，截至{said(base.as_of)}" if base else ""),
            ("来源", row.source),
            ("截至", said(row.as_of) if row.as_of else ""),
            ("说明", row.note),
            ("填报", filled_by(row)),
            ("核对", row.confirmed_by.name if row.confirmed_by else ""),
            ("退回意见", row.remark),
        ) if fact[1]),
        version=row.version,
        confirm_url=address(pk, "confirm") if checks and row.step == AnswerStep.FILLED else "",
        accept_url=address(pk, "accept") if mine and row.step == AnswerStep.CONFIRMED else "",
        return_url=address(pk, "return") if back else "",
    )  # fmt: skip
    return page(request, "web/answer.html", content, current="calls")


@require_POST
def act(request: Desk, pk: int, name: str) -> HttpResponse:
    """Confirm, accept or return one answer."""
    row, version = answer_of(request, pk), version_in(request)
    if name == "confirm":
        engine.confirm(pk, version, request.actor)
    elif name == "accept":
        engine.accept(pk, version, request.actor)
    elif name == "return":
        engine.send_back(pk, version, request.POST.get("remark", ""), request.actor)
    else:
        raise Http404
    words = {"confirm": "已核对", "accept": "已采用", "return": "已退回"}
    messages.success(request, f"{words[name]}“{engine.label(row)}”。", extra_tags="ok")
    return redirect("call", row.call_id)


def version_in(request: Desk) -> int:
    text = request.POST.get("version", "")
    if not text.isdigit():
        raise Refusal("页面上没有版本。请刷新后再办。")
    return int(text)
