"""A register as a spreadsheet: template, import (upload, dry run, confirm), faulty rows returned, export."""

from __future__ import annotations

import io
from functools import partial
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fazhi.engine import listing
from fazhi.engine.access import may_capture, visible_to
from fazhi.engine.listing import Asked
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.exchange.holding import drop, fetch, keep
from fazhi.exchange.intake import Importer, read_plan
from fazhi.exchange.outflow import Export, clear_rows, log_clear, write
from fazhi.exchange.plan import Plan
from fazhi.exchange.returned import write_returned
from fazhi.exchange.sheet import SECRECY, write_template
from fazhi.exchange.taking import Taken, take, try_out
from fazhi.exchange.workbook import LARGEST, Book, open_book
from fazhi.web.address import altered
from fazhi.web.fields import form_of, reason_field, told
from fazhi.web.form import FormPage
from fazhi.web.letterhead import page, register_url
from fazhi.web.link import Action, Link
from fazhi.web.notice import faults as fault_notice
from fazhi.web.office import Desk
from fazhi.web.pages.move import fault_items
from fazhi.web.pages.narrowing import asked_by, narrowed
from fazhi.web.pages.register import crumbs, register_of
from fazhi.web.tryout import TryOutPage, tried

FILE, KIND, CLEAR, WHY = "import_file", "export_kind", "export_clear", "export_why"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
POSTED = require_http_methods(["GET", "POST"])


@require_GET
def template(_: Desk, key: str) -> HttpResponse:
    """The empty workbook of the register."""
    register = register_of(key)
    target = io.BytesIO()
    write_template(register, target)
    return sent(target, f"{register.label}模板.xlsx")


@POSTED
def bring(request: Desk, key: str) -> HttpResponse:
    """Ask for a file; posted, show what it would do. Nothing is written.

    :raises PermissionDenied: no right to enter records of the organ acted for.
    """
    register = capturing(request, key)
    posted = request.method == "POST"
    form = form_of({FILE: file_field()}, request.POST if posted else None, request.FILES if posted else None)
    if form.is_valid():
        try:
            return dry_run(request, register, form.cleaned_data[FILE])
        except Refusal as refusal:
            told(form, refusal)
    content = FormPage(
        title=f"导入{register.label}",
        lead=f"登记机关 {request.organ.name}；先试算，确认后才登记",
        crumbs=crumbs(register, Link("导入", current=True)),
        url="",
        form=form,
        submit="上传并试算",
        cancel=Link("放弃导入", register_url(register.key)),
        hint=f"{SECRECY}涉密事项不得上传。",
        notices=(fault_notice(*fault_items(form, ())),) if form.errors else (),
        actions=(Action("模板", reverse("template", args=[key])),),
    )
    status = 422 if form.errors else 200
    return page(request, "web/form.html", content, current=register.workstream_key, status=status)


def capturing(request: Desk, key: str) -> Register:
    register = register_of(key)
    if not may_capture(request.rights, request.organ.pk):
        raise PermissionDenied(f"您没有“{request.organ.name}”的登记权限。请由该机关承办人导入。")
    return register


def file_field() -> forms.FileField:
    return forms.FileField(
        label="文件",
        help_text=f"按模板填写的 .xlsx 或 .csv，不超过 {LARGEST // 1_000_000} MB；不收带宏的文件",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        max_length=120,
        error_messages={
            "required": "请选择文件",
            "empty": "文件是空的，请重新选择",
            "max_length": "文件名过长，请改短",
        },
    )


def dry_run(request: Desk, register: Register, upload: UploadedFile[Any]) -> HttpResponse:
    name = PurePath(upload.name or "").name
    if (upload.size or 0) > LARGEST:
        raise Refusal(f"“{name}”超过{LARGEST // 1_000_000} MB。请分成几个文件导入。")
    data = upload.read()
    plan, _ = planned(request, register, data, name)
    taken = try_out(plan, request.actor, synthetic=synthetic(request))
    token = keep(data, name, request.actor.person.pk if request.actor.person else 0, register.key)
    return show(request, register, plan, taken, token, name)


def planned(request: Desk, register: Register, data: bytes, name: str) -> tuple[Plan, Book]:
    book = open_book(data, name)
    return read_plan(register, book, Importer(request.rights, request.organ)), book


def synthetic(request: Desk) -> bool:
    return bool(request.rights.person and request.rights.person.synthetic)


