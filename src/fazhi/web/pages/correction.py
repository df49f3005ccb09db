"""Facts corrected, child rows added, a record withdrawn, a masked value opened: each with a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from fazhi.engine.access import may_capture, visible_to
from fazhi.engine.models import Record, RecordModel
from fazhi.engine.personal import name_of, reveal
from fazhi.engine.records import save_record, withdraw_record
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.search import titled
from fazhi.web.fields import declared_fields, form_of, organs_for, reason_field, told, values_of
from fazhi.web.form import FormPage
from fazhi.web.letterhead import page
from fazhi.web.link import Action, Link
from fazhi.web.notice import Notice, done, faults, warning
from fazhi.web.office import Desk
from fazhi.web.pages.child_rows import ChildRows, all_valid, asks_for_more, child_rows
from fazhi.web.pages.move import fault_items, version_of
from fazhi.web.pages.record import seen
from fazhi.web.pages.register import crumbs
from fazhi.web.record_urls import RecordUrls
from fazhi.web.shown import is_set

WHY, INTO = "correction_why", "correction_into"
POSTED = require_http_methods(["GET", "POST"])


def writable(request: Desk, key: str, pk: int) -> tuple[Register, RecordModel]:
    """The row, if the person may enter facts of its organ.

    :raises PermissionDenied: only seen, not kept, by this person.
    """
    register, row = seen(request, key, pk)
    if not may_capture(request.rights, row.organ_id):
        raise PermissionDenied(f"这件记录由“{row.organ.name}”登记，请由该机关承办人更正。")
    return register, row


@POSTED
def correct(request: Desk, key: str, pk: int) -> HttpResponse:
    """The filled facts (``?all=1`` every one, ``?field=`` one first) and the reason for changing them."""
    register, row = writable(request, key, pk)
    data = request.POST if request.method == "POST" else None
    names = chosen_columns(register, row, request)
    also = [getattr(row, f"{name}_id", None) for name in names]
    organs = organs_for(row.organ, request.day, also=also)
    fields = declared_fields(register.model, names, (), organs, row=row, personal=register.personal)
    fields[WHY] = reason_field("更正理由", hint="记入经过")
    form = form_of(fields, data)
    if form.is_valid():
        try:
            values = values_of(form, register.model, names)
            save_record(register, row.pk, values, actor=request.actor, version=version_of(request),
                        why=form.cleaned_data[WHY])  # fmt: skip
        except Refusal as refusal:
            told(form, refusal)
        else:
            return saved(request, register, row, "已更正。")
    every = request.GET.get("all") == "1"
    return form_page(
        request,
        register,
        row,
        "更正",
        "更正事实",
        form,
        "保存更正",
        lead="改动前后的值和理由记入经过",
        actions=() if every else (Action("全部栏目", "?all=1"),),
    )


def chosen_columns(register: Register, row: RecordModel, request: Desk) -> tuple[str, ...]:
    """What can be corrected: facts, but for what the engine itself writes."""
    written = {deadline.writes for deadline in register.procedure.deadlines}
    every = [
        name
        for name in dict.fromkeys((*register.facts, *register.personal))
        if name not in written and "." not in name
    ]
    first = [name for name in every if name == request.GET.get("field")]
    if request.GET.get("all") == "1":
        return tuple(dict.fromkeys((*first, *every, "law_on")))
    return tuple(dict.fromkeys((*first, *(name for name in every if is_set(row, name))))) or tuple(every)


@POSTED
def add_part(request: Desk, key: str, pk: int, part: str) -> HttpResponse:
    """Child rows of one part.

    :raises Http404: the register has no such part.
    """
    register, row = writable(request, key, pk)
    spec = next((one for one in register.parts if one.model == part), None)
    if spec is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    rows = child_rows([spec], organs_for(row.organ, request.day), data, blank=1)
    form = form_of({WHY: reason_field("说明", hint="如：补记、变更；记入经过")}, data)
    if data is not None and not asks_for_more(data) and all_valid(form, rows):
        found = rows[0].values()
        if not found:
            form.add_error(None, f"请至少填写一行{spec.label}")
        else:
            try:
                save_record(register, row.pk, {}, actor=request.actor, version=version_of(request),
                            why=form.cleaned_data[WHY], parts={spec.model: found})  # fmt: skip
            except Refusal as refusal:
                told(form, refusal)
            else:
                return saved(request, register, row, f"已添加{spec.label}。")
    return form_page(request, register, row, f"添加{spec.label}", f"添加{spec.label}", form,
                     f"添加{spec.label}", rows=rows)  # fmt: skip


@POSTED
def withdraw(request: Desk, key: str, pk: int) -> HttpResponse:
    """Take the record out of every figure; where it is a double, name the one that stays."""
    register, row = writable(request, key, pk)
    data = request.POST if request.method == "POST" else None
    into = forms.CharField(
        label="并入",
        required=False,
        max_length=300,
        help_text="重复登记的，填写保留的那一件的编号；没有编号的，填写标题全文",
    )
    form = form_of({WHY: reason_field("撤回理由", hint="记入经过"), INTO: into}, data)
    if form.is_valid():
        try:
            other = named(request, register, form.cleaned_data[INTO])
            withdraw_record(register, row.pk, actor=request.actor, version=version_of(request),
                            why=form.cleaned_data[WHY], into=other)  # fmt: skip
        except Refusal as refusal:
            told(form, refusal)
        else:
            return saved(request, register, row, "已撤回。")
    notice = warning("撤回后记录保留并可查，不再计入任何指标，期限不再计算。")
    return form_page(request, register, row, "撤回记录", "撤回记录", form, "撤回记录", notices=(notice,),
                     cancel="不撤回")  # fmt: skip


def named(request: Desk, register: Register, number: str) -> Record | None:
    """The visible record of that number; where none bears it, the one of that very title.

    :raises Refusal: none, or several.
    """
    if not number.strip():
        return None
    words = number.strip()
    rows = visible_to(request.rights, register).select_related("record")
    found = list(rows.filter(number=words)[:2]) or list(rows.filter(titled(words), record__title=words)[:2])
    if len(found) != 1:
        why = "没有找到" if not found else "有几件同为"
        raise Refusal(f"{why}编号或者标题“{words}”的{register.label}。请核对编号；没有编号的，填写标题全文。")
    return found[0].record


@POSTED
def open_masked(request: Desk, key: str, pk: int, field: str) -> HttpResponse:
    """A personal field in clear, once, with its reason in the trail.

    :raises Http404: no such field. :raises PermissionDenied: no right to personal fields.
    """
    register, row = seen(request, key, pk)
    if field not in register.personal:
        raise Http404
    if not request.rights.personal:
        raise PermissionDenied("您没有查看个人信息的权限。确需查看的，请安全管理员授权。")
    data = request.POST if request.method == "POST" else None
    form = form_of({WHY: reason_field("查看理由", hint="记入经过（《个人信息保护法》第六条）")}, data)
    label = name_of(row, field)
    notices: tuple[Notice, ...] = ()
    if form.is_valid():
        try:
            value = reveal(register, row, field, actor=request.actor, rights=request.rights,
                           why=form.cleaned_data[WHY])  # fmt: skip
        except Refusal as refusal:
            told(form, refusal)
        else:
            notices = (done(label, value or "（空）"),)
    title, lead = f"查看{label}", "只在本页显示一次，理由记入经过"
    response = form_page(
        request, register, row, title, title, form, "查看", notices=notices, lead=lead, cancel="返回"
    )
    response["Cache-Control"] = "no-store"
    return response


def saved(request: Desk, register: Register, row: RecordModel, text: str) -> HttpResponse:
    messages.success(request, text, extra_tags="ok")
    return redirect(RecordUrls(register.key, row.pk).record)


def form_page(
    request: Desk,
    register: Register,
    row: RecordModel,
    crumb: str,
    title: str,
    form: forms.Form,
    submit: str,
    *,
    lead: str = "",
    notices: tuple[Notice, ...] = (),
    rows: tuple[ChildRows, ...] = (),
    actions: tuple[Action, ...] = (),
    cancel: str = "放弃填写",
    **more: Any,
) -> HttpResponse:
    """A form about one record, with the version that it saw."""
    urls = RecordUrls(register.key, row.pk)
    name = row.number or row.record.title
    broken = bool(form.errors) or any(line.errors for one in rows for line in one.forms)
    content = FormPage(
        title=title,
        lead="　".join(filter(None, (row.record.title, lead))),
        crumbs=crumbs(register, Link(name, urls.record), Link(crumb, current=True)),
        url="",
        form=form,
        submit=submit,
        cancel=Link(cancel, urls.record),
        version=row.record.version,
        notices=(*notices, *([faults(*fault_items(form, rows))] if broken else [])),
        rows=rows,
        actions=actions,
        **more,
    )
    status = 422 if broken else 200
    return page(request, "web/form.html", content, current=register.workstream_key, status=status)
