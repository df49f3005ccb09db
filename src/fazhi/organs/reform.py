"""What reforms do to organs: renamed, moved under another parent, merged, abolished, each from its day on."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from fazhi.organs.closure import regrow
from fazhi.organs.dated import in_force, meeting, must_be_in_transaction
from fazhi.organs.models import Axis, Bond, FormerName, Kind, Organ
from fazhi.organs.refusal import OrganRefused
from fazhi.organs.tree import bond, lock_tree, must_exist, must_not_circle, must_suit


def rename(organ: Organ, name: str, on: date, *, short_name: str = "") -> Organ:
    """The organ bears another name from the day on; its code and records stay.

    :raises OrganRefused: no name, the same name, a day on which it does not exist or not after its last
        renaming.
    """
    begin(organ)
    must_be_living(organ, on, "更名")
    must_have_lived(organ, on)
    if not name.strip() or name == organ.name:
        raise OrganRefused(
            f"“{organ.name}”更名：新名称{'没有变化' if name.strip() else '为空'}。请填写新名称。"
        )
    FormerName.objects.create(organ=organ, name=organ.name, short_name=organ.short_name, until=on)
    organ.name, organ.short_name = name, short_name
    organ.save(update_fields=["name", "short_name"])
    return organ


def move(organ: Organ, parent: Organ, on: date, axis: Axis = Axis.TERRITORY) -> Bond:
    """The organ stands below another parent from the day on, to the end of the bond it had on that day.

    :raises OrganRefused: as :func:`fazhi.organs.tree.bond`; no other parent than before; not existing then.
    """
    begin(organ)
    must_be_living(organ, on, "改隶")
    held = organ.bonds.filter(in_force(on), axis=axis).first()
    if held is None:
        following = organ.bonds.filter(axis=axis, since__gt=on).order_by("since").first()
        return bond(organ, parent, axis, since=on, until=following.since if following else None)
    if held.parent_id == parent.pk:
        raise OrganRefused(f"“{organ.name}”在{on}已隶属“{parent.name}”，不必改隶。请核对上级和日期。")
    must_suit(organ, parent, axis)
    must_exist(organ, parent, on, held.until)
    must_not_circle(organ, parent, axis, on, held.until)
    row = hang(held, parent, on)
    regrow(organ.pk, axis)
    return row


def merge(organ: Organ, into: Organ, on: date) -> Organ:
    """``organ`` ends and ``into`` takes over its duties and all that stands below it, from the day on.

    The ended organ hangs below its successor from then on: what it did stays its own and within every total
    above.

    :raises OrganRefused: into itself, into an organ below it, either not existing then, an outside organ with
        another kind.
    """
    begin(organ)
    into.refresh_from_db()
    if organ.pk == into.pk:
        raise OrganRefused(f"“{organ.name}”不能并入它自己。请选择承继机关。")
    must_be_ending(organ, on, "合并")
    must_be_lasting(into, on)
    if (organ.kind == Kind.PARTNER) != (into.kind == Kind.PARTNER):
        raise OrganRefused(
            f"“{organ.name}”不能并入“{into.name}”：行政机关与外部机关不能合并。请核对承继机关。"
        )
    axes = (Axis.LINE,) if organ.kind == Kind.PARTNER else (Axis.TERRITORY, Axis.LINE)
    for axis in axes:
        must_not_circle(organ, into, axis, on, None)
    for axis in axes:
        hand_over(organ, into, on, axis)
    return end(organ, on, into)


def abolish(organ: Organ, on: date) -> Organ:
    """The organ ends without a successor and stays where it stood, so that its year stays in every total.

    :raises OrganRefused: organs that exist then still stand below it; not existing then.
    """
    begin(organ)
    must_be_ending(organ, on, "撤销")
    left = Organ.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=on), bonds__in=lasting(organ.child_bonds.all(), on)
    )
    names = list(left.distinct().order_by("pk").values_list("name", flat=True)[:4])
    if names:
        listed = "、".join(names[:3]) + ("等" if len(names) > 3 else "")
        raise OrganRefused(
            f"“{organ.name}”不能自{on}起撤销：{listed}还在其下。请先将其改隶或者撤销；有承继机关的，请办理合并。"
        )
    return end(organ, on, None)


def begin(organ: Organ) -> None:
    must_be_in_transaction()
    lock_tree()
    organ.refresh_from_db()


def must_be_living(organ: Organ, on: date, act: str) -> None:
    if organ.born_on is not None and on < organ.born_on:
        raise OrganRefused(f"“{organ.name}”{organ.born_on}才设立，不能自{on}起{act}。请核对日期。")
    if organ.ended_on is not None and on >= organ.ended_on:
        raise OrganRefused(
            f"“{organ.name}”已于{organ.ended_on}撤销，不能自{on}起{act}。请核对日期，或者改填承继机关。"
        )


def must_have_lived(organ: Organ, on: date) -> None:
    """Names follow each other in time: the last began with the renaming before, or with the organ."""
    last = organ.former_names.order_by("until").last()
    began = last.until if last else organ.born_on
    if began is not None and on <= began:
        raise OrganRefused(
            f"“{organ.name}”自{began}起才用这个名称，不能自{on}起更名。更名应当按先后次序登记，请核对日期。"
        )


def must_be_ending(organ: Organ, on: date, act: str) -> None:
    if organ.ended_on is not None:
        raise OrganRefused(f"“{organ.name}”已于{organ.ended_on}撤销，不能再次{act}。请核对机关。")
    if organ.born_on is not None and on <= organ.born_on:
        raise OrganRefused(
            f"“{organ.name}”{act}日期{on}不晚于设立日期{organ.born_on}。请核对日期，{act}应当晚于设立。"
        )


def must_be_lasting(organ: Organ, on: date) -> None:
    must_be_living(organ, on, "承继")
    if organ.ended_on is not None:
        raise OrganRefused(f"“{organ.name}”也已于{organ.ended_on}撤销。请改填现在的承继机关。")


def lasting(bonds: QuerySet[Bond], on: date) -> QuerySet[Bond]:
    """Bonds that hold on the day or later."""
    return bonds.filter(Q(until__isnull=True) | Q(until__gt=on))


def hang(held: Bond, parent: Organ, on: date) -> Bond:
    """Another parent from the day on for as long as the bond holds; the days before stay as they were."""
    if held.since is not None and held.since >= on:
        held.parent = parent
        held.save(update_fields=["parent"])
        return held
    row = Bond(organ_id=held.organ_id, parent=parent, axis=held.axis, since=on, until=held.until)
    held.until = on
    held.save(update_fields=["until"])
    row.save()
    return row


def hand_over(organ: Organ, into: Organ, on: date, axis: Axis) -> None:
    """All that stands below the organ, and the organ itself, hang below its successor."""
    for held in lasting(organ.child_bonds.filter(axis=axis), on):
        hang(held, into, on)
    organ.bonds.filter(axis=axis, since__gte=on).delete()
    organ.bonds.filter(meeting(on, None), axis=axis).update(until=on)
    Bond.objects.create(organ=organ, parent=into, axis=axis, since=on)
    regrow(organ.pk, axis)


def end(organ: Organ, on: date, successor: Organ | None) -> Organ:
    organ.ended_on, organ.successor = on, successor
    organ.save(update_fields=["ended_on", "successor"])
    return organ
