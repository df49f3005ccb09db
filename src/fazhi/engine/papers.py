"""Case documents made: filled from the record, numbered without gaps, kept as evidence, all in one write."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction

from fazhi.engine.actor import Actor
from fazhi.engine.facts import not_future
from fazhi.engine.models import Evidence, MadePaper, RecordModel
from fazhi.engine.neighbours import settle
from fazhi.engine.numbers import draw
from fazhi.engine.paper import Letter, Line, Paper
from fazhi.engine.paper_letter import letter_of
from fazhi.engine.paper_listing import Seen, hidden, seen_by
from fazhi.engine.paper_places import places_of, values_at
from fazhi.engine.paper_ready import closed, empty_places, holding, papers_made
from fazhi.engine.paper_template import bytes_of, template_for
from fazhi.engine.records import lock, may_write, rise
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.register import Register
from fazhi.engine.title import retitle
from fazhi.engine.trail import record_event
from fazhi.engine.values import label_of, take

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Render = Callable[[Letter, "bytes | None"], bytes]
"""Sets a filled paper as a Word file, in the organ's template where there is one. Given from above."""


@transaction.atomic
def make_paper(
    register: Register,
    pk: int,
    key: str,
    *,
    actor: Actor,
    on: date,
    version: int,
    render: Render,
    served: int | None = None,
) -> MadePaper:
    """Make one paper of a record on a legal day.

    One transaction: the text is filled from the saved row, a number is drawn (made again, the paper keeps the
    one it bears), the file is set and kept as evidence under the paper's name, and the act is logged.

    :param served: for a receipt, the evidence of the paper that is served.
    :raises Refusal: no such paper, its act is not done, a column is empty, a day out of order, no right.
    :raises Conflict: somebody wrote first.
    """
    row = lock(register, pk, version)
    may_write(actor, row.organ_id)
    paper = find_paper(register, key)
    seen = seen_by(actor)
    lines, values = ready(register, row, paper, on, seen)
    about = chosen(row, paper, served, on)
    earlier = (
        MadePaper.objects.filter(record=pk, paper=key, served=about.evidence if about else None)
        .order_by("-edition")
        .first()
    )
    changes: dict[str, object] = {}
    number = earlier.number if earlier else numbered(row, paper, on, changes)
    template = template_for(row.organ_id, register.key, key)
    if template is not None:
        values = {**values_at(register, row, places_of(register)), **values}
    letter = letter_of(register, row, paper, lines, values, on, number, about, seen)
    if template is not None:
        named = {name: letter.values[place] for place, name in places_of(register).items()}
        letter = replace(letter, values={**named, **letter.values})
    content = render(letter, bytes_of(template) if template else None)
    edition = earlier.edition + 1 if earlier else 1
    found = kept(row, paper, actor, on, content, number, edition)
    made = MadePaper.objects.create(
        evidence=found,
        record=row.record,
        paper=key,
        number=number,
        edition=edition,
        served=about.evidence if about else None,
        template=template,
    )
    if "column" in changes:
        retitle(register, row)
    rise(row)
    settle(register, row)
    record_event(
        actor=actor,
        kind="paper",
        label=f"制作{paper.label}{f'（第{edition}版）' if edition > 1 else ''}",
        legal_on=on,
        organ_id=row.organ_id,
        record=row.record,
        changes={
            "sha256": (None, found.sha256),
            "effective_on": (None, on.isoformat()),
            **({paper.bears: ("", number)} if changes else {}),
        },
    )
    return made


def find_paper(register: Register, key: str) -> Paper:
    try:
        return register.paper(key)
    except StopIteration:
        known = "、".join(paper.label for paper in register.papers) or "无"
        raise Refusal(f"{register.label}没有“{key}”这一文书。可以制作的有：{known}。") from None


def ready(
    register: Register, row: RecordModel, paper: Paper, on: date, seen: Seen
) -> tuple[list[Line], dict[str, str]]:
    """The lines that are said and the values for them; refused with everything that is missing."""
    title = f"不能制作“{paper.label}”"
    if row.withdrawn_on is not None:
        raise Refusal(f"{title}：该记录已于{row.withdrawn_on}撤回。")
    if row.law_on is None or not paper.applies(row.law_on):
        editions = "、".join(str(cite.law) for cite in paper.cites)
        raise Refusal(f"{title}：该文书依据{editions}，不适用于该记录。")
    not_future(on)
    open_now, texts = holding(register, row.pk, [paper])
    if not open_now[paper.key]:
        raise Refusal(title, [closed(paper, row.law_on)])
    since = getattr(row, paper.since)
    if since is not None and on < since:
        label = label_of(register.model, paper.since)
        raise Refusal(title, [Lack(f"成文日期{on}早于{label}{since}", "请核对日期", field="on")])
    lines = texts[paper.key]
    values = values_at(register, row, set(paper.places()))
    lacks = (*empty_places(register, paper, lines, values), *hidden(row, lines, seen))
    if lacks:
        raise Refusal(title, lacks)
    return lines, values


def chosen(row: RecordModel, paper: Paper, served: int | None, on: date) -> MadePaper | None:
    """The paper that a receipt is for."""
    if not paper.serves:
        return None
    found = next(
        (one for one in papers_made(row.pk) if one.evidence_id == served and one.paper != paper.key), None
    )
    if found is None:
        raise Refusal(f"不能制作“{paper.label}”", [Lack("请选择要送达的文书", field="served")])
    if on < found.evidence.effective_on:
        text = f"成文日期{on}早于{found.evidence.name}的日期{found.evidence.effective_on}"
        raise Refusal(f"不能制作“{paper.label}”", [Lack(text, "请核对日期", field="on")])
    return found


def numbered(row: RecordModel, paper: Paper, on: date, changes: dict[str, object]) -> str:
    """The number that the record keeps for the paper, or the next one of its line that nothing bears."""
    if paper.number is None:
        return ""
    held = getattr(row, paper.bears) if paper.bears else ""
    if held:
        return str(held)
    number = draw(paper.number, row.organ, on.year)
    while is_borne(row, paper, number):
        number = draw(paper.number, row.organ, on.year)
    if paper.bears:
        take(row, {paper.bears: number})
        row.save(update_fields=[paper.bears])
        changes["column"] = number
    return number


def is_borne(row: RecordModel, paper: Paper, number: str) -> bool:
    """Whether a paper or a record of the organ bears the number already: imported ones are passed over."""
    if MadePaper.objects.filter(number=number, record__organ=row.organ_id).exists():
        return True
    if not paper.bears:
        return False
    return type(row)._default_manager.filter(organ=row.organ_id, **{paper.bears: number}).exists()


def kept(
    row: RecordModel,
    paper: Paper,
    actor: Actor,
    on: date,
    content: bytes,
    number: str,
    edition: int,
) -> Evidence:
    """The file among the record's evidence, under the name by which moves ask for it."""
    name = paper.label + (f" {number}" if number else "") + (f" 第{edition}版" if edition > 1 else "")
    found = Evidence(
        record=row.record,
        name=paper.label,
        filename=f"{name}.docx",
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        kind=DOCX[:100],
        effective_on=on,
        received_on=on,
        added_by=actor.person,
    )
    found.file.save(f"{found.sha256[:16]}.docx", ContentFile(content), save=False)
    found.save()
    return found
