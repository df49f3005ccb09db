"""The dated closure of both trees, grown from the bonds level by level in SQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import connection

from fazhi.organs.models import Axis, Below, Bond
from fazhi.organs.refusal import OrganRefused

BATCH = 1000
"""Ids in one statement."""

MANY = 5000
"""So many new organs, and it is quicker to grow both trees anew."""

DEEPEST = 40
"""Steps from the nation to the lowest unit; a deeper tree is a circle."""

STAND_ALONE = """
    INSERT INTO organs_below (high_id, low_id, axis, depth, since, until)
    SELECT o.id, o.id, %s, 0, NULL, NULL FROM organs_organ o
    WHERE NOT EXISTS (
        SELECT 1 FROM organs_below w
        WHERE w.low_id = o.id AND w.axis = %s AND w.high_id = o.id AND w.depth = 0
    )
"""
"""Every organ below itself."""

CLIMB = """
    INSERT INTO organs_below (high_id, low_id, axis, depth, since, until)
    SELECT b.parent_id, w.low_id, w.axis, w.depth + 1,
        CASE WHEN w.since IS NULL OR b.since > w.since THEN b.since ELSE w.since END,
        CASE WHEN w.until IS NULL OR b.until < w.until THEN b.until ELSE w.until END
    FROM organs_below w JOIN organs_bond b ON b.organ_id = w.high_id AND b.axis = w.axis
    WHERE w.axis = %s AND w.depth = %s
        AND (w.since IS NULL OR b.until IS NULL OR w.since < b.until)
        AND (w.until IS NULL OR b.since IS NULL OR b.since < w.until)
"""
"""One step up from all paths of one length: the days of the longer path are those of both parts."""


def stand_alone() -> None:
    """Put every organ that does not stand in the trees yet below itself on both axes."""
    with connection.cursor() as cursor:
        for axis in Axis:
            cursor.execute(STAND_ALONE, [axis.value, axis.value])


def regrow(organ_id: int, axis: Axis) -> None:
    """Renew the paths of an organ, and of all that ever stood below it, after its bonds have changed."""
    lows = list(Below.objects.filter(high_id=organ_id, axis=axis).values_list("low_id", flat=True).distinct())
    grow(lows, axis)


def grow(lows: Sequence[int], axis: Axis) -> None:
    """Renew all paths that begin at ``lows``."""
    for batch in batches(lows):
        Below.objects.filter(low_id__in=batch, axis=axis, depth__gt=0).delete()
        marks = ", ".join(["%s"] * len(batch))
        climb(f"{CLIMB} AND w.low_id IN ({marks})", axis, batch)


def rebuild() -> None:
    """Both trees anew from all bonds; for imports and for mending."""
    Below.objects.all().delete()
    stand_alone()
    renew_statistics()
    for axis in Axis:
        if Bond.objects.filter(axis=axis).exists():
            climb(CLIMB, axis)
    renew_statistics()


def renew_statistics() -> None:
    """A planner that still believes the tables empty would look at every pair of rows."""
    with connection.cursor() as cursor:
        for table in ("organs_organ", "organs_bond", "organs_below"):
            cursor.execute(f"ANALYZE {table}")


def climb(statement: str, axis: Axis, lows: Sequence[int] = ()) -> None:
    with connection.cursor() as cursor:
        for depth in range(DEEPEST):
            cursor.execute(statement, [axis.value, depth, *lows])
            if cursor.rowcount == 0:
                return
    raise OrganRefused("机关的上下级关系首尾相接，成了一个圈。请核对刚才改动的上级，没有保存任何改动。")


def batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]
