"""The dated tree of organs: who stands below whom, on the territorial axis (块) and in the line (条)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from fazhi.organs.closure import MANY, grow, rebuild, regrow, stand_alone
from fazhi.organs.dated import in_force, living, meeting, must_be_in_transaction, must_run_forward, spell
from fazhi.organs.models import Axis, Below, Bond, FormerName, Kind, Level, Organ
from fazhi.organs.refusal import OrganRefused


def add_organ(
    code: str,
    name: str,
    *,
    kind: Kind,
    level: Level,
    parent: Organ | None = None,
    line: Organ | None = None,
    short_name: str = "",
    mark: str = "",
    credit_code: str = "",
    born_on: date | None = None,
) -> Organ:
    """A new organ below ``parent`` (块) and ``line`` (条) from the day it is set up.

    :raises OrganRefused: no code or name, a code in use, a parent that does not exist on that day.
    """
    must_be_in_transaction()
    must_be_new(code, name, credit_code)
    organ = Organ.objects.create(
        code=code,
        name=name,
        short_name=short_name,
        mark=mark,
        kind=kind,
        level=level,
        credit_code=credit_code,
        born_on=born_on,
    )
    Below.objects.bulk_create(Below(high=organ, low=organ, axis=axis, depth=0) for axis in Axis)
    for axis, high in ((Axis.TERRITORY, parent), (Axis.LINE, line)):
        if high is not None:
            bond(organ, high, axis)
    return organ


def must_be_new(code: str, name: str, credit_code: str) -> None:
    if not code.strip() or not name.strip():
        raise OrganRefused(f"机关“{name or code}”缺少{'名称' if code.strip() else '代码'}。请补齐后重试。")
    other = Organ.objects.filter(Q(code=code) | (Q(credit_code=credit_code) & ~Q(credit_code=""))).first()
    if other is None:
        return
    what = f"代码{code}" if other.code == code else f"统一社会信用代码{credit_code}"
    raise OrganRefused(f"不能新增“{name}”：{what}已属于“{other.name}”。请核对代码；如系更名，请办理更名。")


def add_organs(organs: Iterable[Organ], parents: dict[str, str]) -> int:
    """Many unsaved organs at once, with ``parents`` from code to the territorial parent's code.

    The caller has checked the codes against the tree; parents exist or are among ``organs``, above them.
    :returns: how many organs were written.
    """
    must_be_in_transaction()
    lock_tree()
    born = {organ.code: organ for organ in Organ.objects.bulk_create(organs, batch_size=2000)}
    wanted = {parents[code] for code in born if code in parents} - born.keys()
    high = {organ.code: organ for organ in Organ.objects.filter(code__in=wanted)} | born
    Bond.objects.bulk_create(
        (
            Bond(organ=organ, parent=high[parents[code]], axis=Axis.TERRITORY, since=organ.born_on)
            for code, organ in born.items()
            if code in parents
        ),
        batch_size=2000,
    )
    if len(born) >= MANY:
        rebuild()
    else:
        stand_alone()
        grow([organ.pk for organ in born.values()], Axis.TERRITORY)
    return len(born)


def bond(
    organ: Organ,
    parent: Organ,
    axis: Axis = Axis.TERRITORY,
    *,
    since: date | None = None,
    until: date | None = None,
) -> Bond:
    """``organ`` stands below ``parent`` on ``[since, until)``; an empty start is the later day of birth.

    :raises OrganRefused: end before start, a parent abolished or not yet born on these days, a second parent
        on one day, a circle, an outside organ below a government.
    """
    must_be_in_transaction()
    lock_tree()
    since = since or max(filter(None, (organ.born_on, parent.born_on)), default=None)
    must_run_forward(since, until, f"“{organ.name}”隶属“{parent.name}”")
    must_suit(organ, parent, axis)
    must_exist(organ, parent, since, until)
    must_have_no_other(organ, axis, since, until)
    must_not_circle(organ, parent, axis, since, until)
    row = Bond.objects.create(organ=organ, parent=parent, axis=axis, since=since, until=until)
    regrow(organ.pk, axis)
    return row


def lock_tree() -> None:
    """One writer of the tree at a time: two that each see no circle could close one together."""
    Organ.objects.select_for_update(no_key=True).order_by("pk").first()


def must_suit(organ: Organ, parent: Organ, axis: Axis) -> None:
    """Courts and procuratorates stand outside the government (宪法 第一百三十一条、第一百三十六条)."""
    outside = [one.name for one in (organ, parent) if one.kind == Kind.PARTNER]
    if outside and (axis == Axis.TERRITORY or len(outside) == 1):
        raise OrganRefused(
            f"“{organ.name}”不能隶属“{parent.name}”：“{outside[0]}”是外部机关，与人民政府及其部门没有隶属关系。"
            "请不填上级，只按代码登记。"
        )


def must_exist(organ: Organ, parent: Organ, since: date | None, until: date | None) -> None:
    for one in (organ, parent):
        if one.born_on is not None and (since is None or since < one.born_on):
            raise OrganRefused(
                f"“{organ.name}”不能自{since}起隶属“{parent.name}”：“{one.name}”{one.born_on}才设立。请改起日。"
            )
    if parent.ended_on is not None and (until is None or until > parent.ended_on):
        heir = parent.successor
        remedy = f"请改挂承继机关“{heir.name}”" if heir else "请改挂现有机关"
        raise OrganRefused(
            f"“{organ.name}”不能隶属“{parent.name}”：后者已于{parent.ended_on}撤销。{remedy}，或者填写止日。"
        )


def must_have_no_other(organ: Organ, axis: Axis, since: date | None, until: date | None) -> None:
    other = organ.bonds.filter(meeting(since, until), axis=axis).select_related("parent").first()
    if other is not None:
        raise OrganRefused(
            f"“{organ.name}”{spell(other.since, other.until)}已隶属“{other.parent.name}”"
            f"（{Axis(axis).label}），同一天不能有两个上级。请办理改隶，或者改起止日期。"
        )


def must_not_circle(organ: Organ, parent: Organ, axis: Axis, since: date | None, until: date | None) -> None:
    itself = organ.pk == parent.pk
    if itself or Below.objects.filter(meeting(since, until), high=organ, low=parent, axis=axis).exists():
        where = "就是它自己" if itself else f"本身在“{organ.name}”之下"
        raise OrganRefused(
            f"“{organ.name}”不能隶属“{parent.name}”：后者{where}（{Axis(axis).label}），上下级会成一个圈。"
            "请核对上级，或者先把后者改隶别处。"
        )


def below_ids(organ: Organ, axis: Axis, on: date) -> QuerySet[Below, int]:
    """Ids of all that stand below the organ on the day, itself included, as a subquery for ``organ_id__in``.

    Abolished organs are among them: they stay where they stood, or hang below their successor, so that what
    they did in a year stays in every total above them.
    """
    return Below.objects.filter(in_force(on), high=organ, axis=axis).values_list("low_id", flat=True)


def below(organ: Organ, axis: Axis = Axis.TERRITORY, *, on: date) -> QuerySet[Organ]:
    """The organs that exist on the day and stand below this one, itself included, by code."""
    return Organ.objects.filter(living(on), pk__in=below_ids(organ, axis, on)).order_by("code")


def parents(organ: Organ, on: date) -> dict[Axis, Organ]:
    """The parent on each axis; an axis without one is left out."""
    rows = organ.bonds.filter(in_force(on)).select_related("parent")
    return {Axis(row.axis): row.parent for row in rows}


def ancestors(organ: Organ, axis: Axis = Axis.TERRITORY, *, on: date) -> list[Organ]:
    """All that stand above, the nearest first."""
    rows = Below.objects.filter(in_force(on), low=organ, axis=axis, depth__gt=0).select_related("high")
    return [row.high for row in rows.order_by("depth")]


def successor_of(organ: Organ, on: date) -> Organ | None:
    """The organ that holds these duties on the day: itself while it exists, else the end of its successors.

    ``None`` where it was abolished without a successor.
    """
    heir: Organ | None = organ
    while heir is not None and heir.ended_on is not None and heir.ended_on <= on:
        heir = heir.successor
    return heir


def names_on(organ_ids: Iterable[int], on: date) -> dict[int, str]:
    """The name each organ bore on the day: two queries."""
    ids = list(organ_ids)
    names = dict(Organ.objects.filter(pk__in=ids).values_list("pk", "name"))
    former = FormerName.objects.filter(organ_id__in=ids, until__gt=on).order_by("-until")
    return names | dict(former.values_list("organ_id", "name"))


def name_on(organ: Organ, on: date) -> str:
    """The name the organ bore on the day."""
    return names_on([organ.pk], on)[organ.pk]
