"""A register's list: by key, never by offset, with counts that stop at ten thousand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from fazhi.engine.access import Rights, sees_much, visible_to
from fazhi.engine.models import Breach, Obligation, RecordModel
from fazhi.engine.register import Register
from fazhi.engine.search import titled

MANY = 5_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked of a list: search words, a view by key and the day it is asked on (None: today), a
    step, the key to go on from.
    """

    words: str = ""
    view: str = ""
    on: date | None = None
    step: str = ""
    before: int | None = None
    after: int | None = None
    size: int = 20


@dataclass(frozen=True, slots=True)
class Page:
    """Rows with what their lines show; ``older`` and ``newer`` are the keys of the pages beside it."""

    rows: tuple[RecordModel, ...]
    clocks: dict[int, tuple[Obligation, ...]]
    breached: frozenset[int]
    older: int | None
    newer: int | None


def rows(
    rights: Rights, register: Register, asked: Asked, *, row_by_row: bool = False
) -> QuerySet[RecordModel]:
    """The visible rows that match; ``row_by_row`` as in :func:`fazhi.engine.access.visible_to`."""
    found = visible_to(rights, register, row_by_row=row_by_row)
    chosen = next((one for one in register.filters if one.key == asked.view), None)
    if chosen is not None:
        found = found.filter(chosen.on(asked.on or rights.day))
    if asked.step:
        found = found.filter(step=asked.step)
    if asked.words:
        found = found.filter(matching(asked.words))
    return found


def matching(words: str) -> Q:
    """Every word stands in the title or begins the number."""
    every = Q()
    for word in words.split()[:5]:
        every &= titled(word) | Q(number__startswith=word)
    return every


def page(rights: Rights, register: Register, asked: Asked) -> Page:
    """One page: the rows, their open clocks and breaches; a fixed number of queries."""
    # Words have an index of their own, which then leads.
    by_key = not asked.words and sees_much(rights)
    found = rows(rights, register, asked, row_by_row=by_key)
    if asked.after is not None:
        newer = list(whole(register, found.filter(pk__gt=asked.after), "pk", asked.size + 1))
        more_newer, lines = len(newer) > asked.size, newer[: asked.size][::-1]
        older_key, newer_key = (
            (lines[-1].pk if lines else None),
            (lines[0].pk if lines and more_newer else None),
        )
    else:
        if asked.before is not None:
            found = found.filter(pk__lt=asked.before)
        older = list(whole(register, found, "-pk", asked.size + 1))
        lines = older[: asked.size]
        older_key = lines[-1].pk if len(older) > asked.size else None
        newer_key = lines[0].pk if lines and asked.before is not None else None
    pks = [row.pk for row in lines]
    clocks: dict[int, list[Obligation]] = {pk: [] for pk in pks}
    for clock in Obligation.objects.filter(record__in=pks, watch=False).order_by("due_on"):
        clocks[clock.record_id].append(clock)
    breached = frozenset(Breach.objects.filter(record__in=pks).values_list("record_id", flat=True))
    return Page(
        tuple(lines), {pk: tuple(found) for pk, found in clocks.items()}, breached, older_key, newer_key
    )


def whole(register: Register, found: QuerySet[RecordModel], order: str, most: int) -> QuerySet[RecordModel]:
    """The first of the rows found, with what their lines show.

    Their keys are asked within: what an index finds in no order would else be sorted with all its columns.
    """
    keys = found.order_by(order).values("pk")[:most]
    chosen = register.model._default_manager.filter(pk__in=keys).order_by(order)
    return chosen.select_related("record", "record__handler", "organ", *register.parties)


def count_to_many(found: QuerySet[RecordModel]) -> int:
    """How many rows, counted no further than one beyond :data:`MANY`."""
    return found.order_by().values("pk")[: MANY + 1].count()


def many_words(count: int) -> str:
    return f"{MANY:,}以上" if count > MANY else f"{count:,}"
