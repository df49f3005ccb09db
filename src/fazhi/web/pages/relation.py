"""Linking a record with another, named by its number."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse

from fazhi.engine.condition import Linked
from fazhi.engine.records import link_records
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.web.fields import form_of, told
from fazhi.web.office import Desk
from fazhi.web.pages.correction import POSTED, form_page, named, saved, writable
from fazhi.web.pages.demands import expressions


@POSTED
def relate(request: Desk, key: str, pk: int) -> HttpResponse:
    """Choose the other record's register, write its number."""
    register, row = writable(request, key, pk)
    data: Any = request.POST if request.method == "POST" else None
    form = form_of(fields(), data)
    if form.is_valid():
        other = installed().registers[form.cleaned_data["register"]]
        try:
            there = named(request, other, form.cleaned_data["number"])
            if there is not None:
                kind = kind_of(register, other)
                link_records(row.record, there, actor=request.actor, kind=kind)
                return saved(request, register, row, f"已关联“{there.title}”。")
        except Refusal as refusal:
            told(form, refusal)
    return form_page(request, register, row, "登记关联", "登记关联", form, "关联",
                     lead="两件记录互相可见，不改变任何一件的事实")  # fmt: skip


def fields() -> dict[str, forms.Field]:
    choices = [(one.key, f"{one.label}") for one in installed().registers.values()]
    number = forms.CharField(
        label="编号",
        max_length=80,
        error_messages={"required": "请填写“编号”", "max_length": "编号过长，请核对"},
    )
    return {"register": forms.ChoiceField(label="登记簿", choices=choices), "number": number}


def kind_of(here: Register, there: Register) -> str:
    """The kind of link that a gate of ``here`` asks for, if it names one."""
    for gate in here.procedure.gates:
        for one in expressions(gate.met):
            if type(one) is Linked and one.model == there.key:
                return one.kind
    return ""
