"""What one organ fills in of a call: on the page, or in a spreadsheet downloaded and given back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fazhi.engine import calls as engine
from fazhi.engine.calls import Answer
from fazhi.engine.calls_before import Base, Bases, base_of, bases, source_of, span_of
from fazhi.engine.figures.printing import print_value
from fazhi.engine.models import AnswerStep, Asked, Call
from fazhi.engine.refusal import Refusal
from fazhi.exchange.call_sheet import number_in_cell, read_sheet, unit_of, write_sheet
from fazhi.web.call import FillPage, FillRow, seal_of
from fazhi.web.day import said
from fazhi.web.fields import day_field, form_of
from fazhi.web.letterhead import page
from fazhi.web.link import Link
from fazhi.web.notice import Item, Notice, faults, refused
from fazhi.web.office import Desk
from fazhi.web.pages.calls import HOME, call_of, works_at

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ANSWER = ("value", "source", "as_of", "note")
BASE = ("base_value", "base_source", "base_as_of")
TO_FILL = (*engine.OPEN, AnswerStep.FILLED)


class ValueField(forms.CharField):
    """An exact number as people write it."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return number_in_cell(text)
        except Refusal as refusal:
            raise forms.ValidationError(refusal.text) from None


def mine(request: Desk, one: Call) -> list[Asked]:
    """The answers of the organ acted for that can still be filled in.

    :raises PermissionDenied: nothing was asked of this organ.
    """
    rows = list(one.asked.filter(organ=request.organ).select_related("organ", "call").order_by("pk"))
    if not rows or not works_at(request, request.organ.pk):
        raise PermissionDenied(f"没有向“{request.organ.name}”布置这项填报，或者您没有该机关的填报权限。")
    return [row for row in rows if row.step in TO_FILL]


def standing_of(rows: list[Asked], one: Call) -> Bases:
    return bases(rows, span_of(one))


def row_form(row: Asked, request: Desk, data: Any, before: Bases) -> forms.Form:
    """The form of one row; last year's value is asked for where none stands."""
    fields: dict[str, forms.Field] = {
        "value": ValueField(label="数值", required=False, max_length=40),
        "source": forms.CharField(label="来源", required=False, max_length=200, initial=row.source),
        "as_of": day_field("截至", required=False, initial=row.as_of or min(request.day, row.call.last)),
        "note": forms.CharField(label="说明", required=False, max_length=300, initial=row.note),
    }
    fields["value"].initial = print_value(row.value) if row.value is not None else ""
    if (row.organ_id, row.indicator) not in before:
        base, eve = base_of(row), span_of(row.call).before().last
        fields |= {
            "base_value": ValueField(label="上年同期数值", required=False, max_length=40),
            "base_source": forms.CharField(
                label="上年同期来源", required=False, max_length=200, initial=base.source if base else ""),
            "base_as_of": day_field(
                "上年同期截至", required=False, initial=base.as_of if base else min(request.day, eve)),
        }  # fmt: skip
        fields["base_value"].initial = print_value(base.value) if base else ""
    form = form_of(fields, data)
    form.prefix = f"a{row.pk}"
    for name, made in form.fields.items():
        made.widget.attrs["aria-label"] = f"{engine.label(row)}：{fields[name].label}"
        if name in {"base_value", "base_source"}:
            made.widget.attrs["placeholder"] = {"base_value": "数值", "base_source": "来源"}[name]
    return form


@require_http_methods(["GET", "POST"])
def fill(request: Desk, pk: int) -> HttpResponse:
    """Every figure asked of the organ in one table; rows without a value are left for later."""
    one = call_of(request, pk)
    rows = mine(request, one)
    data: Any = request.POST if request.method == "POST" else None
    before = standing_of(rows, one)
    forms_of = [(row, row_form(row, request, data, before)) for row in rows]
    notices: tuple[Notice, ...] = ()
    if data is not None:
        try:
            count = save(request, forms_of)
        except Refusal as refusal:
            notices = (
                refused(
                    refusal.text.rstrip("：。"), *(Item(str(lack).rstrip("。")) for lack in refusal.lacks)
                ),
            )
        else:
            if count:
                messages.success(request, f"已填报{count}个数，请本机关另一人核对。", extra_tags="ok")
                return redirect("call", pk)
            wrong = [
                Item(f"{engine.label(row)}：{error}") for row, form in forms_of for error in errors_of(form)
            ]
            notices = (faults(*wrong),) if wrong else ()
    found = content(request, one, forms_of, notices, before)
    return page(request, "web/call_fill.html", found, current="calls", status=422 if notices else 200)


def errors_of(form: forms.Form) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors]


