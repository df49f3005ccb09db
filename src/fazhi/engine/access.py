"""Who may see, capture and act: rights follow the tree of organs by date, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from fazhi.engine.actor import Actor
from fazhi.engine.models import RecordModel
from fazhi.engine.register import Register
from fazhi.organs.models import Axis, Below, Grant, Level, Person, Role
from fazhi.organs.role import CAPTURING, VIEWING


@dataclass(frozen=True)
class Rights:
    """The grants of one person on one day; read once a request."""

    person: Person | None
    day: date
    grants: tuple[Grant, ...] = field(default=())

    def roles_in(self, organ_id: int) -> frozenset[Role]:
        """Roles held in that organ itself: seeing more than one's organ gives no right to act there."""
        return frozenset(Role(grant.role) for grant in self.grants if grant.organ_id == organ_id)

    def organs(self, roles: Iterable[Role]) -> Q:
        """A condition on ``organ``: the organs in which one of ``roles`` is held, and those below where
        granted.
        """
        wanted = {role.value for role in roles}
        held = [grant for grant in self.grants if grant.role in wanted]
        reach = Q(organ_id__in={grant.organ_id for grant in held})
        for axis, high in (
            (Axis.TERRITORY, [grant.organ_id for grant in held if grant.within]),
            (Axis.LINE, [grant.organ_id for grant in held if grant.line]),
        ):
            if high:
                reach |= Q(organ_id__in=below(high, axis, self.day))
        return reach

    @property
    def personal(self) -> bool:
        """Whether personal fields may be shown or exported, each time with a logged reason."""
        return any(grant.personal for grant in self.grants)

    def holds(self, role: Role) -> bool:
        return any(grant.role == role for grant in self.grants)


def below(high: list[int], axis: Axis, day: date) -> QuerySet[Below, Any]:
    """Ids of the organs that stand below one of ``high`` on ``day``, as a subquery."""
    return Below.objects.filter(
        Q(since__isnull=True) | Q(since__lte=day),
        Q(until__isnull=True) | Q(until__gt=day),
        high_id__in=high,
        axis=axis,
    ).values("low_id")


def rights_of(person: Person | None, day: date) -> Rights:
    """The rights in force on ``day``: one query."""
    if person is None:
        return Rights(None, day)
    grants = Grant.objects.filter(
        Q(since__isnull=True) | Q(since__lte=day), Q(until__isnull=True) | Q(until__gt=day), person=person
    )
    return Rights(person, day, tuple(grants.select_related("organ", "person").order_by("organ__code", "pk")))


def visible_to(rights: Rights, register: Register, *, row_by_row: bool = False) -> QuerySet[RecordModel]:
    """The rows of a register that the person may see: of organs in view, or in which one's organ is a party.

    Withdrawn records stay visible; figures leave them out.

    :param row_by_row: the same rows, asked so that no index on organs is used: for the first rows in the
        order of keys of one who sees much, where gathering all of them would cost seconds.
    """
    where = rights.organs(VIEWING)
    for party in register.parties:
        where |= Q(**{f"{party}_id__in": [g.organ_id for g in rights.grants if g.role in CAPTURING]})
    rows = register.model._default_manager
    if row_by_row:
        return rows.filter(
            Case(When(where, then=Value(True)), default=Value(False), output_field=BooleanField())
        )
    return rows.filter(where)


def sees_much(rights: Rights) -> bool:
    """Whether the view goes down from a county, or from a line of a city, or from higher up."""
    high = (Level.NATION, Level.PROVINCE, Level.CITY)
    return any(
        grant.organ.level in high or (grant.within and grant.organ.level == Level.COUNTY)
        for grant in rights.grants
        if grant.role in VIEWING and (grant.within or grant.line)
    )


def every_row(register: Register) -> QuerySet[RecordModel]:
    """All rows, for the operator at the command line, who acts as the system; never for a page."""
    return register.model._default_manager.all()


def why_visible(rights: Rights, register: Register, row: RecordModel) -> str:
    """The reason in words, for the page and the trail of who may see a record."""
    for grant in rights.grants:
        if grant.organ_id == row.organ_id and grant.role in VIEWING:
            return f"本机关{Role(grant.role).label}"
        if grant.role in CAPTURING and grant.organ_id in {
            getattr(row, f"{party}_id") for party in register.parties
        }:
            return "本机关是当事机关"
    return "上级机关或本系统"


def may_reveal(rights: Rights, register: Register, row: RecordModel) -> bool:
    """Whether personal fields of this record may be shown: by a grant with this right that reaches it."""
    personal = replace(rights, grants=tuple(grant for grant in rights.grants if grant.personal))
    return visible_to(personal, register).filter(pk=row.pk).exists()


def sees(actor: Actor, rights: Rights, register: Register, pk: int) -> bool:
    """Whether the actor may see that record of the register."""
    return actor.lawful or actor.trusted or visible_to(rights, register).filter(pk=pk).exists()


def may_capture(rights: Rights, organ_id: int) -> bool:
    """Whether the person may enter and correct records of that organ."""
    return bool(rights.roles_in(organ_id) & set(CAPTURING))


def may_act(
    actor: Actor, rights: Rights, register: Register, row: RecordModel, who: tuple[Role, ...]
) -> bool:
    """Whether one of ``who`` is held: in the record's organ, for ``PARTY`` in an organ named as a party."""
    if actor.lawful or actor.trusted:
        return True
    if rights.roles_in(row.organ_id) & set(who):
        return True
    if Role.PARTY not in who:
        return False
    parties = {getattr(row, f"{name}_id") for name in register.parties} - {None}
    return any(rights.roles_in(organ_id) & set(CAPTURING) for organ_id in parties)
