"""What happened to a record, newest first, with each value before and after in the words of its column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, ForeignKey

from fazhi.engine.actor import BY_LAW, SHANGHAI
from fazhi.engine.hundredths import parted
from fazhi.engine.models import Event as Logged
from fazhi.engine.personal import masked
from fazhi.engine.register import Register
from fazhi.engine.values import UNSAID
from fazhi.organs.models import Organ
from fazhi.web.day import short
from fazhi.web.record import Change, Event
from fazhi.web.shown import brief, in_words, part_personal

PART = re.compile(r"(\w+\.\w+)\[\d+\]")
QUIET = frozenset({"link", "sha256", "withdrawn_on", "field"})
"""Changes that the event's own label already tells."""
MOST = 6


def events_of(register: Register, events: Iterable[Logged], today: date) -> tuple[Event, ...]:
    """The events as a story: who did what, when, under which legal day, and why."""
    found = list(events)
    organs = organ_names(register, found)
    return tuple(told(register, event, organs, today) for event in found)


def told(register: Register, event: Logged, organs: Mapping[int, str], today: date) -> Event:
    moment = event.logged_at.astimezone(SHANGHAI)
    law = event.actor_id is None and event.actor_name == BY_LAW.name
    sets = {move.sets for move in register.procedure.moves}
    legal = [None, event.legal_on.isoformat()]
    pairs = {key: pair for key, pair in event.changes.items() if not (key in sets and pair == legal)}
    changes = tuple(changes_of(register, pairs, organs))
    details = []
    if event.legal_on != moment.date():
        details.append(f"法定日 {short(event.legal_on, today)}")
    if event.why:
        details.append(f"理由：{event.why}" if not law else event.why)
    if len(changes) > MOST:
        details.append(f"共 {len(changes)} 项")
    return Event(
        moment.isoformat(timespec="minutes"),
        f"{short(moment.date(), today)} {moment:%H:%M}",
        event.actor_name,
        "",
        event.label,
        "；".join(details),
        changes[:MOST],
        law,
    )


def changes_of(register: Register, changes: Mapping[str, Any], organs: Mapping[int, str]) -> Iterator[Change]:
    """Each value before and after; masked where it is personal, silent where the label says it."""
    for key, pair in changes.items():
        if key in QUIET or not isinstance(pair, list) or len(pair) != 2:
            continue
        before, after = pair
        if found := PART.fullmatch(key):
            yield Change(part_label(register, found[1]), "", child(register, found[1], after))
        elif key == "step":
            steps = dict(register.procedure.steps.choices)
            yield Change("步骤", str(steps.get(before, before or "")), str(steps.get(after, after)))
        elif key == "effective_on" and "sha256" in changes:  # of the evidence, not of the record
            yield Change(PLAIN[key], "", str(after or ""))
        elif key.startswith("pause:"):
            yield Change(register.procedure.pause(key.split(":")[1]).label, before or "", after or "")
        elif key.startswith("extend:"):
            label = register.procedure.deadline(key.split(":")[1]).label
            yield Change(f"延长{label}", str(before or ""), str(after))
        else:
            yield column_change(register, key, before, after, organs)


def column_change(register: Register, key: str, before: Any, after: Any, organs: Mapping[int, str]) -> Change:
    try:
        column = register.model._meta.get_field(key)
    except FieldDoesNotExist:
        return Change(PLAIN.get(key, key), str(before or ""), str(after or ""))
    if not isinstance(column, Field):
        return Change(key, str(before or ""), str(after or ""))
    told = [words(column, value, organs, secret=key in register.personal) for value in (before, after)]
    if column.choices and before in UNSAID:
        told[0] = ""
    return Change(parted(str(column.verbose_name))[0], *told)


PLAIN = {"effective_on": "生效日", "handler": "承办人"}
"""Words for what is no column of the register."""


def words(column: Field[Any, Any], value: Any, organs: Mapping[int, str], *, secret: bool) -> str:
    text = (
        organs.get(value, str(value)) if isinstance(column, ForeignKey) and value else in_words(column, value)
    )
    return masked(text) if secret else text


def part_label(register: Register, model: str) -> str:
    return next((spec.label for spec in register.parts if spec.model == model), model)


def child(register: Register, name: str, values: Any) -> str:
    """A child row in one line, personal columns masked."""
    if not isinstance(values, dict):
        return ""
    model, secret = apps.get_model(name), part_personal(register, name)
    found = []
    for key, value in values.items():
        column = model._meta.get_field(key)
        if not isinstance(column, Field) or value in {None, ""}:
            continue
        if not (column.choices and value in UNSAID):
            found.append(words(column, value, {}, secret=key in secret))
    return "，".join(filter(None, found))


def organ_names(register: Register, events: Iterable[Logged]) -> dict[int, str]:
    """The names of the organs that changes speak of: one query, none where there are none."""
    keys = {
        field.name
        for field in register.model._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.related_model is Organ
    }
    wanted = {
        value
        for event in events
        for key, pair in event.changes.items()
        if key in keys and isinstance(pair, list)
        for value in pair
        if isinstance(value, int)
    }
    return {one.pk: brief(one) for one in Organ.objects.filter(pk__in=wanted)} if wanted else {}
