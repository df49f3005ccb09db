"""Extensions that a file brings, held against the law of their records: tried out and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from fazhi.engine.actor import SYSTEM
from fazhi.engine.amendments import lacks_of_extensions
from fazhi.engine.past import Extended
from fazhi.engine.refusal import Lack
from fazhi.exchange.plan import Plan
from fazhi.exchange.taking import written


class _TakenBack(Exception):  # noqa: N818 - takes the transaction back, is no error
    """Takes everything back once the limits have been looked at."""


def lacks_of_grants(plan: Plan, asked: Mapping[int, Sequence[Extended]]) -> dict[int, list[Lack | None]]:
    """What stands in the way of each extension, by the row of the file.

    Whether a limit runs, and until when, only the database can tell of a whole record: the rows are written
    without their extensions, asked, and taken back.

    :param plan: the rows that have extensions, and no others.
    """
    found: dict[int, list[Lack | None]] = {}
    try:
        with transaction.atomic():
            rows, _ = written(plan, SYSTEM, "试算", synthetic=False)
            pairs = [(pk, one) for pk, row in rows.items() for one in asked[row]]
            places = [row for row in rows.values() for _ in asked[row]]
            for place, lack in zip(places, lacks_of_extensions(plan.register, pairs), strict=True):
                found.setdefault(place, []).append(lack)
            raise _TakenBack
    except _TakenBack:
        return found
