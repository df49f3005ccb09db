"""Entering a record: the form that the register declares, for the organ acted for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from fazhi.engine.access import may_capture
from fazhi.engine.records import open_record
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.organs.models import Role
from fazhi.web.fields import declared_fields, form_of, organs_for, told, values_of
from fazhi.web.form import FormPage
from fazhi.web.letterhead import page, record_url, register_url
from fazhi.web.link import Link
from fazhi.web.notice import faults
from fazhi.web.office import Desk
from fazhi.web.pages.child_rows import ChildRows, all_valid, asks_for_more, child_rows
from fazhi.web.pages.move import fault_items
from fazhi.web.pages.register import crumbs, register_of

MINE = "entry_mine"
WITH = "open"
"""The key under which a part says that its rows come with the entry."""


@require_http_methods(["GET", "POST"])
def entry(request: Desk, key: str) -> HttpResponse:
    """The empty form; posted, the record is entered and opened.

    :raises PermissionDenied: no right to enter records of the organ acted for.
    """
    register = register_of(key)
    if not may_capture(request.rights, request.organ.pk):
        raise PermissionDenied(f"您没有“{request.organ.name}”的登记权限。请由该机关承办人登记。")
    data = request.POST if request.method == "POST" else None
    form = entry_form(request, register, data)
    specs = [spec for spec in register.parts if spec.move == WITH]
    rows = child_rows(specs, organs_for(request.organ, request.day), data, blank=1)
    if data is not None and not asks_for_more(data):
        made = enter(request, register, form, rows) if all_valid(form, rows) else None
        if made is not None:
            messages.success(request, f"已登记{register.label}。", extra_tags="ok")
            return redirect(record_url(register.key, made))
    content = FormPage(
        title=f"登记{register.label}",
        lead=f"登记机关 {request.organ.name}",
        crumbs=crumbs(register, Link("登记", current=True)),
        url="",
        form=form,
        submit=f"登记{register.label}",
        cancel=Link("放弃填写", register_url(register.key)),
        hint="严禁录入国家秘密。期限自登记的日期起自动计算。",
        notices=(faults(*fault_items(form, rows)),)
        if form.errors or any(line.errors for one in rows for line in one.forms)
        else (),
        rows=rows,
    )
    status = 422 if content.notices else 200
    return page(request, "web/form.html", content, current=register.workstream_key, status=status)


def entry_form(request: Desk, register: Register, data: Any) -> forms.Form:
    """The opening columns; the date from which the law runs begins as today."""
    organs = organs_for(request.organ, request.day)
    fields = declared_fields(register.model, opening_columns(register), register.needs, organs)
    for name in register.needs:
        if name in register.procedure.law_day:
            fields[name].initial = request.day
    if Role.HANDLER in request.rights.roles_in(request.organ.pk):
        fields[MINE] = forms.BooleanField(label="由我承办", required=False, initial=True)
    return form_of(fields, data)


def opening_columns(register: Register) -> tuple[str, ...]:
    """What may not stay empty first, then the rest in declared order."""
    return tuple(dict.fromkeys((*register.needs, *register.opening)))


def enter(request: Desk, register: Register, form: forms.Form, rows: tuple[ChildRows, ...]) -> int | None:
    """The key of the record entered; None where the engine refused, its reasons then stand in the form."""
    values = values_of(form, register.model, opening_columns(register))
    parts = {one.spec.model: found for one in rows if (found := one.values())}
    try:
        row = open_record(
            register,
            organ=request.organ,
            values=values,
            actor=request.actor,
            on=legal_day(register, values, request.day),
            handler=request.rights.person if form.cleaned_data.get(MINE) else None,
            parts=parts,
            synthetic=bool(request.rights.person and request.rights.person.synthetic),
        )
    except Refusal as refusal:
        told(form, refusal)
        return None
    return int(row.pk)


def legal_day(register: Register, values: Mapping[str, Any], today: date) -> date:
    """The day on which the record begins by law: the earliest of the days that fix its law, else today."""
    days = [day for name in register.procedure.law_day if isinstance(day := values.get(name), date)]
    return min(days, default=today)
