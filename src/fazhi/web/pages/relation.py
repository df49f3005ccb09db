"""Linking a record with another: picked from a list, or named by its number or by words of its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpResponse

from fazhi.engine import listing
from fazhi.engine.access import sees_much, visible_to
from fazhi.engine.condition import Linked, registers_in
from fazhi.engine.listing import Asked
from fazhi.engine.models import RecordModel
from fazhi.engine.records import link_records
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.search import titled
from fazhi.web.fields import form_of, told
from fazhi.web.office import Desk
from fazhi.web.pages.correction import POSTED, form_page, saved, writable
from fazhi.web.pages.demands import expressions

OFFERED = 20
"""So many records are listed to pick from, the newest first."""


@POSTED
def relate(request: Desk, key: str, pk: int) -> HttpResponse:
    """Choose the other record's register, then pick one of its records; ``?register=`` is chosen already."""
    register, row = writable(request, key, pk)
    data: Any = request.POST if request.method == "POST" else None
    asked = (data or request.GET).get("register", "")
    near = neighbours_of(register, row)
    other = installed().registers.get(asked) or installed().registers[near[0] if near else register.key]
    words = (data or {}).get("number", "").strip()[:300]
    found = candidates(request, other, row, words)
    picked = next((one for one in found if data is not None and str(one.pk) == data.get("there")), None)
    if data is not None and picked is None:
        # 改选登记簿以后，原来选的一件不在其中。
        data = {name: value for name, value in data.items() if name != "there"}
    form = form_of(fields(near, other, found), data)
    chosen = picked or numbered(request, other, words)
    if chosen is not None and form.is_valid():
        try:
            link_records(row.record, chosen.record, actor=request.actor, kind=kind_of(register, other))
            return saved(request, register, row, f"已关联“{chosen.record.title}”。")
        except Refusal as refusal:
            told(form, refusal)
    elif words and not found:
        form.add_error("number", f"没有找到编号或者名称为“{words}”的{other.label}，请核对")
    return form_page(
        request,
        register,
        row,
        "登记关联",
        "登记关联",
        form,
        "关联" if found else "查找",
        lead="两件记录互相可见，不改变任何一件的事实",
        hint="没有列出的，选择登记簿，填写编号或者名称中的几个字再查" if found else "",
    )


def fields(near: Iterable[str], other: Register, found: Iterable[RecordModel]) -> dict[str, forms.Field]:
    """The register, those that the record's own rules speak of first; words; and what can be picked."""
    registers = installed().registers
    first = [(key, registers[key].label) for key in near]
    rest = [(key, one.label) for key, one in registers.items() if key not in near]
    choices: Any = [("常用", first), ("其他", rest)] if first else rest
    made: dict[str, forms.Field] = {
        "register": forms.ChoiceField(
            label="登记簿",
            choices=choices,
            initial=other.key,
            error_messages={"invalid_choice": "“登记簿”请从所列各项中选择"},
        ),
        "number": forms.CharField(
            label="编号或者名称",
            required=False,
            max_length=300,
            error_messages={"max_length": "编号或者名称过长，请核对"},
        ),
    }
    offered = [(str(one.pk), line(other, one)) for one in found]
    if offered:
        made["there"] = forms.ChoiceField(
            label=other.label,
            required=False,
            choices=offered,
            help_text="选择一件，再点“关联”",
            initial=offered[0][0] if len(offered) == 1 else None,
            widget=forms.RadioSelect(),
        )
    return made


def line(register: Register, row: RecordModel) -> str:
    """One record as it is offered: 示政决〔2025〕1号 停车收费办法（已审议，2025-06-30）."""
    step = str(register.procedure.steps(row.step).label)
    since = f"，{row.stepped_on}" if row.stepped_on else ""
    return f"{row.number} {row.record.title}（{step}{since}）".strip()


def neighbours_of(register: Register, row: RecordModel) -> list[str]:
    """The registers of which the gates speak, those of the moves from the present step first; then those
    whose gates speak of this one.
    """
    moves = sorted(register.procedure.moves, key=lambda move: row.step not in move.sources)
    asked = [key for move in moves for gate in move.gates for key in sorted(registers_in(gate.met))]
    asking = sorted(installed().asking.get(register.key, ()))
    return [key for key in dict.fromkeys((*asked, *asking)) if key in installed().registers]


def candidates(request: Desk, other: Register, row: RecordModel, words: str) -> list[RecordModel]:
    """Records of the other register that may be seen and are not withdrawn, the newest first."""
    by_key = not words and sees_much(request.rights)
    rows = listing.rows(request.rights, other, Asked(words=words), row_by_row=by_key)
    rows = rows.filter(withdrawn_on__isnull=True)
    return list(rows.exclude(pk=row.pk).select_related("record").order_by("-pk")[:OFFERED])


def numbered(request: Desk, other: Register, words: str) -> RecordModel | None:
    """The one visible record of exactly that number; where none bears it, of exactly that title."""
    if not words:
        return None
    rows = visible_to(request.rights, other).select_related("record")
    found = list(rows.filter(number=words)[:2]) or list(rows.filter(titled(words), record__title=words)[:2])
    return found[0] if len(found) == 1 else None


def kind_of(here: Register, there: Register) -> str:
    """The kind of link that a gate of ``here`` asks for, if it names one."""
    for gate in here.procedure.gates:
        for one in expressions(gate.met):
            if type(one) is Linked and one.model == there.key:
                return one.kind
    return ""
