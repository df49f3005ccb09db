"""How a list is narrowed: what the address asks for, the views as tabs, the steps, and all of it in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, Sum, Value, When

from fazhi.engine import listing as engine
from fazhi.engine.listing import MANY, Asked, many_words
from fazhi.engine.register import AsOf, Register
from fazhi.engine.registry import installed
from fazhi.web.address import altered
from fazhi.web.letterhead import register_url
from fazhi.web.listing import Choice, Filter
from fazhi.web.office import Desk


def asked_by(request: Desk, register: Register) -> Asked:
    """What the address asks for; what makes no sense is left out."""
    given = request.GET

    def key(name: str) -> int | None:
        text = given.get(name, "")
        return int(text) if text.isdecimal() and len(text) < 19 else None

    step = given.get("step", "")
    view = next((one for one in register.filters if one.key == given.get("view")), None)
    return Asked(
        words=given.get("q", "").strip()[:100],
        view=view.key if view else "",
        on=day_of(given.get("on", "")) if isinstance(view, AsOf) else None,
        step=step if step in register.procedure.steps.values else "",
        before=key("before"),
        after=key("after"),
    )


def day_of(text: str) -> date | None:
    """2025-12-31; None where it is no day."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


@dataclass(frozen=True)
class Counts:
    """How many rows stand in each view and step; known only while no more than :data:`MANY` are in view."""

    whole: int
    numbers: dict[str, int]

    def words(self, name: str) -> str:
        return "" if self.whole > MANY else f"{self.numbers[name]:,}"

    def exact(self, asked: Asked) -> int | None:
        """The number of rows asked for, where it is among those counted."""
        if asked.words or (asked.view and asked.step) or self.whole > MANY:
            return None if asked.words or asked.view or asked.step else self.whole
        name = f"view_{asked.view}" if asked.view else f"step_{asked.step}" if asked.step else ""
        return self.numbers[name] if name else self.whole


def counted(request: Desk, register: Register, on: date | None = None) -> Counts:
    """All counts in one statement over at most :data:`MANY` rows and one, whichever come first.

    No order is asked for: counts are shown only where these are all rows there are.
    """
    flags = {f"view_{one.key}": one.on(on or request.day) for one in register.filters}
    flags |= {f"step_{step}": Q(step=step) for step in register.procedure.steps.values}
    told: dict[str, Any] = {
        name: Case(When(where, then=Value(1)), default=Value(0), output_field=IntegerField())
        for name, where in flags.items()
    }
    some = engine.rows(request.rights, register, Asked()).order_by().annotate(**told)[: MANY + 1]
    numbers = some.aggregate(whole=Count("pk"), **{f"n_{name}": Sum(name) for name in flags})
    return Counts(numbers["whole"], {name: numbers[f"n_{name}"] or 0 for name in flags})


def views(request: Desk, register: Register, asked: Asked, counts: Counts) -> tuple[Choice, ...]:
    """The saved views of the register as tabs."""
    if not register.filters:
        return ()
    every = Choice(
        "全部",
        altered(request, view=None, before=None, after=None, count=None),
        many_words(counts.whole),
        not asked.view,
    )
    return every, *(
        Choice(
            one.label,
            altered(request, view=one.key, before=None, after=None, count=None),
            counts.words(f"view_{one.key}"),
            one.key == asked.view,
        )
        for one in register.filters
    )


def filters(request: Desk, register: Register, asked: Asked, counts: Counts) -> tuple[Filter, ...]:
    """The steps, those in which records stand; and the other registers of the line of work."""
    steps = [Choice("不限", altered(request, step=None, before=None, after=None, count=None),
                    "", not asked.step, every=True)]  # fmt: skip
    for step, label in register.procedure.steps.choices:
        words = counts.words(f"step_{step}")
        if words != "0" or step == asked.step:
            url = altered(request, step=step, before=None, after=None, count=None)
            steps.append(Choice(str(label), url, words, step == asked.step))
    siblings = installed().workstreams[register.workstream_key].registers
    found = [Filter("步骤", tuple(steps))]
    if len(siblings) > 1:
        others = tuple(Choice(one.label, register_url(one.key), current=one is register) for one in siblings)
        found.insert(0, Filter("登记簿", others))
    return tuple(found)


def is_dated(register: Register, asked: Asked) -> bool:
    """Whether the view tells what stands on a day."""
    return any(isinstance(one, AsOf) and one.key == asked.view for one in register.filters)


def narrowed(request: Desk, register: Register, asked: Asked) -> Iterator[str]:
    """What of the visible rows is listed, in words."""
    said = []
    for view in register.filters:
        if view.key == asked.view:
            day = f"{asked.on or request.day}" if isinstance(view, AsOf) else ""
            said.append(f"“{day}{view.label}”")
    if asked.step:
        said.append(f"“{register.procedure.steps(asked.step).label}”")
    if asked.words:
        said.append(f"搜索“{asked.words}”")
    if said:
        yield f"，限{'、'.join(said)}"
