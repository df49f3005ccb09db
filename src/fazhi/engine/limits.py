"""LOCAL limits: the lengths that a government fixes for itself and everything below it, set and logged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from fazhi.engine import clocks
from fazhi.engine.access import below, rights_of
from fazhi.engine.actor import Actor, today
from fazhi.engine.deadline import Deadline
from fazhi.engine.figures.kinds import Floor, Indicator
from fazhi.engine.models import LocalLimit
from fazhi.engine.reckoning import local_length
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.tick import unsettled
from fazhi.engine.trail import record_event
from fazhi.law.period import FixedDay, size_in_words, sized
from fazhi.organs.models import Axis, Kind, Organ, Role

LONGEST = 3650
LONGEST_BASIS = 200
MOST_TIMES = 366


def local_deadlines() -> Iterator[tuple[Register, Deadline]]:
    """Every declared limit that a government may set."""
    for register in installed().registers.values():
        for deadline in register.procedure.deadlines:
            if deadline.local:
                yield register, deadline


def local_floors() -> Iterator[tuple[str, Indicator, Floor]]:
    """Every number of times a year that a government may set, with the label of its line of work."""
    registry = installed()
    for key, indicator in registry.indicators.items():
        if indicator.floor is not None and indicator.floor.local:
            yield registry.workstreams[key.partition(".")[0]].label, indicator, indicator.floor


def floor_at(floor: Floor, organ_id: int) -> int:
    """How many a year the organ owes: a local one as a government above it has set it."""
    return (local_length(organ_id, floor.rule) if floor.local else None) or floor.times


def floors_set(organ_id: int) -> dict[str, int]:
    """How many a year governments above the organ have set for it, by rule."""
    rules = {floor.rule for _, _, floor in local_floors()}
    return {rule: times for rule in sorted(rules) if (times := local_length(organ_id, rule)) is not None}


@transaction.atomic
def set_local_limit(organ: Organ, rule: str, length: int, basis: str, actor: Actor) -> int:
    """Set the length of a LOCAL limit, in its own unit, for a government and all below it; the clocks that
    run there are counted anew. Of a fixed day the length is month and day: 331 is 31 March.

    :param basis: the rule of the province or city that sets it.
    :returns: how many clocks changed.
    :raises Refusal: the limit is none that a government may set, no government, no length or basis, no right.
    """
    floor = next((one for _, one, kept in local_floors() if kept.rule == rule), None)
    if floor is not None:
        return set_floor(organ, rule, floor, length, basis, actor)
    register, deadline = find_local(rule)
    may_set(actor, organ)
    declared = next(iter(deadline.period))[1]
    lacks = []
    if isinstance(declared, FixedDay):
        try:
            sized(declared, length)
        except ValueError:
            lacks.append(Lack(f"{length}不是每年都有的日期", "请按月日填写，如3月31日填331", field="length"))
    elif not 1 <= length <= LONGEST:
        lacks.append(
            Lack(f"长度应当在1至{LONGEST}之间，所填为{length}", "请按规定的长度填写", field="length")
        )
    lacks += basis_lacks(basis)
    if lacks:
        raise Refusal(f"“{deadline.label}”没有设定", lacks)
    before = keep(organ, rule, length, basis)
    if before == (length, basis.strip()):
        return 0
    running = unsettled().filter(
        register=register.key, deadline=deadline.key, organ__in=below([organ.pk], Axis.TERRITORY, today())
    )
    changed = clocks.recompute(register, running.values_list("record_id", flat=True))
    record_event(
        actor=actor,
        kind="limit",
        label=f"设定“{deadline.label}”（{rule}）为{size_in_words(sized(declared, length))}",
        legal_on=today(),
        organ=organ,
        changes={
            "length": (before[0], length),
            "basis": (before[1], basis.strip()),
            "rule": rule,
            "clocks": changed,
        },
    )
    return changed


def keep(organ: Organ, rule: str, length: int, basis: str) -> tuple[int | None, str | None]:
    """Write what a government has set; returns what stood before."""
    kept = LocalLimit.objects.select_for_update().filter(organ=organ, rule=rule).first()
    values: dict[str, Any] = {"length": length, "basis": basis.strip()}
    LocalLimit.objects.update_or_create(organ=organ, rule=rule, defaults=values)
    return (kept.length, kept.basis) if kept else (None, None)


def basis_lacks(basis: str) -> list[Lack]:
    if basis.strip() and len(basis) <= LONGEST_BASIS:
        return []
    return [Lack(f"依据应当填写，不超过{LONGEST_BASIS}字", "请写明地方规定的名称和条款", field="basis")]


def set_floor(organ: Organ, rule: str, indicator: Indicator, times: int, basis: str, actor: Actor) -> int:
    """Set how many a year there are to be, for a government and all below it; no clock depends on it."""
    may_set(actor, organ)
    lacks = basis_lacks(basis)
    if not 1 <= times <= MOST_TIMES:
        text = f"次数应当在1至{MOST_TIMES}之间，所填为{times}"
        lacks.append(Lack(text, "请按规定的次数填写", field="length"))
    if lacks:
        raise Refusal(f"“{indicator.label}”没有设定", lacks)
    before = keep(organ, rule, times, basis)
    if before != (times, basis.strip()):
        changes = {"length": (before[0], times), "basis": (before[1], basis.strip()), "rule": rule}
        label = f"设定“{indicator.label}”（{rule}）为每年不少于{times}{indicator.unit}"
        record_event(actor=actor, kind="limit", label=label, legal_on=today(), organ=organ, changes=changes)
    return 0


def find_local(rule: str) -> tuple[Register, Deadline]:
    """The limit of that rule, if a government may set it."""
    found = next((pair for pair in local_deadlines() if pair[1].rule == rule), None)
    if found is not None:
        return found
    rules = [deadline.rule for _, deadline in local_deadlines()]
    known = "、".join((*rules, *(floor.rule for _, _, floor in local_floors()))) or "无"
    for register in installed().registers.values():
        for deadline in register.procedure.deadlines:
            if deadline.rule == rule:
                article = "、".join(dict.fromkeys(str(cite) for cite, _ in deadline.period))
                raise Refusal(
                    f"“{deadline.label}”（{rule}）由{article}规定，地方不能改变。可以设定的有：{known}。"
                )
    raise Refusal(f"没有“{rule}”这一期限。可以设定的有：{known}。")


def may_set(actor: Actor, organ: Organ) -> None:
    if organ.kind != Kind.GOVERNMENT:
        raise Refusal(f"地方期限由人民政府设定，“{organ.name}”不是人民政府。请写人民政府的代码。")
    roles = rights_of(actor.person, today()).roles_in(organ.pk)
    if not actor.trusted and Role.SYSTEM_ADMIN not in roles:
        raise Refusal(f"{actor.name}不是{organ.name}的系统管理员，不能设定地方期限。请由系统管理员办理。")
