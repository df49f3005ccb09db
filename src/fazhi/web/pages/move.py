"""A lawful act made from its form: refused with every reason and remedy, or done, logged and shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from fazhi.engine.access import may_capture, visible_to
from fazhi.engine.gates import possible_moves, words
from fazhi.engine.models import Link, RecordModel
from fazhi.engine.moves import Given, make_move
from fazhi.engine.procedure import Move
from fazhi.engine.refusal import Conflict, Lack, Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.values import label_of
from fazhi.web.fields import day_field, declared_fields, form_of, organs_for, reason_field, values_of
from fazhi.web.letterhead import page
from fazhi.web.link import Action, articles
from fazhi.web.move import Opened
from fazhi.web.notice import Item, Notice, faults, overtaken, refused
from fazhi.web.office import Desk
from fazhi.web.pages.child_rows import ChildRows, all_valid, asks_for_more, child_rows
from fazhi.web.pages.demands import comparisons, gate_of, remedy_of
from fazhi.web.pages.record import seen, told
from fazhi.web.record_urls import RecordUrls

ON, GROUND, AMOUNT, WHY = "move_on", "move_ground", "move_amount", "move_why"
OWN = {"on": ON, "ground": GROUND, "amount": AMOUNT}
"""The engine's names for what comes with a move besides columns → the names in the form."""


@require_http_methods(["GET", "POST"])
def move(request: Desk, key: str, pk: int, act: str) -> HttpResponse:
    """The form of one move under its card; posted, the move is made.

    :raises Http404: no such record for these eyes, no such move.
    """
    register, row = seen(request, key, pk)
    chosen = next((one for one in register.procedure.moves if one.key == act), None)
    if chosen is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = move_form(request, register, row, chosen, data)
    rows = lines(request, register, row, chosen, data)
    if data is None or asks_for_more(data):
        return shown(request, register, row, chosen, form, rows)
    if not all_valid(form, rows):
        return shown(request, register, row, chosen, form, rows, faults(*fault_items(form, rows)), status=422)
    try:
        make_move(
            register,
            row.pk,
            chosen.key,
            actor=request.actor,
            on=form.cleaned_data[ON],
            version=version_of(request),
            given=given_by(register, chosen, form, rows),
        )
    except Conflict as conflict:
        _, row = seen(request, key, pk)
        notice = overtaken("他人刚刚改动了这件记录", conflict.text)
        return shown(request, register, row, chosen, form, rows, notice, status=409)
    except Refusal as refusal:
        notice = refusal_notice(request, register, row, chosen, refusal)
        return shown(request, register, row, chosen, form, rows, notice, status=422)
    messages.success(request, f"已办理“{chosen.label}”。", extra_tags="ok")
    return redirect(RecordUrls(register.key, row.pk).record)


def version_of(request: Desk) -> int:
    """The version of the record that the form saw; none that exists where it says nothing."""
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def move_form(request: Desk, register: Register, row: RecordModel, move: Move, data: Any) -> forms.Form:
    """The legal day, the columns that come with the move, and what pauses and extensions ask."""
    label = label_of(register.model, move.sets) if move.sets else "办理日期"
    since = f"不早于 {row.stepped_on}，不晚于今天" if row.stepped_on else "不晚于今天"
    fields: dict[str, forms.Field] = {ON: day_field(label, required=True, hint=since, initial=request.day)}
    names = columns_of(move)
    also = [getattr(row, f"{name}_id", None) for name in names]
    fields |= declared_fields(
        register.model,
        names,
        move.needs,
        organs_for(row.organ, request.day, also=also),
        row=row,
        personal=register.personal,
    )
    pause = register.procedure.pause(move.opens) if move.opens else None
    if pause is not None and pause.grounds is not None:
        told_so = {"required": f"请选择{pause.label}的情形"}
        choices = [("", "请选择"), *pause.grounds.choices]
        fields[GROUND] = forms.ChoiceField(
            label=f"{pause.label}情形", choices=choices, error_messages=told_so
        )
    if move.extends:
        fields[AMOUNT] = amount_field(register, row, move)
    if move.opens or move.extends:
        fields[WHY] = reason_field(required=False)
    for name, value in taken_over(request, row, move).items():
        own = ON if name == move.sets else name
        if own in fields:
            fields[own].initial = value
    return form_of(fields, data)


