"""Tables in papers: the linked records of another register, as far as who makes the paper may see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db.models import F, Q, QuerySet

from fazhi.engine.access import every_row, rights_of, visible_to
from fazhi.engine.actor import Actor, today
from fazhi.engine.hundredths import parted
from fazhi.engine.models import Link, RecordModel
from fazhi.engine.paper import Line, Listing, Table
from fazhi.engine.paper_places import shown
from fazhi.engine.refusal import Lack
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.values import label_of

Seen = Callable[[Register], QuerySet[RecordModel]]
"""The rows of a register that somebody may see."""


def seen_by(actor: Actor) -> Seen:
    """What the actor may see; the operator sees all."""
    if actor.trusted or actor.lawful:
        return every_row
    rights = rights_of(actor.person, today())
    return lambda register: visible_to(rights, register)


def table_of(row: RecordModel, listing: Listing, seen: Seen) -> Table | None:
    """The table of the linked records, numbered; None where there is none. One query."""
    rows = linked_rows(row, listing, seen)
    told = [tuple(shown(one, name) for name in listing.columns) for one in rows]
    numbered = tuple((str(n), *cells) for n, cells in enumerate(told, 1))
    return Table(heads(listing), numbered) if numbered else None


def heads(listing: Listing) -> tuple[str, ...]:
    """What stands over the columns."""
    model = installed().registers[listing.register].model
    return ("序号", *(parted(label_of(model, name))[0] for name in listing.columns))


def linked_rows(row: RecordModel, listing: Listing, seen: Seen) -> QuerySet[RecordModel]:
    """The records that are told, linked or naming this one, in their order; withdrawn ones are not."""
    register = installed().registers[listing.register]
    model = register.model
    organs = [name for name in listing.columns if model._meta.get_field(name).is_relation]
    linked = Q(pk__in=Link.objects.filter(here=row.pk).values("there"))
    linked |= Q(pk__in=Link.objects.filter(there=row.pk).values("here"))
    if listing.named is not None and (name := getattr(row, listing.named[1])):
        linked |= Q(**{listing.named[0]: name}, organ=row.organ_id)
    rows = seen(register).filter(listing.where, linked, withdrawn_on__isnull=True)
    # What has no day yet comes first, on either database.
    order = [F(name).asc(nulls_first=True) for name in listing.order]
    return (rows.select_related(*organs) if organs else rows).order_by(*order, "pk")


def hidden(row: RecordModel, lines: Iterable[Line], seen: Seen) -> tuple[Lack, ...]:
    """A lack for each table that would be cut short: what is linked is told whole or not at all."""
    found = []
    for listing in (line.lists for line in lines if line.lists is not None):
        left = linked_rows(row, listing, every_row).count() - linked_rows(row, listing, seen).count()
        if left:
            label = installed().registers[listing.register].label
            found.append(Lack(f"关联的{label}有{left}件您不能查看，文书不能列全", "请由能够查看的人员制作"))
    return tuple(found)
