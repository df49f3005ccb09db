"""Reconsideration cases by the million, synthetic, spread over 500 organs and two years."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from fazhi.engine.answer import Answer
from fazhi.engine.copying import analyze, columns_of, insert
from fazhi.engine.models import Record
from fazhi.engine.search import index
from fazhi.organs.models import Kind, Level, Organ
from fazhi.organs.tree import add_organ, add_organs
from fazhi.workstreams.reconsideration.models import Case
from fazhi.workstreams.reconsideration.models.choices import Act, Channel, Field, Outcome, Track

ORGANS = 500
FIRST = date(2023, 1, 1)
DAYS = [FIRST + timedelta(at) for at in range(730)]


def plant() -> list[int]:
    """A city with 9 counties and 490 bureaus below them."""
    with transaction.atomic():
        city = add_organ("999900", "示例市人民政府", kind=Kind.GOVERNMENT, level=Level.CITY)
        counties = [f"9999{at:02}" for at in range(1, 10)]
        parents = dict.fromkeys(counties, city.code)
        parents |= {f"{counties[at % 9]}/{at}": counties[at % 9] for at in range(ORGANS - 10)}
        add_organs(
            [
                Organ(
                    code=code,
                    name=f"示例机关{code}",
                    kind=Kind.DEPARTMENT if "/" in code else Kind.GOVERNMENT,
                    level=Level.COUNTY,
                )
                for code in parents
            ],
            parents,
        )
    return list(Organ.objects.order_by("pk").values_list("pk", flat=True))


def later(draw: random.Random, day: date | None, most: int, chance: float) -> date | None:
    """A day after ``day``, or none."""
    if day is None or draw.random() > chance:
        return None
    at = (day - FIRST).days + draw.randrange(most)
    return DAYS[at] if at < len(DAYS) else None


def facts(draw: random.Random) -> dict[str, Any]:
    """One case as far as figures look at it."""
    received = DAYS[draw.randrange(len(DAYS))]
    accepted = later(draw, received, 10, 0.9)
    closed = later(draw, accepted, 90, 0.9)
    return {
        "received_on": received,
        "accepted_on": accepted,
        "refused_on": None if accepted else later(draw, received, 10, 0.8),
        "answered_on": later(draw, accepted, 20, 0.8),
        "opinions_on": later(draw, accepted, 40, 0.6),
        "heard_on": later(draw, accepted, 50, 0.2),
        "extended_on": later(draw, accepted, 60, 0.1),
        "closed_on": closed,
        "served_on": later(draw, closed, 10, 0.95),
        "sued_on": later(draw, closed, 30, 0.15),
        "decide_due_on": None if accepted is None else accepted + timedelta(60),
        "amount": None if draw.random() < 0.3 else draw.randrange(10**7),
        "applicant_count": 1 + draw.randrange(12),
        "field": draw.choice(FIELDS),
        "act_kind": draw.choice(ACTS),
        "outcome": draw.choice(OUTCOMES) if closed else Outcome.UNDECIDED.value,
        "track": draw.choice(TRACKS),
        "channel": draw.choice(CHANNELS),
        "enterprise": draw.choice(ANSWERS),
        "major": draw.choice(ANSWERS),
    }


FIELDS, ACTS, OUTCOMES, TRACKS, CHANNELS, ANSWERS = (
    [choice.value for choice in choices] for choices in (Field, Act, Outcome, Track, Channel, Answer)
)


RARE = "另一件稀少的示例案件"
"""The title of one record in five hundred."""


def load(rows: int, organs: list[int]) -> None:
    """Hub rows and cases, written set-wise."""
    draw = random.Random(20170101)
    owners = [draw.choice(organs) for _ in range(rows)]
    first = 1
    with transaction.atomic():
        insert(Record, columns_of(Record), hubs(owners, first))
        insert(Case, columns_of(Case), cases(draw, owners, first))
        index(range(first, first + rows))
        analyze([Record, Case])


def hubs(owners: list[int], first: int) -> Iterator[tuple[Any, ...]]:
    blank = {column.attname: column.get_default() for column in Record._meta.concrete_fields}
    blank |= {"register": "reconsideration.case", "synthetic": True, "withdrawn_why": ""}
    for at, owner in enumerate(owners, first):
        title = RARE if at % 500 == 0 else "示例案件"
        yield tuple({**blank, "id": at, "organ_id": owner, "title": title}.values())


def cases(draw: random.Random, owners: list[int], first: int) -> Iterator[tuple[Any, ...]]:
    blank = {column.attname: plain(column.get_default()) for column in Case._meta.concrete_fields}
    blank |= {"step": "closed", "number": ""}
    for at, owner in enumerate(owners, first):
        withdrawn = DAYS[-1] if at % 97 == 0 else None
        own = {
            "record_id": at,
            "organ_id": owner,
            "respondent_id": owners[at // 2],
            "withdrawn_on": withdrawn,
        }
        yield tuple({**blank, **own, **facts(draw)}.values())


def plain(value: Any) -> Any:
    return getattr(value, "value", value)
