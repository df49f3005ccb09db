"""Records linked with a record whose own gates and clocks ask about it: what else a write may change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Q

from fazhi.engine import breaches, clocks
from fazhi.engine.copying import chosen
from fazhi.engine.models import Link
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.law.calendar import Calendar


def neighbours(register: Register, pks: Sequence[int]) -> dict[str, list[int]]:
    """Register → rising keys of its records that are linked with one of ``pks`` and ask about ``register``.

    No query where no register asks; else one.

    :param pks: rising keys.
    """
    asking = installed().asking.get(register.key, frozenset())
    found: dict[str, set[int]] = defaultdict(set)
    if not asking or not pks:
        return {}
    out = Q(chosen("here", pks), there__register__in=asking)
    back = Q(chosen("there", pks), here__register__in=asking)
    ends = ("here_id", "here__register", "there_id", "there__register")
    own = set(pks)
    for here, here_register, there, there_register in Link.objects.filter(out | back).values_list(*ends):
        if here in own and there_register in asking:
            found[there_register].add(there)
        if there in own and here_register in asking:
            found[here_register].add(here)
    return {key: sorted(some) for key, some in found.items()}


def settle_neighbours(register: Register, pks: Sequence[int], calendar: Calendar | None = None) -> None:
    """Bring clocks and breaches of the neighbours to what these records now say.

    :param pks: rising keys.
    """
    for key, some in neighbours(register, pks).items():
        other = installed().registers[key]
        clocks.recompute(other, some, calendar)
        breaches.measure(other, some)
