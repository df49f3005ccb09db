"""第一责任人: lawful rows of persons who answer and of posts; their recipes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from fazhi.engine.recipe import Example, Made, Make, Recipe, Timeline
from fazhi.workstreams.leadership.in_hand import ago
from fazhi.workstreams.leadership.models.tiers import ChargeKind


def named(kind: ChargeKind, day: date, n: int) -> Made:
    """Named with what the person answers for, to whom."""
    return Made(
        {
            "name": f"郑某{n}",
            "kind": kind,
            "post": "局长",
            "body": "法制科" if kind == ChargeKind.INTERNAL else "",
            "duties": "本单位法治政府建设",
            "phone": f"0830-5550{n:03}",
            "answers_to": "王五",
            "since_on": Timeline.since(day).first,
        }
    )


def confirmed(kind: ChargeKind, day: date, n: int) -> Made:
    return named(kind, day, n).with_values(confirmed_on=Timeline.since(day).on(3))


def stepped_down(day: date, n: int) -> Made:
    made = confirmed(ChargeKind.PRINCIPAL, day, n)
    return made.with_values(until_on=Timeline.since(day).on(30), successor="冯某")


def asked(day: date, n: int) -> Made:
    return Made(
        {"name": f"委员会办公室秘书科{n}", "proposed_on": Timeline.since(day).first, "added": 2, "removed": 0}
    )


def approved(day: date, n: int, added: int = 2, removed: int = 0) -> Made:
    time = Timeline.since(day)
    facts = {"approved_on": time.on(10), "document_number": f"示编〔{time.on(10).year}〕{n}号"}
    return asked(day, n).with_values(**facts, added=added, removed=removed)


def charges_in_hand(today: date) -> Sequence[Made]:
    """The head confirmed, the contact named."""
    return (
        confirmed(ChargeKind.PRINCIPAL, ago(today, 60), 101),
        named(ChargeKind.CONTACT, ago(today, 4), 102),
    )


MADE: Mapping[str, Make] = {
    kind: partial(confirmed, kind) for kind in ChargeKind if kind != ChargeKind.UNDECIDED
}
KEYS = {
    "principals": ChargeKind.PRINCIPAL,
    "deputies": ChargeKind.DEPUTY,
    "internal_heads": ChargeKind.INTERNAL,
    "contacts": ChargeKind.CONTACT,
}
TIER_RECIPES: Mapping[str, Recipe] = {
    "leadership.charge": Recipe(
        ChargeKind.PRINCIPAL,
        {**MADE, "named": partial(named, ChargeKind.CONTACT), "ended": stepped_down},
        {
            **dict.fromkeys(
                ("charges", "charges_named", "charges_confirmed_rate"),
                Example("since_on", MADE[ChargeKind.PRINCIPAL]),
            ),
            **{key: Example("since_on", MADE[kind]) for key, kind in KEYS.items()},
        },
        organs=("superior",),
        in_hand=charges_in_hand,
    ),
    "leadership.staffing": Recipe(
        "approved",
        {"approved": approved, "asked": asked},
        {
            "posts_added": Example("approved_on", approved),
            "posts_removed": Example("approved_on", partial(approved, added=0, removed=1)),
        },
    ),
}
