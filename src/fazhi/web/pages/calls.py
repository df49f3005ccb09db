"""Calls for figures: the list, a new one, the matrix of one call, and what is done with one answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from fazhi.engine import calls as engine
from fazhi.engine.calls_before import span_of
from fazhi.engine.figures.printing import print_value
from fazhi.engine.figures.span import parse
from fazhi.engine.models import AnswerStep, Asked, Call
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.exchange.call_sheet import unit_of
from fazhi.organs.models import Organ, Role
from fazhi.organs.role import CAPTURING
from fazhi.web.call import CallPage, CallRow, CallsPage, Cell, OrganRow, Total, seal_of
from fazhi.web.day import said
from fazhi.web.fields import day_field, form_of, organs_for, reason_field, told
from fazhi.web.form import FormPage
from fazhi.web.letterhead import page
from fazhi.web.link import Action, Link
from fazhi.web.office import Desk
from fazhi.web.seal import DONE, LATE, OPEN, Seal
from fazhi.web.shown import brief

HOME = "数据填报"


def calls(request: Desk) -> HttpResponse:
    """Calls in view, the newest first, each with how many answers are accepted: two queries."""
    late = Q(asked__step__in=engine.OPEN)
    found = engine.calls_of(request.actor, request.day).annotate(
        whole=Count("asked", distinct=True),
        done=Count("asked", filter=Q(asked__step=AnswerStep.ACCEPTED), distinct=True),
        owed=Count("asked", filter=late, distinct=True),
    )
    rows = tuple(
        CallRow(
            state_of(one, request.day),
            one.title, reverse("call", args=[one.pk]), brief(one.organ), str(span_of(one)),
            said(one.due_on), one.done, one.whole,
        )
        for one in found.order_by("-pk")[:100]
    )  # fmt: skip
    actions = (
        (Action("布置填报", reverse("call-new"), main=True),) if coordinates(request, request.organ) else ()
    )
    content = CallsPage(
        HOME, "统筹人员布置，各机关填报、核对，采用后作为申报数入账；有记录的数以记录为准",
        (Link(request.organ.name), Link(HOME, current=True)), rows, actions,
    )  # fmt: skip
    return page(request, "web/calls.html", content, current="calls")


def state_of(one: Any, today: date) -> Seal:
    """Done once all is accepted or the call has ended; late while somebody still owes after the day."""
    if one.ended_on or one.done == one.whole:
        return DONE
    return LATE if one.owed and today > one.due_on else OPEN


def coordinates(request: Desk, organ: Organ) -> bool:
    return Role.COORDINATOR in request.rights.roles_in(organ.pk)


@require_http_methods(["GET", "POST"])
def new_call(request: Desk) -> HttpResponse:
    """Ask organs for figures of a span by a day."""
    if not coordinates(request, request.organ):
        raise PermissionDenied(f"您不是“{request.organ.name}”的统筹人员，不能布置填报。")
    data: Any = request.POST if request.method == "POST" else None
    form = form_of(new_fields(request), data)
    if form.is_valid():
        given = form.cleaned_data
        try:
            made = engine.open_call(
                request.actor, request.organ, title=given["title"], indicators=given["indicators"],
                organs=given["organs"], span=parse(given["span"]), due_on=given["due_on"], note=given["note"],
            )  # fmt: skip
        except Refusal as refusal:
            told(form, refusal)
        else:
            messages.success(request, f"已向{len(given['organs'])}个机关布置填报。", extra_tags="ok")
            return redirect("call", made.pk)
    content = FormPage(
        title="布置填报", lead=f"布置机关 {request.organ.name}",
        crumbs=(Link(request.organ.name), Link(HOME, reverse("calls")), Link("布置填报", current=True)),
        url="", form=form, submit="布置填报", cancel=Link("放弃布置", reverse("calls")),
        hint="先看指标页：有记录的数不必填报。",
    )  # fmt: skip
    return page(request, "web/form.html", content, current="calls", status=422 if form.errors else 200)


def new_fields(request: Desk) -> dict[str, forms.Field]:
    registry = installed()
    groups = [
        (room.label, [(f"{room.key}.{one.key}", one.label) for one in room.indicators])
        for room in registry.workstreams.values()
    ]
    year = request.day.year
    return {
        "title": forms.CharField(label="名称", max_length=120, initial=f"{year}年度法治政府建设数据",
                                 error_messages={"required": "请填写“名称”"}),
        "span": forms.CharField(label="期间", max_length=40, initial=f"{year}年",
                                help_text="如 2026年、2026年上半年、2026年第三季度、2026年5月",
                                error_messages={"required": "请填写“期间”"}),
        "due_on": day_field("报送期限", required=True),
        "indicators": forms.MultipleChoiceField(
            label="指标", choices=groups, widget=forms.SelectMultiple(attrs={"size": 12}),
            help_text="按住 Ctrl 可选多个", error_messages={"required": "请至少选择一个指标"}),
        "organs": forms.ModelMultipleChoiceField(
            organs_for(request.organ, request.day), label="填报机关",
            widget=forms.SelectMultiple(attrs={"size": 12}),
            help_text="按住 Ctrl 可选多个", error_messages={"required": "请至少选择一个机关"}),
        "note": forms.CharField(label="填报说明", max_length=500, required=False,
                                widget=forms.Textarea(attrs={"rows": 2})),
    }  # fmt: skip


def call_of(request: Desk, pk: int) -> Call:
    found = engine.calls_of(request.actor, request.day).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def call(request: Desk, pk: int) -> HttpResponse:
    """The matrix of one call: organs by figures, the late ones marked, the sums below."""
    one = call_of(request, pk)
    answers = list(engine.answers_of(request.actor, one, request.day))
    keys = list(dict.fromkeys(answer.indicator for answer in answers))
    mine = coordinates(request, one.organ)
    actions = []
    if one.ended_on is None and any(works_at(request, answer.organ_id) for answer in answers):
        actions.append(Action("填报本机关的数", reverse("call-fill", args=[pk]), main=True))
    if mine and one.ended_on is None:
        actions.append(Action("结束填报", reverse("call-end", args=[pk])))
    owed = sum(answer.step in engine.OPEN for answer in answers)
    content = CallPage(
        title=one.title, lead=f"{brief(one.organ)}布置 · {span_of(one)} · {said(one.due_on)}前报送",
        crumbs=(Link(request.organ.name), Link(HOME, reverse("calls")), Link(one.title, current=True)),
        version=None,
        facts=tuple(filter(lambda fact: fact[1], (
            ("已采用", f"{sum(answer.step == AnswerStep.ACCEPTED for answer in answers)} / {len(answers)}"),
            ("尚未填报", f"{owed} 个数" if owed else "无"),
            ("填报说明", one.note),
            ("结束", said(one.ended_on) if one.ended_on else ""),
        ))),
        figures=tuple(name_of(key) for key in keys),
        rows=matrix(request, one, answers, keys),
        totals=tuple(total(one, key, answers, mine=mine) for key in keys),
        actions=tuple(actions),
    )  # fmt: skip
    return page(request, "web/call.html", content, current="calls")


def name_of(key: str) -> str:
    known = installed().indicators.get(key)
    return known.label if known else key


def works_at(request: Desk, organ: int) -> bool:
    return bool(request.rights.roles_in(organ) & {*CAPTURING})


def matrix(request: Desk, one: Call, answers: Iterable[Asked], keys: list[str]) -> tuple[OrganRow, ...]:
    """Organs in the order of their codes; who is behind is told in words too."""
    by_organ: dict[Organ, dict[str, Asked]] = defaultdict(dict)
    for answer in answers:
        by_organ[answer.organ][answer.indicator] = answer

    def cell(answer: Asked | None) -> Cell | None:
        if answer is None:
            return None
        seal = seal_of(answer.step, one.due_on, request.day, ended=one.ended_on is not None)
        return Cell(seal, reverse("answer", args=[answer.pk]), print_value(answer.value))

    return tuple(
        OrganRow(
            brief(organ),
            tuple(cell(given.get(key)) for key in keys),
            sum(answer.step in engine.OPEN for answer in given.values()) if request.day > one.due_on else 0,
        )
        for organ, given in by_organ.items()
    )


def total(one: Call, key: str, answers: Iterable[Asked], *, mine: bool) -> Total:
    """The sum of what is accepted; a button where the coordinator may enter it."""
    known = installed().indicators.get(key)
    rows = [answer for answer in answers if answer.indicator == key]
    done = [answer for answer in rows if answer.step == AnswerStep.ACCEPTED]
    whole = sum((answer.value or Fraction(0) for answer in done), Fraction(0))
    ready = (
        mine
        and known is not None
        and len(done) == len(rows)
        and known.kind in {"count", "stock", "sum", "declared"}
    )
    return Total(
        known.label if known else key,
        f"{print_value(whole)}{unit_of(key)}" if done else "—",
        f"{len(done)}/{len(rows)} 个机关已采用",
        f"{reverse('call-total', args=[one.pk])}?figure={key}" if ready else "",
    )


@require_POST
def take_total(request: Desk, pk: int) -> HttpResponse:
    """Enter the sum of a figure's answers as the figure of the organ that asked."""
    one, key = call_of(request, pk), request.GET.get("figure", "")
    if key not in installed().indicators:
        raise Http404
    value, base = engine.take_total(one, key, request.actor)
    also = "" if base is None else f"，上年同期合计{print_value(base)}{unit_of(key)}"
    sums = f"“{name_of(key)}”合计{print_value(value)}{unit_of(key)}{also}"
    text = f"{sums}，已作为{brief(one.organ)}的申报数入账。"
    messages.success(request, text, extra_tags="ok")
    return redirect("call", pk)


@require_http_methods(["GET", "POST"])
def end_call(request: Desk, pk: int) -> HttpResponse:
    """End a call with a reason."""
    one = call_of(request, pk)
    data: Any = request.POST if request.method == "POST" else None
    form = form_of({"why": reason_field("结束理由", hint="记入经过")}, data)
    if form.is_valid():
        engine.end_call(one, request.actor, form.cleaned_data["why"])
        messages.success(request, "已结束填报，采用的数保留。", extra_tags="ok")
        return redirect("call", pk)
    content = FormPage(
        title="结束填报", lead=one.title,
        crumbs=(Link(HOME, reverse("calls")), Link(one.title, reverse("call", args=[pk]))),
        url="", form=form, submit="结束填报", cancel=Link("不结束", reverse("call", args=[pk])),
    )  # fmt: skip
    return page(request, "web/form.html", content, current="calls", status=422 if form.errors else 200)
