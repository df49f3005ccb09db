"""What is due and why: open clocks within view by due day, what is late, and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from fazhi.engine.access import Rights
from fazhi.engine.models import Breach, Obligation, Record
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.organs.role import CAPTURING, VIEWING

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Item:
    """One open clock with the register and the words it is shown in."""

    obligation: Obligation
    register: Register
    label: str
    left: int | None
    """Days until the due day, negative when late; None while the clock stands still."""
    least: bool
    """Whether it is a least time: from its due day on the act is lawful."""


@dataclass(frozen=True, slots=True)
class Group:
    """Open clocks that fall due in one stretch of days."""

    key: str
    label: str
    first: date | None
    last: date | None
    items: tuple[Item, ...]


def open_clocks(rights: Rights, *, mine: bool = False) -> QuerySet[Obligation]:
    """Open clocks of the organs in view, or (``mine``) those I handle there or my organ owes.

    Clocks of withdrawn records and those owed by outsiders (applicants, courts) are left out.
    """
    clocks = Obligation.objects.filter(
        met_on__isnull=True, watch=False, record__withdrawn_on__isnull=True
    ).select_related("record", "organ", "handler")
    if not mine:
        return clocks.filter(rights.organs(VIEWING))
    handled = Q(handler=rights.person, handler__isnull=False) & rights.organs(VIEWING)
    return clocks.filter(handled | Q(handler__isnull=True) & rights.organs(CAPTURING))


def worklist(rights: Rights, *, mine: bool = False, limit: int = SHOWN) -> tuple[Group, ...]:
    """Open clocks grouped as an official plans: late, today, this week, next, to the month's end, later;
    under ``mine`` also the least times that the records I handle wait for.

    One query, under ``mine`` two; the most urgent ``limit`` clocks.
    """
    rows = open_clocks(rights, mine=mine).order_by("due_on", "pk")[:limit]
    items = [item(row, rights.day) for row in rows]
    groups = []
    for key, label, first, last in stretches(rights.day):
        inside = tuple(one for one in items if belongs(one, first, last))
        if inside:
            groups.append(Group(key, label, first, last, inside))
    standing = tuple(one for one in items if one.left is None)
    if standing:
        groups.append(Group("paused", "中止", None, None, standing))
    waiting = tuple(item(row, rights.day) for row in waited_for(rights)[:limit]) if mine else ()
    if waiting:
        groups.append(Group("least", "最短时间", None, None, waiting))
    return tuple(groups)


def waited_for(rights: Rights) -> QuerySet[Obligation]:
    """Open clocks of a least time (不少于) of the records I handle: nobody is late by them, but until their
    day the next act is not lawful.
    """
    least = Q()
    for register, deadlines in installed().least.items():
        least |= Q(register=register, deadline__in=deadlines)
    if not least:
        return Obligation.objects.none()
    running = Q(handler=rights.person, handler__isnull=False, met_on__isnull=True)
    seen = rights.organs(VIEWING) & Q(record__withdrawn_on__isnull=True)
    found = Obligation.objects.filter(running & seen & least).order_by("due_on", "pk")
    return found.select_related("record", "organ", "handler")


def item(row: Obligation, day: date) -> Item:
    register = installed().registers[row.register]
    left = None if row.due_on is None else (row.due_on - day).days
    deadline = register.procedure.deadline(row.deadline)
    return Item(row, register, deadline.label, left, deadline.least)


def belongs(one: Item, first: date | None, last: date | None) -> bool:
    due = one.obligation.due_on
    return due is not None and (first is None or first <= due) and (last is None or due <= last)


def stretches(day: date) -> list[tuple[str, str, date | None, date | None]]:
    """Disjoint stretches of days that cover all time, in order; those without days are left out."""
    sunday = day + timedelta(days=6 - day.weekday())
    month_end = (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    one = timedelta(days=1)
    week_after = sunday + timedelta(days=7)
    bounds: list[tuple[str, str, date | None, date | None]] = [
        ("late", "已逾期", None, day - one),
        ("today", "今天", day, day),
        ("week", "本周", day + one, sunday),
        ("next", "下周", sunday + one, week_after),
        ("month", "月底前", week_after + one, month_end),
        ("later", "以后", max(month_end, week_after) + one, None),
    ]
    return [row for row in bounds if row[2] is None or row[3] is None or row[2] <= row[3]]


@dataclass(frozen=True, slots=True)
class Light:
    """A red light: how many clocks of an organ are late, or how many breaches its records carry."""

    kind: str
    organ_id: int
    organ: str
    count: int


def red_lights(rights: Rights) -> tuple[Light, ...]:
    """Late clocks and breaches by organ within view, worst first: two queries."""
    late = (
        open_clocks(rights)
        .filter(due_on__lt=rights.day)
        .values("organ_id", "organ__name", "organ__short_name")
        .annotate(count=Count("pk"))
    )
    # Breaches are few beside records: each is looked up in view, not the view gathered for them.
    in_view = Record.objects.filter(rights.organs(VIEWING), withdrawn_on__isnull=True, pk=OuterRef("record"))
    broken = (
        Breach.objects.filter(Exists(in_view))
        .values("record__organ_id", "record__organ__name", "record__organ__short_name")
        .annotate(count=Count("record", distinct=True))
    )
    lights = [
        Light("late", row["organ_id"], row["organ__short_name"] or row["organ__name"], row["count"])
        for row in late
    ] + [
        Light(
            "breach",
            row["record__organ_id"],
            row["record__organ__short_name"] or row["record__organ__name"],
            row["count"],
        )
        for row in broken
    ]
    return tuple(sorted(lights, key=lambda light: (-light.count, light.organ)))


def late_by_register(rights: Rights) -> dict[str, int]:
    """How many clocks are late, by register: the small red numbers of the index. One query."""
    rows = (
        open_clocks(rights).filter(due_on__lt=rights.day).values_list("register").annotate(count=Count("pk"))
    )
    return {str(register): int(count) for register, count in rows}


def spread(rights: Rights, weeks: int = 6) -> list[tuple[date | None, int]]:
    """How open clocks fall due: late (None), then week by week from this Monday, then later (the week after).

    One query.
    """
    monday = rights.day - timedelta(days=rights.day.weekday())
    counts = {"late": Count("pk", filter=Q(due_on__lt=rights.day))}
    starts = [monday + timedelta(weeks=at) for at in range(weeks)]
    for at, start in enumerate(starts):
        first = max(start, rights.day)
        counts[f"week_{at}"] = Count("pk", filter=Q(due_on__gte=first, due_on__lt=start + timedelta(weeks=1)))
    end = monday + timedelta(weeks=weeks)
    counts["later"] = Count("pk", filter=Q(due_on__gte=end))
    found = open_clocks(rights).select_related(None).aggregate(**counts)
    inside = [(start, found[f"week_{at}"]) for at, start in enumerate(starts)]
    return [(None, found["late"]), *inside, (end, found["later"])]