def save(request: Desk, given: list[tuple[Asked, forms.Form]]) -> int:
    """Save every row that has a value, all or none; 0 where a row is faulty or nothing was filled in."""
    valid = [form.is_valid() for _, form in given]
    for _, form in given:
        cleaned = getattr(form, "cleaned_data", {})
        if cleaned.get("value") is not None and not cleaned.get("source"):
            form.add_error("source", "请写明来源")
            valid.append(False)
        if "base_value" not in form.fields and form.data.get(form.add_prefix("base_value"), "").strip():
            form.add_error("value", "上年同期已另有数，所填的没有保存。请核对后重新提交")
            valid.append(False)
        if cleaned.get("base_value") is None:
            continue
        if not cleaned.get("base_source"):
            form.add_error("base_source", "请写明上年同期的来源")
            valid.append(False)
        if "value" in cleaned and cleaned["value"] is None:
            form.add_error("value", "上年同期数随本期数一并填报，请先填写数值")
            valid.append(False)
    if not all(valid):
        return 0
    answers = []
    for row, form in given:
        cleaned = form.cleaned_data
        if cleaned["value"] is None:
            continue
        answer = Answer(
            cleaned["value"], cleaned["source"], cleaned["as_of"] or request.day, cleaned["note"],
            base_in(cleaned, row),
        )  # fmt: skip
        if row.step == AnswerStep.FILLED and answer == answer_of(row):
            continue
        answers.append((row.pk, version_of(form, row), answer))
    return engine.fill_many(answers, request.actor)


def base_in(cleaned: dict[str, Any], row: Asked) -> Base | None:
    """What the page states for the year before."""
    if cleaned.get("base_value") is None:
        return None
    day = cleaned["base_as_of"] or span_of(row.call).before().last
    return Base(cleaned["base_value"], cleaned["base_source"], day)


def answer_of(row: Asked) -> Answer | None:
    """The answer as it was filled in before."""
    if row.value is None or row.as_of is None:
        return None
    return Answer(row.value, row.source, row.as_of, row.note, base_of(row))


def version_of(form: forms.Form, row: Asked) -> int:
    text = str(form.data.get(f"a{row.pk}-version", ""))
    return int(text) if text.isdigit() else row.version


def content(
    request: Desk,
    one: Call,
    given: list[tuple[Asked, forms.Form]],
    notices: tuple[Notice, ...],
    before: Bases,
) -> FillPage:
    def fill_row(row: Asked, form: forms.Form) -> FillRow:
        known = before.get((row.organ_id, row.indicator))
        asked = tuple(form[name] for name in BASE if name in form.fields)
        return FillRow(
            engine.label(row), unit_of(row.indicator), print_value(known.value) if known else "",
            source_of(known) if known else "", seal_of(row.step, one.due_on, request.day), row.remark, form,
            tuple(form[name] for name in ANSWER), asked,
            bool(asked and (form["base_value"].value() or any(field.errors for field in asked))),
        )  # fmt: skip

    return FillPage(
        title=f"填报：{one.title}",
        lead=f"{request.organ.name} · {span_of(one)} · {said(one.due_on)}前报送",
        crumbs=(Link(HOME, reverse("calls")), Link(one.title, reverse("call", args=[one.pk])),
                Link("填报", current=True)),
        url=reverse("call-fill", args=[one.pk]), sheet_url=reverse("call-sheet", args=[one.pk]),
        upload_url=reverse("call-upload", args=[one.pk]),
        rows=tuple(fill_row(row, form) for row, form in given), notices=notices,
    )  # fmt: skip


@require_GET
def sheet(request: Desk, pk: int) -> HttpResponse:
    """The spreadsheet of the organ acted for."""
    one = call_of(request, pk)
    rows = mine(request, one)
    data = write_sheet(rows, standing_of(rows, one))
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="tianbao-{one.pk}.xlsx"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def upload(request: Desk, pk: int) -> HttpResponse:
    """Take the filled-in spreadsheet: all its rows, or none with every faulty row named."""
    one = call_of(request, pk)
    rows = mine(request, one)
    before = standing_of(rows, one)
    file = request.FILES.get("sheet")
    try:
        if file is None:
            raise Refusal("没有选择文件。请选择填好的填报表再上传。")
        lines = read_sheet(file.read(), rows, before)
        known = {row.indicator: row for row in rows}
        count = engine.fill_many(
            [(known[line.indicator].pk, known[line.indicator].version, line.answer) for line in lines],
            request.actor,
        )
    except Refusal as refusal:
        items = tuple(Item(str(lack).rstrip("。")) for lack in refusal.lacks)
        forms_of = [(row, row_form(row, request, None, before)) for row in rows]
        said_so = (refused(refusal.text.rstrip("：。"), *items),)
        found = content(request, one, forms_of, said_so, before)
        return page(request, "web/call_fill.html", found, current="calls", status=422)
    messages.success(request, f"已填报{count}个数，请本机关另一人核对。", extra_tags="ok")
    return redirect("call", pk)
