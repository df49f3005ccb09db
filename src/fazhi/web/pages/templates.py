"""The organ's own templates of case documents: uploaded, checked, used, taken out of use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from fazhi.engine.models import PaperTemplate
from fazhi.engine.paper import OWN_PLACES, Paper
from fazhi.engine.paper_example import examples_of
from fazhi.engine.paper_listing import heads
from fazhi.engine.paper_places import places_of
from fazhi.engine.paper_template import KEEPERS, drop_template, keep_template, template_for
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.exchange.official.template import BODY, TO, faults
from fazhi.web.document import PlaceRow, TemplateGroup, TemplatePage, TemplateRow, TemplatesPage
from fazhi.web.fields import form_of, told
from fazhi.web.letterhead import page
from fazhi.web.link import Link
from fazhi.web.notice import faults as faulty
from fazhi.web.office import Desk
from fazhi.web.pages.correction import POSTED
from fazhi.web.pages.move import fault_items
from fazhi.workstreams.all import RECIPES

WORD = ".docx"
ABOUT = {BODY: "文书的全部正文，独占一段", TO: "受文的当事人或者机关"}


def keeper(request: Desk) -> None:
    """:raises PermissionDenied: the templates of this organ are not kept by this person."""
    if not request.rights.roles_in(request.organ.pk) & KEEPERS:
        raise PermissionDenied("文书模板由本机关的统筹、负责人或者系统管理员设置。")


def templates(request: Desk) -> HttpResponse:
    """Every paper of every register, with the template in use in the organ acted for."""
    keeper(request)
    used: dict[tuple[str, str], PaperTemplate] = {}
    for one in PaperTemplate.objects.filter(organ=request.organ, withdrawn_on__isnull=True).order_by("pk"):
        used[one.register, one.paper] = one
    groups = tuple(
        TemplateGroup(register.label, tuple(row(register, paper, used) for paper in register.papers))
        for register in installed().registers.values()
        if register.papers
    )
    content = TemplatesPage(
        title="文书模板",
        lead=f"{request.organ.name}：没有上传模板的，用公文格式的通用版式",
        crumbs=(Link("文书模板", current=True),),
        groups=groups,
    )
    return page(request, "web/templates.html", content, current="templates")


def row(register: Register, paper: Paper, used: dict[tuple[str, str], PaperTemplate]) -> TemplateRow:
    found = used.get((register.key, paper.key))
    return TemplateRow(
        paper.label,
        found.filename if found else "",
        str(found.added_on) if found else "",
        reverse("template", args=[register.key, paper.key]),
    )


def declared(key: str, paper: str) -> tuple[Register, Paper]:
    """:raises Http404: no such register or paper."""
    register = installed().registers.get(key)
    found = next((one for one in register.papers if one.key == paper), None) if register else None
    if register is None or found is None:
        raise Http404
    return register, found


@POSTED
def template(request: Desk, key: str, paper: str) -> HttpResponse:
    """Upload a template for one paper; what is wrong in it is named, and nothing of it is carried out."""
    keeper(request)
    register, chosen = declared(key, paper)
    posted = request.method == "POST"
    form = form_of(upload_field(), request.POST if posted else None, request.FILES if posted else None)
    if form.is_valid():
        upload = form.cleaned_data["upload"]
        try:
            lacks = faults(upload.read(), places_of(register))
            upload.seek(0)
            if lacks:
                raise Refusal("模板没有保存", lacks)
            keep_template(register, chosen.key, request.organ, actor=request.actor, upload=upload)
        except Refusal as refusal:
            told(form, refusal)
        else:
            messages.success(request, f"{chosen.label}已改用模板“{upload.name}”。", extra_tags="ok")
            return redirect("templates")
    return shown(request, register, chosen, form)


def shown(request: Desk, register: Register, paper: Paper, form: Any) -> HttpResponse:
    found = template_for(request.organ.pk, register.key, paper.key)
    broken = bool(form.errors)
    content = TemplatePage(
        title=f"{paper.label}的模板",
        lead=f"{request.organ.name}　{register.label}",
        crumbs=(Link("文书模板", reverse("templates")), Link(paper.label, current=True)),
        form=form,
        places=places(register, chosen_examples(request, register, paper)),
        text=tuple(filter(None, (paper.title, paper.to, *told_lines(paper)))),
        current=found.filename if found else "",
        notices=(faulty(*fault_items(form, ())),) if broken else (),
    )
    return page(request, "web/template.html", content, current="templates", status=422 if broken else 200)


def chosen_examples(request: Desk, register: Register, paper: Paper) -> dict[str, str]:
    """What the placeholders say of a row that the register's recipe makes, a year before today."""
    recipe = RECIPES.get(register.key)
    if recipe is None:
        return {}
    return examples_of(register, paper, recipe, request.organ, request.day - timedelta(days=365))


def told_lines(paper: Paper) -> Iterator[str]:
    """Each line as it is declared; under one with a table, the heads of its columns."""
    for line in paper.text:
        yield line.text
        if line.lists is not None:
            told = "、".join(heads(line.lists))
            yield f"（逐件列表：{told}；没有的，本段写作“{line.lists.empty}”）"


def places(register: Register, examples: Mapping[str, str]) -> tuple[PlaceRow, ...]:
    """Every placeholder under its Chinese name, with its key where one looks better in a template."""
    own = [PlaceRow(name, name, says) for name, says in ABOUT.items()]
    return (
        *own,
        *(
            PlaceRow(name, key, "文书自身" if key in OWN_PLACES else "记录", examples.get(key, ""))
            for key, name in places_of(register).items()
        ),
    )


def upload_field() -> dict[str, forms.Field]:
    return {
        "upload": forms.FileField(
            label="模板文件",
            help_text="DOCX，不超过5兆字节；不含宏、外部链接和嵌入的对象",
            widget=forms.FileInput(attrs={"accept": WORD}),
            error_messages={"required": "请选择模板文件", "empty": "文件是空的，请重新选择"},
        )
    }


@require_POST
def drop(request: Desk, key: str, paper: str) -> HttpResponse:
    """Go back to the built-in layout."""
    keeper(request)
    register, chosen = declared(key, paper)
    rows = PaperTemplate.objects.filter(
        organ=request.organ, register=register.key, paper=chosen.key, withdrawn_on__isnull=True
    )
    for one in rows:
        drop_template(register, one, actor=request.actor)
    messages.success(request, f"{chosen.label}已改回通用版式。", extra_tags="ok")
    return redirect("templates")