def show(request: Desk, register: Register, plan: Plan, taken: Taken, token: str, name: str) -> HttpResponse:
    content: TryOutPage = tried(
        plan,
        taken,
        title=f"试算：{name}",
        crumbs=crumbs(
            register, Link("导入", reverse("import", args=[register.key])), Link("试算", current=True)
        ),
        token=token,
        take_url=reverse("import-take", args=[register.key]),
        returned_url=reverse("import-faults", args=[register.key]),
        again_url=reverse("import", args=[register.key]),
    )
    return page(request, "web/import.html", content, current=register.workstream_key)


@require_POST
def confirm(request: Desk, key: str) -> HttpResponse:
    """Write what the dry run showed; the file is read again, so that nothing written since is overlooked."""
    register = capturing(request, key)
    token, person = request.POST.get("token", ""), request.actor.person.pk if request.actor.person else 0
    data, name = fetch(token, person, register.key)
    plan, _ = planned(request, register, data, name)
    partly = request.POST.get("partly") == "1"
    taken = take(plan, request.actor, name, partly=partly, synthetic=synthetic(request))
    if not plan.faults:
        drop(token, person, register.key)
    said = f"已导入“{name}”：新登记{taken.new}件，更正{taken.corrected}件，{taken.unchanged}件未变。"
    if plan.bad:
        said += f"{len(plan.bad)}行有错误，没有导入。"
    messages.success(request, said, extra_tags="ok")
    return redirect(register_url(register.key))


@require_POST
def returned(request: Desk, key: str) -> HttpResponse:
    """The rows at fault as a workbook, with what is wrong in the last column."""
    register = capturing(request, key)
    person = request.actor.person.pk if request.actor.person else 0
    data, name = fetch(request.POST.get("token", ""), person, register.key)
    plan, book = planned(request, register, data, name)
    target = io.BytesIO()
    write_returned(plan, book, target)
    return sent(target, f"{PurePath(name).stem[:80]}-有错误的行.xlsx")


@POSTED
def export(request: Desk, key: str) -> HttpResponse:
    """The visible rows as a file, of a narrowed list those listed; in clear by right, with a reason that goes
    into the trail.
    """
    register = register_of(key)
    asked = asked_by(request, register)
    form = form_of(export_fields(request, register), request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return export_file(request, register, asked, form.cleaned_data)
        except Refusal as refusal:
            told(form, refusal)
    content = FormPage(
        title=f"导出{register.label}",
        lead="".join(("您有权查看的记录", *narrowed(request, register, asked), "；撤回的不导出")),
        crumbs=crumbs(register, Link("导出", current=True)),
        url="",
        form=form,
        submit="导出",
        cancel=Link("返回", register_url(register.key) + altered(request).rstrip("?")),
        hint="个人信息默认脱敏；导出的文件可以原样导入。",
        notices=(fault_notice(*fault_items(form, ())),) if form.errors else (),
    )
    status = 422 if form.errors else 200
    return page(request, "web/form.html", content, current=register.workstream_key, status=status)


def export_fields(request: Desk, register: Register) -> dict[str, forms.Field]:
    kinds = [("xlsx", ".xlsx（含明细、中止、延长和关联）"), ("csv", ".csv（只有主表）")]
    found: dict[str, forms.Field] = {KIND: forms.ChoiceField(label="格式", choices=kinds, initial="xlsx")}
    if register.personal and request.rights.personal:
        found[CLEAR] = forms.BooleanField(
            label="个人信息不脱敏",
            required=False,
            help_text="须写明理由，记入经过（《个人信息保护法》第六条）",
        )
        found[WHY] = reason_field("明文导出的理由", required=False)
    return found


def export_file(request: Desk, register: Register, asked: Asked, given: dict[str, Any]) -> HttpResponse:
    rows = listing.rows(request.rights, register, asked)
    clear = clear_rows(register, request.rights) if given.get(CLEAR) else None
    if clear is not None:
        clear = clear.filter(pk__in=rows.values("pk"))
        log_clear(register, clear, actor=request.actor, why=given.get(WHY, ""), organ=request.organ)
    target = io.BytesIO()
    see = partial(visible_to, request.rights)
    write(Export(register, rows, clear, see=see), given[KIND], target)
    return sent(target, f"{register.label}.{given[KIND]}")


def sent(target: io.BytesIO, name: str) -> HttpResponse:
    """A file to be saved, never shown in the browser or kept by it."""
    kind = XLSX if name.endswith(".xlsx") else "text/csv; charset=utf-8"
    response = HttpResponse(target.getvalue(), content_type=kind)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
