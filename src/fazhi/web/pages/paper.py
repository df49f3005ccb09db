"""Papers of a record: added with three dates, taken back with a reason, handed out as files only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_GET

from fazhi.engine.dossier import open_row
from fazhi.engine.evidence import KINDS, SECRECY, add_evidence, withdraw_evidence
from fazhi.engine.models import Evidence
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.web.fields import day_field, form_of, reason_field, told
from fazhi.web.office import Desk
from fazhi.web.pages.correction import POSTED, WHY, form_page, saved, writable
from fazhi.web.pages.move import version_of
from fazhi.web.pages.record import may_add_paper, seen


@POSTED
def add_paper(request: Desk, key: str, pk: int) -> HttpResponse:
    """One paper; ``?name=`` is the one that a move asks for.

    :raises PermissionDenied: neither of the record's organ nor of a party.
    """
    register, row = seen(request, key, pk)
    if not may_add_paper(request, register, row):
        raise PermissionDenied("证据由承办机关或者当事机关添加。")
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = form_of(fields(request), data, files)
    if form.is_valid():
        given = form.cleaned_data
        try:
            add_evidence(register, row.pk, actor=request.actor, version=version_of(request), **given)
        except Refusal as refusal:
            told(form, refusal)
        else:
            return saved(request, register, row, f"已添加证据“{given['name']}”。")
    return form_page(request, register, row, "添加证据", "添加证据", form, "添加证据", hint=SECRECY)


def fields(request: Desk) -> dict[str, forms.Field]:
    kinds = "、".join(kind.removeprefix(".") for kind in sorted(KINDS))
    name = forms.CharField(
        label="名称", max_length=200, initial=request.GET.get("name", "")[:200],
        error_messages={"required": "请填写“名称”", "max_length": "“名称”不能超过200字，请缩短"},
    )  # fmt: skip
    upload = forms.FileField(
        label="文件", required=False, help_text=f"只存纸质的可不附；可用 {kinds}",
        widget=forms.FileInput(attrs={"accept": ",".join(sorted(KINDS))}),
        error_messages={"empty": "文件是空的，请重新选择"},
    )  # fmt: skip
    return {
        "name": name,
        "effective_on": day_field("生效日", required=True, hint="决定它支持哪个期间", initial=request.day),
        "received_on": day_field("收到日", required=True, initial=request.day),
        "expires_on": day_field("有效至", required=False),
        "proves": forms.CharField(label="证明事项", required=False, max_length=40),
        "upload": upload,
    }


@POSTED
def withdraw_paper(request: Desk, key: str, pk: int, paper: int) -> HttpResponse:
    """Take a paper back; it stays on file and in the trail."""
    register, row = writable(request, key, pk)
    found = Evidence.objects.filter(pk=paper, record=row.pk, withdrawn_on__isnull=True).first()
    if found is None:
        raise Http404
    data: Any = request.POST if request.method == "POST" else None
    form = form_of({WHY: reason_field("撤回理由", hint="记入经过")}, data)
    if form.is_valid():
        try:
            withdraw_evidence(register, found, actor=request.actor, version=version_of(request),
                              why=form.cleaned_data[WHY])  # fmt: skip
        except Refusal as refusal:
            told(form, refusal)
        else:
            return saved(request, register, row, f"已撤回证据“{found.name}”。")
    return form_page(request, register, row, "撤回证据", f"撤回证据“{found.name}”", form, "撤回证据",
                     cancel="不撤回")  # fmt: skip


@require_GET
def evidence(request: Desk, pk: int) -> FileResponse:
    """The file of a paper, to be saved and never shown in the browser.

    :raises Http404: there is none, or its record is not for these eyes.
    """
    paper = Evidence.objects.filter(pk=pk, withdrawn_on__isnull=True).select_related("record").first()
    register = installed().registers.get(paper.record.register) if paper else None
    if paper is None or register is None or not paper.file:
        raise Http404
    if open_row(request.rights, register, paper.record_id) is None:
        raise Http404
    try:
        file = paper.file.open("rb")
    except OSError:
        raise Http404 from None
    response = FileResponse(
        file, as_attachment=True, filename=paper.filename, content_type="application/octet-stream"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
