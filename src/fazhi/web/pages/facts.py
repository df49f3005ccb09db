"""The facts of a record and its child rows: what is filled in, what is not, what is masked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import BooleanField, Field, ForeignKey

from fazhi.engine.access import Rights
from fazhi.engine.dossier import Beside, Dossier
from fazhi.engine.personal import masked
from fazhi.engine.register import PartSpec, Register
from fazhi.engine.values import UNSAID, field_of, label_of
from fazhi.web.link import Action
from fazhi.web.record import Fact, Part
from fazhi.web.record_urls import RecordUrls
from fazhi.web.shown import heading, in_words, is_set, part_personal, shown


def facts_of(dossier: Dossier, rights: Rights, urls: RecordUrls) -> tuple[Fact, ...]:
    """The filled columns in declared order, then organ, handler and the law that the record is held to."""
    register, row = dossier.register, dossier.row
    found = []
    for name in dict.fromkeys((*register.facts, *register.personal)):
        if "." in name or not is_set(row, name):
            continue
        secret = name in register.personal
        reveal = urls.reveal(name) if secret and rights.personal else ""
        found.append(Fact(heading(register.model, name), shown(register, row, name), reveal=reveal))
    found.append(Fact("承办机关", row.organ.name))
    if row.record.handler:
        found.append(Fact("承办人", row.record.handler.name))
    if row.law_on:
        note = f"按 {row.law_on}" + ("，已指定" if row.law_chosen else "")
        found.append(Fact("适用法律", law_of(register, row.law_on), note))
    return tuple(found)


def law_of(register: Register, day: Any) -> str:
    """The editions that the register's moves cite and that are in force on the day, the first two."""
    laws = dict.fromkeys(
        str(cite.law) for move in register.procedure.moves for cite in move.cites if cite.covers(day)
    )
    return "、".join(tuple(laws)[:2])


def unset_of(dossier: Dossier) -> tuple[str, ...]:
    """The labels of the columns about which nobody has said anything."""
    model = dossier.register.model
    return tuple(heading(model, name) for name in dossier.register.facts if not is_set(dossier.row, name))


def parts_of(dossier: Dossier, rights: Rights, urls: RecordUrls) -> tuple[Part, ...]:
    """The child tables that hold something, with standstills and extensions."""
    tables = [part(dossier, spec, rights, urls) for spec in dossier.register.parts if rows_of(dossier, spec)]
    return (*tables, *beside(dossier))


def part_links(dossier: Dossier, urls: RecordUrls) -> tuple[Action, ...]:
    """Buttons for the child tables that are still empty."""
    if not urls.writable:
        return ()
    return tuple(
        Action(f"添加{spec.label}", urls.part(spec.model))
        for spec in dossier.register.parts
        if not rows_of(dossier, spec)
    )


def rows_of(dossier: Dossier, spec: PartSpec) -> list[tuple[str, ...]]:
    return [row.values for row in dossier.parts if row.model == spec.model]


def part(dossier: Dossier, spec: PartSpec, rights: Rights, urls: RecordUrls) -> Part:
    """One child table; columns in which nothing stands are left out."""
    model = apps.get_model(spec.model)
    secret = part_personal(dossier.register, spec.model)
    rows = [
        tuple(cell(model, name, text, secret) for name, text in zip(spec.columns, values, strict=True))
        for values in rows_of(dossier, spec)
    ]
    kept = [at for at in range(len(spec.columns)) if any(row[at] for row in rows)] or [0]
    reveals = reveal_links(spec, [spec.columns[at] for at in kept], secret, rights, urls)
    return Part(
        spec.label,
        tuple(heading(model, spec.columns[at]) for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        Action("添加", urls.part(spec.model)) if urls.writable else None,
        tuple(reveals),
    )


def reveal_links(
    spec: PartSpec, names: list[str], secret: frozenset[str], rights: Rights, urls: RecordUrls
) -> Iterator[Action]:
    if not rights.personal:
        return
    model, short = apps.get_model(spec.model), spec.model.rpartition(".")[2]
    for name in names:
        if name in secret:
            yield Action(f"查看{label_of(model, name)}", urls.reveal(f"{short}.{name}"), quiet=True)


def cell(model: Any, name: str, text: str, secret: frozenset[str]) -> str:
    words = from_text(field_of(model, name), text)
    return masked(words) if name in secret else words


def from_text(column: Field[Any, Any], text: str) -> str:
    """A column that the database wrote as text, in the words of the page."""
    if isinstance(column, BooleanField):
        return "是" if text.lower() in {"1", "t", "true"} else "否"
    if column.choices and text in UNSAID:
        return ""
    return text if isinstance(column, ForeignKey) else in_words(column, text)


def beside(dossier: Dossier) -> Iterator[Part]:
    """Standstills and extensions as tables of their own."""
    pauses, extensions = dossier.of_kind("pause"), dossier.of_kind("extension")
    procedure = dossier.register.procedure
    if pauses:
        rows = tuple(standstill(dossier.register, one) for one in pauses)
        yield Part("中止与扣除", ("种类", "情形", "起", "止", "说明"), rows)
    if extensions:
        told = tuple(
            (
                procedure.deadline(one.key).label,
                f"{one.amount}{unit_of(dossier, one.key)}",
                str(one.first or ""),
                one.detail,
            )
            for one in extensions
        )
        yield Part("延长", ("期限", "延长", "批准日期", "理由"), told)


def standstill(register: Register, one: Beside) -> tuple[str, ...]:
    pause = register.procedure.pause(one.key)
    ground = str(dict(pause.grounds.choices).get(one.detail, one.detail)) if pause.grounds else one.detail
    return pause.label, ground, str(one.first or ""), str(one.last or "进行中"), one.label


def unit_of(dossier: Dossier, key: str) -> str:
    """The unit in which a deadline of the record is counted."""
    found = dossier.register.procedure.deadline(key).at(dossier.row.law_on) if dossier.row.law_on else None
    return found[1].unit if found else ""