def taken_over(request: Desk, row: RecordModel, move: Move) -> dict[str, Any]:
    """What the linked records say in the columns that the gates compare with the record's own."""
    wanted: dict[str, dict[str, str]] = {}
    for gate in move.gates:
        for other, lookup, mine in comparisons(gate.met):
            if "__" not in lookup:
                wanted.setdefault(other, {})[lookup] = mine
    found: dict[str, Any] = {}
    for other, columns in wanted.items():
        there = Link.objects.filter(here=row.pk).values("there")
        here = Link.objects.filter(there=row.pk).values("here")
        rows = visible_to(request.rights, installed().registers[other]).filter(
            Q(pk__in=there) | Q(pk__in=here), withdrawn_on__isnull=True
        )
        for values in rows.order_by("pk").values(*columns):
            found |= {columns[name]: value for name, value in values.items() if value}
    return found


def amount_field(register: Register, row: RecordModel, move: Move) -> forms.Field:
    """By how much a deadline is extended, in its own unit; the engine holds it to the law."""
    extension = register.procedure.deadline(move.extends).extension
    found = extension.at(row.law_on) if extension and row.law_on else None
    most = found[1].most if found else None
    return forms.IntegerField(
        label=f"延长（{most.unit}）" if most else "延长",
        min_value=1,
        initial=most.length if most else None,
        help_text=f"最多 {most}" if most else "",
        error_messages={
            "required": "请填写延长的长度",
            "invalid": "延长的长度应当是整数",
            "min_value": "延长的长度至少为 1",
        },
    )


def columns_of(move: Move) -> tuple[str, ...]:
    """The columns that come with the move, but for the one that takes the legal day."""
    return tuple(name for name in dict.fromkeys((*move.needs, *move.fields)) if name != move.sets)


def lines(
    request: Desk, register: Register, row: RecordModel, move: Move, data: Any
) -> tuple[ChildRows, ...]:
    specs = [spec for spec in register.parts if spec.move == move.key]
    return child_rows(specs, organs_for(row.organ, request.day), data) if specs else ()


def given_by(register: Register, move: Move, form: forms.Form, rows: Iterable[ChildRows]) -> Given:
    parts = {one.spec.model: values for one in rows if (values := one.values())}
    cleaned = form.cleaned_data
    return Given(
        values_of(form, register.model, columns_of(move)),
        parts,
        cleaned.get(GROUND, ""),
        cleaned.get(AMOUNT),
        cleaned.get(WHY, ""),
    )


def shown(
    request: Desk,
    register: Register,
    row: RecordModel,
    move: Move,
    form: forms.Form,
    rows: tuple[ChildRows, ...],
    notice: Notice | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """The record's page with the form open; what was typed is kept."""
    urls = RecordUrls(register.key, row.pk)
    opened = Opened(
        key=move.key,
        label=move.label,
        url=urls.move(move.key).partition("#")[0],
        form=form,
        version=row.record.version,
        cancel_url=urls.record,
        kept=notice is not None,
        articles=articles(words(move.cites, row.law_on)) if row.law_on else (),
        numbered="编号" if move.draws and register.number and not row.number else "",
        rows=rows,
    )
    content = told(request, register, row, opened=opened, notices=(notice,) if notice else ())
    if all(card.key != move.key for card in content.cards):
        step = str(register.procedure.steps(row.step).label)
        text = f"现处于“{step}”，不能办理“{move.label}”。请从“可以办理”中选择。"
        content = replace(content, opened=None, notices=content.notices or (overtaken("现在不能办理", text),))
    return page(request, "web/move.html" if content.opened else "web/record.html", content,
                current=register.workstream_key, status=status)  # fmt: skip


def refusal_notice(
    request: Desk, register: Register, row: RecordModel, move: Move, refusal: Refusal
) -> Notice:
    """Every reason with its articles and the page on which it is remedied."""
    if not refusal.lacks:
        return replace(refused(""), title=f"{refusal.text.rstrip('。')}。填写的内容已保留，记录没有改变。")
    urls = RecordUrls(register.key, row.pk, may_capture(request.rights, row.organ_id))
    possible = possible_moves(register, row, request.actor, request.rights)

    def item(lack: Lack) -> Item:
        gate = gate_of(move, lack.gate)
        found = remedy_of(register, move, gate, lack, possible, urls)
        actions = (Action(found.label, found.url),) if found.url else ()
        remedy = "；".join(filter(None, (lack.remedy.rstrip("。"), "" if found.url else found.label)))
        return Item(lack.text.rstrip("。"), articles(lack.articles), remedy, actions)

    return refused(refusal.text.rstrip("：。"), *map(item, refusal.lacks))


def fault_items(form: forms.Form, rows: Iterable[ChildRows]) -> list[Item]:
    """Each fault of form once, by the words of its field."""
    every = [form, *(line for one in rows for line in one.forms)]
    return [Item(str(error)) for one in every for errors in one.errors.values() for error in errors]
