"""A case document made from its form."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse

from fazhi.engine.gates import words
from fazhi.engine.models import RecordModel
from fazhi.engine.paper import Paper
from fazhi.engine.paper_ready import papers_made
from fazhi.engine.papers import make_paper
from fazhi.engine.refusal import Refusal
from fazhi.exchange.official.letter import render
from fazhi.web.fields import day_field, form_of, told
from fazhi.web.office import Desk
from fazhi.web.pages.correction import POSTED, form_page, saved, writable
from fazhi.web.pages.document_rows import version
from fazhi.web.pages.move import version_of

ON, SERVED = "on", "served"


@POSTED
def make(request: Desk, key: str, pk: int, paper: str) -> HttpResponse:
    """The day the paper bears, and for a receipt the paper served; posted, it is made and kept as evidence.

    :raises Http404: no such record for these eyes, no such paper.
    :raises PermissionDenied: only seen, not kept, by this person.
    """
    register, row = writable(request, key, pk)
    chosen = next((one for one in register.papers if one.key == paper), None)
    if chosen is None:
        raise Http404
    if row.withdrawn_on is not None:
        raise PermissionDenied("记录已经撤回，不能制作文书。")
    form = form_of(fields(request, row, chosen), request.POST if request.method == "POST" else None)
    if form.is_valid():
        served = form.cleaned_data.get(SERVED)
        try:
            make_paper(register, row.pk, chosen.key, actor=request.actor, on=form.cleaned_data[ON],
                       version=version_of(request), render=render,
                       served=int(served) if served else None)  # fmt: skip
        except Refusal as refusal:
            told(form, refusal)
        else:
            return saved(request, register, row, f"已制作“{chosen.label}”，存入证据。")
    title = f"制作{chosen.label}"
    lead = "、".join(words(chosen.cites, row.law_on)) if row.law_on else ""
    hint = "内容取自本记录；制作后存入证据，可以下载。"
    return form_page(request, register, row, title, title, form, title, lead=lead, hint=hint, cancel="不制作")


def fields(request: Desk, row: RecordModel, paper: Paper) -> dict[str, forms.Field]:
    act: date | None = getattr(row, paper.since)
    initial = request.day if paper.serves or act is None else act
    hint = f"不早于 {act}，不晚于今天" if act else "不晚于今天"
    found: dict[str, forms.Field] = {ON: day_field("成文日期", required=True, hint=hint, initial=initial)}
    if paper.serves:
        choices = [
            (str(made.evidence_id), "　".join(filter(None, (made.evidence.name, version(made).label))))
            for made in papers_made(row.pk)
            if made.paper != paper.key
        ]
        told_so = {"required": "请选择“送达的文书”", "invalid_choice": "“送达的文书”请从所列文书中选择"}
        found[SERVED] = forms.ChoiceField(
            label="送达的文书", choices=[("", "请选择"), *choices], error_messages=told_so
        )
    return found
