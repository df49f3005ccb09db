"""Every paper of every register is made from a record of its recipe, and nothing in it is left unfilled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField
from docx import Document

from fazhi.engine import registry as declared
from fazhi.engine.access import every_row
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.models import MadePaper, RecordModel
from fazhi.engine.paper import Paper
from fazhi.engine.paper_ready import holding, makeable
from fazhi.engine.papers import make_paper
from fazhi.engine.recipe import Made
from fazhi.engine.register import Register
from fazhi.exchange.official.letter import render
from fazhi.organs.models import Axis, Below, Kind, Level, Organ
from fazhi.workstreams.all import RECIPES, WORKSTREAMS
from fazhi.workstreams.business.small import interviewed

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)
FEW = 6
LATE = {"business.spot_check": (interviewed,)}
"""Rows that miss a limit, as the act of which a paper tells supposes; so they are no outcome of a recipe."""
PAPERS = [
    (register, paper)
    for workstream in WORKSTREAMS
    for register in workstream.registers
    for paper in register.papers
]


@pytest.fixture(autouse=True)
def _office(db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.TRAIL_HEADS, settings.MEDIA_ROOT = tmp_path / "heads.jsonl", tmp_path / "files"
    for module in ("records", "bulk", "tick"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: TODAY)
    kept = declared.installed()
    declared.install(WORKSTREAMS)
    yield
    declared._installed = kept


def organ(code: str, name: str, kind: Kind) -> Organ:
    made = Organ.objects.create(code=code, name=name, short_name=name[:4], kind=kind, level=Level.COUNTY)
    for axis in Axis:
        Below.objects.create(high=made, low=made, axis=axis, depth=0)
    return made


def candidates(register: Register) -> Iterator[Made]:
    """Rows of every outcome, of every example and in hand, of two years, one under each edition."""
    recipe = RECIPES[register.key]
    examples = (example.make for example in recipe.examples.values())
    makes = [*recipe.outcomes.values(), *examples, *LATE.get(register.key, ())]
    for day in (date(2025, 3, 3), date(2019, 3, 4)):
        for at, make in enumerate(makes, 1):
            try:
                yield make(day, at)
            except Exception:  # noqa: BLE001, S112 - an outcome of another edition
                continue
    yield from recipe.in_hand(TODAY)


def organs_of(register: Register, paper: Paper) -> set[str]:
    """Columns of organs: those the recipe leaves to its maker, and those that the paper prints."""
    columns = {column.name for column in register.model._meta.fields if column.related_model is Organ}
    return {*RECIPES[register.key].organs, *(columns & set(paper.places()))} - {"organ"}


def is_text(register: Register, name: str) -> bool:
    column = register.model._meta.get_field(name)
    return isinstance(column, CharField) and not column.choices


def filled(register: Register, made: Made, paper: Paper) -> Made:
    """The row with a text in every empty column of text that the paper prints."""
    given: dict[str, Any] = {}
    for place in paper.places():
        if place in {"number", paper.bears} or made.values.get(place):
            continue
        try:
            given |= {place: "甲"} if is_text(register, place) else {}
        except FieldDoesNotExist:
            continue
    return made.with_values(**given)


def facts_for(register: Register, paper: Paper, government: Organ, bureau: Organ) -> Iterator[BulkRow]:
    organs = dict.fromkeys(organs_of(register, paper), bureau.pk)
    for at, made in enumerate(candidates(register)):
        whole = filled(register, made, paper)
        values = {name: value for name, value in whole.values.items() if value is not None}
        if values.get(paper.since) is None:
            continue
        first = min(value for value in values.values() if isinstance(value, date))
        keys = {name: f"{values[name]}-{at}" for name in register.key_fields
                if is_text(register, name) and values.get(name)}  # fmt: skip
        facts = Made({**values, **keys}, whole.parts, whole.pauses, whole.extensions)
        yield facts.as_row(government.pk, first, **organs)


def rows_for(register: Register, paper: Paper, government: Organ, bureau: Organ) -> Iterator[RecordModel]:
    """Records on which the paper's act is done, a few at a time: most papers need no more than the first."""
    rows = facts_for(register, paper, government, bureau)
    while few := list(islice(rows, FEW)):
        loaded = load(register, few, actor=SYSTEM, synthetic=True)
        found = every_row(register).select_related("record", "organ").in_bulk(list(loaded.pks()))
        for row in found.values():
            mine = row.law_on and paper.applies(row.law_on)
            if mine and holding(register, row.pk, [paper])[0][paper.key]:
                yield row


def text_of(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)


@pytest.mark.parametrize(("register", "paper"), PAPERS, ids=lambda one: getattr(one, "key", None))
def test_paper_is_made_and_holds_no_unfilled_place(register: Register, paper: Paper) -> None:
    government = organ("999901", "示例县人民政府", Kind.GOVERNMENT)
    bureau = organ("999901/sj", "示例县市场监督管理局", Kind.DEPARTMENT)
    made, told = None, []
    for row in rows_for(register, paper, government, bureau):
        served = other_paper(register, row, paper) if paper.serves else None
        told = [str(lack) for one in makeable(register, row) if one.paper is paper for lack in one.lacks]
        if not told:
            row.record.refresh_from_db()
            made = make_paper(register, row.pk, paper.key, actor=SYSTEM, on=TODAY,
                              version=row.record.version, render=render,
                              served=served.evidence_id if served else None)  # fmt: skip
            break
    assert made is not None, f"no row of the recipe gives this paper: {told}"
    with made.evidence.file.open("rb") as file:
        text = text_of(file.read())
    assert not re.search(r"[{}]|None|undecided|unknown", text)
    assert re.search(re.sub(r"\\\{.*?\\\}", ".+", re.escape(paper.title or paper.label)), text)
    assert not re.search("。。|[，；：]。|（）|“”|地方规定", text)
    signer = bureau if paper.by else government
    assert text.splitlines()[-2] == signer.name
    assert "2026年11月25日" in text
    assert bool(made.number) == (paper.number is not None)
    assert made.number in text


def other_paper(register: Register, row: RecordModel, paper: Paper) -> MadePaper | None:
    for one in makeable(register, row):
        if one.paper is not paper and not one.lacks:
            return make_paper(register, row.pk, one.paper.key, actor=SYSTEM, on=TODAY,
                              version=row.record.version, render=render)  # fmt: skip
    return None
