"""A figure as it was frozen for a report against the same figure now, with the records that moved."""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.engine.access import visible_to
from fazhi.engine.actor import SHANGHAI
from fazhi.engine.figures.freeze import Difference, compare
from fazhi.engine.figures.value import Figure
from fazhi.engine.models import Event, Freeze, Record
from fazhi.engine.registry import installed
from fazhi.web.asking import Asking
from fazhi.web.figure import CHANGED, JOINED, LEFT, Frozen, Shift
from fazhi.web.letterhead import record_url
from fazhi.web.office import Desk
from fazhi.web.pages.figures import printed

MOST = 10


def frozen_of(request: Desk, figure: Figure, asking: Asking) -> Frozen | None:
    """The newest freeze of this organ, scope and year that holds the figure; None where there is none."""
    freeze = (
        Freeze.objects.filter(
            organ=asking.organ,
            scope=asking.scope,
            first=asking.span.first,
            last=asking.span.last,
            figures__indicator=figure.key,
        )
        .order_by("-pk")
        .first()
    )
    if freeze is None:
        return None
    [difference] = compare(freeze, only=figure.key)
    then, unit = printed(difference.then)
    made = f"{freeze.made_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    if difference.stands:
        return Frozen("没有变动", f"{made}冻结 {then} {unit}，此后组成这个数的记录没有变动。", ())
    moved = "、".join(moves(difference))
    now = printed(figure)[0]
    text = f"{made}冻结 {then} {unit}；此后{moved or '数值改变'}，现值 {now} {unit}。"
    return Frozen(
        "有变动",
        f"{text}原核准因此失效，须重新核准。",
        tuple(shifts(request, difference)),
    )


def moves(difference: Difference) -> Iterator[str]:
    for pks, word in ((difference.added, "加入"), (difference.left, "离开"), (difference.changed, "改动")):
        if pks:
            yield f"{word} {len(pks)} 件"


def shifts(request: Desk, difference: Difference) -> Iterator[Shift]:
    """The first records that moved, with what happened to each last; those not to be seen stay unnamed."""
    moved = [(pk, JOINED) for pk in difference.added] + [(pk, LEFT) for pk in difference.left]
    moved += [(pk, CHANGED) for pk in difference.changed]
    wanted = [pk for pk, _ in moved[:MOST]]
    records = {one.pk: one for one in Record.objects.filter(pk__in=wanted)}
    seen = {
        pk
        for register in {one.register for one in records.values()}
        for pk in visible_to(request.rights, installed().registers[register])
        .filter(pk__in=wanted)
        .values_list("pk", flat=True)
    }
    last = {event.record_id: event for event in Event.objects.filter(record__in=wanted).order_by("pk")}
    for pk, (sign, form) in moved[:MOST]:
        event = last.get(pk)
        when = f"{event.logged_at.astimezone(SHANGHAI):%m-%d}" if event else ""
        if pk in seen:
            record = records[pk]
            why = event.label if event else "批量载入"
            yield Shift(sign, form, record.title, record_url(record.register, pk), why, when)
        else:
            yield Shift(sign, form, "无权查看", "", "—", when)
